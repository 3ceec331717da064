#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A call to the system that failed.
public struct SocketError: Error, CustomStringConvertible {
    /// Which call, and what the system said.
    public let description: String

    init(_ call: String) {
        description = "\(call): \(String(cString: strerror(errno)))"
    }
}

/// A port on 127.0.0.1 that refuses connections, and that nobody else gets while it is held.
public struct RefusingPort: Sendable {
    /// The port.
    public let port: UInt16
    private let descriptor: Int32

    /// Takes a port from the system.
    ///
    /// - Throws: ``SocketError`` if the system gives no socket.
    public init() throws {
        (descriptor, port) = try LoopbackSocket.bound()
    }

    /// Gives the port back.
    public func close() { LoopbackSocket.close(descriptor) }
}

/// The system calls behind ``RawServer``.
enum LoopbackSocket {
    /// A socket bound to a port of the system's choice, not yet listening.
    static func bound() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = tcp()
        guard descriptor >= 0 else { throw SocketError("socket") }
        var address = loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let failed = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) != 0 || getsockname(descriptor, address, &size) != 0
            }
        }
        guard !failed else {
            close(descriptor)
            throw SocketError("bind")
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    static func connected(to port: UInt16) -> Int32? {
        let descriptor = tcp()
        var address = loopback(port: port)
        let result = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    /// The next connection, or a negative number if there will be none.
    static func accept(_ listener: Int32) -> Int32 {
        while true {
            #if canImport(Glibc)
                let descriptor = Glibc.accept(listener, nil, nil)
            #elseif canImport(Musl)
                let descriptor = Musl.accept(listener, nil, nil)
            #else
                let descriptor = Darwin.accept(listener, nil, nil)
            #endif
            // A process that another test starts must not keep our connections open.
            if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
            if descriptor >= 0 || (errno != EINTR && errno != ECONNABORTED) { return descriptor }
        }
    }

    static func close(_ descriptor: Int32) {
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
    }

    private static func tcp() -> Int32 {
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return descriptor
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
