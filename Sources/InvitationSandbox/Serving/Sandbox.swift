internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// An imitation of the k0rdent AI API on loopback, for trying things out and for tests.
///
/// A value that takes the time as a parameter makes all decisions. This class adds the clock, the sockets, the lock and
/// the state file. Use ``start(_:)`` from synchronous code, ``run(onReady:)`` from asynchronous code.
public final class Sandbox: Sendable {
    /// How it behaves.
    public let configuration: SandboxConfiguration
    private let state: Mutex<SandboxState>
    private let file: StateFile?
    private let started = ContinuousClock.now

    /// Makes a sandbox that does not listen yet. Opens and replays the state file if there is one.
    public init(_ configuration: SandboxConfiguration = SandboxConfiguration()) throws {
        self.configuration = configuration
        var state = SandboxState(configuration)
        file = try configuration.stateFile.map { path throws(SandboxError) in try StateFile(path: path) }
        let events = try file?.replay() ?? []
        for event in events { state.replay(event) }
        if events.isEmpty { state.populate(at: SandboxMoment(uptime: .zero, unix: Self.wallClock)) }
        try file?.append(state.unwritten)
        state.unwritten = []
        self.state = Mutex(state)
    }

    /// Serves until the task is cancelled. `onReady` gets the port as soon as connections are accepted.
    ///
    /// Throws if the port cannot be bound. Logs nothing.
    public func run(onReady: @escaping @Sendable (Int) -> Void) async throws {
        defer { close() }
        let service = try HTTPServerBuilder.http1().buildServer(
            configuration: ServerConfiguration(
                address: .hostname(configuration.loopback.rawValue, port: configuration.port), backlog: 1024),
            eventLoopGroup: LoopExecutor.shared.group,
            logger: Logger(label: "k0rdent-sandbox") { _ in SwiftLogNoOpLogHandler() },
            responder: { request, writer, channel in
                let answer = await self.exchange(request, on: channel.eventLoop)
                try await writer.write(response: self.head(of: answer), body: Self.body(of: answer))
            },
            onServerRunning: { channel in onReady(channel.localAddress?.port ?? 0) })
        do {
            try await withTaskExecutorPreference(LoopExecutor.shared) { try await service.run() }
        } catch let error as IOError {
            let address = "\(configuration.loopback.inURL):\(configuration.port)"
            throw SandboxError.cannotListen(address: address, reason: String(cString: strerror(error.errnoCode)))
        }
    }

    /// What it has seen and keeps now. Complexity: O(n) in the number of invitations.
    public var snapshot: SandboxSnapshot { state.withLock { SandboxSnapshot($0, at: now) } }

    /// A new token with this lifetime. A negative lifetime makes an expired one.
    public func token(lifetime: Duration) -> String { state.withLock { $0.token(lifetime: lifetime, at: now) } }

    /// The present moment by both clocks.
    private var now: SandboxMoment { SandboxMoment(uptime: started.duration(to: .now), unix: Self.wallClock) }

    private static var wallClock: Duration { .seconds(Date().timeIntervalSince1970) }

    // MARK: One exchange

    private func exchange(_ request: Request, on loop: any EventLoop) async -> SandboxAnswer {
        guard let body = try? await request.body.collect(upTo: 1 << 20) else { return SandboxAnswer(status: 413) }
        let plain = SandboxRequest(
            request.method.rawValue, request.head.path ?? "/", authorization: request.headers[.authorization],
            body: Array(body.readableBytesView))
        guard let arrival = arrive(plain) else { return handle(plain) }
        await Self.pause(arrival.fate.latency / 2, on: loop)
        guard !Task.isCancelled else { return SandboxAnswer(status: 503) }
        let answer = written { state, now in state.answer(arrival, at: now) }
        while state.withLock({ $0.isHeld(arrival) }), !Task.isCancelled {
            await Self.pause(.milliseconds(10), on: loop)
        }
        await Self.pause(arrival.fate.latency / 2, on: loop)
        return answer
    }

    /// Handles a request at once, without a socket and without latency.
    package func handle(_ request: SandboxRequest) -> SandboxAnswer {
        guard let arrival = arrive(request) else {
            return written { state, now in state.control(request, at: now) }
        }
        return written { state, now in state.answer(arrival, at: now) }
    }

    /// Notes a request to the API; nil for a request to the sandbox itself.
    private func arrive(_ request: SandboxRequest) -> Arrival? {
        guard !request.target.hasPrefix("/_sandbox/") else { return nil }
        return state.withLock { $0.arrive(request, at: now) }
    }

    /// Releases the state file for another sandbox.
    package func close() { file?.unlock() }

    /// Acts on the state, and writes the changes to the file before the answer may go out.
    private func written(_ act: (inout SandboxState, SandboxMoment) -> SandboxAnswer) -> SandboxAnswer {
        state.withLock { state in
            let answer = act(&state, now)
            guard !state.unwritten.isEmpty else { return answer }
            defer { state.unwritten.removeAll(keepingCapacity: true) }
            do throws(SandboxError) {
                try file?.append(state.unwritten)
                return answer
            } catch {
                return SandboxAnswer(status: 500, body: error.description, contentType: "text/plain")
            }
        }
    }

    /// Waits on the sandbox's own thread, because a sleep would need the shared pool. Stopping the sandbox ends the
    /// wait.
    private static func pause(_ duration: Duration, on loop: any EventLoop) async {
        guard duration > .zero else { return }
        let timer = loop.scheduleTask(in: .nanoseconds(duration.nanoseconds)) {}
        await withTaskCancellationHandler {
            try? await timer.futureResult.get()
        } onCancel: {
            timer.cancel()
        }
    }

    private func head(of answer: SandboxAnswer) -> HTTPResponse {
        var fields = HTTPFields()
        fields[.date] = CivilTime(unixSeconds: Int(Date().timeIntervalSince1970)).httpDate
        if answer.status != 204 {
            fields[.contentType] = answer.contentType
            fields[.contentLength] = String(answer.body.utf8.count)
        }
        for field in answer.fields {
            if let name = HTTPField.Name(field.name) { fields.append(HTTPField(name: name, value: field.value)) }
        }
        return HTTPResponse(status: HTTPResponse.Status(code: answer.status), headerFields: fields)
    }

    private static func body(of answer: SandboxAnswer) -> ResponseBody {
        answer.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(string: answer.body))
    }
}
