#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard input, output and error, as the process got them.
enum StandardDescriptors {
    /// Fills the descriptors that are closed.
    ///
    /// Otherwise the next opened files would take their numbers, and messages for a person would go into the journal.
    /// Nothing can be written to the filler, so lost data is still noticed.
    static func fill() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // `open` takes the lowest free number, which is this one.
            _ = open("/dev/null", O_RDONLY)
        }
    }
}
