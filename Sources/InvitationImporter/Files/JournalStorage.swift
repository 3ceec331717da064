/// Where a journal keeps its bytes: the seam between the journal and the disk.
///
/// Belongs to one thread. After an error the journal says what is certain and stops. It never tries a second
/// ``sync()``, because a system that failed to write a page forgets that page.
public protocol JournalStorage: AnyObject {
    /// Adds bytes at the end of the file: all of them, or it throws and may have added some.
    func append(_ bytes: [UInt8]) throws

    /// Returns once everything appended so far would survive a power cut.
    func sync() throws

    /// Begins a ``sync()`` without waiting for its end. Only one at a time.
    func beginSync()

    /// Whether the synchronisation that ``beginSync()`` began has ended. Throws its error.
    func hasSynced() throws -> Bool

    /// Cuts the file after this many bytes.
    func cut(to end: Int) throws
}
