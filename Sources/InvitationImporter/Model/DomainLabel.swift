/// Which characters a label of a domain name in another script may have: RFC 5892, with the rules of its appendix A.
enum DomainLabel {
    /// The first character that no U-label may have here; `nil` if there is none.
    ///
    /// - Parameter label: in lower case and normalisation form C.
    static func forbidden(in label: [UnicodeScalar]) -> UnicodeScalar? {
        for index in label.indices {
            switch kind(label[index]) {
            case .valid: continue
            case .disallowed: return label[index]
            case .contextual: if !fits(label, index) { return label[index] }
            }
        }
        return nil
    }

    private enum Kind {
        case valid
        case contextual
        case disallowed
    }

    /// RFC 5892 section 3, in its order.
    private static func kind(_ scalar: UnicodeScalar) -> Kind {
        switch scalar.value {
        case 0x2D, 0x30...0x39, 0x61...0x7A, 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return .valid
        case 0..<0x80: return .disallowed
        case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x200C, 0x200D, 0x660...0x669, 0x6F0...0x6F9: return .contextual
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return .disallowed
        // Marks for symbols and music, and the parts of old Hangul letters.
        case 0x20D0...0x20FF, 0x1D100...0x1D24F, 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return .disallowed
        default: break
        }
        let properties = scalar.properties
        if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint { return .disallowed }
        switch properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber:
            return .valid
        default: return .disallowed
        }
    }

    /// RFC 5892 appendix A.
    private static func fits(_ label: [UnicodeScalar], _ index: Int) -> Bool {
        let before = index > 0 ? label[index - 1] : nil
        let after = index + 1 < label.count ? label[index + 1] : nil
        switch label[index].value {
        case 0x200C, 0x200D: return joins(label, index)
        case 0xB7: return before == "l" && after == "l"
        case 0x375:
            return after.map { (0x370...0x3FF).contains($0.value) || (0x1F00...0x1FFF).contains($0.value) } ?? false
        case 0x5F3, 0x5F4: return before.map { (0x591...0x5F4).contains($0.value) } ?? false
        case 0x30FB: return label.contains(where: isJapanese)
        case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
        default: return !label.contains { (0x660...0x669).contains($0.value) }
        }
    }

    /// Whether a joiner makes a difference where it stands: after a virama or, for a zero-width non-joiner, between
    /// letters that would otherwise be joined.
    static func joins(_ label: [UnicodeScalar], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        if label[index - 1].properties.canonicalCombiningClass == .virama { return true }
        guard label[index].value == 0x200C, index + 1 < label.count else { return false }
        return isCursive(label[index - 1]) && isCursive(label[index + 1])
    }

    private static func isCursive(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x600...0x77F, 0x7C0...0x7FF, 0x840...0x8FF, 0x1800...0x18AF, 0xA840...0xA877, 0x10AC0...0x10AFF,
            0x1E900...0x1E95F:
            true
        default: false
        }
    }

    private static func isJapanese(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x30FB: false
        case 0x3041...0x30FF, 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}
