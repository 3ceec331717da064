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
    /// Opens a file that only its owner may read and write, whatever the umask says. Makes it if it is missing.
    ///
    /// Does not follow a symbolic link. Refuses a file that has another name (a hard link), another owner or another
    /// kind: somebody else would decide what is written, or where.
    static func openOwn(
        _ path: FilePath, _ mode: AccessMode, options: OpenOptions = []
    ) throws(RunError) -> FileDescriptor {
        do {
            // Opening a pipe, for example, could wait for another process. So it is opened without waiting, and
            // refused.
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

    /// Opens a file to read it. Does not follow a symbolic link. Refuses anything but a regular file, without waiting.
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
        // This process may set the mode itself.
        before.permissions = .ownerReadWrite
        if let problem = PathTrust.problem(before, path, isOnlyName: true) { throw RunError(.notOurs, problem) }
        if fchmod(rawValue, 0o600) != 0 { throw Errno(rawValue: errno) }
    }
}

extension RunError {
    /// The error for a file of a run that cannot be read.
    ///
    /// - Parameter kind: The kind, unless the fault is this process's own: too many open files, or too little memory.
    static func cannotRead(_ path: FilePath, _ error: any Error, else kind: Kind) -> RunError {
        let isShort = [.tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory].contains(error as? Errno)
        return RunError(isShort ? .cannotWrite : kind, "\(path) cannot be read: \(error).")
    }

    static func cannotWrite(_ path: FilePath, _ error: any Error) -> RunError {
        RunError(.cannotWrite, "\(path) cannot be written: \(error).\(advice(path, error as? Errno))")
    }

    /// What to do, with a space in front; empty if that is not known.
    private static func advice(_ path: FilePath, _ error: Errno?) -> String {
        let folder = path.removingLastComponent()
        return switch error {
        case .noSuchFileOrDirectory? where !folder.isEmpty && !folder.exists:
            " Make the folder \(folder) first, or name another place."
        case .permissionDenied?, .notPermitted?, .readOnlyFileSystem?:
            " Get the right to write there, or name another place."
        case .noSpace?: " Make room there."
        default: ""
        }
    }
}
