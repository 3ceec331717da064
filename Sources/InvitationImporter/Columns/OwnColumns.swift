/// The columns that this program writes for rows that come back corrected. They say nothing about the person.
enum OwnColumns {
    /// Says why the row is in the file.
    static let reason = "import_reason"
    /// Identifies the row, so that the corrected one takes its place when it is imported.
    static let place = "import_row"
    /// Both columns, in order.
    static let all = [reason, place]

    /// The columns that `results.csv` adds to the person's own.
    static let results = [
        "outcome", "reason", "http_status", "attempts", "invitation_id", "expires_at", "request_id", "sent_at",
    ]

    /// Whether a report wrote the file. Then these columns say nothing about who is in.
    static func areResults(_ columns: [String]) -> Bool {
        let names = Set(columns)
        return names.isSuperset(of: results)
    }
}
