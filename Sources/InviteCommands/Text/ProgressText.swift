import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The progress of an import, in words.
enum ProgressText {
    /// From so many columns on, the line has a bar, and from so many a long one.
    private static let columnsForBar = 50
    private static let columnsForLongBar = 100
    /// A pace that lets so little out needs a word.
    private static let longPace = Duration.seconds(5)
    /// Whoever waits no longer than this can watch it.
    private static let longWait = Duration.seconds(60)

    /// `  412/4,000  10 %  98.3/s  37 s left`, or how much the preflight has read; then anything special.
    ///
    /// - Parameters:
    ///   - width: The most columns. What matters least is left out, and what is left is cut.
    ///   - now: The moment that waits count from.
    static func line(_ progress: Progress, width: Int = .max, at now: Date = Date()) -> String {
        let parts =
            progress.entries.map { entries in
                [
                    ProgressPart("looking at the server", weight: .always),
                    ProgressPart(Phrase.count(entries, "entry read", "entries read"), weight: .detail),
                ]
            } ?? numbers(progress, bar: barLength(width))
        return ProgressPart.line(parts + specials(progress, now), width: width)
    }

    /// How many characters the bar has; 0 for none.
    private static func barLength(_ width: Int) -> Int {
        width == .max || width < columnsForBar ? 0 : width < columnsForLongBar ? 10 : 20
    }

    private static func numbers(_ progress: Progress, bar length: Int) -> [ProgressPart] {
        var parts = [ProgressPart("\(progress.done.grouped)/\(progress.total.grouped)", weight: .always)]
        if progress.total > 0 {
            parts.append(ProgressPart("\(progress.done * 100 / progress.total) %", weight: .share))
            if length > 0 {
                parts.append(ProgressPart(bar(progress.done, of: progress.total, length), weight: .ornament))
            }
        }
        parts.append(ProgressPart("\(Double(Int(progress.perSecond * 10)) / 10)/s", weight: .pace))
        if let left = progress.left { parts.append(ProgressPart("\(left.words) left", weight: .pace)) }
        return parts
            + [Outcome.refused, .failed, .unknown].compactMap { outcome in
                progress.outcomes[outcome].map {
                    ProgressPart("\($0.grouped) \(outcome.rawValue)", weight: .detail)
                }
            }
            + (progress.retried > 0 ? [ProgressPart("\(progress.retried.grouped) retried", weight: .detail)] : [])
    }

    /// `[#####---------------]`
    private static func bar(_ done: Int, of total: Int, _ length: Int) -> String {
        let full = min(length, done * length / total)
        return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: length - full) + "]"
    }

    /// When a long wait ends, by the clock.
    private static func end(of wait: Duration, _ now: Date) -> [ProgressPart] {
        wait < longWait
            ? [] : [ProgressPart("until \(LocalTime.end(of: wait, from: now))", weight: .hint)]
    }

    private static func specials(_ progress: Progress, _ now: Date) -> [ProgressPart] {
        let waits = progress.waits
        var parts: [ProgressPart] = []
        if let pause = waits.pause {
            parts.append(ProgressPart("the server wants a pause, \(pause.words)", weight: .always))
            parts += end(of: pause, now)
        }
        if let quota = waits.quota {
            parts.append(
                ProgressPart("the quota of \(quota.name) is used up, \(quota.wait.words)", weight: .always))
            parts += end(of: quota.wait, now)
        }
        // At an ordinary pace, it would flicker.
        if parts.isEmpty, let pace = waits.pace, pace > longPace {
            parts.append(ProgressPart("the pace waits \(pace.words)", weight: .always))
        }
        if progress.unsettled > 0 {
            let reading = waits.nextReading.map { "the list is read in \($0.words)" } ?? "waiting for the list"
            parts.append(ProgressPart("\(progress.unsettled.grouped) in doubt, \(reading)", weight: .doubt))
        }
        if waits.isStopping {
            let answers = Phrase.count(progress.underWay, "answer")
            parts.append(ProgressPart("stopping, waiting for \(answers)", weight: .always))
            if waits.isInterrupted { parts.append(ProgressPart("Ctrl-C again stops at once", weight: .hint)) }
        }
        return parts + troubles(waits)
    }

    /// What is wrong with the server, and when it goes on or gives up.
    private static func troubles(_ waits: Progress.Waits) -> [ProgressPart] {
        let said = waits.trouble.map { Printable.escape($0, limit: 80) }
        let next = waits.nextTry.map { ", next try in \($0.words)" }
        guard waits.isProbing else {
            let words = "a list is in trouble"
            return said.map { [ProgressPart(words, said: $0, next ?? ", trying again", weight: .always)] } ?? []
        }
        let end = waits.isStopping ? nil : waits.patience.map { "gives up in \($0.words)" }
        return [ProgressPart("the server is in trouble", said: said, next ?? ", trying one at a time", weight: .always)]
            + (end.map { [ProgressPart($0, weight: .hint)] } ?? [])
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
            "requests": .integer(progress.requests), "retried": .integer(progress.retried),
            "underWay": .integer(progress.underWay),
            "unsettled": .integer(progress.unsettled), "secondsLeft": seconds(progress.left),
            "pauseSeconds": seconds(waits.pause), "quota": waits.quota.map { JSONValue.string($0.name) } ?? .null,
            "quotaSeconds": seconds(waits.quota?.wait), "paceSeconds": seconds(waits.pace),
            "isStopping": .bool(waits.isStopping),
            "nextTrySeconds": seconds(waits.nextTry), "giveUpSeconds": seconds(waits.patience),
            "trouble": waits.trouble.map { JSONValue.string(Printable.escape($0, limit: 300)) } ?? .null,
        ]).serialized
    }
}
