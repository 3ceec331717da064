/// A time for a page's template: as a machine reads it, and as a person does. Where scripts run, the page shows it in
/// the reader's own time zone.
enum PageTime {
    /// The values of a time as ISO 8601 in UTC.
    static func values(_ timestamp: String) -> [String: Any] {
        ["machine": PageText.safe(timestamp, 40), "words": PageText.time(timestamp)]
    }
}
