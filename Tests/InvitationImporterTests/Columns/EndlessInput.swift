import Foundation
import SystemPackage

/// An input that goes on until nobody reads it any more.
final class EndlessInput {
    /// Where it is read.
    let descriptor: FileDescriptor

    init(_ beginning: String, then repeated: Character) throws {
        var ends: [Int32] = [0, 0]
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, stream, 0, &ends) == 0 else { throw Errno(rawValue: errno) }
        descriptor = FileDescriptor(rawValue: ends[0])
        let writer = ends[1]
        let first = Array(beginning.utf8)
        let rest = Array(String(repeating: repeated, count: 1 << 14).utf8)
        Thread.detachNewThread {
            // A reader that has gone away is the end, not a signal.
            var sent = send(writer, first, first.count, Int32(MSG_NOSIGNAL))
            while sent > 0 { sent = send(writer, rest, rest.count, Int32(MSG_NOSIGNAL)) }
            close(writer)
        }
    }

    /// Nobody reads it any more.
    func stop() {
        try? descriptor.close()
    }
}
