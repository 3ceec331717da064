/// Finds rows that name the same person, in two passes over the rows.
///
/// The first pass (``scan(_:order:)``) remembers each key, and what later rows with that key add. The second pass
/// (``decide(_:_:)``) decides about each row. Memory: a hash for each person, and the roles and groups of people
/// who occur more than once.
///
/// Between the passes, ``resolve(_:)`` replaces the names of roles and groups by what the server has for them.
struct Deduplicator {
    private let policy: ImportOptions.Duplicates
    /// The keys of everybody whom a row names.
    private(set) var people = KeySet()
    /// The people who occur more than once.
    private var repeated: [KeyHash: Repeated] = [:]
    /// What is sent to those of them of whom the second pass has met the first row that can be sent.
    private var sent: [KeyHash: Sent] = [:]

    private struct Repeated {
        /// So few additions are searched one by one.
        private static let few = 8

        /// What later rows add, in their order. Rows with the same roles and groups are one addition.
        private(set) var additions: [Addition] = []
        /// The place of each addition, once there are more than a few.
        private var places: [Names: Int] = [:]

        mutating func add(_ names: Names, _ message: (text: String, order: Int)?) {
            if let place = place(of: names) {
                additions[place].message = additions[place].message ?? message
                return
            }
            additions.append(Addition(names: names, message: message))
            if additions.count == Self.few + 1 {
                for (place, addition) in additions.enumerated() { places[addition.names] = place }
            } else if additions.count > Self.few {
                places[names] = additions.count - 1
            }
        }

        private func place(of names: Names) -> Int? {
            additions.count > Self.few ? places[names] : additions.firstIndex { $0.names == names }
        }

        /// Replaces what later rows add.
        mutating func replace(_ additions: [Addition]) {
            (self.additions, places) = (additions, [:])
        }
    }

    /// The roles and groups of a row.
    private struct Names: Hashable {
        var roles: [String]
        var groups: [String]
    }

    private struct Addition {
        var names: Names
        /// The first message of these rows, and the order of its row.
        var message: (text: String, order: Int)?
    }

    /// What is sent for a person.
    private struct Sent {
        let invitation: Invitation
        /// Its row in the plan.
        let row: LinedRow

        /// Whether a row has exactly these roles and groups. O(names of the row).
        func hasNames(of row: Invitation) -> Bool {
            Self.areSame(row.roles, invitation.roles) && Self.areSame(row.groups, invitation.groups)
        }

        /// Whether two lists without repeats have the same names.
        private static func areSame(_ some: [String], _ others: [String]) -> Bool {
            some.count == others.count && (some == others || Set(some).isSuperset(of: others))
        }
    }

    /// How many rows named somebody again.
    private(set) var duplicates = 0

    init(_ policy: ImportOptions.Duplicates) {
        self.policy = policy
    }

    /// First pass: remembers a row's invitation.
    ///
    /// - Parameter order: Grows from row to row.
    mutating func scan(_ invitation: Invitation, order: Int) {
        let key = invitation.key.hash
        if !remember(key) { add(invitation, order: order, to: key) }
    }

    /// First pass: remembers a person by the hash of their key.
    ///
    /// - Returns: Whether no earlier row named them. Otherwise the invitation has to be added.
    mutating func remember(_ key: KeyHash) -> Bool { people.insert(key) }

    /// First pass: fetches the memory in which a person will be looked for.
    mutating func expect(_ key: KeyHash) { people.fetch(key) }

    /// First pass: adds what a later row asks for.
    mutating func add(_ invitation: Invitation, order: Int, to key: KeyHash) {
        duplicates += 1
        let names = Names(roles: invitation.roles, groups: invitation.groups)
        repeated[key, default: Repeated()].add(names, invitation.message.map { ($0, order) })
    }

    /// Whether no person occurs more than once.
    var hasNoRepeats: Bool { repeated.isEmpty }

