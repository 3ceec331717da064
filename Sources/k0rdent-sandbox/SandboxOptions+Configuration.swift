import ArgumentParser
import InvitationSandbox

extension SandboxOptions {
    /// The configuration from the options. Throws for numbers that make no sense.
    func configuration() throws -> SandboxConfiguration {
        try check()
        var configuration = SandboxConfiguration()
        configuration.seed = seed
        configuration.port = Int(port)
        configuration.loopback = isIPv6 ? .v6 : .v4
        configuration.stateFile = stateFile
        if !organizations.isEmpty { configuration.organizations = organizations.map { SandboxResource(id: $0) } }
        configuration.requireOrganization = !lenient
        configuration.strictRoles = !lenient
        configuration.members.count = members
        configuration.pending.count = pending
        applyLimits(to: &configuration)
        applyFaults(to: &configuration)
        return configuration
    }

    private func check() throws {
        if let rateLimit, !(rateLimit > 0 && rateLimit.isFinite) {
            throw ValidationError("--rate-limit must be greater than 0.")
        }
        guard burst.map({ $0 > 0 }) ?? true else { throw ValidationError("--burst must be at least 1.") }
        guard (400...599).contains(rateLimitStatus) else {
            throw ValidationError("--rate-limit-status must be between 400 and 599.")
        }
        guard quota.map({ $0 >= 0 }) ?? true else { throw ValidationError("--quota cannot be negative.") }
        guard members >= 0, pending >= 0 else { throw ValidationError("--members and --pending cannot be negative.") }
    }

    private func applyLimits(to configuration: inout SandboxConfiguration) {
        configuration.rateLimit = rateLimit
        configuration.burst = burst
        configuration.rateLimitStatus = rateLimitStatus
        configuration.rateLimitHeaders = rateLimitHeaders
        configuration.retryAfter = retryAfter ?? configuration.retryAfter
        configuration.invitationQuota = quota
        configuration.refusedDomains = refusedDomains.map { $0.lowercased() }
    }

    private func applyFaults(to configuration: inout SandboxConfiguration) {
        configuration.latency = latency?.range ?? configuration.latency
        configuration.hold = hold?.hold
        configuration.errorShare = errors?.shares ?? [:]
        configuration.errorsAfterActing = errorsAfterActing?.share ?? 0
        configuration.errorRetryAfter = errorRetryAfter ?? configuration.errorRetryAfter
        configuration.errorShape = errorShape
        configuration.duplicates = duplicates
        configuration.tokenLifetime = tokenLifetime?.duration ?? configuration.tokenLifetime
        configuration.tokenGrace = tokenGrace?.duration ?? .zero
        configuration.listing = listing
        configuration.listingLag = listingLag?.duration ?? .zero
        configuration.unstableOrder = unstableOrder
        configuration.otherAdministratorShare = others?.share ?? 0
    }
}
