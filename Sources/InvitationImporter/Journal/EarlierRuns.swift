#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What earlier starts in a run directory did that still matters to the next one.
public struct EarlierRuns: Sendable {
    /// When attempts began, in the order in which they did, for the quotas.
    public var attempts: [Date] = []
    /// The ids that the server gave to new invitations, by organization. A list that does not show them all is behind.
    public var created: [String: [String]] = [:]
    /// The people whom they are for. A list that shows one under their address has proved how it writes addresses.
    public var invited = KeySet()

    /// Makes an empty value.
    public init() {}

    /// Adds what the starts in another run directory did.
    mutating func add(_ other: EarlierRuns) {
        attempts = attempts.isEmpty ? other.attempts : (attempts + other.attempts).sorted()
        created.merge(other.created, uniquingKeysWith: +)
        for person in other.invited { invited.insert(person) }
    }
}
