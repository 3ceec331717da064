import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file that the bytes are in while they are planned: one for all, of this process alone.
enum FuzzedFile {
    private static let path = FilePath("/tmp/fuzz-\(getpid())")

    static func write(_ bytes: [UInt8]) throws -> FilePath {
        let file = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
        try file.closeAfter { _ = try file.writeAll(bytes) }
        return path
    }
}
