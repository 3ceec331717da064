/// How long a simulated process lives, in steps: each wait for the network and each call of the disk is one.
///
/// Once it is dead, nothing it does reaches anything any more.
final class SimulatedLife {
    /// The process is dead.
    struct Over: Error {}

    private var left: Int

    /// Makes a life of so many steps.
    init(steps: Int) {
        left = steps
    }

    var isOver: Bool { left <= 0 }

    /// Takes a step, which may be the last.
    func step() throws(Over) {
        left -= 1
        if isOver { throw Over() }
    }

    /// Dies now.
    func end() {
        left = 0
    }
}
