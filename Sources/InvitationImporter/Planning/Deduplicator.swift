/// Finds rows that name the same person, in two passes over the rows.
///
/// The first pass (``survey(_:index:)``) remembers where each key came first, and what later rows add to it; the second
/// (``decide(_:index:)``) tells what becomes of each row. Memory: one hash and one number for each person, and the
/// roles of those alone who occur twice.
struct Deduplicator {
    private let policy: ImportOptions.Duplicates
    private var firstIndex: [KeyHash: Int] = [:]
    /// The invitation that is sent for a person who occurs again.
    private var united: [KeyHash: Union] = [:]

    private struct Union {
        var roles: [String] = []
        var groups: [String] = []
        var message: String?
        /// Known from the second pass's first row on.
        var sent: Invitation?
    }

    /// Everybody whom a row names, by key.
    var people: Set<KeyHash> { Set(firstIndex.keys) }

    /// Rows that named somebody again.
    private(set) var duplicates = 0

    init(_ policy: ImportOptions.Duplicates) {
        self.policy = policy
    }

    /// First pass: takes a row's invitation in.
    mutating func survey(_ invitation: Invitation, index: Int) {
        let key = invitation.key.hash
        guard firstIndex[key] != nil else {
            firstIndex[key] = index
            return
        }
        duplicates += 1
        var union = united[key] ?? Union()
        union.roles = (union.roles + invitation.roles).withoutRepeats()
        union.groups = (union.groups + invitation.groups).withoutRepeats()
        union.message = union.message ?? invitation.message
        united[key] = union
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
        guard var union = united[key], let first = firstIndex[key] else { return (.invite(invitation), []) }
        guard index > first, let sent = union.sent else {
            let sent = policy == .merge ? Self.unite(invitation, union) : invitation
            union.sent = sent
            united[key] = union
            return (.invite(sent), [])
        }
        if policy == .fail {
            let advice =
                "\(place(first)) names the same person; remove one of them, or use --duplicates merge or first."
            return (.invalid, [finding(.duplicateForbidden, invitation, line, advice)])
        }
        let united = policy == .merge ? invitation.key : nil
        return (
            .duplicate(of: first, united: united), Self.differences(invitation, sent, place(first), line: line, policy)
        )
    }

    private static func unite(_ invitation: Invitation, _ union: Union) -> Invitation {
        var united = invitation
        united.roles = (invitation.roles + union.roles).withoutRepeats()
        united.groups = (invitation.groups + union.groups).withoutRepeats()
        united.message = invitation.message ?? union.message
        return united
    }

    private static func differences(
        _ row: Invitation, _ sent: Invitation, _ place: String, line: Int, _ policy: ImportOptions.Duplicates
    ) -> [Finding] {
        let sameNames = Set(row.roles) == Set(sent.roles) && Set(row.groups) == Set(sent.groups)
        let sameMessage = row.message == nil || row.message == sent.message
        var findings: [Finding] = []
        if policy == .merge, !sameNames {
            let all = (sent.roles + sent.groups).joined(separator: ";")
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
