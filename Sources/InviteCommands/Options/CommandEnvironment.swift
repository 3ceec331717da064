import CurlMulti
public import InvitationImporter

/// The surroundings of a command: variables, and its own sandbox if it runs against one.
public struct CommandEnvironment: Sendable {
    /// A server that was started for this command alone.
    public struct Sandbox: Sendable {
        /// The URL where it listens.
        public let url: String
        /// A token that it accepts.
        public let token: String

        /// Makes a sandbox's address and token.
        public init(url: String, token: String) {
            self.url = url
            self.token = token
        }
    }

    /// The environment variables.
    public var variables: [String: String]
    /// The sandbox, if the command runs against one. Then no other server is reached.
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

    /// Locks that keep other commands of this user away from the organizations that one command changes.
    var locks: OrganizationLocks {
        OrganizationLocks(environment: variables, warn: Self.warn)
    }

    /// Tells the person a warning.
    @Sendable static func warn(_ words: String) {
        Terminal.say("warning: \(Printable.escape(words, limit: 1000))")
    }

    /// Makes an environment.
    public init(variables: [String: String], sandbox: Sandbox? = nil) {
        self.variables = variables
        self.sandbox = sandbox
    }
}
