import SystemPackage
import TestSupport

@testable import InvitationImporter

/// The disk under a simulated journal: it fills up, fails to make things durable, and loses at a power cut what it had
/// not made durable. What it keeps is in a real file.
final class SimulatedDisk: JournalStorage {
    /// What a seed can make of a disk.
    struct Character {
        /// How many more bytes fit on it; `nil` for any number.
        var room: Int?
        /// Share of syncs that fail, in percent.
        var failingSyncs = 0
        /// Whether the end of the process is a power cut, not a kill.
        var losesPower = false
    }

    private let file: FileDescriptor
    private var character: Character
    private let life: SimulatedLife
    private var random: SplitMix64
    private var end = 0
    private var durableEnd = 0
    /// What is being made durable, how often that was asked for, and when it will be.
    private var background: (end: Int, asked: Int, needed: Int)?

    init(_ file: FileDescriptor, _ character: Character, _ life: SimulatedLife, seed: UInt64) {
        self.file = file
        self.character = character
        self.life = life
        random = SplitMix64(seed: seed)
        end = (try? Int(file.seek(offset: 0, from: .end))) ?? 0
        durableEnd = end
    }

    func append(_ bytes: [UInt8]) throws {
        guard !life.isOver else { throw SimulatedLife.Over() }
        do {
            try life.step()
        } catch {
            try write(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
            throw error
        }
        let fits = min(bytes.count, character.room ?? bytes.count)
        try write(bytes.prefix(fits))
        if fits < bytes.count { throw Errno.noSpace }
    }

    private func write(_ bytes: ArraySlice<UInt8>) throws {
        try file.writeAll(bytes)
        end += bytes.count
        character.room = character.room.map { $0 - bytes.count }
    }

    func sync() throws {
        try life.step()
        background = nil
        guard Int.random(in: 0..<100, using: &random) >= character.failingSyncs else { throw Errno.ioError }
        // It may die once all is durable and before anybody was told so.
        durableEnd = end
        try life.step()
    }

    func beginSync() {
        background = (end, 0, Int.random(in: 0...5, using: &random))
    }

    func hasSynced() throws -> Bool {
        guard var running = background else { return true }
        try life.step()
        running.asked += 1
        background = running
        guard running.asked > running.needed else { return false }
        background = nil
        guard Int.random(in: 0..<100, using: &random) >= character.failingSyncs else { throw Errno.ioError }
        durableEnd = max(durableEnd, running.end)
        return true
    }

    func cut(to end: Int) throws {
        try life.step()
        try resize(to: end)
        durableEnd = min(durableEnd, end)
    }

    private func resize(to end: Int) throws {
        try file.resize(to: Int64(end), retryOnInterrupt: true)
        character.room = character.room.map { $0 + self.end - end }
        self.end = end
    }

    /// The machine goes down: of what was not durable, only a part is there afterwards, cut at any byte.
    func losePower() throws {
        guard character.losesPower, durableEnd < end else { return }
        try resize(to: Int.random(in: durableEnd...end, using: &random))
    }
}
