import InvitationImporter

/// The progress of an import, in words.
enum ProgressText {
    /// `  412/4000  10 %  98.3/s  37 s left`, or how much the preflight has read; then anything special.
    ///
    /// - Parameter width: The most columns. What matters least is left out, and what is left is cut.
    static func line(_ progress: Progress, width: Int = .max) -> String {
        let special = specials(progress)
        var parts =
            progress.entries.map { entries in
                [
                    Part("looking at the server", isNeeded: true),
                    Part(Phrase.count(entries, "entry read", "entries read")),
                ]
            } ?? numbers(progress)
        while "  \(joined(parts, special))".count > width, let last = parts.lastIndex(where: { !$0.isNeeded }) {
            parts.remove(at: last)
        }
        return String("  \(joined(parts, special))".prefix(width))
    }

    /// A part of the line, and whether it stays where there is little room.
    private struct Part {
        var words: String
        var isNeeded: Bool

        init(_ words: String, isNeeded: Bool = false) {
            (self.words, self.isNeeded) = (words, isNeeded)
        }
    }

    private static func joined(_ parts: [Part], _ special: [String]) -> String {
        (parts.map(\.words) + special).joined(separator: "  ")
    }

    private static func numbers(_ progress: Progress) -> [Part] {
        var parts = [Part("\(progress.done)/\(progress.total)", isNeeded: true)]
        if progress.total > 0 { parts.append(Part("\(progress.done * 100 / progress.total) %", isNeeded: true)) }
        parts.append(Part("\(Double(Int(progress.perSecond * 10)) / 10)/s"))
        if let left = progress.left { parts.append(Part("\(left.words) left")) }
        return parts
            + [Outcome.refused, .failed, .unknown].compactMap { outcome in
                progress.outcomes[outcome].map { Part("\($0) \(outcome.rawValue)") }
            }
    }

    private static func specials(_ progress: Progress) -> [String] {
        var parts: [String] = []
        if let pause = progress.waits.pause { parts.append("the server wants a pause, \(pause.words)") }
        if let quota = progress.waits.quota {
            parts.append("the quota of \(quota.name) is used up, \(quota.wait.words)")
        }
        if progress.unsettled > 0 { parts.append("looking up \(progress.unsettled)") }
        if progress.waits.isStopping { parts.append("stopping, waiting for \(progress.underWay) answers") }
        let last = progress.waits.trouble.map { " (\(Printable.escape($0, limit: 80)))" } ?? ""
        if progress.waits.isProbing {
            parts.append("the server is in trouble\(last), trying one at a time")
        } else if !last.isEmpty {
            parts.append("a list is in trouble\(last), trying again")
        }
        return parts
    }

    /// The same for scripts: an object with the moment, what is done, and what is waited for.
    static func json(_ progress: Progress) -> String {
        let waits = progress.waits
        func seconds(_ duration: Duration?) -> JSONValue {
            duration.map { JSONValue.integer(Int($0 / .seconds(1))) } ?? .null
        }
        let outcomes = Outcome.allCases.compactMap { outcome in
            progress.outcomes[outcome].map { JSONValue.Member(outcome.rawValue, .integer($0)) }
        }
        return JSONValue.object([
            "event": .string(progress.entries == nil ? "sending" : "reading"),
            "at": .string(LocalTime.timestamp), "entriesRead": progress.entries.map(JSONValue.integer) ?? .null,
            "done": .integer(progress.done), "total": .integer(progress.total), "outcomes": .object(outcomes),
            "requests": .integer(progress.requests), "underWay": .integer(progress.underWay),
            "unsettled": .integer(progress.unsettled), "secondsLeft": seconds(progress.left),
            "pauseSeconds": seconds(waits.pause), "quota": waits.quota.map { JSONValue.string($0.name) } ?? .null,
            "quotaSeconds": seconds(waits.quota?.wait), "isStopping": .bool(waits.isStopping),
            "trouble": waits.trouble.map { JSONValue.string(Printable.escape($0, limit: 300)) } ?? .null,
        ]).serialized
    }
}
