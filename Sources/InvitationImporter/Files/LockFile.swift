import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that only one process holds at a time: the lock of a run directory, or of an organization.
///
/// The kernel keeps the lock, so a killed process leaves none behind. The file's content only tells who holds it.
struct LockFile: ~Copyable {
    private let file: FileDescriptor
    private let isShared: Bool
    /// When another process last held it, in seconds since 1970; `nil` if none did. For a process that was killed, this
    /// is when it took the lock. Starting again after a kill is the ordinary case, and the killed process has held the
    /// organization's other name since before its preflight. Without that name it sends nothing.
    let lastHeld: Double?

    /// Why the lock could not be taken.
    enum Failure: Error {
        /// Another process holds it. The text is what that process wrote into it.
        case held(by: String)
        /// The file cannot be made, opened or locked.
        case unusable(RunError)
    }

    /// Takes the lock.
    ///
    /// - Parameters:
    ///   - path: The file. It is made if it is missing, and refused if it has another name or is a link.
    ///   - words: What other processes can read in it while it is held.
    ///   - isShared: Whether others may share it. Whoever shares it leaves no words and no time in it.
    init(_ path: FilePath, saying words: String, isShared: Bool = false) throws(Failure) {
        let file: FileDescriptor
        do throws(RunError) {
            file = try FileDescriptor.openOwn(path, .readWrite)
        } catch {
            throw .unusable(error)
        }
        guard flock(file.rawValue, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
            let number = Errno(rawValue: errno)
            let holder = (try? file.chunk(at: 0)).map { String(decoding: $0, as: UTF8.self).trimmed() } ?? ""
            try? file.close()
            throw number == .wouldBlock ? .held(by: holder) : .unusable(RunError.cannotWrite(path, number))
        }
        lastHeld = Self.lastHeld(file)
        (self.file, self.isShared) = (file, isShared)
        guard !isShared else { return }
        // This only helps messages, so it may fail.
        _ = try? file.resize(to: 0)
        _ = try? file.writeAll(toAbsoluteOffset: 0, words.utf8)
    }

    private static func lastHeld(_ file: FileDescriptor) -> Double? {
        // An empty file was only shared. It has the time of its making, which tells of nobody.
        guard let stat = try? file.stat(), stat.size > 0 else { return nil }
        return stat.lastChange
    }

    /// Releases the lock.
    consuming func release() {
        // Sets the time of the last change, which tells when the lock was last held.
        if !isShared {
            _ = try? file.writeAll(toAbsoluteOffset: 0, "\n".utf8)
            _ = try? file.resize(to: 1)
        }
        // Closing alone would leave the lock with a child process that is just being started, until it runs its
        // program.
        _ = flock(file.rawValue, LOCK_UN)
        try? file.close()
    }
}

extension Stat {
    /// When the content last changed, in seconds since 1970.
    var lastChange: Double { Double(st_mtim.tv_sec) + Double(st_mtim.tv_nsec) / 1e9 }
}
