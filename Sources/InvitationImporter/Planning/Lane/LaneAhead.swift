import Dispatch

/// Looks at the later rows of a batch on a thread of its own, while the earlier ones are being taken.
///
/// It has a lane of its own, which learns the same in the same order, and so gives the same numbers. If two threads
/// shared one, they would wait for each other whenever they count its references.
///
/// What is known only grows. So a row that is known here is known to the other lane as well; a row that is not may be
/// by the time it is taken, and is looked at once more.
///
/// `@unchecked Sendable`, because two threads use it in turns. This one works from ``begin()`` until it signals that it
/// is done. The other one waits for that before it touches the lane, what was found, or the batch to fill it.
final class LaneAhead: @unchecked Sendable {
    /// A row that the lane knows.
    struct Row {
        let sight: RowLane.Sight
        let key: KeyHash
    }

    /// What is known about the rows of a batch from the first one on.
    struct Found {
        var first = Int.max
        var rows: [Row?] = []
        /// For each row, the numbers of its values that are counted.
        var values: [Int] = []
    }

    /// What the checks made of a row, for the lane to learn.
    private struct Lesson {
        let row: Int
        let record: Record
        let checked: CheckedRow
        let isCounted: Bool
    }

    /// The fewest rows of a batch that are worth a change of threads.
    static let fewest = 256

    private var lane: RowLane
    private let batch: CellBatch
    private let thread: BackgroundThread
    private let done = DispatchSemaphore(value: 0)
    private var found = Found()
    /// Whether the thread is at work.
    private var isBusy = false
    private var lessons: [Lesson] = []

    /// - Parameter lane: A lane that shares nothing with the other one. It has learnt nothing yet.
    /// - Returns: `nil` if the system gives no thread.
    init?(_ lane: RowLane, _ batch: CellBatch) {
        guard let thread = BackgroundThread() else { return nil }
        (self.lane, self.batch, self.thread) = (lane, batch, thread)
    }

    deinit { thread.end() }

    /// Begins to look at the batch, which was filled just now.
    ///
    /// - Returns: The first row that is looked at. The thread gets more than half of them, since the other one has more
    ///   to do than to look.
    func begin() -> Int {
        let first = batch.count * 2 / 5
        found.first = first
        isBusy = true
        thread.perform { [self] in
            lane.look(at: batch, &found)
            done.signal()
        }
        return first
    }

    /// Waits for the thread, lets the lane learn what came up meanwhile, and returns what was found. Afterwards, the
    /// batch may be filled anew.
    ///
    /// - Parameter room: What was taken last time; its memory is used again.
    func take(in room: consuming Found) -> Found {
        finish()
        room.first = .max
        room.rows.removeAll(keepingCapacity: true)
        room.values.removeAll(keepingCapacity: true)
        swap(&room, &found)
        return room
    }

    private func finish() {
        guard isBusy else { return }
        done.wait()
        isBusy = false
        lessons.forEach(take)
        lessons.removeAll(keepingCapacity: true)
    }

    /// Learns what the other lane learns.
    func learn(_ row: Int, record: Record, checked: CheckedRow, isCounted: Bool) {
        let lesson = Lesson(row: row, record: record, checked: checked, isCounted: isCounted)
        if isBusy { lessons.append(lesson) } else { take(lesson) }
    }

    private func take(_ lesson: Lesson) {
        lane.learn(lesson.row, batch, record: lesson.record, checked: lesson.checked, isCounted: lesson.isCounted)
    }

    /// No longer counts the values of columns that have many. The thread must not be at work.
    func stopCounting(where hasMany: (Int) -> Bool) { lane.stopCounting(where: hasMany) }
}

extension RowLane {
    /// Looks at the rows of a batch from the first one on.
    fileprivate mutating func look(at batch: CellBatch, _ found: inout LaneAhead.Found) {
        for row in found.first..<batch.count {
            let sight = look(at: row, of: batch)
            found.rows.append(sight.map { LaneAhead.Row(sight: $0, key: keyHash($0)) })
            for index in counted.indices { found.values.append(counted[index].last) }
        }
    }
}
