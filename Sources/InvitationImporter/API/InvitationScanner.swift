/// Reads an invitation as servers nearly always write it: one flat object of known members, in ASCII and without
/// escapes. It makes no value of what nobody asks for.
///
/// It never guesses. What it does not know in any way is left to ``JSONValue`` and ``CreatedInvitation``, which say
/// what is right.
struct InvitationScanner {
    /// The members that it knows. None tells of a failure or a warning whatever its value is, and none stands for the
    /// whole invitation.
    private enum Member: String {
        case id, uid, email, roles, groups, status, expiresAt
        case createdAt, selfLink, displayName, name, updatedAt, organization, organizationId, orgId

        /// A bit of its own.
        var bit: UInt32 {
            switch self {
            case .id: 1 << 0
            case .uid: 1 << 1
            case .email: 1 << 2
            case .roles: 1 << 3
            case .groups: 1 << 4
            case .status: 1 << 5
            case .expiresAt: 1 << 6
            case .createdAt: 1 << 7
            case .selfLink: 1 << 8
            case .displayName: 1 << 9
            case .name: 1 << 10
            case .updatedAt: 1 << 11
            case .organization: 1 << 12
            case .organizationId: 1 << 13
            case .orgId: 1 << 14
            }
        }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var seen: UInt32 = 0
    private var ownID: Range<Int>?
    private var uid: Range<Int>?
    /// The address; `nil` if there is none.
    private(set) var email: Range<Int>?
    /// When the invitation ends; `nil` if that is not said.
    private(set) var expiresAt: Range<Int>?
    /// The roles; `nil` if none are shown.
    private(set) var roles: [Range<Int>]?
    /// The groups; `nil` if none are shown.
    private(set) var groups: [Range<Int>]?

    /// The id of the invitation, which is not empty.
    var id: Range<Int>? { ownID ?? uid }

    /// Reads all of the bytes; `nil` if they are anything but such an object.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        guard takes(.openBrace) else { return nil }
        repeat {
            guard takesMember() else { return nil }
        } while takes(.comma)
        guard takes(.closeBrace) else { return nil }
        skipBlanks()
        guard index == bytes.count else { return nil }
    }

    /// The text at a place.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// Whether these texts, and no others, stand at some places in this order.
    func are(_ ranges: [Range<Int>], _ texts: [String]) -> Bool {
        ranges.count == texts.count
            && zip(ranges, texts).allSatisfy { $1.utf8.elementsEqual(UnsafeBufferPointer(rebasing: bytes[$0])) }
    }
}

// MARK: - Members

extension InvitationScanner {
    private mutating func takesMember() -> Bool {
        guard let name = takeText(), name.count < 16, let member = Member(rawValue: text(name)), takes(.colon),
            seen & member.bit == 0
        else { return false }
        seen |= member.bit
        switch member {
        case .id:
            ownID = takeText()
            return ownID.map(isID) ?? false
        case .uid:
            uid = takeText()
            return uid.map(isID) ?? false
        case .email:
            email = takeText()
            return email != nil
        case .roles:
            roles = takeTexts()
            return roles != nil
        case .groups:
            groups = takeTexts()
            return groups != nil
        case .status: return takeText().map(isWaiting) ?? false
        case .expiresAt:
            if takesNull() { return true }
            expiresAt = takeTime()
            return expiresAt != nil
        case .createdAt: return takeTime() != nil
        case .updatedAt: return takesNull() || takeTime() != nil
        case .selfLink, .displayName, .name, .organization, .organizationId, .orgId:
            // It may name another person, as `bob@x.example` or `bob%40x.example`, or something else: `operations/7`.
            return takesNull()
                || takeText().map { text in
                    !bytes[text].contains { $0 == 0x40 || $0 == 0x25 || $0 == 0x2F && member == .name }
                } ?? false
        }
    }

    /// Whether a text can be an id.
    private func isID(_ text: Range<Int>) -> Bool {
        !text.isEmpty && !(text.count == 1 && bytes[text.lowerBound] == 0x30)
    }

    /// Whether a word says that the invitation is new.
    private func isWaiting(_ word: Range<Int>) -> Bool {
        switch text(word) {
        case "pending", "PENDING", "sent", "created": true
        default: false
        }
    }
}

// MARK: - Values

extension InvitationScanner {
    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index].isBlank { index += 1 }
    }

    private mutating func takes(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func takesNull() -> Bool {
        skipBlanks()
        guard index + 4 <= bytes.count, bytes[index..<index + 4].elementsEqual("null".utf8) else { return false }
        index += 4
        return true
    }

    /// A text of printable ASCII without escapes; `nil` for any other value.
    private mutating func takeText() -> Range<Int>? {
        guard takes(.quote) else { return nil }
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == .quote {
                index += 1
                return start..<index - 1
            }
            guard byte >= .space, byte < 0x7F, byte != .backslash else { return nil }
            index += 1
        }
        return nil
    }

    /// A text that is empty or begins as a time does; `nil` for any other. A word in its place may say that nothing was
    /// created.
    private mutating func takeTime() -> Range<Int>? {
        takeText().flatMap { $0.isEmpty || $0.count >= 10 && bytes[$0.lowerBound].isDigit ? $0 : nil }
    }

    /// An array of such texts; `nil` for any other value.
    private mutating func takeTexts() -> [Range<Int>]? {
        guard takes(.openBracket) else { return nil }
        var texts: [Range<Int>] = []
        if takes(.closeBracket) { return texts }
        repeat {
            guard let text = takeText() else { return nil }
            texts.append(text)
        } while takes(.comma)
        return takes(.closeBracket) ? texts : nil
    }
}
