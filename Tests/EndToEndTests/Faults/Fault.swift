import TestSupport

/// Something that goes wrong between a server and us, and what must come of it.
struct Fault: Sendable, CustomStringConvertible {
    /// Whether the server acted on the request before it went wrong.
    enum Moment: String, CaseIterable {
        case before
        case after
    }

    let name: String
    let moment: Moment
    /// The class that the journal must have for the attempt.
    let attemptClass: String
    /// Whether the connection goes on serving.
    let servesOn: Bool
    /// Whether it happens only on a connection that has served a request.
    let needsReuse: Bool
    /// Whether the connection is closed at the very moment at which the next request goes out, which may be lost by
    /// that.
    let crossesTheNext: Bool
    private let script: @Sendable (Connection, _ answer: [UInt8]) -> Void

    init(
        _ name: String, _ moment: Moment, _ attemptClass: String, servesOn: Bool = false, needsReuse: Bool = false,
        crossesTheNext: Bool = false, _ script: @escaping @Sendable (Connection, _ answer: [UInt8]) -> Void
    ) {
        (self.name, self.moment, self.attemptClass) = (name, moment, attemptClass)
        self.crossesTheNext = crossesTheNext
        (self.servesOn, self.needsReuse, self.script) = (servesOn, needsReuse, script)
    }

    var description: String { "\(name), \(moment) it acted" }

    /// Does it. `pass` hands the request to the server and gives its answer.
    func happens(on connection: Connection, _ pass: () -> [UInt8]) {
        // What a server says that did not act: it failed.
        let failed = Array("HTTP/1.1 500 Oh\r\nContent-Length: 18\r\n\r\n{\"message\":\"oh no\"}".utf8)
        script(connection, moment == .after ? pass() : failed)
    }
}

// MARK: - The table

extension Fault {
    static let all = silent + halfWay + whole

    /// The same before and after the server acted, where no status comes.
    private static func both(
        _ name: String, needsReuse: Bool = false, _ script: @escaping @Sendable (Connection) -> Void
    ) -> [Fault] {
        Moment.allCases.map { moment in
            Fault(name, moment, "unknown", needsReuse: needsReuse) { connection, _ in script(connection) }
        }
    }

    /// The same before and after, where the status comes through: a failure before, a success after.
    private static func cut(
        _ name: String, _ script: @escaping @Sendable (Connection, _ answer: [UInt8]) -> Void
    ) -> [Fault] {
        [Fault(name, .before, "perhaps-processed", script), Fault(name, .after, "invited", script)]
    }

    /// Nothing comes that could be called an answer.
    private static let silent =
        both("reads, then closes") { _ in }
        + both("reads, then closes a connection that was in use", needsReuse: true) { _ in }
        + both("reads, then resets") { $0.reset() }
        + both("resets a connection that was in use", needsReuse: true) { $0.reset() }
        + both("hangs") { $0.waitForClose() }
        + both("half a status line") { $0.write("HTTP/1.1 20") }
        + both("hangs in the status line") { connection in
            connection.write("HTTP/1.1 2")
            connection.waitForClose()
        }
        + both("garbage") { $0.write("SSH-2.0-OpenSSH_9.2\r\n\r\n") }
        + both("1xx only") { $0.write("HTTP/1.1 103 Early\r\n\r\n") }
        + both("1xx, then hangs") { connection in
            connection.write("HTTP/1.1 100 Continue\r\n\r\n")
            connection.waitForClose()
        }
        + both("slow loris") { connection in
            // Never done within the timeout of the test that meets it.
            for byte in "HTTP/1.1 500 Slow".utf8 {
                connection.write([byte])
                connection.stayQuiet(for: .seconds(1))
            }
        }
        + Moment.allCases.map { moment in
            Fault("a page for people", moment, "not-understood") { connection, _ in
                connection.answer(200, "<html>Please log in</html>")
            }
        }

    /// The status comes, but not all of the rest.
    private static let halfWay =
        cut("half a header") { $0.write(Array($1.prefix(28))) }
        + cut("hangs in the header") { connection, answer in
            connection.write(Array(answer.prefix(28)))
            connection.waitForClose()
        }
        + cut("half a body") { $0.write(Array($1.dropLast(5))) }
        + cut("hangs in the body") { connection, answer in
            connection.write(Array(answer.dropLast(5)))
            connection.waitForClose()
        }
        + cut("half a chunk") { connection, answer in
            connection.write(Array(answer.prefix { $0 != 0x0D }))
            connection.write("\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"id")
        }
        + cut("a body without an end") { connection, answer in
            connection.write(Array(answer.prefix { $0 != 0x0D }))
            connection.write("\r\nContent-Length: 1000000000\r\n\r\n")
            connection.writeForever(String(repeating: "x", count: 65_536))
        }

    /// The answer is whole, but the connection does something odd.
    private static let whole = [
        Fault("closes right after the answer", .after, "invited") { connection, answer in
            connection.writeLast(answer)
        },
        Fault(
            "turns away and closes when the pause ends", .before, "turned-away", crossesTheNext: true
        ) { connection, _ in
            connection.write("HTTP/1.1 429 Slow down\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n")
            connection.stayQuiet(for: .seconds(1))
        },
        Fault("a server error in good order", .before, "perhaps-processed", servesOn: true) { $0.write($1) },
        Fault("acts, then says that it failed", .after, "perhaps-processed", servesOn: true) { connection, _ in
            connection.answer(502, "<html>Bad gateway</html>")
        },
    ]
}
