#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What earlier runs of a run directory did that still matters to the next one.
public struct EarlierRuns: Hashable, Sendable {
    /// When attempts were begun, in the order in which they were, for the quotas.
    public var attempts: [Date] = []
    /// The ids that the server gave to new invitations, by organization: a list that does not show them all is behind.
    public var created: [String: [String]] = [:]

    /// Nothing.
    public init() {}
}
