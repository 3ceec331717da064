import Foundation

/// `posix_spawn` with its two lists of wishes.
struct Spawn {
    private var actions = posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()

    init() {
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
    }

    mutating func free() {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }

    mutating func open(_ path: String, as descriptor: Int32, _ flags: Int32) {
        posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
    }

    mutating func duplicate(_ descriptor: Int32, as other: Int32) {
        posix_spawn_file_actions_adddup2(&actions, descriptor, other)
    }

    /// Closes all that the program would inherit from these tests, such as the sockets of servers in other tests, which
    /// would seem to listen as long as the program lives. Those that are not open are skipped.
    mutating func closeOthers(from first: Int32) {
        for descriptor in first..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    }

    /// `POSIX_SPAWN_SETSID`, which glibc hides behind a macro that Swift does not set.
    #if os(Linux)
        private static let inNewSession: Int32 = 0x80
    #else
        private static let inNewSession: Int32 = 0x400
    #endif

    /// Starts the program, with signals as they are by default.
    mutating func start(
        _ arguments: [String], _ environment: [String: String], newSession: Bool
    ) throws -> pid_t {
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
        if newSession { flags |= Self.inNewSession }
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let argv = arguments.map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { Foundation.free(text) } }
        var pid: pid_t = 0
        let result = posix_spawn(&pid, arguments[0], &actions, &attributes, argv, envp)
        guard result == 0 else { throw RunningTool.Failure.notStarted(arguments[0], result) }
        return pid
    }
}
