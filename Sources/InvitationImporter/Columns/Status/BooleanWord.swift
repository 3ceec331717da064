/// Reads yes or no, as spreadsheets of many languages and databases write it.
///
/// Excel writes Booleans in its own language: `False` that went through a German one comes back as `FALSCH`.
enum BooleanWord {
    /// Whether a text says yes; `nil` if it says neither yes nor no.
    static func read(_ text: String) -> Bool? {
        switch text {
        case "✓", "✔", "☑", "✅", "🟢", "1.0", "b'1'", "B'1'", "\\x01", "0x01": return true
        case "✗", "✘", "☐", "❌", "🔴", "0.0", "b'0'", "B'0'", "\\x00", "0x00": return false
        default: break
        }
        // A sign makes it another value: -1 is not 1, and !yes is not yes.
        guard !text.hasSign else { return nil }
        let word = text.foldedWord
        // A single letter counts only if there is nothing else.
        if word.count == 1, text.trimmed().count > 1 { return nil }
        return yes.contains(word) ? true : no.contains(word) ? false : nil
    }

    private static let yes: Set<String> = [
        "1", "true", "t", "yes", "y", "yep", "yeah", "on", "x", "checked", "affirmative",  // English, databases, ticks
        "wahr", "ja", "j",  // German, Dutch, Danish, Norwegian, Swedish
        "vrai", "oui", "o",  // French
        "verdadero", "cierto", "sí", "si", "s", "v",  // Spanish
        "vero", "sì",  // Italian
        "verdadeiro", "sim",  // Portuguese
        "waar",  // Dutch
        "sand", "sandt", "sann", "sant",  // Danish, Norwegian, Swedish
        "tosi", "kyllä", "jah", "tõene",  // Finnish, Estonian
        "prawda", "tak", "pravda", "ano", "áno",  // Polish, Czech, Slovak
        "istina", "da", "adevărat", "adevarat", "igaz", "igen",  // Croatian, Romanian, Hungarian
        "doğru", "evet", "αληθησ", "αληθης", "αληθής", "ναι",  // Turkish, Greek
        "истина", "да", "істина", "так",  // Russian, Ukrainian
        "真", "是", "对", "對", "有", "はい", "有効", "예", "네", "참", "có", "ya", "نعم",  // Chinese, Japanese, Korean
    ]

    private static let no: Set<String> = [
        "0", "false", "f", "no", "n", "nope", "off", "unchecked", "negative",
        "falsch", "nein",
        "faux", "non",
        "falso",
        "não", "nao",
        "onwaar", "nee",
        "falsk", "falskt", "usann", "usant", "nej", "nei",
        "epätosi", "ei", "väär",
        "fałsz", "falsz", "nie", "nepravda", "ne",
        "neistina", "fals", "nu", "hamis", "nem",
        "yanlış", "yanliş", "hayır", "hayir", "ψευδησ", "ψευδης", "ψευδής", "όχι", "οχι",
        "ложь", "нет", "хибність", "ні",
        "假", "否", "不是", "无", "無", "いいえ", "無効", "아니요", "아니오", "거짓", "không", "tidak", "لا",
    ]
}

extension String {
    /// The text reduced to what counts in a word: letters and digits in lower case. Text in brackets counts too, so
    /// that `Active (suspended)` is not `active`. A text without any of them stays as it is.
    var foldedWord: String {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return foldedScalars }
        let letters = String(unsafeUninitializedCapacity: utf8.count) { buffer in
            var count = 0
            for byte in utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): buffer[count] = byte
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): buffer[count] = byte | 0x20
                default: continue
                }
                count += 1
            }
            return count
        }
        return letters.isEmpty ? trimmed() : letters
    }

    private var foldedScalars: String {
        let letters = withoutWidth().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return letters.isEmpty ? trimmed() : String(String.UnicodeScalarView(letters)).lowercased()
    }

    /// Whether the text has a sign that changes what a word or a number means.
    var hasSign: Bool { utf8.contains { "-+!~?*=<>#^%".utf8.contains($0) } }

    /// Whether a cell says that there is nothing: it is empty, or has a word that programs write for nothing.
    var saysNothing: Bool { isEmpty || NothingWord.isWritten(self) || utf8.count == 2 && lowercased() == "na" }

    /// Whether a cell for a time says that there was none: nothing, a time of zeros, the time from which computers
    /// count, or `never`, `keine`, `unbefristet`.
    var saysNever: Bool {
        if saysNothing || Self.nevers.contains(lowercased()) { return true }
        // These are for what a person still has to say.
        if NothingWord.isOne(self), !["?", "tbd", "tba"].contains(lowercased()) { return true }
        if ["0001-01-01", "1970-01-01"].contains(prefix(10)) {
            return dropFirst(10).unicodeScalars.allSatisfy { "0:. TZ+".unicodeScalars.contains($0) }
        }
        return unicodeScalars.allSatisfy { "0-:./ TZ+".unicodeScalars.contains($0) }
    }

    /// Words for no time, and for no end.
    private static let nevers: Set<String> = [
        "never", "false", "indefinite", "indefinitely", "open-ended", "open ended", "openended", "permanent",
        "unlimited",
        "perpetual", "forever", "no end", "no end date", "no expiry", "no expiration", "does not expire", "infinite",
        "nie", "niemals", "unbefristet", "unbegrenzt", "offen", "jamais", "indéterminé", "indéterminée", "illimité",
        "illimitée", "permanente", "cdi", "nunca", "indefinido", "indefinida", "ilimitado", "mai", "indeterminato",
        "indeterminado", "nooit", "onbepaald", "onbepaalde tijd", "nigdy", "bezterminowo", "nieokreślony", "nikdy",
        "neurčito", "doba neurčitá", "никогда", "бессрочно", "бессрочный", "asla", "süresiz", "永久", "长期", "無期限", "无期限",
        "永不", "無し", "무기한", "영구", "aldrig", "tillsvidare",
    ]
}
