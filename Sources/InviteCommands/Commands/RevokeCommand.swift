import ArgumentParser
import InvitationImporter

/// Undoes an import, as far as nobody has accepted.
struct RevokeCommand: FollowUpCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revoke the invitations that an import made and nobody has accepted yet.",
        discussion: HelpText.discussion(
            """
            Looks into the organizations' lists of invitations first, shows what would be revoked and asks. Only \
            invitations are touched that the server itself said this import made, and that it still calls pending. The \
            same command again does only what is left; revoked.csv in the folder of the import has everybody.
            """,
            examples: [
                ("k0rdent-invite revoke team.run", "shows it and asks"),
                ("k0rdent-invite revoke team.run --yes", "for scripts"),
                ("k0rdent-invite revoke team.run --only gone.txt", "some of them"),
            ]))

    @OptionGroup var follow: FollowUpOptions

    @OptionGroup var confirmation: ConfirmationOption

    @Flag(
        help: """
            Revoke as well what only the server's list showed to be ours, after an attempt without a clear answer.
            """)
    var includeSettled = false

    @OptionGroup(title: "Choosing people") var choice: ChoiceOptions
    @OptionGroup var effort: EffortOptions

    func run(in environment: CommandEnvironment) throws -> Int32 {
        guard confirmation.yes || Terminal.isInteractive else {
            throw ValidationError("There is no terminal to ask on; give --yes to revoke without a question.")
        }
        let chosen = try choice.people()
        let server = try follow.connection.server(environment)
        let followUp = try FollowUp(
            follow.runs.directories, origin: server.origin, toChange: true, locks: environment.locks)
        defer { followUp.close() }
        guard !followUp.statuses.organizations.isEmpty else {
            follow.say("Nobody was invited by \(Phrase.run(followUp)), so there is nothing to revoke.")
            return 0
        }
        let tokens = try follow.connection.tokens(environment)
        let connection = try TransportSession(
            server, slots: effort.concurrency, context: follow.connection.context(follow.style))
        defer { connection.close() }
        return try Revoking(self, followUp, server, tokens, connection).execute(chosen)
    }
}
