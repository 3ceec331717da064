import InvitationSandbox
import Testing

struct TokenBucketTests {
    @Test(arguments: [(10.0, 1), (100, 10), (3, 2), (0.5, 2), (333.333, 7), (5000, 500)])
    func admitsExactlyBurstAndRate(_ rate: Double, _ burst: Int) {
        var bucket = TokenBucket(rate: rate, capacity: burst)
        var admitted = 0
        // Asked every 100 microseconds for ten seconds, it never has the time to overflow.
        for step in 0...100_000 where bucket.take(at: .microseconds(step * 100)) { admitted += 1 }
        #expect(admitted == burst + Int((rate * 10).rounded(.down)))
    }

    @Test func tokenComesAtTheVeryNanosecond() {
        var bucket = TokenBucket(rate: 3, capacity: 1)
        func take(_ time: Duration) -> Bool { bucket.take(at: time) }
        #expect(take(.zero))
        #expect(bucket.wait(at: .zero) == .nanoseconds(333_333_334))
        #expect(!take(.nanoseconds(333_333_333)))
        #expect(take(.nanoseconds(333_333_334)))
    }

    @Test func fullBucketOverflows() {
        var bucket = TokenBucket(rate: 10, capacity: 2)
        func take(_ time: Duration) -> Bool { bucket.take(at: time) }
        #expect(bucket.level(at: .seconds(1_000_000_000)) == 2)
        #expect((0..<3).map { _ in take(.seconds(3600)) } == [true, true, false])
    }

    @Test func timeThatGoesBackAddsNothing() {
        var bucket = TokenBucket(rate: 1, capacity: 1)
        func take(_ time: Duration) -> Bool { bucket.take(at: time) }
        #expect(take(.seconds(10)))
        #expect(!take(.seconds(5)))
        #expect(!take(.milliseconds(10_999)))
        #expect(take(.seconds(11)))
    }

    @Test(arguments: [(100.0, 10), (5, 1), (0.1, 1), (25, 2)])
    func burstFollowsTheRate(_ rate: Double, _ burst: Int) {
        var configuration = SandboxConfiguration()
        configuration.rateLimit = rate
        #expect(configuration.bucketCapacity == burst)
    }
}
