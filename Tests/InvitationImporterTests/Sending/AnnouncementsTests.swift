import CurlMulti
import Testing

@testable import InvitationImporter

/// What the journal has before its turn.
struct AnnouncementsTests {
    private static func attempt(_ name: String, _ number: Int = 1) -> Attempt {
        Attempt(
            tag: 1, invitation: SettlementTests.invitation(name), operation: .invite(body: []), number: number)
    }

    private static func announced(_ names: String...) -> Announcements {
        var announcements = Announcements()
        announcements.wrote(
            names.map {
                .init(
                    key: SettlementTests.invitation($0).key, number: 1, body: [], asked: .init(roles: [], groups: []))
            }, at: .origin)
        return announcements
    }

    @Test func anIntentIsWrittenFirstAndThenDurable() {
        var it = Self.announced("ann")
        #expect(it.isSyncing)
        #expect(it.isWritten(Self.attempt("ann")))
        #expect(!it.isDurable(Self.attempt("ann")))
        it.synced()
        it.checkInvariants()
        #expect(!it.isSyncing)
        #expect(it.isDurable(Self.attempt("ann")))
        #expect(it.isWritten(Self.attempt("ann")))
    }

    @Test func anotherAttemptForThePersonIsAnother() {
        var it = Self.announced("ann")
        #expect(!it.isWritten(Self.attempt("ann", 2)))
        it.synced()
        #expect(!it.isDurable(Self.attempt("ann", 2)))
        #expect(!it.isDurable(Self.attempt("bob")))
    }

    @Test func whatHasStartedIsNotTakenBack() {
        var it = Self.announced("ann", "bob")
        it.forget(SettlementTests.invitation("ann").key)
        it.synced()
        #expect(it.takeAll().map(\.key) == [SettlementTests.invitation("bob").key])
        it.checkInvariants()
        #expect(it.takeAll().isEmpty)
        #expect(!it.isWritten(Self.attempt("bob")))
    }

    @Test func aDiskSlowerThanTheServerGetsMoreAtOnce() {
        let names = (0..<300).map { "p\($0)" }
        var it = Self.announced(names[0])
        #expect(it.room(slots: 16) == 16)
        for count in [10, 300, 2] {
            it = Self.announced(names[0])
            for name in names.prefix(count).reversed() { it.starts(SettlementTests.invitation(name).key) }
            it.wrote([], at: .origin)
            #expect(it.room(slots: 16) == [10: 30, 300: 256, 2: 16][count])
            #expect(it.room(slots: 1000) == 1000)
        }
        // Nothing is being made durable, so nobody was short of it.
        it.starts(SettlementTests.invitation("late").key)
        it.wrote([], at: .origin)
        #expect(it.room(slots: 16) == 16)
    }

    /// Two thousand starts a second need no more than the slots; at twenty thousand, a hundred start in 5 ms.
    @Test(arguments: [(0, 16), (10, 16), (40, 40), (100, 100), (1000, 256)])
    func aServerFasterThanTheDiskShouldBeGetsMoreAtOnce(started: Int, room: Int) {
        var it = Announcements()
        it.wrote([], at: .origin)
        for number in 0..<started { it.starts(SettlementTests.invitation("p\(number)").key) }
        it.wrote([], at: .origin + .milliseconds(10))
        #expect(it.room(slots: 16) == room)
    }
}
