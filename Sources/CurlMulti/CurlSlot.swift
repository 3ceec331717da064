import CCurl

/// One easy handle with everything libcurl points into while it works: made once, used for many requests.
///
/// libcurl's callbacks get a retained pointer to the slot, which ``close()`` gives back after the handle is gone; so
/// no callback can ever meet a slot that has been freed.
final class CurlSlot {
    let easy: UnsafeMutableRawPointer
    private let options: CurlTransport.Options
    private let idleSockets: IdleSockets
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var headerLines: [String]?
    private var url = ""
    /// libcurl reads the body from here while sending; nothing touches it until the exchange has ended.
    private var outgoing = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1024)

    // What the exchange under way has brought so far; written by libcurl's callbacks.
    private var tag = 0
    private var started = Instant.origin
    private var departures = 0
    private var metSpoiledConnection = false
    private var restarts = 0
    private var headers = HTTPHeaders()
    private var headerBytes = 0
    /// The final answer's headers have come to their end; what comes as a header after it is a trailer.
    private var headersAreWhole = false
    private var body: [UInt8] = []
    private var tooLarge = false

    init(options: CurlTransport.Options, idleSockets: IdleSockets) throws(TransportFailure) {
        guard let easy = curl_easy_init() else {
            outgoing.deallocate()
            errorText.deallocate()
            throw TransportFailure(.unusable, "libcurl could not make a handle")
        }
        self.easy = easy
        self.options = options
        self.idleSockets = idleSockets
        errorText[0] = 0
        let context = Unmanaged.passRetained(self).toOpaque()
        do throws(TransportFailure) {
            try setUp(context)
        } catch {
            close()
            throw error
        }
    }

    /// Frees the handle and all that it points to. The handle must not be in a multi handle any more.
    func close() {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        outgoing.deallocate()
        errorText.deallocate()
        // Balances the retain in `init`: libcurl can no longer call back.
        Unmanaged.passUnretained(self).release()
    }
}

// MARK: - Setting up

