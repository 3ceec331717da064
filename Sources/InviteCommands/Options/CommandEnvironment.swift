/// What a command finds around it: variables, and whether it runs against a sandbox of its own.
public struct CommandEnvironment: Sendable {
    /// A server that was started for this command alone.
    public struct Sandbox: Sendable {
        /// Where it listens.
        public let url: String
        /// A token that it accepts.
        public let token: String

        /// Makes the address of a sandbox.
        public init(url: String, token: String) {
            self.url = url
            self.token = token
        }
    }

    /// The environment variables.
    public var variables: [String: String]
    /// The sandbox, if the command runs against one; no other server is then reached.
    public var sandbox: Sandbox?

    /// Makes an environment.
    public init(variables: [String: String], sandbox: Sandbox? = nil) {
        self.variables = variables
        self.sandbox = sandbox
    }
}
