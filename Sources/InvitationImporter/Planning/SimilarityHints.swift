/// Hints that a row's address is too similar to those of other rows.
struct SimilarityHints {
    private var domains: DomainFrequencies
    private var mailboxes: MailboxAliases
    private let inputs: [PlanHeader.Input]

    /// - Parameter inputs: The plan's inputs. They give its rows their numbers.
    init(_ scan: InputScan, _ inputs: [PlanHeader.Input]) {
        domains = scan.domains
        mailboxes = scan.mailboxes
        self.inputs = inputs
    }

    /// Whether no address shares its mailbox with another one.
    var hasNoMailboxes: Bool { mailboxes.isEmpty }

    /// Whether another address may have the mailbox of an address without a tag.
    func mayShareMailbox(_ key: KeyHash) -> Bool { mailboxes.mayShare(key) }

    /// Whether there is nothing to say about an ordinary address because of its domain.
    mutating func isQuiet(about domain: LaneDomain) -> Bool {
        let lower = domain.text.lowercased()
        return domains.meant(by: "@" + domain.text) == nil
            && !(domains.isForReal && UndeliverableDomain.isForExamples(lower))
    }

    /// Hints about a row that will be sent. Rows come in order.
    mutating func findings(on row: PlannedRow) -> [Finding] {
        guard case .invite(let invitation) = row.decision else { return [] }
        var findings: [Finding] = []
        func add(_ code: Finding.Code, _ advice: String) {
            findings.append(Finding(code, line: row.line, column: "email", value: invitation.email, advice: advice))
        }
        let isNoted = row.findings.contains { $0.code == .emailLookAlike || $0.code == .emailMixedScripts }
        if !isNoted, let meant = domains.meant(by: invitation.email) {
            let shown = Printable.escape(meant, limit: 80)
            add(.emailLookAlike, "Many others here have \(shown). Was that meant? If not, leave it as it is.")
        }
        let domain = EmailAddress.domain(of: invitation.email)
        let isSaid = row.findings.contains { $0.code == .emailUndeliverable }
        if domains.isForReal, !isSaid, UndeliverableDomain.isForExamples(domain.lowercased()) {
            add(
                .emailUndeliverable,
                "\(Printable.escape(String(domain), limit: 80)) is for examples and takes no mail (RFC 2606). Remove the row, "
                    + "or write the person who is meant.")
        }
        let lined = LinedRow(number: row.number, line: row.line)
        if let earlier = mailboxes.earlierRow(with: invitation.key, lined) {
            let place = inputs.words(for: earlier, besides: lined)
            add(.emailSameMailbox, "This is perhaps the mailbox of \(place) too. Both are invited; remove one if so.")
        }
        return findings
    }
}
