/// The names of settings that are no secret's, such as `CN` and `OU` in `CN=Ann Lee,OU=Sales`. A file has few of them,
/// and to judge one takes longer than to read a row.
final class HarmlessSettings {
    private var known = KnownBytes()
    /// Whether a byte of ASCII ends a setting.
    private let ends: [Bool] = (0..<128).map { (byte: UInt8) in
        let character = Character(UnicodeScalar(byte))
        return SecretValue.settingEnds.contains(character) || character.isWhitespace
    }

    /// Whether no setting in a text has a secret's name. Only for texts in ASCII; for all others this is `false`.
    func areAll(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.allSatisfy({ $0 < 0x80 }) else { return false }
        var (start, hasName) = (0, false)
        for index in text.indices {
            if ends[Int(text[index])] {
                (start, hasName) = (index + 1, false)
            } else if text[index] == UInt8(ascii: "="), !hasName {
                hasName = true
                guard isHarmless(UnsafeBufferPointer(rebasing: text[start..<index])) else { return false }
            }
        }
        return true
    }

    private func isHarmless(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if name.isEmpty || name.count > SecretValue.longestSetting || known.number(tag: 0, name) != nil { return true }
        guard !SecretName.isSecret(String(decoding: name, as: UTF8.self)) else { return false }
        known.add(tag: 0, name, number: 0)
        return true
    }
}
