import InvitationImporter
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Previews of files that exist for a test alone.
enum Preview {
    /// Previews a text as the import of a file would.
    static func of(
        _ text: String, name: String = "team.csv", organization: String? = "acme",
        _ journal: JournalState = JournalState(), first: Int? = nil,
        _ preflight: PreflightResult = PreflightResult(), change: (inout ImportOptions) -> Void = { _ in },
        each: (PlannedRow) -> Void = { _ in }
    ) throws -> ImportPreview {
        let folder = FileManager.default.temporaryDirectory.appending(path: "texts-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "input")
        try Data(text.utf8).write(to: file)
        var options = ImportOptions()
        options.organization = organization
        change(&options)
        return try ImportPreview(
            of: [PlanInput(name: name, path: FilePath(file.path))], options, journal, first: first,
            preflight: { _ in preflight }, each: { row, _ in each(row) })
    }
}
