/// A sandbox that serves on its own thread until it is stopped.
public struct RunningSandbox: Sendable {
    /// The sandbox.
    public let sandbox: Sandbox
    /// The port that it listens on.
    public let port: Int
    /// A token that is valid for the configured lifetime from the start. It has the form of a JWT.
    public let token: String
    private let task: Task<Void, Never>
    private let launch: Launch

    init(sandbox: Sandbox, port: Int, task: Task<Void, Never>, launch: Launch) {
        self.sandbox = sandbox
        self.port = port
        self.task = task
        self.launch = launch
        token = sandbox.token(lifetime: sandbox.configuration.tokenLifetime)
    }

    /// The URL that it listens on, such as `http://127.0.0.1:8080`.
    public var url: String { "http://\(sandbox.configuration.loopback.inURL):\(port)" }

    /// What it has seen and keeps now, also after it was stopped.
    public var state: SandboxSnapshot { sandbox.snapshot }

    /// Stops it, and waits until the port is free again. Blocks the calling thread.
    public func stop() {
        task.cancel()
        launch.waitForEnd()
    }
}

extension Sandbox {
    /// Starts a sandbox, and waits until it listens. Blocks the calling thread, so it is for synchronous code.
    public static func start(_ configuration: SandboxConfiguration = SandboxConfiguration()) throws -> RunningSandbox {
        let sandbox = try Sandbox(configuration)
        let launch = Launch()
        let task = Task.detached(executorPreference: LoopExecutor.shared) {
            do {
                try await sandbox.run { launch.listens(on: $0) }
                launch.ended(nil)
            } catch {
                launch.ended(error)
            }
        }
        return RunningSandbox(sandbox: sandbox, port: try launch.port(), task: task, launch: launch)
    }
}
