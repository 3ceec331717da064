internal import NIOCore
internal import NIOPosix

/// Runs the tasks of all sandboxes of a process on one thread of their own.
///
/// Tests start a sandbox and then block their thread in a client. The shared pool of Swift concurrency has one thread
/// for each core, so a few such tests would leave no thread for the server to answer on.
final class LoopExecutor: TaskExecutor, Sendable {
    /// The one thread.
    static let shared = LoopExecutor()

    /// The group of one thread for the sockets.
    let group: MultiThreadedEventLoopGroup
    private let loop: any EventLoop

    private init() {
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        loop = group.next()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
