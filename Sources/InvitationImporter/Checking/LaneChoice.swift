#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which way the rows of an input go. Both ways lead to the same plan; only the time differs.
public enum LaneChoice: Hashable, Sendable {
    /// Every row goes through the checks.
    case slow
    /// After so many rows of an input, those that hold nothing new are taken from their bytes.
    case fast(after: Int)

    /// The choice for reading an input of so many rows once more: where the lane was opened, it can be from the
    /// beginning.
    func again(rows: Int) -> LaneChoice {
        guard case .fast(let before) = self, rows > before else { return .slow }
        return .fast(after: 0)
    }

    /// Most inputs are over before it pays to learn their values.
    public static let standard: LaneChoice = {
        let said = ProcessInfo.processInfo.environment["K0RDENT_LANE"]
        return said == "slow" ? .slow : .fast(after: said.flatMap { Int($0) } ?? 1000)
    }()
}
