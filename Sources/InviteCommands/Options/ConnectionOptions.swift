import ArgumentParser
import CurlMulti
import InvitationImporter
import SystemPackage

/// Where the server is, and how to reach it.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The API (K0RDENT_API_URL).", valueName: "url"))
    var apiURL: String?

    @Option(
        help: ArgumentHelp("A file with the token, else K0RDENT_TOKEN; readable by you alone.", valueName: "file"),
        completion: .file())
    var tokenFile: String?

    @Option(
        help: ArgumentHelp(
            "A command that prints the token, alone or in JSON with its end; run again when it ends.",
            valueName: "command"))
    var tokenCommand: String?

    @Option(
        help: ArgumentHelp("Certificates to trust instead of the system's, in PEM form.", valueName: "file"),
        completion: .file())
    var caFile: String?

    @Flag(
        name: .customLong("allow-plain-http"),
        help: "Allow http: to other machines; anybody on the way can read along.")
    var allowsPlainHTTP = false

    @Option(help: "How long one request may take, such as 30s or 2m.")
    var timeout = TimeSpan(.seconds(30))

    @Option(help: "How long opening a connection may take, such as 10s.")
    var connectTimeout = TimeSpan(CurlTransport.Options().connectTimeout)

    @Flag(help: "Show each exchange with the server: method, path, status, time, request id and the server's words.")
    var verbose = false

    @Option(
        help: ArgumentHelp(
            "A new file for each exchange with headers and bodies, a JSON object a line; no token, but people's addresses.",
            valueName: "file"),
        completion: .file())
    var trace: String?

    func validate() throws {
        if tokenFile != nil, tokenCommand != nil {
            throw ValidationError("Give --token-file or --token-command, not both.")
        }
    }

    /// The server, from the options and the environment.
    func server(_ environment: CommandEnvironment) throws -> InvitationServer {
        if let caFile { try CertificateFile.check(FilePath(caFile), option: "--ca-file") }
        return try InvitationServer(
            baseURL(environment), isSandbox: environment.sandbox != nil, allowsPlainHTTP: allowsPlainHTTP,
            caFile: caFile, timeout: timeout.duration, connectTimeout: connectTimeout.duration,
            environment: environment.variables)
    }

    /// What is around the work with the server: signals, progress, and the log of all exchanges.
    ///
    /// - Throws: `RunError` if the file of `--trace` cannot be created.
    func context(_ style: ProgressStyle) throws(RunError) -> SessionContext {
        let log = verbose || trace != nil ? try ExchangeLog(isShown: verbose, file: trace.map { FilePath($0) }) : nil
        return SessionContext(style, words: { ProgressText.line($0, width: $1) }, json: ProgressText.json, log: log)
    }

    /// Finds where tokens come from. Tells the person about any warning.
    func tokens(_ environment: CommandEnvironment) throws -> TokenSource {
        if let sandbox = environment.sandbox { return .fixed(try Token(sandbox.token, from: "the sandbox")) }
        let (source, warning) = try TokenSource.find(
            file: tokenFile, command: tokenCommand, environment: environment.variables)
        if let warning { CommandEnvironment.warn(warning) }
        return source
    }

    /// Where tokens come from, in words.
    func tokenPlace(_ environment: CommandEnvironment) -> String {
        if environment.sandbox != nil { return "the sandbox" }
        if let tokenFile { return "the file \(tokenFile)" }
        if tokenCommand != nil { return "the command of --token-command" }
        let names = ["K0RDENT_TOKEN", "K0RDENT_API_KEY", "K0RDENT_CLIENT_ID"]
        return names.first { environment.variables[$0]?.isEmpty == false } ?? "nowhere"
    }

    /// The API's base URL: that of the sandbox, of the option, of the environment, or the public one.
    private func baseURL(_ environment: CommandEnvironment) throws -> String {
        guard let sandbox = environment.sandbox else {
            return apiURL ?? environment.variables["K0RDENT_API_URL"] ?? "https://api.k0rdent.ai"
        }
        guard apiURL == nil, tokenFile == nil, tokenCommand == nil else {
            throw ValidationError(
                "This command talks to a sandbox of its own; leave out --api-url, --token-file and --token-command.")
        }
        return sandbox.url
    }
}
