import Foundation
import TestSupport
import Testing

/// Disasters, forty in an everyday run and a thousand in a full one. `SIMULATION_SEEDS=N` runs so many,
/// `SIMULATION_SEED=S` runs one again.
struct SimulationTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let chunks = 40
    private static let seeds = TestDose.count(40, full: 1000, unless: "SIMULATION_SEEDS")

    @Test(arguments: 0..<chunks)
    func nobodyIsLostOrInvitedTwice(_ chunk: Int) throws {
        if let one = Self.environment["SIMULATION_SEED"].flatMap({ UInt64($0) }) {
            guard chunk == 0 else { return }
            var simulation = Simulation(seed: one)
            let violations = try simulation.run()
            return #expect(violations == [])
        }
        for seed in stride(from: chunk, to: Self.seeds, by: Self.chunks) {
            var simulation = Simulation(seed: UInt64(seed))
            let violations = try simulation.run()
            #expect(violations == [], "SIMULATION_SEED=\(seed) replays it")
        }
    }
}
