import Mustache

/// The template of all pages. Values are escaped as it is rendered; only its own style and scripts, and data that
/// ``PageJSON`` made safe, are taken as they are.
enum PageTemplate {
    private static let library: Result<MustacheLibrary, any Error> = Result {
        var library = MustacheLibrary()
        try library.register(PageMarkup.page, named: "page")
        try library.register(PageMarkup.head, named: "head")
        try library.register(PageMarkup.people, named: "people")
        try library.register(PageMarkup.course, named: "course")
        try library.register(PageMarkup.rows, named: "rows")
        return library
    }

    /// The page.
    ///
    /// - Parameter values: The values of the template.
    /// - Throws: An error of the template, which tests would have found.
    static func render(_ values: [String: Any]) throws -> String {
        var values = values
        // Only what has this number is run or styled, and no text in the page can know it.
        values["nonce"] = nonce()
        values["style"] = PageStyle.text
        values["script"] = [PageScript.common, PageScript.table, PageScript.corrections].joined(separator: "\n")
        return try library.get().render(values, withTemplate: "page") ?? ""
    }

    private static func nonce() -> String {
        String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}
