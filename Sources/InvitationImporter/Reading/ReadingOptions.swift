/// How an input is written.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
    /// Records of cells with a delimiter; see ``CSVParser``.
    case csv
    /// The same with tabs.
    case tsv
    /// One JSON object on each line.
    case jsonl
    /// One JSON array of objects.
    case json
}

/// What the person says about an input; everything else is found out from its content.
public struct ReadingOptions: Hashable, Sendable {
    /// The format; `nil`, the default, finds it out.
    public var format: InputFormat?
    /// The byte between the cells of CSV, an ASCII character; `nil`, the default, finds it out.
    public var delimiter: UInt8?

    /// Makes options.
    public init(format: InputFormat? = nil, delimiter: UInt8? = nil) {
        self.format = format
        self.delimiter = delimiter
    }
}
