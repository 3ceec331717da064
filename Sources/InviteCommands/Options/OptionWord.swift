/// An option of a command, as the parser's own description has it.
struct OptionWord: Hashable {
    /// Whether a value stands behind it.
    var takesValue: Bool
    /// The only values that it takes; empty if there are others.
    var values: [String]
    /// What its help says.
    var help: String
}
