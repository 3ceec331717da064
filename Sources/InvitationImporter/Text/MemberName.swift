/// The names in the JSON that this program writes: `sentAt`, as the API has them. Tables have `sent_at`.
enum MemberName {
    /// The name in JSON of what a table has in a column.
    static func of(column: String) -> String {
        let words = column.split(separator: "_")
        return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
