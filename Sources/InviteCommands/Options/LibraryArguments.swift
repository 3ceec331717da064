public import ArgumentParser
public import InvitationImporter

extension ImportOptions.Duplicates: ExpressibleByArgument {}
extension RetryPolicy.ServerErrors: ExpressibleByArgument {}
extension SendingPolicy.Sync: ExpressibleByArgument {}
extension InputFormat: ExpressibleByArgument {}
extension Conversion.Form: ExpressibleByArgument {}
extension ProgressStyle: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
    /// Reads a name as ``TextEncoding/init(named:)`` does.
    public init?(argument: String) {
        self.init(named: argument)
    }
}

extension Quota: ExpressibleByArgument {
    /// Reads a quota as ``Quota/init(_:)`` does.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension FailureLimit: ExpressibleByArgument {
    /// Reads a limit as ``FailureLimit/init(_:)`` does.
    public init?(argument: String) {
        self.init(argument)
    }
}
