import CArguments

/// The arguments that the program was started with.
public enum ProcessArguments {
    /// The arguments without the program's name.
    ///
    /// Swift's own `CommandLine` has none where there is no `/proc`. So the ones that `main` was given come first.
    public static var all: [String] {
        guard let values = carguments_values() else { return Array(CommandLine.arguments.dropFirst()) }
        return (0..<Int(carguments_count())).dropFirst().compactMap { index in
            values[index].map { String(cString: $0) }
        }
    }
}
