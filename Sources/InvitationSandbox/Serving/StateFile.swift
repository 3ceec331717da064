#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The append-only file of all changes, one JSON object on each line. Only one process at a time may hold it.
///
/// A last line without its line break was cut off by a kill. No answer was sent for it, so it is removed.
final class StateFile: Sendable {
    private let path: String
    private let descriptor: CInt

    /// Opens or creates the file with mode 0600, and locks it.
    init(path: String) throws(SandboxError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .stateFile(path: path, reason: Self.reason) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw .stateFile(path: path, reason: "in use by another sandbox")
        }
    }

    // The lock goes with the descriptor. Nothing else holds the descriptor.
    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Releases the file for another sandbox. A file without any event is removed.
    func unlock() {
        if lseek(descriptor, 0, SEEK_END) == 0 { unlink(path) }
        _ = flock(descriptor, LOCK_UN)
    }

    /// Reads all events, and removes a torn last line.
    func replay() throws(SandboxError) -> [SandboxEvent] {
        let bytes = try contents()
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { bytes.prefix($0 + 1) } ?? []
        if whole.count < bytes.count, ftruncate(descriptor, off_t(whole.count)) != 0 {
            throw .stateFile(path: path, reason: Self.reason)
        }
        let decoder = JSONDecoder()
        var events: [SandboxEvent] = []
        for (index, line) in whole.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let event = try? decoder.decode(SandboxEvent.self, from: Data(line)) else {
                throw .damagedStateFile(path: path, line: index + 1)
            }
            events.append(event)
        }
        return events
    }

    /// Appends events in one write.
    func append(_ events: [SandboxEvent]) throws(SandboxError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        for event in events {
            guard let line = try? encoder.encode(event) else { continue }
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .stateFile(path: path, reason: Self.reason) }
            rest = rest.dropFirst(written)
        }
    }

    private func contents() throws(SandboxError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .stateFile(path: path, reason: Self.reason) }
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .stateFile(path: path, reason: Self.reason) }
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
