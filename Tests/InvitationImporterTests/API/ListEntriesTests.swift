import Testing

@testable import InvitationImporter

/// Whom the entries of a list name, and in which state.
struct ListEntriesTests {
    private static func page(_ entries: String...) -> ListPage? {
        ListPage(body: Array("{\"invitations\":[\(entries.joined(separator: ","))]}".utf8))
    }

    @Test(
        "an entry is the person's whose address it has, wherever it stands",
        arguments: [
            #"{"id":"1","email":"ann@x.example"}"#, #"{"id":"1","email":{"value":"ann@x.example"}}"#,
            #"{"id":"1","emailAddress":"ann@x.example"}"#, #"{"id":"1","mail":"ANN@x.example"}"#,
            #"{"id":"1","invitee":{"email":"ann@x.example"},"createdBy":{"email":"boss@x.example"}}"#,
            #"{"id":"1","email":["ann@x.example"]}"#, #"{"id":"1","invitedEmail":"<ANN@x.example>"}"#,
        ])
    func person(_ entry: String) throws {
        let page = try #require(Self.page(entry))
        #expect(page.people.map(\.address.key) == ["ann@x.example"])
        #expect(page.mentioned.isEmpty && page.unreadable == 0 && page.hidden == 0)
    }

    @Test(
        "an entry may be anybody's whom it names beside its address",
        arguments: [
            (#"{"id":"1","email":"boss@x.example","invitee":"ann@x.example"}"#, ["ann@x.example"]),
            (#"{"id":"1","email":"boss@x.example","invitedEmail":"ann@x.example"}"#, ["ann@x.example"]),
            (#"{"id":"1","email":"noreply@x.example","to":["ann@x.example"]}"#, ["ann@x.example"]),
            (#"{"id":"1","email":"ann@x.example","to":["ann@x.example"]}"#, []),
            (#"{"id":"1","email":"ann@x.example","invitedBy":"boss@x.example"}"#, []),
            (#"{"id":"1","email":"bob@x.example","notes":"sits beside ann@x.example"}"#, []),
            (#"{"id":"1","email":"ann@x.example","manager":{"email":"boss@x.example"}}"#, []),
            (#"{"id":"1","email":"bob@x.example","to":"ann@x.example","status":"expired"}"#, []),
        ])
    func others(_ entry: String, _ mentioned: [String]) throws {
        let page = try #require(Self.page(entry))
        #expect(page.mentioned.map(\.key) == mentioned)
        #expect(page.people.count == 1)
    }

    @Test(
        "an entry hides an address if it has a place for one, or is nothing but a text",
        arguments: [
            (#""old-1""#, 1), (#""/v1/invitations/old-1""#, 1), (#"{"id":"1"}"#, 0), (#"{"id":"1","email":null}"#, 1),
            (#"{"id":"1","status":"revoked"}"#, 0), (#"["ann@x.example"]"#, 0),
        ])
    func hidden(_ entry: String, _ hidden: Int) throws {
        let page = try #require(Self.page(entry))
        #expect(page.unreadable == 1 && page.hidden == hidden)
    }

    @Test(
        "a state that is over is believed only if nothing says that it is not",
        arguments: [
            (#""status":"expired""#, false), (#""status":"expired","expired":true,"pending":false"#, false),
            (#""status":"revoked","expired":false,"acceptedAt":null"#, false),
            (#""status":"declined","declinedAt":"2026-01-02T03:04:05Z","activeUntil":"2026-01-02""#, false),
            (#""status":"expired","pending":true"#, true), (#""status":"revoked","active":true"#, true),
            (#""status":"expired","expired":false"#, true), (#""state":"expired","isExpired":false"#, true),
            (#""status":"expired","invitationStatus":"pending""#, true),
            (#""status":"revoked","Status":"pending""#, true),
            (#""status":"declined","member":true"#, true),
            (#""status":"expired","acceptedAt":"2026-01-02T03:04:05Z""#, true),
            (#""status":"expired","statusLabel":"Pending""#, true),
            (#""status":"expired","statusLabel":"Lapsed""#, false),
            (#""status":"expired","statusReason":"no answer","reason":"none""#, false),
            (#""status":"expired","resentAt":"2026-01-02T03:04:05Z""#, true),
            (#""status":"expired","renewed":true"#, true),
            (#""status":"expired","renewed":false,"resentAt":null"#, false),
            // Servers' clocks differ.
            (#""status":"expired","expiresAt":"2099-01-02T03:04:05Z""#, false),
        ])
    func contradictions(_ members: String, _ holdsBack: Bool) throws {
        let page = try #require(Self.page(#"{"id":"1","email":"ann@x.example",\#(members)}"#))
        #expect(page.people.first?.state.holdsBack == holdsBack)
        // The same holds for an entry that cannot be read.
        let unreadable = try #require(Self.page(#"{"who":"ann@x.example",\#(members)}"#))
        #expect(unreadable.mentioned.map(\.key) == (holdsBack ? ["ann@x.example"] : []))
    }
}
