#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard input, output and error as somebody left them to us.
enum StandardDescriptors {
    /// Puts something in the place of those that are closed.
    ///
    /// Else the next files to be opened would take their numbers, and what is said to a person would go into the
    /// journal. Nothing can be written to what stands there now, so that lost data is still noticed.
    static func fill() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is taken, which is this one.
            _ = open("/dev/null", O_RDONLY)
        }
    }
}
