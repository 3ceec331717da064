import InvitationImporter

/// One `import` at the terminal: tells the person what is planned, asks, and tells how it ended.
struct Importing {
    private let command: ImportCommand
    private let session: ImportSession

    init(_ command: ImportCommand, _ session: ImportSession) {
        self.command = command
        self.session = session
    }

    /// Does the import and returns the exit code.
    func run() throws -> Int32 {
        var findings = FindingsText(limit: 20)
        var refusal: Question.Refusal?
        do {
            let (summary, json) = try session.run(
                in: command.connection.context(command.style),
                each: { findings.add($0, in: $1) },
                planned: { try tell($0, $1, findings.lines) },
                confirm: { preview in
                    refusal = try self.refusal(preview)
                    return refusal == nil
                })
            return try finish(summary, json)
        } catch let error as ImportSession.NotSent {
            // Until now, nobody has seen them.
            if command.output.quiet, case .braked = error { findings.lines.forEach(Terminal.say) }
            return notSent(error, refusal)
        } catch let error as ImportSession.NotReported {
            SummaryText.withoutReports(error.ending, error.error, error.directory).forEach(Terminal.say)
            return error.error.exitCode
        }
    }

    /// Tells what the files hold, and what would be done about it.
    private func tell(_ preview: ImportPreview, _ run: ImportRun, _ findings: [String]) throws {
        if let dropped = run.journal.droppedTail {
            say("The last line of the journal was cut off by a crash (\(dropped) bytes); it was dropped.")
        }
        let parts = try ShardText.lines(preview.plan, session.policy, first: session.brakes.first)
        (findings + PlanText.lines(preview.plan) + parts).forEach(say)
        PreviewText.gaps(preview.preflight.snapshot?.gaps ?? []).forEach(say)
        guard session.brakes.reason(against: preview.plan) == nil, preview.preflight.hindrance == nil else { return }
        let policy = try command.policy(of: session.options.shard)
        PreviewText.lines(preview, server: session.server.words, policy).forEach(say)
        let warnings = ChoiceText.warnings(preview.missing, "in the files")
        (warnings + PreviewText.warnings(run.neighbours, preview.run)).forEach(Terminal.say)
    }

    /// Why nothing is sent; `nil` if the person agrees.
    private func refusal(_ preview: ImportPreview) throws -> Question.Refusal? {
        let text = PreviewText.question(preview.run, at: session.server.place)
        guard !command.confirmation.yes else {
            say(text)
            return nil
        }
        return try Question(text, mails: preview.run.mailsNow).ask()
    }

    private func say(_ text: String) {
        if !command.output.quiet { Terminal.say(text) }
    }

    private func notSent(_ error: ImportSession.NotSent, _ refusal: Question.Refusal?) -> Int32 {
        switch error {
        case .braked(let reason):
            Terminal.say("Nothing was sent: \(BrakeText.words(reason))")
            return 1
        case .notAsked(let preflight):
            Terminal.say("Nothing was sent: \(PreviewText.reason(forSendingNothing: preflight) ?? "")")
            return 75
        case .declined(let leavesNothing):
            Terminal.say("Nothing was sent.\(refusal?.words ?? "")\(Self.left(leavesNothing))")
            return refusal?.code ?? 1
        case .nobodyChosen(let leavesNothing):
            Terminal.say("Nothing was sent: \(ChoiceText.nobody) in the files.\(Self.left(leavesNothing))")
            return 1
        }
    }

    private static func left(_ leavesNothing: Bool) -> String {
        leavesNothing ? " Everything that was written for it is removed." : ""
    }

    private func finish(_ summary: RunSummary, _ json: JSONValue) throws -> Int32 {
        if command.output.json { try Terminal.printData(json.serialized) }
        let directories = [session.runDirectory]
        command.output.tellEnd(SummaryText.lines(summary, directories))
        if command.output.quiet { SummaryText.troubles(summary, directories).forEach(Terminal.say) }
        return summary.exitCode
    }
}
