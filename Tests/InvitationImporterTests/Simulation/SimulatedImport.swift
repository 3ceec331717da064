import CurlMulti
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import InvitationImporter

/// A whole import, files and journal included, against a simulated server in virtual time.
final class SimulatedImport {
    let folder: TemporaryFolder
    var policy = SendingPolicy()
    var options = ImportOptions()
    var organization = "acme"
    /// The part of the import, and its run directory.
    var shard = Shard.whole
    var directory = "team.run"
    /// The files to import.
    var files = ["team.csv"]
    var first: Int?
    /// Where tokens come from; one that never ends if not said.
    var tokens: TokenSource?
    /// The signals that arrive while it is sending, each with its time.
    var signals: [(Duration, Int32)] = []
    /// How long the process lives.
    var life = SimulatedLife(steps: .max)
    /// Waits for its turn among machines that share a server.
    var waitForTurn: (Instant) -> Void = { _ in }
    private(set) var starts: [Duration] = []
    private(set) var progress: [InvitationImporter.Progress] = []

    /// An import of files that are in a folder already.
    init(in folder: TemporaryFolder) throws {
        self.folder = folder
    }

    init(_ people: Int = 0) throws {
        folder = try TemporaryFolder()
        if people > 0 { try writePeople(people) }
    }

    func writePeople(_ count: Int) throws {
        let rows = (1...count).map { "p\($0)@x.example,viewer" }
        try folder.write("team.csv", "email,roles\n" + rows.joined(separator: "\n") + "\n")
    }

    /// Runs the import once.
    func run(
        slots: Int? = nil, startingAt start: Duration = .zero, lists: SimulatedWire.Server? = nil,
        _ server: @escaping SimulatedWire.Server
    ) throws -> (StopReason, RunSummary, SimulatedWire) {
        options.organization = organization
        let run = try ImportRun(
            RunDirectory(folder.path.appending(directory)), organization: organization, origin: "https://api.example",
            shard: shard)
        defer { run.close() }
        _ = try run.prepare(files.map { try .opening(folder.path.appending($0), name: $0) }, options)
        let wire = SimulatedWire(
            slots: slots ?? policy.concurrency, startingAt: start,
            lists: lists ?? { _, _ in (.milliseconds(5), .forbidden) }, server)
        wire.life = life
        wire.waitForTurn = waitForTurn
        let api = try InvitationAPI(base: "https://api.example")
        var context = SessionContext(
            interruptions: { self.signals.filter { $0.0 <= wire.now.sinceOrigin }.map(\.1) },
            show: { self.progress.append($0) })
        context.checksInvariants = true
        let session = try run.session(
            over: wire, api, tokens ?? .fixed(Token("fake-token", from: "the test")), policy,
            generator: SplitMix64(seed: 1), context: context)
        let ending = try run.send(session, first: first)
        return (ending, try run.report(ending).0, wire)
    }

    /// The rows of a report, without its header.
    func rows(_ name: String) -> [String] {
        let lines = folder.read("team.run/" + name)?.split(whereSeparator: \.isNewline).map(String.init) ?? []
        return Array(lines.dropFirst())
    }
}
