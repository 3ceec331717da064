import Synchronization
public import SystemPackage

/// A journal's file on the disk of this machine.
public final class FileDisk: JournalStorage {
    private let file: FileDescriptor
    /// The thread that synchronises files in the background; `nil` until it is needed.
    private var thread: BackgroundThread?
    /// Shared with that thread. Everything else belongs to the thread of the journal.
    private let background = Background()

    /// A synchronisation in the background: 0 for success, an error number, or -1 while it runs.
    private final class Background: Sendable {
        let result = Atomic<Int32>(0)
    }

    /// Keeps the bytes in a file that was opened for appending. The caller closes it.
    public init(_ file: FileDescriptor) {
        self.file = file
    }

    /// Adds bytes at the end of the file.
    public func append(_ bytes: [UInt8]) throws {
        try file.writeAll(bytes)
    }

    /// Synchronises the file's data.
    public func sync() throws {
        // The system reports a failure only once. If the other thread got the report, this thread would not.
        thread?.drain()
        _ = try hasSynced()
        try file.synchronizeData()
    }

    /// Begins to synchronise the file's data on another thread, or does it on this one if the system gives no other.
    public func beginSync() {
        background.result.store(-1, ordering: .releasing)
        let work = { @Sendable [file, background] in
            var number: Int32 = 0
            do { try file.synchronizeData() } catch { number = (error as? Errno ?? .ioError).rawValue }
            background.result.store(number, ordering: .releasing)
        }
        thread = thread ?? BackgroundThread()
        if let thread { thread.perform(work) } else { work() }
    }

    /// Whether that has ended.
    ///
    /// - Throws: The `Errno` with which it failed.
    public func hasSynced() throws -> Bool {
        switch background.result.load(ordering: .acquiring) {
        case -1: return false
        case 0: return true
        case let number: throw Errno(rawValue: number)
        }
    }

    /// Truncates the file.
    public func cut(to end: Int) throws {
        try file.resize(to: Int64(end), retryOnInterrupt: true)
    }

    deinit {
        // The caller closes the file next, so nothing may use it any more.
        thread?.finish()
    }
}
