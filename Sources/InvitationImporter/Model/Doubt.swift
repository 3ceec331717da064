#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What an earlier run left behind for a row: an attempt whose outcome nobody knows.
public struct Doubt: Hashable, Sendable {
    /// When that attempt began, by the server's clock; `nil` if that is not known.
    public var since: Date?
    /// What an attempt asked for.
    public struct Asked: Hashable, Sendable {
        /// The roles.
        public var roles: [String] = []
        /// The groups.
        public var groups: [String] = []

        /// Makes what asks for nothing, or for these.
        public init(roles: [String] = [], groups: [String] = []) {
            self.roles = roles
            self.groups = groups
        }
    }

    /// What that attempt asked for, if the row asks for something else by now; `nil` if that is not known.
    public var asked: Asked?
    /// Whether the row may be sent again where the list cannot be read (a server error, not silence).
    public var mayResend: Bool
    /// Whether the list is asked first, where it can be read; not with `--retry-5xx always`.
    public var isLookedUpFirst: Bool

    /// Makes an open end.
    public init(since: Date?, mayResend: Bool, isLookedUpFirst: Bool = true) {
        self.since = since
        self.mayResend = mayResend
        self.isLookedUpFirst = isLookedUpFirst
    }
}
