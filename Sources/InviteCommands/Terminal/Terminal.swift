import InvitationImporter
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard error, where all text for people goes, and standard output, which is for data.
enum Terminal {
    /// Whether a person sits there: the question can be read and answered.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Whether standard error is a terminal that can rewrite a line.
    static var canRewrite: Bool { isatty(STDERR_FILENO) == 1 }

    /// The columns of the terminal; 80 where it does not tell.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Says something to a person. A terminal that has gone away is no reason to stop.
    static func say(_ text: String) {
        write(text + "\n")
    }

    /// Writes to standard error as it is.
    static func write(_ text: String) {
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }

    /// Writes data to standard output.
    ///
    /// - Throws: ``RunError`` if it cannot be written: somebody waits for it. A reader that has gone away does not.
    static func printData(_ text: String) throws(RunError) {
        try printData((text + "\n").utf8)
    }

    /// Writes bytes to standard output: as they are into a file or a pipe, made safe to show on a terminal.
    ///
    /// - Throws: ``RunError`` as the other does.
    static func printData(_ bytes: some Sequence<UInt8>) throws(RunError) {
        guard isatty(STDOUT_FILENO) == 1 else { return try write(toOutput: bytes) }
        let text = String(decoding: Array(bytes), as: UTF8.self)
        // The mark that says UTF-8 is for programs that open a file.
        let shown = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        try write(toOutput: Printable.lines(shown.replacing("\r\n", with: "\n")).utf8)
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

    /// More mails than this want their number typed, not just a yes.
    static let manyMails = 500

    /// Asks, and answers whether the person wants it: yes, or the number where it is a large one.
    static func confirms(_ question: String, mails: Int = 0) -> Bool {
        let isMany = mails > manyMails
        write(question + (isMany ? " Type \(mails) to go on: " : " Go on? [y/N] "))
        let words = readLine()?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
        guard words.count == 1 else { return false }
        let answer = String(words[0])
        return isMany ? answer == String(mails) : ["y", "yes"].contains(answer)
    }
}
