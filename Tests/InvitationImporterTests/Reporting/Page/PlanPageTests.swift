import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// The plan as a page, for whoever has to approve it.
struct PlanPageTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func page(_ text: String, name: String = "team.csv") throws -> String {
        let path = try folder.write(name, text)
        var page = PlanPage([name])
        var options = ImportOptions()
        options.organization = "acme"
        let preview = try ImportPreview(
            of: [PlanInput(name: name, path: path)], options, each: { page.add($0, goesOut: $1) })
        try page.write(preview, to: folder.path.appending("plan.html"), ["about 3 s at this rate"])
        return folder.read("plan.html") ?? ""
    }

    @Test func saysWhatWillHappen() throws {
        let page = try page(
            "email,roles\nann@x.example,admin\nbob@gmial.com,viewer\nann@x.example,admin\nno-at,viewer\n")
        #expect(page.contains("2 mails would go out."))
        #expect(page.contains("2 invite, 1 duplicate, 1 invalid"))
        #expect(page.contains("about 3 s at this rate"))
        let warning = try #require(page.firstRange(of: "email-look-alike"))
        let error = try #require(page.firstRange(of: "email-syntax"))
        #expect(warning.lowerBound < error.lowerBound, "what leads to a mail comes first")
        #expect(page.contains("far-reaching roles"))
        #expect(!page.contains("Rows to correct"))
        #expect(!page.contains("{{"))
    }

    @Test func takesTheirPlaceFromOlderPlansAlone() throws {
        let people = "email,roles\na@x.example,viewer\n"
        _ = try page(people)
        #expect(try page(people + "b@x.example,viewer\n").contains("2 mails would go out."))
        for own in ["<title>mine</title>", "", "<meta name=\"generator\" content=\"k0rdent-invite report\">"] {
            try folder.write("plan.html", own)
            #expect(throws: RunError.self) { _ = try page(people) }
            #expect(folder.read("plan.html") == own)
        }
    }

    @Test func aHostileNameOfAFileIsOnlyText() throws {
        let page = try page("email,roles\na@x.example,viewer\n", name: "<img src=x>{{nonce}}\u{202E}.csv")
        #expect(page.contains("&lt;img src=x&gt;{{nonce}}\\u{202E}.csv"))
        #expect(!page.contains("<img"))
    }
}
