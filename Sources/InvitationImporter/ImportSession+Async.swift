import CurlMulti
import Dispatch
import Synchronization

extension ImportSession {
    /// Does the import on a thread of its own. To be called once.
    ///
    /// If the task is cancelled, nothing new is started, what is under way is waited for, and the reports are written:
    /// ``RunSummary/ending`` then is ``StopReason/interrupted(_:)``, and the same import again goes on.
    ///
    /// - Parameter confirm: Whether the plan is sent. It is asked only if a mail would go out.
    /// - Returns: The numbers. ``RunSummary/ending`` says how it ended.
    /// - Throws: ``NotSent``, ``NotReported``; ``InputError``, ``RunError``, ``OrganizationProblem`` or
    ///   `TransportFailure` before anything is sent; and what `confirm` throws.
    public func run(
        confirm: @escaping @Sendable (ImportPreview) async throws -> Bool
    ) async throws -> RunSummary {
        defer { shown.finish() }
        guard let thread = BackgroundThread(stackBytes: 8 << 20) else {
            throw TransportFailure(.shortage, "The system gives this process no thread for the import.")
        }
        defer { thread.end() }
        let stop = StopSwitch()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                thread.perform { continuation.resume(with: Result { try run(until: stop, confirm) }) }
            }
        } onCancel: {
            stop.stop()
        }
    }

    private func run(
        until stop: StopSwitch, _ confirm: @escaping @Sendable (ImportPreview) async throws -> Bool
    ) throws -> RunSummary {
        var context = SessionContext(interruptions: { stop.signals }, show: { shown.yield($0) })
        context.begin = { stop.wakes($0) }
        context.end = { stop.wakes(nil) }
        return try run(in: context, confirm: { try stop.answer(to: $0, confirm) }).0
    }
}

/// Lets a cancelled task stop an import, on whose thread nobody waits for tasks.
private final class StopSwitch: Sendable {
    private struct State {
        var isStopped = false
        var wakeUp: WakeUp?
        var question: Task<Void, Never>?
    }

    /// SIGINT: what Ctrl-C would have given.
    private static let signal: Int32 = 2
    private let state = Mutex(State())

    /// The signals so far; at most one.
    var signals: [Int32] { state.withLock { $0.isStopped ? [Self.signal] : [] } }

    func stop() {
        state.withLock { state in
            state.isStopped = true
            state.wakeUp?.signal()
            state.question?.cancel()
        }
    }

    /// Lets the switch end a wait from here on; `nil` for none. It is closed only after that.
    func wakes(_ wakeUp: WakeUp?) {
        state.withLock { $0.wakeUp = wakeUp }
    }

    /// Holds this thread until a task has answered.
    func answer(
        to preview: ImportPreview, _ confirm: @escaping @Sendable (ImportPreview) async throws -> Bool
    ) throws -> Bool {
        let answer = Answer()
        let question = Task { await answer.give { try await confirm(preview) } }
        state.withLock { state in
            state.question = question
            if state.isStopped { question.cancel() }
        }
        return try answer.taken()
    }

    /// An answer that a thread waits for.
    private final class Answer: Sendable {
        private let result = Mutex<Result<Bool, any Error>>(.success(false))
        private let given = DispatchSemaphore(value: 0)

        func give(_ make: () async throws -> Bool) async {
            let made: Result<Bool, any Error>
            do { made = .success(try await make()) } catch { made = .failure(error) }
            result.withLock { $0 = made }
            given.signal()
        }

        func taken() throws -> Bool {
            given.wait()
            return try result.withLock { try $0.get() }
        }
    }
}
