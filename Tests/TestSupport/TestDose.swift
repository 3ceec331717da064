import Foundation

/// How much of what is heavy the tests do: a lesser dose in everyday runs, all of it where `K0RDENT_FULL_TESTS=1` is
/// set, as in the step `full-tests` of `.ci/run`.
public enum TestDose {
    /// Whether everything is done.
    public static let isFull = ProcessInfo.processInfo.environment["K0RDENT_FULL_TESTS"] == "1"

    /// How often something is done.
    ///
    /// - Parameters:
    ///   - lesser: In everyday runs.
    ///   - full: Where everything is done.
    ///   - variable: The variable that says another number.
    public static func count(_ lesser: Int, full: Int, unless variable: String) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? (isFull ? full : lesser)
    }
}
