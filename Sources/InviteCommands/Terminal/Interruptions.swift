import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Counts Ctrl-C, SIGTERM and SIGHUP instead of obeying them while a command works with the server.
enum Interruptions {
    private static let first = Atomic<Int32>(0)
    private static let second = Atomic<Int32>(0)
    private static let wakeUpEnd = Atomic<Int32>(-1)

    /// Counts signals from here on. At each one, it writes a byte into a descriptor, which wakes a poll.
    static func catchSignals(waking descriptor: Int32) {
        // Storing also creates the globals. A signal handler must not be the first to do that.
        first.store(0, ordering: .sequentiallyConsistent)
        second.store(0, ordering: .sequentiallyConsistent)
        wakeUpEnd.store(descriptor, ordering: .sequentiallyConsistent)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var before = sigaction()
            sigaction(number, nil, &before)
            // Under nohup, the signal is to be ignored.
            if !before.isIgnoring { signal(number) { Interruptions.take($0) } }
        }
    }

    /// Restores the default effect of the signals.
    static func release() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var before = sigaction()
            sigaction(number, nil, &before)
            if !before.isIgnoring { signal(number, SIG_DFL) }
        }
        wakeUpEnd.store(-1, ordering: .sequentiallyConsistent)
    }

    /// The signals so far, at most two.
    static var signals: [Int32] {
        let both = (first.load(ordering: .sequentiallyConsistent), second.load(ordering: .sequentiallyConsistent))
        return [both.0, both.1].filter { $0 != 0 }
    }

    /// Runs inside a signal handler, so it uses only atomics and write(2).
    private static func take(_ number: Int32) {
        let (isFirst, _) = first.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
        if !isFirst { second.store(number, ordering: .sequentiallyConsistent) }
        var byte: UInt8 = 1
        let descriptor = wakeUpEnd.load(ordering: .sequentiallyConsistent)
        if descriptor >= 0 { _ = write(descriptor, &byte, 1) }
    }
}

extension sigaction {
    /// Whether the signal is ignored.
    fileprivate var isIgnoring: Bool {
        #if canImport(Darwin)
            let handler = __sigaction_u.__sa_handler
        #else
            let handler = __sigaction_handler.sa_handler
        #endif
        return handler.map { unsafeBitCast($0, to: Int.self) } == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
