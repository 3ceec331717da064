import Testing

@testable import InvitationImporter

/// All JSON that this program writes for scripts has names of one style.
struct MemberNamesTests {
    /// The names of all members at whatever depth, but for those whose names are outcomes, or a person's own.
    private static func names(_ value: JSONValue) -> [String] {
        (value.members ?? []).flatMap { member in
            let areOthers = ["outcomes", "counts", "input"].contains(member.name)
            return [member.name] + (areOthers ? [] : names(member.value))
        } + (value.array ?? []).flatMap(names)
    }

    private static func isOfStyle(_ name: String) -> Bool {
        name.first?.isLowercase == true && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    @Test func theReportsHaveOneStyle() throws {
        let run = try SimulatedFollowUp(3)
        try run.simulated.folder.write("team.csv", "email,roles\n\(person(1)),viewer\n@@,viewer\n\(person(9)),viewer\n")
        try run.importAgain()
        var seen: Set<String> = []
        for line in (run.simulated.folder.read("team.run/results.jsonl") ?? "").split(separator: "\n") {
            seen.formUnion(Self.names(try JSONValue(parsing: String(line))))
        }
        #expect(
            seen.isSuperset(of: ["httpStatus", "invitationId", "sentAt", "attempts", "outcome", "reason"]), "\(seen)")
        let summary = try #require(run.simulated.folder.read("team.run/summary.json"))
        seen.formUnion(Self.names(try JSONValue(parsing: summary)))
        let status = try run.follow(toChange: false) { followUp, wire in
            _ = try run.preflight(followUp, wire)
            var text: [UInt8] = []
            _ = try StatusReport(followUp, .json) { text += $0 }
            return try JSONValue(parsing: text)
        }
        let people = Self.names(try #require(status))
        #expect(Set(people).isSuperset(of: ["invitationId", "sentAt", "unread"]), "\(people)")
        #expect(seen.union(people).filter { !Self.isOfStyle($0) }.isEmpty)
    }

    @Test(arguments: [("outcome", "outcome"), ("sent_at", "sentAt"), ("a_b_cd", "aBCd"), ("", "")])
    func aColumnHasOneName(column: String, name: String) {
        #expect(MemberName.of(column: column) == name)
    }
}
