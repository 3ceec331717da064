import CurlMulti
import InvitationImporter

/// What `--version` says: enough for a report of a fault.
public enum VersionText {
    /// The version of one of the programs, of the libraries that it runs with, and how it was built.
    public static func text(of program: String) -> String {
        """
        \(program) \(ToolVersion.current)
        libcurl \(CurlLibrary.version) with \(CurlLibrary.tls)
        \(kind) build, Swift \(compiler), \(system)
        """
    }

    private static var kind: String {
        #if DEBUG
            "debug"
        #else
            "release"
        #endif
    }

    private static var compiler: String {
        #if compiler(>=6.4)
            "6.4 or later"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }

    private static var system: String {
        #if os(Linux)
            let name = "Linux"
        #else
            let name = "macOS"
        #endif
        #if arch(x86_64)
            return name + " x86_64"
        #elseif arch(arm64)
            return name + " arm64"
        #else
            return name
        #endif
    }
}
