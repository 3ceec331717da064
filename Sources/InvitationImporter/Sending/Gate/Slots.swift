/// Finds out how many requests under way at once a server has room for.
///
/// A server that admits few connections refuses or breaks off all others. If requests fail while all slots are in use,
/// and others are served meanwhile, the limit falls to the number that was under way. If nobody is served, the trouble
/// is of another kind, and the limit stays. After fifty requests that went well, one more slot is tried; each try that
/// fails doubles the number to wait for, up to a thousand.
///
/// A value that reads no clock.
struct Slots: Sendable {
    /// How many may be under way at once; 1 to the most.
    private(set) var limit: Int
    private let most: Int
    /// How many were under way when the last failed; `nil` if none did since somebody was served.
    private var room: Int?
    private var goneWell = 0
    /// How many have to go well before one more is tried; doubled each time that there were too many.
    private var patience = 25

    /// Makes slots of which none is known to be too many.
    ///
    /// - Precondition: `most > 0`.
    init(most: Int) {
        self.most = most
        limit = most
    }

    /// A request failed while so many others were under way.
    mutating func failed(others: Int) {
        guard others > 0 else { return room = nil }
        if others >= (room ?? limit) - 1 { room = others }
    }

    /// A request was served.
    mutating func served() {
        if let room {
            (limit, goneWell, patience) = (min(limit, room), 0, min(patience * 2, 1000))
            self.room = nil
        } else if limit < most {
            goneWell += 1
            guard goneWell >= patience else { return }
            (limit, goneWell) = (limit + 1, 0)
        }
    }
}

// MARK: - Invariants

extension Slots {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition((1...most).contains(limit), "No slot is left, or there are too many.")
    }
}