    /// Whether a person occurs more than once.
    func repeats(_ key: KeyHash) -> Bool { repeated[key] != nil }

    /// Replaces names of roles and groups by what is sent for them. Rows with a name that the server does not have add
    /// nothing.
    mutating func resolve(_ names: inout NameResolution) {
        for key in repeated.keys {
            let additions = repeated[key]?.additions ?? []
            repeated[key]?.replace(
                additions.compactMap { addition in
                    guard let roles = names.ids(of: addition.names.roles, .roles),
                        let groups = names.ids(of: addition.names.groups, .groups)
                    else { return nil }
                    return Addition(names: Names(roles: roles, groups: groups), message: addition.message)
                })
        }
    }

    /// The plan's inputs, to say where a row is. They are known after the first pass.
    var inputs: [PlanHeader.Input] = []

    private func place(_ other: LinedRow, besides row: LinedRow) -> String {
        let place = inputs.words(for: other, besides: row)
        return place.prefix(1).uppercased() + place.dropFirst()
    }

    /// Second pass: decides about a row, and returns what to say about it.
    mutating func decide(_ invitation: Invitation, _ row: LinedRow) -> (PlannedRow.Decision, [Finding]) {
        let key = invitation.key.hash
        guard let additions = repeated[key]?.additions else { return (.invite(invitation), []) }
        guard let sent = sent[key] else {
            let united = policy == .merge ? Self.unite(invitation, additions) : invitation
            sent[key] = Sent(invitation: united, row: row)
            return (.invite(united), [])
        }
        let place = place(sent.row, besides: row)
        if policy == .fail {
            let advice = "\(place) names the same person; remove one of them, or use --duplicates merge or first."
            return (.invalid, [finding(.duplicateForbidden, invitation, row.line, advice)])
        }
        let united = policy == .merge ? invitation.key : nil
        return (
            .duplicate(of: sent.row.number, united: united),
            Self.differences(invitation, sent, place, line: row.line, policy)
        )
    }

    private static func unite(_ invitation: Invitation, _ additions: [Addition]) -> Invitation {
        var united = invitation
        united.roles = (invitation.roles + additions.flatMap(\.names.roles)).withoutRepeats()
        united.groups = (invitation.groups + additions.flatMap(\.names.groups)).withoutRepeats()
        let message = additions.compactMap(\.message).min { $0.order < $1.order }
        united.message = invitation.message ?? message?.text
        return united
    }

    /// The most names in a finding, since each further row of the person has one.
    private static let namesShown = 20

    private static func differences(
        _ row: Invitation, _ sent: Sent, _ place: String, line: Int, _ policy: ImportOptions.Duplicates
    ) -> [Finding] {
        let sameNames = sent.hasNames(of: row)
        let sameMessage = row.message == nil || row.message == sent.invitation.message
        var findings: [Finding] = []
        if policy == .merge, !sameNames {
            let names = sent.invitation.roles.prefix(namesShown) + sent.invitation.groups.prefix(namesShown)
            let others = sent.invitation.roles.count + sent.invitation.groups.count - names.count
            let all = names.joined(separator: ";") + (others > 0 ? " and \(others) more" : "")
            let advice = "\(place) names the same person; one invitation goes out with all of: \(all)."
            findings.append(Finding(.duplicateMerged, line: line, value: row.email, advice: advice))
        }
        if (policy == .first && !sameNames) || !sameMessage {
            let what =
                sameNames || policy == .merge
                ? "message" : sameMessage ? "roles and groups" : "roles, groups and message"
            let advice = "\(place) names the same person and is sent, without the \(what) of this row."
            findings.append(Finding(.duplicateDiffers, line: line, value: row.email, advice: advice))
        }
        return findings
    }

    private func finding(_ code: Finding.Code, _ row: Invitation, _ line: Int, _ advice: String) -> Finding {
        Finding(code, line: line, value: row.email, advice: advice)
    }
}
