import InviteCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

let environment = CommandEnvironment(variables: ProcessInfo.processInfo.environment)
exit(InviteCommand.run(ProcessArguments.all, in: environment))
