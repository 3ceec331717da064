import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Says when something may start: the pace, the pauses, the breaker, the retry budget, the quotas and our patience.
///
/// It learns from every reply what the server can bear, whatever the request was for. It knows no rows and no lists. A
/// value that reads no clock.
struct Gate: Sendable {
    private let policy: SendingPolicy
    private var pacer: Pacer
    private var adaptive: AdaptiveRate?
    private var answers = RecentAnswers()
    private var slots: Slots
    private var breaker = Breaker()
    private var pause = Pause()
    private var budget = RetryBudget()
    private var quotas: QuotaGate
    private var patience = Patience()
    private var requests = RequestsUnderWay()
    /// How many invitations are still to be sent at most, for hints about what the server has left; `nil` if unknown.
    private var toSend: Int?

    /// Makes a gate through which nothing has gone.
    ///
    /// - Parameter earlier: When earlier runs sent invitations, for the quotas.
    init(_ policy: SendingPolicy, earlier: [Date]) {
        self.policy = policy
        slots = Slots(most: policy.concurrency)
        quotas = QuotaGate(policy, earlier: earlier)
        switch policy.pace {
        case .auto:
            let adaptive = AdaptiveRate()
            pacer = Pacer(cap: nil, perSecond: adaptive.perSecond)
            self.adaptive = adaptive
        case .atMost(let rate):
            pacer = Pacer(cap: rate)
            adaptive = AdaptiveRate(told: rate.perSecond)
        case .unlimited:
            pacer = Pacer(cap: nil)
        }
    }

    /// Requests under way.
    var underWay: Int { requests.all }

    /// Whether the server is in trouble and only probes go out.
    var isProbing: Bool { breaker.isOpen }

    /// When the next probe may go out, if one is needed; may lie in the past.
    var nextProbe: Instant? { breaker.probeAt }

    /// How long until lack of success is a reason to stop; `nil` before anything began.
    func patienceLeft(at now: Instant) -> Duration? { patience.left(of: policy.retry.giveUpAfter, at: now) }

    /// When the pause ends that the server asked for; may lie in the past.
    var pausedUntil: Instant? { pause.until }

    /// The quota that is used up now, and when it lets the next invitation out; `nil` if none is.
    var quotaWait: QuotaGate.Wait? { quotas.wait }

    /// When the pace lets the next request out; may lie in the past. `nil` if that depends on requests about to start.
    func paceOpens(at now: Instant) -> Instant? {
        var pacer = pacer
        return pacer.earliestStart(pending: requests.handedOut, at: now)
    }

    /// Whether nothing may start for more than a second, because of a pause or a quota.
    func isLongWait(at now: Instant) -> Bool {
        [pause.until, quotas.wait?.until].compactMap(\.self).contains { $0 - now > .seconds(1) }
    }

    /// Whether the server ever answered, or may have had a request of ours.
    var hasReachedServer: Bool { patience.hasReachedServer }

    /// What went wrong last, in words; `nil` if nothing did.
    var lastFailure: String? { patience.lastFailure }

    /// Why nothing ever reached the server; `nil` if something did, or nothing was tried.
    var unreachable: StopReason? { patience.unreachable }
}

// MARK: - When something may start

extension Gate {
    /// When to ask again because nothing may start now; `nil` if something may.
    mutating func closedUntil(at now: Instant) -> Instant? {
        guard underWay < (breaker.isOpen ? 1 : slots.limit) else { return now + .seconds(1) }
        if let until = [pause.until, breaker.probeAt].compactMap(\.self).filter({ $0 > now }).max() { return until }
        guard let earliest = pacer.earliestStart(pending: requests.handedOut, at: now) else { return now + .seconds(1) }
        return earliest > now ? earliest : nil
    }

    /// When one more retry may go out: `now`, or when to ask again.
    mutating func retryOpens(at now: Instant) -> Instant { budget.earliest(at: now) }

