import CurlMulti
import InvitationImporter

extension InvitationServer {
    /// The place for a question to the person.
    var place: String { isSandbox ? "a sandbox" : Printable.escape(api.host, limit: 200) }

    /// The server in words, with the proxy that leads to it.
    var words: String {
        guard !isSandbox else { return "a sandbox, nobody is mailed" }
        guard let proxy = transport.proxy else { return Printable.escape(api.base, limit: 300) }
        return "\(Printable.escape(api.base, limit: 300)), through the proxy "
            + "\(Printable.escape(proxy.shown, limit: 200)) (\(proxy.variable))"
    }
}
