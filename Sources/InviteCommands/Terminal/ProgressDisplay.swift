import Dispatch
import InvitationImporter
import Synchronization

/// Shows the progress of a command, on a thread of its own: a terminal that stands still must not hold up the sending.
final class ProgressDisplay: Sendable {
    private struct State {
        var latest: Progress?
        var isOver = false
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "progress")
    /// Whether there is a line to remove.
    private let hasDrawn = Atomic(false)
    private let rewrites: Bool
    private let interval: DispatchTimeInterval
    private let words: @Sendable (Progress) -> String

    /// Begins to show progress; `none` shows nothing.
    ///
    /// - Parameter words: Makes the text to show, on one line.
    init(_ style: ProgressStyle, words: @escaping @Sendable (Progress) -> String) {
        self.words = words
        rewrites = style == .bar || (style == .auto && Terminal.canRewrite)
        interval = rewrites ? .milliseconds(100) : .seconds(5)
        if style != .none { drawLater() }
    }

    /// Takes a snapshot. Cheap, and never waits for the terminal.
    func update(_ progress: Progress) {
        state.withLock { $0.latest = progress }
    }

    /// Stops, and removes the line.
    func finish() {
        state.withLock { $0.isOver = true }
        queue.sync { if hasDrawn.load(ordering: .relaxed) { Terminal.write("\r\u{1B}[K") } }
    }

    private func drawLater() {
        queue.asyncAfter(deadline: .now() + interval) { [self] in
            guard !state.withLock(\.isOver) else { return }
            draw()
            drawLater()
        }
    }

    private func draw() {
        guard let progress = state.withLock(\.latest) else { return }
        let line = words(progress)
        if rewrites {
            hasDrawn.store(true, ordering: .relaxed)
            Terminal.write("\r\(line.prefix(max(1, Terminal.width - 1)))\u{1B}[K")
        } else {
            Terminal.say(line)
        }
    }
}
