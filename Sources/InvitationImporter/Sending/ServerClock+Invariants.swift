import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ServerClock {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        let time = serverTime(at: .origin)?.timeIntervalSinceReferenceDate ?? 0
        precondition(time.isFinite, "The server's time is no time.")
    }
}
