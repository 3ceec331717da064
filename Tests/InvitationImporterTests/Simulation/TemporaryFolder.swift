import Foundation
import SystemPackage

/// A folder for one test, removed with everything in it at the end.
final class TemporaryFolder {
    let path: FilePath

    init() throws {
        // In memory where there is such a place: thousands of runs that make every intent durable wear a disk out.
        let memory = "/dev/shm"
        let isThere = FileManager.default.isWritableFile(atPath: memory)
        let base = isThere ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
        let url = base.appendingPathComponent("i-\(UUID().uuidString.prefix(13))")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = FilePath(url.path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path.string)
    }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> FilePath {
        let file = path.appending(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file.string))
        return file
    }

    /// The text of a file; `nil` if there is none.
    func read(_ name: String) -> String? {
        try? String(contentsOfFile: path.appending(name).string, encoding: .utf8)
    }
}
