import Testing

@testable import CurlMulti

/// What is kept of the lines of one reply never shows in another.
struct AnswerBufferTests {
    private static func fields(_ buffer: inout AnswerBuffer, _ lines: [String]) -> [String] {
        buffer.removeAll()
        for line in ["HTTP/1.1 200 OK"] + lines + [""] {
            Array("\(line)\r\n".utf8).withUnsafeBytes { _ = buffer.take(header: $0) { true } }
        }
        return buffer.headers.fields.map { "\($0.name)=\($0.value)" }
    }

    @Test func linesThatComeAgainAreReadAsAtFirst() {
        let replies: [([String], [String])] = [
            (["Date: now", "Server: a"], ["date=now", "server=a"]),
            (["Date: now", "Server: a"], ["date=now", "server=a"]),
            (["Date: then", "Server: a", "X: 1"], ["date=then", "server=a", "x=1"]),
            (["Server: a", "Date: then"], ["server=a", "date=then"]),
            ([], []),
            (["Server: a", "no field", "Date: then"], ["server=a", "date=then"]),
            (["Server: a", "Date: then", "X: 1"], ["server=a", "date=then", "x=1"]),
        ]
        var buffer = AnswerBuffer(headerLimit: 1 << 16, bodyLimit: 10)
        for (lines, expected) in replies { #expect(Self.fields(&buffer, lines) == expected) }
        let many = (0..<100).map { "N\($0): \($0)" }
        for _ in 0..<2 { #expect(Self.fields(&buffer, many) == (0..<100).map { "n\($0)=\($0)" }) }
    }
}
