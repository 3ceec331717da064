#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many descriptors this process may have open at once, and how many it has.
public struct OpenFileLimit: Sendable {
    /// The limit in force.
    public let now: Int
    /// How far the process may raise it by itself.
    public let most: Int

    /// Asks the system.
    public init() {
        var limit = rlimit()
        guard getrlimit(Self.resource, &limit) == 0 else {
            (now, most) = (256, 256)
            return
        }
        now = Int(clamping: limit.rlim_cur)
        most = Int(clamping: limit.rlim_max)
    }

    init(now: Int, most: Int) {
        (self.now, self.most) = (now, most)
    }

    /// Raises the limit in force if it is lower, as far as that is allowed.
    ///
    /// - Returns: The limit that is in force then.
    public func raised(to count: Int) -> OpenFileLimit {
        guard now < count, now < most else { return self }
        var limit = rlimit(rlim_cur: rlim_t(min(count, most)), rlim_max: rlim_t(clamping: most))
        getrlimit(Self.resource, &limit)
        limit.rlim_cur = rlim_t(min(count, most))
        setrlimit(Self.resource, &limit)
        return OpenFileLimit()
    }

    /// The descriptors that are open, of the first few thousand.
    public var open: Int {
        (0..<Int32(clamping: min(now, 4096))).count { fcntl($0, F_GETFD) >= 0 }
    }

    /// What is opened now and then beside connections, at once: a plan, an input, reports, a command's output, what
    /// libraries read.
    private static let reserve = 12
    /// What one connection may need while it comes about: two sockets, and two ends of something for its name.
    private static let perConnection = 4

    /// The limit that so many connections need where so many descriptors are open already.
    public static func needed(for connections: Int, open: Int) -> Int { open + reserve + connections * perConnection }

    /// How many connections may be open at once.
    ///
    /// - Parameters:
    ///   - wanted: How many are wanted; there are never more.
    ///   - open: Descriptors that are open already.
    /// - Returns: At least one; `nil` if not even that is possible.
    public func connections(wanted: Int, open: Int) -> Int? {
        let fit = (now - open - Self.reserve) / Self.perConnection
        return fit < 1 ? nil : max(1, min(wanted, fit))
    }

    #if canImport(Glibc)
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let resource = RLIMIT_NOFILE
    #endif
}
