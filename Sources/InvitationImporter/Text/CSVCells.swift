/// The cells of one CSV record, in one buffer that is used again for the next.
struct CSVCells: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// How many cells are complete.
    var count: Int { ends.count }

    /// Whether there is no text in any of them.
    var areBlank: Bool { bytes.allSatisfy(\.isBlank) }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds text to the cell that is not complete yet.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// Adds one byte to the cell that is not complete yet.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Completes a cell.
    mutating func endCell() {
        ends.append(bytes.count)
    }

    /// Lends the bytes of a complete cell, counted from 0.
    func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = index == 0 ? 0 : ends[index - 1]
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]])) }
    }
}
