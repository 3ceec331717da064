import Testing

@testable import InvitationImporter

/// A word in a text, byte by byte.
struct TextSearchTests {
    @Test(arguments: [
        ("skipped", "skip", true), ("was skipped", "skip", true), ("ski", "skip", false), ("sskip", "skip", true),
        ("skiskip", "skip", true), ("", "skip", false), ("", "", true), ("x", "", true), ("Zürich", "ü", true),
        ("SKIP", "skip", false), ("not", "not ", false),
    ])
    func aPartIsFound(_ text: String, _ part: String, _ isThere: Bool) {
        #expect(text.holds(part) == isThere)
    }
}
