import Testing

@testable import InvitationImporter

/// The language of the pages' templates: as Mustache's specification has it, as far as pages need it.
struct MarkupTemplateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let result: String

        init(_ template: String, _ result: String) { (testDescription, self.result) = (template, result) }
    }

    private static let cases = [
        Case("plain", "plain"), Case("a {{text}} b", "a &lt;&amp;&quot;&#39;&gt; b"), Case("{{{text}}}", "<&\"'>"),
        Case("[{{missing}}]", "[]"), Case("{{#yes}}y{{/yes}}{{#no}}n{{/no}}", "y"),
        Case("{{^yes}}y{{/yes}}{{^no}}n{{/no}}{{^missing}}m{{/missing}}", "nm"),
        Case("{{#words}}<{{.}}>{{/words}}", "<a><&lt;b&gt;>"), Case("{{^words}}none{{/words}}", ""),
        Case("{{#none}}x{{/none}}{{^none}}none{{/none}}", "none"),
        Case("{{#people}}{{name}}{{#role}}={{.}}{{/role}}@{{place}} {{/people}}", "Ann=admin@here Bob@here "),
        Case("{{#outer}}{{name}}{{#outer}}{{place}}{{/outer}}{{/outer}}", "Outerhere"),
        Case("{{> part}}|{{>part}}", "[here]|[here]"), Case("{ {x} }", "{ {x} }"),
    ]

    private static var values: [String: Any] {
        [
            "text": "<&\"'>", "yes": true, "no": false, "words": ["a", "<b>"], "none": [String](), "place": "here",
            "people": [["name": "Ann", "role": "admin"], ["name": "Bob"]], "outer": ["name": "Outer"],
        ]
    }

    @Test(arguments: cases) func isRendered(example: Case) throws {
        let part = try MarkupTemplate("[{{place}}]")
        let template = try MarkupTemplate(example.testDescription)
        #expect(template.render(Self.values, ["part": part]) == example.result)
    }

    @Test func aValueIsNoTemplate() throws {
        let template = try MarkupTemplate("{{a}}{{{a}}}{{#list}}{{.}}{{/list}}")
        #expect(template.render(["a": "{{b}}", "b": "bad", "list": ["{{{b}}}"]]) == "{{b}}{{b}}{{{b}}}")
    }

    @Test(arguments: ["{{open", "{{{open}}", "{{#a}}", "{{#a}}{{/b}}", "{{/a}}", "{{#a}}{{#b}}{{/a}}{{/b}}"])
    func aMistakeIsFound(text: String) {
        #expect(throws: MarkupTemplate.Problem.self) { try MarkupTemplate(text) }
    }
}
