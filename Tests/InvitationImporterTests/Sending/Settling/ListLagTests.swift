import CurlMulti
import Testing

@testable import InvitationImporter

/// What readings say of a list: how far it is behind, and whether who is missing has left it.
struct ListLagTests {
    /// The lag of a list with so many invitations, made at 0, 1, 2 … s, after readings at 100, 200 … s, each given by
    /// the letters of what it shows; and whether each showed all that it had to.
    private static func after(_ count: Int, _ readings: [String]) -> (lag: ListLag, areWhole: [Bool]) {
        var lag = ListLag()
        for number in 0..<count {
            lag.note(String(letter(number)), isNew: true, at: Instant(sinceOrigin: .seconds(number)))
        }
        var areWhole: [Bool] = []
        for (number, shown) in readings.enumerated() {
            let ids = Dictionary(uniqueKeysWithValues: shown.map { (KeyHash(String($0)), KeyHash("somebody")) })
            let ended = Instant(sinceOrigin: .seconds(100 * (number + 1)))
            areWhole.append(lag.learn(ids, ended: ended, expected: lag.count))
            lag.checkInvariants()
        }
        return (lag, areWhole)
    }

    private static func letter(_ number: Int) -> Character { Character(UnicodeScalar(UInt8(97 + number))) }

    @Test(
        "who was shown and is missing twice beside a newer one has left; anybody else may be behind",
        arguments: [
            (["abc", "abc"], [true, true], 0), (["ab", "abc"], [false, true], 198),
            // It was never shown.
            (["bc", "bc", "bc"], [false, false, false], 300),
            // It was shown, and is missing beside newer ones.
            (["abc", "bc", "bc", "bc"], [true, false, true, true], 0),
            (["abc", "c", "c"], [true, false, true], 0),
            // Without a newer one, the list may have gone back.
            (["abc", "ab", "ab"], [true, false, false], 298), (["abc", "", ""], [true, false, false], 300),
            // It comes back: no word of such a list is believed.
            (["abc", "bc", "bc", "abc", "bc", "bc"], [true, false, true, true, false, false], 400),
            (["abc", "ac", "bc", "bc"], [true, false, false, true], 299),
            (["abc", "bc", "bc", "ac", "ac"], [true, false, true, false, false], 400),
        ])
    func leavesOrIsBehind(_ readings: [String], _ areWhole: [Bool], _ longest: Int) {
        let found = Self.after(3, readings)
        #expect(found.areWhole == areWhole)
        #expect(found.lag.longest == .seconds(longest))
    }

    @Test func theShortestTimeAfterWhichOneWasShownIsProof() {
        #expect(Self.after(3, ["ab"]).lag.proved == .seconds(99))
        #expect(Self.after(3, ["", "c"]).lag.proved == .seconds(198))
        #expect(Self.after(3, [""]).lag.proved == nil)
    }
}
