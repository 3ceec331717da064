import InvitationImporter

/// The progress of an import, in words.
enum ProgressText {
    /// `  412/4000  10 %  98.3/s  37 s left`, or how much the preflight has read; then anything special.
    static func line(_ progress: Progress) -> String {
        let parts =
            progress.entries.map { ["looking at the server", Phrase.count($0, "entry read", "entries read")] }
            ?? numbers(progress)
        return "  " + (parts + specials(progress)).joined(separator: "  ")
    }

    private static func numbers(_ progress: Progress) -> [String] {
        var parts = ["\(progress.done)/\(progress.total)"]
        if progress.total > 0 { parts.append("\(progress.done * 100 / progress.total) %") }
        parts.append("\(Double(Int(progress.perSecond * 10)) / 10)/s")
        if let left = progress.left { parts.append("\(left.words) left") }
        let bad = [Outcome.refused, .failed, .unknown].compactMap { outcome in
            progress.outcomes[outcome].map { "\($0) \(outcome.rawValue)" }
        }
        return parts + bad
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
}
