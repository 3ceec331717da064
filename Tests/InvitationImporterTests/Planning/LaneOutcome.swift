import SystemPackage

@testable import InvitationImporter

/// All that comes of planning inputs, in one of the two lanes.
struct LaneOutcome: Equatable {
    /// The lines of the plan with their header.
    var lines: [String] = []
    /// The rows of which there is something to say, where the others are only counted.
    var noted: [String] = []
    var summaries: [PlanSummary] = []
    var runs: [RunPreview] = []
    var organizations: [String] = []
    var people = 0
    var error: InputError?
    /// Whether a line of the plan file has other bytes than the row's JSON, or is read otherwise without a tree.
    var hasOtherLines = false

    init(_ inputs: [PlanInput], _ options: ImportOptions, _ lane: LaneChoice) throws {
        var options = options
        options.lane = lane
        do {
            let planner = try Planner(inputs, options)
            lines.append(planner.header.json.serialized)
            (organizations, people) = (planner.organizations, planner.people.count)
            summaries.append(
                try planner.plan { row in
                    lines.append(row.json.serialized)
                    if row.planLine != ChecksummedLine.bytes(row.json.members ?? []) { hasOtherLines = true }
                    if let read = ChecksummedLine.read(row.planLine.dropLast(), PlannedRow.init(scanning:)) {
                        if read != PlannedRow(row.json) { hasOtherLines = true }
                    }
                })
            let preview = try ImportPreview(
                of: inputs, options, everyRow: false,
                each: { row, _ in if !row.findings.isEmpty { noted.append(row.json.serialized) } })
            summaries.append(preview.plan)
            runs.append(preview.run)
            lines += summaries.map(\.json.serialized)
        } catch let error as InputError {
            self.error = error
        }
    }
}
