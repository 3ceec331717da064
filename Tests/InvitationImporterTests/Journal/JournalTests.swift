import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

struct JournalTests {
    private let folder: TemporaryFolder
    private var path: FilePath { folder.path.appending("journal.jsonl") }
    private let header = JournalHeader(
        tool: "0.0.0", organization: "acme", origin: "https://api.example", createdAt: "2026-01-02T03:04:05.678Z")

    init() throws {
        folder = try TemporaryFolder()
    }

    private static func intent(_ name: String, _ attempt: Int = 1) -> JournalLine {
        .intent(
            .init(key: "acme \(name)@x.example", attempt: attempt, digest: "00ff00ff", at: "2026-01-02T03:04:05.678Z"))
    }

    private static func ended(_ name: String, _ result: AttemptResult) -> JournalLine.Ended {
        JournalLine.Ended(
            key: "acme \(name)@x.example", attempt: 1, result: result, status: 201,
            reason: "\"quoted\"\nand two lines", invitationID: "i-1", expiresAt: nil, requestID: "req_1",
            sentAt: "a", at: "b")
    }

    private func key(_ name: String) -> InvitationKey { InvitationKey(text: "acme \(name)@x.example") }

    private func write(_ lines: [JournalLine]) throws {
        let journal = try JournalFile(path)
        try journal.begin(header)
        try journal.append(lines)
        try journal.sync()
        journal.close()
    }

    @Test(arguments: [
        intent("ä"), .answer(ended("b", .turnedAway)), .outcome(ended("c", .invited), .invited),
        .outcome(ended("d", .unknown), .unknown),
        .snapshot(.init(organization: "acme", invitations: 12, reason: nil, at: "a", serverTime: "b")),
        .snapshot(.init(organization: "acme", invitations: nil, reason: "403", at: "a", serverTime: nil)),
        .end(.init(code: "interrupted", reason: "2", requests: 3, milliseconds: 4, at: "a")),
        .end(.init(code: "complete", reason: nil, requests: 3, milliseconds: 4, at: "a", command: "revoke")),
        .revoking(.init(key: "acme ä@x.example", id: "i-1", attempt: 2, at: "a")),
        .revocationAnswer(ended("b", .perhapsProcessed)), .revocation(ended("c", .gone), .gone),
        .revocation(ended("d", .revoked), .revoked),
    ])
    func linesReadBackAsTheyWere(_ line: JournalLine) {
        let bytes = line.bytes
        #expect(bytes.last == 0x0A)
        #expect(JournalLine(bytes: bytes.dropLast()) == line)
    }

    @Test func everyFlippedBitIsFound() {
        let bytes = Array(JournalLine.outcome(Self.ended("c", .invited), .invited).bytes.dropLast())
        for index in bytes.indices {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[index] ^= 1 << UInt8(bit)
                #expect(JournalLine(bytes: damaged) == nil, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test func saysWhatHappenedAfterItWasClosed() throws {
        try write([
            Self.intent("a"), Self.intent("b"), Self.intent("c"), .outcome(Self.ended("a", .invited), .invited),
            .answer(Self.ended("b", .turnedAway)),
        ])
        let journal = try JournalFile(path)
        defer { journal.close() }
        #expect(journal.state.header == header)
        #expect(journal.state[key("a")]?.reported == .invited)
        #expect(journal.state[key("b")]?.reported == .notSent)
        #expect(journal.state[key("c")]?.reported == .unknown)
        #expect(journal.state[key("d")] == nil)
        #expect(try journal.details(key("a")) == Self.ended("a", .invited))
        #expect(try journal.details(key("c")) == nil)
        #expect(journal.droppedTail == nil)
    }

    @Test func aTornLastLineIsDroppedAtEveryLength() throws {
        try write([Self.intent("a"), Self.intent("b")])
        let whole = try Data(contentsOf: URL(fileURLWithPath: path.string))
        let lastStart = try #require(whole.dropLast().lastIndex(of: 0x0A)) + 1
        for length in lastStart..<whole.count {
            try whole.prefix(length).write(to: URL(fileURLWithPath: path.string))
            let journal = try JournalFile(path)
            #expect(journal.droppedTail == (length == lastStart ? nil : length - lastStart))
            #expect(journal.state[key("a")]?.reported == .unknown)
            #expect(journal.state[key("b")] == nil)
            try journal.append([Self.intent("c")])
            journal.close()
            let again = try JournalFile(path)
            #expect(again.state[key("c")]?.reported == .unknown)
            again.close()
        }
    }

    @Test func damageInTheMiddleStopsWithItsPlace() throws {
        try write([Self.intent("a"), Self.intent("b"), Self.intent("c")])
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path.string))
        let first = try #require(bytes.firstIndex(of: 0x0A)) + 1
        bytes[first + 20] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path.string))
        let error = #expect(throws: RunError.self) { try JournalFile(path) }
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains("at byte \(first)") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path.string)) == bytes)
    }

    @Test func aNewerFormatIsRefusedByName() throws {
        var newer = header
        newer.version = 99
        newer.tool = "7.0.0"
        let journal = try JournalFile(path)
        try journal.append([.header(newer)])
        journal.close()
        let error = #expect(throws: RunError.self) { try JournalFile(path) }
        #expect(error?.message.contains("7.0.0") == true)
    }

    @Test func aSymbolicLinkIsNotFollowed() throws {
        let target = try folder.write("elsewhere", "")
        try FileManager.default.createSymbolicLink(atPath: path.string, withDestinationPath: target.string)
        #expect(throws: RunError.self) { try JournalFile(path) }
    }
}

struct JournalStateTests {
    private let body = Array("{}".utf8)

    private func entry(_ change: (inout JournalState.Entry) -> Void) -> JournalState.Entry {
        var entry = JournalState.Entry()
        entry.digest = JournalState.digest(of: body)
        change(&entry)
        return entry
    }

    @Test(arguments: Outcome.allCases)
    func onlyWhatIsOpenIsSentAgain(_ outcome: Outcome) {
        let entry = entry { $0.outcome = outcome }
        switch outcome {
        case .invited, .alreadyInvited, .alreadyMember: #expect(entry.next == .leave)
        // A refusal is certain, and what it was about may have been mended since.
        case .refused, .unknown, .failed, .notSent, .invalid, .skipped, .duplicate: #expect(entry.next == .send)
        }
    }

    @Test func anOpenIntentIsUnknown() {
        let entry = entry { $0.doubt.begin() }
        #expect(entry.reported == .unknown)
        #expect(entry.next == .settle(.begun))
    }

    @Test func anUnknownOutcomeIsLookedUp() {
        var doubt = Doubt()
        doubt.begin(at: ISOTime.parse("2026-01-02T03:04:05Z"))
        doubt.end(.unknown)
        let entry = entry { ($0.outcome, $0.doubt) = (.unknown, doubt) }
        #expect(entry.next == .settle(doubt))
    }
}
