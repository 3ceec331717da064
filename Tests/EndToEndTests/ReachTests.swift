import Foundation
import TestSupport
import Testing

@Suite("How a server is reached", .serialized)
struct ReachTests {
    @Test("a private certificate authority is trusted if it is named, and only then")
    func certificates() async throws {
        try await SandboxProcess.with { sandbox in
            try await TLSServer.with(name: "IP:127.0.0.1", to: sandbox.port) { server in
                let place = try Workplace()
                try place.write(People.csv(20), to: "list.csv")
                let arguments = ["import", "list.csv", "--yes", "--rate", "unlimited"]
                var environment = sandbox.environment
                environment["K0RDENT_API_URL"] = "https://127.0.0.1:\(server.port)"

                let untrusted = try await Tool.invite(arguments, in: place, environment)
                #expect(untrusted.code == 69, "\(untrusted.errors)")
                #expect(untrusted.errors.lowercased().contains("certificate"))
                #expect(untrusted.errors.contains("--ca-file"))
                #expect(try await sandbox.posts() == 0)

                let trusted = try await Tool.invite(
                    arguments + ["--ca-file", server.authority], in: place, environment)
                #expect(trusted.code == 0, "\(trusted.errors)")
                #expect(try place.outcomes("list.run") == ["invited": 20])
                #expect(try await sandbox.deliveries().values.allSatisfy { $0 == 1 })

                environment["K0RDENT_API_URL"] = "https://localhost:\(server.port)"
                let misnamed = try await Tool.invite(
                    arguments + ["--ca-file", server.authority, "--run-dir", "other.run"], in: place, environment)
                #expect(misnamed.code == 69, "\(misnamed.errors)")
                #expect(try await sandbox.posts() == 20)
            }
        }
    }

