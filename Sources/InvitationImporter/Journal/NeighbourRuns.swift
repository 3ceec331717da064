public import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A run in another directory that may have invited some of the same people.
public struct NeighbourRun: Hashable, Sendable {
    /// Its directory.
    public let path: FilePath
    /// How many of the people it has invited, or may have invited.
    public let people: Int
    /// The part of an import that it does.
    public let shard: Shard

    /// The most folders that are examined, since any number may lie beside a file.
    private static let most = 100

    /// Finds runs with other names beside files.
    ///
    /// If the server's list of invitations cannot be read, only such runs show that somebody was mailed already.
    ///
    /// - Parameters:
    ///   - run: The run's own directory.
    ///   - files: The imported files, which may lie elsewhere.
    ///   - origin: The API's origin. A run against another server mailed other people.
    ///   - people: The people in question.
    /// - Returns: The runs that have at least one of them, by name.
    public static func find(
        beside run: RunDirectory, _ files: [String], origin: String, people: Set<KeyHash>
    ) -> [NeighbourRun] {
        runs(beside: run, files).compactMap { other in
            keys(of: people, in: other, origin) { $0[$1]?.mayBeInvited ?? false }
                .map { NeighbourRun(path: other.path, people: $0.keys.count, shard: $0.shard) }
        }
    }

    /// Finds the people whom runs with other names beside files have invited within the last hour. A list that does not
    /// show them is behind, or does not show everybody.
    ///
    /// - Parameters:
    ///   - run: The run's own directory.
    ///   - files: The imported files, which may lie elsewhere.
    ///   - origin: The API's origin.
    ///   - people: The people in question, whom the list does not show. Asked for only if there is such a run.
    ///   - now: The time of day.
    static func recentlyInvited(
        beside run: RunDirectory, _ files: [String], origin: String, people: @autoclosure () -> Set<KeyHash>, now: Date
    ) -> Set<KeyHash> {
        // Each run has a sandbox of its own.
        guard origin != ServerOrigin.sandbox else { return [] }
        let start = now.addingTimeInterval(-3600)
        // A journal may be large. One that nobody has written to since then has nobody.
        let runs = runs(beside: run, files) { run in
            (try? run.journal.stat()).map { $0.lastChange >= start.timeIntervalSince1970 } ?? false
        }
        guard !runs.isEmpty else { return [] }
        let people = people()
        return runs.reduce(into: []) { found, run in
            let recent = keys(of: people, in: run, origin, since: start) { journal, key in
                journal[key]?.outcome == .invited && journal.revocation(of: key)?.revokedAt == nil
            }
            found.formUnion((recent?.keys ?? []).map(\.hash))
        }
    }

    /// The first runs beside a run and its files, by name, for which something holds.
    private static func runs(
        beside run: RunDirectory, _ files: [String], where holds: (RunDirectory) -> Bool = { _ in true }
    ) -> [RunDirectory] {
        let own = run.path.resolved ?? run.path
        let folders = Set(([run.path] + files.map { FilePath($0) }).compactMap(folder(of:)))
        let paths = folders.flatMap { folder in folder.entries.map(folder.appending) }
            .filter { $0 != own && RunDirectory($0).isBegun && holds(RunDirectory($0)) }
        return paths.sorted { $0.string < $1.string }.prefix(most).map { RunDirectory($0) }
    }

    private static func folder(of path: FilePath) -> FilePath? {
        let folder = path.removingLastComponent()
        return (folder.isEmpty ? "." : folder).resolved
    }

    /// The people of a run's journal who are in question and for whom something holds; `nil` if there are none, or the
    /// run is about another server.
    ///
    /// - Parameter start: When their last attempt ended at the earliest; `nil` for any time.
    private static func keys(
        of people: Set<KeyHash>, in run: RunDirectory, _ origin: String, since start: Date? = nil,
        where holds: (JournalState, InvitationKey) -> Bool
    ) -> (keys: [InvitationKey], shard: Shard)? {
        guard let journal = try? JournalFile(readingWhatIsLeftOf: run.journal) else { return nil }
        defer { journal.close() }
        guard let header = journal.state.header, header.origin == origin, let all = try? journal.keys() else {
            return nil
        }
        let keys = all.filter { key in
            guard people.contains(key.hash), holds(journal.state, key) else { return false }
            guard let start else { return true }
            let ended = (try? journal.details(key)) ?? nil
            return ended.flatMap { ISOTime.parse($0.at) }.map { $0 > start } ?? false
        }
        return keys.isEmpty ? nil : (keys, header.shard)
    }

    /// The error for a shard beside a run that has some of the same people because it was split into another number.
    /// Nobody reads a warning in a pod, and no list would tell who was invited.
    public static func problem(with neighbours: [NeighbourRun], for shard: Shard) -> RunError? {
        guard !shard.isWhole,
            let other = neighbours.first(where: { !$0.shard.isWhole && $0.shard.count != shard.count })
        else { return nil }
        return RunError(
            .otherShard,
            "\(other.path) is shard \(other.shard) and may have invited \(other.people) of the people of shard \(shard), and "
                + "the server's list cannot tell. Nothing was sent. Go on with \(other.shard.count) shards.")
    }
}
