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
    /// A symbolic link is not followed: whoever put it there would decide what is written.
    static func openOwn(
        _ path: FilePath, _ mode: AccessMode, options: OpenOptions = []
    ) throws(RunError) -> FileDescriptor {
        do {
            let file = try open(
                path, mode, options: options.union([.create, .closeOnExec, .noFollow]), permissions: .ownerReadWrite)
            if fchmod(file.rawValue, 0o600) != 0 {
                try? file.close()
                throw Errno(rawValue: errno)
            }
            return file
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }
}

extension RunError {
    static func cannotWrite(_ path: FilePath, _ error: any Error) -> RunError {
        RunError(.cannotWrite, "\(path) cannot be written: \(error).")
    }
}
