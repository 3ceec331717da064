import ArgumentParser
import InvitationSandbox

/// What to hold, as people type it: `lists`, or the number of invitations that are answered first.
struct HoldText: ExpressibleByArgument, Equatable {
    let hold: SandboxHold

    init?(argument: String) {
        if argument == "lists" {
            hold = .lists
        } else if let count = Int(argument), count >= 0 {
            hold = .invitations(after: count)
        } else {
            return nil
        }
    }
}
