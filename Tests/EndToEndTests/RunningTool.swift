import Foundation

/// A process under way, its output going into files, so that no pipe can fill up.
final class RunningTool: Sendable {
    enum Failure: Error {
        case notStarted(String, Int32)
        /// It was killed because it took too long; with all that it said.
        case tooSlow([String], String)
    }

    /// What it reads.
    enum Input {
        case nothing
        case text(String)
    }

    let pid: pid_t
    private let arguments: [String]
    /// Where the files are that it writes to.
    private let folder: Workplace
    /// Its other end is held by the process and those it started: the end of file is their end.
    private let lifeline: Int32

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - arguments: the program's path and its arguments.
    ///   - directory: where it works.
    ///   - environment: all of its variables.
    ///   - terminal: what its input and error output are, if not files.
    init(
        _ arguments: [String], in directory: String, environment: [String: String], input: Input = .nothing,
        terminal: PseudoTerminal? = nil
    ) throws {
        self.arguments = arguments
        folder = try Workplace()
        if case .text(let text) = input { try folder.write(text, to: "in") }
        let inputPath = if case .text = input { folder.path("in") } else { "/dev/null" }
        let line = try Self.line()
        defer { close(line.theirs) }
        lifeline = line.ours

        var spawn = Spawn()
        defer { spawn.free() }
        spawn.open(terminal?.path ?? inputPath, as: 0, terminal == nil ? O_RDONLY : O_RDWR)
        spawn.open(folder.path("out"), as: 1, O_WRONLY | O_CREAT | O_APPEND)
        if let terminal {
            spawn.open(terminal.path, as: 2, O_RDWR)
        } else {
            spawn.open(folder.path("err"), as: 2, O_WRONLY | O_CREAT | O_APPEND)
        }
        spawn.duplicate(line.theirs, as: 3)
        spawn.closeOthers(from: 4)
        do {
            // env(1) changes the folder and then becomes the program, under the same process id.
            let command = ["/usr/bin/env", "-C", directory] + arguments
            pid = try spawn.start(command, environment, newSession: terminal != nil)
        } catch {
            close(line.ours)
            throw error
        }
    }

    deinit { close(lifeline) }

    /// What it has written to standard output so far.
    var output: String { (try? folder.read("out")) ?? "" }
    /// What it has written to standard error so far.
    var errors: String { (try? folder.read("err")) ?? "" }

    /// Whether it, and everything it started, has ended.
    var hasEnded: Bool { Self.isReadable(lifeline, within: 0) }

    func signal(_ number: Int32) { kill(pid, number) }

    /// Waits for the end; kills it when the time is over. To be called once.
    func finish(within seconds: Int = 240) async throws -> EndedTool {
        let (isEnded, code) = await withCheckedContinuation { continuation in
            // A thread of its own: tests must not hold up the threads that others run on.
            Thread.detachNewThread { [self] in
                let isEnded = Self.isReadable(lifeline, within: seconds)
                if !isEnded { kill(pid, SIGKILL) }
                continuation.resume(returning: (isEnded, Self.reap(pid)))
            }
        }
        guard isEnded else { throw Failure.tooSlow(arguments, output + errors) }
        return EndedTool(code: code, output: output, errors: errors)
    }

    private static func isReadable(_ descriptor: Int32, within seconds: Int) -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            let left = max(0, (end - ContinuousClock.now) / .milliseconds(1))
            var one = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let count = poll(&one, 1, Int32(left))
            if count > 0 { return true }
            if count == 0 { return false }
        }
    }

    private static func reap(_ pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }

    /// Two ends of a line that no process inherits unless told to; a socket, because Swift's Glibc has no `pipe2`.
    private static func line() throws -> (ours: Int32, theirs: Int32) {
        var ends: [Int32] = [0, 0]
        #if os(Linux)
            let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure.notStarted("socketpair", errno) }
        #if !os(Linux)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #endif
        return (ends[0], ends[1])
    }
}

/// How a process ended.
struct EndedTool: Sendable {
    /// The exit code; a signal's number below zero.
    var code: Int32
    var output: String
    var errors: String
}
