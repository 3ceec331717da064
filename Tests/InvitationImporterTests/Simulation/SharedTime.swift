import CurlMulti
import Dispatch
import Synchronization

/// One virtual time for several machines, each on a thread of its own. Only one is at work at any moment: the one whose
/// time is earliest. So a server that they share meets their requests in order, and every run is the same.
final class SharedTime: Sendable {
    private let times: Mutex<[Instant?]>
    private let turns: [DispatchSemaphore]

    /// Makes a time for so many machines, which all begin at its beginning. The first has the first turn.
    init(machines: Int) {
        times = Mutex(Array(repeating: .origin, count: machines))
        turns = (0..<machines).map { _ in DispatchSemaphore(value: 0) }
        turns[0].signal()
    }

    /// Waits for a machine's first turn.
    func begin(_ machine: Int) {
        turns[machine].wait()
    }

    /// Gives the turn to whoever is earliest, and returns when that is this machine.
    func wait(_ machine: Int, until time: Instant) {
        pass(machine, time)
        turns[machine].wait()
    }

    /// Gives the turn to the others for good.
    func end(_ machine: Int) {
        pass(machine, nil)
    }

    private func pass(_ machine: Int, _ time: Instant?) {
        let next = times.withLock { times in
            times[machine] = time
            return times.indices.filter { times[$0] != nil }.min { (times[$0] ?? .origin) < (times[$1] ?? .origin) }
        }
        if let next { turns[next].signal() }
    }
}
