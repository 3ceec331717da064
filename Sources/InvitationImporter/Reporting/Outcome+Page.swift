// MARK: - Outcomes in words, for pages

extension Outcome {
    /// What it means, in a few words.
    var meaning: String {
        switch self {
        case .invited: "invited by this import"
        case .alreadyInvited: "had an invitation already; no mail"
        case .alreadyMember: "a member already; no mail"
        case .duplicate: "the same person as another row"
        case .invalid: "failed a check; not sent"
        case .skipped: "left out on purpose"
        case .refused: "the server said no"
        case .failed: "given up after retries; certainly not invited"
        case .unknown: "may have been invited; not settled yet"
        case .notSent: "not reached"
        }
    }

    /// Whether a person has to do something about it.
    var isOpen: Bool {
        switch self {
        case .invalid, .refused, .failed, .unknown, .notSent: true
        case .invited, .alreadyInvited, .alreadyMember, .duplicate, .skipped: false
        }
    }

    /// Where people with this outcome stand among those who need somebody: the gravest first.
    var rank: Int {
        switch self {
        case .unknown: 0
        case .refused: 2
        case .invalid: 3
        case .failed: 4
        case .notSent: 5
        case .invited, .alreadyInvited, .alreadyMember, .duplicate, .skipped: 6
        }
    }

    /// Where people stand who were mailed at a doubtful address.
    static let doubtfulRank = 1

    /// What a person does about it.
    ///
    /// - Parameter ending: How the names of `fix` and `retry` end for these rows.
    func advice(ending: String) -> String {
        switch self {
        case .unknown:
            "They may have been invited. Import the same files again: that looks them up in the server's list. Do not "
                + "invite them by hand before."
        case .refused:
            "The server said no. Correct the rows, below or in fix\(ending), or have the server's administrator mend the cause; "
                + "then import again."
        case .invalid: "Correct the rows, below or in fix\(ending), and import that file."
        case .failed: "They were certainly not invited. Import the same files again, or retry\(ending)."
        case .notSent: "The same command goes on with them."
        case .invited, .alreadyInvited, .alreadyMember, .duplicate, .skipped:
            "They are done. Read what the server said about them."
        }
    }

    /// What a person does about a mail to a doubtful address.
    ///
    /// - Parameter run: The folder of the import as a shell takes it; several are separated by spaces.
    static func doubtfulAdvice(_ run: String) -> String {
        "They were mailed. If an address is not the one that was meant, put it into a file and take its invitation back: "
            + "k0rdent-invite revoke \(run) --only FILE"
    }
}

extension RowResult {
    /// Whether a person has to do something about the row, or should know something.
    var needsSomebody: Bool { outcome.isOpen || (outcome == .invited && warning != nil && revokedAt == nil) }
}
