public import SystemPackage

/// A run in another directory that may have invited some of the same people.
public struct NeighbourRun: Hashable, Sendable {
    /// Its directory.
    public let path: FilePath
    /// How many of the people it has invited, or may have invited.
    public let people: Int

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
        let own = run.path.resolved ?? run.path
        let folders = Set(([run.path] + files.map { FilePath($0) }).compactMap(folder(of:)))
        let paths = folders.flatMap { folder in folder.entries.map(folder.appending) }
            .filter { $0 != own && RunDirectory($0).isBegun }
        return paths.sorted { $0.string < $1.string }.prefix(most).compactMap { path in
            let count = count(of: people, in: RunDirectory(path), origin)
            return count > 0 ? NeighbourRun(path: path, people: count) : nil
        }
    }

    private static func folder(of path: FilePath) -> FilePath? {
        let folder = path.removingLastComponent()
        return (folder.isEmpty ? "." : folder).resolved
    }

    private static func count(of people: Set<KeyHash>, in run: RunDirectory, _ origin: String) -> Int {
        guard let journal = try? JournalFile(readingWhatIsLeftOf: run.journal) else { return 0 }
        defer { journal.close() }
        guard journal.state.header?.origin == origin, let keys = try? journal.keys() else { return 0 }
        return keys.count { people.contains($0.hash) && (journal.state[$0]?.mayBeInvited ?? false) }
    }
}