    /// When the quotas let the next invitation out: `now`, or when to ask again. Waiting for one is no lack of success.
    ///
    /// - Parameter wall: The time of day.
    /// - Returns: Also why to stop, if the policy is to stop at a quota.
    mutating func quotaOpens(at now: Instant, wall: Date) -> (Instant, StopReason?) {
        let (opens, stop) = quotas.opens(at: now, wall: wall, pending: requests.handedOut)
        if opens > now { patience.progressed(at: now) }
        return (opens, stop)
    }

    /// How long the quotas hold back so many more invitations.
    func quotaTime(for invitations: Int, wall: Date) -> Duration { quotas.time(for: invitations, at: wall) }

    /// Something is given out, which is about to start.
    mutating func handOut(isRetry: Bool = false) {
        if isRetry { budget.spend() }
        requests.handOut()
    }

    /// What was given out has started.
    ///
    /// - Parameter isRequest: Whether it is a request to the server, which counts for the pace.
    mutating func started(isRequest: Bool = true, at now: Instant) {
        requests.start()
        if isRequest { pacer.started(at: now) }
    }

    /// An invitation has started, which counts for the quotas.
    mutating func startedInvitation(wall: Date) { quotas.started(at: wall) }

    /// What was given out is not started after all.
    mutating func withdrawn() { requests.withdraw() }

    /// What had started has ended.
    mutating func ended() { requests.end() }
}

// MARK: - Patience

extension Gate {
    /// Work begins, or goes on after a person was asked: the time before is no lack of success.
    ///
    /// - Parameter again: Whether time that has been counted so far is forgotten.
    mutating func begin(at now: Instant, again: Bool = false) { patience.begin(at: now, again: again) }

    /// The server had a word for an invitation: it works. A list or a token that it gives says nothing about that.
    mutating func progressed(at now: Instant) {
        breaker.answered()
        patience.progressed(at: now)
        budget.earn()
    }

    /// An invitation was found in the list.
    ///
    /// - Parameter explainsAnswer: Whether its attempt had an answer that is not understood. Then the list has shown
    ///   that such an answer is a good one, and it is no trouble any more.
    mutating func found(explainsAnswer: Bool, at now: Instant) {
        patience.progressed(at: now)
        if explainsAnswer { breaker.explained() }
    }

    /// Whether an answer that is not understood is known to be a good one.
    var answersAreExplained: Bool { breaker.hasExplanation }

    /// Why to stop because nothing has succeeded for too long; `nil` to go on.
    ///
    /// - Parameter isWantingToken: Whether nothing can go out before there is a token.
    func outOfPatience(isWantingToken: Bool, at now: Instant) -> StopReason? {
        guard breaker.isOpen || pause.until != nil || isWantingToken else { return nil }
        return patience.reasonToStop(after: policy.retry.giveUpAfter, at: now)
    }
}

// MARK: - What replies teach

extension Gate {
    /// Takes in what a reply says about the server.
    ///
    /// - Parameters:
    ///   - kind: What it says; of an attempt, what was made of it.
    ///   - started: When its request started.
    ///   - isPreflight: Whether it was for a list that the import can do without. That such a list is broken says
    ///     nothing about invitations, and has tries of its own.
    /// - Returns: Why to stop; `nil` to go on.
    mutating func learn(
        _ kind: ServerReply.Kind, _ reply: ServerReply, startedAt started: Instant, isPreflight: Bool,
        using generator: inout some RandomNumberGenerator, at now: Instant
    ) -> StopReason? {
        if reply.comesFromServer { patience.reached() }
        switch kind {
        case .served: slots.served()
        case .turnedAway, .silence, .notSent: slots.failed(others: requests.started)
        // That there is no room is a 503; other errors come from behind the door.
        case .trouble: if reply.status == 503 { slots.failed(others: requests.started) }
        case .credentials, .wholeRun: break
        }
        switch kind {
        case .served:
            pause.accepted(at: now)
            answers.add(isAccepted: true, at: now)
            adaptive?.accepted(at: now, startedAt: started, answers)
            return nil
        case .turnedAway:
            return turnedAway(reply, startedAt: started, using: &generator, at: now)
        case .trouble where reply.retryAfter != nil:
            return turnedAway(reply, startedAt: started, using: &generator, at: now)
        case .trouble where isPreflight: return nil
        case .trouble, .silence, .notSent: return trouble(reply, using: &generator, at: now)
        case .credentials: return nil
        case .wholeRun:
            let words = reply.reason ?? "no words"
            if reply.comesFromServer { return .wholeRun(words) }
            if !hasReachedServer, let reason = reply.unreachable { return reason }
            return .gaveUp("this machine can make no requests: \(words)")
        }
    }

