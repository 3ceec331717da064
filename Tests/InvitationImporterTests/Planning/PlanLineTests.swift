import Testing

@testable import InvitationImporter

/// Ordinary lines of a plan are read without a tree of their JSON. What they mean is defined by the tree; here both are
/// compared.
@Suite("Plan lines as bytes")
struct PlanLineTests {
    private static let texts = [
        "a", "ann@x.example", "viewer", "Søren Åberg", "山田", "👩‍🚀", "{\"x\":1}", "back\\slash", "two\nlines", "",
    ]

    private static func text(_ random: inout SplitMix) -> String { texts[random.next(below: texts.count)] }

    private static func list(_ random: inout SplitMix) -> [String] {
        (0..<random.next(below: 3)).map { _ in text(&random) }
    }

    private static func decision(_ random: inout SplitMix) -> PlannedRow.Decision {
        switch random.next(below: 8) {
        case 0:
            let isUnited = random.next(below: 2) == 0
            return .duplicate(
                of: random.next(below: 50), united: isUnited ? InvitationKey(text: "acme " + text(&random)) : nil)
        case 1: return .invalid
        case 2: return .skip(text(&random))
        default:
            return .invite(
                Invitation(
                    organization: text(&random), email: text(&random),
                    key: InvitationKey(text: "acme " + text(&random)), roles: list(&random), groups: list(&random),
                    message: random.next(below: 2) == 0 ? nil : text(&random),
                    name: random.next(below: 2) == 0 ? nil : text(&random)))
        }
    }

    private static func row(_ random: inout SplitMix) -> PlannedRow {
        let decision = decision(&random)
        var there: Outcome?
        if case .invite = decision, random.next(below: 4) == 0 { there = .alreadyMember }
        let finding = Finding(.jsonNameTwice, line: 1, advice: "words")
        var row = PlannedRow(
            number: random.next(below: 1_000_000), place: RowPlace(input: random.next(below: 3), row: 7),
            line: random.next(below: 9), decision: decision,
            findings: random.next(below: 8) == 0 ? [finding] : [], there: there)
        if case .invite = decision { return row }
        if random.next(below: 5) == 0 {
            row.person = NamedPerson(
                email: text(&random), name: text(&random), roles: list(&random), groups: list(&random))
        }
        return row
    }

    @Test("A line that is read without a tree is read as with one, whatever byte is changed", arguments: 0..<4)
    func sameMeaning(_ seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        var scanned = 0
        for _ in 0..<1000 {
            let row = Self.row(&random)
            let whole = row.json.bytes
            #expect(row.planLine == ChecksummedLine.bytes(row.json.members ?? []))
            for place in [nil, random.next(below: whole.count), random.next(below: whole.count)] {
                var bytes = whole
                if let place { bytes[place] = UInt8(truncatingIfNeeded: random.next()) & 0x7F }
                let found = bytes.dropLast().withUnsafeBufferPointer(PlannedRow.init(scanning:))
                guard let found else { continue }
                scanned += 1
                #expect(try PlannedRow(JSONValue(parsing: bytes.dropLast() + [.closeBrace])) == found)
            }
        }
        #expect(scanned > 200)
    }

    @Test("An ordinary line is read without a tree, and none that is damaged or cut")
    func ordinaryLine() {
        let row = PlannedRow(
            number: 1, place: RowPlace(input: 0, row: 1), line: 2,
            decision: .invite(
                Invitation(
                    organization: "acme", email: "ann@x.example", key: InvitationKey(text: "acme ann@x.example"),
                    roles: ["viewer", "member"], groups: ["ops"], message: "Welcome", name: "Ann")),
            findings: [])
        let line = row.planLine.dropLast()
        #expect(ChecksummedLine.read(line, PlannedRow.init(scanning:)) == row)
        for index in line.indices {
            var damaged = line
            damaged[index] ^= 1
            #expect(ChecksummedLine.read(damaged, PlannedRow.init(scanning:)) == nil)
            #expect(ChecksummedLine.read(line[..<index], PlannedRow.init(scanning:)) == nil)
        }
    }
}
