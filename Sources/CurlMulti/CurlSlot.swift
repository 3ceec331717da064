import CCurl

/// One easy handle and everything that libcurl points into while it works. It is made once and used for many requests.
///
/// libcurl's callbacks get a retained pointer to the slot. ``close()`` releases it after the handle is gone, so no
/// callback can meet a freed slot.
final class CurlSlot {
    let easy: UnsafeMutableRawPointer
    let options: CurlTransport.Options
    private let idleSockets: IdleSockets
    let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var headerLines: [String]?
    private var url = ""
    /// libcurl reads the body from here while it sends. Nothing else touches it until the exchange has ended.
    private var outgoing = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1024)

    // The state of the exchange under way. libcurl's callbacks write it.
    private var tag = 0
    private var started = Instant.origin
    private var departures = 0
    private var metSpoiledConnection = false
    private var restarts = 0
    private var answer: AnswerBuffer

    init(options: CurlTransport.Options, idleSockets: IdleSockets) throws(TransportFailure) {
        guard let easy = curl_easy_init() else {
            outgoing.deallocate()
            errorText.deallocate()
            throw TransportFailure(.unusable, "libcurl could not make a handle")
        }
        self.easy = easy
        self.options = options
        self.idleSockets = idleSockets
        answer = AnswerBuffer(headerLimit: options.headerLimit, bodyLimit: options.bodyLimit)
        errorText[0] = 0
        let context = Unmanaged.passRetained(self).toOpaque()
        do throws(TransportFailure) {
            try setUp(context)
        } catch {
            close()
            throw error
        }
    }

    /// Frees the handle and everything it points to. The handle must have left the multi handle.
    func close() {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        outgoing.deallocate()
        errorText.deallocate()
        // Balances the retain in `init`: libcurl can no longer call back.
        Unmanaged.passUnretained(self).release()
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
        answer.removeAll()
        errorText[0] = 0
        if url != request.url {
            // A C string would end at the NUL, and the request would go to another address.
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
        // libcurl sends lines as they are, so a line break in a value would start a header of its own. The error does
        // not quote the line, because the line may hold the token.
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

    /// Remembers the connection that the exchange leaves open. Works only while the handle is in the multi handle.
    func keepConnection() {
        var socket: curl_socket_t = -1
        guard ccurl_get_socket(easy, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK, socket >= 0 else { return }
        // The same that libcurl names before it sends.
        let ports = IdleSockets.Ports(own: Int32(long(CURLINFO_LOCAL_PORT)), peer: Int32(long(CURLINFO_PRIMARY_PORT)))
        idleSockets.keep(socket, with: ports)
    }

    /// Whether the exchange ended only because its connection was spoiled. Then nothing has left, and the handle may go
    /// back into the multi handle as it is. True at most once for each connection that can be kept.
    func takesAnotherConnection() -> Bool {
        guard metSpoiledConnection, departures == 0, restarts <= max(1, options.slots) else { return false }
        metSpoiledConnection = false
        restarts += 1
        errorText[0] = 0
        return true
    }

    /// The result of the exchange.
    func exchange(endedWith code: CURLcode, at now: Instant) -> HTTPExchange {
        if code == CURLE_OK && !answer.headersAreWhole {
            // Once one byte of a reply has come, libcurl takes any close for its end.
            let words = status == nil ? "ended without an answer" : "ended amid the answer's headers"
            return exchange(TransportFailure(.closed, "the connection \(words)"), bodyEnd: .cut, at: now)
        }
        guard code != CURLE_OK else {
            // Only a proxy sends 407.
            let failure = status == 407 ? TransportFailure.proxyRefused(by: options.proxy) : nil
            return exchange(failure, bodyEnd: .complete, at: now)
        }
        let failure = TransportFailure(
            code, text: String(cString: errorText), departed: departures > 0, tooLarge: answer.isTooLarge,
            systemError: Int32(truncatingIfNeeded: long(CURLINFO_OS_ERRNO)),
            // The status with which a proxy replied to the request for a tunnel.
            tunnel: long(CURLINFO_HTTP_CONNECTCODE), proxy: options.proxy)
        return exchange(failure, bodyEnd: Self.bodyEnd(code, failure), at: now)
    }

    private static func bodyEnd(_ code: CURLcode, _ failure: TransportFailure) -> HTTPExchange.BodyEnd {
        if failure.kind == .tooLarge { return .tooLarge }
        return code == CURLE_BAD_CONTENT_ENCODING ? .garbled : .cut
    }

    /// The result of a request that could not be started.
    func exchange(refusedWith failure: TransportFailure, at now: Instant) -> HTTPExchange {
        exchange(failure, bodyEnd: .cut, at: now)
    }

    private func exchange(_ failure: TransportFailure?, bodyEnd: HTTPExchange.BodyEnd, at now: Instant) -> HTTPExchange
    {
        let status = departures > 0 ? status : nil
        return HTTPExchange(
            tag: tag, status: status, headers: status == nil ? HTTPHeaders() : answer.headers,
            body: status == nil ? [] : answer.body, bodyEnd: bodyEnd,
            delivery: departures == 0 ? .notSent : .possiblySent, failure: failure, duration: now - started)
    }

    /// A number that libcurl knows of the latest exchange; 0 if it knows none.
    private func long(_ info: CURLINFO) -> Int {
        var value = 0
        return ccurl_get_long(easy, info, &value) == CURLE_OK ? value : 0
    }

    /// The final status of the latest exchange, if libcurl knows one.
    private var status: Int? {
        var status = 0
        // If only a 1xx came, libcurl gives that. It is no reply.
        guard ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK, status >= 200 else { return nil }
        return status
    }
}

// MARK: - What libcurl tells while it works

extension CurlSlot {
    /// Says whether libcurl may send the request that it is about to send.
    ///
    /// When a pooled connection dies before the first byte of a reply, libcurl opens another and sends the request
    /// again, POST or not, and reports only the last reply. The first departure is ours. Any further one is such a
    /// re-send, and is stopped here.
    func depart(on ports: IdleSockets.Ports) -> Bool {
        if departures == 0 && idleSockets.takeSpoiled(ports) {
            metSpoiledConnection = true
            return false
        }
        departures += 1
        return departures == 1
    }

    func take(header line: UnsafeRawBufferPointer) -> Int { answer.take(header: line) { self.status != nil } }

    func take(body bytes: UnsafeRawBufferPointer) -> Int { answer.take(body: bytes) }
}
