/// What keeps a journal's bytes: the seam between the journal and the disk.
///
/// Belongs to one thread. After an error the journal says what is certain and stops; it never tries a second ``sync()``,
/// because a system that failed to write a page forgets that it had to.
public protocol JournalStorage: AnyObject {
    /// Adds bytes at the end of the file: all of them, or it throws and may have added some.
    func append(_ bytes: [UInt8]) throws

    /// Returns once everything appended so far would survive a power cut.
    func sync() throws

    /// Begins what ``sync()`` does without waiting for its end. One at a time.
    func beginSync()

    /// Whether what was begun with ``beginSync()`` has come to its end; throws what went wrong.
    func hasSynced() throws -> Bool

    /// Cuts the file to its first bytes.
    func cut(to end: Int) throws
}
