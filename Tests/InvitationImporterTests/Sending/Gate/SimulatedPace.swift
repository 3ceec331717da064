import CurlMulti
import Foundation
import TestSupport

@testable import InvitationImporter

/// A ``Gate`` alone in front of a simulated server, in virtual time: only who may go when, without rows, files or
/// lists.
struct SimulatedPace {
    /// Whether the server accepts what reaches it; `number` counts the tries for that person from 1.
    typealias Server = (_ now: Instant, _ number: Int) -> Bool

    var policy = SendingPolicy()
    var latency: Duration = .milliseconds(20)
    var retryAfter: String?

    /// What came of it.
    struct Result {
        var time: Duration
        var sent = 0
        var refused = 0
        /// When each request started.
        var starts: [Instant] = []
        var share: Double { Double(refused) / Double(max(sent, 1)) }
    }

    /// A server with a bucket of `burst` that is refilled at `rate` a second.
    static func bucket(_ rate: Double, burst: Double) -> Server {
        var (tokens, last) = (max(1, burst), Instant.origin)
        return { now, _ in
            tokens = min(max(1, burst), tokens + (now - last) / .seconds(1) * rate)
            last = now
            guard tokens >= 1 - 1e-9 else { return false }
            tokens -= 1
            return true
        }
    }

    /// A server that turns such a share away at random, of all tries or of the first for each person.
    static func random(_ share: Double, onlyFirst: Bool = false, seed: UInt64) -> Server {
        var random = SplitMix64(seed: seed)
        return { _, number in
            let isHit = Double.random(in: 0..<1, using: &random) < share
            return !isHit || (onlyFirst && number > 1)
        }
    }

    /// Sends until the server has accepted so many people.
    func run(_ people: Int, _ server: Server) -> Result {
        var run = Run(self, people)
        while run.left > 0, run.now.sinceOrigin < .seconds(100_000) {
            let until = run.startWhatMay(server)
            run.takeWhatEnds(by: until)
        }
        run.result.time = run.now.sinceOrigin
        return run.result
    }

    private struct Flight {
        let ends: Instant
        let started: Instant
        let isAccepted: Bool
        let number: Int
    }

    private struct Run {
        var gate: Gate
        var now = Instant.origin
        var left: Int
        var result = Result(time: .zero)
        private var fresh: Int
        private var again: [(due: Instant, number: Int)] = []
        private var underWay: [Flight] = []
        private var dice = SplitMix64(seed: 1)
        private let latency: Duration
        private let accepted: ServerReply
        private let refused: ServerReply

        init(_ pace: SimulatedPace, _ people: Int) {
            gate = Gate(pace.policy, earlier: [])
            (left, fresh, latency) = (people, people, pace.latency)
            accepted = ServerReply(.answer(201), now: .now, secrets: KnownSecrets())
            let headers = pace.retryAfter.map { [("Retry-After", $0)] } ?? []
            refused = ServerReply(.answer(429, "", headers), now: .now, secrets: KnownSecrets())
        }

        mutating func startWhatMay(_ server: Server) -> Instant {
            while true {
                if let until = gate.closedUntil(at: now) { return until }
                guard let number = next() else { return again.map(\.due).min() ?? now + .seconds(1) }
                gate.handOut()
                gate.started(at: now)
                let isAccepted = server(now, number)
                underWay.append(Flight(ends: now + latency, started: now, isAccepted: isAccepted, number: number))
                result.starts.append(now)
                result.sent += 1
                if !isAccepted { result.refused += 1 }
            }
        }

        private mutating func next() -> Int? {
            if let index = again.firstIndex(where: { $0.due <= now }) { return again.remove(at: index).number + 1 }
            guard fresh > 0 else { return nil }
            fresh -= 1
            return 1
        }

        mutating func takeWhatEnds(by until: Instant) {
            now = max(now, min(until, underWay.first?.ends ?? until))
            while let flight = underWay.first, flight.ends <= now {
                underWay.removeFirst()
                gate.ended()
                let reply = flight.isAccepted ? accepted : refused
                _ = gate.learn(
                    reply.kind, reply, startedAt: flight.started, isPreflight: false, using: &dice, at: now)
                gate.follow(reply, using: &dice, at: now)
                if result.sent % 50 == 0 { gate.checkInvariants() }
                if flight.isAccepted { left -= 1 } else { again.append((gate.pausedUntil ?? now, flight.number)) }
            }
        }
    }
}
