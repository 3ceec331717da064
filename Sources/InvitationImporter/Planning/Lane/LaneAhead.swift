import Dispatch

/// Looks at the later rows of a batch on a thread of its own, while the earlier ones are being taken.
///
/// It has a lane of its own, which learns the same in the same order, and so gives the same numbers. If two threads
/// shared one, they would wait for each other whenever they count its references.
///
/// What is known only grows. So a row that is known here is known to the other lane as well; a row that is not may be
/// by the time it is taken, and is looked at once more.
final class LaneAhead: @unchecked Sendable {
    // Unchecked, because the thread touches these only between `begin` and `finish`.

    /// A row that the lane knows.
    struct Row {
        let sight: RowLane.Sight
        let key: KeyHash
    }

    /// What the checks made of a row, for the lane to learn.
    private struct Lesson {
        let row: Int
        let record: Record
        let checked: CheckedRow
        let isCounted: Bool
    }

    private var lane: RowLane
    private let batch: CellBatch
    private let thread: BackgroundThread
    private let done = DispatchSemaphore(value: 0)
    /// The first row that was looked at, and what is known about it and each after it.
    private var first = 0
    private var rows: [Row?] = []
    /// Whether the thread is at work.
    private var isBusy = false
    private var lessons: [Lesson] = []

    /// - Parameters:
    ///   - lane: A lane that shares nothing with the other one. It has learnt nothing yet.
    /// - Returns: `nil` if the system gives no thread.
    init?(_ lane: RowLane, _ batch: CellBatch) {
        guard let thread = BackgroundThread() else { return nil }
        (self.lane, self.batch, self.thread) = (lane, batch, thread)
    }

    deinit { thread.end() }

    /// The thread's part of a batch, in rows. What the other thread has to do besides looking takes about as long as
    /// looking at a quarter of the rows.
    private static func first(of count: Int) -> Int { count * 2 / 5 }

    /// Begins to look at the batch, which was filled just now.
    func begin() {
        finish()
        guard !lane.isCounting else { return }
        first = Self.first(of: batch.count)
        isBusy = true
        thread.perform { [self] in
            look()
            done.signal()
        }
    }

    private func look() {
        for row in first..<batch.count {
            rows.append(lane.look(at: row, of: batch).map { Row(sight: $0, key: lane.keyHash($0)) })
        }
    }

    /// Waits for the thread, and lets the lane learn what came up meanwhile. Afterwards, the batch may be filled anew.
    func finish() {
        wait()
        rows.removeAll(keepingCapacity: true)
    }

    private func wait() {
        guard isBusy else { return }
        done.wait()
        isBusy = false
        lessons.forEach(take)
        lessons.removeAll(keepingCapacity: true)
    }

    /// What is known about a row of the batch; `nil` if it is new, or if nobody has looked.
    func row(_ row: Int) -> Row? {
        guard row >= first else { return nil }
        wait()
        return row - first < rows.count ? rows[row - first] : nil
    }

    /// Learns what the other lane learns.
    func learn(_ row: Int, record: Record, checked: CheckedRow, isCounted: Bool) {
        let lesson = Lesson(row: row, record: record, checked: checked, isCounted: isCounted)
        if isBusy { lessons.append(lesson) } else { take(lesson) }
    }

    private func take(_ lesson: Lesson) {
        lane.learn(lesson.row, batch, record: lesson.record, checked: lesson.checked, isCounted: lesson.isCounted)
    }

    /// No longer counts the values of columns that have many.
    func stopCounting(where hasMany: (Int) -> Bool) {
        // As long as values are counted, the thread has nothing to do.
        if !isBusy { lane.stopCounting(where: hasMany) }
    }
}
