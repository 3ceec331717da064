import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `journal.jsonl`, open for appending: what was begun and what became of it.
///
/// It only grows: lines are added at the end, and a line is durable once ``sync()`` has returned. Belongs to one
/// thread.
public final class JournalFile {
    let file: FileDescriptor
    private let disk: any JournalStorage
    let path: FilePath
    private var lookup: LineLookup
    private(set) var offset: Int
    /// Whether the end of the file may hold half a line that could not be removed.
    private var isBroken = false

    /// What the journal says so far.
    public private(set) var state: JournalState
    /// How many bytes were dropped from the end of the file when it was opened; `nil` for none.
    public let droppedTail: Int?

    /// Opens the journal of a run, or begins it.
    ///
    /// A last line that a crash cut off is dropped. Any damage before it is an error.
    ///
    /// - Parameter disk: Gives the storage for the open file.
    /// - Throws: ``RunError`` of kind `damaged` or `cannotWrite`.
    init(
        _ path: FilePath, disk: (FileDescriptor) -> any JournalStorage = { FileDisk($0) }
    ) throws(RunError) {
        self.path = path
        file = try .openOwn(path, .readWrite, options: .append)
        lookup = LineLookup(file)
        self.disk = disk(file)
        do throws(RunError) {
            (state, offset) = try JournalReader.readAll(file, path)
            droppedTail = try Self.cut(file, self.disk, path, to: offset)
        } catch {
            try? file.close()
            throw error
        }
    }

