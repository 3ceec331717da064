import ArgumentParser
import InvitationImporter

/// Undoes an import, as far as nobody has accepted.
struct RevokeCommand: FollowUpCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revoke the invitations that an import made and nobody has accepted yet.",
        discussion: """
            Looks into the organizations' lists of invitations first, shows what would be revoked and asks. Only \
            invitations are touched that the server itself said this import made, and that it still calls pending. The \
            same command again does only what is left; revoked.csv in the folder of the import has everybody.
            """)

    @OptionGroup var follow: FollowUpOptions

    @Flag(name: .shortAndLong, help: "Do not ask; needed where there is no terminal.")
    var yes = false

    @Flag(
        help: """
            Revoke as well what only the server's list showed to be ours, after an attempt without a clear answer.
            """)
    var includeSettled = false

    @Option(help: "Requests under way at once, 1 to 1000.")
    var concurrency = 16

    @Option(help: "Tries for one invitation when the server has trouble, 1 to 100.")
    var maxAttempts = 5

    @Flag(help: "Print the summary as JSON on standard output.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(concurrency) else { throw ValidationError("--concurrency is from 1 to 1000.") }
        guard (1...100).contains(maxAttempts) else { throw ValidationError("--max-attempts is from 1 to 100.") }
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        guard yes || Terminal.isInteractive else {
            throw ValidationError("There is no terminal to ask on; give --yes to revoke without a question.")
        }
        let server = try follow.connection.server(environment)
        let followUp = try FollowUp(follow.directory, origin: server.origin, toChange: true)
        defer { followUp.close() }
        guard !followUp.statuses.organizations.isEmpty else {
            follow.say("Nobody was invited by this run, so there is nothing to revoke.")
            return 0
        }
        let tokens = try follow.connection.tokens(environment)
        let way = try TransportSession(server.options, slots: concurrency)
        defer { way.close() }
        return try Revoking(self, followUp, server, tokens, way).execute()
    }
}
