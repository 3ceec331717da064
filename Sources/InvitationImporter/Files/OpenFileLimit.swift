#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many descriptors this process may have open at once. It also counts the open ones.
public struct OpenFileLimit: Sendable {
    /// The limit in force.
    public let now: Int
    /// The highest limit that the process may set by itself.
    public let most: Int

    /// Reads the limit from the system. If that fails, it is 256.
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

    /// Raises the limit in force if it is lower, up to ``most``.
    ///
    /// - Returns: The limit that is then in force.
    public func raised(to count: Int) -> OpenFileLimit {
        guard now < count, now < most else { return self }
        var limit = rlimit(rlim_cur: rlim_t(min(count, most)), rlim_max: rlim_t(clamping: most))
        getrlimit(Self.resource, &limit)
        limit.rlim_cur = rlim_t(min(count, most))
        setrlimit(Self.resource, &limit)
        return OpenFileLimit()
    }

    /// The number of open descriptors among the first 4,096.
    public var open: Int {
        (0..<Int32(clamping: min(now, 4096))).count { fcntl($0, F_GETFD) >= 0 }
    }

    /// Descriptors for everything but connections: a plan, an input, reports, a command's output, files that libraries
    /// read.
    private static let reserve = 12
    /// Descriptors that one connection may need while it is opened: two sockets, and two ends of a pipe to look its
    /// name up.
    private static let perConnection = 4

    /// The limit that this many connections need, if this many descriptors are open already.
    public static func needed(for connections: Int, open: Int) -> Int { open + reserve + connections * perConnection }

    /// How many connections may be open at once.
    ///
    /// - Parameters:
    ///   - wanted: The most connections.
    ///   - open: The descriptors that are open already.
    /// - Returns: From 1 to `wanted`; `nil` if not even one is possible.
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
