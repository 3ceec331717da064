import CurlMulti
import DequeModule

/// Finds out how fast the server will have it.
///
/// It rises by half in each step until the server first turns somebody away. From there on each refusal lowers it by less
/// than a third, and it comes back along a ``PaceCurve``: within seconds to what last held, and on from there. It never falls
/// below what was accepted in the last minute, less a tenth.
///
/// It falls only if falling helps. Where refusals are as frequent at the pace that is sure to be bearable as above it,
/// they have another cause, and the pace goes on as if there were none; unless more than half is turned away.
///
/// A pace that was **told** is what a person knows. It falls only when more than a twentieth of the last ten seconds'
/// requests were turned away, and is back within ten seconds.
///
/// A value that reads no clock; rates are requests a second. The numbers were chosen by simulating servers with token
/// buckets of 5 to 1,000 requests a second, and such that turn people away at random.
struct AdaptiveRate: Sendable {
    /// How often requests were turned away.
    private struct Tally {
        var accepted = 0
        var refused = 0
        var total: Int { accepted + refused }
        var share: Double { Double(refused) / Double(max(total, 1)) }

        mutating func add(_ isAccepted: Bool) {
            if isAccepted { accepted += 1 } else { refused += 1 }
        }
    }

    /// The rate now.
    private(set) var perSecond: Double
    private let most: Double
    private let isTold: Bool
    /// How it comes back after a fall; `nil` before the first.
    private var curve: PaceCurve?
    /// Since when the rate rises as it does.
    private var since: Instant?
    /// When somebody was last turned away.
    private var refused: Instant?
    /// The pace before the falls that followed each other.
    private var before: Double
    /// The pace that was sure to be bearable at the last fall.
    private var bearable = 0.0
    /// How long answers take.
    private var latency: Duration = .zero
    /// What became of requests at a pace that is sure to be bearable, since the last fall.
    private var low = Tally()
    /// What became of requests since refusals are known to have another cause.
    private var blind = Tally()
    /// When everybody was paused of late, and how many requests had been accepted in all by then.
    private var pauses: Deque<(at: Instant, accepted: Int)> = []
    private var acceptedInAll = 0
    /// Since when refusals are known to have another cause than the pace; `nil` if they have not.
    private var otherCause: Instant?

    /// Whether refusals have another cause than the pace, so that neither falling nor waiting helps.
    var hasOtherCause: Bool { otherCause != nil }

    /// It never falls below this, so that it can find back.
    private var least: Double { min(0.05, most) }

    /// Makes a rate that begins at 10 requests a second and is found out.
    init() { self.init(start: 10, most: 10_000, isTold: false) }

    /// Makes a rate that somebody knows.
    init(told perSecond: Double) { self.init(start: perSecond, most: perSecond, isTold: true) }

    private init(start: Double, most: Double, isTold: Bool) {
        (perSecond, before) = (start, start)
        (self.most, self.isTold) = (most, isTold)
    }
}

// MARK: - What was accepted

extension AdaptiveRate {
    /// The server accepted a request that took so long.
    ///
    /// - Parameter answers: All answers of late, this one included.
    mutating func accepted(at now: Instant, after latency: Duration, _ answers: RecentAnswers) {
        tally(isAccepted: true, isNews: since.map { now - latency >= $0 } ?? true)
        self.latency = max(latency, self.latency * 0.9)
        guard let since, now >= since else { return self.since = self.since ?? now }
        // What is not used says nothing about what the server can bear.
        guard Double(answers.count(last: 2, at: now).accepted) >= perSecond / 4 else { return }
        guard !isTrying else { return }
        if let curve {
            perSecond = min(most, curve.pace(after: now - since), max(curve.held, perSecond * 1.02))
            // What went well for so long is no place to which it fell.
            if now - max(since, refused ?? since) >= .seconds(10) { before = perSecond }
            before = max(before, perSecond)
        } else if now - since >= max(.milliseconds(60), latency, .seconds(3 / perSecond)) {
            self.since = now
            perSecond = min(most, perSecond * 1.5)
            before = perSecond
        }
    }

    /// Counts an answer for the pace at which its request went out: one that is no news went out before the last fall.
    private mutating func tally(isAccepted: Bool, isNews: Bool) {
        if isAccepted { acceptedInAll += 1 }
        guard isNews else { return }
        if otherCause != nil { blind.add(isAccepted) }
        if isBearable { low.add(isAccepted) }
    }

    private var isBearable: Bool { curve != nil && perSecond <= max(bearable, before * 0.35) * 1.0001 }

    /// Whether it is being found out if falling helped.
    private var isTrying: Bool { isBearable && low.refused > 0 && low.total < 8 }

