/// The names of JSON members as bytes, to compare them where they stand.
struct MemberNames {
    private var bytes: [UInt8] = []
    /// Where each name ends. It begins where the one before ends.
    private var ends: [Int] = []

    /// How many names there are.
    var count: Int { ends.count }

    /// Adds a name. One that is written with escapes is never found.
    mutating func append(_ name: String) {
        bytes.append(contentsOf: name.utf8)
        bytes.append(.quote)
        ends.append(bytes.count)
    }

    /// The index of the name that begins at some bytes, and its length with the quote that ends it.
    ///
    /// - Parameter hint: The index where it probably is.
    @inline(__always)
    func find(_ text: UnsafeBufferPointer<UInt8>, hint: Int) -> (index: Int, length: Int)? {
        if hint < count, let length = length(of: hint, at: text) { return (hint, length) }
        for index in 0..<count {
            if let length = length(of: index, at: text) { return (index, length) }
        }
        return nil
    }

    @inline(__always)
    private func length(of index: Int, at text: UnsafeBufferPointer<UInt8>) -> Int? {
        let start = index == 0 ? 0 : ends[index - 1]
        let length = ends[index] - start
        guard length <= text.count else { return nil }
        for offset in 0..<length where bytes[start + offset] != text[offset] { return nil }
        return length
    }
}

extension CellBatch {
    /// Fills the batch with lines of JSON, of which the text begins with one. An ordinary line is an object. Each of
    /// its members has one of these names, and a value without an escape, an object, or a list of lists.
    func fill(withLines text: UnsafeBufferPointer<UInt8>, _ names: MemberNames) {
        fill(withLines: text, columns: names.count) { start, end in cutLine(from: start, to: end, names) }
    }

    /// Notes the cells of one line. Returns where the next line begins; `nil` if the line is not ordinary, or not
    /// whole.
    private func cutLine(from start: Int, to end: Int, _ names: MemberNames) -> Int? {
        guard self[start] == .openBrace else { return nil }
        for column in 0..<names.count { note(column, .absent, 0, 0) }
        var index = start
        var hint = 0
        repeat {
            index = skipBlanks(index + 1, end)
            guard index < end else { return cutShort() }
            guard self[index] == .quote else { return nil }
            guard let (column, length) = names.find(rest(from: index + 1, to: end), hint: hint) else {
                return holdsLineEnd(from: index, to: end) ? nil : cutShort()
            }
            index = skipBlanks(index + 1 + length, end)
            guard index < end else { return cutShort() }
            guard self[index] == .colon, kind(ofNext: column) == .absent else { return nil }
            guard let next = cutValue(column, from: skipBlanks(index + 1, end), to: end) else { return nil }
            index = skipBlanks(next, end)
            guard index < end else { return cutShort() }
            hint = column + 1
        } while self[index] == .comma
        guard self[index] == .closeBrace else { return nil }
        index = skipBlanks(index + 1, end)
        return index < end ? endOfLine(at: index, to: end) : cutShort()
    }

    /// Notes one value. Returns where the text goes on.
    private func cutValue(_ column: Int, from start: Int, to end: Int) -> Int? {
        guard start < end else { return cutShort() }
        if self[start] == .quote {
            let last = endOfText(from: start + 1, to: end)
            guard last < end else { return cutShort() }
            guard self[last] == .quote else { return nil }
            note(column, .text, start + 1, last)
            return last + 1
        }
        let next = self[start] == .openBracket ? endOfList(from: start + 1, to: end) : endOfWord(from: start, to: end)
        guard let next else { return nil }
        guard next < end else { return cutShort() }
        note(column, .raw, start, next)
        return next
    }

    /// The end of a list of texts, numbers and words; `nil` if it is not ordinary.
    private func endOfList(from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            switch self[index] {
            case .closeBracket: return index + 1
            case .quote:
                index = endOfText(from: index + 1, to: end)
                guard index < end else { return end }
                guard self[index] == .quote else { return nil }
            case .openBracket, .openBrace, .backslash, 0..<0x20: return nil
            default: break
            }
            index += 1
        }
        return end
    }

    /// The end of a number, or of `true`, `false` or `null`; `nil` if it is none of these.
    private func endOfWord(from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end, self[index] > 0x20, self[index] != .comma, self[index] != .closeBrace { index += 1 }
        guard index < end else { return end }
        return index > start && self[start] != .openBrace ? index : nil
    }

    @inline(__always)
    private func skipBlanks(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, self[index] == .space || self[index] == .tab { index += 1 }
        return index
    }

    private func holdsLineEnd(from start: Int, to end: Int) -> Bool {
        rest(from: start, to: end).contains { $0.isLineEnd }
    }
}