    private mutating func trouble(
        _ reply: ServerReply, using generator: inout some RandomNumberGenerator, at now: Instant
    ) -> StopReason? {
        breaker.trouble(at: now, policy: policy.retry, using: &generator)
        let words = reply.reason ?? reply.status.map { "HTTP \($0), which is not understood" } ?? "no answer"
        patience.failed(words, unreachable: reply.unreachable)
        if let status = reply.status, (300..<400).contains(status) { return .wholeRun(reply.reason ?? "") }
        return breaker.failedProbes >= policy.retry.maxAttempts - 1 ? unreachable : nil
    }

    private mutating func turnedAway(
        _ reply: ServerReply, startedAt started: Instant, using generator: inout some RandomNumberGenerator,
        at now: Instant
    ) -> StopReason? {
        breaker.answered()
        patience.failed(reply.reason ?? reply.status.map { "HTTP \($0)" } ?? "turned away")
        let isNews = !pause.covers(started)
        answers.add(isAccepted: false, at: now)
        // The pace goes on: one start and the next are left out.
        let isShort = adaptive?.saysLittle(answers, at: now) ?? false
        let tooLong = pause.take(
            reply.retryAfter, startedAt: started, at: now, short: isShort ? min(pacer.spacing * 2, Pause.least) : nil,
            policy: policy.retry, using: &generator)
        if let until = pause.until {
            adaptive?.turnedAway(at: now, startedAt: started, pauseEnds: isNews ? until : nil, answers)
            pacer.forgive(until: until)
        }
        return tooLong.map(StopReason.gaveUp)
    }

    /// No token came.
    mutating func tokenFailed(_ words: String) { patience.failed(words) }

    /// Takes in how many invitations are still to be sent at most; `nil` if that is not known.
    mutating func expects(toSend: Int?) { self.toSend = toSend }

    /// Slows down before the server has to say no. A wait beyond our patience is left for a 429 to say.
    mutating func follow(_ reply: ServerReply, using generator: inout some RandomNumberGenerator, at now: Instant) {
        guard adaptive != nil else { return }
        let hint = reply.kind == .turnedAway || reply.retryAfter != nil ? nil : reply.hint
        switch hint?.advice(underWay: underWay, toSend: toSend) {
        case .perSecond(let rate): adaptive?.advised(rate)
        case .pause(let length) where length <= policy.retry.giveUpAfter:
            _ = pause.take(.wait(length), startedAt: now, at: now, policy: policy.retry, using: &generator)
            if let until = pause.until { pacer.forgive(until: until) }
        case .pause, nil: break
        }
        if let adaptive { pacer.setRate(adaptive.perSecond) }
    }
}

// MARK: - Invariants

extension Gate {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        requests.checkInvariants()
        precondition(underWay <= policy.concurrency, "More is under way than may be.")
        pacer.checkInvariants()
        adaptive?.checkInvariants()
        answers.checkInvariants()
        slots.checkInvariants()
        breaker.checkInvariants()
        pause.checkInvariants()
        budget.checkInvariants()
        quotas.checkInvariants()
        patience.checkInvariants()
    }
}
