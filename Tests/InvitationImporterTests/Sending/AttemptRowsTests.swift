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
    private static func order(_ rows: AttemptRows, at now: Instant = .origin) -> [String] {
        var (rows, order) = (rows, [String]())
        while let (row, due) = rows.next(at: now) {
            rows.pop(row)
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

    @Test("who had trouble goes after everybody who is due, and does not wait for who is not")
    func whoHadTroubleGoesLast() {
        var rows = AttemptRows()
        func queue(troubles: Int, _ due: Int) {
            var row = rows.newRow(SettlementTests.invitation("p\(due)"), .invite(body: []), attempts: 0)
            row.troubles = troubles
            rows.queue(row, at: Self.at(due))
        }
        #expect(rows.newGoFirst)
        queue(troubles: 1, 0)
        #expect(rows.newGoFirst)
        for due in [2, 1, 9] { queue(troubles: 0, due) }
        #expect(!rows.newGoFirst)
        queue(troubles: 2, 8)
        #expect(Self.order(rows, at: Self.at(2)) == ["3@1", "2@2", "1@0", "5@8", "4@9"])
        #expect(Self.order(rows) == ["1@0", "3@1", "2@2", "5@8", "4@9"])
        #expect(Self.order(rows, at: Self.at(20)) == ["3@1", "2@2", "4@9", "1@0", "5@8"])
    }

    @Test func onlySoManyWaitForNewRows() {
        var rows = AttemptRows()
        for number in 0..<AttemptRows.mostAgain {
            #expect(rows.newGoFirst)
            var row = rows.newRow(SettlementTests.invitation("p\(number)"), .invite(body: []), attempts: 0)
            row.troubles = 1
            rows.queue(row, at: .origin)
        }
        #expect(!rows.newGoFirst)
    }

    @Test func aRowThatIsTakenIsGone() throws {
        var rows = Self.rows(0, 0)
        let (row, _) = try #require(rows.next(at: .origin))
        rows.pop(row)
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
