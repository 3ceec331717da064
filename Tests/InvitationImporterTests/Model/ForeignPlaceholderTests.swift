import InvitationImporter
import Testing

/// Placeholders of other programs, which would be mailed as they stand.
@Suite struct ForeignPlaceholderTests {
    static let foreign: [(text: String, written: String, ours: String)] = [
        ("Hello {{name}}!", "{{name}}", "{name}"),
        ("Hi {{ contact.first_name }},", "{{ contact.first_name }}", "{name}"),
        ("{{{Name}}}", "{{{Name}}", "{name}"), ("Hi ${name}", "${name}", "{name}"),
        ("Hi #{user.email}", "#{user.email}", "{email}"),
        ("Hi %{city}", "%{city}", "{city}"), ("Hi %name%", "%name%", "{name}"),
        ("Hi %FIRST_NAME%", "%FIRST_NAME%", "{name}"),
        ("Hi %%emailaddr%% %%email%%", "%%email%%", "{email}"), ("Dear [name],", "[name]", "{name}"),
        ("Dear [First Name]", "[First Name]", "{name}"), ("[[company]]", "[[company]]", "{organization}"),
        ("*|FNAME|*", "*|FNAME|*", "{name}"), ("*|MERGE7|*", "*|MERGE7|*", "{MERGE7}"),
        ("Hi <name>", "<name>", "{name}"),
        ("Hi <<Vorname>>", "<<Vorname>>", "{name}"), ("Hallo «Nachname»", "«Nachname»", "{name}"),
        ("<%= user.name %>", "<%= user.name %>", "{name}"), ("{!Contact.FirstName}", "{!Contact.FirstName}", "{name}"),
        ("{% if x %}", "{% if x %}", "{if x}"), ("[% email %]", "[% email %]", "{email}"),
        ("Hi :name, welcome", ":name", "{name}"), ("Dear @First_Name@,", "@First_Name@", "{name}"),
    ]

    @Test(arguments: foreign) func itIsFoundAndOursIsShown(text: String, written: String, ours: String) throws {
        let found = try #require(ForeignPlaceholder(in: text))
        #expect(found.written == written)
        #expect(found.ours == ours)
        #expect(found.advice.contains(ours))
        let problem = #expect(throws: MessageTemplate.Problem.self) { try MessageTemplate(text) }
        #expect(problem?.advice == found.advice + " in the message.")
    }

    @Test(arguments: [
        "Hello {name}, welcome to {organization}!", "{ name }", "100% sure, 50%of 20% name", "[URGENT] Please read",
        "see [1] and [name](https://n.org)",
        "a < b, b > name", "«Bienvenue» à tous", "5 * 3 | 2 * 1", "cost: $5, {city}", "{{ 5 }}", "we {{ {name} }}",
        "i <3 names > all",
        "__init__", "I * love * you", "[x] done", "a@@b", "Name:name", "a :user: b", "ann@user.org, bob@n.org",
        "ann@name@n.org", "at 10:00",
        "a :namely b", "write to @user",
    ]) func whatIsNoneIsLeftAlone(_ text: String) {
        #expect(ForeignPlaceholder(in: text) == nil)
    }

    @Test func aRowThatWouldMailOneIsWarnedOf() throws {
        let text =
            "email,name,roles,message\na@n.example,[Name],r,Hi {{name}}\nb@n.example,B,r,Hi {name}\nc@n.example,C,r,Hi C\n"
        let plan = try Planned(text)
        #expect(plan.findings == [[.placeholderForeign, .placeholderForeign], [.placeholderForeign], []])
        #expect(plan.rows.count == 3 && plan.summary.invitations == 3)
    }
}
