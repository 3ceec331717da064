import SystemPackage

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Musl)
    @preconcurrency import Musl
#else
    import Darwin
#endif

/// A shell command that is running and prints a token.
///
/// It needs no thread: its owner polls whether it has ended. Process libraries start threads, and if the system has
/// none left, they wait for one for ever. Belongs to one thread.
final class TokenCommand {
    /// Why the process could not be started.
    struct Failure: Error {
        /// The call that failed.
        let call: String
        let number: Errno
        /// Whether the machine has no process, memory or descriptor left.
        var isShortage: Bool {
            [.resourceTemporarilyUnavailable, .noMemory, .tooManyOpenFiles, .tooManyOpenFilesInSystem].contains(number)
        }
    }

    /// How the command ended.
    enum End {
        /// By itself, with this exit code and this output.
        case exited(Int32, [UInt8])
        /// By a signal.
        case killed(Int32)
        /// It printed more than a token can have.
        case tooLong
    }

    /// The most bytes that are read of its output.
    private static let most = 1 << 16

    private let pid: pid_t
    private let isGroup: Bool
    private var pipe: FileDescriptor?
    private var output: [UInt8] = []
    private var status: Int32?

    /// The descriptor of its output; `nil` after the output has ended.
    var descriptor: Int32? { pipe?.rawValue }

    /// Starts a command. It shares this program's standard error, so that a person sees its messages. It can read
    /// nothing from standard input.
    ///
    /// - Throws: ``Failure`` if the system gives no pipe or no process.
    init(_ command: String) throws(Failure) {
        var ends: [Int32] = [-1, -1]
        guard Self.makePipe(&ends) == 0 else { throw Failure(call: "pipe", number: Errno(rawValue: errno)) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        Self.keepOpenFilesToOurselves()
        // A command may ask a person at the terminal. It can do so only in this program's own process group.
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

    /// Checks whether the command has ended and its output is read. Processes that it started may go on.
    ///
    /// - Returns: How it ended, once; `nil` while it runs.
    func poll() -> End? {
        // In this order, everything that it printed before its end can be read.
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

    /// Kills the command, and the processes that it started if it has its own group.
    ///
    /// A disk or a network may hold a process that was killed. Then this waits for a second at most.
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
        // If SIGCHLD is ignored, the system does not tell how a child ended. Then its output alone decides.
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

    /// Closes all open files but the standard three in new programs, even those that libraries opened. A command must
    /// not keep a lock or a connection open.
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

/// `poll(2)`. It has a name of its own here, because a method of the class is called `poll` too.
private func systemPoll(_ descriptors: UnsafeMutablePointer<pollfd>?, _ count: Int, _ milliseconds: Int32) -> Int32 {
    poll(descriptors, nfds_t(count), milliseconds)
}
