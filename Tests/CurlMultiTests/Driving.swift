import CurlMulti
import TestSupport

extension CurlTransport {
    /// Polls until so many exchanges have ended, or for half a minute.
    func ended(_ count: Int) throws -> [HTTPExchange] {
        var all: [HTTPExchange] = []
        let deadline = now + .seconds(30)
        while all.count < count && now < deadline { all += try poll(until: deadline) }
        return all
    }

    /// One request from its start to its end.
    func exchange(_ request: HTTPRequest) throws -> HTTPExchange? {
        start(request, tag: 7)
        return try ended(1).first
    }

    /// Sends all requests, as many at once as there are slots; the tags are their positions.
    func exchange(all requests: [HTTPRequest]) throws -> [HTTPExchange] {
        var all: [HTTPExchange] = []
        var next = 0
        let deadline = now + .seconds(60)
        while all.count < requests.count && now < deadline {
            while next < requests.count && freeSlots > 0 {
                start(requests[next], tag: next)
                next += 1
            }
            all += try poll(until: deadline)
        }
        return all
    }
}

extension CurlTransport.Options {
    /// Options for a server without TLS.
    static func plain(slots: Int = 1) -> CurlTransport.Options {
        var options = CurlTransport.Options()
        options.slots = slots
        options.allowsPlainHTTP = true
        return options
    }
}

/// Runs a test with a transport, and gives back what it took.
func withTransport<Result>(
    _ options: CurlTransport.Options = .plain(), _ body: (CurlTransport, WakeUp) throws -> Result
) throws -> Result {
    let wakeUp = try WakeUp()
    defer { wakeUp.close() }
    let transport = try CurlTransport(options, wakeUp: wakeUp)
    defer { transport.close() }
    return try body(transport, wakeUp)
}

/// Runs a test with a server and a transport.
func withServer<Result>(
    _ script: @escaping RawServer.Script, options: CurlTransport.Options = .plain(),
    _ body: (CurlTransport, RawServer) throws -> Result
) throws -> Result {
    let server = try RawServer(script)
    defer { server.stop() }
    return try withTransport(options) { transport, _ in try body(transport, server) }
}

extension HTTPExchange {
    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
}
