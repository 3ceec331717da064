import Testing

@testable import InvitationImporter

/// Journal lines are written from templates. What they hold is defined by their members; here both are compared.
@Suite("Journal lines as bytes")
struct JournalBytesTests {
    private static let texts = [
        "", "a", "acme ann@x.example", "\"quoted\"", "back\\slash", "two\nlines\r\n",
        "tab\t\u{8}\u{C}\u{0}\u{1F}\u{7F}", "ä", "山田",
        "\u{85}\u{9F}\u{A0}", "\u{2028}\u{2029}\u{202A}", "👩‍🚀", "2026-01-02T03:04:05.678Z",
        String(repeating: "x", count: 300),
    ]

    private static func text(_ random: inout SplitMix) -> String {
        (0...random.next(below: 3)).map { _ in texts[random.next(below: texts.count)] }.joined()
    }

    private static func optional(_ random: inout SplitMix) -> String? {
        random.next(below: 3) == 0 ? nil : text(&random)
    }

    private static func list(_ random: inout SplitMix) -> [String] {
        (0..<random.next(below: 4)).map { _ in text(&random) }
    }

    private static func ended(_ random: inout SplitMix) -> JournalLine.Ended {
        let results = AttemptResult.allCases
        return .init(
            key: text(&random), attempt: random.next(below: 12), result: results[random.next(below: results.count)],
            status: random.next(below: 3) == 0 ? nil : random.next(below: 1000), reason: optional(&random),
            invitationID: optional(&random), expiresAt: optional(&random), requestID: optional(&random),
            sentAt: text(&random), at: text(&random))
    }

    private static func line(_ random: inout SplitMix) -> JournalLine {
        switch random.next(below: 8) {
        case 0, 1, 2:
            return .intent(
                .init(
                    key: text(&random), attempt: Int(truncatingIfNeeded: random.next()) >> random.next(below: 60),
                    digest: text(&random), at: text(&random), serverTime: optional(&random),
                    asked: .init(roles: list(&random), groups: list(&random)), idsBefore: list(&random)))
        case 3, 4: return .answer(ended(&random))
        case 5, 6:
            let outcomes = Outcome.allCases
            return .outcome(ended(&random), outcomes[random.next(below: outcomes.count)])
        default: return .revocationAnswer(ended(&random))
        }
    }

    @Test("Every line has the bytes of its members, wherever it stands", arguments: 0..<4)
    func sameBytes(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var written: [UInt8] = []
        var defined: [UInt8] = []
        for _ in 0..<500 {
            let line = Self.line(&random)
            let bytes = ChecksummedLine.bytes(line.members)
            #expect(line.bytes == bytes)
            #expect(JournalLine(bytes: bytes.dropLast()) == line)
            line.write(into: &written)
            defined += bytes
        }
        #expect(written == defined)
    }

    @Test("A line that is read without a tree is read as with one, whatever byte is changed", arguments: 0..<4)
    func sameMeaning(_ seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed + 100))
        var scanned = 0
        for index in 0..<500 {
            let line = index % 2 == 0 ? Self.line(&random) : Self.ordinaryLine(&random)
            let whole = JSONValue.object(line.members).bytes
            for place in [nil, random.next(below: whole.count), random.next(below: whole.count)] {
                var bytes = whole
                if let place { bytes[place] = UInt8(truncatingIfNeeded: random.next()) & 0x7F }
                let found = bytes.dropLast().withUnsafeBufferPointer(JournalLine.init(scanning:))
                guard let found else { continue }
                scanned += 1
                #expect(try JournalLine(JSONValue(parsing: bytes.dropLast() + [.closeBrace])) == found)
            }
        }
        #expect(scanned > 300)
    }

    /// A line whose texts need no escape.
    private static func ordinaryLine(_ random: inout SplitMix) -> JournalLine {
        func text() -> String { ["acme ann@x.example", "søren", "山田", "7", ""][random.next(below: 5)] }
        func optional() -> String? { random.next(below: 2) == 0 ? nil : text() }
        if random.next(below: 2) == 0 {
            return .intent(
                .init(
                    key: text(), attempt: random.next(below: 9), digest: text(), at: text(), serverTime: optional(),
                    asked: .init(roles: optional().map { [$0, $0] } ?? []), idsBefore: optional().map { [$0] } ?? []))
        }
        let ended = JournalLine.Ended(
            key: text(), attempt: 1, result: .invited, status: random.next(below: 2) == 0 ? nil : 201,
            reason: optional(), invitationID: optional(), expiresAt: optional(), requestID: optional(),
            sentAt: text(), at: text())
        return random.next(below: 2) == 0 ? .answer(ended) : .outcome(ended, .invited)
    }

    @Test("An ordinary line is read without a tree")
    func ordinaryLines() {
        let intent = JournalLine.intent(
            .init(
                key: "acme ann@x.example", attempt: 1, digest: "00000000", at: "2026-01-02T03:04:05.678Z",
                serverTime: "2026-01-02T03:04:05.000Z", asked: .init(roles: ["viewer"], groups: ["ops"]),
                idsBefore: ["7"]))
        let ended = JournalLine.outcome(
            .init(
                key: "acme søren@x.example", attempt: 2, result: .invited, status: 201, reason: "words",
                invitationID: "1", expiresAt: "later", requestID: "2", sentAt: "then", at: "now"), .invited)
        for line in [intent, ended] {
            #expect(ChecksummedLine.read(line.bytes.dropLast(), JournalLine.init(scanning:)) == line)
            for end in line.bytes.indices {
                let cut = ChecksummedLine.read(line.bytes[..<end], JournalLine.init(scanning:))
                #expect(cut == nil || end == line.bytes.count - 1)
            }
        }
    }

    @Test("The body of a request has the bytes of its JSON")
    func bodies() {
        var random = SplitMix(seed: 3)
        for _ in 0..<500 {
            let invitation = Invitation(
                organization: "acme", email: Self.text(&random), key: InvitationKey(text: "acme a@x.example"),
                roles: Self.list(&random), groups: Self.list(&random), message: Self.optional(&random))
            #expect(invitation.body == invitation.json.bytes)
        }
    }
}
