/// The template of all pages. Values are escaped as it is rendered; only its own style and scripts, and data that
/// ``PageJSON`` made safe, are taken as they are.
enum PageTemplate {
    private static let partials = [
        "head": PageMarkup.head, "people": PageMarkup.people, "course": PageMarkup.course, "rows": PageMarkup.rows,
    ]

    /// The page.
    ///
    /// - Parameter values: The values of the template.
    /// - Throws: ``MarkupTemplate/Problem``, which tests would have found.
    static func render(_ values: [String: Any]) throws(MarkupTemplate.Problem) -> String {
        var values = values
        // Only what has this number is run or styled, and no text in the page can know it.
        values["nonce"] = nonce()
        values["style"] = PageStyle.text
        values["script"] = [PageScript.common, PageScript.table, PageScript.corrections].joined(separator: "\n")
        var templates: [String: MarkupTemplate] = [:]
        for (name, text) in partials { templates[name] = try MarkupTemplate(text) }
        return try MarkupTemplate(PageMarkup.page).render(values, templates)
    }

    private static func nonce() -> String {
        String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}
