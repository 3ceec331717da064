#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The sockets of connections that libcurl keeps for later, by their ports.
///
/// Bytes that wait on such a connection before a request is sent cannot answer that request: they are a late "408", a
/// TLS goodbye, or the answer to somebody else's question. libcurl 7.88 sees life in them, sends the request, and takes
/// them for its answer, or finds the connection closed with the outcome unknown.
///
/// A descriptor here may have been closed by libcurl and its number given to something else. So it is believed only
/// while its socket has the very ports that libcurl names for the connection: its own alone would not do, for the system
/// gives one port to several connections that lead to different places.
final class IdleSockets {
    /// What tells the connections of a process apart.
    struct Ports: Hashable {
        var own: Int32
        var peer: Int32
    }

    private var descriptors: [Ports: Int32] = [:]
    private let expected: Int

    /// Makes an empty set for about so many connections.
    init(expecting connections: Int) {
        expected = max(16, connections)
    }

    /// Remembers a connection that an exchange has left open.
    func keep(_ descriptor: Int32) {
        guard let ports = Self.ports(of: descriptor) else { return }
        if descriptors.count > 4 * expected {
            descriptors = descriptors.filter { Self.ports(of: $0.value) == $0.key }
        }
        descriptors[ports] = descriptor
    }

    /// Takes out the connection with these ports, and answers whether it was closed or something waited on it out of
    /// turn. Such a connection is made useless, so that libcurl finds it dead.
    func takeSpoiled(_ ports: Ports) -> Bool {
        guard let descriptor = descriptors.removeValue(forKey: ports), Self.ports(of: descriptor) == ports
        else { return false }
        var byte: UInt8 = 0
        // A connection in good health has nothing to say; one that was closed since libcurl looked has no more to say.
        let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
        guard count >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK) else { return false }
        shutdown(descriptor, Int32(SHUT_RDWR))
        // libcurl would go on seeing life in what waits, so it is read; 4 MiB are enough of a babbling server.
        var waste = [UInt8](repeating: 0, count: 4096)
        var reads = 0
        while reads < 1024, recv(descriptor, &waste, waste.count, Int32(MSG_DONTWAIT)) > 0 { reads += 1 }
        descriptors[ports] = descriptor
        return true
    }

    private static func ports(of descriptor: Int32) -> Ports? {
        guard let own = port({ getsockname(descriptor, $0, $1) }), let peer = port({ getpeername(descriptor, $0, $1) })
        else { return nil }
        return Ports(own: own, peer: peer)
    }

    private static func port(
        _ ask: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> Int32? {
        var address = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let port: UInt16? = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard ask(address, &size) == 0, [AF_INET, AF_INET6].contains(Int32(address.pointee.sa_family))
                else { return nil }
                // IPv4 and IPv6 have the port at the same place.
                return UnsafeRawPointer(address).loadUnaligned(fromByteOffset: 2, as: UInt16.self)
            }
        }
        return port.map { Int32(UInt16(bigEndian: $0)) }
    }
}
