#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A bell that ends a ``Transport/poll(until:)`` early, from another thread or from a signal handler.
///
/// It is a pipe: one end is polled beside the sockets, a byte into the other end rings. Writing to a pipe is
/// async-signal-safe, which is why this is not libcurl's own wake-up.
public struct WakeUp: Sendable {
    /// The end that the transport polls.
    let readEnd: Int32
    /// The end to write a byte to; stays the same for the life of the bell, so a signal handler may keep it.
    public let writeEnd: Int32

    /// Makes a bell. It lives until ``close()``.
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

    /// Ends the current or the next poll. Rings that nobody has heard yet count as one.
    public func ring() {
        // Whatever a signal interrupted may be about to read its own error number.
        let number = errno
        defer { errno = number }
        var byte: UInt8 = 1
        // A full pipe means that the bell is ringing already.
        _ = write(writeEnd, &byte, 1)
    }

    /// Takes up all rings so far.
    func silence() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(readEnd, &bytes, 16) > 0 {}
    }

    /// Gives back the descriptors. Nobody may ring afterwards.
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
