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

let arguments = ProcessArguments.all
if let first = arguments.first, !first.hasPrefix("-"), !(InviteCommand.names + ["serve", "help"]).contains(first) {
    exit(InviteCommand.reportUnknown(first, besides: ["serve"]))
}
exit(SandboxCommand.run(arguments, variables: ProcessInfo.processInfo.environment))
