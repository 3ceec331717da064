#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What is known about the attempts for one person that may have created an invitation.
///
/// From the moment its request may have left, an attempt is in doubt until something proves its outcome. This one value
/// carries what is known, from the sender into the journal and back at the next start.
/// ``step(canReadList:_:resendsUnknown:)`` says what follows from it. Sending, resuming and reporting ask that
/// function, and nothing else decides.
public struct Doubt: Hashable, Sendable {
    /// Why nobody knows. A later case in this list weighs more.
    public enum Cause: Int, Hashable, Sendable, Comparable {
        /// The server says that something like this is there already. None of our attempts need have made it.
        case exists
        /// A success with a whole body that this program does not understand.
        case notUnderstood
        /// A server error. The request may have been processed all the same.
        case serverError
        /// No final reply came, or the program was killed before one.
        case silence

        /// Whether one cause weighs less than another.
        public static func < (left: Cause, right: Cause) -> Bool { left.rawValue < right.rawValue }
    }

    /// What an attempt asked for.
    public struct Asked: Hashable, Sendable {
        /// The roles.
        public var roles: [String] = []
        /// The groups.
        public var groups: [String] = []

        /// Makes a request for these roles and groups, by default for none.
        public init(roles: [String] = [], groups: [String] = []) {
            self.roles = roles
            self.groups = groups
        }
    }

    /// Why nobody knows; `nil` if certainly no attempt that ended has created anything.
    public private(set) var cause: Cause?
    /// Whether an attempt is under way, or was when the program ended.
    public private(set) var isOpen = false
    /// How often the request was sent again while an earlier one was in doubt, over all starts of the program.
    public private(set) var resends = 0
    /// How often the list did not have the person, over all starts of the program, so that nothing was made.
    public private(set) var absences = 0
    /// When the first attempt in doubt began, by the server's clock; `nil` if that is not known.
    public var since: Date?

    /// Makes the state without a doubt: nothing was attempted, or the list did not have the person.
    ///
    /// - Parameter absences: How often the list did not have the person.
    public init(absences: Int = 0) { self.absences = absences }

    /// Whether an attempt may have created the invitation.
    public var mayExist: Bool { isOpen || cause != nil }

    /// Whether an attempt of ours may have created it, and not only somebody else's.
    public var mayBeOurs: Bool { isOpen || cause.map { $0 > .exists } ?? false }

    /// Whether nothing is sent again if the list does not have the person. That is so if the server said no to the last
    /// attempt, and only the meaning of that is open.
    public var endsWhenAbsent: Bool { !isOpen && cause.map { $0 <= .notUnderstood } ?? false }

    /// Notes that an attempt is about to leave.
    ///
    /// - Parameter time: The time by the server's clock, if that is known.
    public mutating func begin(at time: Date? = nil) {
        if mayExist { resends += 1 } else { since = time }
        // An attempt that begins while another is open settles nothing about that one.
        if isOpen { raise(.silence) }
        isOpen = true
    }

    /// Notes that an attempt ended, or that the list told its outcome.
    public mutating func end(_ result: AttemptResult) {
        isOpen = false
        switch result {
        case .perhapsProcessed: raise(.serverError)
        case .unknown: raise(.silence)
        case .notUnderstood: raise(.notUnderstood)
        case .conflict: raise(.exists)
        case .notFound:
            absences += 1
            settle()
        case .invited, .alreadyInvited, .alreadyMember: settle()
        // This attempt created nothing, whatever an earlier one did.
        case .refused, .turnedAway, .credentials, .wholeRun, .notSent:
            resends = max(0, resends - (cause == nil ? 0 : 1))
        case .revoked, .gone, .accepted: break
        }
    }

    /// The doubt that an attempt leaves if it began and has no known end.
    public static var begun: Doubt {
        var doubt = Doubt()
        doubt.begin()
        return doubt
    }

    /// Notes that the outcome of all attempts is certain.
    public mutating func settle() {
        (cause, isOpen, since) = (nil, false, nil)
    }

    private mutating func raise(_ new: Cause) {
        cause = max(cause ?? new, new)
    }
}

extension Doubt {
    /// What follows for a person.
    public enum Step: Hashable, Sendable {
        /// The request may be sent.
        case send
        /// The server's list is read, and decides.
        case settle
        /// Nothing can be found out, and nothing may be sent.
        case giveUp
    }

    /// The step that follows from what is known.
    ///
    /// - Parameters:
    ///   - canReadList: Whether the server's list of invitations can be read.
    ///   - policy: What to do after server errors.
    ///   - resendsUnknown: Whether a person decided to send again where the list cannot be read.
    public func step(canReadList: Bool, _ policy: RetryPolicy, resendsUnknown: Bool = false) -> Step {
        guard mayExist else { return .send }
        let isServerError = !isOpen && cause == .serverError
        if isServerError, policy.serverErrors == .always, resends < policy.maxAttempts - 1 { return .send }
        if canReadList { return .settle }
        if resendsUnknown { return .send }
        return isServerError && policy.serverErrors == .settled && resends < 1 ? .send : .giveUp
    }
}
