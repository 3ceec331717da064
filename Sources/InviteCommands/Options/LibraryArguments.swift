public import ArgumentParser
public import InvitationImporter

extension ImportOptions.Duplicates: ExpressibleByArgument {}
extension PreflightPolicy.Mode: ExpressibleByArgument {}
extension RetryPolicy.ServerErrors: ExpressibleByArgument {}
extension SendingPolicy.Sync: ExpressibleByArgument {}
extension InputFormat: ExpressibleByArgument {}
extension Conversion.Form: ExpressibleByArgument {}
extension ProgressStyle: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
    /// Reads a name like `TextEncoding.init(named:)`.
    public init?(argument: String) {
        self.init(named: argument)
    }
}

extension Quota: ExpressibleByArgument {
    /// Reads a quota like `Quota.init(_:)`.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension FailureLimit: ExpressibleByArgument {
    /// Reads a limit like `FailureLimit.init(_:)`.
    public init?(argument: String) {
        self.init(argument)
    }
}
