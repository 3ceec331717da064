import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread of the program's own. The system gives it at once or not at all.
///
/// A dispatch queue makes its threads when there is work. If the process may have no more threads, the queue waits for
/// one for ever, and so does everything that waits for the queue.
public final class BackgroundThread: Sendable {
    private typealias Work = @Sendable () -> Void

    /// What the thread uses. It may live a moment longer than the object that made the thread.
    private final class Inbox: Sendable {
        /// The work to do. A `nil` ends the thread.
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
    ///
    /// - Parameter stackBytes: The size of its stack; default 512 KiB. The system's default of eight megabytes is more
    ///   than a process with little memory gets.
    public init?(stackBytes: Int = 512 << 10) {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        guard pthread_attr_init(attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(attributes) }
        pthread_attr_setstacksize(attributes, stackBytes)
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

    /// Runs the thread's work. The context was retained for it.
    fileprivate static func run(_ context: UnsafeMutableRawPointer) {
        Unmanaged<Inbox>.fromOpaque(context).takeRetainedValue().run()
    }

    /// Does a piece of work after all earlier ones.
    public func perform(_ work: @escaping @Sendable () -> Void) {
        inbox.add(work)
    }

    /// Returns when all work given so far is done.
    public func drain() {
        let done = DispatchSemaphore(value: 0)
        perform { done.signal() }
        done.wait()
    }

    /// Lets the thread end when all work is done. Give it no work afterwards.
    public func end() {
        inbox.add(nil)
    }

    /// Returns when all work is done and the thread has ended. Give it no work afterwards.
    public func finish() {
        end()
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
