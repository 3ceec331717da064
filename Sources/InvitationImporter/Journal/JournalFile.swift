import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `journal.jsonl`, open for appending: what was begun and what became of it.
///
/// It never goes back: lines are added at the end, and a line stands once ``sync()`` has returned. Belongs to one
/// thread.
public final class JournalFile {
    private let file: FileDescriptor
    private let path: FilePath
    private var offset: Int

    /// What the journal says so far.
    public private(set) var state: JournalState
    /// What had to be dropped at the end of the file when it was opened; `nil` for nothing.
    public let droppedTail: Int?

    /// Opens the journal of a run, or begins it.
    ///
    /// A last line that a crash cut off is dropped; anything damaged before it is an error.
    ///
    /// - Throws: ``RunError`` of kind `damaged` or `cannotWrite`.
    init(_ path: FilePath) throws(RunError) {
        self.path = path
        do {
            file = try FileDescriptor.open(
                path, .readWrite, options: [.create, .append, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
        } catch {
            throw RunError.cannotWrite(path, error)
        }
        do throws(RunError) {
            (state, offset) = try JournalReader.readAll(file, path)
            droppedTail = try Self.cut(file, path, to: offset)
        } catch {
            try? file.close()
            throw error
        }
    }

    /// Writes the first line and makes it durable.
    ///
    /// A journal that has one keeps it, unless nothing ever left this machine: then the run belongs to the new
    /// organization and server from here on.
    public func begin(_ header: JournalHeader) throws(RunError) {
        let isSame = state.header.map { ($0.organization, $0.origin) == (header.organization, header.origin) }
        guard isSame == nil || (isSame == false && !state.mayHaveSent) else { return }
        try append([.header(header)])
        try sync()
    }

    /// Adds lines in one write. They are durable only after ``sync()``.
    func append(_ lines: [JournalLine]) throws(RunError) {
        var bytes: [UInt8] = []
        for line in lines {
            let start = offset + bytes.count
            bytes.append(contentsOf: line.bytes)
            state.take(line, at: start)
        }
        do {
            try file.writeAll(bytes)
        } catch {
            throw RunError.cannotWrite(path, error)
        }
        offset += bytes.count
    }

    /// Returns once everything appended so far would survive a power cut.
    public func sync() throws(RunError) {
        do {
            try file.synchronizeData()
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }

    /// How the last attempt for a key ended, read back from the file; `nil` if none did.
    func details(_ key: InvitationKey) throws(RunError) -> JournalLine.Ended? {
        guard let start = state[key]?.offset else { return nil }
        switch try JournalReader.line(at: start, file, path) {
        case .answer(let ended), .outcome(let ended, _): return ended
        case .header, .intent, nil: throw RunError(.damaged, "\(path): the line at byte \(start) changed under way.")
        }
    }

    /// When the last attempt for a key was sent, as far as that was written down.
    func lastSent(_ key: InvitationKey) throws(RunError) -> String? {
        try details(key)?.sentAt ?? state[key]?.uncertainSince
    }

    /// When attempts were begun that may still count for a window that reaches back to `date`.
    func attemptTimes(since date: Date) throws(RunError) -> [Date] {
        var times: [Date] = []
        var lines = LineReader(file)
        while let (_, bytes) = try JournalReader.next(&lines, path) {
            guard case .intent(let intent) = JournalLine(bytes: bytes), let time = ServerTime.parse(intent.at),
                time > date
            else { continue }
            times.append(time)
        }
        return times
    }

    /// Closes the file.
    public func close() {
        try? file.close()
    }

    private static func cut(_ file: FileDescriptor, _ path: FilePath, to end: Int) throws(RunError) -> Int? {
        do {
            let size = try Int(file.seek(offset: 0, from: .end))
            guard size > end else { return nil }
            try file.resize(to: Int64(end), retryOnInterrupt: true)
            return size - end
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }
}
