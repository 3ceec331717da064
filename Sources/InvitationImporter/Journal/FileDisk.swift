import Dispatch
import Synchronization
public import SystemPackage

/// The disk of this machine.
public final class FileDisk: JournalDisk {
    /// How far a synchronization in the background is.
    private enum Progress {
        case running
        case ended(Errno?)
    }

    private let file: FileDescriptor
    private let queue = DispatchQueue(label: "journal")
    /// Shared with the queue; everything else belongs to the thread of the journal.
    private let shared = Shared()

    private final class Shared: Sendable {
        let progress = Mutex(Progress.ended(nil))
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
        queue.sync {}
        _ = try hasSynced()
        try file.synchronizeData()
    }

    /// Synchronizes the file's data on another thread.
    public func beginSync() {
        shared.progress.withLock { $0 = .running }
        queue.async { [file, shared] in
            var failure: Errno?
            do { try file.synchronizeData() } catch { failure = error as? Errno ?? .ioError }
            shared.progress.withLock { [failure] in $0 = .ended(failure) }
        }
    }

    /// Whether that has ended.
    public func hasSynced() throws -> Bool {
        switch shared.progress.withLock({ $0 }) {
        case .running: return false
        case .ended(let failure?): throw failure
        case .ended(nil): return true
        }
    }

    /// Truncates the file.
    public func cut(to end: Int) throws {
        try file.resize(to: Int64(end), retryOnInterrupt: true)
    }

    deinit {
        // The file is closed next: nobody may be at it any more.
        queue.sync {}
    }
}
