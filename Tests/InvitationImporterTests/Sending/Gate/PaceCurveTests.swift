import CurlMulti
import Testing

@testable import InvitationImporter

struct PaceCurveTests {
    /// From 60 to 100 in ten seconds; and from nearly nothing back to nearly nothing.
    @Test(arguments: [
        (60.0, 100.0, 0.0, 60.0), (60, 100, 5, 95), (60, 100, 10, 100), (60, 100, 20, 140), (96, 96, 20, 112),
    ])
    func itComesBackFastAndGoesOnBoldly(_ low: Double, _ held: Double, _ seconds: Double, _ pace: Double) {
        let curve = PaceCurve(low: low, held: held, length: .seconds(10))
        #expect(abs(curve.pace(after: .seconds(seconds)) - pace) < 1e-9)
    }

    @Test func itNeverGoesDown() {
        let curve = PaceCurve(low: 60, held: 100, length: .seconds(10))
        let paces = (0...300).map { curve.pace(after: .milliseconds($0 * 100)) }
        #expect(zip(paces, paces.dropFirst()).allSatisfy { $0 <= $1 })
    }
}
