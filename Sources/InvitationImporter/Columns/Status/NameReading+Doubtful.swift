/// What a name may say, if one of its words is not known.
extension NameReading {
    /// `no longer with company`, `not a member`.
    var noLonger: ColumnMeaning? {
        let isSaid = tokens.contains { ["nolonger", "nichtmehr"].contains($0.text) }
        // The no of `Employee No` is a number.
        guard isSaid || isDenied && tokens.last?.has(.denial) == false,
            tokens.allSatisfy({ $0.has(.denial) || $0.has(.people) || $0.has(.small) || $0.has(.question) }),
            tokens.contains(where: { $0.has(.people) })
        else { return nil }
        // `No. of employees` is a number.
        return .init(question: .answer(true, .former), isSure: isSaid, needsWord: !isSaid)
    }

    /// `is_unlocked`: who is not, may be out. Or they never were, as most people were never `reactivated`.
    var undone: ColumnMeaning? {
        let others: [NameMark] = [.question, .small, .people, .denial]
        guard !hasDate, tokens.contains(where: { StatusText.isUndone($0.text) }),
            tokens.allSatisfy({ token in StatusText.isUndone(token.text) || others.contains(where: token.has) })
        else { return nil }
        return .init(question: .answer(isDenied, .blocked), isSure: false, countsIfRare: true)
    }

    /// `acme.isActive`, `is_crew_active`, `removed_from_roster`: a yes or no to what the known words ask.
    var doubtful: ColumnMeaning? {
        guard hasUnknown else { return nil }
        return candidates.lazy.compactMap(\.rareAnswer).first
    }

    /// `has joined`, `attending`, `OK to email`: most people are, so a rare no is not understood.
    var expected: ColumnMeaning? {
        let marks: [NameMark] = [.people, .small, .question, .mail, .denial]
        guard !hasDate, tokens.contains(where: { Self.expectations.contains($0.text) }) || isMailPermitted,
            tokens.allSatisfy({ token in
                Self.expectations.contains(token.text) || Self.permissions.contains(token.text)
                    || marks.contains(where: token.has)
            })
        else { return nil }
        let state = has(.mail) ? StatusWord.unsubscribed : .excluded
        return .init(question: .answer(isDenied, state), isSure: false, countsIfRare: true)
    }

    private var isMailPermitted: Bool {
        has(.mail) && tokens.contains { Self.permissions.contains($0.text) }
            && (!tokens.contains { $0.text == "can" } || tokens.contains { $0.text == "be" })
    }

    private static let expectations: Set<String> = [
        "joined", "attending", "working", "present", "here", "alive", "provisioned", "reachable", "ok",
    ]
    private static let permissions: Set<String> = [
        "allow", "allows", "allowed", "permission", "permissions", "permit", "permitted", "can", "ok", "be",
    ]

    /// The words that may be all that counts: those from the question on, those of the last member of a path, and all
    /// but a single unknown one.
    private var candidates: [NameReading] {
        let question = Array(tokens.drop { !$0.has(.question) })
        let single = tokens.count(where: \.isUnknown) == 1 ? tokens.filter { !$0.isUnknown } : []
        return [question, lastMember, single].filter { !$0.isEmpty && !$0.contains(where: \.isUnknown) }
            .map(NameReading.init(of:))
    }

    private var rareAnswer: ColumnMeaning? {
        guard isTelling, !isOfOther, !tokens.contains(where: { ["left", "former", "current"].contains($0.text) }),
            var meaning = known
        else { return nil }
        switch meaning.question {
        case .answer: break
        case .reason(let state): meaning.question = .answer(true, state)
        default: return nil
        }
        meaning.isSure = false
        meaning.needsWord = false
        meaning.countsIfRare = true
        return meaning
    }

    /// Whether the words say enough without the unknown one. An event does not: an exit survey is no exit. What is
    /// enabled or disabled is mostly a feature, unless the name asks: `moderation_enabled`, but `orclIsEnabled`.
    private var isTelling: Bool {
        let states: Set<StatusWord?> = [
            tokens.lazy.compactMap(\.out).first, being, isIn == .inactive ? .inactive : nil,
        ]
        return !states.subtracting([nil, .disabled]).isEmpty
            || has(.question) && (isIn == .disabled || states.contains(.disabled))
    }
}
