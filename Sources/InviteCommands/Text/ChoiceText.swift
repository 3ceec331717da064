import InvitationImporter

/// The choice of people in words.
enum ChoiceText {
    /// The most people of whom there is a warning of their own.
    private static let limit = 20

    /// Why nothing is done where people are chosen, and none of them is there.
    static let nobody = "nobody of those you chose is"

    /// How many are chosen, and how many are not; empty if nobody is left aside.
    ///
    /// - Parameters:
    ///   - chosen: How many of those who are open are chosen.
    ///   - aside: How many are not.
    static func lines(chosen: Int, aside: Int) -> [String] {
        guard aside > 0 else { return [] }
        return [
            Phrase.row(
                "chosen", "\(chosen.grouped) of \((chosen + aside).grouped) who are open; \(aside.grouped) stay aside")
        ]
    }

    /// Warnings about what chooses nobody.
    ///
    /// - Parameter place: Where the people should be, such as `in the files`.
    static func warnings(_ missing: ChosenPeople.Missing, _ place: String) -> [String] {
        let file = Printable.escape(missing.file, limit: 200)
        let unreadable = missing.unreadable.map { line in
            let text = Printable.escape(line.text, limit: 80)
            return "\(file):\(line.number): there is no address in \"\(text)\", so the line chooses nobody."
        }
        let people = missing.people.map { line in
            let address = Printable.escape(line.text, limit: 254)
            return "\(file):\(line.number): \(address) is not \(place); is it mistyped?"
        }
        let domains = missing.domains.map { domain in
            "--only-domain \(Printable.escape(domain, limit: 254)): nobody \(place) has this domain; is it mistyped?"
        }
        let all = unreadable + people + domains
        let rest = all.count > limit ? ["… and \((all.count - limit).grouped) more of this kind."] : []
        return (all.prefix(limit) + rest).map { "warning: \($0)" }
    }

    /// The same for scripts.
    static func json(_ missing: ChosenPeople.Missing) -> JSONValue {
        let lines = (missing.unreadable + missing.people).map { line in
            JSONValue.object([
                "file": .string(missing.file), "line": .integer(line.number), "value": .string(line.text),
            ])
        }
        return .array(lines + missing.domains.map { .object(["domain": .string($0)]) })
    }
}
