import ArgumentParser
import InvitationSandbox

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `k0rdent-sandbox serve`: serves until a signal stops it.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the imitation on loopback until Ctrl-C.",
        discussion: """
            The first line on standard output tells address, organization and a token that never expires. The lines \
            after it can be copied into another shell: k0rdent-invite then talks to this sandbox. What came in can be \
            asked for below /_sandbox/: deliveries, created, invitations, requests, health; POST accept?email=, \
            expire?email=, release and reset.
            """)

    @OptionGroup var options: SandboxOptions

    func validate() throws { _ = try options.configuration() }

    func run() throws {
        // The signals are blocked before any thread exists, so that all threads inherit that, and only `sigwait` gets
        // them.
        var stopSignals = sigset_t()
        sigemptyset(&stopSignals)
        sigaddset(&stopSignals, SIGINT)
        sigaddset(&stopSignals, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &stopSignals, nil)

        let configuration = try options.configuration()
        let running = try Sandbox.start(configuration)
        let organization = configuration.organizations.first?.id ?? ""
        let token = configuration.fixedToken
        print("listening on \(running.url)  organization \(organization)  token \(token)")
        let variables = [("K0RDENT_API_URL", running.url), ("K0RDENT_ORG", organization), ("K0RDENT_TOKEN", token)]
        for (name, value) in variables { print("export \(name)='\(value.replacing("'", with: "'\\''"))'") }
        fflush(nil)

        var received: CInt = 0
        while sigwait(&stopSignals, &received) == EINTR {}
        running.stop()
    }
}
