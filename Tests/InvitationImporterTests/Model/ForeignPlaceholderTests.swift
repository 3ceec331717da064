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
        ("Hi #name#", "#name#", "{name}"), ("Hi ~name~", "~name~", "{name}"), ("Hi &name;", "&name;", "{name}"),
        ("Hi ((First Name))", "((First Name))", "{name}"), ("Hi :name:", ":name:", "{name}"),
        ("Hi %(name)s", "%(name)s", "{name}"), ("Hi %1$s", "%1$s", "{name}"), ("Hi $(name)", "$(name)", "{name}"),
        ("Hi |name|", "|name|", "{name}"), ("Hi ^name^", "^name^", "{name}"), ("Hi ==name==", "==name==", "{name}"),
        ("Hi <?name?>", "<?name?>", "{name}"), ("Hi ‹name›", "‹name›", "{name}"), ("Hi 【姓名】", "【姓名】", "{name}"),
        ("Hallo [Anrede]", "[Anrede]", "{name}"), ("Hallo [Empfänger]", "[Empfänger]", "{Empfänger}"),
        ("Hi [-first_name-]", "[-first_name-]", "{name}"), ("Привет [имя]", "[имя]", "{name}"),
        ("Hi %NAME", "%NAME", "{name}"), ("Hi #FIRSTNAME", "#FIRSTNAME", "{name}"), ("Hi @name", "@name", "{name}"),
        ("Hi <%= @user.name %>", "<%= @user.name %>", "{name}"), ("Hi (*name*)", "(*name*)", "{name}"),
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
        "a :namely b", "write to @user", "see (name) below", "~5 people, ~10 min", "fish & chips; name it", "# Title #",
        "a | name | b",
        "x == name == y", "#general or #random", "C# and F#", "(see below)", "5 % of 20 %", "$500", "[sic]", "R&D; QA",
        "a^2 name^2",
        "(name your price)", "mail <ann@n.org>", "Your (first) name", "call +1 (555) 1234", "tick | email",
        "«Name ist Schall und Rauch», sagte sie",
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

    @Test(arguments: ["{firstname}", "{First Name}", "{Vorname}", "{ name }", "{@name}", "{姓名}", "{lead.First_Name}"])
    func nothingFillsInBracesInACell(_ written: String) throws {
        let plan = try Planned("email,roles,message\na@n.example,r,Hi \(written)!")
        #expect(plan.findings == [[.placeholderForeign]])
    }
}
