/// What has come of an answer so far, as libcurl hands it over in pieces, and no more of it than is wanted.
struct AnswerBuffer {
    private(set) var headers = HTTPHeaders()
    /// The final answer's headers have come to their end; what comes as a header after it is a trailer.
    private(set) var headersAreWhole = false
    private(set) var body: [UInt8] = []
    /// Whether more came than is wanted.
    private(set) var isTooLarge = false
    private var headerBytes = 0
    private let headerLimit: Int
    private let bodyLimit: Int

    init(headerLimit: Int, bodyLimit: Int) {
        self.headerLimit = headerLimit
        self.bodyLimit = bodyLimit
    }

    /// Forgets the answer, and keeps the memory for the next one.
    mutating func removeAll() {
        headers = HTTPHeaders()
        headerBytes = 0
        headersAreWhole = false
        body.removeAll(keepingCapacity: true)
        isTooLarge = false
    }

    /// Takes one line of the headers, the status line and the empty line at their end included.
    ///
    /// - Parameter isFinal: Whether the status that came last is one for good, not a 1xx.
    /// - Returns: How many bytes were taken; fewer than given make libcurl end the transfer.
    mutating func take(header line: UnsafeRawBufferPointer, isFinal: () -> Bool) -> Int {
        headerBytes += line.count
        guard headerBytes <= headerLimit else {
            isTooLarge = true
            return 0
        }
        if headersAreWhole { return line.count }
        if line.starts(with: "HTTP/".utf8) {
            // A status line: what came before belonged to a 1xx.
            headers = HTTPHeaders()
        } else if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
            headersAreWhole = isFinal()
        } else {
            headers.append(line: line)
        }
        return line.count
    }

    /// Takes a piece of the body.
    ///
    /// - Returns: How many bytes were taken; fewer than given make libcurl end the transfer.
    mutating func take(body bytes: UnsafeRawBufferPointer) -> Int {
        let room = max(0, bodyLimit - body.count)
        body.append(contentsOf: bytes.prefix(room))
        if bytes.count > room { isTooLarge = true }
        return min(bytes.count, room)
    }
}
