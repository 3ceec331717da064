import Testing

@testable import InviteCommands

struct ProgressStyleTests {
    @Test(
        "a line is rewritten only where it can be",
        arguments: [
            (.auto, true, "xterm", .bar), (.auto, true, "dumb", .log), (.auto, true, "", .log),
            (.auto, true, nil, .log),
            (.auto, false, "xterm", .auto), (.auto, false, "dumb", .auto), (.bar, true, "dumb", .bar),
            (.json, true, "xterm", .json), (.none, true, "xterm", .none),
        ] as [(ProgressStyle, Bool, String?, ProgressStyle)])
    func fitted(style: ProgressStyle, isTerminal: Bool, kind: String?, shown: ProgressStyle) {
        #expect(style.fitted(toTerminal: isTerminal, kind: kind) == shown)
    }
}
