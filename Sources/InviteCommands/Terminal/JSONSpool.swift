import InvitationImporter
import SystemPackage

/// Elements of a JSON array that are printed later: a few in memory, many in an unnamed file.
///
/// What a preview prints begins with its sums, which are known last, and a million rows do not fit in memory.
struct JSONSpool {
    private static let pieceBytes = 1 << 16
    private var buffer: [UInt8] = []
    private var file: UnnamedFile?
    private var isEmpty = true

    /// Adds an element.
    ///
    /// - Throws: `RunError` if there is no room.
    mutating func append(_ element: JSONValue) throws(RunError) {
        if !isEmpty { buffer.append(UInt8(ascii: ",")) }
        isEmpty = false
        JSONWriter.write(element, into: &buffer)
        guard buffer.count >= Self.pieceBytes else { return }
        if file == nil { file = try UnnamedFile() }
        try file?.append(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Prints the elements, with commas between them.
    ///
    /// - Throws: `RunError` if they cannot be read again or printed.
    func print() throws {
        if let descriptor = file?.descriptor {
            var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
            var offset: Int64 = 0
            while true {
                let count = try piece.withUnsafeMutableBytes {
                    try descriptor.read(fromAbsoluteOffset: offset, into: $0)
                }
                if count == 0 { break }
                // No character is cut, since a terminal gets text.
                let end = piece[..<count].lastIndex { $0 < 0x80 }.map { $0 + 1 } ?? count
                try Terminal.printData(piece[..<end])
                offset += Int64(end)
            }
        }
        try Terminal.printData(buffer)
    }
}
