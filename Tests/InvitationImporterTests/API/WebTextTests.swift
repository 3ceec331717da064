import Testing

@testable import InvitationImporter

/// What pages and links make of a text.
struct WebTextTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("<p>Hi</p>", "Hi"), ("1 < 2", "1 < 2"), ("1 < 2 <b>x</b>", "1 x"), ("<", "<"),
        (">", ">"), ("<<b>>", ">"),
    ])
    func tags(_ text: String, _ left: String) {
        #expect(String(decoding: WebText.withoutTags(Array(text.utf8)), as: UTF8.self) == left)
    }

    @Test(arguments: [
        ("", ""), ("%41%zz%4", "A%zz%4"), ("100%", "100%"), ("a%40b", "a@b"), ("%C3%A4", "ä"),
        ("&#65;&#x42;&#X43;", "ABC"),
        ("Don&#8217;t", "Don’t"), ("R&amp;D", "R&D"), ("&lt;&gt;&quot;&apos;", "<>\"'"), ("R&D; x", "R&D; x"),
        ("&#x110000;", "&#x110000;"), ("&", "&"), ("&#;", "&#;"),
    ])
    func characters(_ text: String, _ read: String) {
        #expect(String(decoding: WebText.decoded(Array(text.utf8)), as: UTF8.self) == read)
    }
}
