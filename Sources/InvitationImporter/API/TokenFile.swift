import SystemPackage

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

/// A file with a token, or something that gives one, such as a pipe.
enum TokenFile {
    /// The longest that a pipe is waited for.
    static let longestWait: Duration = .seconds(10)
    /// The most that is read, in bytes.
    private static let most = 1 << 16

    /// Reads the token that is in the file now.
    ///
    /// - Throws: ``Token/Missing``, also if everybody may read or write the file.
    static func read(_ path: FilePath, now: Date) throws(Token.Missing) -> IssuedToken {
        try readFirst(path, now: now).0
    }

    /// Reads the token for the first time.
    ///
    /// - Returns: The token, and whether it can be read again: a pipe gives what it gives once.
    /// - Throws: ``Token/Missing``, also if a pipe gives none in ``longestWait``.
    static func readFirst(_ path: FilePath, now: Date) throws(Token.Missing) -> (IssuedToken, isLasting: Bool) {
        let (bytes, stat): ([UInt8], Stat)
        do {
            // A pipe that nobody writes to would not even open otherwise.
            let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
            defer { try? file.close() }
            stat = try file.stat()
            bytes = try stat.type == .regular ? content(file) : stream(file, stat.type)
        } catch {
            throw Token.Missing(description: "The token file \(path) cannot be read: \(error).")
        }
        // A device is the system's, and gives everybody something else.
        guard stat.type == .characterSpecial || stat.permissions.isDisjoint(with: [.otherRead, .otherWrite]) else {
            throw Token.Missing(description: "Everybody may read the token file \(path); type: chmod 600 \(path)")
        }
        let isLasting = stat.type == .regular
        guard isLasting || !bytes.isEmpty else {
            throw Token.Missing(
                description: "\(path) is no file, and gave no token within \(longestWait.components.seconds) s.")
        }
        return (try IssuedToken(bytes, from: "The token file \(path)", now: now), isLasting)
    }

    private static func content(_ file: FileDescriptor) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: most) { room, count in
            while count < most {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[count...])
                let more = try file.read(into: rest)
                if more == 0 { return }
                count += more
            }
        }
    }

    /// What comes until the end, or until the time is over; a terminal gives a line.
    private static func stream(_ file: FileDescriptor, _ type: FileType) throws -> [UInt8] {
        guard [.fifo, .characterSpecial, .socket].contains(type) else { throw Errno.isDirectory }
        let end = ContinuousClock.now + longestWait
        var bytes: [UInt8] = []
        while bytes.count < most, isReadable(file, until: end) {
            do {
                let piece = try [UInt8](unsafeUninitializedCapacity: 4096) { room, count in
                    count = try file.read(into: UnsafeMutableRawBufferPointer(room))
                }
                bytes += piece
                if piece.isEmpty || (type == .characterSpecial && piece.last == 0x0A) { break }
            } catch Errno.wouldBlock {
                continue
            }
        }
        return bytes
    }

    private static func isReadable(_ file: FileDescriptor, until end: ContinuousClock.Instant) -> Bool {
        while true {
            let left = end - .now
            guard left > .zero else { return false }
            var one = pollfd(fd: file.rawValue, events: Int16(POLLIN), revents: 0)
            let count = poll(&one, 1, Int32(left / .milliseconds(1)) + 1)
            if count > 0 { return true }
            if count < 0, errno != EINTR { return false }
        }
    }

    /// What is not as private as it should be; `nil` for nothing.
    static func warning(_ path: FilePath) -> String? {
        guard let mode = try? path.stat().permissions, !mode.isDisjoint(with: [.groupRead, .groupWrite]) else {
            return nil
        }
        return "The group may read the token file \(path); better: chmod 600 \(path)"
    }
}
