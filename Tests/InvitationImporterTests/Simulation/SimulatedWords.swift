import TestSupport

/// Words and sentences by a grammar, so that a simulated server says what nobody has listed.
enum SimulatedWords {
    /// One of some; the list is never empty.
    static func one<Element>(of choices: [Element], _ random: inout SplitMix64) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    /// Whether something happens that happens so often in a hundred.
    static func hits(_ percent: Int, _ random: inout SplitMix64) -> Bool {
        percent > 0 && Int.random(in: 0..<100, using: &random) < percent
    }

    /// A word of no language.
    static func word(_ random: inout SplitMix64) -> String {
        (0..<Int.random(in: 2...3, using: &random)).map { _ in
            one(of: ["b", "d", "g", "k", "l", "m", "v", "z", "tr", "pl"], &random)
                + one(of: ["a", "o", "u", "aw", "ey"], &random)
        }.joined()
    }

    /// A sentence of no language, that may name somebody.
    static func sentence(about email: String? = nil, _ random: inout SplitMix64) -> String {
        var words = (0..<Int.random(in: 1...5, using: &random)).map { _ in word(&random) }
        if let email { words.insert(email, at: Int.random(in: 0...words.count, using: &random)) }
        if hits(20, &random) { words.append(String(Int.random(in: 1...500, using: &random))) }
        return words.joined(separator: " ")
    }

    /// A sentence that says "already", but of something else than the person.
    static func alreadyElsewhere(_ random: inout SplitMix64) -> String {
        let thing = word(&random)
        let number = Int.random(in: 2...500, using: &random)
        return one(
            of: [
                "You have already invited \(number) \(thing)", "\(thing) is already a member of \(word(&random))",
                "A \(thing) for this organization already exists", "duplicate \(thing)",
                "Organization already has \(number) \(thing) taken", "already invited: \(thing)",
                "this user is not already invited to \(thing)",
            ], &random)
    }

    /// A word in other clothes: case, blanks, and a prefix.
    static func dressed(_ word: String, _ random: inout SplitMix64) -> String {
        let prefix = one(of: ["", "", "", "INVITATION_STATUS_", "invite-state-", "status: ", "Invitation "], &random)
        let blank = one(of: ["", "", "", " "], &random)
        let whole = prefix + word
        let cased: String =
            switch Int.random(in: 0..<4, using: &random) {
            case 0: whole.uppercased()
            case 1: whole.prefix(1).uppercased() + whole.dropFirst()
            default: whole
            }
        return blank + cased + blank
    }

    /// The server's word for a state.
    ///
    /// - Returns: The word, and whether it is one that says nothing to anybody.
    static func state(_ known: [String], _ random: inout SplitMix64) -> (word: String, isUnknown: Bool) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...5: return (dressed(one(of: known, &random), &random), false)
        case 6, 7: return (dressed(word(&random), &random), true)
        default:
            // A known word inside of another one says nothing.
            let inner = one(of: ["pending", "accepted", "expired", "revoked", "sent", "declined"], &random)
            let whole = hits(50, &random) ? "\(word(&random))_\(inner)" : "\(inner)_\(word(&random))"
            return (dressed(whole, &random), true)
        }
    }
}
