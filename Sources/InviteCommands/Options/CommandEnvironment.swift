import CurlMulti
public import InvitationImporter

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

    /// The secrets among the variables: tokens, keys, and the passwords of the API's and of proxies' URLs.
    public var secrets: KnownSecrets {
        var secrets = KnownSecrets()
        for name in ["K0RDENT_TOKEN", "K0RDENT_API_KEY", "K0RDENT_CLIENT_SECRET"] {
            secrets.add(variables[name] ?? "")
        }
        for name in ["K0RDENT_API_URL"] + Proxy.variables {
            for password in Proxy.passwords(in: variables[name] ?? "") { secrets.add(password) }
        }
        return secrets
    }

    /// Keeps other commands of this user away from what one of them changes.
    var locks: OrganizationLocks {
        OrganizationLocks(environment: variables) { words in
            Terminal.say("warning: \(Printable.escape(words, limit: 1000))")
        }
    }

    /// Makes an environment.
    public init(variables: [String: String], sandbox: Sandbox? = nil) {
        self.variables = variables
        self.sandbox = sandbox
    }
}
