import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What `doctor` found out, in words: the facts, and what is wrong with what to do about it.
struct Diagnosis {
    /// Something that a person should do something about.
    struct Problem: Hashable {
        /// The code that an import would end with; `nil` for a mere warning.
        var code: Int32?
        /// What is wrong, and what to do.
        var words: String

        /// The problem as one line.
        var line: String { "\(code == nil ? "warning" : "error"): \(words)" }
    }

    /// One line for each fact.
    private(set) var facts: [String] = []
    /// What is wrong, errors first.
    private(set) var problems: [Problem] = []
    private let examination: ServerExamination

    /// A clock that differs by more than this is wrong.
    static let clockLimit = Duration.seconds(10)

    /// Judges what the server showed.
    ///
    /// - Parameters:
    ///   - server: The server in words, with the proxy that leads to it.
    ///   - isEncrypted: Whether the way there is `https`.
    ///   - caFile: The certificates to trust; `nil` for the system's.
    ///   - tokenPlace: Where the token comes from, in words.
    ///   - canRenew: Whether a token that ends can be replaced.
    ///   - organization: The organization that was named; empty for none.
    ///   - now: The current time.
    init(
        _ examination: ServerExamination, server: String, isEncrypted: Bool, caFile: String?, tokenPlace: String,
        canRenew: Bool, organization: String, now: Date = Date()
    ) {
        self.examination = examination
        facts.append(Phrase.row("server", server))
        stopped()
        if examination.stop?.code != "unreachable" {
            reached(isEncrypted: isEncrypted, caFile)
            clock()
        }
        token(Printable.escape(tokenPlace, limit: 200), canRenew: canRenew, now)
        if examination.stop == nil {
            place(organization)
            lists()
        }
        problems.sort { $0.code != nil && $1.code == nil }
    }

    /// The code that an import would end with.
    var exitCode: Int32 { problems.compactMap(\.code).first ?? 0 }

    private mutating func stopped() {
        guard let stop = examination.stop else { return }
        let reason = Printable.escape(stop.reason ?? stop.code, limit: 600)
        let isToken = if case .credentialsRefused = stop { true } else { false }
        let advice = isToken ? " Get a new token, and check that it is for this server." : ""
        problems.append(Problem(code: stop.exitCode ?? 75, words: "\(Phrase.sentence(reason)).\(advice)"))
    }

    private mutating func reached(isEncrypted: Bool, _ caFile: String?) {
        let authorities = caFile.map { "in \(Printable.escape($0, limit: 200))" } ?? "of this system"
        let words = isEncrypted ? "signed by an authority \(authorities)" : "none: the way is not encrypted"
        facts.append(Phrase.row("certificate", words))
        let requests = Phrase.count(examination.requests, "request")
        facts.append(Phrase.row("answers", "\(requests) in \(examination.elapsed.words)"))
    }

    private mutating func clock() {
        guard let ahead = examination.clockAhead else { return }
        let size = ahead < .zero ? .zero - ahead : ahead
        guard size > Self.clockLimit else {
            return facts.append(Phrase.row("clock", "agrees with the server's"))
        }
        let words = "\(size.words) \(ahead < .zero ? "ahead of" : "behind") the server's"
        facts.append(Phrase.row("clock", words))
        problems.append(
            Problem(
                words: "This machine's clock is \(words), so that tokens seem to end at other times than they do. Set "
                    + "it, for example with timedatectl set-ntp true."))
    }

    private mutating func token(_ place: String, canRenew: Bool, _ now: Date) {
        guard let token = examination.token else { return facts.append(Phrase.row("token", "from \(place)")) }
        var parts = ["from \(place)"]
        if let subject = token.subject { parts.append("of \(Printable.escape(subject, limit: 100))") }
        if !token.organizations.isEmpty {
            parts.append("for \(Phrase.cut(token.organizations.map { Printable.escape($0, limit: 80) }))")
        }
        if let end = token.expiresAt {
            let left = Duration.seconds(end.timeIntervalSince(now))
            let moment = LocalTime.words(end)
            parts.append(left > .zero ? "ends in \(left.words), at \(moment)" : "ended at \(moment)")
            if left > .zero, left < Self.shortLife, !canRenew { problems.append(Self.endsSoon(left)) }
        }
        facts.append(Phrase.row("token", parts.joined(separator: ", ")))
    }

