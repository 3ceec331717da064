import SystemPackage

/// The run directories of all shards of one import: each of them, once, and no other.
struct ShardSet {
    /// The folders, by the number of the shard.
    let folders: [ShardFolder]

    /// Opens folders in whatever order. Close them with ``close()``.
    ///
    /// - Throws: ``RunError`` of kind `otherShard` if they are not all shards of one import; it names those that are
    ///   missing, doubled or foreign. What the folders themselves throw.
    init(_ directories: [RunDirectory]) throws {
        try Self.checkNamedOnce(directories)
        // A lock and two files for each.
        let limit = OpenFileLimit()
        _ = limit.raised(to: limit.open + 3 * directories.count + 32)
        var opened: [ShardFolder] = []
        do {
            for directory in directories { opened.append(try ShardFolder(directory)) }
            folders = opened.sorted {
                ($0.shard.number, $0.directory.path.string) < ($1.shard.number, $1.directory.path.string)
            }
            try Self.check(folders)
        } catch {
            opened.forEach { $0.close() }
            throw error
        }
    }

    /// Closes all folders.
    func close() { folders.forEach { $0.close() } }

    /// Checks that no folder is named twice.
    ///
    /// - Throws: ``RunError`` of kind `otherShard`.
    static func checkNamedOnce(_ directories: [RunDirectory]) throws(RunError) {
        var known: Set<FilePath> = []
        for directory in directories where !known.insert(directory.path.resolved ?? directory.path).inserted {
            throw RunError(.otherShard, "\(directory.path) is named twice. Name each folder once.")
        }
    }

    /// What most folders have in common. Of folders that do not fit together, most are right. The order of the
    /// arguments decides nothing.
    static func common<Common: Hashable>(of folders: [(path: String, common: Common)]) -> Common? {
        let groups = Dictionary(grouping: folders, by: \.common)
        let first = { (group: [(path: String, common: Common)]) in group.map(\.path).min() ?? "" }
        return groups.max { ($0.value.count, first($1.value)) < ($1.value.count, first($0.value)) }?.key
    }

    private static func check(_ folders: [ShardFolder]) throws(RunError) {
        guard let common = common(of: folders.map { ($0.directory.path.string, $0.common) }) else { return }
        let foreign = folders.filter { $0.common != common }.map {
            "\($0.directory.path) \(difference($0.common, common))"
        }
        if !foreign.isEmpty { throw problem("These are not shards of one import: \(list(foreign)).") }
        if common.rule != Shard.rule {
            throw problem(
                "They were split by rule \(common.rule), and this version splits by rule \(Shard.rule). Use the version that "
                    + "made them.")
        }
        let shards = Dictionary(grouping: folders, by: \.shard.number)
        let doubled = shards.values.filter { $0.count > 1 }.sorted { $0[0].shard.number < $1[0].shard.number }.map {
            "\($0.map(\.directory.path.string).joined(separator: " and ")) are both shard \($0[0].shard)"
        }
        if !doubled.isEmpty { throw problem("\(list(doubled)).") }
        let missing = (1...common.count).filter { shards[$0] == nil }.map { "\($0)/\(common.count)" }
        guard missing.isEmpty else {
            throw problem("Of \(common.count) shards, \(missing.count) are missing: \(list(missing, separator: ", ")).")
        }
    }

    /// What is different about a folder, in words.
    private static func difference(_ one: ShardFolder.Common, _ all: ShardFolder.Common) -> String {
        if one.count != all.count {
            let what = one.count == 1 ? "is a whole import" : "is one of \(one.count) shards"
            return "\(what), others are \(all.count == 1 ? "whole imports" : "of \(all.count)")"
        }
        if one.rule != all.rule { return "was split by rule \(one.rule), others by rule \(all.rule)" }
        if one.organization != all.organization {
            return "belongs to the organization \(name(one.organization)), others to \(name(all.organization))"
        }
        if one.origin != all.origin { return "belongs to the server \(one.origin), others to \(all.origin)" }
        let inputs = zip(one.inputs, all.inputs).first { $0.0 != $0.1 }
        return "has read other files than the others" + (inputs.map { ", such as \(name($0.0.copy))" } ?? "")
            + ", or with other options"
    }

    private static func name(_ text: String) -> String {
        text.isEmpty ? "that every row names" : Printable.escape(text, limit: 200)
    }

    private static func list(_ texts: [String], separator: String = "; ") -> String {
        texts.prefix(20).joined(separator: separator) + (texts.count > 20 ? " and \(texts.count - 20) more" : "")
    }

    private static func problem(_ words: String) -> RunError {
        RunError(
            .otherShard, "\(words) No report was written. Name the folders of all shards of one import, each once.")
    }
}
