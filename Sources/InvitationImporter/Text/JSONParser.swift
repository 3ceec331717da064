/// Reads JSON (RFC 8259) from bytes that arrive in pieces cut anywhere.
///
/// It is a state machine with its own stack, so deep nesting is an error and never a crash. It takes what the grammar
/// allows and refuses the rest. One exception would need guessing: it refuses an escape that is half of a character. It
/// takes an object that has a name twice, and keeps both values if they differ. Names that differ only in Unicode
/// normalisation count as the same. A byte order mark is not JSON and is left to the caller.
///
///     var parser = JSONParser()
///     var position = 0
///     let found = try parser.parse(bytes, from: &position)   // nil: feed more, or call finish()
public struct JSONParser: Sendable {
    /// What the parser hands out.
    public enum Unit: Hashable, Sendable {
        /// The whole text is one value.
        case document
        /// The text is an array. Each element is handed out as soon as it is complete.
        case elements
        /// The text is an array or an object. At each array and object the caller says whether it is wanted; see
        /// ``next(_:from:)``. The rest is skipped and takes no memory.
        case chosen
    }

    /// A complete value and its place.
    public struct Found: Hashable, Sendable {
        /// The value.
        public var value: JSONValue
        /// Where the value begins.
        public var start: TextPosition
        /// The member's name, where the values of an object are handed out.
        public var name: String?
        /// Whether an object in the value has a name twice, with different values. The caller decides what that means.
        public var hasRepeatedNames = false
    }

    enum Step: UInt8, Sendable {
        case value, valueOrClose, nameOrClose, name, colon, commaOrClose, end
        case string, escape, hexDigits, lowBackslash, lowEscape
        case minus, zero, integer, point, fraction, exponent, exponentSign, exponentDigits
        case literal
    }

    /// How deep arrays and objects may be nested.
    public let depthLimit: Int
    /// The most bytes of one value that is handed out, or of one skipped text.
    public let byteLimit: Int
    let unit: Unit

    var step = Step.value
    var builder = JSONBuilder()
    /// The text of a string or number so far, if it was cut or has escapes.
    var scratch: [UInt8] = []
    var isName = false
    var codeUnit: UInt32 = 0
    var hexDigitsLeft = 0
    var highSurrogate: UInt32 = 0
    var literal = Literal.null
    var literalMatched = 0
    /// What the parser hands out now.
    var handing = Handing.nothing
    /// How many arrays and objects are around a value that is handed out.
    var depthAround: Int
    /// Why reading of ``Unit/chosen`` stopped, until it is reported.
    var stop: Stop?
    /// Whether the input may end where another text could begin.
    var mayEnd = false
    /// Where the array or object opened last begins.
    var opened = TextPosition()
    /// The bytes so far of a skipped string.
    var textBytes = 0

    /// The place of the byte at index `settled`.
    private var place = TextPosition()
    private var settled = 0
    private var start: TextPosition?
    private var isComplete = false

    /// Makes a parser at the beginning of a text.
    ///
    /// - Parameters:
    ///   - unit: what is handed out; the whole document by default.
    ///   - depthLimit: how deep arrays and objects may be nested; 512 by default.
    ///   - byteLimit: the most bytes of one value that is handed out, or of one skipped text; no limit by default.
    ///   - place: where the first byte is; the beginning of the file by default.
    public init(
        _ unit: Unit = .document, depthLimit: Int = 512, byteLimit: Int = .max, at place: TextPosition = TextPosition()
    ) {
        self.unit = unit
        self.depthLimit = depthLimit
        self.byteLimit = byteLimit
        self.place = place
        depthAround = unit == .document ? 0 : 1
        if unit == .document { handing = .whole }
        if unit == .chosen { builder.keeps = false }
    }

    /// Reads until a value is complete or the bytes end.
    ///
    /// After a value, call it again with the same bytes: the rest must be read too, even if it is only white space.
    ///
    /// - Parameters:
    ///   - bytes: the next piece of the text.
    ///   - position: the index of the first unread byte, which moves on.
    /// - Returns: a complete value, or `nil` if the bytes are used up.
    /// - Throws: ``JSONError``.
    public mutating func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(JSONError) -> Found? {
        try advance(bytes, from: &position)
    }

