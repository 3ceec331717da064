import InvitationImporter

/// Invites the people of a file, if they are a hundred at most. The same call again does only what is left.
func invitePeople(
    of file: String, to organization: String, at url: String, tokenFile: String,
    show: @escaping @Sendable (String) -> Void
) async throws -> RunSummary {
    let (tokens, _) = try TokenSource.find(file: tokenFile, command: nil, environment: [:])
    var session = ImportSession([file], to: try InvitationServer(url), tokens)
    session.options.organization = organization
    let progress = session.progress
    Task { for await now in progress { show("\(now.done) of \(now.total)") } }
    return try await session.run { preview in preview.run.mailsNow <= 100 }
}
