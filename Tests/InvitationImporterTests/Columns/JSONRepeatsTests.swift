import InvitationImporter
import Testing

/// Names that stand twice in one object of a row.
@Suite struct JSONRepeatsTests {
    static let repeats: [(row: String, isRefused: Bool)] = [
        (#"{"email":"a@n.example","email":"b@n.example"}"#, true),
        (#"{"email":"a@n.example","email":"a@n.example"}"#, false),
        (#"{"email":"a@n.example","x":1,"x":2}"#, false), (#"{"email":"a@n.example","profile":{"a":1,"a":2}}"#, false),
        (#"{"email":"a@n.example","roles":["x"],"roles":["y"]}"#, true),
        (#"{"email":"a@n.example","roles":["x"],"roles":["x"]}"#, false),
        (#"{"email":"a@n.example","status":"active","status":"blocked"}"#, true),
        (#"{"email":"a@n.example","profile":{"unit":"x","unit":"y"}}"#, true),
        (#"{"email":"a@n.example","profile":{"unit":"x"},"profile":{"unit":"y"}}"#, true),
        (#"{"email":"a@n.example","teams":[{"name":"x","name":"y"}]}"#, true),
        (#"{"email":"a@n.example","teams":[{"id":1,"id":2,"name":"y"}]}"#, false),
    ]

    @Test(arguments: repeats) func namesThatMatterStandOnce(row: String, isRefused: Bool) throws {
        var options = ReadingOptions()
        options.mapping = [.name: .column("profile.unit"), .groups: .column("teams[].name")]
        let filler = #"{"email":"z@n.example","profile":{"unit":"u"},"teams":[{"name":"t"}]}"#
        for text in [row + "\n" + filler, "[\(row),\(filler)]"] {
            let record = try InputReaderTests.read(text, options: options).records[0]
            #expect(record.findings.map(\.code) == (isRefused ? [.jsonNameTwice] : []))
            #expect((record.unread != nil) == isRefused)
            if isRefused { #expect(record.unread == row) }
        }
    }
}
