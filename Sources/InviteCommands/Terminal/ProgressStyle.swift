/// How progress is shown.
enum ProgressStyle: String, CaseIterable {
    /// A line that is rewritten on a terminal, else a line now and then.
    case auto
    /// A line that is rewritten.
    case bar
    /// A new line every five seconds.
    case log
    /// Nothing.
    case none
}
