extension SandboxState {
    /// Handles a request that has arrived: turns it away, lets it fail, or acts on it.
    package mutating func answer(_ arrival: Arrival, at now: SandboxMoment) -> SandboxAnswer {
        let requestID = requestID(arrival.number, at: now)
        var answer: SandboxAnswer
        do throws(SandboxProblem) {
            answer = try outcome(of: arrival, at: now)
        } catch {
            answer = ErrorBody.answer(
                error, shape: configuration.errorShape, requestID: requestID,
                timestamp: CivilTime(unixSeconds: now.unixMilliseconds / 1000).iso8601)
        }
        answer.add("X-Request-Id", requestID)
        if let wait = wait(after: arrival, at: now) { answer.add("Retry-After", wait) }
        if let bucket {
            for (name, value) in configuration.rateLimitHeaders.fields(bucket, at: now) { answer.add(name, value) }
        }
        noteAnswer(arrival.number, status: answer.status)
        return answer
    }

    private mutating func outcome(
        of arrival: Arrival, at now: SandboxMoment
    ) throws(SandboxProblem) -> SandboxAnswer {
        guard arrival.isAdmitted else { throw .limited(configuration.rateLimitStatus) }
        guard let status = arrival.fate.errorStatus else { return try act(on: arrival, at: now) }
        if arrival.fate.errorAfterActing { _ = try? act(on: arrival, at: now) }
        throw .server(status)
    }

    private func wait(after arrival: Arrival, at now: SandboxMoment) -> String? {
        guard arrival.isAdmitted else {
            return configuration.retryAfter.value(wait: bucket?.wait(at: now.uptime) ?? .zero, now: now.unix)
        }
        guard arrival.fate.errorStatus == 503 else { return nil }
        return configuration.errorRetryAfter.value(wait: .seconds(1), now: now.unix)
    }

    private mutating func act(on arrival: Arrival, at now: SandboxMoment) throws(SandboxProblem) -> SandboxAnswer {
        guard let route = arrival.route else { throw .notFound("No such resource.") }
        if route == .token { return try issueToken(arrival.request, at: now) }
        try issuer.check(arrival.request.authorization, at: now)
        let request = arrival.request
        switch (request.method, route) {
        case ("POST", .invitations(let name)): return try invite(arrival, organization: name, at: now)
        case ("GET", .invitations(let name)): return try list(request, arrival.number, organization: name, at: now)
        case ("DELETE", .invitations(let name)): return try revoke(request, organization: name, at: now)
        case ("GET", .organizations): return try organizations(request)
        case ("GET", .organization(let name)): return .json(try wire(organization(name)))
        case ("GET", .roles): return try roles(request)
        case ("GET", .groups): return try groups(request)
        case ("GET", .users): return try users(request)
        default: throw SandboxProblem(status: 405, code: "METHOD_NOT_ALLOWED", message: "Method not allowed.")
        }
    }

    private func requestID(_ number: Int, at now: SandboxMoment) -> String {
        var generator = SplitMix64(seed: ~configuration.seed, number: number)
        return "req_global-\(now.unixMilliseconds)-\(SplitMix64.hex(generator.next(), 12))"
    }
}
