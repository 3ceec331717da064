#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which way the rows of an input go. Both ways lead to the same plan; only the time differs.
public enum LaneChoice: Hashable, Sendable {
    /// Every row goes through the checks.
    case slow
    /// After so many rows of an input, those that hold nothing new are taken from their bytes. After so many alone, a
    /// second thread helps.
    case fast(after: Int, alone: Int = .max)

    /// The choice for reading an input of so many rows once more: where the lane was opened, it can be from the
    /// beginning.
    func again(rows: Int) -> LaneChoice {
        guard case .fast(let before, let alone) = self, rows > before else { return .slow }
        return .fast(after: 0, alone: alone)
    }

    /// A second thread is not worth its while for fewer rows.
    private static let mostAlone = 10_000

    /// Most inputs are over before it pays to learn their values.
    public static let standard: LaneChoice = {
        let said = ProcessInfo.processInfo.environment["K0RDENT_LANE"]
        let alone = ProcessInfo.processInfo.activeProcessorCount > 1 ? mostAlone : .max
        return said == "slow" ? .slow : .fast(after: said.flatMap { Int($0) } ?? 1000, alone: alone)
    }()
}
