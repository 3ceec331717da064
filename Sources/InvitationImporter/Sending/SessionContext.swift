#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What is around a command at work: the time of day, the signals that ask it to stop, and where it shows how far it is.
public struct SessionContext {
    /// The time of day, for reports, the journal and the ends of tokens.
    public var wallClock: () -> Date
    /// The signals so far that asked to stop. One: nothing new is started, what is under way is waited for. Two: it stops
    /// at once, and what was under way is unknown.
    public var interruptions: () -> [Int32]
    /// Gets a snapshot whenever something happened, and at least every second.
    public var show: (Progress) -> Void

    /// Makes a context; by default of this machine's clock, nobody who interrupts and nobody who looks.
    public init(
        wallClock: @escaping () -> Date = { Date() }, interruptions: @escaping () -> [Int32] = { [] },
        show: @escaping (Progress) -> Void = { _ in }
    ) {
        self.wallClock = wallClock
        self.interruptions = interruptions
        self.show = show
    }
}
