import InvitationImporter
import Testing

struct RateTests {
    @Test(arguments: [
        ("100/s", 100, 1), ("100", 100, 1), ("1/s", 1, 1), ("2.5/s", 5, 2), ("0.5/s", 1, 2), ("0.001/s", 1, 1000),
        ("30/min", 1, 2), ("90/m", 3, 2), ("250/h", 5, 72), ("3600/h", 1, 1), ("12.34/s", 617, 50),
        ("1000000/s", 1_000_000, 1),
    ])
    func reads(_ text: String, _ count: Int, _ seconds: Int) throws {
        let rate = try #require(Rate(text))
        #expect(rate.count == count)
        #expect(rate.window == .seconds(seconds))
    }

    @Test(arguments: [
        "", "/", "0/s", "-1/s", "1/x", "a/s", "1.2345/s", "1./s", ".5/s", "1/s/s", "1e3/s", " 1/s", "99999999999/s",
        "1000001/s", "١/s",
    ])
    func refuses(_ text: String) {
        #expect(Rate(text) == nil, "\(text)")
    }
}
