import SystemPackage

// MARK: - What the page says besides its rows

extension RunPage {
    /// The outcomes, and what they come to.
    static func words(_ summary: RunSummary) -> [String: Any] {
        let waiting = summary.leftForLater ? summary.count(.notSent) : 0
        let open = Outcome.allCases.reduce(0) { $0 + ($1.isOpen ? summary.count($1) : 0) } - waiting
        let parts = Outcome.allCases.map {
            PageBar.Part(name: $0.rawValue, count: summary.count($0), meaning: $0.meaning)
        }
        var values: [String: Any] = [
            "generator": PageFile.generator("report"), "kind": "Report of an import", "outcomesTitle": "What happened",
            "openTitle": "open",
            "needsTitle": "People who need somebody", "nobody": "Nobody: no row waits for a person.",
            "tableTitle": "All rows", "results": "results.csv", "sentences": sentences(summary),
            "gaps": summary.gaps.map { PageText.safe($0, 600) },
        ]
        if summary.rows > 0 { values["bar"] = PageBar.values(parts) }
        if summary.ending != .complete {
            values["verdict"] = "The import stopped before its end. The same command goes on."
            values["stopped"] = PageText.safe(summary.ending.reason ?? summary.ending.code, 600)
            values["tone"] = "bad"
        } else if open > 0 {
            values["verdict"] = PageText.count(open, "row needs", "rows need") + " somebody."
            values["tone"] = "warn"
        } else {
            values["verdict"] =
                waiting > 0
                ? "\(PageText.count(waiting, "row is", "rows are")) left for later on purpose."
                : summary.rows == 0 ? "There was nobody to invite." : "Nothing is left to do."
            values["tone"] = "good"
        }
        return values
    }

    private static func sentences(_ summary: RunSummary) -> [String] {
        var sentences: [String] = []
        if summary.revoked > 0 {
            sentences.append("\(PageText.count(summary.revoked, "invitation was", "invitations were")) revoked since.")
        }
        if summary.warnings > 0 {
            sentences.append(
                "\(PageText.count(summary.warnings, "person was", "people were")) invited with something to know.")
        }
        if summary.leftForLater, summary.count(.notSent) > 0 {
            sentences.append("Some rows were left for later on purpose.")
        }
        return sentences
    }

    /// The facts of the run: what everybody asks first, and the rest.
    ///
    /// - Parameter times: When the last start ended, if that is known, and when the page is written.
    func facts(
        _ summary: RunSummary, _ header: JournalHeader, _ times: (ended: String?, written: String),
        in directory: RunDirectory
    ) -> [String: Any] {
        let folder = directory.path.lastComponent?.string ?? directory.path.string
        let title = PageText.safe("Import \(folder)", 200)
        var facts = [
            PageFact("Server", header.origin == ServerOrigin.sandbox ? "a sandbox, nobody was mailed" : header.origin),
            PageFact("Organization", header.organization.isEmpty ? "as each row names it" : header.organization),
            PageFact("Run by", header.by), PageFact(time: "Begun", header.createdAt),
            PageFact(time: "Ended", times.ended ?? ""), PageFact(filesOf: inputs),
            PageFact("Rows", PageText.number(summary.rows)),
        ]
        if let expiry {
            facts.append(PageFact(time: "First invitation expires", expiry.lowerBound.timestamp))
            facts.append(PageFact(time: "Last invitation expires", expiry.upperBound.timestamp))
        }
        let seconds = Int(summary.elapsed / .milliseconds(1))
        var details = [
            PageFact("Folder", (directory.path.resolved ?? directory.path).string),
            PageFact("Ending", summary.ending.code), PageFact("Exit code", String(summary.exitCode)),
            PageFact(time: "Last start begun", summary.begunAt ?? ""),
            PageFact("Requests of the last start", PageText.number(summary.requests)),
            PageFact("Time of the last start", PageText.duration(milliseconds: seconds)),
            PageFact("Attempts in all", PageText.number(summary.attempts)),
        ]
        details += header.options.sorted { $0.key < $1.key }.map { PageFact("Option \($0.key)", $0.value) }
        let values: [String: Any] = [
            "title": title, "heading": title, "tool": PageText.safe(ToolVersion.current, 40),
            "written": PageTime.values(times.written), "facts": facts.compactMap(\.values),
            "details": details.compactMap(\.values),
        ]
        return values.merging(PageFact.files(inputs)) { $1 }
    }
}
