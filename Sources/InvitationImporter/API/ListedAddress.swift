/// Reads the address of an entry in one of the server's lists.
///
/// Servers show addresses in other forms than they were sent: `Ann Lee <ann@x.example>`, `mailto:`, a dot at the end,
/// capitals. They are compared by the same key as everywhere.
enum ListedAddress {
    /// The address; `nil` if the text names none.
    static func read(_ text: String) -> EmailAddress? {
        let text = text.trimmed()
        if let address = EmailAddress.check(text).address { return address }
        var inner = Substring(text)
        if let open = inner.lastIndex(of: "<"), let close = inner[open...].firstIndex(of: ">") {
            inner = inner[inner.index(after: open)..<close]
        }
        if inner.lowercased().hasPrefix("mailto:") { inner = inner.dropFirst(7) }
        while inner.last == "." { inner = inner.dropLast() }
        return EmailAddress.check(String(inner)).address ?? AddressesInText.only(in: text)
    }
}