    @Test("IPv6 works, with TLS and without")
    func version6() async throws {
        try await SandboxProcess.with { sandbox in
            try await TLSServer.with(name: "IP:::1", to: sandbox.port, isIPv6: true) { server in
                let place = try Workplace()
                try place.write(People.csv(3), to: "list.csv")
                var environment = sandbox.environment
                environment["K0RDENT_API_URL"] = "https://[::1]:\(server.port)"
                let arguments = ["import", "list.csv", "--yes", "--ca-file", server.authority]
                let run = try await Tool.invite(arguments, in: place, environment)
                #expect(run.code == 0, "\(run.errors)")
                #expect(try await sandbox.created().count == 3)
            }
        }
        try await SandboxProcess.with(["--ipv6"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3), to: "list.csv")
            let run = try await Tool.invite(["import", "list.csv", "--yes"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(try place.outcomes("list.run") == ["invited": 3])
        }
    }

    @Test("a file of certificates that is not there is said before anything else")
    func missingCertificates() async throws {
        let place = try Workplace()
        try place.write(People.csv(3), to: "list.csv")
        let run = try await Tool.invite(
            ["import", "list.csv", "--yes", "--ca-file", "none.pem"], in: place,
            ["K0RDENT_TOKEN": "fake-token", "K0RDENT_ORG": "acme"])
        #expect(run.code == 78, "\(run.errors)")
        #expect(run.errors.contains("none.pem"))
        #expect(try place.names() == ["list.csv"])
    }

    @Test(
        "a file of certificates that is none is said before anything else",
        arguments: ["", "hello\n", "-----BEGIN CERTIFICATE-----\nMAMC\n-----END CERTIFICATE-----\n"])
    func noCertificates(content: String) async throws {
        let place = try Workplace()
        try place.write(People.csv(3), to: "list.csv")
        try place.write(content, to: "ca.pem")
        let run = try await Tool.invite(
            ["import", "list.csv", "--yes", "--ca-file", "ca.pem"], in: place,
            ["K0RDENT_TOKEN": "fake-token", "K0RDENT_ORG": "acme"])
        #expect(run.code == 78, "\(run.errors)")
        #expect(run.errors.contains("ca.pem"))
        #expect(try place.names() == ["ca.pem", "list.csv"])
    }

    @Test(
        "a proxy that wants a password ends the run at once, and says what to do",
        arguments: ["https://api.fake.example", "http://api.fake.example"])
    func proxyRefuses(url: String) async throws {
        let proxy = try RawServer { connection in
            while connection.readHead() != nil { connection.answer(407) }
        }
        defer { proxy.stop() }
        let place = try Workplace()
        try place.write(People.csv(3), to: "list.csv")
        let secret = "fake-secret-of-the-proxy"
        let run = try await Tool.invite(
            ["import", "list.csv", "--yes", "--allow-plain-http"], in: place,
            [
                "K0RDENT_TOKEN": "fake-token", "K0RDENT_ORG": "acme", "K0RDENT_API_URL": url,
                "https_proxy": "http://ann:\(secret)@127.0.0.1:\(proxy.port)",
                "http_proxy": "http://ann:\(secret)@127.0.0.1:\(proxy.port)",
            ])
        #expect(run.code == 69, "\(run.errors)")
        #expect(run.errors.contains("407") && run.errors.contains("no_proxy") && !run.errors.contains(secret))
        let name = url.hasPrefix("https") ? "https_proxy" : "http_proxy"
        #expect(run.errors.contains("the proxy http://***@127.0.0.1:\(proxy.port) (\(name)) wants"), "\(run.errors)")
        #expect(try place.outcomes("list.run") == ["not-sent": 3])
    }

    @Test("the plan shows the proxy, without its password, and uses just that")
    func proxy() async throws {
        try await SandboxProcess.with { sandbox in
            // A proxy that knows the way to one host.
            let proxy = try RawServer { connection in
                while let request = connection.readRequest() {
                    let target = request.target.replacing("http://api.fake.example", with: "")
                    #expect(request.target.hasPrefix("http://api.fake.example/v1/"))
                    #expect(request.values("Proxy-Authorization").count == 1)
                    connection.write(FaultProxy.pass(request, target: target, to: sandbox.port))
                }
            }
            defer { proxy.stop() }
            let place = try Workplace()
            try place.write(People.csv(3), to: "list.csv")
            var environment = sandbox.environment
            environment["K0RDENT_API_URL"] = "http://api.fake.example"
            environment["http_proxy"] = "http://ann:fake-secret@127.0.0.1:\(proxy.port)"
            let arguments = ["import", "list.csv", "--yes"]
            #expect(try await Tool.invite(arguments, in: place, environment).code == 78)
            let run = try await Tool.invite(arguments + ["--allow-plain-http"], in: place, environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.errors.contains("through the proxy http://***@127.0.0.1:\(proxy.port) (http_proxy)"))
            #expect(!run.errors.contains("fake-secret"))
            #expect(try await sandbox.created().count == 3)
        }
    }

    @Test("a redirect is not followed, and explained")
    func redirect() async throws {
        let elsewhere = try RawServer { connection in
            while connection.readRequest() != nil { connection.answer(201) }
        }
        defer { elsewhere.stop() }
        let server = try RawServer { connection in
            while connection.readRequest() != nil {
                connection.answer(307, headers: ["Location: \(elsewhere.url)/v1"])
            }
        }
        defer { server.stop() }
        let place = try Workplace()
        try place.write(People.csv(3), to: "list.csv")
        let run = try await Tool.invite(
            ["import", "list.csv", "--yes"], in: place,
            ["K0RDENT_API_URL": server.url, "K0RDENT_TOKEN": "fake-token", "K0RDENT_ORG": "acme"])
        #expect(run.code == 75, "\(run.errors)")
        #expect(run.errors.contains("redirects to \(elsewhere.url)/v1"))
        #expect(elsewhere.requests == 0)
        #expect(try place.outcomes("list.run") == ["not-sent": 3])
    }
}
