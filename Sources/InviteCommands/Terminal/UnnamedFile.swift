import InvitationImporter
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file without a name in the folder for temporary files. It is gone when it is closed.
final class UnnamedFile {
    /// The open file.
    let descriptor: FileDescriptor
    private let folder: String

    /// Makes an empty one.
    ///
    /// - Throws: `RunError` if the folder cannot be written.
    init() throws(RunError) {
        folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        // mkstemp puts letters of its own in the place of the six at the end.
        var path = Array("\(folder)/k0rdent-invite-XXXXXX".utf8CString)
        let number = mkstemp(&path)
        guard number >= 0 else {
            throw RunError(.cannotWrite, "\(folder) cannot be written: \(Errno(rawValue: errno)); set TMPDIR.")
        }
        unlink(path)
        descriptor = FileDescriptor(rawValue: number)
    }

    /// Appends bytes.
    ///
    /// - Throws: `RunError` if there is no room.
    func append(_ bytes: some Sequence<UInt8>) throws(RunError) {
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw RunError(.cannotWrite, "\(folder) cannot be written: \(error); set TMPDIR to a folder with room.")
        }
    }

    deinit { try? descriptor.close() }
}
