import FoundationEssentials
import InvitationImporter
import Testing

@testable import InvitationImporter
@testable import InviteCommands

/// How far it is, word by word.
struct ProgressTextTests {
    private static func progress(_ change: (inout Progress) -> Void) -> Progress {
        var progress = Progress(total: 4000)
        change(&progress)
        return progress
    }

    @Test(arguments: [
        (progress { _ in }, "  0/4,000  0 %  0.0/s"),
        (
            progress { ($0.outcomes, $0.elapsed) = ([.invited: 400], .seconds(4)) },
            "  400/4,000  10 %  100.0/s  36 s left"
        ),
        (progress { $0.entries = 1 }, "  looking at the server  1 entry read"),
        (
            progress { ($0.entries, $0.waits.trouble, $0.waits.nextTry) = (1, "503", .seconds(12)) },
            "  looking at the server  1 entry read  a list is in trouble (503), next try in 12 s"
        ),
        (
            progress {
                $0.outcomes = [.refused: 1, .failed: 2, .unknown: 3]
                ($0.waits.pause, $0.waits.quota, $0.unsettled) = (.seconds(3), ("250/h", .seconds(90)), 7)
                ($0.waits.isStopping, $0.underWay, $0.waits.isProbing) = (true, 4, true)
            },
            "  6/4,000  0 %  0.0/s  1 refused  2 failed  3 unknown  the server wants a pause, 3.0 s  the quota of 250/h is "
                + "used up, 1 min 30 s  until 12:02  7 in doubt, waiting for the list  stopping, waiting for 4 answers  the server is "
                + "in trouble, trying one at a time"
        ),
        (
            progress {
                ($0.outcomes, $0.elapsed, $0.unsettled) = ([.invited: 3999], .seconds(4), 1)
                $0.waits.nextReading = .seconds(8)
            },
            "  3,999/4,000  99 %  999.7/s  1 in doubt, the list is read in 8.0 s"
        ),
        (
            progress {
                ($0.waits.isStopping, $0.waits.isInterrupted, $0.underWay) = (true, true, 1)
            },
            "  0/4,000  0 %  0.0/s  stopping, waiting for 1 answer  Ctrl-C again stops at once"
        ),
    ])
    func line(progress: Progress, words: String) {
        #expect(ProgressText.line(progress, at: Self.noon) == words)
    }

    /// Five seconds after noon, wherever the test runs.
    private static let noon = Calendar.current.startOfDay(for: Date(timeIntervalSince1970: 1_790_000_000))
        .addingTimeInterval(43_205)

    private static let inTrouble = progress {
        ($0.outcomes, $0.elapsed, $0.waits.isProbing) = ([.invited: 400, .failed: 2], .seconds(4), true)
        $0.waits.trouble = "503: The service is being mended, come back on Monday."
        ($0.waits.nextTry, $0.waits.patience) = (.seconds(12), .seconds(600))
    }

    private static let running = progress {
        ($0.outcomes, $0.elapsed) = ([.invited: 400, .failed: 2], .seconds(4))
    }

    private static let paused = progress {
        ($0.outcomes, $0.elapsed, $0.waits.pause) = ([.invited: 400, .failed: 2], .seconds(4), .seconds(120))
    }

    private static let slow = progress {
        ($0.outcomes, $0.elapsed, $0.waits.pace) = ([.invited: 400, .failed: 2], .seconds(4), .seconds(470))
    }

    private static let stopping = progress {
        ($0.outcomes, $0.elapsed, $0.unsettled) = ([.invited: 400, .failed: 2], .seconds(4), 3)
        ($0.waits.isStopping, $0.waits.isInterrupted, $0.underWay) = (true, true, 11)
    }

