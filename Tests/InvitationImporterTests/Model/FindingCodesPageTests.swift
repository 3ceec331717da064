import Testing

@testable import InvitationImporter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The page on finding codes has what the code has.
struct FindingCodesPageTests {
    private static let page: String = {
        let sources = #filePath.replacing("/Tests/InvitationImporterTests/Model/FindingCodesPageTests.swift", with: "")
        let path = sources + "/Sources/InvitationImporter/InvitationImporter.docc/FindingCodes.md"
        return (try? String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)) ?? ""
    }()

    private static func row(_ code: Finding.Code) -> String { "| `\(code.rawValue)` | \(code.meaning) |" }

    @Test("each code stands under its level, with its meaning, in the order of the code")
    func table() {
        for level in Finding.Level.allCases {
            let rows = Finding.Code.allCases.filter { $0.level == level }.map(Self.row)
            #expect(Self.page.contains(rows.joined(separator: "\n") + "\n"), "\(rows.joined(separator: "\n"))")
        }
        let lines = Self.page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(lines.count == Finding.Code.allCases.count)
    }

    @Test(arguments: Finding.Code.allCases)
    func meaningsAreSentences(_ code: Finding.Code) {
        #expect(code.meaning.first?.isUppercase == true && code.meaning.last == "." && code.meaning.count < 100)
    }
}
