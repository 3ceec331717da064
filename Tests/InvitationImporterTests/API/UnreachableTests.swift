import CurlMulti
import InvitationImporter
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A server to which no way was ever found: the run stops, and says what to do.
struct UnreachableTests {
    private static let kinds: [(TransportFailure.Kind, String)] = [
        (.tls, "--ca-file"), (.proxy, "no_proxy"), (.resolve, "DNS"), (.connect, "port"),
    ]

    private func reply(_ kind: TransportFailure.Kind) -> ServerReply {
        let failure = TransportFailure(kind, "it said\u{1B} no")
        return ServerReply(
            HTTPExchange(tag: 1, status: nil, delivery: .notSent, failure: failure), now: Date())
    }

    @Test(arguments: kinds) func isToldWithWhatToDo(_ kind: TransportFailure.Kind, _ advice: String) throws {
        var sender = Sender(policy: SendingPolicy(), origin: Date())
        sender.beginPreflight(["acme"], for: [], at: .origin)
        let words = try ended(&sender, reply(kind))
        #expect(words?.contains(advice) == true)
        #expect(words?.contains(#"it said\u{1B} no"#) == true)
    }

    @Test func aPasswordForTheProxyIsAskedForInEitherWay() throws {
        var sender = Sender(policy: SendingPolicy(), origin: Date())
        sender.beginPreflight(["acme"], for: [], at: .origin)
        let reply = ServerReply(HTTPExchange(tag: 1, status: 407), now: Date())
        #expect(reply.kind == .wholeRun)
        #expect(try ended(&sender, reply)?.contains("407") == true)
    }

    @Test(arguments: kinds.map(\.0)) func isNotSaidOfOneThatHasAnswered(_ kind: TransportFailure.Kind) throws {
        var sender = Sender(policy: SendingPolicy(), origin: Date())
        sender.beginPreflight(["acme"], for: [], at: .origin)
        guard case .token = sender.next(at: .origin) else { throw Unexpected() }
        sender.startedToken(isRequest: true, at: .origin)
        let answered = ServerReply(HTTPExchange(tag: 1, status: 200), now: Date())
        sender.tokenEnded(.issued(life: nil, isNew: true, organizations: []), reply: answered, at: .origin)
        #expect(try ended(&sender, reply(kind)) == nil)
    }

    private struct Unexpected: Error {}

    /// Lets all requests of two minutes end alike; the words of an end for want of a way to the server.
    private func ended(_ sender: inout Sender, _ reply: ServerReply) throws -> String? {
        var now = Instant.origin
        while now < .origin + .seconds(120) {
            switch sender.next(at: now) {
            case .token:
                sender.startedToken(isRequest: false, at: now)
                sender.tokenEnded(.issued(life: nil, isNew: true, organizations: []), at: now)
            case .list(let request):
                sender.started(request, at: now)
                sender.ended(request, reply, page: nil, at: now)
            case .wait(let until): now = max(until, now + .milliseconds(1))
            case .done(.unreachable(let words)): return words
            case .done, .needsInvitation, .attempt: return nil
            }
        }
        return nil
    }
}
