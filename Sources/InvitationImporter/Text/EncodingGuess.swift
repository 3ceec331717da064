/// The encodings that bytes fit when they are not UTF-8. A message names them to a person, who looks at the file. No
/// guess is ever applied by itself.
enum EncodingGuess {
    /// Encodings in which the bytes are text that somebody may have written, the likeliest first; at most three.
    static func fitting(_ bytes: ArraySlice<UInt8>) -> [TextEncoding] {
        var best = candidates.compactMap { name, frequency -> (encoding: TextEncoding, likeness: Double)? in
            guard let encoding = TextEncoding(named: name), let text = text(of: bytes, in: encoding) else { return nil }
            let likeness = TextLikeness.of(text) * frequency
            return likeness > 0 ? (encoding, likeness) : nil
        }
        best.sort { $0.likeness > $1.likeness }
        var found = best.filter { $0.likeness >= (best.first?.likeness ?? 0) * 0.8 }.prefix(2).map(\.encoding)
        // One byte alone says little. Then the commonest encoding is named as well, if the byte means anything in it.
        let isAlone = bytes.count { $0 >= 0x80 } == 1
        if found.isEmpty || isAlone, !found.contains(.windows1252), text(of: bytes, in: .windows1252) != nil {
            found.append(.windows1252)
        }
        return found
    }

    /// Encodings, each with its frequency among files that are not UTF-8.
    private static let candidates: [(name: String, frequency: Double)] = [
        ("windows-1252", 1), ("shift_jis", 1), ("gb18030", 0.95), ("euc-kr", 1), ("big5", 0.85), ("euc-jp", 0.9),
        ("windows-1251", 1), ("koi8-r", 0.9), ("windows-1250", 0.95), ("windows-1253", 0.9), ("windows-1254", 0.8),
        ("macintosh", 0.7), ("cp850", 0.65), ("cp866", 0.8),
    ]

    /// The text; `nil` if the bytes do not fit. The last character may be cut.
    private static func text(of bytes: ArraySlice<UInt8>, in encoding: TextEncoding) -> String? {
        var transcoder = Transcoder(encoding, offset: 0)
        var output = [UInt8](repeating: 0, count: bytes.count * Transcoder.growth)
        let count = output.withUnsafeMutableBufferPointer { output in
            let count = transcoder.transcode(bytes, into: output)
            // A byte that means nothing shows up only in the next call.
            return count + transcoder.transcode([], into: UnsafeMutableBufferPointer(rebasing: output[count...]))
        }
        return transcoder.failure == nil ? String(decoding: output[..<count], as: UTF8.self) : nil
    }
}

/// How likely it is that somebody wrote a text.
enum TextLikeness {
    /// From 0 to 1: 0 if nobody writes this, and greater the likelier it is.
    static func of(_ text: String) -> Double {
        let scalars = Array(text.unicodeScalars)
        var sum = 0.0
        var count = 0
        for index in scalars.indices where scalars[index].value >= 0x80 {
            let before = index > 0 ? scalars[index - 1] : " "
            let after = index + 1 < scalars.count ? scalars[index + 1] : " "
            guard let likeness = likeness(scalars[index], before, after) else { return 0 }
            sum += likeness
            count += 1
        }
        return count == 0 ? 0 : sum / Double(count)
    }

    /// How likely a character is between its neighbours; `nil` if nobody writes it there.
    private static func likeness(_ scalar: UnicodeScalar, _ before: UnicodeScalar, _ after: UnicodeScalar) -> Double? {
        switch scalar.value {
        case 0x4E00...0x9FFF: return [before, after].contains { $0.isASCII && isLetter($0) } ? 0.5 : 0.9
        case 0x3041...0x30FF, 0x3005: return 1
        case 0xAC00...0xD7A3: return 0.9
        case 0x3000...0x303F, 0xFF01...0xFF60: return 0.8
        // Half-width katakana: single bytes give them by chance.
        case 0xFF61...0xFF9F: return 0.3
        case 0x400...0x52F: return inWord(scalar, before, after, 0x400...0x52F)
        case 0x370...0x3FF: return scalar.properties.isAlphabetic ? inWord(scalar, before, after, 0x370...0x3FF) : nil
        // A quotation mark stands at one end of a word.
        case 0x2018, 0x201C...0x201E, 0xAB, 0xBB: return isLetter(before) && isLetter(after) ? nil : 0.6
        case 0x2019, 0x2013, 0x2014, 0x2026, 0x20AC, 0x2022, 0xA0, 0xA7, 0xA9, 0xAE, 0xB0, 0xBF, 0xA1, 0xB4, 0xA3:
            return 0.6
        case 0xC0...0x24F where scalar.properties.isAlphabetic: return latin(scalar, before, after)
        default: return nil
        }
    }

    private static func isLetter(_ scalar: UnicodeScalar) -> Bool { scalar.properties.isAlphabetic }

    /// A letter with a mark. It mostly stands alone among plain ones; a capital inside a word is rare.
    private static func latin(_ scalar: UnicodeScalar, _ before: UnicodeScalar, _ after: UnicodeScalar) -> Double? {
        let hasPlain = [before, after].contains { $0.isASCII && isLetter($0) }
        let isOdd = scalar.properties.isUppercase && before.properties.isLowercase
        let isCommon = (0xC0...0xFF).contains(scalar.value)
        return (hasPlain ? 1 : 0.4) * (isOdd ? 0.3 : 1) * (isCommon ? 1 : 0.8)
    }

    /// A letter of a script that shares no word with other scripts. Where two encodings are mixed up, small letters
    /// become capitals.
    private static func inWord(
        _ scalar: UnicodeScalar, _ before: UnicodeScalar, _ after: UnicodeScalar, _ script: ClosedRange<UInt32>
    ) -> Double {
        let hasSame = [before, after].contains { script.contains($0.value) }
        let hasOther = [before, after].contains { $0.isASCII && isLetter($0) }
        let isCapital = scalar.properties.isUppercase
        let isOdd = isCapital && isLetter(before)
        let isModern = script.lowerBound == 0x370 || (0x410...0x44F).contains(scalar.value) || scalar.value == 0x451
        return (hasOther ? 0.2 : hasSame ? 1 : 0.5) * (isOdd ? 0.3 : isCapital ? 0.9 : 1) * (isModern ? 1 : 0.7)
    }
}
