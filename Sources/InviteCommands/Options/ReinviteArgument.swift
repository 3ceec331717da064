import ArgumentParser

/// Whom `import --again` invites anew.
enum ReinviteArgument: String, ExpressibleByArgument, CaseIterable {
    /// Those whose invitation has expired.
    case expired
}
