/// A random generator that always draws the least or the most there is, so that a jittered wait is known.
struct LoadedDice: RandomNumberGenerator, Sendable {
    // Zero itself would be drawn again and again: the standard library throws out what would favour small numbers.
    static var least: LoadedDice { LoadedDice(number: 1) }
    static var most: LoadedDice { LoadedDice(number: .max) }

    let number: UInt64

    func next() -> UInt64 { number }
}
