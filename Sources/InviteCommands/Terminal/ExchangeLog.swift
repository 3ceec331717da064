import CurlMulti
import InvitationImporter
import SystemPackage

/// Shows what goes over the wire: a line for a person, and everything in a file.
final class ExchangeLog {
    private let isShown: Bool
    private var file: FileDescriptor?
    private let path: FilePath?

    /// Opens the log.
    ///
    /// - Parameters:
    ///   - isShown: Whether a line is shown for each exchange.
    ///   - file: Where each exchange is written in full; `nil` for nowhere. Nothing that exists is written over.
    /// - Throws: `RunError` if the file cannot be created.
    init(isShown: Bool, file path: FilePath?) throws(RunError) {
        self.isShown = isShown
        self.path = path
        guard let path else { return }
        do {
            file = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
        } catch Errno.fileExists {
            throw RunError(.cannotWrite, "\(path) is there already; name a new file for --trace.")
        } catch {
            throw RunError(.cannotWrite, "\(path) cannot be written: \(error).")
        }
    }

    /// Takes an exchange that has ended.
    func take(_ note: ExchangeNote) {
        if isShown { Terminal.say(Self.line(note)) }
        guard let descriptor = file, let path else { return }
        do {
            try descriptor.writeAll(note.json.bytes + [0x0A])
        } catch {
            // People are worth more than the log of it.
            Terminal.say("warning: \(Printable.escape(path.string, limit: 1000)) cannot be written: \(error).")
            close()
        }
    }

    private func close() {
        try? file?.close()
        file = nil
    }

    deinit { close() }

    /// `GET /v1/regions/global/iam/roles?pageSize=500: 200 in 12 ms, req_eu-1-1700000000000-0123456789ab`
    static func line(_ note: ExchangeNote) -> String {
        let afterScheme = note.url.firstRange(of: "://").map { note.url[$0.upperBound...] } ?? note.url[...]
        let path = afterScheme.drop { $0 != "/" }
        let status = note.status.map(String.init) ?? "no answer"
        let parts = [
            "\(status) in \(Int(note.duration / .milliseconds(1))) ms",
            note.requestID.map { Printable.escape($0, limit: 100) },
            note.words.map { Printable.escape($0, limit: 300) },
        ]
        let said = parts.compactMap(\.self).joined(separator: ", ")
        return "\(note.method.rawValue) \(Printable.escape(String(path), limit: 300)): \(said)"
    }
}
