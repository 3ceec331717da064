import Testing

/// Pages, as the built tool writes them. What they do in a browser is looked at by `.ci/run pages`.
@Suite("Pages", .serialized)
struct PageTests {
    @Test func checkWritesThePlanAsAPage() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        let check = try await Tool.invite(["check", "team.csv", "--html", "plan.html"], in: place)
        #expect(check.code == 0)
        #expect(try place.read("plan.html").contains("25 mails would go out."))
        #expect(try place.permissions("plan.html") == 0o600)
    }

    @Test func aPageTakesThePlaceOfNoFileOfPeople() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        let check = try await Tool.invite(["check", "team.csv", "--html", "team.csv"], in: place)
        #expect(check.code == 64)
        #expect(check.errors.contains(".html"))
        #expect(try place.read("team.csv") == Workplace.sample("team.csv"))
    }

    @Test func everyImportHasAPage() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        let run = try await Tool.sandbox(["import", "team.csv", "--yes"], in: place)
        #expect(run.code == 0)
        let page = try place.read("team.run/report.html")
        #expect(page.contains("Nothing is left to do."))
        #expect(page.contains("Run by"))
    }
}
