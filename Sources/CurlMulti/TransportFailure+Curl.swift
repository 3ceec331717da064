import CCurl

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension TransportFailure {
    /// What a CURLcode means for the caller, with libcurl's own text for this transfer if there is one.
    ///
    /// - Parameters:
    ///   - departed: Whether the request was handed to a connection. Some codes mean different things before and after.
    ///   - tooLarge: Whether this side ended the exchange because the reply was over a limit.
    ///   - systemError: The system's last error number for the connection; 0 for none.
    ///   - tunnel: The status with which a proxy replied to the request for a tunnel; 0 for none.
    ///   - proxy: That proxy.
    init(
        _ code: CURLcode, text: String, departed: Bool, tooLarge: Bool, systemError: Int32 = 0, tunnel: Int = 0,
        proxy: Proxy? = nil
    ) {
        let words = text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
        switch code {
        case _ where !departed && Self.isShortage(code, words, systemError):
            self.init(.shortage, words)
        case _ where !departed && (300..<500).contains(tunnel):
            self = tunnel == 407 ? .proxyRefused(by: proxy) : Self(.proxy, "the proxy refuses with \(tunnel): \(words)")
        case _ where !departed && tunnel >= 500:
            // The proxy would if it could: the host may be there the next time.
            self.init(.connect, "the proxy cannot reach the server: \(words)")
        case _ where tooLarge:
            self.init(.tooLarge, "the answer is longer than allowed")
        case CURLE_OUT_OF_MEMORY where departed, Self.tooLargeCode where departed:
            // libcurl allows 100 KiB for one header line. Beyond that it reports a lack of memory; from 8.6 on, the
            // length.
            self.init(.tooLarge, "a header line of the answer is longer than allowed")
        case CURLE_UNSUPPORTED_PROTOCOL where departed:
            // "Received HTTP/0.9 when not allowed": the reply did not begin with "HTTP/".
            self.init(.garbage, words)
        case CURLE_ABORTED_BY_CALLBACK where !departed:
            self.init(.closed, "the server had spoken out of turn on every connection that was open")
        case CURLE_SSL_CONNECT_ERROR where Self.brokeOff.contains(where: words.contains):
            self.init(.connect, words)
        case CURLE_ABORTED_BY_CALLBACK:
            self.init(.secondSend, "the connection ended before an answer; libcurl was kept from sending it again")
        default:
            self.init(Kind(code), words)
        }
    }

    private static func isShortage(_ code: CURLcode, _ words: String, _ systemError: Int32) -> Bool {
        if code == CURLE_OUT_OF_MEMORY || words.contains("thread failed to start") { return true }
        return code == CURLE_COULDNT_CONNECT && [EMFILE, ENFILE, ENOMEM, ENOBUFS].contains(systemError)
    }

    /// `CURLE_TOO_LARGE`, which older headers do not have.
    private static let tooLargeCode = CURLcode(100)

    /// Marks of a handshake that ended because the connection did. That says nothing about certificates, and the next
    /// handshake may go well. libcurl has one code for both. An unknown text counts as trouble with TLS.
    private static let brokeOff = [
        "SSL_ERROR_SYSCALL", "SSL_ERROR_ZERO_RETURN", "unexpected eof", "non-properly terminated",
        "Error in the pull function", String(cString: strerror(ECONNRESET)), String(cString: strerror(EPIPE)),
    ]
}

extension TransportFailure.Kind {
    fileprivate init(_ code: CURLcode) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST:
            self = .resolve
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY:
            self = .proxy
        case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED:
            self = .connect
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CLIENTCERT:
            self = .tls
        case CURLE_OPERATION_TIMEDOUT:
            self = .timeout
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE:
            self = .closed
        case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2:
            self = .garbage
        case CURLE_ABORTED_BY_CALLBACK:
            self = .secondSend
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_FAILED_INIT, CURLE_NOT_BUILT_IN:
            self = .unusable
        default:
            self = .other
        }
    }
}
