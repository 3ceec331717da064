import CurlMulti
import Foundation
import SystemPackage
import TestSupport

@testable import InvitationImporter

/// An import of some people in virtual time, and what is done about it afterwards, against one simulated server.
final class SimulatedFollowUp {
    let simulated: SimulatedImport
    let server: SimulatedServer
    var policy = SendingPolicy()
    private(set) var now = Duration.zero

    /// Whether the lists are read without faults.
    private let listsAreQuiet: Bool

    /// Everybody is invited, unless not said, at a server without faults unless others are said.
    init(
        _ people: Int, _ character: SimulatedServer.Character = .init(), listsAreQuiet: Bool = false,
        imports: Bool = true
    ) throws {
        self.listsAreQuiet = listsAreQuiet
        simulated = try SimulatedImport(people)
        server = SimulatedServer(character, seed: 7, epoch: Date())
        policy.pace = .unlimited
        simulated.policy.pace = .unlimited
        if imports { try importAgain() }
    }

    var directory: RunDirectory { RunDirectory(simulated.folder.path.appending("team.run")) }
    /// The runs to follow; the one if not said.
    lazy var directories = [directory]

    private func list(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
        listsAreQuiet ? server.quietly(request, now) : server.answer(request, now)
    }

    /// Runs the import of the file.
    @discardableResult
    func importAgain() throws -> (RunSummary, SimulatedWire) {
        let (_, summary, wire) = try simulated.run(
            startingAt: now, lists: { self.list($0, $1) }, { self.server.answer($0, $1) })
        now = wire.now.sinceOrigin + .seconds(1)
        return (summary, wire)
    }

    /// Opens the run, works on it over a wire and closes it; a process that dies on the way gives nothing.
    func follow<Result>(
        toChange: Bool, life: SimulatedLife = SimulatedLife(steps: .max), slots: Int = 16,
        _ work: (FollowUp, SimulatedWire) throws -> Result
    ) throws -> Result? {
        let wire = SimulatedWire(
            slots: slots, startingAt: now, lists: { self.list($0, $1) }, { self.server.answer($0, $1) })
        wire.life = life
        defer { now = wire.now.sinceOrigin + .seconds(1) }
        do {
            let followUp = try FollowUp(
                directories, origin: "https://api.example", toChange: toChange,
                disk: { SimulatedDisk($0, .init(), life, seed: 3) })
            defer { followUp.close() }
            return try work(followUp, wire)
        } catch let failure as TransportFailure where failure.text == "killed" {
            return nil
        } catch is RunError where life.isOver {
            return nil
        }
    }

    /// Makes a session with the server.
    func session(_ followUp: FollowUp, _ wire: SimulatedWire) throws -> ServerSession<SimulatedWire> {
        var context = SessionContext()
        context.checksInvariants = true
        return try followUp.session(
            over: wire, api(), tokens(), policy, generator: SplitMix64(seed: 1), context: context)
    }

    /// Reads the lists.
    func preflight(_ followUp: FollowUp, _ wire: SimulatedWire) throws -> StopReason {
        try followUp.preflight(session(followUp, wire))
    }

    func api() throws -> InvitationAPI { try InvitationAPI(base: "https://api.example") }
    func tokens() throws -> TokenSource { .fixed(try Token("fake-token", from: "the test")) }

    /// Where everybody stands, by address, as `status` sees it.
    func statuses() throws -> (StopReason, [String: InvitationStatus], SimulatedWire)? {
        try follow(toChange: false) { followUp, wire in
            let ending = try preflight(followUp, wire)
            var found: [String: InvitationStatus] = [:]
            try followUp.invitations { found[$0.key.email] = $1 }
            return (ending, found, wire)
        }
    }
}

extension SimulatedServer.Character {
    /// One that does what it is asked and never says so, and whose list may not be read.
    static var silent: Self {
        var character = Self()
        (character.lostAfter, character.listsAllowed) = (100, false)
        return character
    }
}

/// The address of a simulated person.
func person(_ number: Int) -> String { "p\(number)@x.example" }

extension SimulatedFollowUp {
    /// What a revocation came to.
    struct Revoked {
        var plan: RevocationPlan
        var summary: RevocationSummary
        var wire: SimulatedWire
    }

    /// Reads the lists, revokes and reports, as `revoke --yes` does; `nil` if the process died on the way.
    func revoke(
        includesSettled: Bool = false, of chosen: ChosenPeople = .everybody,
        life: SimulatedLife = SimulatedLife(steps: .max), whileAsked: () -> Void = {}
    ) throws -> Revoked? {
        try follow(toChange: true, life: life) { followUp, wire in
            let session = try session(followUp, wire)
            let reason = try followUp.preflight(session)
            let plan = try followUp.revocationPlan(includesSettled: includesSettled, of: chosen)
            whileAsked()
            let ending = reason == .complete ? try followUp.revoke(plan, session) : reason
            return Revoked(plan: plan, summary: try followUp.report(plan, ending), wire: wire)
        }
    }

    /// The outcomes in `revoked.csv`, by address.
    var revoked: [String: String] {
        var found: [String: String] = [:]
        for row in simulated.rows("revoked.csv") {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            found[cells[0]] = cells[3]
        }
        return found
    }
}

extension SimulatedFollowUp {
    /// Reads the lists, reinvites and reports, as `import --again expired --yes` does; `nil` if the process died on the
    /// way.
    func inviteAgain(
        _ reason: ReinvitePlan.Reason = .expired, of chosen: ChosenPeople = .everybody, first: Int? = nil,
        life: SimulatedLife = SimulatedLife(steps: .max)
    ) throws -> (plan: ReinvitePlan, summary: RunSummary, wire: SimulatedWire)? {
        try follow(toChange: true, life: life) { followUp, wire in
            let session = try session(followUp, wire)
            let read = try followUp.preflight(session)
            let plan = try followUp.reinvitePlan(reason, of: chosen)
            guard read == .complete, plan.count > 0 else { return (plan, try followUp.report(read).0, wire) }
            let ending = try followUp.reinvite(plan, session, first: first)
            return (plan, try followUp.report(ending).0, wire)
        }
    }
}
