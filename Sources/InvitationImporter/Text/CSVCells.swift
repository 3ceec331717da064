/// The cells of one CSV record, in one buffer that the next record uses again.
struct CSVCells: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// How many cells are complete.
    var count: Int { ends.count }

    /// Whether all the cells together hold nothing but white space.
    var areBlank: Bool { bytes.allSatisfy(\.isBlank) }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds text to the open cell.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// Adds one byte to the open cell.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Completes the open cell.
    mutating func endCell() {
        ends.append(bytes.count)
    }

    /// Lends the bytes of a complete cell, counted from 0.
    func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = index == 0 ? 0 : ends[index - 1]
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]])) }
    }
}
