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

extension RunError {
    static func cannotWrite(_ path: FilePath, _ error: any Error) -> RunError {
        RunError(.cannotWrite, "\(path) cannot be written: \(error).")
    }
}
