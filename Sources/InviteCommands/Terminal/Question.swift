import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A question before something that cannot be taken back. One answer alone goes on; anything else is a no.
struct Question {
    /// Above this number of mails, the person has to type the number, not just a yes.
    static let manyMails = 500

    /// Why nothing happens after a question.
    struct Refusal: Hashable {
        /// Sentences for the person, with a space in front; empty after a plain no.
        var words: String
        /// The exit code.
        var code: Int32
    }

    /// What is going to happen.
    let text: String
    /// The number to type; `nil` if a yes is enough.
    private let number: Int?

    /// Makes a question.
    ///
    /// - Parameter mails: How many people would be mailed.
    init(_ text: String, mails: Int = 0) {
        self.text = text
        number = mails > Self.manyMails ? mails : nil
    }

    /// Asks at the terminal.
    ///
    /// A signal counts as an answer too, so that the command can remove what it wrote.
    /// - Returns: Why nothing happens; `nil` if the person agreed.
    func ask() throws -> Refusal? {
        let wakeUp = try FileDescriptor.pipe()
        defer {
            try? wakeUp.readEnd.close()
            try? wakeUp.writeEnd.close()
        }
        Interruptions.catchSignals(waking: wakeUp.writeEnd.rawValue)
        defer { Interruptions.release() }
        Terminal.write(shown(width: Terminal.wrapWidth(of: STDERR_FILENO)))
        guard let line = Self.line(unless: wakeUp.readEnd.rawValue) else {
            // The cursor still stands behind the question.
            Terminal.write("\n")
            return Refusal(words: " The question was interrupted.", code: 128 + (Interruptions.signals.first ?? SIGINT))
        }
        // After Ctrl-D, nobody has ended the line.
        if !line.hasSuffix("\n") { Terminal.write("\n") }
        return refusal(of: line)
    }

    /// The question as it is shown, with the cursor behind it. What to type is never broken, and has room for the
    /// answer.
    ///
    /// - Parameter width: The columns of the terminal; `nil` for any number.
    func shown(width: Int?) -> String {
        let ask = number.map { "Type \($0) to go on: " } ?? "Go on? [y/N] "
        let painted = Paint.onErrors(text)
        guard let width, Wrapping.columns(painted[...]) + 1 + ask.count + 8 > width else { return "\(painted) \(ask)" }
        return Wrapping.wrapped(painted, width: width) + "\n" + ask
    }

    /// Why a line is no agreement; `nil` if it is one.
    func refusal(of line: String) -> Refusal? {
        let answer = line.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let (isYes, isNo) = (["y", "yes"].contains(answer), ["", "n", "no"].contains(answer))
        // The question shows the number with commas.
        if number.map({ answer == String($0) || answer == $0.grouped }) ?? isYes { return nil }
        let why =
            switch number {
            case _ where isNo: ""
            case let number? where isYes: " For so many mails \(answer) is not enough; the answer is \(number)."
            case let number?: " The answer was not \(number)."
            case nil: " The answer was neither y nor yes."
            }
        return Refusal(words: why, code: 1)
    }

    /// The next line of standard input with its end; what there is of it, if the input ends first.
    ///
    /// - Returns: `nil` if the descriptor had something to read before.
    private static func line(unless descriptor: Int32) -> String? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1024)
        while bytes.last != 0x0A {
            var both = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&both, 2, -1)
            if both[1].revents != 0 { return nil }
            if count < 0 { continue }
            let read = (try? piece.withUnsafeMutableBytes { try FileDescriptor.standardInput.read(into: $0) }) ?? 0
            if read == 0 { break }
            bytes += piece[..<read]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
