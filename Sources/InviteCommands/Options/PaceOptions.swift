import ArgumentParser
import InvitationImporter

/// `--rate` on the command line.
struct PaceArgument: ExpressibleByArgument, Hashable {
    let pace: SendingPolicy.Pace

    init(_ pace: SendingPolicy.Pace) {
        self.pace = pace
    }

    var defaultValueDescription: String { "auto" }

    init?(argument: String) {
        switch argument {
        case "auto": pace = .auto
        case "unlimited": pace = .unlimited
        default:
            guard let rate = Rate(argument) else { return nil }
            pace = .atMost(rate)
        }
    }
}

/// The pace.
struct PaceOption: ParsableArguments {
    @Option(help: "The pace: auto, a hard limit such as 50/s or 30/min, or unlimited.")
    var rate = PaceArgument(SendingPolicy().pace)
}

/// How many invitations may go out in a window of time.
struct QuotaOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How many invitations may go out in any hour or day, such as 250/h or 500/d; may be given several times.",
            valueName: "n/window"))
    var quota: [Quota] = []
}

/// How many requests and tries there may be.
struct EffortOptions: ParsableArguments {
    @Option(help: "Requests under way at once, 1 to 1000.")
    var concurrency = SendingPolicy().concurrency

    @Option(help: "Tries for one invitation when the server has trouble, 1 to 100.")
    var maxAttempts = RetryPolicy().maxAttempts

    func validate() throws {
        guard (1...1000).contains(concurrency) else { throw ValidationError("--concurrency is from 1 to 1000.") }
        guard (1...100).contains(maxAttempts) else { throw ValidationError("--max-attempts is from 1 to 100.") }
    }
}

/// How long to wait for a server in trouble.
struct PatienceOption: ParsableArguments {
    @Option(help: "How long to go on without any success before stopping, such as 15m or 2h.")
    var giveUpAfter = TimeSpan(RetryPolicy().giveUpAfter)
}
