import InvitationImporter
import Testing

@testable import InviteCommands

/// What a brake held back points at what the person can see.
struct BrakeTextTests {
    @Test(arguments: [
        (ImportBrakes.Reason.errors(3, elsewhere: 0), "3 errors, see above (--strict)."),
        (.duplicates(1, elsewhere: 0), "1 error, see above (--duplicates fail)."),
        (
            .errors(3, elsewhere: 2),
            "3 errors, see above, 2 of them in rows of other shards, which `k0rdent-invite check` without --shard shows "
                + "(--strict)."
        ),
        (
            .errors(1, elsewhere: 1),
            "1 error, it is in rows of other shards, which `k0rdent-invite check` without --shard shows (--strict)."
        ),
        (
            .errors(2, elsewhere: 2),
            "2 errors, all of them in rows of other shards, which `k0rdent-invite check` without --shard shows (--strict)."
        ),
    ])
    func words(reason: ImportBrakes.Reason, text: String) {
        #expect(BrakeText.words(reason) == text)
    }
}
