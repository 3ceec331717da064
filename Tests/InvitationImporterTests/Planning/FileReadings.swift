#if canImport(Glibc)
    import Glibc
    import SystemPackage

    /// Counts how often files are read, as the kernel tells it: an opening that is read from and closed is one reading.
    final class FileReadings {
        private let watch: FileDescriptor

        /// Watches files, and the files in folders, from here on.
        init(_ paths: [FilePath]) throws {
            let number = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            guard number >= 0 else { throw Errno(rawValue: errno) }
            watch = FileDescriptor(rawValue: number)
            // Without what happens in between, equal events would be told once.
            let events = UInt32(IN_OPEN | IN_ACCESS | IN_CLOSE_NOWRITE | IN_CLOSE_WRITE)
            for path in paths where inotify_add_watch(number, path.string, events) < 0 { throw Errno(rawValue: errno) }
        }

        deinit {
            try? watch.close()
        }

        /// The readings since the beginning: openings in which something was read.
        ///
        /// When they were closed does not count: a process that is just being started has each file open for a while
        /// too.
        func count() throws -> Int {
            var (readings, isRead) = (0, true)
            for event in try events() {
                if event & UInt32(IN_OPEN) != 0 { isRead = false }
                if event & UInt32(IN_ACCESS) != 0, !isRead { (readings, isRead) = (readings + 1, true) }
            }
            return readings
        }

        private func events() throws -> [UInt32] {
            var events: [UInt32] = []
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
            defer { buffer.deallocate() }
            while let count = try? watch.read(into: buffer), count > 0 {
                var offset = 0
                while offset < count {
                    let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
                    if event.mask & UInt32(IN_ISDIR) == 0 { events.append(event.mask) }
                    offset += MemoryLayout<inotify_event>.size + Int(event.len)
                }
            }
            return events
        }
    }
#endif
