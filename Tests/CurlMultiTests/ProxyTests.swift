import CurlMulti
import TestSupport
import Testing

/// Which proxy the environment names for a host.
struct ProxyTests {
    @Test(
        arguments: [
            ("https", "api.example", ["https_proxy": "http://p:1"], "http://p:1 https_proxy"),
            ("https", "api.example", ["HTTPS_PROXY": "p:1"], "p:1 HTTPS_PROXY"),
            ("https", "api.example", ["https_proxy": "a", "HTTPS_PROXY": "b"], "a https_proxy"),
            ("https", "api.example", ["http_proxy": "http://p:1"], nil),
            ("http", "api.example", ["http_proxy": "http://p:1"], "http://p:1 http_proxy"),
            ("http", "api.example", ["HTTP_PROXY": "http://p:1"], nil),
            ("https", "api.example", ["all_proxy": "socks5://p:1"], "socks5://p:1 all_proxy"),
            ("https", "api.example", ["ALL_PROXY": "p", "https_proxy": ""], "p ALL_PROXY"),
            ("https", "api.example", [:], nil),
            ("https", "api.example", ["https_proxy": "http://ann:fake-secret@p:1"], "http://***@p:1 https_proxy"),
            ("https", "api.example", ["https_proxy": "ann:fake@secret@p:1"], "***@p:1 https_proxy"),
        ] as [(String, String, [String: String], String?)])
    func isFound(_ scheme: String, _ host: String, _ environment: [String: String], _ shown: String?) {
        let proxy = Proxy(scheme: scheme, host: host, environment: environment)
        #expect(proxy.map { "\($0.shown) \($0.variable)" } == shown)
    }

    @Test(arguments: [
        ("api.example", "*", true),
        ("api.example", "example", true),
        ("api.example", ".example", true),
        ("api.example", "api.example", true),
        ("api.example", "API.Example", true),
        ("api.example", "other, api.example", true),
        ("api.example", "other api.example", true),
        ("myapi.example", "api.example", false),
        ("api.example", "v2.api.example", false),
        ("api.example", "", false),
        ("api.example", "*.example", false),
        ("192.0.2.7", "192.0.2.7", true),
        ("192.0.2.7", "192.0.2.0/24", true),
        ("192.0.2.7", "192.0.3.0/24", false),
        ("192.0.2.7", "192.0.2.0/33", false),
        ("192.0.2.7", "2.7", false),
        ("192.0.2.7", "0.0.0.0/0", true),
        ("2001:db8::7", "2001:db8::/32", true),
        ("2001:db8::7", "[2001:db8::7]", true),
        ("2001:db8::7", "192.0.2.0/24", false),
    ])
    func leavesOut(_ host: String, _ list: String, _ isLeftOut: Bool) {
        for name in ["no_proxy", "NO_PROXY"] {
            let environment = ["https_proxy": "http://p:1", name: list]
            #expect((Proxy(scheme: "https", host: host, environment: environment) == nil) == isLeftOut)
        }
    }

    @Test func isUsedAndNothingElse() throws {
        // Answers what only a proxy is asked: an absolute target.
        let script: RawServer.Script = { connection in
            while let request = connection.readRequest() { connection.answer(200, request.target) }
        }
        try withServer(script) { plain, server in
            #expect(try plain.exchange(HTTPRequest(.get, server.url + "/x"))?.text == "/x")
            var options = CurlTransport.Options.plain()
            options.proxy = Proxy(scheme: "http", host: "api.example", environment: ["http_proxy": server.url])
            try withTransport(options) { transport, _ in
                let exchange = try transport.exchange(HTTPRequest(.get, "http://api.example/y"))
                #expect(exchange?.text == "http://api.example/y")
            }
        }
    }

    @Test func aProxyThatRefusesATunnelHasSentNothing() throws {
        try withServer { connection in
            while connection.readRequest() != nil { connection.answer(407) }
        } _: { _, server in
            var options = CurlTransport.Options.plain()
            options.proxy = Proxy(scheme: "https", host: "api.example", environment: ["https_proxy": server.url])
            try withTransport(options) { transport, _ in
                let exchange = try transport.exchange(HTTPRequest(.post, "https://api.example/y", body: [1]))
                #expect(exchange?.delivery == .notSent)
                #expect(exchange?.status == nil)
            }
        }
    }
}
