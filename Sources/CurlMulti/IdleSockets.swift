#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The sockets of connections that libcurl keeps for later, by their local port.
///
/// Bytes that wait on such a connection before a request is sent cannot answer that request: they are a late "408", a
/// TLS goodbye, or the answer to somebody else's question. libcurl 7.88 sees life in them, sends the request, and takes
/// them for its answer, or finds the connection closed with the outcome unknown.
///
/// A descriptor here may have been closed by libcurl and its number given to something else. So it is believed only
/// while its socket has the very port that libcurl names for the connection.
final class IdleSockets {
    private var descriptors: [Int32: Int32] = [:]
    private let expected: Int

    /// Makes an empty set for about so many connections.
    init(expecting connections: Int) {
        expected = max(16, connections)
    }

    /// Remembers a connection that an exchange has left open.
    func keep(_ descriptor: Int32) {
        guard let port = Self.localPort(of: descriptor) else { return }
        if descriptors.count > 4 * expected {
            descriptors = descriptors.filter { Self.localPort(of: $0.value) == $0.key }
        }
        descriptors[port] = descriptor
    }

    /// Takes out the connection with this local port, and answers whether it was closed or something waited on it out of
    /// turn. Such a connection is made useless, so that libcurl finds it dead.
    func takeSpoiled(port: Int32) -> Bool {
        guard let descriptor = descriptors.removeValue(forKey: port), Self.localPort(of: descriptor) == port
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
        descriptors[port] = descriptor
        return true
    }

    private static func localPort(of descriptor: Int32) -> Int32? {
        var address = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let port: UInt16? = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard getsockname(descriptor, address, &size) == 0,
                    [AF_INET, AF_INET6].contains(Int32(address.pointee.sa_family))
                else { return nil }
                // IPv4 and IPv6 have the port at the same place.
                return UnsafeRawPointer(address).loadUnaligned(fromByteOffset: 2, as: UInt16.self)
            }
        }
        return port.map { Int32(UInt16(bigEndian: $0)) }
    }
}
