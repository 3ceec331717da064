import Synchronization
import TestSupport

/// Stands between the tool and a sandbox, passes everything on, and does something to the first invitation of one
/// person.
final class FaultProxy: Sendable {
    private let server: RawServer

    /// Starts a proxy. Give it back with ``stop()``.
    ///
    /// - Parameters:
    ///   - port: The sandbox's.
    ///   - victim: Whose first invitation meets the fault.
    ///   - fault: What is done then.
    init(to port: Int, victim: String, _ fault: Fault) throws {
        let isFirst = Once()
        server = try RawServer { connection in
            var isInUse = false
            while let request = connection.readRequest() {
                let isAt = request.isInvitation(of: victim) && (isInUse || !fault.needsReuse)
                if isAt, isFirst.take() {
                    fault.happens(on: connection) { Self.pass(request, to: port) }
                    if !fault.servesOn { return }
                } else {
                    connection.write(Self.pass(request, to: port))
                }
                isInUse = true
            }
        }
    }

    func stop() { server.stop() }

    /// Where the tool is to look for the API.
    var url: String { server.url }

    /// How often an invitation for an address came in, whether it was passed on or not.
    func deliveries(_ address: String) -> Int {
        server.deliveries.reduce(0) { sum, entry in
            sum + (String(decoding: entry.key, as: UTF8.self).contains("\"\(address)\"") ? entry.value : 0)
        }
    }

    /// Hands a request to the sandbox and gives its answer, as if the connection went on.
    static func pass(_ request: RawRequest, target: String? = nil, to port: Int) -> [UInt8] {
        let head = ["\(request.method) \(target ?? request.target) HTTP/1.1", "Connection: close"] + request.lines
        let text = head.joined(separator: "\r\n") + "\r\n\r\n" + String(decoding: request.body, as: UTF8.self)
        guard let answer = try? Loopback.exchange(text, port: port) else { return [] }
        return Array(String(decoding: answer, as: UTF8.self).replacing("\r\nConnection: close", with: "").utf8)
    }
}

extension RawRequest {
    fileprivate func isInvitation(of address: String) -> Bool {
        method == "POST" && String(decoding: body, as: UTF8.self).contains("\"\(address)\"")
    }
}

/// Something that happens to the first who asks.
private final class Once: Sendable {
    private let isTaken = Atomic(false)

    func take() -> Bool {
        isTaken.compareExchange(expected: false, desired: true, ordering: .sequentiallyConsistent).exchanged
    }
}
