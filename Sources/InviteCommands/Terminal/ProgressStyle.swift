/// How progress is shown.
enum ProgressStyle: String, CaseIterable {
    /// A rewritten line on a terminal; otherwise a new line every five seconds.
    case auto
    /// A rewritten line.
    case bar
    /// A new line every five seconds, with the time of day.
    case log
    /// A JSON object on a line of its own every second, and a last one at the end.
    case json
    /// Nothing.
    case none

    /// The style for standard error: on a terminal, `auto` is a rewritten line, or lines if it can rewrite none.
    ///
    /// - Parameter kind: What `TERM` says.
    func fitted(toTerminal isTerminal: Bool, kind: String?) -> ProgressStyle {
        guard self == .auto, isTerminal else { return self }
        return Terminal.isDumb(kind) ? .log : .bar
    }
}
