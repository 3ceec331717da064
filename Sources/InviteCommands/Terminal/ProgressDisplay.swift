import ArgumentParser
import Dispatch
import InvitationImporter
import Synchronization

/// How progress is shown.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
    /// A line that is rewritten on a terminal, else a line now and then.
    case auto
    /// A line that is rewritten.
    case bar
    /// A new line every five seconds.
    case log
    /// Nothing.
    case none
}

/// Shows how far an import is, on a thread of its own: a terminal that stands still must not hold up the sending.
final class ProgressDisplay: Sendable {
    private let latest = Mutex<Progress?>(nil)
    /// `nil` if nothing is shown, or the system gives no thread for it.
    private let thread: BackgroundThread?
    private static let hasWarned = Atomic(false)
    private let ending = DispatchSemaphore(value: 0)
    /// Whether there is a line to remove.
    private let hasDrawn = Atomic(false)
    private let rewrites: Bool
    private let interval: DispatchTimeInterval

    /// Begins to show; `none` shows nothing.
    init(_ style: ProgressStyle) {
        rewrites = style == .bar || (style == .auto && Terminal.canRewrite)
        interval = rewrites ? .milliseconds(100) : .seconds(5)
        thread = style == .none ? nil : BackgroundThread()
        if style != .none, thread == nil, !Self.hasWarned.exchange(true, ordering: .relaxed) {
            Terminal.say("warning: The system gives this process no thread, so that no progress is shown.")
        }
        thread?.perform { [self] in
            while ending.wait(timeout: .now() + interval) == .timedOut { draw() }
        }
    }

    /// Takes a snapshot; cheap, and never waits for the terminal.
    func update(_ progress: Progress) {
        latest.withLock { $0 = progress }
    }

    /// Stops, and removes the line.
    func finish() {
        ending.signal()
        thread?.finish()
        if hasDrawn.load(ordering: .relaxed) { Terminal.write("\r\u{1B}[K") }
    }

    private func draw() {
        guard let progress = latest.withLock(\.self) else { return }
        let line = Self.line(progress)
        if rewrites {
            hasDrawn.store(true, ordering: .relaxed)
            Terminal.write("\r\(line.prefix(max(1, Terminal.width - 1)))\u{1B}[K")
        } else {
            Terminal.say(line)
        }
    }

    /// `  412/4000  10 %  98.3/s  37 s left`, or what was read while looking, and what is special.
    static func line(_ progress: Progress) -> String {
        let parts =
            progress.entries.map { ["looking at the server", PlanText.count($0, "entry read", "entries read")] }
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
        if let pause = progress.pause { parts.append("the server wants a pause, \(pause.words)") }
        if let quota = progress.quota { parts.append("the quota of \(quota.name) is used up, \(quota.wait.words)") }
        if progress.unsettled > 0 { parts.append("looking up \(progress.unsettled)") }
        if progress.isStopping { parts.append("stopping, waiting for \(progress.underWay) answers") }
        let last = progress.trouble.map { " (\(Printable.escape($0, limit: 80)))" } ?? ""
        if progress.isProbing {
            parts.append("the server is in trouble\(last), trying one at a time")
        } else if !last.isEmpty {
            parts.append("a list is in trouble\(last), trying again")
        }
        return parts
    }
}
