import CurlMulti
import InvitationImporter

/// A server, as the options describe it.
struct Server {
    let api: InvitationAPI
    let isSandbox: Bool
    let options: CurlTransport.Options
    /// Where each exchange is shown; `nil` for nowhere.
    let log: ExchangeLog?

    /// The place for a question to the person.
    var place: String { isSandbox ? "a sandbox" : Printable.escape(api.host, limit: 200) }

    /// The origin, to which a run directory belongs.
    var origin: String { isSandbox ? ImportRun.sandboxOrigin : api.origin }

    /// The server in words, with the proxy that leads to it.
    var words: String {
        guard !isSandbox else { return "a sandbox, nobody is mailed" }
        guard let proxy = options.proxy else { return Printable.escape(api.base, limit: 300) }
        return "\(Printable.escape(api.base, limit: 300)), through the proxy "
            + "\(Printable.escape(proxy.shown, limit: 200)) (\(proxy.variable))"
    }
}
