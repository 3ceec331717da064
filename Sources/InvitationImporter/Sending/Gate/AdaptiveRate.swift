import CurlMulti

/// Finds out how many requests a second the server accepts.
///
/// The rate rises by three tenths in each step until the server first turns somebody away. From there on each fall is
/// by less than a third, and the rate comes back along a ``PaceCurve``: within seconds to what is likely to hold, and
/// on from there. It never falls below what was accepted in the last minute, less a tenth.
///
/// The rate falls only if falling helps. If the server turns people away at a pace that it is known to carry, refusals
/// have another cause (``RefusalCause``), and the rate comes back to where it was.
///
/// A rate that a person **told** falls only when more than a twentieth of the last ten seconds' requests were turned
/// away, and is back within ten seconds.
///
/// A value that reads no clock; rates are requests a second. The numbers were chosen by simulating servers with token
/// buckets of 5 to 1,000 requests a second, with and without `Retry-After`, and such that turn people away at random.
struct AdaptiveRate: Sendable {
    /// The rate now.
    private(set) var perSecond: Double
    private let most: Double
    private let isTold: Bool
    /// How it comes back after a fall; `nil` before the first.
    private var curve: PaceCurve?
    /// Since when the rate rises as it does.
    private var since: Instant?
    /// The pace before the falls that followed each other soon.
    private var before: Double
    /// How long answers take.
    private var latency: Duration = .zero
    private var carried = CarriedRate()
    /// What the server was known to carry at the last fall.
    private var sure = 0.0
    private var cause = RefusalCause()

    /// Whether refusals have another cause than the pace.
    var hasOtherCause: Bool { cause.isAnother }

    /// Whether a refusal says so little about the pace that hardly any pause is due.
    func saysLittle(_ answers: RecentAnswers, at now: Instant) -> Bool {
        if isTold { return !answers.areRefusalsMany(at: now, least: 4) }
        return hasOtherCause || !answers.areRefusalsMany(at: now)
    }

    /// The rate never falls below this, so that it can rise again.
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
    /// The server accepted a request.
    ///
    /// - Parameter answers: All answers of late, this one included.
    mutating func accepted(at now: Instant, startedAt started: Instant, _ answers: RecentAnswers) {
        carried.accept()
        _ = note(isAccepted: true, startedAt: started)
        latency = max(now - started, latency * 0.9)
        guard let since, now >= since else { return self.since = self.since ?? now }
        // What is not used says nothing about what the server can bear; and a fall has to show first what it does.
        guard Double(answers.count(last: 2, at: now).accepted) >= perSecond / 4, !cause.isOpen else { return }
        if let curve {
            // Beyond what held before it rises by a fiftieth for each answer at most.
            let next = min(most, curve.pace(after: now - since), max(curve.held, perSecond * 1.02))
            perSecond = max(perSecond, next)
        } else if now - since >= max(.milliseconds(120), latency, .seconds(3 / perSecond)) {
            self.since = now
            perSecond = min(most, perSecond * 1.3)
        }
    }

    /// Takes note of what an answer says about the pace since the last fall.
    ///
    /// - Returns: Whether it says anything.
    private mutating func note(isAccepted: Bool, startedAt started: Instant) -> Bool {
        guard curve != nil, let since else { return true }
        // What goes out at once after a pause may meet a server that had no time to get anything new.
        guard started >= since + .seconds(1 / perSecond) else { return false }
        cause.note(isAccepted: isAccepted, isBearable: perSecond <= max(sure, before / 3))
        return true
    }

    /// The server's headers say how fast one may go without running out.
    mutating func advised(_ rate: Double) {
        guard rate < perSecond else { return }
        perSecond = max(least, rate)
        curve = PaceCurve(low: perSecond, held: perSecond, length: length(for: perSecond))
    }

    /// How long it takes to come back to a pace: long enough for some requests and their answers.
    private func length(for pace: Double) -> Duration {
        max(.seconds(4), .seconds(100 / pace), latency * 10)
    }
}

// MARK: - What was turned away

extension AdaptiveRate {
    /// The server turned somebody away.
    ///
    /// - Parameters:
    ///   - end: When the pause ends that everybody makes of it; `nil` if that was known already from an answer to a
    ///     request that was under way together with this one.
    ///   - answers: All answers of late, this one included.
    mutating func turnedAway(
        at now: Instant, startedAt started: Instant, pauseEnds end: Instant?, _ answers: RecentAnswers
    ) {
        guard note(isAccepted: false, startedAt: started), let end else { return }
        if isTold, saysLittle(answers, at: now) { return }
        carried.paused(at: now, underWay: perSecond * (latency / .seconds(1)))
        cause.judge(at: now)
        if cause.isAnother {
            comeBack(from: end)
        } else if !cause.isOpen {
            fall(at: now, until: end, floor: answers.acceptedPerSecond(at: now) * 0.9)
        }
    }

    private mutating func fall(at now: Instant, until end: Instant, floor: Double) {
        let from = perSecond
        before = cause.isDoubtful ? max(before, from) : from
        sure = carried.perSecond ?? 0
        perSecond = max(least, min(from, max(floor, fallen(from: from))))
        let held = isTold ? most : perSecond + (from - perSecond) * 0.6
        // Long pauses are to be a small part of the time.
        let length = isTold ? .seconds(8) : max(length(for: held), (end - now) * 20)
        curve = PaceCurve(low: perSecond, held: held, length: length)
        since = end
        cause.fell()
    }

    /// The pace after a fall. If the last fall helped so little that the pace may not be the cause, this is one that
    /// the server is known to carry: refusals at that pace have another cause.
    private func fallen(from pace: Double) -> Double {
        guard let curve else { return pace * 0.67 }
        let usual = pace * (pace < curve.held ? 0.85 : 0.9)
        return cause.isDoubtful ? max(min(usual, sure * 0.95), pace * 0.67) : usual
    }

    /// The pace is not to blame: it comes back to where it was before it fell.
    private mutating func comeBack(from end: Instant) {
        guard perSecond < before * 0.95, (curve?.held ?? 0) < before else { return }
        curve = PaceCurve(low: perSecond, held: before, length: .seconds(2))
        since = end
    }
}

// MARK: - Invariants

extension AdaptiveRate {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(perSecond >= least, "The rate is below the least.")
        precondition(perSecond <= most, "The rate is above the most.")
        precondition(before.isFinite && before > 0 && sure.isFinite && sure >= 0, "A pace before the fall is none.")
        carried.checkInvariants()
        cause.checkInvariants()
        guard let curve else { return }
        precondition(curve.low > 0 && curve.held >= curve.low && curve.held.isFinite, "The curve leads nowhere.")
        precondition(curve.length > .zero, "The curve has no length.")
    }
}
