#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Turns bytes of an encoding that the system's iconv knows into UTF-8, piece by piece.
///
/// `@unchecked Sendable`, because only one reader uses it at a time. Copies of a reader must not be used side by side:
/// they share their file as well.
final class SystemConverter: @unchecked Sendable {
    /// The result for one piece.
    enum Result {
        /// This many bytes of UTF-8 were written. The rest of the piece comes first in the next one.
        case written(Int)
        /// This many bytes of the input were read before one that means nothing.
        case failed(after: Int)
    }

    private let descriptor: iconv_t
    /// Bytes that are half of a character, or that had no room.
    private var rest: [UInt8] = []

    /// Whether the system knows an encoding of this name.
    static func knows(_ name: String) -> Bool { SystemConverter(name) != nil }

    /// - Returns: `nil` if the system knows no such encoding.
    init?(_ name: String) {
        // After a slash, iconv takes a rule for bytes that mean nothing. Here they are always an error.
        let isName =
            !name.isEmpty && name.utf8.count < 60
            && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
        guard isName, let descriptor = iconv_open("UTF-8", name), descriptor != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.descriptor = descriptor
    }

    deinit {
        iconv_close(descriptor)
    }

    /// Whether there are bytes that were read and not yet written.
    var hasRest: Bool { !rest.isEmpty }
    var restBytes: Int { rest.count }

    /// Converts as much of a piece as has room.
    func convert(_ bytes: some Sequence<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Result {
        var input = rest + bytes
        let (consumed, written, error) = input.withUnsafeMutableBytes { input in
            output.withMemoryRebound(to: CChar.self) { output in
                var (from, to) = (input.baseAddress?.assumingMemoryBound(to: CChar.self), output.baseAddress)
                var (inputLeft, outputLeft) = (input.count, output.count)
                let result = iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
                let error = Int(truncatingIfNeeded: result) == -1 ? errno : 0
                return (input.count - inputLeft, output.count - outputLeft, error)
            }
        }
        if error == EILSEQ, written == 0 { return .failed(after: consumed) }
        rest = Array(input[consumed...])
        return .written(written)
    }
}
