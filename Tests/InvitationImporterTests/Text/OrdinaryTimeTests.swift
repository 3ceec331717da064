import Testing

@testable import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Times in the one form that this program writes are made and read without a formatter. What is right is what
/// Foundation makes of them.
@Suite("Times in the ordinary form")
struct OrdinaryTimeTests {
    private static let edges: [Double] = [
        -978_307_200, -978_307_200.001, -978_307_199.999, 0, 0.001, -0.001, 0.0005, 0.9999999, 252_423_993_599.999,
        252_423_993_600, -1, 5_097_600, 5_097_599.9994,
    ]

    @Test("A time is written as Foundation writes it")
    func written() {
        var random = SplitMix(seed: 1)
        let spread = (0..<4000).map { _ in Double.random(in: -978_307_200...252_423_993_599, using: &random) }
        let near = (0..<4000).map { _ in Double.random(in: 780_000_000...830_000_000, using: &random) }
        let whole = (0..<2000).map { Double(800_000_000) + Double($0) / 1000 }
        for time in Self.edges + spread + near + whole {
            let date = Date(timeIntervalSinceReferenceDate: time)
            #expect(date.timestamp == ISOTime.formatted(date), "\(time)")
        }
        #expect(ISOTime.ordinaryText(of: Date(timeIntervalSinceReferenceDate: 800_000_000)) != nil)
    }

    @Test("A time is read as Foundation reads it")
    func read() {
        var random = SplitMix(seed: 2)
        for _ in 0..<4000 {
            let time = Double.random(in: -978_307_200...252_423_993_599, using: &random)
            let text = ISOTime.formatted(Date(timeIntervalSinceReferenceDate: time))
            for text in [text, String(text.prefix(19)) + "Z"] {
                #expect(ISOTime.ordinary(text) != nil)
                #expect(ISOTime.parse(text) == ISOTime.parseByFormat(text), "\(text)")
            }
        }
    }

    @Test("A text that is nearly such a time is read as Foundation reads it")
    func nearlyRead() {
        var random = SplitMix(seed: 3)
        let letters = Array("0123456789-:.TZ ,+az".utf8)
        for number in 0..<6000 {
            var text = Array((number % 2 == 0 ? "2024-02-29T23:59:58.123Z" : "2024-02-29T23:59:58Z").utf8)
            for _ in 0...random.next(below: 2) {
                text[random.next(below: text.count)] = letters[random.next(below: letters.count)]
            }
            let string = String(decoding: text, as: UTF8.self)
            guard let ordinary = ISOTime.ordinary(string) else { continue }
            #expect(ordinary == ISOTime.parseByFormat(string), "\(string)")
        }
        for text in [
            "2023-02-29T00:00:00.000Z", "2024-13-01T00:00:00.000Z", "2024-01-01T24:00:00.000Z", "2023-02-29T00:00:00Z",
        ] {
            #expect(ISOTime.ordinary(text) == nil)
        }
    }

    @Test("The date of a reply is read by its places as by its words")
    func replies() {
        var random = SplitMix(seed: 4)
        let months = [
            "Jan", "Feb", "mar", "APR", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Juni", "Foo",
        ]
        var ordinary = 0
        for _ in 0..<6000 {
            func two(_ limit: Int) -> String {
                let number = String(random.next(below: limit))
                return number.count == 1 ? "0" + number : number
            }
            var text =
                "Sun, \(two(34)) \(months[random.next(below: months.count)]) \(1960 + random.next(below: 200)) "
                + "\(two(26)):\(two(62)):\(two(63)) GMT"
            if random.next(below: 4) == 0 {
                var bytes = Array(text.utf8)
                bytes[random.next(below: bytes.count)] = Array("0aZ ,-:".utf8)[random.next(below: 7)]
                text = String(decoding: bytes, as: UTF8.self)
            }
            guard let date = HTTPDate.ordinary(text) else { continue }
            ordinary += 1
            #expect(date == HTTPDate.parseAnyForm(text), "\(text)")
        }
        #expect(ordinary > 2000)
        #expect(HTTPDate.ordinary("Sun, 06 Nov 1994 08:49:37 GMT") == Date(timeIntervalSince1970: 784_111_777))
    }
}
