import InvitationImporter
import Testing

/// The well-known cases of JSONTestSuite (github.com/nst/JSONTestSuite), as far as they are not those of ``JSONCase``.
///
/// Bytes that no text can have, or nobody would see, are written as `‹E5›`.
@Suite struct JSONSuiteTests {
    /// `y_`: must be taken, and written again without white space and needless escapes.
    static let taken: [(text: String, form: String?)] = [
        (#"[[]   ]"#, "[[]]"), ("[false]", nil), ("[1\n]", "[1]"), (" [1]", "[1]"), ("[2] ", "[2]"), ("[true]", nil),
        (#"[""]"#, nil), (" [] ", "[]"), ("[123e65]", nil), ("[20e1]", nil), ("[-1]", nil), ("[-0]", nil),
        ("[1e-2]", nil),
        ("[1e+2]", nil), ("[123.456e78]", nil),
        (#"{ "min": -1.0e+28, "max": 1.0e+28 }"#, #"{"min":-1.0e+28,"max":1.0e+28}"#),
        (
            #"{"x":[{"id": "\#(String(repeating: "x", count: 40))"}], "id": "x"}"#,
            #"{"x":[{"id":"\#(String(repeating: "x", count: 40))"}],"id":"x"}"#
        ),
        (#"{"a":[]}"#, nil), (#"{"a":"b","a":"c"}"#, nil), (#"{"a":"b","a":"b"}"#, #"{"a":"b"}"#),
        (#"["\u0060\u012a\u12AB"]"#, #"["`Īካ"]"#), (#"["\uD801\udc37"]"#, #"["𐐷"]"#), (#"["\""]"#, nil),
        (#"["\\a"]"#, nil),
        (#"["\u0012"]"#, nil), (#"[ "asd"]"#, #"["asd"]"#), (#"["new\u00A0line"]"#, "[\"new\u{A0}line\"]"),
        (#"["\u002c"]"#, #"[","]"#), (#"["π"]"#, nil), ("[\"\u{1BFFF}\"]", nil), (#"["asd "]"#, nil), (#"" ""#, nil),
        (#"["\uD834\uDd1e"]"#, #"["𝄞"]"#), (#"["\u0821"]"#, "[\"\u{821}\"]"), (#"["\u0123"]"#, #"["ģ"]"#),
        (#"["new\u000Aline"]"#, #"["new\nline"]"#), (#"["\uA66D"]"#, #"["ꙭ"]"#), (#"["\u005C"]"#, #"["\\"]"#),
        (#"["⍂㈴⍂"]"#, nil), (#"["\uDBFF\uDFFE"]"#, "[\"\u{10FFFE}\"]"), (#"["\u200B"]"#, "[\"\u{200B}\"]"),
        (#"["\u2064"]"#, "[\"\u{2064}\"]"),
        (#"["\uFDD0"]"#, String(decoding: bytes("[\"‹EF›‹B7›‹90›\"]"), as: UTF8.self)),
        (#"["\uFFFE"]"#, "[\"\u{FFFE}\"]"),
        (#"["\u0022"]"#, #"["\""]"#), (#"["€𝄞"]"#, nil), ("[\"a\u{7F}a\"]", #"["a\u007fa"]"#),
    ]

    /// `i_`: may be taken. Numbers are, as they are kept as text, and 500 arrays inside each other.
    static let alsoTaken: [(text: String, form: String?)] = [
        ("[123.456e-789]", nil), ("[-1e+9999]", nil), ("[1.5e+9999]", nil), ("[-123123e100000]", nil),
        ("[123123e100000]", nil),
        ("[123e-10000000]", nil), ("[-123123123123123123123123123123]", nil), ("[100000000000000000000]", nil),
        ("[0.4e00669999999999999999999999999999999999999999999969999999006]", nil),
        ("[-237462374673276894279832749832423479823246327846]", nil),
        (String(repeating: "[", count: 500) + String(repeating: "]", count: 500), nil),
    ]

    /// `i_`: may be taken, but to take them would be a guess: halves of characters, and bytes that are no UTF-8.
    static let undecided: [String] = [
        #"{"\uDFAA":0}"#, #"["\uDADA"]"#, #"["\uD888\u1234"]"#, #"["\uDd1ea"]"#, #"["\uD800\uD800\n"]"#, #"["\ud800"]"#,
        #"["\ud800abc"]"#, #"["\uDd1e\uD834"]"#, #"["\uDFAA"]"#, #"["日ш‹FA›"]"#, #"["‹ED›‹A0›‹80›"]"#, #"["‹FF›"]"#,
        #"["‹E9›"]"#, #"["‹81›"]"#, #"["‹F4›‹BF›‹BF›‹BF›"]"#, #"["‹C0›‹AF›"]"#, #"["‹FC›‹83›‹BF›‹BF›‹BF›‹BF›"]"#,
        #"["‹FC›‹80›‹80›‹80›‹80›‹80›"]"#, #"["‹E0›‹FF›"]"#, "‹FF›‹FE›[‹00›\"‹00›‹E9›‹00›\"‹00›]‹00›",
        "‹00›[‹00›\"‹00›‹E9›‹00›\"‹00›]", "[‹00›\"‹00›‹E9›‹00›\"‹00›]‹00›", "‹EF›‹BB›‹BF›{}",
    ]

    /// `n_`: must be refused.
    static let refused: [String] = [
        "[1 true]", "[a‹E5›]", #"["": 1]"#, #"[""],"#, #"["x",,]"#, #"["x"]]"#, #"["",]"#, #"["x""#, "[x", "[3[4]]",
        "[‹FF›]",
        "[1:2]", #"[   , ""]"#, "[\"a\",\n4\n,1,", "[1,,]", "[\"‹0B›a\"\\f]", "[*]", #"[""#, "[1,", "[1,\n1\n,1", "[{}",
        "[fals]", "[nul]", "[tru]", "123‹00›", "[++1234]", "[+1]", "[+Inf]", "[-01]", "[-1.0.]", "[-2.]", "[.-1]",
        "[.2e-3]",
        "[0.1.2]", "[0.3e+]", "[0.3e]", "[0.e1]", "[0E+]", "[0E]", "[0e+]", "[1.0e+]", "[1.0e-]", "[2.e-3]", "[2.e3]",
        "[9.e+]",
        "[Inf]", "[1+2]", "[0x42]", "[0e+-1]", "[-123.123foo]", "[123‹E5›]", "[1e1‹E5›]", "[0‹E5›]\n", "[-foo]",
        "[-.123]",
        "[-1x]", "[1ea]", "[1e‹E5›]", "[.123]", "[1.2a-3]", "[1.8011670033376514H-308]", "[012]", "[-00.0]", "[00.0]",
        "[-00e0]", "[00e0]", #"["\123"]"#, #"["x", truth]"#,
        "{[: \"x\"}\n", #"{"x", null}"#, #"{"x"::"b"}"#, "{🇨🇭}", #"{"a":"a" 123}"#, "{key: 'value'}", #"{"‹B9›":"0",}"#,
        #"{"a" b}"#, #"{:"b"}"#, #"{"a" "b"}"#, "{9999E9999:1}", "{null:null,null:null}", #"{"id":0,,,,,}"#,
        #"{"id":0,}"#,
        #"{"a":"b"}/**/"#, #"{"a":"b"}/**//"#, #"{"a":"b"}//"#, #"{"a":"b"}/"#, #"{"a":"b",,"c":"d"}"#, #"{a: "b"}"#,
        #"{"a":"a"#, #"{ "foo" : "bar", "a" }"#, #"{"a":"b"}#"#, " ", #"["\uD800\"]"#, #"["\uD800\u"]"#,
        #"["\uD800\u1"]"#,
        #"["\uD800\u1x"]"#, "[é]", #"["\‹00›"]"#, #"["\x00"]"#, #"["\\\"]"#, #"["\‹09›"]"#, #"["\"]"#,
        #"["\uD834\uDd"]"#,
        #"["\uD800\uD800\x"]"#, #"["\u‹E5›"]"#, #"["\uqqqq"]"#, #"["\‹E5›"]"#, #"[\u0020"asd"]"#, #"[\n]"#,
        "['single quote']",
        "abc", #"["\"#, #"["a‹00›a"]"#, #"["new‹0A›line"]"#, #"["‹09›"]"#, #""\UA66D""#, #"""x"#, "‹EF›‹BB›‹BF›", "<.>",
        "[<null>]", "[1]x", #"["asd]"#, "aå", "[True]", "1]", #"{"x": true,"#, "‹EF›‹BB›{}", "‹E5›", "[‹00›]", "2@",
        "{}}",
        #"{"":"#, #"{"a":/*comment*/"b"}"#, #"{"a": true} "x""#, "['", "[,", "[{", #"["a"#, #"["a""#, "{]", "{,", "{[",
        #"{"a"#,
        "{'a'", #"["\{["\{["\{["\{"#, "‹E9›", #"{"a":"b"}#{}"#, #"[\u000A""]"#, "[1", "[ false, nul", "[ true, fals",
        "[ false, tru", #"{"asd":"asd""#, "å", "⁠", "[‹0C›]", String(repeating: "[", count: 100_000),
        String(repeating: #"[{"":"#, count: 50_000),
    ]

    static func bytes(_ text: String) -> [UInt8] {
        text.split(separator: "‹", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            guard index > 0 else { return Array(part.utf8) }
            let pieces = part.split(separator: "›", maxSplits: 1, omittingEmptySubsequences: false)
            return [UInt8(pieces[0], radix: 16) ?? 0] + Array(pieces[1].utf8)
        }
    }

    @Test(arguments: taken + alsoTaken) func whatIsJSONIsTaken(text: String, form: String?) throws {
        let value = try JSONValue(parsing: Self.bytes(text))
        #expect(value.serialized == form ?? text)
        #expect(try JSONValue(parsing: value.serialized) == value)
    }

    @Test(arguments: refused + undecided) func whatIsNotJSONIsRefused(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: Self.bytes(text)) }
    }

    /// A file has the byte order mark that the parser refuses.
    @Test func aFileMayBeginWithAByteOrderMark() throws {
        let read = try InputReaderTests.read(Self.bytes("‹EF›‹BB›‹BF›[{\"email\":\"a@n.example\"}]"))
        #expect(read.records.map { $0.values[0]?.string } == ["a@n.example"])
    }
}
