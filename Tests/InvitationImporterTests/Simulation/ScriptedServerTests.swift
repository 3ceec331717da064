import CurlMulti
import Foundation
import InvitationImporter
import Testing

/// Servers that are hard to deal with, one table: nobody is mailed too often, and no row ends against the truth.
struct ScriptedServerTests {
    @Test(arguments: ScriptedCase.all)
    func nothingNotUnderstoodIsTakenForAYes(_ scripted: ScriptedCase) throws {
        let server = ScriptedServer()
        defer { server.forgetScript() }
        scripted.script(server)
        let simulated = try SimulatedImport()
        try simulated.folder.write(
            "team.csv", "email,roles\n" + scripted.people.map { "\($0),viewer\n" }.joined())
        // The token names the organization whose members the list has.
        let claims = Data(#"{"scope_id":"acme"}"#.utf8).base64EncodedString().replacing("=", with: "")
        simulated.tokens = .fixed(try Token("fake.\(claims).number-1", from: "the test"))
        simulated.policy.retry.settleDelay = scripted.settleDelay
        // Running the same command again is always safe.
        for round in 0..<2 {
            let (_, summary, _) = try simulated.run(
                startingAt: .seconds(3600 * round), lists: { server.answer($0, $1) }, { server.answer($0, $1) })
            #expect(server.mails.values.max() ?? 0 <= scripted.most, "mails: \(server.mails)")
            for person in scripted.unmailed { #expect(server.mails[server.mailbox(person)] == nil) }
            if round == 0, let code = scripted.exitCode { #expect(summary.exitCode == code) }
            try expectOutcomes(scripted, simulated)
        }
    }

    private func expectOutcomes(_ scripted: ScriptedCase, _ simulated: SimulatedImport) throws {
        let lines = simulated.folder.read("team.run/results.jsonl")?.split(whereSeparator: \.isNewline) ?? []
        #expect(lines.count == scripted.people.count)
        for line in lines {
            let value = try JSONValue(parsing: String(line))
            let email = try #require(value["input"]?["email"]?.string)
            let outcome = try #require(value["outcome"]?.string.flatMap(Outcome.init))
            if let right = scripted.outcomes[email] { #expect(right.contains(outcome), "\(line)") }
        }
    }
}