    @Test(
        "where there is little room, the lesser parts go, and what is waited for stays",
        arguments: [
            (
                inTrouble, 120,
                "  402/4,000  10 %  the server is in trouble (503: The service is being mended, c…), next try in 12 s  gives up "
                    + "in 10 min"
            ),
            (inTrouble, 79, "  402/4,000  the server is in trouble (503: The service is …), next try in 12 s"),
            (inTrouble, 69, "  402/4,000  10 %  the server is in trouble, next try in 12 s"),
            (inTrouble, 59, "  402/4,000  the server is in trouble, next try in 12 s"),
            (inTrouble, 39, "  402/4,000  the server is in trouble,…"),
            (
                stopping, 199,
                "  402/4,000  10 %  [##------------------]  100.5/s  36 s left  2 failed  3 in doubt, waiting for the list  "
                    + "stopping, waiting for 11 answers  Ctrl-C again stops at once"
            ),
            (running, 79, "  402/4,000  10 %  [#---------]  100.5/s  36 s left  2 failed"),
            (running, 59, "  402/4,000  10 %  100.5/s  36 s left  2 failed"),
            (running, 49, "  402/4,000  10 %  100.5/s  36 s left  2 failed"),
            (
                paused, 99,
                "  402/4,000  10 %  100.5/s  2 min 36 s left  2 failed  the server wants a pause, 2 min  until 12:03"
            ),
            (paused, 79, "  402/4,000  10 %  100.5/s  the server wants a pause, 2 min  until 12:03"),
            (paused, 59, "  402/4,000  the server wants a pause, 2 min  until 12:03"),
            (slow, 79, "  402/4,000  10 %  100.5/s  36 s left  2 failed  the pace waits 7 min 50 s"),
            (slow, 59, "  402/4,000  10 %  100.5/s  the pace waits 7 min 50 s"),
            (stopping, 79, "  402/4,000  10 %  stopping, waiting for 11 answers  Ctrl-C again stops at once"),
            (stopping, 59, "  402/4,000  10 %  stopping, waiting for 11 answers"),
            (stopping, 39, "  402/4,000  stopping, waiting for 11 …"),
        ])
    func narrow(progress: Progress, width: Int, line: String) {
        #expect(ProgressText.line(progress, width: width, at: Self.noon) == line)
        for width in 1...200 { #expect(ProgressText.line(progress, width: width).count <= width) }
    }

    @Test("scripts get numbers")
    func json() throws {
        let progress = Self.progress {
            ($0.outcomes, $0.elapsed, $0.waits.pause) = ([.invited: 400, .failed: 2], .seconds(4), .seconds(90))
        }
        let value = try JSONValue(parsing: Array(ProgressText.json(progress).utf8))
        #expect(value["event"]?.string == "sending")
        #expect(value["done"]?.integer == 402 && value["total"]?.integer == 4000)
        #expect(value["outcomes"]?["failed"]?.integer == 2)
        #expect(value["pauseSeconds"]?.integer == 90 && value["quotaSeconds"] == .null)
        let reading = try JSONValue(parsing: Array(ProgressText.json(Self.progress { $0.entries = 3 }).utf8))
        #expect(reading["event"]?.string == "reading" && reading["entriesRead"]?.integer == 3)
    }

    @Test(
        "no time left is told while nothing is left but the list",
        arguments: [(0, 3999, true), (1, 3998, true), (1, 3999, false), (2, 3998, false), (0, 4000, true)])
    func left(unsettled: Int, done: Int, isTold: Bool) {
        let progress = Self.progress {
            ($0.outcomes, $0.elapsed, $0.unsettled) = ([.invited: done], .seconds(4), unsettled)
        }
        #expect((progress.left != nil) == isTold)
    }

    @Test(arguments: [
        (Duration.milliseconds(820), "0.8 s"), (.seconds(42), "42 s"), (.seconds(200), "3 min 20 s"),
        (.seconds(7500), "2 h 5 min"), (.seconds(52 * 3600), "2 d 4 h"),
    ])
    func duration(_ duration: Duration, words: String) {
        #expect(duration.words == words)
    }
}
