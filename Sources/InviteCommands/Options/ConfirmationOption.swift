import ArgumentParser

/// Whether a person is asked first.
struct ConfirmationOption: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Do not ask; needed where there is no terminal.")
    var yes = false
}

/// Whether one bad row stops everything.
struct StrictOption: ParsableArguments {
    @Flag(
        help: """
            Send nothing if one row is invalid, or if the role map has no line for one of their roles or groups.
            """)
    var strict = false
}
