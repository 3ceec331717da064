import CCurl

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The ``Transport`` over one libcurl multi handle.
///
/// It belongs to the thread that made it: every call and every callback from libcurl is on that thread. Only the
/// ``WakeUp`` may be used from elsewhere. It is not `Sendable`, so the compiler enforces that.
///
/// Each slot has one easy handle, made once, and at most one connection over HTTP/1.1. The multi handle never has more
/// handles than slots: a request that waited inside libcurl would spend its timeout waiting.
///
/// Proxies are used as the options say. Redirects are not followed. `.netrc` is not read.
public final class CurlTransport: Transport {
    private let multi: UnsafeMutableRawPointer
    private let wakeUp: WakeUp
    /// A descriptor that also ends a poll early, when it can be read or has ended; `nil` for none.
    public var watched: Int32?
    private var slots: [CurlSlot] = []
    private var idle: [CurlSlot] = []
    private var refused: [HTTPExchange] = []
    private var isOpen = true
    private let clock = ContinuousClock()
    private let origin: ContinuousClock.Instant

    /// libcurl wants this once in a process, before anything else. Swift makes a static constant just once.
    private static let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// Makes a transport. Close it with ``close()``.
    ///
    /// The process ignores SIGPIPE from here on, because TLS libraries write to sockets that may have been closed.
    ///
    /// - Parameters:
    ///   - options: The settings for all requests.
    ///   - wakeUp: Ends a poll early. The caller keeps it, and closes it after the transport.
    /// - Throws: ``TransportFailure`` if libcurl refuses an option or is out of memory.
    public init(_ options: Options = Options(), wakeUp: WakeUp) throws(TransportFailure) {
        guard Self.library == CURLE_OK, let multi = curl_multi_init() else {
            throw TransportFailure(.unusable, "libcurl could not be initialised")
        }
        signal(SIGPIPE, SIG_IGN)
        self.multi = multi
        self.wakeUp = wakeUp
        origin = clock.now
        do throws(TransportFailure) {
            guard ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(1, options.slots)) == CURLM_OK else {
                throw TransportFailure(.unusable, "libcurl refuses the number of connections")
            }
            let idleSockets = IdleSockets(expecting: options.slots)
            for _ in 0..<max(1, options.slots) {
                slots.append(try CurlSlot(options: options, idleSockets: idleSockets))
            }
        } catch {
            close()
            throw error
        }
        idle = slots.reversed()
    }

    /// Ends every exchange under way without a reply, closes all connections and frees all memory.
    ///
    /// The server may or may not have processed the requests under way. A second call does nothing. A closed transport
    /// has no free slots and cannot be polled.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        for slot in slots {
            curl_multi_remove_handle(multi, slot.easy)
            slot.close()
        }
        slots = []
        idle = []
        curl_multi_cleanup(multi)
    }

    /// The time since the transport was made, on a clock that runs on while the machine sleeps.
    public var now: Instant { Instant(sinceOrigin: origin.duration(to: clock.now)) }

    /// How many requests may be started before one ends.
    public var freeSlots: Int { idle.count }

    /// Starts a request.
    ///
    /// - Precondition: `freeSlots > 0`.
    public func start(_ request: HTTPRequest, tag: Int) {
        let slot = idle.removeLast()
        do {
            try slot.prepare(request, tag: tag, at: now)
            try check(curl_multi_add_handle(multi, slot.easy))
        } catch {
            refused.append(slot.exchange(refusedWith: error, at: now))
            idle.append(slot)
        }
    }

    /// Lets libcurl work until an exchange has ended, the deadline has passed or the wake-up was signalled.
    public func poll(until deadline: Instant) throws(TransportFailure) -> [HTTPExchange] {
        guard isOpen else { throw TransportFailure(.unusable, "the transport is closed") }
        while true {
            var running: Int32 = 0
            try check(curl_multi_perform(multi, &running))
            let ended = takeEnded()
            let left = deadline - now
            guard ended.isEmpty, left > .zero else { return ended }
            // Rounded up: a wait of 0 ms would spin. Never over a second, so that a lost wake-up cannot hang the poll.
            let wait = min(left + .microseconds(999), .seconds(1)).wholeMilliseconds
            var others = ([wakeUp.readEnd] + [watched].compactMap(\.self)).map {
                curl_waitfd(fd: $0, events: Int16(CURL_WAIT_POLLIN), revents: 0)
            }
            try check(curl_multi_poll(multi, &others, UInt32(others.count), Int32(wait), nil))
            guard others[0].revents != 0 || watched.map(Self.hasNews) ?? false else { continue }
            wakeUp.drain()
            return []
        }
    }

    /// Whether a descriptor can be read or has ended. libcurl does not report an end by itself.
    private static func hasNews(_ descriptor: Int32) -> Bool {
        var one = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return systemPoll(&one, 1, 0) > 0
    }

    private func takeEnded() -> [HTTPExchange] {
        var ended = refused
        refused = []
        var waiting: Int32 = 0
        while let message = curl_multi_info_read(multi, &waiting) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let slot = CurlSlot.of(easy)
            else { continue }
            let result = ccurl_message_result(message)
            slot.keepConnection()
            // Removing the handle frees the message.
            curl_multi_remove_handle(multi, easy)
            if slot.takesAnotherConnection(), curl_multi_add_handle(multi, easy) == CURLM_OK { continue }
            ended.append(slot.exchange(endedWith: result, at: now))
            idle.append(slot)
        }
        return ended
    }

    private func check(_ code: CURLMcode) throws(TransportFailure) {
        guard code != CURLM_OK else { return }
        throw TransportFailure(.unusable, "libcurl: \(String(cString: curl_multi_strerror(code)))")
    }
}

/// `poll(2)`. It has a name of its own here, because a method of the class is called `poll` too.
private func systemPoll(_ descriptors: UnsafeMutablePointer<pollfd>, _ count: Int, _ milliseconds: Int32) -> Int32 {
    poll(descriptors, nfds_t(count), milliseconds)
}

extension Duration {
    /// Whole milliseconds, rounded down; at least 1, at most those of a day.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let whole = min(max(seconds, 0), 86_400) * 1000 + attoseconds / 1_000_000_000_000_000
        return Int(max(1, whole))
    }
}
