import InvitationImporter
import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output, which gets results and data, and standard error, which gets all other text for people.
enum Terminal {
    /// Whether a person sits there, who can read a question and answer it.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Whether standard error is a terminal.
    static var showsErrors: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether a terminal of this kind, as `TERM` names it, obeys no control sequences.
    static func isDumb(_ kind: String?) -> Bool { ["", "dumb"].contains(kind ?? "") }

    /// The columns of the terminal; 80 if it does not tell.
    static var width: Int { columns(of: STDERR_FILENO) ?? 80 }

    /// The columns at which lines for this descriptor break; `nil` if they do not, as in a file or a pipe.
    static func wrapWidth(of descriptor: Int32) -> Int? {
        isatty(descriptor) == 1 ? columns(of: descriptor).map { max($0, 20) } : nil
    }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// The text with its lines broken as the terminal needs it.
    private static func fitted(_ text: String, to descriptor: Int32) -> String {
        wrapWidth(of: descriptor).map { Wrapping.wrapped(text, width: $0) } ?? text
    }

    /// The columns of the terminal that help goes to, as the parser takes them: `COLUMNS`, or those that the terminal
    /// has; 80 if nothing tells.
    static var widthForHelp: Int {
        if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 0 { return columns }
        return columns(of: STDOUT_FILENO) ?? 80
    }

    /// The lines of the terminal that standard output goes to; `nil` if it goes to a file or a pipe, or to a terminal
    /// that does not tell.
    static var height: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else {
            return nil
        }
        return Int(size.ws_row)
    }

    /// Whether a program reads standard error, so that each line there is a JSON object (`--progress json`).
    static var isForPrograms: Bool {
        get { programsRead.load(ordering: .relaxed) }
        set { programsRead.store(newValue, ordering: .relaxed) }
    }
    private static let programsRead = Atomic(false)

    /// Tells a person something, also through a program. A terminal that has gone away is no reason to stop.
    static func say(_ text: String) {
        if isForPrograms { return event("message", [.init("text", .string(text))]) }
        write(fitted(Paint.onErrors(text), to: STDERR_FILENO) + "\n")
    }

    /// Tells a program that something happened now: an object on a line of standard error.
    static func event(_ name: String, _ members: [JSONValue.Member]) {
        let all = [JSONValue.Member("event", .string(name)), .init("at", .string(LocalTime.timestamp))] + members
        write(JSONValue.object(all).serialized + "\n")
    }

    /// Writes text to standard error as it is.
    static func write(_ text: String) {
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }

    /// Tells a person something on standard output, with its words painted.
    ///
    /// - Throws: `RunError`, like ``printData(_:)-(String)``.
    static func tell(_ line: String) throws(RunError) {
        try write(toOutput: (fitted(Paint.onOutput(Printable.lines(line)), to: STDOUT_FILENO) + "\n").utf8)
    }

    /// Writes a text and a line feed to standard output.
    ///
    /// - Throws: `RunError` if it cannot be written, because somebody waits for it. A reader that has gone away does
    ///   not.
    static func printData(_ text: String) throws(RunError) {
        try printData((text + "\n").utf8)
    }

    /// Writes bytes to standard output: unchanged into a file or a pipe, made safe to show on a terminal.
    ///
    /// - Throws: `RunError`, like the other one.
    static func printData(_ bytes: some Sequence<UInt8>) throws(RunError) {
        guard isatty(STDOUT_FILENO) == 1 else { return try write(toOutput: bytes) }
        let text = String(decoding: Array(bytes), as: UTF8.self)
        // The byte order mark is for programs that open a file.
        let shown = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        try write(toOutput: Printable.lines(shown).utf8)
    }

    private static func write(toOutput bytes: some Sequence<UInt8>) throws(RunError) {
        do {
            _ = try FileDescriptor.standardOutput.writeAll(bytes)
        } catch {
            if error as? Errno != .brokenPipe {
                throw RunError(.cannotWrite, "Standard output cannot be written: \(error).")
            }
        }
    }
}
