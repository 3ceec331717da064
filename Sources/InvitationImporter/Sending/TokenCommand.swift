import SystemPackage

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Musl)
    @preconcurrency import Musl
#else
    import Darwin
#endif

/// A command for the shell that is running and prints a token.
///
/// It needs no thread: whoever polls looks whether it has ended. Libraries for processes start threads, and where the
/// system has none left they wait for them for ever. Belongs to one thread.
final class TokenCommand {
    /// Why there is no process.
    struct Failure: Error {
        /// Which call failed.
        let call: String
        let number: Errno
        /// Whether the machine has no process, memory or descriptor left for it.
        var isShortage: Bool {
            [.resourceTemporarilyUnavailable, .noMemory, .tooManyOpenFiles, .tooManyOpenFilesInSystem].contains(number)
        }
    }

    /// How it ended.
    enum End {
        /// By itself, with this exit code, having printed this.
        case exited(Int32, [UInt8])
        /// By a signal.
        case killed(Int32)
        /// It printed more than a token can be.
        case tooLong
    }

    /// The most that is read of its output, in bytes.
    private static let most = 1 << 16

    private let pid: pid_t
    private let isGroup: Bool
    private var pipe: FileDescriptor?
    private var output: [UInt8] = []
    private var status: Int32?

    /// Where its output can be waited for; `nil` once that has ended.
    var descriptor: Int32? { pipe?.rawValue }

    /// Starts a command. Its standard error is ours, for the person who sits there; it can read nothing.
    ///
    /// - Throws: ``Failure`` if the system gives no pipe or no process.
    init(_ command: String) throws(Failure) {
        var ends: [Int32] = [-1, -1]
        guard Self.makePipe(&ends) == 0 else { throw Failure(call: "pipe", number: Errno(rawValue: errno)) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        Self.keepOpenFilesToOurselves()
        // A command that asks a person does so at the terminal, which only its own group of processes may.
        isGroup = !Self.hasTerminal
        let result = Spawner.start(["/bin/sh", "-c", command], output: ends[1], inOwnGroup: isGroup)
        _ = Self.close(ends[1])
        switch result {
        case .success(let pid):
            self.pid = pid
            pipe = FileDescriptor(rawValue: ends[0])
        case .failure(let number):
            _ = Self.close(ends[0])
            throw Failure(call: "posix_spawn", number: number)
        }
    }

    /// Looks whether it has ended: its process is gone, and what it printed is read. What it started may go on.
    ///
    /// - Returns: How it ended, once; `nil` while it runs.
    func poll() -> End? {
        // In this order: what it printed before its end is then there to be read.
        if status == nil { status = reaped() }
        read()
        if output.count > Self.most {
            stop()
            return .tooLong
        }
        guard let status else { return nil }
        closePipe()
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF, output) : .killed(signal)
    }

    /// Ends it, whether it wants or not, and what it started as far as that can be told.
    ///
    /// One that not even this ends, since a disk or a network does not let go of it, is waited for no longer than a second.
    func stop() {
        closePipe()
        guard status == nil else { return }
        kill(isGroup ? -pid : pid, SIGKILL)
        for _ in 0..<100 where status == nil {
            status = reaped()
            if status == nil { _ = systemPoll(nil, 0, 10) }
        }
        status = status ?? SIGKILL
    }

    private func reaped() -> Int32? {
        var status: Int32 = 0
        let result = waitpid(pid, &status, WNOHANG)
        if result == pid { return status }
        // Where somebody has children's ends ignored, nobody ever tells how they ended; what it printed has to do.
        return result < 0 && errno == ECHILD ? 0 : nil
    }

    private func read() {
        while let pipe, output.count <= Self.most {
            let piece = try? [UInt8](unsafeUninitializedCapacity: 4096) { room, count in
                count = try pipe.read(into: UnsafeMutableRawBufferPointer(room))
            }
            guard let piece else { return }
            if piece.isEmpty { return closePipe() }
            output += piece
        }
    }

    private func closePipe() {
        try? pipe?.close()
        pipe = nil
    }
}

extension TokenCommand {
    private static func makePipe(_ ends: inout [Int32]) -> Int32 {
        #if canImport(Glibc)
            Glibc.pipe(&ends)
        #elseif canImport(Musl)
            Musl.pipe(&ends)
        #else
            Darwin.pipe(&ends)
        #endif
    }

    private static func close(_ descriptor: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.close(descriptor)
        #elseif canImport(Musl)
            Musl.close(descriptor)
        #else
            Darwin.close(descriptor)
        #endif
    }

    /// Marks everything that is open but the standard three to be closed in new programs, also what libraries opened: a
    /// command must not keep a lock or a connection for us.
    private static func keepOpenFilesToOurselves() {
        for descriptor in 3..<Int32(clamping: max(3, min(OpenFileLimit().now, 4096))) {
            let flags = fcntl(descriptor, F_GETFD)
            if flags >= 0, flags & FD_CLOEXEC == 0 { _ = fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC) }
        }
    }

    private static var hasTerminal: Bool {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return false }
        _ = close(terminal)
        return true
    }
}

/// `poll(2)`, which a method here has the name of.
private func systemPoll(_ descriptors: UnsafeMutablePointer<pollfd>?, _ count: Int, _ milliseconds: Int32) -> Int32 {
    poll(descriptors, nfds_t(count), milliseconds)
}
