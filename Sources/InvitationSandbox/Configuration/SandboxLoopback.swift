/// The loopback addresses that a sandbox can listen on.
public enum SandboxLoopback: String, Sendable {
    /// IPv4.
    case v4 = "127.0.0.1"
    /// IPv6.
    case v6 = "::1"

    /// The address in the form for a URL.
    var inURL: String { self == .v6 ? "[\(rawValue)]" : rawValue }
}
