internal import NIOCore
internal import NIOPosix

/// Runs the tasks of all sandboxes of a process on one thread of their own.
///
/// Tests start a sandbox and then block their thread in a client. On the shared pool of Swift concurrency, which has
/// one thread for each core, a few of them would leave no thread for the server to answer on.
final class LoopExecutor: TaskExecutor, Sendable {
    /// The one thread.
    static let shared = LoopExecutor()

    /// The group of one thread that sockets belong to.
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
