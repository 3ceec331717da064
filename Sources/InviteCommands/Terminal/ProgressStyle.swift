/// How progress is shown.
enum ProgressStyle: String, CaseIterable {
    /// A rewritten line on a terminal; otherwise a new line every five seconds.
    case auto
    /// A rewritten line.
    case bar
    /// A new line every five seconds.
    case log
    /// Nothing.
    case none
}
