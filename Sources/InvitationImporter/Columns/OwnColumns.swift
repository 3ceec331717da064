/// The columns that this program writes in front of rows that come back corrected. They say nothing about the person.
enum OwnColumns {
    /// Says why the row is in the file.
    static let reason = "import_reason"
    /// Says which row it is, so that it takes that row's place when it is imported.
    static let place = "import_row"
    /// Both, in their order.
    static let all = [reason, place]

    /// What `results.csv` adds to the person's own columns.
    static let results = [
        "outcome", "reason", "http_status", "attempts", "invitation_id", "expires_at", "request_id", "sent_at",
    ]

    /// Whether a file is one that a report wrote, so that these columns say nothing about who is in.
    static func areResults(_ columns: [String]) -> Bool {
        let names = Set(columns)
        return names.isSuperset(of: results)
    }
}
