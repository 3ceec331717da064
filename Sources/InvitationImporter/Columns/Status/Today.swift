#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension Int {
    /// The day, counted from 1970-01-01, in UTC.
    static var today: Int {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec / 86_400
    }
}
