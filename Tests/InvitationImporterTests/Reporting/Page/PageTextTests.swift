import Testing

@testable import InvitationImporter

struct PageTextTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (123_456, "123,456"), (1_000_000, "1,000,000"), (-1234, "-1,234"),
    ])
    func numbersAreGrouped(number: Int, words: String) {
        #expect(PageText.number(number) == words)
    }

    @Test(arguments: [
        (0, "0 ms"), (999, "999 ms"), (1000, "1 s"), (1500, "1.5 s"), (59_999, "59.9 s"), (60_000, "1 min 0 s"),
        (200_000, "3 min 20 s"), (7_500_000, "2 h 5 min"), (187_200_000, "2 d 4 h"),
    ])
    func durationsAreWords(milliseconds: Int, words: String) {
        #expect(PageText.duration(milliseconds: milliseconds) == words)
    }

    @Test func timesAreRead() {
        #expect(PageText.time("2026-01-02T03:04:05.678Z") == "2026-01-02 03:04 UTC")
        #expect(PageText.time("soon\u{202E}") == "soon\\u{202E}")
    }

    @Test func sharesAddUpToTheWhole() {
        #expect(PageText.percent(1, of: 8) == "12.5")
        #expect(PageText.percent(8, of: 8) == "100.0")
        #expect(PageText.percent(0, of: 0) == "0.0")
        #expect(PageText.percent(50, of: 100_000) == "0.1" && PageText.percent(49, of: 100_000) == "< 0.1")
        #expect(PageText.percent(99_950, of: 100_000) == "> 99.9" && PageText.percent(99_949, of: 100_000) == "99.9")
        #expect(PageText.percent(2, of: 3) == "66.7" && PageText.percent(0, of: 3) == "0.0")
    }
}
