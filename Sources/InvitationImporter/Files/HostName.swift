#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One name for a host that can be written in several ways.
enum HostName {
    /// The host's one name: `localhost` for this machine, an address of numbers in its usual form, and any other name
    /// without a dot at its end.
    ///
    /// - Parameter host: A host of a URL, in small letters; an IPv6 address without its brackets.
    static func one(of host: some StringProtocol) -> String {
        let name = host.hasSuffix(".") ? String(host.dropLast()) : String(host)
        if name == "localhost" || name.hasSuffix(".localhost") { return "localhost" }
        var (four, six) = (in_addr(), in6_addr())
        // Addresses may be one number, or hexadecimal: 2130706433 and 0x7f.1 are 127.0.0.1 for every program.
        if inet_aton(name, &four) != 0 { return text(UInt32(bigEndian: four.s_addr)) }
        guard inet_pton(AF_INET6, name, &six) == 1 else { return name }
        let bytes = withUnsafeBytes(of: six) { Array($0) }
        // `::` and `::1` are this machine. `::ffff:7f00:1` is 127.0.0.1 behind a mark.
        if bytes.dropLast().allSatisfy({ $0 == 0 }), bytes[15] < 2 { return "localhost" }
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10...11].allSatisfy({ $0 == 0xFF }) {
            return text(bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) })
        }
        return bytes.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The usual form of an IPv4 address. Those that begin with 127, and none at all, are this machine.
    private static func text(_ number: UInt32) -> String {
        if number >> 24 == 127 || number == 0 { return "localhost" }
        return [24, 16, 8, 0].map { String(number >> $0 & 0xFF) }.joined(separator: ".")
    }
}
