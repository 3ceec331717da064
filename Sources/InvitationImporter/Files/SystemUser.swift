#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Who runs this program, by the names that the system has.
enum SystemUser {
    /// The user and the machine, `ann@desk-7`; a number for a user without a name.
    static var words: String {
        let user = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? String(getuid())
        return machine.isEmpty ? user : "\(user)@\(machine)"
    }

    /// The machine's name; empty if it has none.
    private static var machine: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