extension CurlSlot {
    private func setUp(_ context: UnsafeMutableRawPointer) throws(TransportFailure) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_NETRC, 0)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.wholeMilliseconds)
        try set(CURLOPT_MAXAGE_CONN, max(1, Int(options.idleLimit.components.seconds)))
        // The certificates are read and parsed once, not for every connection.
        try set(CURLOPT_CA_CACHE_TIMEOUT, -1)
        try set(CURLOPT_PROTOCOLS_STR, options.allowsPlainHTTP ? "http,https" : "https")
        // Both empty: libcurl does not look into the environment by itself.
        try set(CURLOPT_PROXY, options.proxy?.url ?? "")
        try set(CURLOPT_NOPROXY, "")
        try set(CURLOPT_USERAGENT, options.userAgent)
        if let file = options.caFile { try set(CURLOPT_CAINFO, file) }
        try check(ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText))
        try check(ccurl_set_pointer(easy, CURLOPT_PRIVATE, context))
        try setCallbacks(context)
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
        // Every callback was installed with the slot as its context.
        Unmanaged<CurlSlot>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
    }

    /// The slot of a handle that libcurl names in a message.
    static func of(_ easy: UnsafeMutableRawPointer) -> CurlSlot? {
        var context: UnsafeMutableRawPointer?
        guard ccurl_get_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK, let context else { return nil }
        return from(context)
    }

    private func set(_ option: CURLoption, _ value: Int) throws(TransportFailure) {
        try check(ccurl_set_long(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(TransportFailure) {
        try check(ccurl_set_string(easy, option, value))
    }

    private func check(_ code: CURLcode) throws(TransportFailure) {
        guard code != CURLE_OK else { return }
        throw TransportFailure(.unusable, "libcurl refuses an option: \(String(cString: curl_easy_strerror(code)))")
    }
}

// MARK: - One exchange

extension CurlSlot {
    /// Gets the handle ready for one request.
    func prepare(_ request: HTTPRequest, tag: Int, at now: Instant) throws(TransportFailure) {
        self.tag = tag
        started = now
        departures = 0
        restarts = 0
        metSpoiledConnection = false
        headers = HTTPHeaders()
        headerBytes = 0
        headersAreWhole = false
        body.removeAll(keepingCapacity: true)
        tooLarge = false
        errorText[0] = 0
        if url != request.url {
            // A C string would end at the first of them, and go to another address.
            guard !request.url.utf8.contains(0) else {
                throw TransportFailure(.unusable, "the URL has a NUL in it")
            }
            try set(CURLOPT_URL, request.url)
            url = request.url
        }
        if headerLines != request.headers { try setHeaders(request.headers) }
        try set(CURLOPT_TIMEOUT_MS, request.timeout.wholeMilliseconds)
        switch request.method {
        case .get: try set(CURLOPT_HTTPGET, 1)
        case .post: try setBody(request.body)
        case .delete: try set(CURLOPT_HTTPGET, 1)
        }
        try check(
            request.method == .delete
                ? ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, "DELETE")
                : ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, nil))
    }

    private func setHeaders(_ lines: [String]) throws(TransportFailure) {
        // libcurl sends lines as they are, so a line break in a value would make a header of what follows it. The text
        // does not quote the line: it may be the one with the token.
        guard !lines.contains(where: { $0.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 } }) else {
            throw TransportFailure(.unusable, "a request header has a line break or a NUL in it")
        }
        var list: UnsafeMutablePointer<curl_slist>?
        // "Expect:" without a value keeps libcurl from waiting for "100 Continue" before it sends a body.
        for line in lines + ["Expect:"] {
            guard let longer = curl_slist_append(list, line) else {
                curl_slist_free_all(list)
                throw TransportFailure(.unusable, "no memory for the request's headers")
            }
            list = longer
        }
        try check(ccurl_set_list(easy, CURLOPT_HTTPHEADER, list))
        curl_slist_free_all(headerList)
        headerList = list
        headerLines = lines
    }

    private func setBody(_ bytes: [UInt8]) throws(TransportFailure) {
        if outgoing.count < bytes.count {
            outgoing.deallocate()
            outgoing = .allocate(capacity: bytes.count)
        }
        _ = outgoing.initialize(fromContentsOf: bytes)
        try set(CURLOPT_POST, 1)
        try check(ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
        try check(ccurl_set_pointer(easy, CURLOPT_POSTFIELDS, outgoing.baseAddress))
    }

    /// Remembers the connection that the exchange leaves open. Works as long as the handle is in the multi handle.
    func keepConnection() {
        var socket: curl_socket_t = -1
        guard ccurl_get_socket(easy, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK, socket >= 0 else { return }
        idleSockets.keep(socket)
    }

    /// Whether the exchange ended only because the connection chosen for it was spoiled. Nothing has left then, and the
    /// handle may go into the multi handle again as it is. At most once for each connection that can be kept.
    func takesAnotherConnection() -> Bool {
        guard metSpoiledConnection, departures == 0, restarts <= max(1, options.slots) else { return false }
        metSpoiledConnection = false
        restarts += 1
        errorText[0] = 0
        return true
    }

    /// What the exchange came to.
    func exchange(endedWith code: CURLcode, at now: Instant) -> HTTPExchange {
        if code == CURLE_OK && !headersAreWhole {
            // libcurl takes any close for the end of an answer once a single byte of one has come.
            let words = status == nil ? "ended without an answer" : "ended amid the answer's headers"
            return exchange(TransportFailure(.closed, "the connection \(words)"), bodyEnd: .cut, at: now)
        }
        guard code != CURLE_OK else { return exchange(nil, bodyEnd: .complete, at: now) }
        let failure = TransportFailure(
            code, text: String(cString: errorText), departed: departures > 0, tooLarge: tooLarge)
        return exchange(failure, bodyEnd: failure.kind == .tooLarge ? .tooLarge : .cut, at: now)
    }

    /// What became of a request that could not even be started.
    func exchange(refusedWith failure: TransportFailure, at now: Instant) -> HTTPExchange {
        exchange(failure, bodyEnd: .cut, at: now)
    }

    private func exchange(_ failure: TransportFailure?, bodyEnd: HTTPExchange.BodyEnd, at now: Instant) -> HTTPExchange
    {
        let status = departures > 0 ? status : nil
        return HTTPExchange(
            tag: tag, status: status, headers: status == nil ? HTTPHeaders() : headers,
            body: status == nil ? [] : body, bodyEnd: bodyEnd,
            delivery: departures == 0 ? .notSent : .possiblySent, failure: failure, duration: now - started)
    }

    /// The final status, as far as libcurl knows one for the exchange last begun.
    private var status: Int? {
        var status = 0
        // After a 1xx, and if nothing follows it for good, libcurl gives that; it is no answer.
        guard ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK, status >= 200 else { return nil }
        return status
    }
}

// MARK: - What libcurl tells while it works

extension CurlSlot {
    /// libcurl is about to send the request; answers whether it may.
    ///
    /// When a connection from the pool dies before the first byte of an answer, libcurl opens another and sends the
    /// request again, POST or not, and reports only the last answer. The first departure is ours; any further one is
    /// that, and is stopped here.
    private func depart(on ports: IdleSockets.Ports) -> Bool {
        if departures == 0 && idleSockets.takeSpoiled(ports) {
            metSpoiledConnection = true
            return false
        }
        departures += 1
        return departures == 1
    }

    private func take(header line: UnsafeRawBufferPointer) -> Int {
        headerBytes += line.count
        guard headerBytes <= options.headerLimit else {
            tooLarge = true
            return 0
        }
        if headersAreWhole { return line.count }
        if line.starts(with: "HTTP/".utf8) {
            // A status line: what came before belonged to a 1xx.
            headers = HTTPHeaders()
        } else if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
            headersAreWhole = status != nil
        } else {
            headers.append(line: line)
        }
        return line.count
    }

    private func take(body bytes: UnsafeRawBufferPointer) -> Int {
        let room = max(0, options.bodyLimit - body.count)
        body.append(contentsOf: bytes.prefix(room))
        if bytes.count > room { tooLarge = true }
        // Fewer bytes than given makes libcurl end the transfer.
        return min(bytes.count, room)
    }
}
