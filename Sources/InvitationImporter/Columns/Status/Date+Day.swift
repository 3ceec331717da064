#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Date {
    /// The day in UTC, counted from 1970-01-01.
    var dayNumber: Int { Int((timeIntervalSince1970 / 86_400).rounded(.down)) }
}
