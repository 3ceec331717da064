import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension FileDescriptor {
    /// Returns once the file's data would survive a power cut.
    func synchronizeData() throws {
        #if canImport(Darwin)
            let result = fcntl(rawValue, F_FULLFSYNC)
        #else
            let result = fdatasync(rawValue)
        #endif
        if result != 0 { throw Errno(rawValue: errno) }
    }
}

extension FileDescriptor {
    /// Opens a file that only its owner may read and write, whatever the umask says; it is made where there is none.
    ///
    /// A symbolic link is not followed, and a file with another name (a hard link), of another owner or of another kind
    /// is not touched: whoever put it there would decide what is written, or where.
    static func openOwn(
        _ path: FilePath, _ mode: AccessMode, options: OpenOptions = []
    ) throws(RunError) -> FileDescriptor {
        do {
            // What waits for another process, such as a pipe, is opened without waiting, and refused.
            let file = try open(
                path, mode, options: options.union([.create, .closeOnExec, .noFollow, .nonBlocking]),
                permissions: .ownerReadWrite)
            do {
                try file.takeForOwnerAlone(path)
            } catch {
                try? file.close()
                throw error
            }
            return file
        } catch let error as RunError {
            throw error
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }

    /// Opens a file to read it. A symbolic link is not followed, and what is no file is refused, not waited for.
    static func openToRead(_ path: FilePath) throws -> FileDescriptor {
        let file = try open(path, .readOnly, options: [.closeOnExec, .noFollow, .nonBlocking])
        do {
            guard try file.stat().type == .regular else { throw Errno.notSupported }
            return file
        } catch {
            try? file.close()
            throw error
        }
    }

    private func takeForOwnerAlone(_ path: FilePath) throws {
        let stat = try stat()
        guard stat.type == .regular else { throw RunError(.cannotWrite, "\(path) is no file. Remove it.") }
        var before = stat
        // Its mode is ours to mend.
        before.permissions = .ownerReadWrite
        if let problem = PathTrust.problem(before, path, isOnlyName: true) { throw RunError(.notOurs, problem) }
        if fchmod(rawValue, 0o600) != 0 { throw Errno(rawValue: errno) }
    }
}

extension RunError {
    /// Why a file of a run cannot be read.
    ///
    /// - Parameter kind: What it means if the fault is the file's, and not that this process has too many files open or
    ///   too little memory.
    static func cannotRead(_ path: FilePath, _ error: any Error, else kind: Kind) -> RunError {
        let isShort = [.tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory].contains(error as? Errno)
        return RunError(isShort ? .cannotWrite : kind, "\(path) cannot be read: \(error).")
    }

    static func cannotWrite(_ path: FilePath, _ error: any Error) -> RunError {
        RunError(.cannotWrite, "\(path) cannot be written: \(error).")
    }
}
