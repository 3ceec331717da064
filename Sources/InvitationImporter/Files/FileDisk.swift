import Synchronization
public import SystemPackage

/// The disk of this machine.
public final class FileDisk: JournalStorage {
    private let file: FileDescriptor
    /// Where files are synchronized while others go on; `nil` before that is wanted.
    private var thread: BackgroundThread?
    /// Shared with that thread; everything else belongs to the thread of the journal.
    private let background = Background()

    /// A synchronization in the background: its error number, 0 for success, or -1 while it runs.
    private final class Background: Sendable {
        let result = Atomic<Int32>(0)
    }

    /// Keeps the bytes in a file that was opened for appending; whoever opened it closes it.
    public init(_ file: FileDescriptor) {
        self.file = file
    }

    /// Adds bytes at the end of the file.
    public func append(_ bytes: [UInt8]) throws {
        try file.writeAll(bytes)
    }

    /// Synchronizes the file's data.
    public func sync() throws {
        // The system tells of a failure once only: if the other thread got to know of it, this one would not.
        thread?.drain()
        _ = try hasSynced()
        try file.synchronizeData()
    }

    /// Synchronizes the file's data on another thread; on this one if the system gives no other.
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
        // The file is closed next: nobody may be at it any more.
        thread?.finish()
    }
}
