/// Going through a text of which only some parts are wanted.
extension JSONParser {
    /// What is being handed out.
    enum Handing: Sendable {
        /// Reading is outside of what is wanted.
        case nothing
        /// One value as a whole.
        case whole
        /// Each element of an array, or each value of an object.
        case contents
    }

    /// What reading of ``Unit/chosen`` came to.
    public enum Stop: Hashable, Sendable {
        /// A value that is wanted is complete.
        case found(Found)
        /// An array or object begins outside of what is wanted, at ``path``. ``handOutWhole()`` and ``handOutContents()``
        /// say that it is wanted; else reading goes on inside of it.
        case opened(isObject: Bool)
        /// A text is passed over, at ``path``; its beginning is ``passedOver``.
        case text
        /// A number, `true`, `false` or `null` is passed over, at ``path``.
        case scalar(JSONValue)
        /// The text has come to its end; ``beginNext()`` lets another one follow.
        case ended
    }

    /// Bytes that are kept of a text that is passed over.
    static var passedOverBytes: Int { 255 }

    /// Reads on until there is something to say, or the bytes end; for ``Unit/chosen`` only.
    ///
    /// - Parameters:
    ///   - bytes: the next piece of the text.
    ///   - position: the index of the first byte not read yet, which is moved on.
    /// - Returns: what reading came to, or `nil` if the bytes are used up.
    public mutating func next(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(JSONError) -> Stop? {
        stop = nil
        if let found = try advance(bytes, from: &position) { return .found(found) }
        return stop
    }

    /// The way to what ``next(_:from:)`` told last: the names of members from the outside in, `nil` for an element of an
    /// array.
    public var path: [String?] {
        if case .opened = stop { builder.path.dropLast() } else { builder.path }
    }

    /// The beginning of the text that ``next(_:from:)`` told: its first 255 bytes.
    public var passedOver: [UInt8] { scratch }

    /// Hands out the array or object that was just opened.
    public mutating func handOutWhole() {
        begin(.whole, around: builder.depth - 1)
        startFromOpened()
    }

    /// Hands out each element of the array, or value of the object, that was just opened.
    public mutating func handOutContents() {
        begin(.contents, around: builder.depth)
    }

    /// Lets another text follow the one that has ended, as programs write them that add to a file.
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

    /// Adds a value that is no array and no object to what is wanted, or tells it as passed over.
    mutating func addScalar(_ value: JSONValue) {
        if handing == .nothing, unit == .chosen { stop = .scalar(value) }
        builder.add(value)
        completeValue()
    }
}
