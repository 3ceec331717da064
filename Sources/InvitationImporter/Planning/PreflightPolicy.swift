/// Whether and how the server is asked before the plan.
public struct PreflightPolicy: Hashable, Sendable {
    /// What is read from the server.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// Whatever may be read is read.
        case auto
        /// Nothing is sent unless everything could be read.
        case require
        /// Nothing is read before the plan. Before the first mail, the list of invitations is, but not waited for.
        case off
    }

    /// What is read; default ``Mode/auto``.
    public var mode = Mode.auto
    /// Whether roles and groups are sent as they are written, not by their ids; default false.
    public var sendsNames = false

    /// The default policy.
    public init() {}
}
