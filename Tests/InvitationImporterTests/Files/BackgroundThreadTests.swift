import Synchronization
import Testing

@testable import InvitationImporter

struct BackgroundThreadTests {
    private final class Log: Sendable {
        let numbers = Mutex<[Int]>([])
    }

    @Test func doesItsWorkInOrderAndEnds() throws {
        let log = Log()
        let thread = try #require(BackgroundThread())
        for number in 0..<1000 { thread.perform { log.numbers.withLock { $0.append(number) } } }
        thread.drain()
        #expect(log.numbers.withLock(\.self) == Array(0..<1000))
        thread.perform { log.numbers.withLock { $0.append(1000) } }
        thread.finish()
        #expect(log.numbers.withLock(\.count) == 1001)
    }

    @Test func manyComeAndGo() throws {
        for _ in 0..<500 { try #require(BackgroundThread()).finish() }
    }
}

struct OpenFileLimitTests {
    @Test func knowsWhatIsOpen() throws {
        let before = OpenFileLimit()
        #expect(before.open >= 3 && before.open < before.now && before.now <= before.most)
        // Never lowered.
        #expect(before.raised(to: 1).now == before.now)
    }

    @Test(
        arguments: [
            (1024, 10, 16, 16), (1024, 10, 1000, 250), (30, 10, 16, 2), (26, 10, 16, 1), (25, 10, 16, nil),
            (12, 10, 16, nil),
            (0, 0, 1, nil),
        ] as [(Int, Int, Int, Int?)])
    func leavesDescriptorsForEverythingElse(_ limit: Int, _ open: Int, _ wanted: Int, _ connections: Int?) {
        #expect(OpenFileLimit(now: limit, most: limit).connections(wanted: wanted, open: open) == connections)
        if let connections { #expect(OpenFileLimit.needed(for: connections, open: open) <= limit) }
    }
}
