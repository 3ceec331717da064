import ArgumentParser

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

let arguments = Array(CommandLine.arguments.dropFirst())
do {
    if let rehearsal = Rehearsal(arguments) {
        exit(try rehearsal.run(variables: ProcessInfo.processInfo.environment))
    }
} catch {
    SandboxCommand.exit(withError: error)
}
SandboxCommand.main(arguments)
