import ArgumentParser
import InvitationImporter

/// Which part of an import over several machines a command does.
struct ShardOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Do one part of an import that several machines do together, such as 3/8; each person belongs to one part. In the \
            pods of an Indexed Job, JOB_COMPLETION_INDEX and K0RDENT_SHARDS say it instead.
            """,
            valueName: "i/n"))
    var shard: String?

    func validate() throws {
        if shard != nil { _ = try named([:]) }
    }

    /// The part, from the option or the environment.
    func named(_ environment: CommandEnvironment) throws -> Shard { try named(environment.variables) }

    private func named(_ variables: [String: String]) throws -> Shard {
        try Self.saying { () throws(Shard.Problem) in try Shard.named(shard, variables) }
    }

    /// Refuses to do for the whole of some imports in each pod of a Job what one process has to do.
    static func checkWhole(_ option: String, _ environment: CommandEnvironment) throws {
        guard try saying({ () throws(Shard.Problem) in try Shard.named(nil, environment.variables) }).isWhole else {
            throw ValidationError(
                "\(option) does all of these imports in one process, and \(Shard.indexVariable) says that this is one of "
                    + "several. Run it once, without that variable.")
        }
    }

    /// Makes a problem one of usage.
    static func saying<Value>(_ work: () throws(Shard.Problem) -> Value) throws -> Value {
        do throws(Shard.Problem) {
            return try work()
        } catch {
            throw ValidationError(error.description)
        }
    }
}
