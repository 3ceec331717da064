import CurlMulti

/// What a session is at work on: reading lists, or sending a plan.
protocol SessionWork: AnyObject {
    /// Whether it is done although the sender might go on.
    var isOver: Bool { get }
    /// How far it is.
    var progress: Progress { get }
    /// How many invitations are still to be sent at most; `nil` if that is not known.
    var toSend: Int? { get }

    /// Gives the sender the next invitation, or tells it that there are no more.
    ///
    /// - Returns: Whether it did either.
    func admitNext() throws -> Bool
    /// Makes sure that no crash can hide these attempts, which are about to start.
    ///
    /// - Returns: Those that may start.
    func secured(_ attempts: [Attempt]) -> [Attempt]
    /// An attempt starts.
    func starts(_ attempt: Attempt)
    /// Everything that may start has started.
    func hasStarted() throws
    /// A page of a list came.
    func take(_ page: ListPage, for request: ListRequest)
    /// Replies came and were given to the sender.
    func hasPolled()
    /// It stops, with or without something under way.
    func stops()
}

/// Reads lists and sends nothing.
final class ReadingWork<Wire: Transport>: SessionWork {
    private let session: ServerSession<Wire>
    private let began: Instant
    private let waitsForAll: Bool
    private let page: (ListRequest, ListPage) -> Void
    private var entries = 0

    /// Makes the work of reading the lists that the sender has been told to read.
    ///
    /// - Parameters:
    ///   - waitsForAll: Whether it goes on until nothing is under way.
    ///   - page: Gets the pages as they come.
    init(_ session: ServerSession<Wire>, waitsForAll: Bool, page: @escaping (ListRequest, ListPage) -> Void) {
        self.session = session
        self.waitsForAll = waitsForAll
        self.page = page
        began = session.wire.now
    }

    var isOver: Bool {
        !session.sender.lists.isReading && !(waitsForAll && session.sender.gate.underWay > 0)
    }

    var progress: Progress {
        var progress = Progress(total: 0)
        progress.entries = entries
        progress.elapsed = session.wire.now - began
        return progress
    }

    var toSend: Int? { nil }

    func admitNext() -> Bool { false }
    func secured(_ attempts: [Attempt]) -> [Attempt] { [] }
    func starts(_ attempt: Attempt) {}
    func hasStarted() {}

    func take(_ page: ListPage, for request: ListRequest) {
        entries += page.people.count + page.resources.count
        self.page(request, page)
    }

    func hasPolled() {}
    func stops() {}
}
