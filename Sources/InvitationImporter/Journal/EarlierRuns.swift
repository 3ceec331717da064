#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What earlier starts in a run directory did that still matters to the next one.
public struct EarlierRuns: Hashable, Sendable {
    /// When attempts began, in the order in which they did, for the quotas.
    public var attempts: [Date] = []
    /// The ids that the server gave to new invitations, by organization. A list that does not show them all is behind.
    public var created: [String: [String]] = [:]

    /// Makes an empty value.
    public init() {}

    /// Adds what the starts in another run directory did.
    mutating func add(_ other: EarlierRuns) {
        attempts = attempts.isEmpty ? other.attempts : (attempts + other.attempts).sorted()
        created.merge(other.created, uniquingKeysWith: +)
    }
}
