import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that only one process at a time holds: the lock of a run directory, or of an organization.
///
/// The lock is the kernel's, so a process that was killed leaves none behind; the file's content only tells who has it.
struct LockFile: ~Copyable {
    private let file: FileDescriptor
    /// When another process had it last, in seconds of the time of day; `nil` if none did. Of one that was killed it is when
    /// it took it: a start after a kill is the ordinary case, and it has the other name of the organization since before
    /// it looked, without which nothing is sent.
    let lastHeld: Double?

    /// Why it cannot be had.
    enum Failure: Error {
        /// Another process has it; with what that one wrote into it.
        case held(by: String)
        /// The file cannot be made, opened or locked.
        case unusable(RunError)
    }

    /// Takes the lock.
    ///
    /// - Parameters:
    ///   - path: The file, made where it is missing; never one with another name, or a link.
    ///   - words: What others get to read while it is held.
    init(_ path: FilePath, saying words: String) throws(Failure) {
        let file: FileDescriptor
        let isNew = !path.exists
        do throws(RunError) {
            file = try FileDescriptor.openOwn(path, .readWrite)
        } catch {
            throw .unusable(error)
        }
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let number = Errno(rawValue: errno)
            let holder = (try? file.chunk(at: 0)).map { String(decoding: $0, as: UTF8.self).trimmed() } ?? ""
            try? file.close()
            throw number == .wouldBlock ? .held(by: holder) : .unusable(RunError.cannotWrite(path, number))
        }
        lastHeld = isNew ? nil : Self.lastHeld(file)
        // Only a help for messages, so it may fail.
        _ = try? file.resize(to: 0)
        _ = try? file.writeAll(toAbsoluteOffset: 0, words.utf8)
        self.file = file
    }

    private static func lastHeld(_ file: FileDescriptor) -> Double? {
        guard let stat = try? file.stat() else { return nil }
        return Double(stat.st_mtim.tv_sec) + Double(stat.st_mtim.tv_nsec) / 1e9
    }

    /// Lets others in.
    consuming func release() {
        // The time of the last change tells when.
        _ = try? file.resize(to: 0)
        // Closing alone would leave it to a process that somebody is just starting, until that is another program.
        _ = flock(file.rawValue, LOCK_UN)
        try? file.close()
    }
}
