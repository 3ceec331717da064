/// An organization, role or group: something with an id, a uid and a name for people.
public struct SandboxResource: Sendable, Equatable {
    /// The id in paths and bodies, such as `acme` or `viewer`.
    public var id: String
    /// Its UUID.
    public var uid: String
    /// The name for people.
    public var displayName: String

    /// Makes a resource. By default, the uid is derived from the id, and the name is the id with a capital.
    public init(id: String, uid: String? = nil, displayName: String? = nil) {
        self.id = id
        self.uid = uid ?? SplitMix64.uuid(for: id)
        self.displayName = displayName ?? (id.prefix(1).uppercased() + id.dropFirst())
    }

    /// The default roles of a sandbox.
    public static let defaultRoles = [
        SandboxResource(id: "viewer", displayName: "Viewer"),
        SandboxResource(id: "member", displayName: "Member"),
        SandboxResource(id: "admin", displayName: "Admin"),
        SandboxResource(id: "iam-admin", displayName: "IAM Admin"),
        SandboxResource(id: "cluster-admin", displayName: "Cluster Admin"),
    ]

    /// The default groups of a sandbox.
    public static let defaultGroups = [
        SandboxResource(id: "eng", displayName: "Engineering"),
        SandboxResource(id: "ops", displayName: "Operations"),
        SandboxResource(id: "sales", displayName: "Sales"),
    ]

    /// Whether a word in a request means this resource.
    func answers(to word: String) -> Bool { word == id || word == uid || word == displayName }
}
