import SystemPackage

#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Musl)
    @preconcurrency import Musl
#else
    import Darwin
#endif

/// `posix_spawn` of a program that can read nothing.
enum Spawner {
    /// Starts a program by its path.
    ///
    /// - Parameters:
    ///   - output: Becomes its standard output; its standard error is ours.
    ///   - inOwnGroup: Whether it begins a group of processes, which can be ended with all that it starts.
    static func start(_ arguments: [String], output: Int32, inOwnGroup: Bool) -> Result<pid_t, Errno> {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        setSignals(&attributes, inOwnGroup)
        let argv = arguments.map { strdup($0) } + [nil]
        defer { for text in argv { free(text) } }
        var pid: pid_t = 0
        let number = posix_spawn(&pid, arguments[0], &actions, &attributes, argv, environ)
        return number == 0 ? .success(pid) : .failure(Errno(rawValue: number))
    }

    /// What this program ignores for itself, others expect to end them.
    private static func setSignals(_ attributes: inout posix_spawnattr_t, _ inOwnGroup: Bool) {
        var ours = sigset_t()
        sigemptyset(&ours)
        sigaddset(&ours, SIGPIPE)
        sigaddset(&ours, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &ours)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
        if inOwnGroup { flags |= Int32(POSIX_SPAWN_SETPGROUP) }
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }
}
