public import ArgumentParser
public import InvitationImporter

/// Which people `import --again` reinvites.
extension ReinvitePlan.Reason: ExpressibleByArgument {}
