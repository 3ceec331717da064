public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a command at work gets from outside: the time of day, the signals to stop, and a place to show progress.
public struct SessionContext {
    /// The time of day, for reports, the journal and the ends of tokens.
    public var wallClock: () -> Date
    /// The signals so far that asked to stop. After one, nothing new is started, and what is under way is waited for.
    /// After two, work stops at once, and the outcome of what was under way is unknown.
    public var interruptions: () -> [Int32]
    /// Gets the progress whenever something happened, and at least every second.
    public var show: (Progress) -> Void
    /// Gets each exchange with the server when it has ended, without secrets; `nil` for nobody.
    public var observe: ((ExchangeNote) -> Void)?
    /// Called before each piece of work. Signalling the wake-up lets ``interruptions`` be asked at once.
    public var begin: (WakeUp) -> Void = { _ in }
    /// Called after each piece of work. The wake-up of ``begin`` is of no use any more.
    public var end: () -> Void = {}
    /// Whether the sender checks its own state after each step. An impossible state ends the program. For tests.
    var checksInvariants = false

    /// Makes a context. By default it has this machine's clock, no signals, no display and no observer.
    public init(
        wallClock: @escaping () -> Date = { Date() }, interruptions: @escaping () -> [Int32] = { [] },
        show: @escaping (Progress) -> Void = { _ in }, observe: ((ExchangeNote) -> Void)? = nil
    ) {
        self.wallClock = wallClock
        self.interruptions = interruptions
        self.show = show
        self.observe = observe
    }
}
