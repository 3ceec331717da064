import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What drives a ``Sender`` over a transport: the edge where decisions meet the network and the clock.
protocol SenderShell: AnyObject {
    associatedtype Wire: Transport

    var wire: Wire { get }
    var api: InvitationAPI { get set }
    var tokens: TokenSupply { get }
    var sender: Sender { get set }
    var progress: Progress { get set }
    var wallClock: () -> Date { get }
}

extension SenderShell {
    /// Lets a signal stop the sender: at the first one nothing new is started, and what is under way is waited for.
    ///
    /// - Returns: The ending if there is not even time for that.
    func obey(_ signals: [Int32]) -> Ending? {
        if let signal = signals.first { sender.stop(.interrupted(signal)) }
        return signals.count > 1 ? .interrupted(signals[1]) : nil
    }

    /// The page that an exchange brought; `nil` if it is none. A list that was cut is no list: what is missing would
    /// count as absent.
    func page(in exchange: HTTPExchange, for request: ListRequest) -> ListPage? {
        guard exchange.status == 200, exchange.bodyEnd == .complete else { return nil }
        return ListPage(body: exchange.body, of: request.list)
    }
}
