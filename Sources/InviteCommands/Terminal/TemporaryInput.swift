import InvitationImporter
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The inputs of a command that keeps nothing. Files are used as they are. Standard input goes through an unnamed file.
///
/// Inputs are read twice, and a pipe cannot be.
struct TemporaryInput: ~Copyable {
    /// What to read.
    let inputs: [PlanInput]
    private let spools: [FileDescriptor]

    static func sources(_ files: [String]) throws -> TemporaryInput {
        var spools: [FileDescriptor] = []
        let inputs = try files.map { name in
            let path = FilePath(name)
            let isFile = name != "-" && (try? path.stat().type).map { $0 == .regular || $0 == .directory } ?? true
            if isFile { return PlanInput(name: name, path: path) }
            let source = name == "-" ? ByteSource(.standardInput, name: "stdin") : try ByteSource.opening(path)
            spools.append(try spool(source))
            // A file that was removed right after it was opened can be opened again by its number.
            return PlanInput(name: source.name, path: FilePath("/dev/fd/\(spools[spools.count - 1].rawValue)"))
        }
        return TemporaryInput(inputs: inputs, spools: spools)
    }

    private static func spool(_ source: ByteSource) throws -> FileDescriptor {
        var source = source
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        // mkstemp puts letters of its own in the place of the six at the end.
        var path = Array("\(folder)/k0rdent-invite-XXXXXX".utf8CString)
        let number = mkstemp(&path)
        guard number >= 0 else {
            throw RunError(.cannotWrite, "\(folder) cannot be written: \(Errno(rawValue: errno)); set TMPDIR.")
        }
        unlink(path)
        let spool = FileDescriptor(rawValue: number)
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { return spool }
            do {
                try spool.writeAll(piece[..<count])
            } catch {
                throw RunError(.cannotWrite, "\(folder) cannot be written: \(error); set TMPDIR to a folder with room.")
            }
        }
    }

    deinit {
        for spool in spools { try? spool.close() }
    }
}
