/// Recognises columns by their names, however people write them.
public enum ColumnNames {
    /// A name reduced to what counts: letters and digits in lower case, without text in brackets.
    ///
    /// `E-mail Address [Required]` becomes `emailaddress`. A name that is nothing but brackets gives their text.
    public static func folded(_ name: String) -> String {
        foldedASCII(name) ?? foldedUnicode(name)
    }

    /// The same for a name of ASCII characters, as most are; `nil` for any other. Presets ask for hundreds of names for
    /// each of perhaps ten thousand files.
    private static func foldedASCII(_ name: String) -> String? {
        var (outside, all): ([UInt8], [UInt8]) = ([], [])
        var depth = 0
        for byte in name.utf8 {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                let lower = byte | 0x20
                all.append(lower)
                if depth == 0 { outside.append(lower) }
            default: continue
            }
        }
        return String(decoding: outside.isEmpty ? all : outside, as: UTF8.self)
    }

    private static func foldedUnicode(_ name: String) -> String {
        var outside = String.UnicodeScalarView()
        var all = String.UnicodeScalarView()
        var depth = 0
        for scalar in name.withoutWidth().unicodeScalars {
            switch scalar {
            case "[", "(": depth += 1
            case "]", ")": depth = max(0, depth - 1)
            default:
                guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { continue }
                all.append(scalar)
                if depth == 0 { outside.append(scalar) }
            }
        }
        return String(outside.isEmpty ? all : outside).lowercased()
    }

    /// The text in the last brackets of a name, folded; `nil` if there is none. In some templates it is the key.
    ///
    /// `Email address to invite [inviteeEmail] Required` becomes `inviteeemail`.
    public static func bracketed(_ name: String) -> String? {
        guard let open = name.lastIndex(of: "["), let close = name[open...].firstIndex(of: "]") else { return nil }
        let inner = folded(String(name[name.index(after: open)..<close]))
        return inner.isEmpty ? nil : inner
    }

    /// The field that a column of this name gives; `nil` if it gives none.
    ///
    /// Names that only might mean a field (`note`, `team`) do not count: a private note must not be mailed by a guess,
    /// and a right not granted by one.
    public static func field(named name: String) -> Field? {
        synonyms[folded(name)]
    }

    /// The field that a numbered column gives a part of: `group1`, `Role 2`, `groups.0`; `nil` for any other name.
    static func numberedField(_ name: String) -> Field? {
        let base = withoutNumber(name)
        guard base != folded(name), let field = synonyms[base], field == .roles || field == .groups else { return nil }
        return field
    }

    /// The folded name, without a number at its end.
    static func withoutNumber(_ name: String) -> String {
        var folded = folded(name)
        while folded.utf8.last?.isDigit == true { folded.removeLast() }
        return folded
    }

    /// The names of columns that may hold parts of a person's name, or their role, group, department or unit.
    static let givenNames = ["First Name", "Given Name", "Forename"]
    static let familyNames = ["Last Name", "Surname", "Family Name"]
    static let roleSources = ["role", "roles", "group", "groups", "department", "team", "Org Unit Path", "Org Unit"]

    private static let synonyms: [String: Field] = [
        "email": .email, "emailaddress": .email, "mail": .email, "emailaddr": .email, "useremail": .email,
        "mailaddress": .email,
        "role": .roles, "roles": .roles,
        "group": .groups, "groups": .groups,
        "message": .message,
        "name": .name, "fullname": .name, "displayname": .name,
        "organization": .organization, "organisation": .organization, "org": .organization,
        "organizationid": .organization, "organisationid": .organization, "orgid": .organization,
        "status": .status,
    ]
}
