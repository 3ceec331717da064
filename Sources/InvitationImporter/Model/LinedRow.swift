/// A row among all rows of a plan, and where an editor shows it.
struct LinedRow: Hashable, Sendable {
    /// The number among all rows of the plan, counted from 1.
    var number: Int
    /// The line of its file, counted from 1.
    var line: Int
}
