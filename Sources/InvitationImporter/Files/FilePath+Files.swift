public import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension FilePath {
    /// Whether two paths lead to the same file, through any links; false if there is no file.
    public func isSameFile(as other: FilePath) -> Bool {
        guard let own = try? stat(), let theirs = try? other.stat() else { return false }
        return own.inode == theirs.inode && own.deviceID == theirs.deviceID
    }

    /// Whether anything stands at the path, even a broken link.
    var exists: Bool {
        (try? stat(followTargetSymlink: false)) != nil
    }

    /// The path without links and dots; `nil` if it leads to nothing.
    var resolved: FilePath? {
        withPlatformString { path in
            guard let text = realpath(path, nil) else { return nil }
            defer { free(text) }
            return FilePath(platformString: text)
        }
    }

    /// Moves this file to another path, in place of any file there, in one step.
    func rename(to other: FilePath) throws {
        let result = withPlatformString { from in
            other.withPlatformString { to in
                #if canImport(Glibc)
                    Glibc.rename(from, to)
                #elseif canImport(Musl)
                    Musl.rename(from, to)
                #else
                    Darwin.rename(from, to)
                #endif
            }
        }
        if result != 0 { throw Errno(rawValue: errno) }
    }

    /// Returns once the names in the directory that holds this path would survive a power cut.
    func synchronizeFolder() throws {
        let path = string
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let directory = open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw Errno(rawValue: errno) }
        defer { close(directory) }
        if fsync(directory) != 0 { throw Errno(rawValue: errno) }
    }

    /// Removes a file.
    func removeFile() throws {
        if withPlatformString({ unlink($0) }) != 0 { throw Errno(rawValue: errno) }
    }

    /// Removes an empty directory.
    func removeDirectory() throws {
        if withPlatformString({ rmdir($0) }) != 0 { throw Errno(rawValue: errno) }
    }

    /// Makes a directory for its owner alone, whatever the umask says. A directory that is there already is fine.
    ///
    /// - Throws: `Errno.notDirectory` if something else is there, such as a symbolic link, which is not followed.
    func makeDirectory() throws {
        if withPlatformString({ mkdir($0, 0o700) }) == 0 {
            if withPlatformString({ chmod($0, 0o700) }) != 0 { throw Errno(rawValue: errno) }
            return
        }
        guard errno == EEXIST else { throw Errno(rawValue: errno) }
        guard try stat(followTargetSymlink: false).type == .directory else { throw Errno.notDirectory }
    }

    /// Makes a directory for its owner alone, and any missing directories on the path to it.
    func makeDirectories() throws {
        guard (try? stat().type) != .directory else { return }
        let above = removingLastComponent()
        if !above.isEmpty, above != self { try above.makeDirectories() }
        try makeDirectory()
    }

    /// The names in a directory, sorted; empty if the directory cannot be read.
    var entries: [String] {
        guard let directory = withPlatformString({ opendir($0) }) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The ``CRC32`` of a file's content.
    func checksum() throws -> UInt32 {
        let file = try FileDescriptor.openToRead(self)
        defer { try? file.close() }
        var (sum, offset) = (UInt32(0), Int64(0))
        while true {
            let piece = try file.chunk(at: offset)
            if piece.isEmpty { return sum }
            sum = CRC32.of(piece, after: sum)
            offset += Int64(piece.count)
        }
    }

    /// Whether two files hold the same bytes; false if one of them cannot be read.
    func hasSameContent(as other: FilePath) -> Bool {
        guard let left = try? FileDescriptor.openToRead(self) else { return false }
        defer { try? left.close() }
        guard let right = try? FileDescriptor.openToRead(other) else { return false }
        defer { try? right.close() }
        var offset: Int64 = 0
        while true {
            guard let a = try? left.chunk(at: offset), let b = try? right.chunk(at: offset), a == b else {
                return false
            }
            if a.isEmpty { return true }
            offset += Int64(a.count)
        }
    }
}

extension FileDescriptor {
    /// Reads up to 64 KiB from an offset of a file; less only at its end.
    func chunk(at offset: Int64) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
            let room = UnsafeMutableRawBufferPointer(room)
            while count < room.count {
                let more = try read(
                    fromAbsoluteOffset: offset + Int64(count),
                    into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
                if more == 0 { break }
                count += more
            }
        }
    }
}
