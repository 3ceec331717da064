import InvitationImporter
import Testing

struct RateHintAdviceTests {
    private let perMinute = Rate(600, per: .seconds(60))

    @Test func spreadsWhatIsLeft() {
        #expect(RateHint(remaining: 50, reset: .seconds(25)).advice() == .perSecond(2))
        #expect(RateHint(remaining: 1, reset: .seconds(86_400)).advice() == .perSecond(1 / 86_400.0))
        #expect(RateHint(remaining: 60, limit: perMinute).advice() == .perSecond(1))
        #expect(RateHint(remaining: 60, limit: perMinute, reset: .seconds(6)).advice() == .perSecond(10))
    }

    @Test func pausesWhenNothingIsLeft() {
        #expect(RateHint(remaining: 0, reset: .seconds(25)).advice() == .pause(.seconds(25)))
        #expect(RateHint(remaining: 0, reset: .seconds(25)).advice(underWay: 9, toSend: 1) == .pause(.seconds(25)))
    }

    @Test func hasNothingToSayWhenNothingFollows() {
        #expect(RateHint(remaining: 0).advice() == nil)
        #expect(RateHint(remaining: 0, limit: perMinute).advice() == nil)
        #expect(RateHint(remaining: 0, reset: .zero).advice() == nil)
        #expect(RateHint(remaining: 5, reset: .zero).advice() == nil)
        #expect(RateHint(remaining: 5).advice() == nil)
        #expect(RateHint(limit: perMinute, reset: .seconds(5)).advice() == nil)
        #expect(RateHint(remaining: 5, limit: Rate(9, per: .seconds(86_401))).advice() == nil)
        #expect(RateHint(remaining: -5, reset: .seconds(5)).advice() == nil)
    }

    @Test func takesOffWhatIsUnderWayButNeverStopsForIt() {
        let hint = RateHint(remaining: 20, reset: .seconds(10))
        #expect(hint.advice(underWay: 10) == .perSecond(1))
        #expect(hint.advice(underWay: 20) == .perSecond(0.1))
        #expect(hint.advice(underWay: .max) == .perSecond(0.1))
        #expect(hint.advice(underWay: -3) == .perSecond(2))
    }

    @Test func letsTheLastFewGo() {
        let hint = RateHint(remaining: 20, reset: .seconds(10))
        #expect(hint.advice(toSend: 20) == nil)
        #expect(hint.advice(toSend: 21) == .perSecond(2))
        #expect(hint.advice(underWay: 5, toSend: 15) == nil)
        #expect(hint.advice(underWay: 5, toSend: 16) == .perSecond(1.5))
    }
}
