/// Reads a text of which only some parts are wanted.
extension JSONParser {
    /// What the parser hands out now.
    enum Handing: Sendable {
        /// Nothing: the parser is outside the wanted parts.
        case nothing
        /// One value as a whole.
        case whole
        /// Each element of an array, or each value of an object.
        case contents
    }

    /// Why reading of ``Unit/chosen`` stopped.
    public enum Stop: Hashable, Sendable {
        /// A wanted value is complete.
        case found(Found)
        /// An array or object begins outside the wanted parts, at ``path``. ``handOutWhole()`` and
        /// ``handOutContents()`` say that it is wanted. Otherwise reading goes on inside it.
        case opened(isObject: Bool)
        /// A skipped text, at ``path``. ``skipped`` is its beginning.
        case text
        /// A skipped number, `true`, `false` or `null`, at ``path``.
        case scalar(JSONValue)
        /// The text has ended. ``beginNext()`` lets another one follow.
        case ended
    }

    /// How many bytes of a skipped text are kept.
    static var skippedBytes: Int { 255 }

    /// Reads until there is something to report, or the bytes end; only for ``Unit/chosen``.
    ///
    /// - Parameters:
    ///   - bytes: the next piece of the text.
    ///   - position: the index of the first unread byte, which moves on.
    /// - Returns: why reading stopped, or `nil` if the bytes are used up.
    /// - Throws: ``JSONError``.
    public mutating func next(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(JSONError) -> Stop? {
        stop = nil
        if let found = try advance(bytes, from: &position) { return .found(found) }
        return stop
    }

    /// The path to what ``next(_:from:)`` reported last: the names of members from the outside in, `nil` for an element
    /// of an array.
    public var path: [String?] {
        if case .opened = stop { builder.path.dropLast() } else { builder.path }
    }

    /// The beginning of the text that ``next(_:from:)`` reported: its first 255 bytes.
    public var skipped: [UInt8] { scratch }

    /// Hands out the array or object that was just opened.
    public mutating func handOutWhole() {
        begin(.whole, around: builder.depth - 1)
        startFromOpened()
    }

    /// Hands out each element of the array, or each value of the object, that was just opened.
    public mutating func handOutContents() {
        begin(.contents, around: builder.depth)
    }

    /// Lets another text follow the one that has ended, as in files that a program has appended to.
    public mutating func beginNext() {
        step = .value
        mayEnd = true
    }

    /// Whether a byte may stand between two texts: white space, or the record separator of RFC 7464.
    func isBetween(_ byte: UInt8) -> Bool {
        byte.isBlank || byte == .recordSeparator && builder.depth == 0 && unit == .chosen
    }

    private mutating func begin(_ handing: Handing, around depth: Int) {
        self.handing = handing
        depthAround = depth
        builder.keeps = true
    }

    mutating func endHanding() {
        handing = .nothing
        builder.keeps = unit != .chosen
    }

    /// Hands out a value that is neither an array nor an object, or reports it as skipped.
    mutating func addScalar(_ value: JSONValue) {
        if handing == .nothing, unit == .chosen { stop = .scalar(value) }
        builder.add(value)
        completeValue()
    }
}
