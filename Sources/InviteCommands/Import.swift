import ArgumentParser
import CurlMulti
import InvitationImporter

/// One `import` on its way: plan, question, sending, reports, each said to the person.
struct Import {
    private let command: ImportCommand
    private let run: ImportRun
    private let server: Server
    private let tokens: TokenSource
    private var policy: SendingPolicy

    init(_ command: ImportCommand, _ run: ImportRun, _ server: Server, _ tokens: TokenSource) {
        self.command = command
        self.run = run
        self.server = server
        self.tokens = tokens
        policy = command.sending.policy
        policy.sync = command.sync
    }

    /// Does the import and answers with the exit code.
    func execute(_ sources: [ByteSource], _ options: ImportOptions) throws -> Int32 {
        if let dropped = run.journal.droppedTail {
            say("The last line of the journal was cut off by a crash (\(dropped) bytes); it was dropped.")
        }
        var findings = FindingsText(sources.map(\.name), limit: 20)
        let plan = try run.prepare(sources, options) { findings.add($0) }
        if plan.invitations == 0, plan.findings[.organizationMissing] != nil {
            Terminal.say("error: No organization was named; give --org, K0RDENT_ORG or a column organization.")
            return 78
        }
        if !command.quiet { findings.lines.forEach(Terminal.say) }
        PlanText.lines(plan).forEach(say)
        if let words = command.forbidsSending(plan) {
            Terminal.say("Nothing was sent: \(words)")
            return 1
        }
        let outlook = try run.outlook(policy, resendUnknown: command.sending.resendUnknown)
        PlanText.lines(plan, outlook, server: server.words, command.first, policy).forEach(say)
        guard outlook.left > 0 else { return try finish(.complete, leftForLater: false) }
        let mails = min(command.first ?? outlook.left, outlook.left)
        if let warning = tokens.warning(forRunOf: policy.estimatedTime(for: mails)) {
            Terminal.say("warning: \(warning)")
        }
        guard command.yes || Terminal.confirms(PlanText.question(outlook, first: command.first)) else {
            Terminal.say("Nothing was sent.")
            return 1
        }
        return try finish(try send(), leftForLater: (command.first ?? outlook.left) < outlook.left)
    }

    private func say(_ text: String) {
        if !command.quiet { Terminal.say(text) }
    }

    private func send() throws -> Ending {
        let bell = try WakeUp()
        defer { bell.close() }
        var options = server.options
        options.slots = policy.concurrency
        let transport = try CurlTransport(options, wakeUp: bell)
        defer { transport.close() }
        Interruptions.catchSignals(ringing: bell.writeEnd)
        defer { Interruptions.release() }
        let display = ProgressDisplay(command.quiet ? .none : command.progress)
        defer { display.finish() }
        return try run.send(
            over: transport, server.api, tokens, policy, resendUnknown: command.sending.resendUnknown,
            first: command.first, wakeUp: bell, interruptions: { Interruptions.signals }, show: display.update)
    }

    private func finish(_ ending: Ending, leftForLater: Bool) throws -> Int32 {
        let (summary, json): (RunSummary, JSONValue)
        do {
            (summary, json) = try run.report(ending, leftForLater: leftForLater)
        } catch let error as RunError where error.kind == .cannotWrite {
            SummaryText.withoutReports(ending, error, run.directory).forEach(Terminal.say)
            return error.exitCode
        }
        if command.json { try Terminal.printData(json.serialized) }
        SummaryText.lines(summary, run.directory).forEach(say)
        if command.quiet, summary.exitCode != 0 { Terminal.say(SummaryText.verdict(summary)) }
        return summary.exitCode
    }
}
