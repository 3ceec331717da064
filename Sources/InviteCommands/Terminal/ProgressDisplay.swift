import Dispatch
import InvitationImporter
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Shows the progress of a command, on a thread of its own: a terminal that stands still must not hold up the sending.
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
    private let words: @Sendable (Progress) -> String
    /// Whether programs read it, which also want the end.
    private let isData: Bool

    /// Begins to show progress; `none` shows nothing.
    ///
    /// - Parameters:
    ///   - words: Makes the text to show, on one line, with no more columns than this if possible.
    ///   - json: Makes the object to show.
    init(
        _ style: ProgressStyle, words: @escaping @Sendable (Progress, _ width: Int) -> String,
        json: @escaping @Sendable (Progress) -> String
    ) {
        let kind = getenv("TERM").map { String(cString: $0) }
        let style = style.fitted(toTerminal: Terminal.showsErrors, kind: kind)
        rewrites = style == .bar
        isData = style == .json
        switch style {
        case .json:
            self.words = json
            interval = .seconds(1)
        case .log:
            self.words = { LocalTime.clock + words($0, .max) }
            interval = .seconds(5)
        case .bar:
            self.words = { words($0, max(1, Terminal.width - 1)) }
            interval = .milliseconds(100)
        case .auto, .none:
            self.words = { words($0, .max) }
            interval = .seconds(5)
        }
        thread = style == .none ? nil : BackgroundThread()
        if style != .none, thread == nil, !Self.hasWarned.exchange(true, ordering: .relaxed) {
            Terminal.say("warning: The system gives this process no thread, so that no progress is shown.")
        }
        thread?.perform { [self] in
            while ending.wait(timeout: .now() + interval) == .timedOut { draw() }
        }
    }

    /// Takes a snapshot. Cheap, and never waits for the terminal.
    func update(_ progress: Progress) {
        latest.withLock { $0 = progress }
    }

    /// Stops, and removes the line.
    func finish() {
        ending.signal()
        thread?.finish()
        if isData { draw() }
        if hasDrawn.load(ordering: .relaxed) { Terminal.write("\r\u{1B}[K") }
    }

    private func draw() {
        guard let progress = latest.withLock(\.self) else { return }
        let line = words(progress)
        if rewrites {
            hasDrawn.store(true, ordering: .relaxed)
            Terminal.write("\r\(line)\u{1B}[K")
        } else if isData {
            Terminal.write(line + "\n")
        } else {
            Terminal.say(line)
        }
    }
}
