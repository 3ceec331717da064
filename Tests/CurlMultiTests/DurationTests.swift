import Testing

@testable import CurlMulti

/// Durations as libcurl takes them.
struct DurationTests {
    @Test(arguments: [
        (Duration.zero, 1), (.seconds(-5), 1), (.milliseconds(-1500), 1), (.nanoseconds(1), 1), (.milliseconds(1), 1),
        (.microseconds(1999), 1), (.milliseconds(2), 2), (.milliseconds(1999), 1999), (.seconds(30), 30_000),
        (.seconds(86_400), 86_400_000), (.seconds(Int64.max), 86_400_000),
    ]) func millisecondsAreCutAndBounded(duration: Duration, milliseconds: Int) {
        #expect(duration.wholeMilliseconds == milliseconds)
    }
}
