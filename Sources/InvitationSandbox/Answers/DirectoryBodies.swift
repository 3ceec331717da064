/// An organization in the API's form.
struct OrganizationBody: Encodable {
    var id: String
    var uid: String
    var displayName: String
}

/// A role in the API's form.
struct RoleBody: Encodable {
    var id: String
    var uid: String
    var displayName: String
    var description: String
    var permissions: [String] = []
    var createdAt = "2023-11-07T05:31:56Z"
}

/// A group in the API's form.
struct GroupBody: Encodable {
    var id: String
    var uid: String
    var displayName: String
    var description: String
    var memberCount = 0
}

/// A member in the API's form.
struct UserBody: Encodable {
    var id: String
    var uid: String
    var email: String
    var displayName: String
    var roles: [String]
    var status = "active"
}

/// A page of any of these. One key names the elements, beside the cursor and the total.
struct DirectoryBody<Element: Encodable>: Encodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    var name: String
    var elements: [Element]
    var next: String?
    var total: Int?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(elements, forKey: Key(name))
        try container.encodeIfPresent(next, forKey: Key("nextPageToken"))
        try container.encodeIfPresent(total, forKey: Key("total"))
    }
}
