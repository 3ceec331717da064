public import ArgumentParser
public import InvitationImporter

/// Which people `import --again` reinvites.
extension ReinvitePlan.Reason: ExpressibleByArgument {}

/// Whom `status --only` lists.
extension InvitationStatus: ExpressibleByArgument {}
