/// The rows of one input as the first reading checked them: those that the checks judged themselves, and the counts of
/// those that the lane knew.
///
/// If there are few of the former, and nothing that is known after all rows changes one of the latter, a plan that only
/// counts these needs no second reading. Memory: ``most`` rows, and the lanes.
struct KeptRows {
    /// The most rows of all inputs together.
    static let most = 1 << 12

    struct Row {
        /// The number of the row in its input, counted from 1.
        let number: Int
        /// Its line, counted from 1.
        let line: Int
        let checked: CheckedRow
    }

    /// The rows that the checks judged, in order.
    private(set) var rows: [Row] = []
    /// The lanes that took the others. Each fitted the columns for a while.
    private(set) var lanes: [RowLane] = []
    /// Whether nothing of the input is missing here.
    private(set) var isWhole: Bool

    init(keeps: Bool) { isWhole = keeps }

    /// Keeps the row that came last.
    ///
    /// - Parameter room: How many rows may be kept.
    mutating func add(_ checked: CheckedRow, of feed: RowFeed, room: Int) {
        guard isWhole else { return }
        guard rows.count < room else { return spoil() }
        rows.append(Row(number: feed.place.number, line: feed.line, checked: checked))
    }

    /// Keeps what a lane took.
    mutating func add(_ lane: RowLane) {
        if isWhole { lanes.append(lane) }
    }

    /// Keeps nothing of the input. It has to be read again.
    mutating func spoil() {
        (rows, lanes, isWhole) = ([], [], false)
    }
}
