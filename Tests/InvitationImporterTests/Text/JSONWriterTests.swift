import InvitationImporter
import Testing

@Suite struct JSONWriterTests {
    static let forms: [(value: JSONValue, text: String)] = [
        (.null, "null"),
        (.bool(true), "true"),
        (.bool(false), "false"),
        (.integer(-42), "-42"),
        (.number("1.50E+3"), "1.50E+3"),
        (.string(""), #""""#),
        (.string("a\"b\\c/d"), #""a\"b\\c/d""#),
        (.string("\u{8}\t\n\u{C}\r"), #""\b\t\n\f\r""#),
        (.string("\u{0}\u{1}\u{1F}\u{7F}"), #""\u0000\u0001\u001f\u007f""#),
        (.string("\u{80}\u{9F}\u{A0}"), "\"\\u0080\\u009f\u{A0}\""),
        (.string("\u{2027}\u{2028}\u{2029}\u{202A}"), "\"\u{2027}\\u2028\\u2029\u{202A}\""),
        (.string("Grüße 你好 😀"), #""Grüße 你好 😀""#),
        (.array([]), "[]"),
        (.array([.null, .array([.integer(1)]), .string("x")]), #"[null,[1],"x"]"#),
        (.object([]), "{}"),
        (.object(["b": .integer(1), "a": .object(["": .null])]), #"{"b":1,"a":{"":null}}"#),
        (.object(["a\nb": .array([.bool(true), .bool(false)])]), #"{"a\nb":[true,false]}"#),
    ]

    @Test(arguments: forms) func oneFormForEachValue(value: JSONValue, text: String) throws {
        #expect(value.serialized == text)
        #expect(try JSONValue(parsing: text) == value)
    }

    @Test func membersAreReached() throws {
        let value = try JSONValue(
            parsing: #"{"a":[1,"x",true,null,1.5],"b":{"c":"d"},"big":123456789012345678901234567890}"#)
        #expect(value["a"]?.array?.count == 5)
        #expect(value["a"]?.array?[0].integer == 1)
        #expect(value["a"]?.array?[1].string == "x")
        #expect(value["a"]?.array?[2].bool == true)
        #expect(value["a"]?.array?[3].isNull == true)
        #expect(value["a"]?.array?[4].double == 1.5)
        #expect(value["a"]?.array?[4].integer == nil)
        #expect(value["b"]?["c"]?.string == "d")
        #expect(value["b"]?.members?.map(\.name) == ["c"])
        #expect(value["none"] == nil)
        #expect(value["big"]?.integer == nil)
        #expect(JSONValue.string("x")["a"] == nil)
    }
}
