import CurlMulti

/// The work of a session: reading lists, or sending a plan.
protocol SessionWork: AnyObject {
    /// Whether the work is done although the sender might go on.
    var isOver: Bool { get }
    /// The progress so far.
    var progress: Progress { get }
    /// The most invitations that are still to be sent; `nil` if that is not known.
    var toSend: Int? { get }

    /// Gives the sender the next invitation, or tells it that there are no more.
    ///
    /// - Returns: Whether it did one of these.
    func admitNext() throws -> Bool
    /// Makes sure that no crash can hide these attempts, which are about to start.
    ///
    /// - Returns: The attempts that may start.
    func secured(_ attempts: [Attempt]) -> [Attempt]
    /// Called when an attempt starts.
    func starts(_ attempt: Attempt)
    /// Called when everything that may start has started.
    func hasStarted() throws
    /// Called when a page of a list came.
    func take(_ page: ListPage, for request: ListRequest)
    /// Called when replies came and the sender has them.
    func hasPolled()
    /// Called when work stops, whether or not something is under way.
    func stops()
    /// Ends the program if the state is impossible. For tests.
    func checkInvariants()
}

/// Reads lists and sends nothing.
final class ReadingWork<Wire: Transport>: SessionWork {
    private let session: ServerSession<Wire>
    private let began: Instant
    private let waitsForAll: Bool
    private let page: (ListRequest, ListPage) -> Void
    private var entries = 0

    /// Makes the work of reading the lists that the sender was told to read.
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
        !session.sender.isReading && !(waitsForAll && session.sender.underWay > 0)
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
    func checkInvariants() {}
}
