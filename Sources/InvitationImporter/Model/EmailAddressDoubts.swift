/// Parts of an address that are legal but probably a slip: letters that a program put there, marks in front, a
/// placeholder, a domain that takes no mail.
struct EmailAddressDoubts {
    /// One warning for each kind of doubt.
    private(set) var problems: [EmailAddress.Problem] = []
    private let localPart: ArraySlice<UnicodeScalar>
    private let domain: ArraySlice<UnicodeScalar>
    /// The part before the @ in lower case.
    private let name: String

    /// Examines an address that can be sent.
    ///
    /// - Parameters:
    ///   - scalars: the whole address.
    ///   - at: the index of its `@`.
    ///   - isQuoted: whether the part before it is in quotes, where anything is allowed.
    ///   - key: the domain as it is compared.
    init(_ scalars: [UnicodeScalar], at: Int, isQuoted: Bool, domain key: String) {
        localPart = scalars[..<at]
        domain = scalars[(at + 1)...]
        name = EmailAddress.text(localPart).lowercased()
        lookForUndeliverable(key)
        guard !isQuoted else { return }
        if lookForPlaceholder() { return }
        lookForOutOfUse()
        lookForMark()
        guard !localPart.allSatisfy(\.isASCII) || localPart.contains("`") else { return }
        if !lookForGarbled() { lookForLetters() }
    }

    private mutating func add(_ code: Finding.Code, _ advice: String) {
        problems.append(.init(code, advice))
    }

    /// A question whether the address with another part before the `@` was meant.
    private func meant(_ localPart: String) -> String {
        "Was \(Printable.escape(localPart + "@" + EmailAddress.text(domain), limit: 254)) meant?"
    }

    // MARK: - Undeliverable

    private mutating func lookForUndeliverable(_ key: String) {
        if key == "example.com", ExamplePeople.addresses.contains(name + "@" + key) {
            add(.emailUndeliverable, "This is a row of our own template. Remove it, or write the person who is meant.")
        } else if let why = UndeliverableDomain.reason(key) {
            add(.emailUndeliverable, "No mail arrives at \(key): \(why). Write the person's own address.")
        } else if UndeliverableDomain.isNoReply(name) {
            add(.emailUndeliverable, "Nobody reads what is sent to \(name). Write the person's own address.")
        }
    }

    // MARK: - Placeholders

    private mutating func lookForPlaceholder() -> Bool {
        let isTemplate =
            localPart.contains { $0 == "{" || $0 == "}" } || localPart.count { $0 == "%" } > 1
            || localPart.starts(with: ["*", "|"])
        guard isTemplate || Self.standIns.contains(name) else { return false }
        let shown = Printable.escape(EmailAddress.text(localPart), limit: 64)
        add(.emailPlaceholder, "\(shown) stands in for something that was never filled in. Write the address itself.")
        return true
    }

    /// What forms and programs write when nothing is known.
    private static let standIns: Set<String> = [
        "null", "undefined", "nan", "none", "nil", "n/a", "#n/a", "firstname.lastname", "first.last", "firstname",
        "lastname", "name.surname", "vorname.nachname", "prenom.nom", "nombre.apellido", "your.name", "yourname",
        "your-name", "your_name", "your.email", "youremail", "your-email", "your_email", "xxx", "xxxx", "unknown",
        "unbekannt", "inconnu", "desconocido",
    ]

    /// The names before an `@` that are doubtful by themselves, in lower case.
    static let knownNames = standIns.union(UndeliverableDomain.noReplyNames)

    /// Whether a name before an `@`, in lower case, is doubtful by itself.
    static func isKnownName(_ name: String) -> Bool { knownNames.contains(name) }

    // MARK: - Accounts out of use

    /// Systems rename the address of an account that is taken away, to free it: `deleted_ann@`, `ann.disabled@`.
    private mutating func lookForOutOfUse() {
        guard let word = Self.wordsOfOut(name).first else { return }
        let shown = Printable.escape(name, limit: 64)
        add(.emailUndeliverable, "\(shown) looks like an account that is \(word). Remove the row if the person is out.")
    }

    /// The words of a name before an `@`, in lower case, that say that its account is out of use.
    static func wordsOfOut(_ name: some StringProtocol) -> [String] {
        name.split(whereSeparator: { ".-_+".contains($0) }).map { String($0) }.filter(outOfUse.contains)
    }

    /// What such words are.
    static let outOfUse: Set<String> = [
        "disabled", "deactivated", "deleted", "inactive", "removed", "terminated", "suspended", "archived",
    ]

    // MARK: - Marks

    /// Looks for marks that a spreadsheet, a list or a slip left in front of the address.
    private mutating func lookForMark() {
        let marks = localPart.prefix { !Self.mayBegin($0) }
        guard let first = marks.first, marks.count < localPart.count else { return }
        let rest = EmailAddress.text(localPart.dropFirst(marks.count))
        add(
            .emailMark, "The address begins with \(EmailAddress.name(first)). \(meant(rest)) If not, leave it as it is."
        )
    }

    /// Letters, digits, pictographs and the low line begin addresses. Other ASCII signs and bullets hardly ever do.
    private static func mayBegin(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: !scalar.isASCII && DoubtfulCharacter.meant(by: scalar) != ""
        }
    }

    // MARK: - Letters

    private mutating func lookForGarbled() -> Bool {
        guard let meaning = GarbledText.meaning(of: EmailAddress.text(localPart)) else { return false }
        add(
            .emailGarbled,
            "The letters look as if the file was saved in a wrong encoding. \(meant(meaning)) Export it again as UTF-8."
        )
        return true
    }

    private mutating func lookForLetters() {
        if let odd = localPart.dropFirst().first(where: { DoubtfulCharacter.meant(by: $0) != nil }) ?? firstOdd {
            let meaning = localPart.reduce(into: "") { text, scalar in
                text += DoubtfulCharacter.meant(by: scalar) ?? String(Character(scalar))
            }
            add(
                .emailOddLetter,
                "\(Self.named(odd)) is hardly a letter of an address. \(meant(meaning)) If not, leave it as it is.")
        }
        lookForScripts()
    }

    /// The first character, if it stands for another one and is no mark, which was noted already.
    private var firstOdd: UnicodeScalar? {
        localPart.first.flatMap { DoubtfulCharacter.meant(by: $0)?.isEmpty == false ? $0 : nil }
    }

    private mutating func lookForScripts() {
        let words = localPart.split { !$0.properties.isAlphabetic }
        let isASCIIBehind = domain.allSatisfy(\.isASCII)
        let mixed = words.first { ScriptMix.mixes($0) || isASCIIBehind && ScriptMix.looksLikeASCII($0) }
        guard let mixed, let odd = mixed.first(where: { !$0.isASCII }) else { return }
        let meaning = ScriptMix.inASCII(localPart)
        add(
            .emailMixedScripts,
            "\(Self.named(odd)) is a letter of another script that looks like one of ours. \(meant(meaning)) "
                + "Type it anew if so.")
    }

    /// A character with its number, since it may look like another one.
    private static func named(_ scalar: UnicodeScalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\(EmailAddress.name(scalar)) (U+\(String(repeating: "0", count: max(0, 4 - digits.count)) + digits))"
    }
}
