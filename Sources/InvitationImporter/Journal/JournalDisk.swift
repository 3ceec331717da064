public import SystemPackage

/// What keeps a journal's bytes: the seam between the journal and the disk.
///
/// Belongs to one thread. After an error the journal says what is certain and stops; it never tries a second ``sync()``,
/// because a system that failed to write a page forgets that it had to.
public protocol JournalDisk: AnyObject {
    /// Adds bytes at the end of the file: all of them, or it throws and may have added some.
    func append(_ bytes: [UInt8]) throws

    /// Returns once everything appended so far would survive a power cut.
    func sync() throws

    /// Cuts the file to its first bytes.
    func cut(to end: Int) throws
}

/// The disk of this machine.
public final class FileDisk: JournalDisk {
    private let file: FileDescriptor

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
        try file.synchronizeData()
    }

    /// Truncates the file.
    public func cut(to end: Int) throws {
        try file.resize(to: Int64(end), retryOnInterrupt: true)
    }
}
