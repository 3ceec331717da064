public import SystemPackage

/// The source of an input's bytes: an open file, or memory. It gives them piece by piece and keeps none.
public struct ByteSource: Sendable {
    /// The size of a piece of a file: 64 KiB.
    public static let pieceBytes = 1 << 16

    private enum Origin: Sendable {
        /// A file that is opened with its first piece.
        case path(FilePath)
        case file(OpenFile)
        case borrowed(FileDescriptor)
        case memory([UInt8], next: Int, atMost: Int)
    }

    /// The most bytes that are read from a pipe or a device: 1 GiB. An endless one must not fill a disk.
    public static let endlessBytes = 1 << 30

    /// The input's name, for messages.
    public let name: String
    private var origin: Origin
    /// How many more bytes may be read from a pipe or a device; `nil` for a file and for memory.
    private var left: Int?
    private var isZero = true

    /// Reads an open file from its current position. The file must stay open until all has been read; the caller closes
    /// it.
    public init(_ descriptor: FileDescriptor, name: String) {
        self.name = name
        origin = .borrowed(descriptor)
        left = Self.limit(of: descriptor)
    }

    /// Reads bytes in memory.
    ///
    /// - Parameters:
    ///   - bytes: all the bytes.
    ///   - name: the input's name, for messages.
    ///   - pieceBytes: the size of one piece, at least 1.
    public init(_ bytes: [UInt8], name: String, pieceBytes: Int = Self.pieceBytes) {
        self.name = name
        origin = .memory(bytes, next: 0, atMost: max(1, pieceBytes))
    }

    /// Reads a file that exists and may be read now. An ordinary file is opened with its first piece, and closed when
    /// the last copy of the source is gone. So of ten thousand inputs only those that are being read are open.
    ///
    /// - Throws: ``InputError`` as ``opening(_:name:)`` does.
    public static func reading(_ path: FilePath, name: String? = nil) throws(InputError) -> ByteSource {
        let opened = try opening(path, name: name)
        // A pipe or a device may give something else, or nothing, when it is opened again.
        guard (try? path.stat().type) == .regular else { return opened }
        return ByteSource(name: opened.name, origin: .path(path), left: nil)
    }

    /// Opens a file. It is closed when the last copy of the source is gone.
    ///
    /// - Parameters:
    ///   - path: the file, or a device or pipe.
    ///   - name: the input's name, for messages; the path by default.
    /// - Throws: ``InputError`` of kind `missing`, code `input-not-found` or `input-not-readable`.
    public static func opening(_ path: FilePath, name: String? = nil) throws(InputError) -> ByteSource {
        let name = name ?? path.string
        do {
            let descriptor = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
            return ByteSource(name: name, origin: .file(OpenFile(descriptor)), left: limit(of: descriptor))
        } catch {
            throw unreadable(name, error)
        }
    }

    private init(name: String, origin: Origin, left: Int?) {
        self.name = name
        self.origin = origin
        self.left = left
    }

    private static func limit(of descriptor: FileDescriptor) -> Int? {
        (try? descriptor.stat().type) == .regular ? nil : endlessBytes
    }

    /// Reads the next piece to the front of a buffer.
    ///
    /// - Returns: how many bytes there were; 0 at the end.
    /// - Throws: ``InputError`` of kind `missing`, code `input-directory` or `input-not-readable`; of kind
    ///   `notUnderstood`, code `input-endless` or `binary`, for a pipe or device that gives too much, or nothing but
    ///   NUL.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        switch origin {
        case .path(let path):
            self = try Self.opening(path, name: name)
            return try read(into: buffer)
        case .file(let file):
            return try counted(Self.read(file.descriptor, name, into: buffer), buffer)
        case .borrowed(let descriptor):
            return try counted(Self.read(descriptor, name, into: buffer), buffer)
        case .memory(let bytes, let next, let atMost):
            let end = min(bytes.count, next + atMost, next + buffer.count)
            buffer.copyBytes(from: bytes[next..<end])
            origin = .memory(bytes, next: end, atMost: atMost)
            return end - next
        }
    }

    /// Counts the bytes, and refuses an input that does not end.
    private mutating func counted(_ count: Int, _ bytes: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        guard let left else { return count }
        self.left = left - count
        guard left >= count else {
            let message =
                "There is more than 1 GiB, and no end to it. Save it as a file, in parts if need be, and name that."
            throw InputError(.notUnderstood, code: "input-endless", file: name, message: message)
        }
        guard isZero, count > 0 else { return count }
        isZero = bytes.prefix(count).allSatisfy { $0 == 0 }
        if isZero, Self.endlessBytes - left > 1 << 20 {
            let message = "This is not a text: there is nothing but NUL in it. Name a file of people."
            throw InputError(.notUnderstood, code: "binary", file: name, message: message)
        }
        return count
    }

    private static func read(
        _ descriptor: FileDescriptor, _ name: String, into buffer: UnsafeMutableRawBufferPointer
    ) throws(InputError) -> Int {
        do {
            return try descriptor.read(into: buffer)
        } catch {
            throw unreadable(name, error)
        }
    }

    private static func unreadable(_ name: String, _ error: any Error) -> InputError {
        switch error as? Errno {
        case .noSuchFileOrDirectory, .notDirectory:
            let message = "There is no such file. Check the path; a relative one begins at the current folder."
            return InputError(.missing, code: "input-not-found", file: name, message: message)
        case .isDirectory:
            let message = "This is a folder. Name the file in it."
            return InputError(.missing, code: "input-directory", file: name, message: message)
        case .permissionDenied:
            let message = "The file may not be read by you. Change its permissions, or copy it to where you may read."
            return InputError(.missing, code: "input-not-readable", file: name, message: message)
        default:
            let message = "The file cannot be read: \(error)."
            return InputError(.missing, code: "input-not-readable", file: name, message: message)
        }
    }
}

/// A file that this process opened. It is closed when nothing refers to it any more.
private final class OpenFile: Sendable {
    let descriptor: FileDescriptor

    init(_ descriptor: FileDescriptor) {
        self.descriptor = descriptor
    }

    deinit {
        try? descriptor.close()
    }
}
