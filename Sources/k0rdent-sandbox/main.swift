import ArgumentParser
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
do {
    if let rehearsal = Rehearsal(arguments) {
        exit(try rehearsal.run(variables: ProcessInfo.processInfo.environment))
    }
} catch {
    SandboxCommand.exit(withError: error)
}
if let first = arguments.first, !first.hasPrefix("-"), !["serve", "help"].contains(first) {
    exit(InviteCommand.reportUnknown(first, besides: ["serve"]))
}
SandboxCommand.main(arguments)
