#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The sockets of connections that libcurl keeps for later, by their ports.
///
/// Bytes that wait on such a connection before a request is sent cannot answer that request. They are a late "408", a
/// TLS goodbye, or the reply to another question. libcurl 7.88 takes them for a sign of life and sends the request.
/// Then it takes them for the reply, or finds the connection closed, with the outcome unknown.
///
/// libcurl may have closed a descriptor kept here, and its number may now belong to something else. So a descriptor
/// counts only while its socket has both ports that libcurl names for the connection. The own port alone would not do:
/// the system gives one port to several connections that lead to different places.
final class IdleSockets {
    /// The two ports that tell the connections of a process apart.
    struct Ports: Hashable {
        var own: Int32
        var peer: Int32
    }

    private var descriptors: [Ports: Int32] = [:]
    private let expected: Int

    /// Makes an empty set for about this many connections.
    init(expecting connections: Int) {
        expected = max(16, connections)
    }

    /// Remembers a connection that an exchange has left open.
    func keep(_ descriptor: Int32, with ports: Ports) {
        if descriptors.count > 4 * expected {
            descriptors = descriptors.filter { Self.ports(of: $0.value) == $0.key }
        }
        descriptors[ports] = descriptor
    }

    /// Takes out the connection with these ports. Returns whether it is spoiled: it was closed, or something waits on
    /// it out of turn. A spoiled connection is shut down, so that libcurl finds it dead.
    func takeSpoiled(_ ports: Ports) -> Bool {
        guard let descriptor = descriptors.removeValue(forKey: ports) else { return false }
        var byte: UInt8 = 0
        // A healthy connection has nothing to read, and neither may whatever has its descriptor by now: nearly every
        // request ends here, without asking whose the descriptor is. A read that ends at once means that it was closed.
        let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
        guard count >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK), Self.ports(of: descriptor) == ports else {
            return false
        }
        shutdown(descriptor, Int32(SHUT_RDWR))
        // While bytes wait, libcurl would still see life, so they are read: at most 4 MiB from a babbling server.
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
                // IPv4 and IPv6 keep the port at the same offset.
                return UnsafeRawPointer(address).loadUnaligned(fromByteOffset: 2, as: UInt16.self)
            }
        }
        return port.map { Int32(UInt16(bigEndian: $0)) }
    }
}
