public import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Whether only this user and root can decide what stands at a path.
///
/// Anybody who may write to a folder on the path can replace the next folder, and so decide who is mailed. In a folder
/// with the sticky bit, such as `/tmp`, nobody can replace what belongs to others.
public enum PathTrust {
    /// The most links that a system follows. A longer chain is a circle.
    private static let mostLinks = 40

    /// Why somebody else could decide what stands at a path, in words with what to do; `nil` if nobody could.
    ///
    /// Checks every folder on the path, every symbolic link, and the path to each link's target. What is missing cannot
    /// be checked.
    static func problem(onTheWayTo path: FilePath) -> String? {
        var links = 0
        var here: FilePath = path.isAbsolute ? "/" : "."
        if !path.isAbsolute, let resolved = here.resolved {
            if let problem = problem(onTheWayTo: resolved) { return problem }
            here = resolved
        }
        var rest = Array(path.components.reversed())
        if let problem = problem(withFolder: here) { return problem }
        while let component = rest.popLast() {
            guard component.kind == .regular else {
                if component.kind == .parentDirectory { here.removeLastComponent() }
                continue
            }
            let next = here.appending(component)
            guard let stat = try? next.stat(followTargetSymlink: false) else { return nil }
            if stat.type == .symbolicLink {
                links += 1
                guard isTrusted(stat.userID.rawValue) else { return owned(next, by: stat.userID.rawValue) }
                guard links <= mostLinks, let target = target(of: next) else { return nil }
                if target.isAbsolute { here = "/" }
                rest += target.components.reversed()
            } else {
                here = next
                if stat.type == .directory, let problem = problem(withFolder: next) { return problem }
            }
        }
        return nil
    }

    /// Why somebody else could change the content of a folder.
    private static func problem(withFolder path: FilePath) -> String? {
        guard let stat = try? path.stat() else { return nil }
        guard isTrusted(stat.userID.rawValue) else { return owned(path, by: stat.userID.rawValue) }
        guard !stat.permissions.contains(.saveText) else { return nil }
        return isWritableByOthers(stat) ? writable(path) : nil
    }

    /// Whether somebody else than this user and root could change a file, or put another one in its place.
    public static func mayBeChangedByOthers(_ path: FilePath) -> Bool {
        if problem(onTheWayTo: path) != nil { return true }
        guard let stat = try? path.stat() else { return false }
        return !isTrusted(stat.userID.rawValue) || isWritableByOthers(stat)
    }

    /// Why a file or folder of this user is open to others; `nil` if it is not, or is missing.
    ///
    /// - Parameter isOnlyName: Whether another name (a hard link) is a problem, because the file is written in place.
    static func problem(with path: FilePath, isOnlyName: Bool = false) -> String? {
        guard let stat = try? path.stat(followTargetSymlink: false) else { return nil }
        return problem(stat, path, isOnlyName: isOnlyName)
    }

    static func problem(_ stat: Stat, _ path: FilePath, isOnlyName: Bool) -> String? {
        guard stat.userID.rawValue == geteuid() else { return owned(path, by: stat.userID.rawValue) }
        // Nothing opens the target of a link.
        if stat.type == .symbolicLink { return nil }
        if isWritableByOthers(stat) { return writable(path) }
        guard isOnlyName, stat.type == .regular, stat.linkCount > 1 else { return nil }
        return "\(path) has another name as well (a hard link), so that writing to it would change that file. Copy it, "
            + "and put the copy in its place."
    }

    /// Whether a file or folder belongs to this user.
    static func isOwn(_ path: FilePath) -> Bool {
        (try? path.stat()).map { $0.userID.rawValue == geteuid() } ?? false
    }

    private static func isTrusted(_ user: uid_t) -> Bool { user == geteuid() || user == 0 || user == outsider }

    /// The user id that stands for everybody outside a user namespace, the machine's root among them; `nil` outside a
    /// namespace. Files of that id were put there by the maker of the namespace.
    private static let outsider: uid_t? = {
        guard let map = try? FileDescriptor.open("/proc/self/uid_map", .readOnly, options: .closeOnExec) else {
            return nil
        }
        defer { try? map.close() }
        let numbers = (try? map.chunk(at: 0)).map { String(decoding: $0, as: UTF8.self) }?
            .split(whereSeparator: \.isWhitespace)
        // If the whole range maps to itself, this is no namespace.
        return numbers == ["0", "0", "4294967295"] ? nil : 65_534
    }()

    private static func isWritableByOthers(_ stat: Stat) -> Bool {
        if stat.permissions.contains(.otherWrite) { return true }
        return stat.permissions.contains(.groupWrite) && !isPrivate(group: stat.groupID.rawValue)
    }

    /// Whether a group is root's, or is a user's private group with nobody else in it.
    private static func isPrivate(group: gid_t) -> Bool {
        if group == 0 { return true }
        guard group == getegid(), let user = getpwuid(geteuid()), let entry = getgrgid(group) else { return false }
        let name = String(cString: user.pointee.pw_name)
        guard String(cString: entry.pointee.gr_name) == name, var member = entry.pointee.gr_mem else { return false }
        while let other = member.pointee {
            if String(cString: other) != name { return false }
            member += 1
        }
        return true
    }

    private static func target(of link: FilePath) -> FilePath? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = link.withPlatformString { readlink($0, &bytes, Int(PATH_MAX)) }
        return count < 0 ? nil : FilePath(platformString: Array(bytes[..<count]) + [0])
    }

    private static func owned(_ path: FilePath, by user: uid_t) -> String {
        "\(path) belongs to somebody else (user \(user)), who could change under way to whom mails go. Let it be yours, or "
            + "import into a folder of your own with --run-dir."
    }

    private static func writable(_ path: FilePath) -> String {
        "Others may write to \(path), and could change under way to whom mails go. Type: chmod go-w "
            + "\(ShellWord.quoted(path.string) ?? "FOLDER"), or import into another folder with --run-dir."
    }
}
