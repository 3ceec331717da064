import InvitationImporter
import Testing

/// One text that is JSON or not, and what should come of it.
struct JSONCase: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    /// The value in the writer's form; `nil` if the text must be refused.
    var form: String?
    var code = JSONError.Code.syntax

    var testDescription: String { name }

    static func taken(_ name: String, _ text: String, _ form: String? = nil) -> JSONCase {
        JSONCase(name: name, bytes: Array(text.utf8), form: form ?? text)
    }

    static func refused(_ name: String, _ text: String, _ code: JSONError.Code = .syntax) -> JSONCase {
        JSONCase(name: name, bytes: Array(text.utf8), form: nil, code: code)
    }

    static func refused(_ name: String, bytes: [UInt8], _ code: JSONError.Code = .syntax) -> JSONCase {
        JSONCase(name: name, bytes: bytes, form: nil, code: code)
    }

    /// The order and the names follow RFC 8259, section by section.
    static let all = taken + refused

    static let taken: [JSONCase] = [
        .taken("lone null", "null"), .taken("lone true", "true"), .taken("lone false", "false"),
        .taken("lone number", "42"), .taken("lone negative number", "-0.1"), .taken("lone string", #""asd""#),
        .taken("lone empty string", #""""#),
        .taken("space around", " \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n", "[1,2]"),
        .taken("space in an object", " { \"a\" : 1 , \"b\" : 2 } ", #"{"a":1,"b":2}"#),
        .taken("line feed at the end", "[\"a\"]\n", #"["a"]"#),
        .taken("empty array", "[]"), .taken("empty array with space", "[ ]", "[]"),
        .taken("array of all kinds", #"[null,1,"1",{},[],true,false]"#),
        .taken("array of nulls", "[1,null,null,null,2]"), .taken("arrays in arrays", "[[],[[]],[[],[]]]"),
        .taken("array with an empty string", #"[""]"#),
        .taken("empty object", "{}"), .taken("object", #"{"asd":"sdf","dfg":"fgh"}"#),
        .taken("object with an empty name", #"{"":0}"#), .taken("object in objects", #"{"a":{"b":{"c":[{}]}}}"#),
        .taken("object with a long name", #"{"\#(String(repeating: "x", count: 100))":1}"#),
        .taken("object with an escaped NUL in a name", #"{"foo\u0000bar":42}"#),
        .taken("object over lines", "{\n\"a\": \"b\"\n}", #"{"a":"b"}"#),
        .taken("object with escaped letters", #"{"title":"\u041f\u043e\u043b"}"#, #"{"title":"Пол"}"#),
        .taken("the same name twice", #"{"a":"b","a":"c"}"#),
        .taken("the same name and value twice", #"{"a":1,"a":1}"#, #"{"a":1}"#),
        .taken("the same name escaped", #"{"a":1,"b":2,"\u0061":3}"#, #"{"a":1,"b":2,"a":3}"#),
        .taken("the same name deep inside", #"[[{"x":{"a":1,"a":2,"a":1}}]]"#, #"[[{"x":{"a":1,"a":2}}]]"#),
        .taken("the same empty name", #"{"":1,"":2}"#), .taken("the same name, normalised", "{\"é\":1,\"e\u{301}\":2}"),
        .taken(
            "the same name among many", "{" + (0..<40).map { "\"n\($0 % 39)\":\($0)" }.joined(separator: ",") + "}"),
        .taken("the same name in two objects", #"[{"a":1},{"a":2},{"b":{"a":1},"a":2}]"#),
        .taken(
            "object with many names",
            "{" + (0..<40).map { "\"n\($0)\":\($0)" }.joined(separator: ",") + "}"),
        .taken("number zero", "[0]"), .taken("number minus zero", "[-0]"), .taken("number 123", "[123]"),
        .taken("number negative", "[-123]"), .taken("number with fraction", "[123.456789]"),
        .taken("number near zero", "[-0.000000000000000000000000000000000000000000000000000000001]"),
        .taken("number 0e1", "[0e1]"), .taken("number 0e+1", "[0e+1]"), .taken("number 0E0", "[0E0]"),
        .taken("number 1e1", "[1e1]"), .taken("number 1E22", "[1E22]"), .taken("number 1E-2", "[1E-2]"),
        .taken("number 1E+2", "[1E+2]"), .taken("number 123e45", "[123e45]"),
        .taken("number 123.456e78", "[123.456e78]"),
        .taken("number with zeros in the exponent", "[1e0001]"), .taken("number after space", "[ 4]", "[4]"),
        .taken("number huge", "[1\(String(repeating: "0", count: 400))]"),
        .taken("number with a huge exponent", "[1e99999]"),
        .taken("number keeps its text", "[1.0,1.00,10e-1]"), .taken("lone number with space", "7 ", "7"),
        .taken("string with all short escapes", #"["\"\\\/\b\f\n\r\t"]"#, #"["\"\\/\b\f\n\r\t"]"#),
        .taken("string with a solidus", #"["a/b"]"#), .taken("string with comments", #"["a/*b*/c/*d//e"]"#),
        .taken("string with \\u and hex digits of both cases", #"["\u00e9\u00E9\u012a"]"#, #"["ééĪ"]"#),
        .taken("string with a surrogate pair", #"["\ud83d\ude00"]"#, #"["😀"]"#),
        .taken("string with the first pair", #"["\uD800\uDC00"]"#, "[\"\u{10000}\"]"),
        .taken("string with the last pair", #"["\udbff\udfff"]"#, "[\"\u{10FFFF}\"]"),
        .taken("string with two pairs", #"["\ud83d\ude39\ud83d\udc8d"]"#, #"["😹💍"]"#),
        .taken("string with an escaped NUL", #"["\u0000"]"#), .taken("string with an escaped DEL", #"["\u007f"]"#),
        .taken("string with a raw DEL", "[\"\u{7F}\"]", #"["\u007f"]"#),
        .taken("string with a raw C1 control", "[\"\u{85}\"]", #"["\u0085"]"#),
        .taken("string with a backslash and u00", #"["\\u0000"]"#), .taken("string with a double escape", #"["\\n"]"#),
        .taken("string with raw U+2028", "[\"\u{2028}\"]", #"["\u2028"]"#),
        .taken("string with escaped U+2029", #"["\u2029"]"#),
        .taken("string with an escaped U+FFFF", #"["\uFFFF"]"#, "[\"\u{FFFF}\"]"),
        .taken("string with raw U+FFFF", "[\"\u{FFFF}\"]"), .taken("string with raw U+10FFFF", "[\"\u{10FFFF}\"]"),
        .taken("string with U+1FFFE escaped", #"["\uD83F\uDFFE"]"#, "[\"\u{1FFFE}\"]"),
        .taken("string of two bytes a character", #"["éü"]"#), .taken("string of three bytes a character", #"["€漢"]"#),
        .taken("string of four bytes a character", #"["𝄞"]"#),
        .taken("string with a byte order mark inside", "[\"\u{FEFF}\"]"),
        .taken("string with an escaped quote at the end", #"["a\""]"#), .taken("string with a space", #"[" "]"#),
        .taken("string escaped as a whole", #""\u0061\u30af\u30EA\u30b9""#, #""aクリス""#),
        .taken("string with a combining mark", "[\"e\u{301}\"]"), .taken("string with brackets", #"["[{]},:"]"#),
        .taken("words in an array", "[true,false,null]"),
        .taken("512 arrays", String(repeating: "[", count: 512) + String(repeating: "]", count: 512)),
    ]

    static let refused: [JSONCase] = [
        .refused("nothing", ""), .refused("only space", " \n\t"), .refused("a byte order mark", "\u{FEFF}{}"),
        .refused("no-break space", "\u{A0}[]"), .refused("form feed", "[\u{C}]"), .refused("word joiner", "[\u{2060}]"),
        .refused("a capital word", "[True]"), .refused("TRUE", "TRUE"), .refused("a cut word", "[tru]"),
        .refused("a cut null", "nul"), .refused("a cut false", "[fals"), .refused("a word too long", "[nulll]"),
        .refused("nan", "[nan]"), .refused("NaN", "[NaN]"), .refused("-NaN", "[-NaN]"),
        .refused("Infinity", "[Infinity]"),
        .refused("-Infinity", "[-Infinity]"), .refused("a bare word", "[asd]"), .refused("a star", "*"),
        .refused("array not closed", "[1"), .refused("array not closed after comma", "[1,"),
        .refused("array open", "["),
        .refused("array closed twice", "[1]]"), .refused("array closed as an object", "[1}"), .refused("only ]", "]"),
        .refused("array without a comma", "[1 2]"), .refused("array with a colon", #"["a":1]"#),
        .refused("array with a comma at the end", "[1,]"), .refused("array with two commas", "[1,,2]"),
        .refused("array with only a comma", "[,]"), .refused("array with a comma first", "[,1]"),
        .refused("array with a comma after it", "[1],"), .refused("two arrays", "[][]"), .refused("two values", "1 2"),
        .refused("array in round brackets", "(1)"), .refused("array with a minus", "[-]"),
        .refused("a string after an array", #"[]"x""#),
        .refused("object open", "{"), .refused("only }", "}"), .refused("object with a name alone", #"{"a"}"#),
        .refused("object with a colon and nothing", #"{"a":}"#), .refused("object cut after the colon", #"{"a":"#),
        .refused("object cut after the name", #"{"a""#), .refused("object cut after the value", #"{"a":1"#),
        .refused("object with a bare name", "{a:1}"), .refused("object with a number for a name", "{1:1}"),
        .refused("object with null for a name", "{null:null}"), .refused("object with single quotes", "{'a':0}"),
        .refused("object with a comma at the end", #"{"a":1,}"#),
        .refused("object with two commas", #"{"a":1,,"b":2}"#),
        .refused("object with a comma first", #"{,"a":1}"#), .refused("object without a comma", #"{"a":1 "b":2}"#),
        .refused("object with a comma for the colon", #"{"a",1}"#), .refused("object with two colons", #"{"a"::1}"#),
        .refused("object closed as an array", #"{"a":1]"#), .refused("object in an object without a name", "{{}}"),
        .refused("object with a comment", #"{"a":1/*x*/}"#), .refused("object with a line comment", "{}//x"),
        .refused("object with a hash comment", "{}#"), .refused("object followed by a quote", #"{"a":1}""#),
        .refused("a comma alone", ","), .refused("a colon alone", ":"), .refused("a closing quote missing", #"[""#),
        .refused("number +1", "[+1]"), .refused("number ++1", "[++1]"), .refused("number -", "-"),
        .refused("number --1", "[--1]"),
        .refused("number - 1", "[- 1]"), .refused("number 01", "[01]"), .refused("number -01", "[-01]"),
        .refused("number 00", "[00]"),
        .refused("number -012", "[-012]"), .refused("number .5", "[.5]"), .refused("number -.5", "[-.5]"),
        .refused("number 1.", "[1.]"),
        .refused("number 1.e1", "[1.e1]"), .refused("number 2.e+3", "[2.e+3]"), .refused("number 1e", "[1e]"),
        .refused("number 1e+", "[1e+]"),
        .refused("number 1E-", "1E-"), .refused("number 1eE2", "[1eE2]"), .refused("number 1e+-2", "[1e+-2]"),
        .refused("number 0e", "[0e]"),
        .refused("number 1.0e", "[1.0e]"), .refused("number 1 000.0", "[1 000.0]"), .refused("number 0x1", "[0x1]"),
        .refused("number 1a", "[1a]"), .refused("number 1.2.3", "[1.2.3]"), .refused("number 1,000.", "[1,000.]"),
        .refused("number with a wide digit", "[１]"), .refused("number with a minus sign", "[−1]"),
        .refused("lone 1.", "1."),
        .refused("string in single quotes", "['a']"), .refused("string without an end", #"["a"#),
        .refused("lone quote", "\""),
        .refused("string with a raw line feed", "[\"a\nb\"]"), .refused("string with a raw tab", "[\"\t\"]"),
        .refused("string with a raw NUL", "[\"a\u{0}b\"]"), .refused("string with a raw U+001F", "[\"\u{1F}\"]"),
        .refused("string with a raw CR", "[\"\r\"]"), .refused("string with \\x", #"["\x00"]"#),
        .refused("string with \\a", #"["\a"]"#),
        .refused("string with \\'", #"["\'"]"#), .refused("string with \\0", #"["\0"]"#),
        .refused("string with \\U", #"["\U0041"]"#),
        .refused("string with an escaped tab", "[\"\\\t\"]"), .refused("string with an escaped emoji", #"["\🌀"]"#),
        .refused("string that ends in a backslash", #"["\"]"#), .refused("string cut in an escape", #"["\"#),
        .refused("string with \\u and three digits", #"["\u00A"]"#),
        .refused("string with \\u and no digit", #"["\u"]"#),
        .refused("string with \\u and a letter", #"["\u00Ag"]"#), .refused("string cut in \\u", #"["\u00"#),
        .refused("string with backslashes", #"["\\\"]"#),
        .refused("high surrogate alone", #"["\uD800"]"#, .loneSurrogate),
        .refused("low surrogate alone", #"["\uDC00"]"#, .loneSurrogate),
        .refused("high surrogate and a letter", #"["\uD800a"]"#, .loneSurrogate),
        .refused("high surrogate and an escape", #"["\uD800\n"]"#, .loneSurrogate),
        .refused("two high surrogates", #"["\uD800\uD800"]"#, .loneSurrogate),
        .refused("high surrogate and \\u0041", #"["\uD800\u0041"]"#, .loneSurrogate),
        .refused("surrogates in the wrong order", #"["\uDE00\uD83D"]"#, .loneSurrogate),
        .refused("a pair cut", #"["\uD800\u00"#),
        .refused("string with a lone continuation byte", bytes: [0x5B, 0x22, 0x81, 0x22, 0x5D], .notUTF8),
        .refused("string with Latin-1", bytes: [0x22, 0xE9, 0x22], .notUTF8),
        .refused("string with an overlong slash", bytes: [0x22, 0xC0, 0xAF, 0x22], .notUTF8),
        .refused("string with an overlong NUL of three bytes", bytes: [0x22, 0xE0, 0x80, 0x80, 0x22], .notUTF8),
        .refused("string with a raw surrogate", bytes: [0x22, 0xED, 0xA0, 0x80, 0x22], .notUTF8),
        .refused("string beyond U+10FFFF", bytes: [0x22, 0xF4, 0xBF, 0xBF, 0xBF, 0x22], .notUTF8),
        .refused("string with a cut character", bytes: [0x22, 0xE2, 0x82, 0x22], .notUTF8),
        .refused("string with 0xFF", bytes: [0x22, 0xFF, 0x22], .notUTF8),
        .refused("a cut character after an escape", bytes: [0x22, 0x5C, 0x6E, 0xC3, 0x22], .notUTF8),
        .refused("a name that is not UTF-8", bytes: [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], .notUTF8),
        .refused("0xFF outside a string", bytes: [0x5B, 0xFF, 0x5D]),
        .refused("0xE5 in a number", bytes: [0x5B, 0x30, 0xE5, 0x5D]),
        .refused("NUL outside a string", bytes: [0x31, 0x32, 0x00]),
        .refused("UTF-16", bytes: [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00]),
        .refused("513 arrays", String(repeating: "[", count: 513) + String(repeating: "]", count: 513), .tooDeep),
        .refused("600 objects", String(repeating: "{\"\":", count: 600), .tooDeep),
    ]
}
