import ArgumentParser

/// Prints a file to start from.
struct TemplateCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Print a file to start from.",
        discussion: HelpText.discussion("", examples: [("k0rdent-invite template > team.csv", "then fill it in")]))

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv
        case jsonl
    }

    @Option(help: "csv or jsonl.")
    var format = Format.csv

    func run(in environment: CommandEnvironment) throws -> Int32 {
        switch format {
        case .csv:
            try Terminal.printData(
                """
                email,name,roles,groups,message
                ann.lee@example.com,Ann Lee,viewer,eng,Welcome to our k0rdent AI organization!
                bob.stone@example.com,Bob Stone,member;viewer,eng;ops,
                """)
        case .jsonl:
            try Terminal.printData(
                """
                {"email":"ann.lee@example.com","name":"Ann Lee","roles":["viewer"],"groups":["eng"],"message":"Welcome!"}
                {"email":"bob.stone@example.com","name":"Bob Stone","roles":["member","viewer"],"groups":["eng","ops"]}
                """)
        }
        return 0
    }
}
