import Testing

@testable import InvitationImporter
@testable import InviteCommands

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What doctor says, word by word.
struct DiagnosisTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)

    /// What a server shows with which nothing is wrong.
    private static var healthy: ServerExamination {
        var examination = ServerExamination()
        examination.snapshot.organizations = [ServerResource(id: "acme", displayName: "Acme Inc")]
        examination.snapshot.roles = [ServerResource(id: "viewer"), ServerResource(id: "admin")]
        examination.snapshot.groups = []
        (examination.invitations, examination.members) = (["acme": 1], ["acme": 1200])
        examination.clockAhead = .seconds(-1)
        (examination.requests, examination.elapsed) = (5, .milliseconds(250))
        return examination
    }

    private static func token(_ claims: String) -> TokenClaims? {
        TokenClaims("e30.\(Data(claims.utf8).base64EncodedString().prefix { $0 != "=" }).x")
    }

    private func diagnosis(
        organization: String = "acme", canRenew: Bool = false, _ change: (inout ServerExamination) -> Void = { _ in }
    ) -> Diagnosis {
        var examination = Self.healthy
        change(&examination)
        return Diagnosis(
            examination, server: "https://api.example", isEncrypted: true, caFile: nil, tokenPlace: "K0RDENT_TOKEN",
            canRenew: canRenew, organization: organization, now: Self.now)
    }

    @Test func nothingIsWrong() {
        let diagnosis = diagnosis()
        #expect(diagnosis.problems == [] && diagnosis.exitCode == 0)
        #expect(
            diagnosis.facts.joined(separator: "\n") == """
                  server        https://api.example
                  certificate   signed by an authority of this system
                  answers       5 requests in 0.2 s
                  clock         agrees with the server's
                  token         from K0RDENT_TOKEN
                  organization  acme (Acme Inc)
                  roles         2: viewer, admin
                  groups        there are none
                  invitations   1 entry
                  members       1,200 entries
                """)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let code: Int32
        let words: String
        let change: @Sendable (inout ServerExamination) -> Void
        var testDescription: String { words }

        init(_ code: Int32, _ words: String, _ change: @escaping @Sendable (inout ServerExamination) -> Void) {
            (self.code, self.words, self.change) = (code, words, change)
        }
    }

    private static let cases = [
        Case(77, "Get a new token") { $0.stop = .credentialsRefused("401") },
        Case(69, "The server cannot be reached: check the proxy") { $0.stop = .unreachable("check the proxy") },
        Case(130, "Interrupted") { $0.stop = .interrupted(2) },
        Case(0, "clock is 1 min behind the server's") { $0.clockAhead = .seconds(60) },
        Case(0, "clock is 1 min ahead of the server's") { $0.clockAhead = .seconds(-60) },
        Case(78, "does not know the organization acme; it knows beta.") {
            $0.snapshot.organizations = [ServerResource(id: "beta")]
        },
        Case(0, "Ask for the right to list the organization's") { $0.snapshot.gaps = ["the invitations of acme: 403"] },
        Case(0, "They are then sent as they are written.") { $0.snapshot.gaps = ["the roles: 403"] },
        Case(0, "ends in 2 min and cannot be renewed") { $0.token = token(#"{"exp":1800000120}"#) },
    ]

    @Test("each problem says what to do, and has the code of an import", arguments: cases)
    func problem(one: Case) {
        let diagnosis = diagnosis(one.change)
        #expect(diagnosis.exitCode == one.code)
        #expect(diagnosis.problems.map(\.line).contains { $0.contains(one.words) }, "\(diagnosis.problems)")
        #expect(diagnosis.problems.allSatisfy { $0.line.hasPrefix(one.code == 0 ? "warning: " : "error: ") })
    }

    @Test func aTokenThatCanBeRenewedMayEndSoon() {
        let diagnosis = diagnosis(canRenew: true) {
            $0.token = Self.token(#"{"sub":"ann","exp":1800000120,"scope_id":"acme"}"#)
        }
        #expect(diagnosis.problems == [])
        let line = diagnosis.facts.first { $0.hasPrefix("  token") }
        #expect(line?.contains("from K0RDENT_TOKEN, of ann, for acme, ends in 2 min, at 2027-01-15") == true)
    }

    @Test func noOrganizationIsNamed() {
        let diagnosis = diagnosis(organization: "")
        #expect(diagnosis.exitCode == 78)
        #expect(diagnosis.facts.contains("  organization  none is named; the server knows acme"))
    }
}
