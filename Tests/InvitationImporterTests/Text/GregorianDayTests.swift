import Testing

@testable import InvitationImporter

/// Days as numbers, and days that there are not.
struct GregorianDayTests {
    @Test(arguments: [
        ([1970, 1, 1], 0), ([1969, 12, 31], -1), ([2000, 2, 29], 11_016), ([2026, 11, 27], 20_784),
        ([1, 1, 1], -719_162), ([9999, 12, 31], 2_932_896),
        ([1900, 2, 29], nil), ([2023, 2, 29], nil), ([2024, 4, 31], nil), ([2024, 0, 1], nil), ([2024, 13, 1], nil),
        ([2024, 1, 0], nil), ([0, 1, 1], nil), ([10_000, 1, 1], nil), ([Int.max, 1, 1], nil),
    ])
    func isCounted(_ date: [Int], _ number: Int?) {
        #expect(GregorianDay.number(date[0], date[1], date[2]) == number)
    }

    @Test("each day is one more than the day before, over four hundred years")
    func areInOrder() {
        var numbers: [Int] = []
        for year in 1800..<2200 {
            for month in 1...12 { numbers += (1...31).compactMap { GregorianDay.number(year, month, $0) } }
        }
        #expect(numbers.count == 146_097)
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 })
    }
}
