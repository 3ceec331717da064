import SystemPackage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lets one command at a time change an organization of a server, among all commands of this user on this machine.
///
/// Two imports of one file in two run directories could each look at the server before the other has sent anything.
/// Then both would mail everybody. The locks lie in the user's state folder. Belongs to one thread.
public final class OrganizationLocks {
    private let folder: FilePath?
    private let warn: (String) -> Void
    private let wallClock: () -> Date
    private var held: [Name: [Held]] = [:]
    private var hasFailed = false
    /// When the first of the held locks was taken.
    private var began: Date?

    /// A lock in a class, since a dictionary cannot hold a noncopyable value.
    private final class Held {
        private var file: LockFile?
        let lastHeld: Double?

        init(_ file: consuming LockFile) {
            lastHeld = file.lastHeld
            self.file = consume file
        }

        func release() {
            file.take()?.release()
        }
    }

    /// Makes a set without locks.
    ///
    /// - Parameters:
    ///   - environment: The variables `XDG_STATE_HOME`, if it is an absolute path, and `HOME`.
    ///   - warn: Gets a sentence if the locks cannot be made. The command then goes on without them.
    ///   - wallClock: The time of day.
    public init(
        environment: [String: String], warn: @escaping (String) -> Void, wallClock: @escaping () -> Date = { Date() }
    ) {
        folder = Self.folder(environment)
        self.warn = warn
        self.wallClock = wallClock
    }

    /// The user's state folder for this program (XDG Base Directory Specification 0.8); `nil` if no variable names one.
    static func folder(_ environment: [String: String]) -> FilePath? {
        let name = "k0rdent-invite"
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return FilePath(state).appending(name) }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return FilePath(home).appending(".local/state").appending(name)
    }

    /// Takes the locks of some organizations, except those it holds already.
    ///
    /// A shard has locks of its own, beside which other shards of the same split can be at work: nobody is in two of
    /// them. It is kept apart from whole imports and from shards of another split.
    ///
    /// - Parameters:
    ///   - organizations: Their names. An organization with two names has two locks.
    ///   - origin: The API's origin; `sandbox` for the program's own sandbox, which is another one for each run.
    ///   - run: The run directory, for the message of a later process.
    ///   - shard: The part of the import that changes them; the whole of it by default.
    /// - Throws: ``RunError`` of kind `locked` if another process holds one, or held one since this object took its
    ///   first. In that case the state of the server may have changed since the preflight.
    func take(
        _ organizations: some Sequence<String>, at origin: String, for run: FilePath, shard: Shard = .whole
    ) throws(RunError) {
        let new = Set(organizations.map { Name($0, at: origin, for: run) }).subtracting(held.keys)
        guard !new.isEmpty, let folder = folderMade() else { return }
        for name in new.sorted() { try take(name, in: folder, for: run, shard) }
        began = began ?? beginning()
    }

    /// The time from which on nobody else may have held a lock: now, unless somebody released one of the first just
    /// before. File systems round times down by some milliseconds, so that a moment has to pass in between.
    private func beginning() -> Date {
        let lastHeld = held.values.joined().compactMap(\.lastHeld).max() ?? 0
        if abs(wallClock().timeIntervalSince1970 - lastHeld) < Self.rounding { usleep(UInt32(Self.rounding * 1e6)) }
        return wallClock()
    }

    /// More than what file systems round times down by, in seconds.
    private static let rounding = 0.05

    /// Releases all locks.
    func release() {
        for lock in held.values.joined() { lock.release() }
        (held, began) = ([:], nil)
    }

    private func take(_ name: Name, in folder: FilePath, for run: FilePath, _ shard: Shard) throws(RunError) {
        let words = "\(getpid()), which works in \((run.resolved ?? run).string)\n"
        var lastHeld: Double?
        do throws(LockFile.Failure) {
            let all = try Held(LockFile(folder.appending(name.file), saying: words, isShared: !shard.isWhole))
            held[name] = [all]
            lastHeld = all.lastHeld
            if !shard.isWhole {
                try held[name]?.append(Held(LockFile(folder.appending(name.file(of: shard)), saying: words)))
            }
            for other in name.others(in: folder, than: shard) {
                // It is held for a moment only: this one's own lock keeps whoever comes later out.
                let lock = try LockFile(folder.appending(other), saying: "", isShared: true)
                lastHeld = [lastHeld, lock.lastHeld].compactMap(\.self).max()
                lock.release()
            }
        } catch {
            switch error {
            case .unusable(let error):
                _ = fail(error.message)
                return
            case .held(let holder):
                throw RunError(
                    .locked,
                    "\(name.words) is being worked on by process \(holder.isEmpty ? "(unknown)" : holder); wait for it "
                        + "to end, or stop it.")
            }
        }
        guard let began, let lastHeld, lastHeld >= began.timeIntervalSince1970 - Self.rounding else { return }
        throw RunError(
            .locked,
            "\(name.words) was worked on by another process while this one looked at the server. Nothing was sent; run "
                + "the same command again.")
    }

    /// The folder, made if it is missing; `nil` if that fails, with one warning.
    private func folderMade() -> FilePath? {
        guard !hasFailed else { return nil }
        guard let folder else {
            return fail("neither XDG_STATE_HOME nor HOME names a folder for it")
        }
        // Root with another user's HOME must not put folders of its own there.
        var there = folder
        while !there.exists, there.removeLastComponent() {}
        guard PathTrust.isOwn(there) else { return fail("\(there) belongs to somebody else") }
        do {
            try folder.makeDirectories()
        } catch {
            return fail("\(folder) cannot be made: \(error)")
        }
        return folder
    }

    private func fail(_ reason: String) -> FilePath? {
        var reason = reason
        hasFailed = true
        while reason.hasSuffix(".") { reason.removeLast() }
        warn(
            "Nothing keeps a second import of the same people out meanwhile, since the lock for it cannot be had: "
                + "\(reason). Do not start one.")
        return nil
    }
}

