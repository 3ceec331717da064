public import ArgumentParser
public import InvitationImporter

/// Whom `import --again` invites again.
extension ReinvitePlan.Reason: ExpressibleByArgument {}
