/// Finds rows that name the same person, in two passes over the rows.
///
/// The first pass (``scan(_:index:)``) remembers where each key came first, and what later rows add to it; the second
/// (``decide(_:index:)``) tells what becomes of each row. Memory: one hash and one number for each person, and the
/// roles of those alone who occur twice.
///
/// Between the passes, ``resolve(_:)`` takes in what the server says to the names of roles and groups.
struct Deduplicator {
    private let policy: ImportOptions.Duplicates
    private var firstIndex: [KeyHash: Int] = [:]
    /// The people who occur again.
    private var repeated: [KeyHash: Repeated] = [:]

    private struct Repeated {
        /// What later rows add, in their order; rows with the same roles and groups once.
        private(set) var additions: [Addition] = []
        private var places: [Names: Int] = [:]
        /// What is sent, and the number of its row: known from the first row of the second pass on that can be sent.
        var sent: Sent?

        mutating func add(_ names: Names, _ message: (text: String, index: Int)?) {
            if let place = places[names] {
                additions[place].message = additions[place].message ?? message
            } else {
                places[names] = additions.count
                additions.append(Addition(names: names, message: message))
            }
        }

        /// Puts others in the place of what later rows add.
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
        /// The first message of these rows, and its row.
        var message: (text: String, index: Int)?
    }

    /// What is sent for a person, with its roles and groups as sets: each further row is compared with them.
    private struct Sent {
        var invitation: Invitation
        var index: Int
        let roles: Set<String>
        let groups: Set<String>

        init(_ invitation: Invitation, index: Int) {
            (self.invitation, self.index) = (invitation, index)
            (roles, groups) = (Set(invitation.roles), Set(invitation.groups))
        }

        /// Whether a row names just these. O(names of the row).
        func hasNames(of row: Invitation) -> Bool {
            row.roles.count == roles.count && row.groups.count == groups.count && roles.isSuperset(of: row.roles)
                && groups.isSuperset(of: row.groups)
        }
    }

    /// Everybody whom a row names, by key.
    var people: Set<KeyHash> { Set(firstIndex.keys) }

    /// Rows that named somebody again.
    private(set) var duplicates = 0

    init(_ policy: ImportOptions.Duplicates) {
        self.policy = policy
    }

    /// First pass: takes a row's invitation in.
    mutating func scan(_ invitation: Invitation, index: Int) {
        let key = invitation.key.hash
        guard firstIndex[key] != nil else {
            firstIndex[key] = index
            return
        }
        duplicates += 1
        let names = Names(roles: invitation.roles, groups: invitation.groups)
        repeated[key, default: Repeated()].add(names, invitation.message.map { ($0, index) })
    }

    /// Puts in what is sent for the names of roles and groups; rows with a name that the server does not have add nothing.
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

    /// The inputs, once they are known, to say where a row stands.
    var inputs: [PlanHeader.Input] = []

    private func place(_ index: Int) -> String {
        let place = inputs.place(ofRow: index)
        return place.prefix(1).uppercased() + place.dropFirst()
    }

    /// Second pass: what becomes of the row, and what must be said about it.
    mutating func decide(
        _ invitation: Invitation, index: Int, line: Int
    ) -> (PlannedRow.Decision, [Finding]) {
        let key = invitation.key.hash
        guard let additions = repeated[key]?.additions else { return (.invite(invitation), []) }
        guard let sent = repeated[key]?.sent else {
            let sent = policy == .merge ? Self.unite(invitation, additions) : invitation
            repeated[key]?.sent = Sent(sent, index: index)
            return (.invite(sent), [])
        }
        let place = place(sent.index)
        if policy == .fail {
            let advice = "\(place) names the same person; remove one of them, or use --duplicates merge or first."
            return (.invalid, [finding(.duplicateForbidden, invitation, line, advice)])
        }
        let united = policy == .merge ? invitation.key : nil
        return (
            .duplicate(of: sent.index, united: united), Self.differences(invitation, sent, place, line: line, policy)
        )
    }

    private static func unite(_ invitation: Invitation, _ additions: [Addition]) -> Invitation {
        var united = invitation
        united.roles = (invitation.roles + additions.flatMap(\.names.roles)).withoutRepeats()
        united.groups = (invitation.groups + additions.flatMap(\.names.groups)).withoutRepeats()
        let message = additions.compactMap(\.message).min { $0.index < $1.index }
        united.message = invitation.message ?? message?.text
        return united
    }

    /// Names in a finding, at most: each further row of the person has one.
    private static let namesShown = 20

    private static func differences(
        _ row: Invitation, _ sent: Sent, _ place: String, line: Int, _ policy: ImportOptions.Duplicates
    ) -> [Finding] {
        let sameNames = sent.hasNames(of: row)
        let sameMessage = row.message == nil || row.message == sent.invitation.message
        var findings: [Finding] = []
        if policy == .merge, !sameNames {
            let names = sent.invitation.roles.prefix(namesShown) + sent.invitation.groups.prefix(namesShown)
            let others = sent.roles.count + sent.groups.count - names.count
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

extension Sequence where Element: Hashable {
    /// The elements in their order, each once.
    func withoutRepeats() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