extension OrganizationLocks {
    /// What a lock is about.
    fileprivate struct Name: Hashable, Comparable {
        let origin: String
        let organization: String
        let run: FilePath?

        init(_ organization: String, at origin: String, for run: FilePath) {
            // Some servers tell apart names that differ only in case. One lock for both does no harm.
            self.organization = organization.trimmed().lowercased()
            self.origin = Self.withOneName(Self.withoutDefaultPort(origin))
            self.run = origin == ServerOrigin.sandbox ? run.resolved ?? run : nil
        }

        private static func withoutDefaultPort(_ origin: String) -> String {
            for (scheme, port) in [("https://", ":443"), ("http://", ":80")]
            where origin.hasPrefix(scheme) && origin.hasSuffix(port) {
                return String(origin.dropLast(port.count))
            }
            return origin
        }

        /// A host has several names for itself. One lock serves them all.
        private static func withOneName(_ origin: String) -> String {
            guard let slash = origin.lastIndex(of: "/") else { return origin }
            let rest = origin[origin.index(after: slash)...]
            let isIPv6 = rest.hasPrefix("[")
            let host = isIPv6 ? rest.dropFirst().prefix { $0 != "]" } : rest.prefix { $0 != ":" }
            let port = rest.dropFirst(host.count + (isIPv6 ? 2 : 0))
            return "\(origin[...slash])\(HostName.one(of: host))\(port)"
        }

        /// For a message.
        var words: String { "The organization \(organization) at \(origin)" }

        private var text: String { [run?.string, origin, organization].compactMap(\.self).joined(separator: " ") }

        /// The name of the lock's file.
        var file: String { stem + ".lock" }

        /// The name of the file of a shard's lock.
        func file(of shard: Shard) -> String { "\(stem)+\(shard.number)-of-\(shard.count).lock" }

        /// The files of locks of shards that may not be at work beside this one: those of another split, or all.
        func others(in folder: FilePath, than shard: Shard) -> [String] {
            folder.entries.filter { file in
                guard file.hasPrefix(stem + "+"), file.hasSuffix(".lock") else { return false }
                let parts = file.dropFirst(stem.count + 1).dropLast(5).split(separator: "-")
                guard parts.count == 3, parts[1] == "of", let count = Int(parts[2]) else { return false }
                return count != shard.count
            }
        }

        /// The beginning of the files' names. One too long for a file system is cut and gets its checksum.
        private var stem: String {
            let bytes = Array(text.utf8)
            let plain = bytes.map { byte -> String in
                let isPlain =
                    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E
                return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
            }.joined()
            guard plain.utf8.count > 200 else { return plain }
            return plain.prefix(180) + "+" + CRC32.text(CRC32.of(bytes))
        }

        static func < (left: Name, right: Name) -> Bool { left.text < right.text }
    }
}
