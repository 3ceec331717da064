import CCurl

/// The libcurl that this process uses. It may be a later one than the program was built with.
public enum CurlLibrary {
    /// Its version, such as `7.88.1`.
    public static var version: String {
        ccurl_version().pointee.version.map { String(cString: $0) } ?? "of unknown version"
    }

    /// The TLS library that it uses, with its version, such as `OpenSSL/3.0.17`; `no TLS` if it has none.
    public static var tls: String {
        ccurl_version().pointee.ssl_version.map { String(cString: $0) } ?? "no TLS"
    }
}
