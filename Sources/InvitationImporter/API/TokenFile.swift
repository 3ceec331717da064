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

/// A file with a token, or something else that gives one, such as a pipe.
enum TokenFile {
    /// The longest wait for a pipe.
    static let longestWait: Duration = .seconds(10)
    /// The most bytes that are read.
    private static let most = 1 << 16

    /// Reads the token that the file holds now.
    ///
    /// - Throws: ``Token/Missing``, also if everybody may read or write the file.
    static func read(_ path: FilePath, now: Date) throws(Token.Missing) -> IssuedToken {
        try readFirst(path, now: now).0
    }

    /// Reads the token for the first time.
    ///
    /// - Returns: The token, and whether it can be read again. A pipe gives its token only once.
    /// - Throws: ``Token/Missing``, also if a pipe gives none within ``longestWait``.
    static func readFirst(_ path: FilePath, now: Date) throws(Token.Missing) -> (IssuedToken, isLasting: Bool) {
        let (bytes, stat): ([UInt8], Stat)
        do {
            // Otherwise opening a pipe without a writer would wait.
            let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
            defer { try? file.close() }
            stat = try file.stat()
            bytes = try stat.type == .regular ? content(file) : stream(file, stat.type)
        } catch {
            throw Token.Missing(description: "The token file \(path) cannot be read: \(error).")
        }
        // A device belongs to the system, so its permissions say nothing.
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

    /// The bytes up to the end, or until the time is over. A terminal gives one line.
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

    /// A warning if the file is less private than it should be; else `nil`.
    static func warning(_ path: FilePath) -> String? {
        // Whose file it is decides who may read it. In a pod, it is the system's, and the group is the pod's own.
        guard let stat = try? path.stat(), stat.userID.rawValue == geteuid(),
            !stat.permissions.isDisjoint(with: [.groupRead, .groupWrite])
        else { return nil }
        return "The group may read the token file \(path); better: chmod 600 \(path)"
    }
}
