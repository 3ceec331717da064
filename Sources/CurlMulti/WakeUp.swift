#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A wake-up that ends a ``Transport/poll(until:)`` early, from another thread or from a signal handler.
///
/// It is a pipe: the transport polls one end beside the sockets, and a byte into the other end is the signal. Writing
/// to a pipe is async-signal-safe; libcurl's own wake-up is not.
public struct WakeUp: Sendable {
    /// The end that the transport polls.
    let readEnd: Int32
    /// The end to write a byte to. It never changes, so a signal handler may keep it.
    public let writeEnd: Int32

    /// Makes a wake-up. It lives until ``close()``.
    ///
    /// - Throws: ``TransportFailure`` if the process has no file descriptors left.
    public init() throws(TransportFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw TransportFailure(.unusable, "no pipe could be made: \(String(cString: strerror(errno)))")
        }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    /// Ends the current or the next poll. Signals that no poll has met yet count as one.
    public func signal() {
        // The code that a signal interrupted may be about to read errno.
        let number = errno
        defer { errno = number }
        var byte: UInt8 = 1
        // A full pipe means that a signal is waiting already.
        _ = write(writeEnd, &byte, 1)
    }

    /// Drains all signals so far.
    func drain() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(readEnd, &bytes, 16) > 0 {}
    }

    /// Closes the descriptors. Nobody may signal afterwards.
    public func close() {
        #if canImport(Glibc)
            _ = Glibc.close(readEnd)
            _ = Glibc.close(writeEnd)
        #elseif canImport(Musl)
            _ = Musl.close(readEnd)
            _ = Musl.close(writeEnd)
        #else
            _ = Darwin.close(readEnd)
            _ = Darwin.close(writeEnd)
        #endif
    }
}
