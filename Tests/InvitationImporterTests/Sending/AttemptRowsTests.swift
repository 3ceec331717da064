import CurlMulti
import Testing

@testable import InvitationImporter

/// Which row is next.
struct AttemptRowsTests {
    private static func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    /// Rows in the order in which they wait, each with the second when it is due.
    private static func rows(_ dues: Int...) -> AttemptRows {
        var rows = AttemptRows()
        for (number, due) in dues.enumerated() {
            let invitation = SettlementTests.invitation("p\(number)")
            rows.queue(rows.newRow(invitation, .invite(body: []), attempts: 0), at: at(due))
        }
        return rows
    }

    /// The tags in the order in which they are taken, with the second of each.
    private static func order(_ rows: AttemptRows) -> [String] {
        var (rows, order) = (rows, [String]())
        while let (row, due) = rows.next {
            rows.popNext()
            _ = rows.take(row.tag)
            order.append("\(row.tag)@\(due.sinceOrigin.components.seconds)")
            rows.checkInvariants(parked: [], underWay: 0)
        }
        return order
    }

    @Test func theFirstDueIsNextAndOfThoseTheFirstInTheFile() {
        #expect(Self.order(Self.rows(5, 0, 3, 0)) == ["2@0", "4@0", "3@3", "1@5"])
        #expect(Self.order(Self.rows()) == [])
    }

    @Test func aRowThatIsTakenIsGone() throws {
        var rows = Self.rows(0, 0)
        let (row, _) = try #require(rows.next)
        rows.popNext()
        #expect(rows[row.tag] != nil)
        rows.checkInvariants(parked: [], underWay: 1)
        #expect(rows.take(row.tag)?.tag == 1)
        #expect(rows[row.tag] == nil)
        #expect(rows.take(row.tag) == nil)
        rows.checkInvariants(parked: [], underWay: 0)
    }

    @Test func whoIsLeftAsTheyWereIsCounted() throws {
        var rows = AttemptRows()
        let row = rows.newRow(SettlementTests.invitation("ann"), .invite(body: []), attempts: 2)
        #expect(row.attempt.number == 2)
        rows.keep(row)
        #expect(rows.noneWaits)
        rows.checkInvariants(parked: [row.tag], underWay: 0)
        rows.leave(row.tag)
        #expect(rows.untouched == 1)
        #expect(rows[row.tag] == nil)
    }

    @Test func anEarlierDoubtGoesIntoItsRow() {
        var rows = AttemptRows()
        let earlier = EarlierDoubt(SettlementTests.doubt(), asked: nil, idsBefore: [])
        let row = rows.newRow(SettlementTests.invitation("ann"), .invite(body: []), attempts: 1, earlier.doubt, earlier)
        #expect(row.doubt.mayExist)
        #expect(rows.newRow(SettlementTests.invitation("bob"), .invite(body: []), attempts: 0).doubt == Doubt())
        #expect(row.tag == 1)
    }
}
