/// Something found in one row: what, where, and what to do about it.
public struct Finding: Hashable, Sendable {
    /// What was found. It decides the level.
    public var code: Code
    /// The line that an editor shows, counted from 1.
    public var line: Int
    /// The header of the column, or the name of the JSON member, as written; `nil` if the finding is about the whole
    /// row.
    public var column: String?
    /// The value as written; `nil` if there is none.
    public var value: String?
    /// What is wrong and what to do, for a person.
    public var advice: String

    /// Makes a finding.
    public init(_ code: Code, line: Int, column: String? = nil, value: String? = nil, advice: String) {
        self.code = code
        self.line = line
        self.column = column
        self.value = value
        self.advice = advice
    }

    /// An error keeps the row from being sent; a warning does not.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        case error
        case warning
    }

    /// Whether the finding keeps its row from being sent.
    public var level: Level { code.level }

    /// Whether it doubts an address, and a mail goes out all the same. A stranger may get it.
    public var isDoubtful: Bool { level == .warning && code.rawValue.hasPrefix("email-") }

    /// The stable names of all findings. Scripts may rely on the raw values.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        // The shape of the row.
        case cellsMissing = "cells-missing"
        case cellsExtra = "cells-extra"
        case quoteStray = "quote-stray"
        case jsonSyntax = "json-syntax"
        case jsonNotObject = "json-not-object"
        case jsonNameTwice = "json-name-twice"
        case ldifSyntax = "ldif-syntax"
        case valueType = "value-type"
        case characterForbidden = "character-forbidden"

        // The address.
        case emailMissing = "email-missing"
        case emailSyntax = "email-syntax"
        case emailTooLong = "email-too-long"
        case emailSeveral = "email-several"
        case emailQuoted = "email-quoted"
        case emailLiteral = "email-literal"
        case emailDotless = "email-dotless"
        case emailLookAlike = "email-look-alike"
        case emailMixedScripts = "email-mixed-scripts"
        case emailSameMailbox = "email-same-mailbox"
        case emailFirstTaken = "email-first-taken"
        case emailOddLetter = "email-odd-letter"
        case emailGarbled = "email-garbled"
        case emailMark = "email-mark"
        case emailPlaceholder = "email-placeholder"
        case emailUndeliverable = "email-undeliverable"

        // The rest of the invitation.
        case roleOrGroupMissing = "role-or-group-missing"
        case messageTooLong = "message-too-long"
        case placeholderBlank = "placeholder-blank"
        case placeholderForeign = "placeholder-foreign"
        case textGarbled = "text-garbled"
        case organizationMissing = "organization-missing"
        case organizationUnusual = "organization-unusual"
        case organizationUnknown = "organization-unknown"
        case organizationTwice = "organization-twice"
        case roleUnknown = "role-unknown"
        case groupUnknown = "group-unknown"
        case memberDiffers = "member-differs"
        case invitationDiffers = "invitation-differs"
        case domainNotAllowed = "domain-not-allowed"
        case statusUnknown = "status-unknown"

        // Against the rows before it.
        case duplicateMerged = "duplicate-merged"
        case duplicateDiffers = "duplicate-differs"
        case duplicateForbidden = "duplicate-forbidden"

        /// Whether a row with this finding can be sent.
        public var level: Level {
            switch self {
            case .cellsMissing, .emailQuoted, .emailLiteral, .emailDotless, .emailLookAlike, .emailMixedScripts,
                .emailSameMailbox, .emailFirstTaken, .emailOddLetter, .emailGarbled, .emailMark, .emailPlaceholder,
                .emailUndeliverable, .placeholderBlank, .placeholderForeign, .textGarbled, .organizationUnusual,
                .statusUnknown,
                .duplicateMerged, .duplicateDiffers,
                .memberDiffers, .invitationDiffers:
                .warning
            case .cellsExtra, .quoteStray, .jsonSyntax, .jsonNotObject, .jsonNameTwice, .ldifSyntax, .valueType,
                .characterForbidden, .emailMissing, .emailSyntax, .emailTooLong, .emailSeveral, .roleOrGroupMissing,
                .messageTooLong, .organizationMissing, .duplicateForbidden, .organizationUnknown,
                .organizationTwice, .roleUnknown, .groupUnknown, .domainNotAllowed:
                .error
            }
        }
    }
}
