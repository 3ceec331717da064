/// What an earlier start of the program left open about a person, from its journal.
public struct EarlierDoubt: Hashable, Sendable {
    /// What is known of the attempts.
    public var doubt: Doubt
    /// What the last attempt asked for; `nil` if that was not written down.
    public var asked: Doubt.Asked?
    /// The ids of invitations for the person that were over before the first attempt in doubt, so that attempt did not
    /// make them; `nil` if the list had not been read then.
    public var idsBefore: [String]?

    /// Makes an earlier doubt.
    public init(_ doubt: Doubt, asked: Doubt.Asked? = nil, idsBefore: [String]? = nil) {
        self.doubt = doubt
        self.asked = asked
        self.idsBefore = idsBefore
    }
}
