import ArgumentParser

/// The organization that people are invited to.
struct OrganizationOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The organization's id, for rows that name none (K0RDENT_ORG).", valueName: "id"),
        completion: ServerCompletion.organizations)
    var org: String?

    func validate() throws {
        if let org, org.contains(where: \.isWhitespace) || InputOptions.hasControl(org) {
            throw ValidationError("An organization's id has no spaces or control characters.")
        }
    }

    /// The organization of the option, or of the environment; empty for none.
    func name(_ environment: CommandEnvironment) -> String {
        org ?? environment.variables["K0RDENT_ORG"] ?? ""
    }
}
