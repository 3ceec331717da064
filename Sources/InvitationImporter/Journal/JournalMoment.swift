import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a journal says about the course of a run, as far as a chart needs it.
enum JournalMoment: Hashable, Sendable {
    /// A start of the program began to send.
    case start(JournalHeader)
    /// An attempt to invite somebody ended.
    case attempt(Attempt)
    /// A start ended.
    case stop(JournalLine.Stop)

    /// An attempt that may have left this machine. Times are milliseconds since 1970.
    struct Attempt: Hashable, Sendable {
        /// When it was sent.
        var sent: Int
        /// When its end was known.
        var ended: Int
        /// How often its row had been tried, this attempt included.
        var number: Int
        var result: AttemptResult
    }
}

extension JournalFile {
    /// Reads the course of the run, in order, up to the first damage.
    ///
    /// Every attempt has a line, so of these only the members that are asked for are read. They are found by their
    /// bytes: within a text of the journal each quote has a backslash in front, so no text can look like a member.
    func moments(_ each: (JournalMoment) -> Void) throws(RunError) {
        var lines = LineReader(file)
        var doubts = OpenDoubts()
        var begun = 0
        while let (start, bytes) = try JournalReader.next(&lines, path), start < offset {
            if bytes.starts(with: JournalMoment.Attempt.answer) || bytes.starts(with: JournalMoment.Attempt.outcome) {
                guard let attempt = JournalMoment.Attempt(bytes) else { continue }
                let isLast = bytes.starts(with: JournalMoment.Attempt.outcome)
                let isNew = doubts.isNew(attempt, of: bytes.member, isLast: isLast)
                // An attempt of an earlier start, which was killed, may be settled in this one.
                if isNew, attempt.sent >= begun { each(.attempt(attempt)) }
            } else if bytes.starts(with: JournalHeader.mark.utf8) || bytes.starts(with: #"{"end""#.utf8) {
                switch JournalLine(bytes: bytes) {
                case .header(let header) where header.command == nil:
                    begun = ISOTime.parse(header.createdAt)?.milliseconds ?? 0
                    each(.start(header))
                case .end(let stop) where stop.command == nil: each(.stop(stop))
                default: continue
                }
            }
        }
    }
}

extension JournalMoment.Attempt {
    fileprivate static let answer = Array(#"{"answer":"#.utf8)
    fileprivate static let outcome = Array(#"{"outcome":"#.utf8)
    fileprivate static let names = (
        number: Array(#","attempt":"#.utf8), result: Array(#","class":""#.utf8), sent: Array(#","sentAt":""#.utf8),
        ended: Array(#","at":""#.utf8)
    )

    /// Reads a line; `nil` if the attempt never left.
    fileprivate init?(_ line: [UInt8]) {
        guard let sent = line.text(after: Self.names.sent).flatMap(ISOTime.ordinary),
            let ended = line.text(after: Self.names.ended).flatMap(ISOTime.ordinary),
            let result = line.text(after: Self.names.result).flatMap(AttemptResult.init)
        else { return nil }
        (self.sent, self.ended, self.result) = (sent.milliseconds, ended.milliseconds, result)
        number = line.digits(after: Self.names.number) ?? 1
    }
}

extension [UInt8] {
    /// The first value of a line, as it is written: the key of the person.
    fileprivate var member: [UInt8] {
        let name = JournalMoment.Attempt.names.number
        guard let start = firstIndex(of: .colon), let end = index(after: name, from: start) else { return [] }
        return Array(self[start..<end - name.count])
    }

    /// The text that follows some bytes, up to the next quote.
    fileprivate func text(after name: [UInt8]) -> String? {
        guard let start = index(after: name), let end = self[start...].firstIndex(of: .quote) else { return nil }
        return String(decoding: self[start..<end], as: UTF8.self)
    }

    fileprivate func digits(after name: [UInt8]) -> Int? {
        guard let start = index(after: name) else { return nil }
        return Int(String(decoding: self[start...].prefix { $0.isDigit }, as: UTF8.self))
    }

    /// The index after the first place, from an index on, where some bytes stand.
    private func index(after name: [UInt8], from first: Int = 0) -> Int? {
        withUnsafeBufferPointer { line in
            name.withUnsafeBufferPointer { name in
                guard line.count - first >= name.count else { return nil }
                for start in first...(line.count - name.count)
                where line[start] == name[0] && line[start + 1] == name[1] {
                    var length = 2
                    while length < name.count, line[start + length] == name[length] { length += 1 }
                    if length == name.count { return start + length }
                }
                return nil
            }
        }
    }
}

extension Date {
    fileprivate var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }
}
