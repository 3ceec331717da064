import InvitationSandbox
import Testing

struct FaultTests {
    @Test func sameSeedMeetsTheSameFaults() {
        let statuses = { (seed: UInt64) in
            let bench = Bench {
                $0.seed = seed
                $0.errorShare = [500: 0.1, 503: 0.1]
                $0.otherAdministratorShare = 0.1
            }
            return (0..<200).map { bench.invite("a\($0)@example.com").status }
        }
        #expect(statuses(1) == statuses(1))
        #expect(statuses(1) != statuses(2))
    }

    @Test func sharesComeOutRight() {
        var configuration = SandboxConfiguration()
        configuration.errorShare = [500: 0.05, 502: 0.1, 503: 0.2]
        configuration.errorsAfterActing = 0.25
        configuration.latency = .milliseconds(5) ... .milliseconds(20)
        let fates = (1...20_000).map { InjectedFault(configuration, number: $0) }
        for (status, share) in configuration.errorShare {
            let seen = Double(fates.count { $0.errorStatus == status }) / 20_000
            #expect(abs(seen - share) < 0.01)
        }
        #expect(abs(Double(fates.count { $0.errorAfterActing }) / 20_000 - 0.25) < 0.02)
        #expect(fates.allSatisfy { configuration.latency.contains($0.latency) })
        #expect(Set(fates.map(\.latency)).count > 19_000)
    }

    @Test(arguments: [(0.0, 0), (1.0, 1)])
    func errorComesBeforeOrAfterActing(_ share: Double, _ count: Int) {
        let bench = Bench {
            $0.errorShare = [503: 1]
            $0.errorsAfterActing = share
            $0.errorRetryAfter = .seconds
        }
        let answer = bench.invite("a@example.com")
        #expect(answer.status == 503)
        #expect(answer.field("Retry-After") == "1")
        #expect(bench.state.created["a@example.com", default: 0] == count)
        #expect(bench.state.deliveries == ["a@example.com": 1])
    }

    @Test func idsNeverComeTwice() {
        let bench = Bench { $0.duplicates = .accept }
        for _ in 0..<1000 { _ = bench.invite("a@example.com") }
        let made = bench.state.invitations(at: Bench.at(.zero))
        #expect(Set(made.map(\.id) + made.map(\.uid)).count == 2000)
    }
}
