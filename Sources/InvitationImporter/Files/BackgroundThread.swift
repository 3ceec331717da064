import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread of our own, made at once or not at all.
///
/// A queue of the system's makes its threads when there is work, and waits for them for ever where the process may have
/// no more; then nothing that waits for the queue ever goes on.
public final class BackgroundThread: Sendable {
    private typealias Work = @Sendable () -> Void

    /// What the thread needs; it may outlive whoever made it by a moment.
    private final class Inbox: Sendable {
        /// What is to be done; `nil` in it is the end.
        private let work = Mutex<[Work?]>([])
        private let wake = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)

        func run() {
            while let next = next() { next() }
            ended.signal()
        }

        func add(_ next: Work?) {
            work.withLock { $0.append(next) }
            wake.signal()
        }

        private func next() -> Work? {
            wake.wait()
            return work.withLock { $0.removeFirst() }
        }
    }

    private let inbox = Inbox()

    /// Makes a thread; `nil` if the system gives none.
    public init?() {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        guard pthread_attr_init(attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(attributes) }
        // The usual eight megabytes are more than a process with little memory gets.
        pthread_attr_setstacksize(attributes, 512 << 10)
        pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
        let context = Unmanaged.passRetained(inbox).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let result = pthread_create(&thread, attributes, beginThread, context)
        guard result == 0 else {
            Unmanaged<Inbox>.fromOpaque(context).release()
            return nil
        }
    }

    /// Runs a thread whose context was retained for it.
    fileprivate static func run(_ context: UnsafeMutableRawPointer) {
        Unmanaged<Inbox>.fromOpaque(context).takeRetainedValue().run()
    }

    /// Does a piece of work after those before it.
    public func perform(_ work: @escaping @Sendable () -> Void) {
        inbox.add(work)
    }

    /// Returns once all work so far is done.
    public func drain() {
        let done = DispatchSemaphore(value: 0)
        perform { done.signal() }
        done.wait()
    }

    /// Returns once all work is done and the thread has ended. Nothing may be given to it afterwards.
    public func finish() {
        inbox.add(nil)
        inbox.ended.wait()
    }
}

#if canImport(Darwin)
    private func beginThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        BackgroundThread.run(context)
        return nil
    }
#else
    private func beginThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let context { BackgroundThread.run(context) }
        return nil
    }
#endif
