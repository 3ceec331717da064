import SystemPackage

/// Where the samples of the repository lie that are files of people.
enum SamplePaths {
    static let all: [String] = {
        var folder = FilePath(#filePath)
        for _ in 0..<4 { folder.removeLastComponent() }
        let names =
            ["team.csv", "team.jsonl", "messy.csv", "messy.jsonl"]
            + ExportSample.all.flatMap(\.files).map { "exports/" + $0 }
        return names.map { folder.appending("samples").appending($0).string }
    }()
}
