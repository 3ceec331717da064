import CurlMulti
import InvitationImporter
import TestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct RateHintFuzzTests {
    private static let names = [
        "RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset",
        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Rate-Limit-Reset",
        "X-RateLimit-Remaining-Hour", "X-RateLimit-Limit-Second", "X-RateLimit-Reset-After",
    ]
    private static let pieces = [
        "\"a\"", "\"", "\\", ";", ",", "=", ";r=", ";t=", ";w=", ";q=", ";pk=:YQ==:", ":", "limit=", "remaining=",
        "reset=", "0", "1", "50", "-", ".", "1700006430", "1700006430000", "99999999999999999999", " ", "T", "Z", "+",
        "2023-11-15T00:00:30", "Wed, 15 Nov 2023 00:00:30 GMT", "(", "?1", "@5", "%\"", "é", "\u{0}", "e9", "NaN",
        ";qu=\"content-bytes\"", "a", "*",
    ]

    @Test(arguments: 0..<4)
    func nothingCrashesAndAllStaysInBounds(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<1000 {
            let headers = HTTPHeaders(
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    let name = Self.names.randomElement(using: &generator) ?? ""
                    let count = Int.random(in: 0...9, using: &generator)
                    let value = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
                    return (name, value.joined())
                })
            guard let hint = RateHint(headers: headers, now: RateHintTests.now) else { continue }
            #expect(hint != RateHint(), "\(headers)")
            #expect((0...1_000_000_000_000_000).contains(hint.remaining ?? 0), "\(headers)")
            #expect((Duration.zero...Duration.seconds(86_400)).contains(hint.reset ?? .zero), "\(headers)")
            switch hint.advice() {
            case .perSecond(let pace): #expect(pace > 0 && pace.isFinite, "\(headers)")
            case .pause(let time): #expect(time > .zero && time <= .seconds(86_400), "\(headers)")
            case nil: break
            }
        }
    }

    @Test(arguments: 0..<4)
    func noBytesCrash(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<1000 {
            let bytes = (0..<Int.random(in: 0...45, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let headers = HTTPHeaders(Self.names.map { ($0, text) })
            _ = RateHint(headers: headers, now: Date(timeIntervalSince1970: Double(seed) * 1e300))?.advice()
        }
    }
}
