import InvitationImporter
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file in the folder for temporary files, without a name if possible. It is gone when it is closed.
final class UnnamedFile {
    /// The open file.
    let descriptor: FileDescriptor
    private let folder: String
    /// Its name, where the system cannot open a file again by its number; `nil` elsewhere.
    private let name: String?

    /// Where it can be opened again.
    var path: FilePath { FilePath(name ?? "/dev/fd/\(descriptor.rawValue)") }

    /// Makes an empty one.
    ///
    /// - Parameter isOpenedAgain: Whether ``path`` will be used. Where there is no `/dev/fd`, such as in a bare root,
    ///   the file then keeps its name until it is closed.
    /// - Throws: `RunError` if the folder cannot be written.
    init(isOpenedAgain: Bool = false) throws(RunError) {
        folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        // mkstemp puts letters of its own in the place of the six at the end.
        var path = Array("\(folder)/k0rdent-invite-XXXXXX".utf8CString)
        let number = mkstemp(&path)
        guard number >= 0 else {
            throw RunError(.cannotWrite, "\(folder) cannot be written: \(Errno(rawValue: errno)); set TMPDIR.")
        }
        let keepsName = isOpenedAgain && access("/dev/fd/\(number)", F_OK) != 0
        name = keepsName ? String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
        if name == nil { unlink(path) }
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

    deinit {
        try? descriptor.close()
        if let name { unlink(name) }
    }
}