    /// A token that lives no longer than this may not outlive an import.
    private static let shortLife = Duration.seconds(300)

    private static func endsSoon(_ left: Duration) -> Problem {
        Problem(
            words: "The token ends in \(left.words) and cannot be renewed. A longer import then stops, and goes on "
                + "with a new token; --token-command and K0RDENT_API_KEY renew by themselves.")
    }

    private mutating func place(_ organization: String) {
        let known = examination.snapshot.organizations
        let names = known.map { Phrase.cut($0.map { Printable.escape($0.id, limit: 80) }) }
        guard !organization.isEmpty else {
            let others = names.map { "; the server knows \($0)" } ?? ""
            facts.append(Phrase.row("organization", "none is named\(others)"))
            return problems.append(
                Problem(
                    code: 78, words: "No organization is named: set K0RDENT_ORG, give --org, or name it in a column."))
        }
        let shown = Printable.escape(organization, limit: 80)
        let one = known?.first { $0.id == organization || $0.uid == organization }
        let title = one?.displayName.map { " (\(Printable.escape($0, limit: 80)))" } ?? ""
        facts.append(Phrase.row("organization", shown + title))
        if let names, one == nil {
            problems.append(
                Problem(code: 78, words: "The server does not know the organization \(shown); it knows \(names)."))
        }
    }

    private mutating func lists() {
        for (name, resources) in [("roles", examination.snapshot.roles), ("groups", examination.snapshot.groups)] {
            guard let resources else { continue }
            let names = Phrase.cut(resources.map { Printable.escape($0.id, limit: 60) }, to: 40)
            facts.append(Phrase.row(name, resources.isEmpty ? "there are none" : "\(resources.count): \(names)"))
        }
        for (name, counts) in [("invitations", examination.invitations), ("members", examination.members)] {
            for (_, count) in counts { facts.append(Phrase.row(name, Phrase.count(count, "entry", "entries"))) }
        }
        for gap in examination.snapshot.gaps {
            let what = gap.prefix { $0 != ":" }
            let follows = Self.consequences.first { what.hasPrefix($0.key) }?.value ?? ""
            let words = Printable.escape(gap, limit: 400)
            problems.append(Problem(words: words + (words.hasSuffix(".") ? " " : ". ") + follows))
        }
    }

    /// What an import cannot do without a list.
    private static let consequences: KeyValuePairs = [
        "the invitations": """
        An import then cannot know who is invited already, and what was sent without an answer stays unknown. Ask \
        for the right to list the organization's invitations.
        """,
        "the members": "An import then knows a member only by the server's answer. Ask for the right to list users.",
        "the roles": "They are then sent as they are written. Ask for the right to list roles.",
        "the groups": "They are then sent as they are written. Ask for the right to list groups.",
        "the organizations": "A mistyped --org is then found out only by the server's answers.",
    ]
}

extension Diagnosis {
    /// The same for scripts.
    var json: JSONValue {
        let snapshot = examination.snapshot
        func names(_ resources: [ServerResource]?) -> JSONValue {
            resources.map { JSONValue.strings($0.map(\.id)) } ?? .null
        }
        func counts(_ counts: [String: Int]) -> JSONValue {
            .object(counts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .integer($0.value)) })
        }
        return .object([
            "exitCode": .integer(Int(exitCode)), "problems": .strings(problems.map(\.line)),
            "requests": .integer(examination.requests),
            "clockAheadSeconds": examination.clockAhead.map { JSONValue.integer(Int($0 / .seconds(1))) } ?? .null,
            "tokenSubject": examination.token?.subject.map(JSONValue.string) ?? .null,
            "tokenEndsAt": examination.token?.expiresAt.map { JSONValue.string($0.formatted(.iso8601)) } ?? .null,
            "organizations": names(snapshot.organizations), "roles": names(snapshot.roles),
            "groups": names(snapshot.groups), "invitations": counts(examination.invitations),
            "members": counts(examination.members),
        ])
    }
}
