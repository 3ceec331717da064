import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps other processes out of a run directory for as long as this one lives.
public struct RunLock: ~Copyable {
    private let file: LockFile

    init(_ path: FilePath) throws(RunError) {
        do throws(LockFile.Failure) {
            file = try LockFile(path, saying: "\(getpid())\n")
        } catch {
            switch error {
            case .unusable(let error): throw error
            case .held(let holder):
                throw RunError(
                    .locked,
                    "\(path.removingLastComponent()) is being worked on by process "
                        + "\(holder.isEmpty ? "(unknown)" : holder); wait for it to end, or stop it.")
            }
        }
    }

    /// Releases the lock.
    public consuming func release() {
        file.release()
    }
}
