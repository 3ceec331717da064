import InvitationImporter
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// When words are painted.
enum ColorChoice: String, CaseIterable {
    /// On a terminal that can, unless NO_COLOR is set.
    case auto
    case always
    case never
}

/// Paints the words that a person must not miss: errors, warnings, and who gets power.
enum Paint {
    private static let paintsErrors = Atomic(false)
    private static let paintsOutput = Atomic(false)

    /// Decides for this process.
    ///
    /// - Parameter variables: `NO_COLOR` (no-color.org) and `TERM`.
    static func choose(_ choice: ColorChoice, _ variables: [String: String]) {
        let canPaint = !Terminal.isDumb(variables["TERM"]) && (variables["NO_COLOR"] ?? "").isEmpty
        func paints(_ descriptor: Int32) -> Bool {
            switch choice {
            case .auto: canPaint && isatty(descriptor) == 1
            case .always: true
            case .never: false
            }
        }
        paintsErrors.store(paints(STDERR_FILENO), ordering: .relaxed)
        paintsOutput.store(paints(STDOUT_FILENO), ordering: .relaxed)
    }

    /// A line for standard error.
    static func onErrors(_ line: String) -> String {
        paintsErrors.load(ordering: .relaxed) ? painted(line) : line
    }

    /// A line for standard output.
    static func onOutput(_ line: String) -> String {
        paintsOutput.load(ordering: .relaxed) ? painted(line) : line
    }

    /// A line with its first word that matters in colour. Only this program's own words, at their own places, are
    /// painted.
    static func painted(_ line: String) -> String {
        for (word, color) in [("error: ", red), ("Stopped: ", red), ("warning: ", magenta)] where line.hasPrefix(word) {
            return color + word.dropLast() + reset + " " + line.dropFirst(word.count)
        }
        for (word, color) in [("error", red), ("warning", magenta)] {
            // A finding: `team.csv:12: error email-syntax: …`, `team.csv: 3 rows: error role-unknown: …`
            guard let place = line.firstRange(of: ": \(word) ") else { continue }
            let before = line[..<place.lowerBound]
            guard before.last?.isNumber == true || before.hasSuffix(" rows") || before.hasSuffix(" row") else {
                continue
            }
            return line[..<place.lowerBound] + ": " + color + word + reset + " " + line[place.upperBound...]
        }
        if line.hasPrefix(rolesRow) { return rolesRow + counts(line.dropFirst(rolesRow.count)) }
        guard let power = line.firstRange(of: ", among them ") else { return line }
        let end = line.last == "." ? line.index(before: line.endIndex) : line.endIndex
        return line[..<power.upperBound] + magenta + line[power.upperBound..<end] + reset + line[end...]
    }

    /// How the row of a plan begins that counts roles.
    private static let rolesRow = "  roles         "

    /// `viewer 30, admin 2`, with roles that suggest power painted.
    private static func counts(_ roles: Substring) -> String {
        roles.split(separator: ", ", omittingEmptySubsequences: false).map { role in
            PlanSummary.privileged(among: [String(role)]).isEmpty ? String(role) : magenta + role + reset
        }.joined(separator: ", ")
    }

    private static let red = "\u{1B}[1;31m"
    /// Yellow cannot be read on white, nor blue on black.
    private static let magenta = "\u{1B}[1;35m"
    private static let reset = "\u{1B}[0m"
}
