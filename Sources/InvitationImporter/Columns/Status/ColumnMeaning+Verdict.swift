extension ColumnMeaning {
    /// Judges a person's value in the column.
    ///
    /// - Parameters:
    ///   - text: The value, trimmed.
    ///   - usual: What the column's other values say about this one.
    ///   - today: The current day, counted from 1970-01-01.
    func verdict(on text: String, _ usual: UsualValues, today: Int) -> StatusRule.Verdict {
        switch question {
        case .answer(let out, let state): answer(text, out, state, usual, today)
        case .time(let state): time(text, state)
        case .end(let state): end(text, state, today)
        case .until(let state): until(text, state, today)
        case .since(let state): text.saysNever && usual.blankIsOut ? .skip(state.rawValue) : .invite
        case .reason(let state): text.saysNever || Self.isNo(text) || text == "0" ? .invite : .skip(state.rawValue)
        case .status: status(text, usual)
        case .kind: kind(text)
        case .mailbox: MailboxKind.verdict(on: text)
        case .bits: AccountBits.verdict(on: text)
        case .lastDay: lastDay(text, today)
        case .told: StatusText.tells(text, isOfPerson: !needsWord) ? .unknown : .invite
        }
    }

    private static func isNo(_ text: String) -> Bool { BooleanWord.read(text) == false }

    /// A value that is no time, no yes and no state may say that nobody knows.
    private func time(_ text: String, _ state: StatusWord) -> StatusRule.Verdict {
        if text.saysNever || Self.isNo(text) || CellTime(text) == .never { return .invite }
        let isUnderstood =
            BooleanWord.read(text) == true || (CellTime(text) ?? CellTime(year: text)) != nil
            || !StatusText(text).states.isEmpty
        return isUnderstood ? .skip(state.rawValue) : .unknown
    }

    /// The verdict on a value that is not understood. It leaves a person out only if the name is sure, or if the value
    /// may still be a state.
    private func unknown(_ text: String) -> StatusRule.Verdict {
        if isSure { return .unknown }
        let words = StatusText(text)
        return words.isMentioned && text.count <= 40 ? .unknown : .invite
    }

    private func answer(
        _ text: String, _ out: Bool, _ state: StatusWord, _ usual: UsualValues, _ today: Int
    ) -> StatusRule.Verdict {
        if text.saysNothing { return usual.verdictOnBlank(isSure) }
        if mayBeToCome, text.saysNever { return .invite }
        if countsIfRare { return usual.outIsRare && BooleanWord.read(text) == out ? .unknown : .invite }
        if needsWord && (text.foldedWord.count < 2 || UsualValues.isNumber(text)) { return .invite }
        if let said = BooleanWord.read(text) { return said == out ? .skip(state.rawValue) : .invite }
        // A column of flags may hold the letters of a status.
        if state == .inactive, !out, text.utf8.count == 1, let isIn = Self.letters[text.lowercased()] {
            return isIn ? .invite : .skip(state.rawValue)
        }
        // Access writes -1 for yes, other programs for never. Only a column of times means never for certain.
        if text == "-1" { return .unknown }
        if let time = CellTime(text), let verdict = dated(time, out, state, today) { return verdict }
        let words = StatusText(text, things: out)
        if !words.states.isEmpty { return .skip(state.rawValue) }
        if words.isIn && (!out || StatusText.isUndone(text)) { return .invite }
        return unknown(text)
    }

    /// Active and inactive, as one letter.
    private static let letters = ["a": true, "i": false]

    /// The verdict on a time in place of a yes or no: when somebody came to be out, or in; `nil` for neither.
    private func dated(_ time: CellTime, _ out: Bool, _ state: StatusWord, _ today: Int) -> StatusRule.Verdict? {
        if out {
            let isIn = time == .never || !isSure && state != .unsubscribed || mayBeToCome && time.isToCome(today)
            return isIn ? .invite : .skip(state.rawValue)
        }
        // This is for `registered`. A person who was active on a day need not be active now.
        return state == .pending ? (time == .never ? .skip(state.rawValue) : .invite) : nil
    }

    private func end(_ text: String, _ state: StatusWord, _ today: Int) -> StatusRule.Verdict {
        if text.saysNever { return .invite }
        if let said = BooleanWord.read(text), CellTime(text) == nil { return said ? .skip(state.rawValue) : .invite }
        guard let time = CellTime(text) ?? CellTime(year: text) else {
            return Self.hasYear(text) ? .unknown : unknown(text)
        }
        // The year may be this one.
        if !time.isPast(today), !time.isToCome(today), time != .never, text.count == 4 { return .unknown }
        return time == .never || time.isToCome(today) ? .invite : .skip(state.rawValue)
    }

    /// Whether a text that is no time has a year: `Jan 2019`.
    private static func hasYear(_ text: String) -> Bool {
        text.split { !("0"..."9").contains($0) }.contains {
            $0.count == 4 && ["19", "20", "21"].contains($0.prefix(2))
        }
    }

    private func lastDay(_ text: String, _ today: Int) -> StatusRule.Verdict {
        if text.saysNever || text == "-1" { return .invite }
        guard let day = Int(text) else { return .unknown }
        return day >= today ? .invite : .skip(StatusWord.expired.rawValue)
    }

    private func until(_ text: String, _ state: StatusWord, _ today: Int) -> StatusRule.Verdict {
        if text.saysNever || Self.isNo(text) { return .invite }
        guard let time = CellTime(text), text != "-1" else { return .skip(state.rawValue) }
        return time == .never || time.isPast(today) ? .invite : .skip(state.rawValue)
    }

    private func status(_ text: String, _ usual: UsualValues) -> StatusRule.Verdict {
        if text.saysNothing || usual.numbers.contains(text.lowercased()) { return .invite }
        if isCode, !usual.numbers.isEmpty, text.foldedWord.count < 3 { return .unknown }
        if UsualValues.isNumber(text) { return isSure ? .unknown : .invite }
        // A tick answers a question, but is not a status.
        if !["checked", "unchecked"].contains(text.foldedWord), let said = BooleanWord.read(text),
            text.foldedWord.count > 1 || ["y", "j", "n", "✅", "❌", "🟢", "🔴"].contains(text.foldedWord)
        {
            return said ? .invite : .skip(text)
        }
        let words = StatusText(text)
        if !words.states.isEmpty { return .skip(words.states.map(\.rawValue).joined(separator: " ")) }
        if words.isIn { return .invite }
        let code = text.lowercased()
        if ["act", "actv"].contains(code) { return .invite }
        return Self.codes[code].map { .skip($0.rawValue) } ?? unknown(text)
    }

    /// Abbreviations that are a status by themselves, and no words.
    private static let codes: [String: StatusWord] = [
        "term": .former, "trm": .former, "trmd": .former, "ina": .inactive,
        "inac": .inactive, "inact": .inactive, "inactv": .inactive, "susp": .suspended, "dis": .disabled,
        "disab": .disabled,
        "del": .deleted, "canc": .revoked, "cncl": .revoked, "ret": .former, "lv": .former, "pend": .pending,
    ]

    private func kind(_ text: String) -> StatusRule.Verdict {
        if text.saysNothing { return .invite }
        let words = StatusText(text, things: true)
        if !words.states.isEmpty { return .skip(words.states.map(\.rawValue).joined(separator: " ")) }
        return words.isMentioned && !words.isIn ? .unknown : .invite
    }
}
