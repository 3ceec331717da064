import CurlMulti

/// The answer that nearly every attempt gets: a whole 200, 201 or 202 with the invitation that was asked for, and
/// nothing that needs a second look.
///
/// It is read from the bytes, and means what ``AttemptReply/init(examining:inviting:)`` makes of it. Any other answer
/// is not ordinary, whatever it means.
struct OrdinarySuccess {
    /// The id of the invitation.
    let id: String
    /// When the invitation expires, as the server wrote it.
    let expiresAt: String?

    /// Reads a reply; `nil` if it is not ordinary.
    init?(_ reply: ServerReply, asked: Invitation) {
        guard reply.kind == .served, let status = reply.status, (200...202).contains(status), reply.isWhole,
            !reply.hasFailureBeside
        else { return nil }
        let found = reply.exchange.body.withUnsafeBufferPointer { bytes -> (String, String?)? in
            guard let scan = InvitationScanner(bytes), let id = scan.id, !scan.are([id], [asked.organization]),
                scan.roles.map({ scan.are($0, asked.roles) }) ?? true,
                scan.groups.map({ scan.are($0, asked.groups) }) ?? true,
                scan.email.map({ Self.isAddress(UnsafeBufferPointer(rebasing: bytes[$0]), of: asked) }) ?? true
            else { return nil }
            return (scan.text(id), scan.expiresAt.map(scan.text))
        }
        guard let found else { return nil }
        (id, expiresAt) = (reply.secrets.struck(found.0), found.1.map(reply.secrets.struck))
    }

    /// Whether the bytes are an ordinary address, and that of a person: the key of such an address is its small
    /// letters.
    private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, of asked: Invitation) -> Bool {
        let key = asked.key.text.utf8
        guard isOrdinary(bytes), key.starts(with: asked.organization.utf8) else { return false }
        let rest = key.dropFirst(asked.organization.utf8.count)
        return rest.first == .space && rest.dropFirst().elementsEqual(bytes.lazy.map(small))
    }

    private static func small(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }

    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

// MARK: - Ordinary addresses

extension OrdinarySuccess {
    /// Whether an address has nothing about it that could be read in two ways: letters, digits, `.`, `_`, `+`, `-` and
    /// one @, in the usual order and length.
    static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")), at <= 64 else { return false }
        let name = bytes[..<at].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let labels = bytes[(at + 1)...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let last = labels.last, labels.count > 1, last.count > 1, last.allSatisfy(isLetter) else { return false }
        return name.allSatisfy { !$0.isEmpty && $0.allSatisfy(isOfName) } && labels.allSatisfy(isLabel)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "-")
    }

    /// Whether this is a label of a domain that is no A-label.
    private static func isLabel(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard (1...63).contains(label.count), label.first != hyphen, label.last != hyphen else { return false }
        var before: UInt8 = 0
        for byte in label {
            guard isLetter(byte) || byte.isDigit || byte == hyphen && before != hyphen else { return false }
            before = byte
        }
        return true
    }
}
