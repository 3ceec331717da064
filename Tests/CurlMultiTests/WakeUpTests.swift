import CurlMulti
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a poll ends when no exchange does.
struct WakeUpTests {
    @Test func aSignalFromAnotherThreadEndsALongPoll() throws {
        try withTransport { transport, wakeUp throws in
            // The signal comes once the request has arrived: by then the transport polls.
            let server = try RawServer { connection in
                _ = connection.readRequest()
                wakeUp.signal()
                connection.waitForClose()
            }
            defer { server.stop() }
            transport.start(HTTPRequest(.get, server.url), tag: 1)
            let start = transport.now
            #expect(try transport.poll(until: start + .seconds(60)).isEmpty)
            #expect(transport.now - start < .seconds(20))
            #expect(transport.freeSlots == 0)
        }
    }

    @Test(arguments: [1, 3, 100_000]) func signalsBeforeAPollCountAsOne(signals: Int) throws {
        try withTransport { transport, wakeUp throws in
            for _ in 0..<signals { wakeUp.signal() }
            let start = transport.now
            #expect(try transport.poll(until: start + .seconds(60)).isEmpty)
            #expect(transport.now - start < .seconds(20))
            // Now the wake-up is drained, and only the deadline ends a poll.
            let second = transport.now
            #expect(try transport.poll(until: second + .milliseconds(30)).isEmpty)
            #expect(transport.now - second >= .milliseconds(30))
        }
    }

    @Test func aSignalDoesNotHideAnExchangeThatEnded() throws {
        try withTransport { transport, wakeUp throws in
            transport.start(HTTPRequest(.get, "http://["), tag: 1)
            wakeUp.signal()
            #expect(try transport.ended(1).map(\.tag) == [1])
        }
    }

    @Test(arguments: [Duration.milliseconds(1), .microseconds(1500), .milliseconds(120), .milliseconds(1250)])
    func anIdlePollWaitsForItsDeadlineAsleep(wait: Duration) throws {
        try withTransport { transport, _ throws in
            let (start, work) = (transport.now, Self.workOfThisThread())
            #expect(try transport.poll(until: start + wait).isEmpty)
            let (passed, worked) = (transport.now - start, Self.workOfThisThread() - work)
            #expect(passed >= wait)
            #expect(passed < wait + .seconds(5))
            // What wakes up all the time works for as long as it waits, or for a good part of that beside others.
            #expect(worked < max(.milliseconds(60), wait / 5))
        }
    }

    @Test(arguments: [Duration.zero, .nanoseconds(-1), .seconds(-60), .seconds(-1 << 40)])
    func aDeadlineInThePastReturnsAtOnce(ago: Duration) throws {
        try withTransport { transport, _ throws in
            let start = transport.now
            for _ in 0..<1000 { #expect(try transport.poll(until: transport.now + ago).isEmpty) }
            #expect(transport.now - start < .seconds(5))
        }
    }

    @Test func aDeadlineInThePastStillTakesWhatHasEnded() throws {
        try withTransport { transport, _ throws in
            transport.start(HTTPRequest(.get, "http://["), tag: 3)
            #expect(try transport.poll(until: .origin).map(\.tag) == [3])
        }
    }

    @Test func aSignalToTheProcessDoesNotBreakAPoll() throws {
        // SIGWINCH comes whenever somebody resizes the terminal.
        signal(SIGWINCH) { _ in }
        try withTransport { transport, _ throws in
            let poller = pthread_self()
            let server = try RawServer { connection in
                _ = connection.readRequest()
                for _ in 0..<50 {
                    pthread_kill(poller, SIGWINCH)
                    connection.stayQuiet(for: .milliseconds(1))
                }
                connection.answer(200)
            }
            defer { server.stop() }
            #expect(try transport.exchange(HTTPRequest(.get, server.url))?.status == 200)
        }
    }

    /// The time for which this thread has kept a core busy.
    private static func workOfThisThread() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