    mutating func advance(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(JSONError) -> Found? {
        settled = position
        let found = try run(bytes, from: &position)
        settle(bytes, upTo: position)
        if let start = found?.start ?? start, place.offset - start.offset > byteLimit {
            throw JSONError(.tooLong, at: start, message: "a value is longer than \(byteLimit) bytes")
        }
        if scratch.count > byteLimit {
            throw JSONError(.tooLong, at: place, message: "a text is longer than \(byteLimit) bytes")
        }
        return found
    }

    /// Tells the parser that the text has ended.
    ///
    /// - Returns: a number that only the end completes; `nil` if all values were handed out before.
    /// - Throws: ``JSONError`` if the text ends too early.
    public mutating func finish() throws(JSONError) -> Found? {
        do throws(JSONError.Fault) {
            try endNumber()
        } catch {
            throw JSONError(error.code, at: place, message: error.message)
        }
        let found = take()
        guard step == .end || mayEnd && step == .value && builder.depth == 0 else {
            throw JSONError(.syntax, at: place, message: "the text ends too early: \(expectation) is missing")
        }
        return found
    }

    /// The line that the parser has reached.
    var line: Int { place.line }

    /// The value so far, as if everything open ended here; `nil` if nothing has begun.
    var valueSoFar: JSONValue? { builder.valueSoFar }

    /// Reads a text that is at hand as a whole, as if the parser were new, without a limit on its bytes.
    mutating func parseWhole(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Found {
        reset()
        var position = 0
        if let found = try run(bytes, from: &position) {
            _ = try run(bytes, from: &position)
            return found
        }
        settle(bytes, upTo: position)
        guard let found = try finish() else {
            throw JSONError(.syntax, at: place, message: "a value is missing")
        }
        return found
    }

    private mutating func reset() {
        step = .value
        builder.reset()
        isComplete = false
        start = nil
        place = TextPosition()
        settled = 0
    }

    private mutating func run(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(JSONError) -> Found? {
        do throws(JSONError.Fault) {
            while position < bytes.count {
                switch step {
                case .string: try readString(bytes, from: &position)
                case .escape, .hexDigits, .lowBackslash, .lowEscape: try readEscape(bytes[position], &position)
                case .literal: try readLiteral(bytes[position], &position)
                case .value, .valueOrClose, .nameOrClose, .name, .colon, .commaOrClose, .end:
                    try readStructure(bytes, from: &position)
                default: try readNumber(bytes, from: &position)
                }
                if isComplete { return take() }
                if stop != nil { return nil }
            }
            return nil
        } catch {
            settle(bytes, upTo: position)
            throw JSONError(error.code, at: place, message: error.message)
        }
    }
}

extension JSONParser {
    /// Moves `place` on. The bytes before it may then go away.
    mutating func settle(_ bytes: UnsafeBufferPointer<UInt8>, upTo position: Int) {
        place.advance(over: UnsafeBufferPointer(rebasing: bytes[settled..<position]))
        settled = position
    }

    /// Notes the beginning of a value that will or may be handed out.
    mutating func markStart(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        if handing != .nothing {
            guard builder.depth == depthAround else { return }
            settle(bytes, upTo: position)
            start = place
        } else if unit == .chosen {
            settle(bytes, upTo: position)
            opened = place
        }
    }

    /// Makes the last array or object opened the beginning of what is handed out.
    mutating func startFromOpened() {
        start = opened
    }

    /// Decides what follows a complete value.
    mutating func completeValue() {
        let depth = builder.depth
        step = depth == 0 ? .end : .commaOrClose
        isComplete = handing != .nothing && depth == depthAround
        if depth == 0, unit == .chosen, !isComplete { stop = .ended }
    }

    private mutating func take() -> Found? {
        guard isComplete, let start else { return nil }
        let hasRepeatedNames = builder.hasRepeatedNames
        let name = builder.isInObject == true ? builder.name : nil
        guard let value = builder.takeLast() else { return nil }
        isComplete = false
        self.start = nil
        if unit == .chosen, handing == .whole { endHanding() }
        return Found(value: value, start: start, name: name, hasRepeatedNames: hasRepeatedNames)
    }
}
