/// A role, a group or an organization, as the server names it.
public struct ServerResource: Hashable, Sendable {
    /// The id, which requests use.
    public var id: String
    /// A second id that never changes; `nil` if the server does not say.
    public var uid: String?
    /// The name that people see; `nil` if the server does not say.
    public var displayName: String?

    /// Makes a resource.
    public init(id: String, uid: String? = nil, displayName: String? = nil) {
        self.id = id
        self.uid = uid
        self.displayName = displayName
    }

    /// Reads a resource; `nil` without an id.
    init?(_ value: JSONValue) {
        guard let id = value.id else { return nil }
        self.init(id: id, uid: value["uid"]?.plainText, displayName: value["displayName"]?.string)
    }
}
