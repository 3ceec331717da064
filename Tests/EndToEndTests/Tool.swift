import Foundation

/// The programs as they were built.
enum Tool {
    /// The folder of the test program, which is where the others are too.
    static let products: String = {
        #if os(Linux)
            let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
            return URL(filePath: program).deletingLastPathComponent().path
        #else
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
            return bundle.bundleURL.deletingLastPathComponent().path
        #endif
    }()

    static var invite: String { products + "/k0rdent-invite" }
    static var sandbox: String { products + "/k0rdent-sandbox" }

    /// A program of the system, by its name.
    static func system(_ name: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// Variables for a program that knows nothing of the person who runs the tests.
    static func environment(_ place: Workplace, _ more: [String: String] = [:]) -> [String: String] {
        ["PATH": "/usr/bin:/bin", "HOME": place.path, "LANG": "C.UTF-8", "TMPDIR": place.path]
            .merging(more) { _, new in new }
    }

    /// Runs `k0rdent-invite` to its end.
    static func invite(
        _ arguments: [String], in place: Workplace, _ environment: [String: String] = [:],
        input: RunningTool.Input = .nothing
    ) async throws -> EndedTool {
        try await start([invite] + arguments, in: place, environment, input: input).finish()
    }

    /// Runs `k0rdent-sandbox` with a command to its end.
    static func sandbox(_ arguments: [String], in place: Workplace) async throws -> EndedTool {
        try await start([sandbox] + arguments, in: place).finish()
    }

    /// Starts a program and does not wait.
    static func start(
        _ arguments: [String], in place: Workplace, _ more: [String: String] = [:],
        input: RunningTool.Input = .nothing, terminal: PseudoTerminal? = nil
    ) throws -> RunningTool {
        try RunningTool(
            arguments, in: place.path, environment: environment(place, more), input: input, terminal: terminal)
    }
}

/// Something that was to come true did not.
struct NotInTime: Error {
    var what: String
}

/// Returns as soon as something is true. It looks again and again, since most of what another process does sends no
/// event; the pauses leave the processor to that process, and no test depends on their length.
func eventually(
    _ what: String, within limit: Duration = .seconds(120), _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < end else { throw NotInTime(what: what) }
        try await Task.sleep(for: .milliseconds(5))
    }
}
