import CCurl

// MARK: - Setting up

extension CurlSlot {
    func setUp(_ context: UnsafeMutableRawPointer) throws(TransportFailure) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_NETRC, 0)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.wholeMilliseconds)
        try set(CURLOPT_MAXAGE_CONN, max(1, Int(options.idleLimit.components.seconds)))
        // libcurl reads and parses the certificates once, not for every connection.
        try set(CURLOPT_CA_CACHE_TIMEOUT, -1)
        try set(CURLOPT_PROTOCOLS_STR, options.allowsPlainHTTP ? "http,https" : "https")
        // Both are empty, so that libcurl does not look into the environment by itself.
        try set(CURLOPT_PROXY, options.proxy?.url ?? "")
        try set(CURLOPT_NOPROXY, "")
        try set(CURLOPT_USERAGENT, options.userAgent)
        // Empty means every compression that this libcurl can undo.
        try set(CURLOPT_ACCEPT_ENCODING, "")
        if let file = options.caFile { try trustOnly(file) }
        try check(ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText))
        try check(ccurl_set_pointer(easy, CURLOPT_PRIVATE, context))
        try setCallbacks(context)
    }

    /// Trusts the certificates in a file and no others, for the server and for a proxy that speaks TLS. The system's
    /// folder of certificates is turned off, since libcurl would look there too.
    private func trustOnly(_ file: String) throws(TransportFailure) {
        for option in [CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO] { try set(option, file) }
        for option in [CURLOPT_CAPATH, CURLOPT_PROXY_CAPATH] { try check(ccurl_set_string(easy, option, nil)) }
    }

    private func setCallbacks(_ context: UnsafeMutableRawPointer) throws(TransportFailure) {
        try check(ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context))
        try check(
            ccurl_set_data_callback(easy, CURLOPT_WRITEFUNCTION) { data, size, count, context in
                CurlSlot.from(context).take(body: UnsafeRawBufferPointer(start: data, count: size * count))
            })
        try check(ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context))
        try check(
            ccurl_set_data_callback(easy, CURLOPT_HEADERFUNCTION) { data, size, count, context in
                CurlSlot.from(context).take(header: UnsafeRawBufferPointer(start: data, count: size * count))
            })
        try check(ccurl_set_pointer(easy, CURLOPT_PREREQDATA, context))
        try check(
            ccurl_set_prereq_callback(easy) { context, _, _, peerPort, ownPort in
                let ports = IdleSockets.Ports(own: ownPort, peer: peerPort)
                return CurlSlot.from(context).depart(on: ports) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
            })
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> CurlSlot {
        // `setUp` installs every callback with the slot as its context.
        Unmanaged<CurlSlot>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
    }

    /// The slot of an easy handle that libcurl names in a message.
    static func of(_ easy: UnsafeMutableRawPointer) -> CurlSlot? {
        var context: UnsafeMutableRawPointer?
        guard ccurl_get_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK, let context else { return nil }
        return from(context)
    }

    func set(_ option: CURLoption, _ value: Int) throws(TransportFailure) {
        try check(ccurl_set_long(easy, option, value))
    }

    func set(_ option: CURLoption, _ value: String) throws(TransportFailure) {
        try check(ccurl_set_string(easy, option, value))
    }

    func check(_ code: CURLcode) throws(TransportFailure) {
        guard code != CURLE_OK else { return }
        throw TransportFailure(.unusable, "libcurl refuses an option: \(String(cString: curl_easy_strerror(code)))")
    }
}
