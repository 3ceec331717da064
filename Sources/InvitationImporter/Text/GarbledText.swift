/// Recognises UTF-8 that was read in another encoding and then saved: `Ã¼` for `ü`, `â€™` for `’`.
public enum GarbledText {
    /// The original text; `nil` if the text does not look garbled.
    ///
    /// Looks for characters whose bytes in windows-1252, Mac Roman, code page 437 or 850, or windows-1251 together form
    /// one UTF-8 character. A text that was garbled twice is mended twice.
    public static func meaning(of text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0xC3 }) else { return nil }
        let scalars = Array(text.unicodeScalars)
        for page in CodePage.all {
            guard let mended = mended(scalars, page) else { continue }
            return meaning(of: mended) ?? mended
        }
        return nil
    }

    /// Whether one character may be made of these two and those behind them. Where this is false of all neighbours, a
    /// text is not garbled.
    static func mayBegin(_ first: UInt32, _ second: UInt32) -> Bool {
        guard first < 1 << 16, second < 1 << 16 else { return false }
        return roles[Int(first)] & roles[Int(second)] >> 8 != 0
    }

    /// For each character of the first 65,536: in which pages its byte begins a character of UTF-8, a bit for each;
    /// times 256, in which it goes on with one.
    private static let roles: [UInt16] = {
        var roles = [UInt16](repeating: 0, count: 1 << 16)
        for (number, page) in CodePage.all.enumerated() {
            for (scalar, byte) in page.bytes {
                if isLead(byte) { roles[Int(scalar.value)] |= 1 << number }
                if byte < 0xC0 { roles[Int(scalar.value)] |= 0x100 << number }
            }
        }
        return roles
    }()

    private static func isLead(_ byte: UInt8) -> Bool { (0xC2...0xF4).contains(byte) }

    private static func mended(_ scalars: [UnicodeScalar], _ page: CodePage) -> String? {
        var result = String.UnicodeScalarView()
        var (found, index, isCertain) = (0, 0, false)
        while index < scalars.count {
            if let (scalar, length) = character(in: scalars[index...], page) {
                found += 1
                isCertain = isCertain || page.isCertain(scalar)
                result.append(scalar)
                index += length
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return isCertain || found > 1 ? String(result) : nil
    }

    /// The UTF-8 character that the first scalars form, if they are bytes in a code page.
    private static func character(
        in scalars: ArraySlice<UnicodeScalar>, _ page: CodePage
    ) -> (scalar: UnicodeScalar, length: Int)? {
        guard let first = scalars.first, first.value > 0x7F, let lead = page.byte(first) else { return nil }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard isLead(lead), scalars.count >= length else { return nil }
        let bytes = [lead] + scalars.dropFirst().prefix(length - 1).compactMap { $0.value > 0x7F ? page.byte($0) : nil }
        guard bytes.count == length, let text = String(validating: bytes, as: UTF8.self),
            let scalar = text.unicodeScalars.first, page.mayGive(scalar)
        else { return nil }
        return (scalar, length)
    }
}

/// An encoding with one byte for each character, in which UTF-8 is often read by mistake.
private struct CodePage: Sendable {
    /// The byte of each character from 0x80 on.
    let bytes: [UnicodeScalar: UInt8]
    private let certain: [ClosedRange<UInt32>]
    private let plausible: [ClosedRange<UInt32>]

    /// - Parameters:
    ///   - upper: the characters of the bytes from 0x80 on.
    ///   - certain: characters that prove by themselves that a text is garbled.
    init(_ upper: String, certain: [ClosedRange<UInt32>]) {
        var bytes: [UnicodeScalar: UInt8] = [:]
        for (index, scalar) in upper.unicodeScalars.enumerated() where bytes[scalar] == nil {
            bytes[scalar] = UInt8(truncatingIfNeeded: 0x80 + index)
        }
        self.bytes = bytes
        self.certain = certain
        // Letters of Latin, Greek and Cyrillic, and the punctuation of word processors.
        plausible = [0xA0...0x24F, 0x370...0x52F, 0x1E00...0x1EFF, 0x2010...0x203A, 0x20AC...0x20AC, 0x2122...0x2122]
    }

    func byte(_ scalar: UnicodeScalar) -> UInt8? { bytes[scalar] }

    func mayGive(_ scalar: UnicodeScalar) -> Bool {
        plausible.contains { $0.contains(scalar.value) } || scalar.value >= 0x3000
    }

    func isCertain(_ scalar: UnicodeScalar) -> Bool { certain.contains { $0.contains(scalar.value) } }

    /// The pages, in the order in which they are tried. In capitals and before quotation marks, letters of a real text
    /// can look like the bytes of one character by chance. So only what no real text has is certain.
    static let all: [CodePage] = [
        CodePage(windows1252, certain: [0xA0...0xFF, 0x2010...0x203A, 0x20AC...0x20AC]),
        CodePage(macRoman, certain: [0xC0...0xFF, 0x2010...0x203A]), CodePage(codePage437, certain: [0xC0...0xFF]),
        CodePage(codePage850, certain: [0xC0...0xFF]),
        CodePage(windows1251, certain: []),
    ]

    private static let latin1 = String(
        String.UnicodeScalarView((0xA0...0xFF).compactMap { UnicodeScalar($0 as UInt32) }))
    /// Bytes without a meaning in it stand for the control characters of ISO 8859-1.
    private static let windows1252 =
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ" + latin1
    private static let macRoman =
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
        + "\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
    private static let codePage437 =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}"
    private static let codePage850 =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
    private static let windows1251 =
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
}