    /// The server's headers say how fast one may go without running out.
    mutating func advised(_ rate: Double) {
        guard rate < perSecond else { return }
        perSecond = max(least, rate)
        curve = PaceCurve(low: perSecond, held: perSecond, length: length(for: perSecond))
    }

    /// How long it takes to come back to a pace: long enough for some requests and their answers.
    private func length(for pace: Double) -> Duration {
        max(.seconds(4), .seconds(90 / pace), latency * 10)
    }
}

// MARK: - What was turned away

extension AdaptiveRate {
    /// The server turned somebody away.
    ///
    /// - Parameters:
    ///   - end: When the pause ends that everybody makes of it; `nil` if that was known already from an answer to a request
    ///     that was under way together with this one.
    ///   - answers: All answers of late, this one included.
    mutating func turnedAway(at now: Instant, pauseEnds end: Instant?, _ answers: RecentAnswers) {
        tally(isAccepted: false, isNews: end != nil)
        refused = now
        guard let end else { return }
        if isTold {
            guard !answers.areRefusalsRare(at: now), answers.count(last: 10, at: now).refused > 1 else { return }
        }
        lookForOtherCause(at: now, answers.shareRefused(at: now))
        let carried = carriedPerSecond(at: now)
        guard otherCause == nil else { return goOn(from: end) }
        // The last fall has to show first what it does.
        if isTrying { return }
        if curve != nil, let since, now < since + latency + .seconds(1 / perSecond) { return }
        let floor = answers.acceptedPerSecond(at: now) * 0.9
        // What a server lets through at first says nothing about what it can bear.
        let isFloorSure = answers.length(at: now) >= .seconds(10)
        fall(from: end, floor: floor, bearable: max(carried * 0.95, isFloorSure ? floor : 0))
    }

    /// How many requests a second the server has accepted since an earlier pause. Both times it had nothing left, so that
    /// what it had saved up does not count.
    private mutating func carriedPerSecond(at now: Instant) -> Double {
        defer { pauses.append((now, acceptedInAll)) }
        while pauses.count > 16 { pauses.removeFirst() }
        // So many that those that were under way make no difference.
        let enough = max(8, Int(perSecond * (latency / .seconds(1)) * 10))
        guard let pause = pauses.last(where: { acceptedInAll - $0.accepted >= enough }), now > pause.at else {
            return 0
        }
        return Double(acceptedInAll - pause.accepted) / ((now - pause.at) / .seconds(1))
    }

    /// Looks whether people are turned away at a pace that is sure to be bearable. That is looked at again after a while,
    /// since servers change, and at once if it gets worse as the pace rises.
    private mutating func lookForOtherCause(at now: Instant, _ share: Double) {
        if let otherCause {
            let isWorse = blind.total > 8 && blind.share > low.share * 1.5 + 0.1
            guard isWorse || share > 0.5 || now - otherCause > .seconds(20) else { return }
            (self.otherCause, low, before) = (nil, Tally(), perSecond)
        } else if low.refused > 1, low.total >= 8, low.share >= share / 2, share <= 0.5 {
            (otherCause, blind) = (now, Tally())
        }
    }

    private mutating func fall(from end: Instant, floor: Double, bearable: Double) {
        let from = perSecond
        self.bearable = bearable
        if low.total > 32 { low = Tally() }
        perSecond = max(least, min(from, max(floor, from * (curve.map { from < $0.held } ?? true ? 0.7 : 0.8))))
        let held = isTold ? most : max(held(at: from), min(from, floor / 0.9))
        let length = isTold ? .seconds(8) : length(for: held)
        curve = PaceCurve(low: perSecond, held: max(held, perSecond), length: length)
        since = end
    }

    /// What is likely to hold, after a refusal at this pace.
    private func held(at pace: Double) -> Double {
        guard let curve else { return pace * 0.9 }
        return pace < curve.held ? pace * 0.95 : pace * 0.98
    }

    /// The pace is not to blame: it comes back to where it was before it fell.
    private mutating func goOn(from end: Instant) {
        guard perSecond < before * 0.95, (curve?.held ?? 0) < before else { return }
        curve = PaceCurve(low: perSecond, held: before, length: .seconds(2))
        since = end
    }
}

// MARK: - Invariants

extension AdaptiveRate {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(perSecond >= least, "The rate is below the least.")
        precondition(perSecond <= most, "The rate is above the most.")
        precondition(before.isFinite && before > 0, "The pace before the fall is none.")
        guard let curve else { return }
        precondition(curve.low > 0 && curve.held >= curve.low && curve.held.isFinite, "The curve leads nowhere.")
        precondition(curve.length > .zero, "The curve has no length.")
    }
}
