import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The limits that a reply's headers name, in any dialect.
struct RateLimitHeaders {
    /// A policy, as in `RateLimit-Policy` or in a limit with a window after it.
    private struct Policy {
        var name: String?
        var partition: StructuredList.Value?
        var count: Int?
        var window: Duration?
        /// Whether it counts requests, not bytes or concurrent requests.
        var countsRequests: Bool

        var rate: Rate? {
            guard countsRequests, let count, count > 0, let window else { return nil }
            return Rate(count, per: window)
        }
    }

    private let headers: HTTPHeaders
    private let now: Date
    private let policies: [Policy]

    init(_ headers: HTTPHeaders, now: Date) {
        // Most replies have no such header. Looking for every name in every field would cost more than everything else.
        let ours = headers.fields.filter { Self.mayBeOurs($0.name) }
        self.headers = HTTPHeaders(ours.map { ($0.name, $0.value) })
        self.now = now
        policies = ours.contains { $0.name == "ratelimit-policy" } ? Self.policies(of: self.headers) : []
    }

    private static func mayBeOurs(_ name: String) -> Bool {
        switch name.utf8.first {
        case UInt8(ascii: "r"): name.hasPrefix("ratelimit")
        case UInt8(ascii: "x"): name.hasPrefix("x-ratelimit-") || name.hasPrefix("x-rate-limit-")
        default: false
        }
    }

    /// One hint for each limit, in no order. Some may be empty.
    var hints: [RateHint] {
        guard !headers.fields.isEmpty else { return [] }
        var hints = serviceLimits + policies.map { RateHint(limit: $0.rate) }
        for prefix in ["ratelimit-", "x-ratelimit-", "x-rate-limit-"] {
            hints += separate(prefix, unit: "", window: nil)
            for unit in TimeUnit.allCases {
                hints += separate(prefix, unit: "-\(unit.rawValue)", window: unit.duration)
            }
        }
        return hints
    }

    /// All fields of this name as one list (RFC 9651, 4.2).
    private static func members(_ name: String, of headers: HTTPHeaders) -> [StructuredList.Member] {
        StructuredList.members(headers.values(name).joined(separator: ",")) ?? []
    }
}

// MARK: - RateLimit and RateLimit-Policy

extension RateLimitHeaders {
    private static func policies(of headers: HTTPHeaders) -> [Policy] {
        members("RateLimit-Policy", of: headers).map(policy)
    }

    /// `"name";q=100;w=60`, or `100;w=60` as up to revision 07.
    private static func policy(_ member: StructuredList.Member) -> Policy {
        let parameters = member.parameters
        let unit = parameters["qu"].map { [.text("requests"), .text("request")].contains($0) }
        return Policy(
            name: member.value.text, partition: parameters["pk"],
            count: member.value.text == nil ? member.value.count : parameters["q"]?.count,
            window: (parameters["w"] ?? parameters["window"])?.window, countsRequests: unit ?? true)
    }

    private var serviceLimits: [RateHint] {
        let members = Self.members("RateLimit", of: headers)
        let keyed = members.filter { $0.key != nil }
        guard keyed.isEmpty else { return [dictionary(keyed)] }
        return members.compactMap(serviceLimit)
    }

    /// `"name";r=50;t=30`.
    private func serviceLimit(_ member: StructuredList.Member) -> RateHint? {
        let named = policies.filter { $0.name != nil && $0.name == member.value.text }
        let partition = member.parameters["pk"]
        let policy =
            named.first { $0.partition == partition }
            ?? named.first { $0.partition == nil || partition == nil }
        guard policy?.countsRequests ?? true else { return nil }
        return RateHint(
            remaining: member.parameters["r"]?.count, limit: policy?.rate,
            reset: member.parameters["t"].flatMap { RateReset.read($0, now: now) })
    }

    /// `limit=100, remaining=50, reset=30`, as in revision 07.
    private func dictionary(_ members: [StructuredList.Member]) -> RateHint {
        func value(_ key: String) -> StructuredList.Value? { members.last { $0.key == key }?.value }
        return RateHint(
            remaining: value("remaining")?.count, limit: rate(of: value("limit")?.count),
            reset: value("reset").flatMap { RateReset.read($0, now: now) })
    }

    /// The policy that a bare limit belongs to: the one with its count, or else the only one.
    private func rate(of count: Int?) -> Rate? {
        let same = policies.first { $0.count == count && count != nil }
        return (same ?? (policies.count == 1 ? policies.first : nil))?.rate
    }
}

// MARK: - A header for each number

extension RateLimitHeaders {
    /// Reads `…Limit`, `…Remaining` and `…Reset`. If each comes several times, as when a gateway adds its own, the
    /// first ones belong together, then the second ones.
    private func separate(_ prefix: String, unit: String, window: Duration?) -> [RateHint] {
        let left = headers.values(prefix + "remaining" + unit).flatMap { Self.values($0).map(\.count) }
        let after = headers.values(prefix + "reset-after" + unit)
        let resets = (after.isEmpty ? headers.values(prefix + "reset" + unit) : after)
            .flatMap { Self.values($0).map { RateReset.read($0, now: now) } }
        let limits = headers.values(prefix + "limit" + unit).map { limit($0, window: window) }
        return (0..<max(left.count, resets.count, limits.count)).map { index in
            RateHint(
                remaining: index < left.count ? left[index] : nil,
                limit: index < limits.count ? limits[index] : (limits.isEmpty && window == nil ? rate(of: nil) : nil),
                reset: index < resets.count ? resets[index] : nil)
        }
    }

    /// `100`, `100;w=60`, or `100, 100;w=60, 5000;w=3600`, where the first number is the limit that is nearest.
    private func limit(_ text: String, window: Duration?) -> Rate? {
        let stated = (StructuredList.members(text) ?? []).map(Self.policy)
        guard let first = stated.first, let count = first.count, count > 0 else { return nil }
        if let window { return Rate(count, per: window) }
        return first.rate ?? stated.first { $0.count == count && $0.window != nil }?.rate ?? rate(of: count)
    }

    /// The values of a list; otherwise the whole text as one, since dates have commas and colons of their own.
    private static func values(_ text: String) -> [StructuredList.Value] {
        guard let members = StructuredList.members(text), members.allSatisfy({ $0.key == nil }) else {
            return [.text(text)]
        }
        return members.map(\.value)
    }
}

extension StructuredList.Value {
    fileprivate var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// A number of requests. Fractions, which some servers send, are cut off.
    fileprivate var count: Int? {
        guard case .number(let number) = self, number >= 0, number <= 1e15 else { return nil }
        return Int(number)
    }

    /// A window in seconds, at most 366 days.
    fileprivate var window: Duration? {
        guard case .number(let seconds) = self, seconds >= 0.001, seconds <= 366 * 86_400 else { return nil }
        return .milliseconds(Int(seconds * 1000))
    }
}
