import InvitationImporter
import SystemPackage

/// The inputs of a command that keeps nothing. Files are used as they are. Standard input goes through an unnamed file.
///
/// Inputs are read twice, and a pipe cannot be.
struct TemporaryInput {
    /// What to read.
    let inputs: [PlanInput]
    private let spools: [UnnamedFile]

    static func sources(_ files: [String]) throws -> TemporaryInput {
        var spools: [UnnamedFile] = []
        let inputs = try files.map { name in
            let path = FilePath(name)
            let isFile = name != "-" && (try? path.stat().type).map { $0 == .regular || $0 == .directory } ?? true
            if isFile { return PlanInput(name: name, path: path) }
            let source = name == "-" ? ByteSource(.standardInput, name: "stdin") : try ByteSource.opening(path)
            let spool = try spool(source)
            spools.append(spool)
            return PlanInput(name: source.name, path: spool.path)
        }
        return TemporaryInput(inputs: inputs, spools: spools)
    }

    /// Copies what a pipe holds.
    private static func spool(_ source: ByteSource) throws -> UnnamedFile {
        let file = try UnnamedFile(isOpenedAgain: true)
        var source = source
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { return file }
            try file.append(piece[..<count])
        }
    }
}
