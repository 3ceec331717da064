import Testing

@testable import InvitationImporter

struct DomainTests {
    @Test(arguments: [
        ("ann@x.example", "x.example"), ("Ann@X.Example", "x.example"), ("a@Ä.example", "xn--4ca.example"),
        ("\"a@b\"@x.example", "x.example"), ("a@[127.0.0.1]", "[127.0.0.1]"),
    ])
    func anAddressAndItsKeyHaveTheDomainInOneForm(_ text: String, _ domain: String) throws {
        let address = try #require(EmailAddress.check(text).address)
        #expect(address.domain == domain)
        #expect(InvitationKey(organization: "acme.example", email: address).domain == domain)
    }

    @Test(arguments: [("a@b@c", "c"), ("nobody", "nobody"), ("a@", ""), ("", ""), ("@x", "x")])
    func theDomainOfATextIsWhatIsBehindTheLastAt(_ text: String, _ domain: String) {
        #expect(EmailAddress.domain(of: text) == domain)
    }
}
