import Foundation

/// A directory of its own for one test, gone with it.
final class Workplace: Sendable {
    /// Where it is.
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/k0rdent-e2e-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The samples that come with the package.
    static var samples: String {
        let here = URL(filePath: #filePath)
        return here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
            + "/samples"
    }

    static func sample(_ name: String) throws -> String {
        try String(contentsOfFile: samples + "/" + name, encoding: .utf8)
    }

    /// Puts a sample here.
    func take(_ sample: String, as name: String? = nil) throws {
        try FileManager.default.copyItem(atPath: Self.samples + "/" + sample, toPath: path(name ?? sample))
    }

    func path(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: path(name)))
    }

    func makeDirectory(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The names in a folder here and in those below it, sorted.
    /// The files and folders, but for the state that the program keeps of its user: the folder is their home as well.
    func names(in folder: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(folder)).filter { !$0.hasPrefix(".local") }.sorted()
    }

    func permissions(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    func setPermissions(_ name: String, _ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    }
}

extension Workplace {
    /// The rows of a CSV file by their headers.
    func table(_ name: String) throws -> [[String: String]] {
        let text = try read(name)
        let records = CSVText.records(text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text)
        guard let header = records.first else { return [] }
        return records.dropFirst().map { cells in
            Dictionary(zip(header, cells)) { first, _ in first }
        }
    }

    /// One column of a CSV file.
    func column(_ column: String, of name: String) throws -> [String] {
        try table(name).map { $0[column] ?? "" }
    }

    /// A JSON object in a file.
    func json(_ name: String) throws -> JSONText {
        try JSONText(read(name))
    }

    /// Outcomes of a run with their numbers, as `summary.json` has them, without those that are zero.
    func outcomes(_ run: String) throws -> [String: Int] {
        try json(run + "/summary.json")["outcomes"].counts.filter { $0.value > 0 }
    }
}
