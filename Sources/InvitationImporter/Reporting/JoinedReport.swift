import SystemPackage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The report of an import whose shards were done in several run directories.
///
/// It has every row of the inputs once, in their order, each with what the journal of its shard says. Rows pass through
/// one at a time; memory holds the journals' states, as that of one import of everybody would.
public struct JoinedReport {
    private let directories: [RunDirectory]
    private let target: RunDirectory

    /// Takes the run directories, in whatever order.
    ///
    /// - Parameter target: The folder for the report. It must be new or empty, or hold an earlier joined report.
    public init(_ directories: [RunDirectory], into target: RunDirectory) {
        (self.directories, self.target) = (directories, target)
    }

    /// Writes the report. Sends nothing, and changes nothing in the run directories.
    ///
    /// - Parameter now: The time of writing, for the report.
    /// - Returns: The numbers, also in the form of `summary.json`.
    /// - Throws: ``RunError`` of kind `otherShard` if a shard is missing, doubled or foreign. ``RunError`` if another
    ///   process works on one, if one is damaged, or if the report cannot be written; ``InputError`` if one is no run.
    public func write(at now: Date = Date()) throws -> (RunSummary, JSONValue) {
        let shards = try ShardSet(directories)
        defer { shards.close() }
        let lock = try openTarget()
        let written = Result { () throws(RunError) in try write(shards.folders, at: now) }
        lock.release()
        // If stored files do not add up, one was cut or changed.
        return try written.mapError { $0.kind == .doesNotAddUp ? RunError(.damaged, $0.message) : $0 }.get()
    }

    /// The files that a joined report can consist of.
    private static let ownNames: Set<String> = Set(
        [
            "results.csv", "results.jsonl", "retry.csv", "retry.jsonl", "fix.csv", "fix.jsonl", "summary.json",
            RunPage.name,
        ]
        .flatMap { [$0, $0 + OutputFile.partialEnding] } + ["lock"])

    /// Makes the folder for the report, and keeps others out of it. A file of somebody's own must not be replaced.
    private func openTarget() throws(RunError) -> RunLock {
        try target.checkIsOurs()
        let entries = target.path.entries
        // Without the file that is written last, whole ones may be somebody's own.
        let isOurs = entries.contains("summary.json")
        let other = entries.first { name in
            let isWhole = name != "lock" && !name.hasSuffix(OutputFile.partialEnding)
            return !Self.ownNames.contains(name) || isWhole && !isOurs
        }
        if let other {
            throw RunError(
                .cannotWrite,
                "\(target.path) holds \(Printable.escape(other, limit: 200)), so it is not the folder of a joined report. "
                    + "Name a new folder with --into.")
        }
        do {
            try target.path.makeDirectories()
        } catch {
            throw RunError.cannotWrite(target.path, error)
        }
        return try RunLock(target.file("lock"))
    }

    private func write(_ folders: [ShardFolder], at now: Date) throws(RunError) -> (RunSummary, JSONValue) {
        var summary = Self.summary(folders)
        let plans = folders.map(\.plan)
        let used = try UsedInputs(plans)
        var rows = MergedPlans(plans, used)
        var files = try ReportFiles(target, of: folders.map(\.directory), plans[0].header.inputs, used)
        while let (row, part) = try rows.next() { try files.write(row, folders[part].journal, &summary) }
        let page = try files.commit(&summary)
        var header = folders[0].header
        header.createdAt = folders.map(\.header.createdAt).min() ?? header.createdAt
        // The joint tells when the last shard ended, not when somebody asked.
        let endedAt = folders.compactMap(\.journal.state.end?.at).max() ?? now.timestamp
        let json = try summary.write(in: target, header, at: endedAt)
        try page.write(in: target, summary, folders.map(\.journal), header, at: now.timestamp)
        return (summary, json)
    }

    /// What is known about all starts, besides the rows. The shards worked side by side, so the longest time counts.
    private static func summary(_ folders: [ShardFolder]) -> RunSummary {
        let endings = folders.map { StoredRun.ending(of: $0.journal) }
        let ends = folders.compactMap(\.journal.state.end)
        var summary = RunSummary(
            ending: endings.first { $0 != .complete } ?? .complete, requests: ends.reduce(0) { $0 + $1.requests },
            elapsed: .milliseconds(ends.map(\.milliseconds).max() ?? 0),
            leftForLater: ends.contains { $0.leftForLater })
        summary.shards = folders.count
        summary.begunAt = folders.compactMap(\.journal.state.lastBegunAt).min()
        summary.gaps = folders.compactMap { folder in
            folder.journal.lack.map { folder.shard.isWhole ? $0 : "Shard \(folder.shard): \($0)" }
        }
        return summary
    }
}
