/// The documented forms of an organization's id.
enum OrganizationID {
    /// Whether an id is a name (`acme`, `org-s1t2u3`), a UUID, or the older `org_` with letters and digits.
    static func looksUsual(_ id: String) -> Bool {
        isName(id) || isUUID(id) || isOldForm(id)
    }

    /// The forms of ids. One organization may be named in several.
    enum Form: Hashable {
        case name, uuid, old
        /// None of the documented ones: `organizations/acme`.
        case unusual
    }

    /// The form of an id.
    static func form(of id: String) -> Form {
        if isName(id) { return .name }
        if isUUID(id) { return .uuid }
        return isOldForm(id) ? .old : .unusual
    }

    /// `^[a-z]([-a-z0-9]*[a-z0-9])?$`, at most 63 characters.
    private static func isName(_ id: String) -> Bool {
        guard let first = id.utf8.first, let last = id.utf8.last, id.utf8.count <= 63 else { return false }
        return isLower(first) && (isLower(last) || isDigit(last))
            && id.utf8.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isUUID(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.utf8.allSatisfy(isHex) }
    }

    private static func isOldForm(_ id: String) -> Bool {
        id.hasPrefix("org_") && id.utf8.count > 4
            && id.utf8.dropFirst(4).allSatisfy { isLower($0 | 0x20) || isDigit($0) }
    }

    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
}
