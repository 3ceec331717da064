import Testing

@testable import InvitationImporter

/// The addresses that a text of the server names.
struct AddressesInTextTests {
    @Test(
        "one address, however it is packed",
        arguments: [
            "ann@x.example", "ann%40x.example", "mailto:ann@x.example?subject=Hi", "Ann Lee (ann@x.example)",
            "SMTP:ann@x.example", "acct:ann@x.example", "[ann@x.example]", "'ann@x.example'", "\"ann@x.example\"",
            "ann&#64;x.example", "<a href='mailto:ann@x.example'>Ann</a>", "ann (at) x.example", "ann[at]x[dot]example",
            "Ann(AT)x.example",
            "ann @ x.example", "ann＠x.example", "ann\u{200B}@x.example", "ann@x.example\0", "ann@x.example/",
            "https://x.example/invite?email=ann@x.example&id=7", #"{"email":"ann@x.example"}"#, "ann@x.example.",
            "ann@x.example, ANN@x.example",
        ])
    func one(_ text: String) {
        #expect(AddressesInText.only(in: text)?.key == "ann@x.example")
        #expect(AddressesInText.all(in: text).contains { $0.key == "ann@x.example" })
        #expect(ListedAddress.read(text)?.key == "ann@x.example")
    }

    @Test(
        "none, or several",
        arguments: [
            ("", []), ("ann", []), ("@", []), ("ann at x.example", []), ("@@@", []), ("ann@", []), ("%40%40", []),
            ("ann@x.example, bob@x.example", ["ann@x.example", "bob@x.example"]),
            ("ann@x.example bob%40x.example", ["ann@x.example", "bob@x.example"]),
            ("a=ann@x.example", ["a=ann@x.example", "ann@x.example"]),
        ] as [(String, Set<String>)])
    func several(_ text: String, _ keys: Set<String>) {
        #expect(Set(AddressesInText.all(in: text).map(\.key)) == keys)
        if !text.contains("=") { #expect(AddressesInText.only(in: text) == nil) }
    }
}
