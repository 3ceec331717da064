/// Makes a wall clock, which people and time servers set back and forth, into a time that never goes back.
///
/// Steady time is the wall clock's as long as that goes forward. When the clock goes back, steady time stands still for
/// that moment and then goes on with the clock. When the clock later comes past the place from which it had gone back,
/// it may have been put right again or only have got there in its own time; nobody can tell, so steady time takes the
/// slower view and counts that step as a return. A leap ahead cannot be told from a long sleep and is believed.
///
/// Times are seconds since any fixed moment. Complexity: O(1) in memory and, spread over all calls, in time.
struct SteadyTime: Sendable {
    /// A place from which the clock went back, and how far steady time was ahead of the clock then.
    private struct Mark {
        var wall: Double
        var ahead: Double
    }

    private var lastWall: Double?
    private var last = -Double.infinity
    private var ahead = 0.0
    /// The places not passed again yet; the nearest one last.
    private var marks: [Mark] = []
    /// The steady time at which the clock went back from a place that the last call saw it pass again; `nil` for none.
    private(set) var passed: Double?

    /// The steady time when the wall clock shows `wall`.
    mutating func time(at wall: Double) -> Double {
        if let lastWall, wall < lastWall {
            goneBack(from: Mark(wall: lastWall, ahead: ahead))
            ahead = last - wall
        }
        passed = nil
        while let mark = marks.last, mark.wall <= wall {
            marks.removeLast()
            passed = mark.wall + mark.ahead
            ahead = max(mark.ahead, last - wall)
        }
        lastWall = wall
        last = max(last, wall + ahead)
        return last
    }

    /// What the wall clock will show, unless it is set, when this steady time has come.
    func wall(at time: Double) -> Double {
        let wall = time - ahead
        // Rounding must not give a moment just too early: a caller that waits for it would ask for ever.
        return wall + ahead < time ? wall + max(time.ulp, wall.ulp) : wall
    }

    private mutating func goneBack(from mark: Mark) {
        // A clock that only ever goes back would make marks without end; the farthest are the least likely to matter.
        if marks.count == 16 { marks.removeFirst() }
        marks.append(mark)
    }
}

// MARK: - Invariants

extension SteadyTime {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(marks.count <= 16, "Marks are kept without end.")
        precondition(
            zip(marks, marks.dropFirst()).allSatisfy { $0.wall >= $1.wall }, "A farther mark is before a nearer.")
        precondition(marks.allSatisfy { mark in lastWall.map { $0 < mark.wall } ?? true }, "A place was passed again.")
    }
}
