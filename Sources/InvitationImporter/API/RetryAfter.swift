#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The `Retry-After` header (RFC 9110, 10.2.3). libcurl is not asked: 7.88.1 gave -848688113 for a past date.
public enum RetryAfter: Hashable, Sendable {
    /// Wait for this long; never below zero.
    case wait(Duration)
    /// Longer than any wait that makes sense: more than a year, or a number too large to count.
    case tooLong

    /// Reads the header.
    ///
    /// It may be whole seconds, with a fraction rounded up to the next second, or a date in any of HTTP's three forms.
    /// A past date means no wait.
    ///
    /// - Parameters:
    ///   - text: The value of the header.
    ///   - now: The server's time if it sent a `Date`, else this machine's. Dates count from it.
    /// - Returns: `nil` for anything else. The caller then backs off by its own rule.
    public init?(_ text: String, now: Date) {
        let text = text.trimmingASCIISpace
        if let first = text.utf8.first, (0x30...0x39).contains(first), let seconds = Self.seconds(text) {
            self = seconds > Self.most ? .tooLong : .wait(.seconds(seconds))
        } else if let date = HTTPDate.parse(text) {
            let seconds = date.timeIntervalSince(now).rounded(.up)
            self = seconds > Double(Self.most) ? .tooLong : .wait(.seconds(max(0, Int(seconds))))
        } else {
            return nil
        }
    }

    private static let most = 366 * 86_400

    /// The seconds, rounded up. A number with too many digits counts as more than the most.
    private static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { byte in (0x30...0x39).contains(byte) } }) else {
            return nil
        }
        guard let whole = Int(parts[0]), whole <= most else { return most + 1 }
        let rest = parts.count == 2 && parts[1].utf8.contains { $0 != 0x30 }
        return whole + (rest ? 1 : 0)
    }
}

extension String {
    /// The text without spaces, tabs and line ends at its ends.
    var trimmingASCIISpace: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var part = utf8[...]
        while let first = part.first, isSpace(first) { part.removeFirst() }
        while let last = part.last, isSpace(last) { part.removeLast() }
        return String(Substring(part))
    }
}
