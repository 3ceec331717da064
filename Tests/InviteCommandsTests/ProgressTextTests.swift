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
        (progress { _ in }, "  0/4000  0 %  0.0/s"),
        (
            progress { ($0.outcomes, $0.elapsed) = ([.invited: 400], .seconds(4)) },
            "  400/4000  10 %  100.0/s  36 s left"
        ),
        (progress { $0.entries = 1 }, "  looking at the server  1 entry read"),
        (
            progress {
                $0.outcomes = [.refused: 1, .failed: 2, .unknown: 3]
                ($0.waits.pause, $0.waits.quota, $0.unsettled) = (.seconds(3), ("250/h", .seconds(90)), 7)
                ($0.waits.isStopping, $0.underWay, $0.waits.isProbing) = (true, 4, true)
            },
            "  6/4000  0 %  0.0/s  1 refused  2 failed  3 unknown  the server wants a pause, 3.0 s  the quota of 250/h is "
                + "used up, 1 min 30 s  looking up 7  stopping, waiting for 4 answers  the server is in trouble, trying "
                + "one at a time"
        ),
    ])
    func line(progress: Progress, words: String) {
        #expect(ProgressText.line(progress) == words)
    }

    @Test("where there is little room, what is waited for stays")
    func narrow() {
        let progress = Self.progress {
            ($0.outcomes, $0.elapsed, $0.waits.pause) = ([.invited: 400, .failed: 2], .seconds(4), .seconds(90))
        }
        #expect(ProgressText.line(progress, width: 200) == ProgressText.line(progress))
        #expect(ProgressText.line(progress, width: 60) == "  402/4000  10 %  the server wants a pause, 1 min 30 s")
        #expect(ProgressText.line(progress, width: 20).count == 20)
        for width in 1...120 { #expect(ProgressText.line(progress, width: width).count <= width) }
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

    @Test(arguments: [
        (Duration.milliseconds(820), "0.8 s"), (.seconds(42), "42 s"), (.seconds(200), "3 min 20 s"),
        (.seconds(7500), "2 h 5 min"), (.seconds(52 * 3600), "2 d 4 h"),
    ])
    func duration(_ duration: Duration, words: String) {
        #expect(duration.words == words)
    }
}
