import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Copies inputs into a run directory. From then on everything is read from the copies.
///
/// It remembers what the folder holds, so that each of ten thousand inputs takes no more work than a single one.
struct KeptInputs {
    /// From this many copies on, they are made durable all at once, not one by one.
    private static let many = 64

    /// Two copies with the same content have the same kind.
    private struct Kind: Hashable {
        let stem: String
        let size: Int64
    }

    private let folder: FilePath
    private let own: FilePath?
    private var copies: [Kind: [String]] = [:]
    private var checksums: [String: UInt32] = [:]
    private var last = 0
    private let isMany: Bool
    private var written: [FilePath] = []

    /// Reads which copies a run directory has.
    ///
    /// - Parameter count: About how many inputs there will be.
    init(_ directory: RunDirectory, expecting count: Int = 1) {
        folder = directory.inputs
        own = directory.inputs.resolved
        isMany = count >= Self.many
        for name in folder.entries {
            let digits = name.prefix { $0 != "-" }
            last = max(last, Int(digits) ?? 0)
            guard digits.count < name.count else { continue }
            note(name, stem: String(name.dropFirst(digits.count + 1)))
        }
    }

    private mutating func note(_ name: String, stem: String) {
        guard let size = try? folder.appending(name).stat().size else { return }
        copies[Kind(stem: stem, size: size), default: []].append(name)
    }

    /// Copies an input.
    ///
    /// - Returns: The copy, and the checksum of what was copied; no checksum for a copy that was there already. An
    ///   input with the same content and name as an earlier one shares its copy.
    /// - Throws: ``InputError`` if the input cannot be read, ``RunError`` if the copy cannot be written.
    mutating func keep(
        _ source: ByteSource, _ made: inout CreatedPaths
    ) throws -> (copy: FilePath, checksum: UInt32?) {
        let given = FilePath(source.name)
        if let own, given.resolved?.removingLastComponent() == own, let name = given.lastComponent {
            return (folder.appending(name), nil)
        }
        let stem = given.lastComponent?.string ?? "input"
        let number = String(last + 1)
        let name = String(repeating: "0", count: max(0, 3 - number.count)) + number + "-" + stem
        let copy = folder.appending(name)
        made.fileUnlessThere(copy)
        let checksum = try write(source, to: copy)
        if let earlier = try same(as: copy, stem: stem, checksum) {
            try copy.removeFile()
            return (folder.appending(earlier), checksum)
        }
        last += 1
        written.append(copy)
        checksums[name] = checksum
        note(name, stem: stem)
        return (copy, checksum)
    }

    /// Returns when all copies would survive a power cut.
    func synchronize() throws(RunError) {
        guard isMany, let copy = written.last else { return }
        sync()
        do {
            try copy.synchronizeFolder()
        } catch {
            throw RunError.cannotWrite(copy, error)
        }
    }

    /// An earlier copy with the same stem and content.
    private mutating func same(as copy: FilePath, stem: String, _ checksum: UInt32) throws -> String? {
        for candidate in try copies[Kind(stem: stem, size: copy.stat().size)] ?? [] {
            guard try self.checksum(of: candidate) == checksum else { continue }
            if folder.appending(candidate).hasSameContent(as: copy) { return candidate }
        }
        return nil
    }

    private mutating func checksum(of name: String) throws -> UInt32 {
        if let known = checksums[name] { return known }
        let checksum = try folder.appending(name).checksum()
        checksums[name] = checksum
        return checksum
    }

    /// Copies an input, and returns the checksum of what was copied.
    private func write(_ source: ByteSource, to copy: FilePath) throws -> UInt32 {
        var source = source
        let output = try OutputFile(copy)
        var checksum = CRC32.of([])
        var piece = [UInt8](repeating: 0, count: ByteSource.pieceBytes)
        do {
            while true {
                let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
                if count == 0 { break }
                try output.write(piece[..<count])
                checksum = CRC32.of(piece[..<count], after: checksum)
            }
            try output.commit(durably: !isMany)
            return checksum
        } catch {
            output.discard()
            throw error
        }
    }
}
