import InvitationImporter
import SystemPackage

/// What becomes of the rows of a text, a line each: the address and roles of those who are invited, else the reason.
struct Planned {
    var rows: [String] = []
    var findings: [[Finding.Code]] = []
    var summary: PlanSummary

    /// Plans texts as the files of one import for an organization, with a role for people who have none.
    init(_ texts: String..., options change: (inout ImportOptions) throws -> Void = { _ in }) throws {
        var options = ImportOptions()
        options.organization = "acme"
        options.roles = ["viewer"]
        try change(&options)
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        var inputs: [PlanInput] = []
        for (index, text) in texts.enumerated() {
            inputs.append(PlanInput(name: "in\(index)", path: try folder.write("in\(index)", text)))
        }
        var lines: [String] = []
        var found: [[Finding.Code]] = []
        summary = try Planner(inputs, options).plan { row in
            found.append(row.findings.map(\.code))
            switch row.decision {
            case .invite(let it) where it.organization == "acme": lines.append(it.email)
            case .invite(let it): lines.append("\(it.email) in \(it.organization)")
            case .skip(let reason): lines.append(reason)
            case .duplicate: lines.append("duplicate")
            case .invalid: lines.append(row.findings.map(\.code.rawValue).joined(separator: ","))
            }
        }
        rows = lines
        findings = found
    }

    /// Whether anybody is invited.
    var invitesNobody: Bool { summary.invitations == 0 }
}
