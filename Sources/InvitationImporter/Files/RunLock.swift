import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps other processes out of a run directory for as long as this one lives.
///
/// The lock is the kernel's, so a process that was killed leaves none behind; the file's content only tells who has it.
public struct RunLock: ~Copyable {
    private let file: FileDescriptor

    init(_ path: FilePath) throws(RunError) {
        let file = try FileDescriptor.openOwn(path, .readWrite)
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let holder = (try? file.chunk(at: 0)).map { String(decoding: $0, as: UTF8.self).trimmed() } ?? ""
            try? file.close()
            throw RunError(
                .locked,
                "\(path.removingLastComponent()) is being worked on by process \(holder.isEmpty ? "(unknown)" : holder); "
                    + "wait for it to end, or stop it.")
        }
        // Only a help for the message above, so it may fail.
        _ = try? file.resize(to: 0)
        _ = try? file.writeAll(toAbsoluteOffset: 0, "\(getpid())\n".utf8)
        self.file = file
    }

    /// Lets others in.
    public consuming func release() {
        // Closing alone would leave it to a process that somebody is just starting, until that is another program.
        _ = flock(file.rawValue, LOCK_UN)
        try? file.close()
    }
}