    /// Writes a header and makes it durable, together with the file's name if that is new.
    ///
    /// From here on the run belongs to its organization and server. It may move as long as nothing has left this
    /// machine.
    public func begin(_ header: JournalHeader) throws(RunError) {
        let isNew = state.header == nil
        try append([.header(header)])
        try sync()
        guard isNew else { return }
        do {
            try path.synchronizeFolder()
            try path.removingLastComponent().synchronizeFolder()
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }

    /// Adds lines in one write. They are durable only after ``sync()``.
    ///
    /// - Throws: ``RunError`` if they could not be written. Then none of them counts, and the file ends as before.
    func append(_ lines: [JournalLine]) throws(RunError) {
        guard !isBroken else { throw RunError(.cannotWrite, "\(path) ends in half a line.") }
        var bytes: [UInt8] = []
        var starts: [Int] = []
        starts.reserveCapacity(lines.count)
        // Lines are read where they are: an element that is taken out is copied, with all of its texts.
        lines.withUnsafeBufferPointer { lines in
            for index in lines.indices {
                starts.append(offset + bytes.count)
                lines[index].write(into: &bytes)
            }
        }
        do {
            try disk.append(bytes)
        } catch {
            // A line after half a line would be damage in the middle of the file.
            do { try disk.cut(to: offset) } catch { isBroken = true }
            throw RunError.cannotWrite(path, error)
        }
        lines.withUnsafeBufferPointer { lines in
            for index in lines.indices { state.take(lines[index], at: starts[index]) }
        }
        offset += bytes.count
    }

    /// Returns once everything appended so far would survive a power cut.
    public func sync() throws(RunError) {
        do {
            try disk.sync()
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }

    /// Opens what is left of a run's journal to read it. Changes nothing in the file.
    ///
    /// A damaged line counts as lost, with everything after it. ``lack`` then says so.
    init(readingWhatIsLeftOf path: FilePath) throws(RunError) {
        self.path = path
        do {
            let isThere = path.exists
            file = try isThere ? .openToRead(path) : .open("/dev/null", .readOnly, options: .closeOnExec)
            if !isThere { lack = "\(path) is missing, so it is not known who was invited." }
        } catch {
            throw RunError(.damaged, "\(path) cannot be read: \(error).")
        }
        disk = FileDisk(file)
        lookup = LineLookup(file)
        isBroken = true
        do throws(RunError) {
            var damage: RunError?
            (state, offset) = try JournalReader.readAll(file, path, upTo: &damage)
            let size = (try? Int(file.seek(offset: 0, from: .end))) ?? offset
            droppedTail = damage == nil && size > offset ? size - offset : nil
            if damage != nil {
                lack = "\(path) is damaged at byte \(offset), so what happened from there on is not known."
            }
        } catch {
            try? file.close()
            throw error
        }
    }

    /// What the journal cannot tell because it is damaged or missing; `nil` if it is whole.
    public private(set) var lack: String?

    /// The outcome of a person, from what the journal says.
    ///
    /// If the journal is not whole, only a final outcome is certain.
    func outcome(_ entry: JournalState.Entry?) -> Outcome {
        let reported = entry?.reported ?? .notSent
        return lack == nil || reported.standsForGood ? reported : .unknown
    }

    /// Begins to make everything appended so far durable. ``hasSynced()`` tells when that is done.
    func beginSync() {
        disk.beginSync()
    }

    /// Whether everything appended before ``beginSync()`` is durable now.
    func hasSynced() throws(RunError) -> Bool {
        do {
            return try disk.hasSynced()
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }

    /// The line that begins at an offset; `nil` if there is none or it is damaged.
    func line(at offset: Int) throws(RunError) -> JournalLine? {
        do {
            return try lookup.line(at: offset).flatMap { JournalLine(bytes: $0) }
        } catch {
            throw RunError(.damaged, "\(path) cannot be read: \(error).")
        }
    }

    /// How the last attempt for a key ended, read back from the file; `nil` if none has ended.
    func details(_ key: InvitationKey) throws(RunError) -> JournalLine.Ended? { try details(state[key]) }

    /// How the last attempt for a person ended, of whom this is known.
    func details(_ entry: JournalState.Entry?) throws(RunError) -> JournalLine.Ended? {
        guard let start = entry?.offset else { return nil }
        switch try line(at: start) {
        case .answer(let ended), .outcome(let ended, _): return ended
        case .header, .snapshot, .intent, .revoking, .revocationAnswer, .revocation, .end, nil:
            throw RunError(.damaged, "\(path): the line at byte \(start) changed under way.")
        }
    }

    /// When the last attempt for a key was sent; `nil` if that was not recorded.
    func lastSent(_ key: InvitationKey) throws(RunError) -> String? {
        try details(key)?.sentAt ?? state[key]?.doubt.since?.timestamp
    }

    /// What the last attempt for a key asked for; `nil` if that was not recorded.
    func lastAsked(_ key: InvitationKey) throws(RunError) -> Doubt.Asked? {
        guard let start = state[key]?.begun, case .intent(let intent) = try line(at: start)
        else { return nil }
        return intent.asked == Doubt.Asked() ? nil : intent.asked
    }

    /// The ids of a person's invitations that attempts in doubt did not make; `nil` if the list was not read before
    /// them.
    func idsBefore(_ key: InvitationKey) throws(RunError) -> [String]? {
        guard let entry = state[key] else { return nil }
        guard let start = entry.replaced, case .outcome(let ended, _) = try line(at: start),
            let id = ended.invitationID
        else { return entry.idsBefore }
        return (entry.idsBefore ?? []) + [id]
    }

    /// Every person in the journal, in the order of the first attempts.
    func keys() throws(RunError) -> [InvitationKey] {
        var keys: [InvitationKey] = []
        var seen: Set<KeyHash> = []
        var lines = LineReader(file)
        while let (_, bytes) = try JournalReader.next(&lines, path) {
            guard case .intent(let intent) = JournalLine(bytes: bytes) else { continue }
            let key = InvitationKey(text: intent.key)
            if seen.insert(key.hash).inserted { keys.append(key) }
        }
        return keys
    }

    /// The attempts of earlier starts that count for a quota, and the invitations they made in the last hour. A list
    /// that lags by more than an hour is the server's fault, and no waiting mends it. Older invitations may have been
    /// revoked.
    func earlier(_ quotas: [Quota], now: Date) throws(RunError) -> EarlierRuns {
        try earlier(countingAttempts: !quotas.isEmpty, created: now.addingTimeInterval(-3600))
    }

    /// What earlier starts did that still matters: all attempts in their order, if they are to be counted, and
    /// invitations made since `created`. An attempt that looks old may be a young one, if the clock was back then.
    func earlier(countingAttempts: Bool, created: Date) throws(RunError) -> EarlierRuns {
        var earlier = EarlierRuns()
        var revoked: Set<String> = []
        var lines = LineReader(file)
        while let (_, bytes) = try JournalReader.next(&lines, path) {
            switch JournalLine(bytes: bytes) {
            case .intent(let intent):
                guard countingAttempts, let time = ISOTime.parse(intent.at) else { continue }
                earlier.attempts.append(time)
            case .outcome(let ended, .invited):
                guard let id = ended.invitationID, let time = ISOTime.parse(ended.at), time > created else {
                    continue
                }
                let key = InvitationKey(text: ended.key)
                earlier.created[key.organization, default: []].append(id)
                earlier.invited.insert(key.hash)
            case .revoking(let revoking):
                revoked.insert(revoking.id)
            default: continue
            }
        }
        // The list need not show these any more.
        for organization in earlier.created.keys { earlier.created[organization]?.removeAll(where: revoked.contains) }
        return earlier
    }

    /// Closes the file.
    public func close() {
        try? file.close()
    }

    private static func cut(
        _ file: FileDescriptor, _ disk: any JournalStorage, _ path: FilePath, to end: Int
    ) throws(RunError) -> Int? {
        do {
            let size = try Int(file.seek(offset: 0, from: .end))
            guard size > end else { return nil }
            try disk.cut(to: end)
            return size - end
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }
}
