/// What has come of a reply so far, as libcurl hands it over in pieces. It keeps no more than the limits allow.
struct AnswerBuffer {
    private(set) var headers = HTTPHeaders()
    /// Whether the final reply's headers are complete. A header that comes later is a trailer.
    private(set) var headersAreWhole = false
    private(set) var body: [UInt8] = []
    /// Whether more came than the limits allow.
    private(set) var isTooLarge = false
    private var headerBytes = 0
    /// The lines of the reply before, with what was read from them. A server sends most of them again and again.
    private var earlier: [(line: [UInt8], field: HTTPHeaders.Field)] = []
    private let headerLimit: Int
    private let bodyLimit: Int

    init(headerLimit: Int, bodyLimit: Int) {
        self.headerLimit = headerLimit
        self.bodyLimit = bodyLimit
    }

    /// Forgets the reply and keeps the memory for the next one.
    mutating func removeAll() {
        headers = HTTPHeaders()
        headerBytes = 0
        headersAreWhole = false
        body.removeAll(keepingCapacity: true)
        isTooLarge = false
    }

    /// Takes one header line. The status line and the empty line at the end count as header lines.
    ///
    /// - Parameter isFinal: Whether the last status was final, not a 1xx.
    /// - Returns: How many bytes were taken. If these are fewer than given, libcurl ends the transfer.
    mutating func take(header line: UnsafeRawBufferPointer, isFinal: () -> Bool) -> Int {
        headerBytes += line.count
        guard headerBytes <= headerLimit else {
            isTooLarge = true
            return 0
        }
        if headersAreWhole { return line.count }
        if line.first == UInt8(ascii: "H"), line.starts(with: "HTTP/".utf8) {
            // A status line: the lines before it belonged to a 1xx.
            headers = HTTPHeaders()
        } else if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
            headersAreWhole = isFinal()
        } else {
            append(line)
        }
        return line.count
    }

    /// Adds the field of a line. If the reply before had the same line in the same place, nothing is read again.
    private mutating func append(_ line: UnsafeRawBufferPointer) {
        let place = headers.fields.count
        if place < earlier.count, earlier[place].line.elementsEqual(line) {
            return headers.append(earlier[place].field, of: earlier.count)
        }
        headers.append(line: line)
        // Of a reply with very many fields, the first ones do.
        guard headers.fields.count > place, place < 32 else { return }
        let known = (Array(line), headers.fields[place])
        if place < earlier.count { earlier[place] = known } else { earlier.append(known) }
    }

    /// Takes a piece of the body.
    ///
    /// - Returns: How many bytes were taken. If these are fewer than given, libcurl ends the transfer.
    mutating func take(body bytes: UnsafeRawBufferPointer) -> Int {
        let room = max(0, bodyLimit - body.count)
        body.append(contentsOf: bytes.prefix(room))
        if bytes.count > room { isTooLarge = true }
        return min(bytes.count, room)
    }
}
