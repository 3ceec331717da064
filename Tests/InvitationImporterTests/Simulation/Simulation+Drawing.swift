import InvitationImporter
import TestSupport

// MARK: - What a seed draws

extension Simulation {
    static func character(_ random: inout SplitMix64) -> SimulatedServer.Character {
        func share(_ choices: [Int]) -> Int { choices.randomElement(using: &random) ?? 0 }
        var character = SimulatedServer.Character()
        character.lostBefore = share([0, 0, 0, 2, 20])
        character.lostAfter = share([0, 0, 0, 2, 20, 60])
        character.neverLeft = share([0, 0, 0, 5, 20])
        character.errorBefore = share([0, 0, 0, 10, 30])
        character.errorAfter = share([0, 0, 0, 5, 20, 70])
        character.turnedAway = share([0, 0, 0, 5, 20])
        character.cutBody = share([0, 0, 10])
        character.othersInvite = share([0, 0, 10])
        character.refusesPeople = share([0, 0, 10])
        character.limit = [nil, nil, 2, 20].randomElement(using: &random) ?? nil
        character.retryAfters =
            [
                [nil], ["1"], ["0", nil, "garbage", "2"], ["1.5", "Sun, 06 Nov 1994 08:49:37 GMT"], ["30"],
            ].randomElement(using: &random) ?? [nil]
        character.acceptsDuplicates = share([0, 1]) == 1
        character.listsAllowed = share([0, 1, 1, 1]) == 1
        character.listLag = .seconds(share([0, 0, 3, 8]))
        character.listPage = share([3, 7, 500])
        character.listShuffled = share([0, 0, 1]) == 1
        if share([0, 0, 0, 1]) == 1 { character.outage = .seconds(1)...(.seconds(share([2, 21, 200]))) }
        character.tokenLife = [nil, .seconds(2), .seconds(5), .seconds(900)].randomElement(using: &random) ?? nil
        character.tokensNameOrganization = share([0, 1]) == 1
        character.membersAllowed = share([0, 1, 1]) == 1
        if share([0, 1]) == 1 {
            character.speech = SimulatedSpeech(drawnFrom: &random)
            drawLists(&character, &random)
        }
        return character
    }

    /// Lists that are behind, that flicker, are cut short, too large, or in trouble.
    private static func drawLists(_ character: inout SimulatedServer.Character, _ random: inout SplitMix64) {
        func share(_ choices: [Int]) -> Int { choices.randomElement(using: &random) ?? 0 }
        character.listLag = .seconds(share([0, 0, 3, 8, 15, 30]))
        character.flickers = share([0, 0, 30, 100])
        character.listTroubleUntil = .seconds(share([0, 0, 0, 12, 100]))
        character.laterPageFails = share([0, 0, 20])
        character.largestPage = [nil, nil, 100, 5].randomElement(using: &random) ?? nil
        if share([0, 0, 0, 1]) == 1 { character.cap = share([2, 5, 12]) }
        if share([0, 1]) == 1 { character.wordForMore = SimulatedAnswers.besideList(&random) }
        if share([0, 0, 1]) == 1 { (character.replica, character.replicaLag) = (share([30, 80]), .seconds(40)) }
        character.leaves = share([0, 0, 0, 20, 60])
        character.newGaps = share([0, 0, 0, 0, 30, 100])
        character.capsToNewest = share([0, 1]) == 1
        if share([0, 0, 0, 0, 0, 1]) == 1 {
            character.lockout = .seconds(share([0, 2]))...(.seconds(share([3, 20])))
        }
    }

    /// A server without lists that fails most of what it has done: nothing but the count of uncertain tries, over all
    /// starts, stands between a person and one mail more.
    static func drawBlindRetries(_ policy: inout SendingPolicy, _ character: inout SimulatedServer.Character) {
        (character.listsAllowed, character.acceptsDuplicates) = (false, true)
        (character.errorAfter, character.refusesPeople, character.outage) = (70, 0, nil)
        policy.retry.serverErrors = .settled
        policy.retry.maxAttempts = 5
    }

    /// A server that never answers what it has done, with a list that is half a minute behind: nobody ever learns an id
    /// that would show how far, and nothing but a minute of patience stands between a person and a second mail.
    static func drawLateList(_ policy: inout SendingPolicy, _ character: inout SimulatedServer.Character) {
        (character.listsAllowed, character.acceptsDuplicates) = (true, true)
        (character.lostAfter, character.listLag, character.listTroubleUntil) = (100, .seconds(30), .zero)
        (character.speech.oddSuccess, character.cap, character.outage) = (0, nil, nil)
        (character.replica, character.leaves) = (0, 0)
        policy.retry.serverErrors = .settled
    }

    static func policy(_ random: inout SplitMix64) -> SendingPolicy {
        var policy = SendingPolicy()
        policy.concurrency = [1, 2, 16].randomElement(using: &random) ?? 1
        policy.pace =
            [.auto, .unlimited, .atMost(Rate(3, per: .seconds(1))), .atMost(Rate(50, per: .seconds(1)))]
            .randomElement(using: &random) ?? .auto
        policy.retry.serverErrors =
            [.settled, .settled, .always, .never].randomElement(using: &random) ?? .settled
        policy.retry.maxAttempts = [2, 5].randomElement(using: &random) ?? 5
        policy.sync = [.always, .always, .interval].randomElement(using: &random) ?? .always
        return policy
    }

    static func disk(_ policy: SendingPolicy, _ random: inout SplitMix64) -> SimulatedDisk.Character {
        var disk = SimulatedDisk.Character()
        if Int.random(in: 0..<5, using: &random) == 0 { disk.room = Int.random(in: 0...5_000, using: &random) }
        disk.failingSyncs = [0, 0, 0, 5, 50].randomElement(using: &random) ?? 0
        disk.losesPower = policy.sync == .always && Bool.random(using: &random)
        return disk
    }
}
