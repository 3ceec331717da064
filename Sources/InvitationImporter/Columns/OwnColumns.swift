/// The columns that this program writes in front of rows that come back corrected. They say nothing about the person.
enum OwnColumns {
    /// Says why the row is in the file.
    static let reason = "import_reason"
    /// Says which row it is, so that it takes that row's place when it is imported.
    static let place = "import_row"
    /// Both, in their order.
    static let all = [reason, place]
}
