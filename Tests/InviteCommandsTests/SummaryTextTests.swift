import InvitationImporter
import SystemPackage
import Testing

@testable import InviteCommands

/// The end of an import, word by word.
struct SummaryTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let summary: RunSummary
        let text: String

        init(_ name: String, _ ending: StopReason, _ change: (inout RunSummary) -> Void, _ text: String) {
            var summary = RunSummary(ending: ending, requests: 40, elapsed: .seconds(20))
            change(&summary)
            (testDescription, self.summary, self.text) = (name, summary, text)
        }
    }

    private static let cases: [Case] = [
        Case(
            "everybody was invited", .complete, { $0.outcomes = [.invited: 38, .duplicate: 2] },
            """
            Done in 20 s: 40 requests, 2.0/s.
              invited       38
              duplicate     2
            Results: team.run/results.csv
            Page: team.run/report.html
            """),
        Case(
            "nothing was sent", .complete,
            {
                $0.requests = 0
                $0.outcomes = [.alreadyInvited: 3]
            },
            """
            Nothing was sent.
              already-invited 3
            Results: team.run/results.csv
            Page: team.run/report.html
            """),
        Case(
            "rows that need a person", .complete,
            {
                $0.outcomes = [.invited: 1, .invalid: 2, .failed: 1, .unknown: 1]
                $0.warnings = 1
                $0.revoked = 1
                $0.toFix = ["team.run/fix.csv"]
                $0.toRetry = ["team.run/retry.csv", "team.run/retry.jsonl"]
                $0.gaps = ["The copy is missing."]
            },
            """
            Done in 20 s: 40 requests, 2.0/s.
              invited       1, 1 of them revoked since
              invalid       2
              failed        1
              unknown       1
            Results: team.run/results.csv
            Page: team.run/report.html
            warning: The copy is missing.
            1 person was invited with something that you should know.
            The results say who. To take an invitation back: k0rdent-invite revoke team.run --only FILE
            To correct and import: team.run/fix.csv
            1 may have been invited: look at them in the results. Importing their file again looks them up in the server's \
            list; where that may not be read, --resend-unknown sends them again, at the risk of a second mail.
            To go on: import the files again, or team.run/retry.csv and team.run/retry.jsonl, with just these rows.
            """),
        Case(
            "reasons, the most frequent first, and no more than three", .complete,
            {
                $0.outcomes = [.invited: 1000, .alreadyInvited: 7, .refused: 11]
                for (words, times) in [("403: no", 2), ("a\u{7}b", 1), ("c", 1), ("400: blocked", 7)] {
                    $0.reasons.add(words, times: times)
                }
                $0.warnings = 12
                $0.notices.add("no id in the reply", times: 12)
            },
            """
            Done in 20 s: 40 requests, 2.0/s.
              invited         1,000
              already-invited 7
              refused         11
            Results: team.run/results.csv
            Page: team.run/report.html
            Why, most often:
              7 rows        400: blocked
              2 rows        403: no
              1 row         a\\u{7}b
            12 people were invited with something that you should know:
              12 rows       no id in the reply
            The results say who. To take an invitation back: k0rdent-invite revoke team.run --only FILE
            """),
        Case(
            "rows that failed, in a run whose plan is lost", .complete, { $0.outcomes = [.failed: 1] },
            """
            Done in 20 s: 40 requests, 2.0/s.
              failed        1
            Results: team.run/results.csv
            Page: team.run/report.html
            To go on: import the files again.
            """),
        Case(
            "stopped", .gaveUp("no success for 15 min 0 s"), { $0.outcomes = [.invited: 1, .notSent: 9] },
            """
            Stopped: no success for 15 min 0 s.
              invited       1
              not-sent      9
            Results: team.run/results.csv
            Page: team.run/report.html
            To go on: the same command again.
            """),
        Case(
            "the token was refused", .credentialsRefused("401"), { $0.outcomes = [.notSent: 9] },
            """
            Stopped: there is no token that the server accepts: 401.
              not-sent      9
            Results: team.run/results.csv
            Page: team.run/report.html
            To go on: get a new token, then the same command again.
            """),
        Case(
            "the disk was full", .cannotWrite("journal.jsonl cannot be written"), { $0.outcomes = [.notSent: 9] },
            """
            Stopped: journal.jsonl cannot be written.
              not-sent      9
            Nothing was started after that. A row under way whose end could not be written is unknown.
            Results: team.run/results.csv
            Page: team.run/report.html
            To go on once there is room and the disk is well: the same command again.
            """),
        Case(
            "a server that speaks to the terminal", .wholeRun("\u{1B}[2J"), { $0.outcomes = [.notSent: 9] },
            """
            Stopped: the server gave an answer that stops the whole run: \\u{1B}[2J.
              not-sent      9
            Results: team.run/results.csv
            Page: team.run/report.html
            To go on once that is mended: the same command again.
            """),
    ]

    @Test(arguments: cases) func says(_ one: Case) {
        #expect(SummaryText.lines(one.summary, [RunDirectory("team.run")]).joined(separator: "\n") == one.text)
    }

    @Test("reports that could not be written")
    func withoutReports() {
        let error = RunError(.cannotWrite, "team.run/results.csv cannot be written: no space.")
        #expect(
            SummaryText.withoutReports(.gaveUp("x"), error, RunDirectory("team.run")).joined(separator: "\n") == """
                Stopped: x.
                error: team.run/results.csv cannot be written: no space.
                Whoever was sent an invitation is in the journal, and the reports are of an earlier time or missing. Once \
                there is room, the same command goes on, and k0rdent-invite report team.run writes the reports.
                """)
    }

    @Test("--quiet names what went wrong and the file to open")
    func troubles() {
        var summary = RunSummary(ending: .complete, requests: 40, elapsed: .seconds(20))
        summary.outcomes = [.invited: 5]
        #expect(SummaryText.troubles(summary, [RunDirectory("team.run")]) == [])
        summary.outcomes = [.invited: 1, .invalid: 1, .refused: 1, .failed: 1, .unknown: 2]
        (summary.toFix, summary.toRetry) = (["team.run/fix.csv"], ["team.run/retry.csv"])
        let lines = SummaryText.troubles(summary, [RunDirectory("team.run")])
        #expect(
            lines.joined(separator: "\n") == """
                2 rows to be corrected: team.run/fix.csv
                1 row not invited and worth another try: team.run/retry.csv
                2 rows perhaps invited: team.run/results.csv
                """)
        summary.ending = .unreachable("no way")
        #expect(
            SummaryText.troubles(summary, [RunDirectory("team.run")]).first
                == "Stopped: the server cannot be reached: no way.")
    }
}
