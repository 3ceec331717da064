/// What all values of a column say about a single one. `0` in a column `status` may mean either, but not if nearly
/// everybody has it.
struct UsualValues: Hashable, Sendable {
    /// Numbers and single letters that are no reason to leave somebody out.
    var numbers: Set<String> = []
    /// Whether a blank cell means out, because the others have ticks or times.
    var blankIsOut = false
    /// Whether nobody knows what a blank cell means, because all others say yes and none says no.
    var blankIsUnknown = false
    /// Whether all values say yes or no, and at most half of the people would be out by them.
    var outIsRare = false
    /// Whether all values of a column such as `State`, which may be a part of an address, are names of places.
    var arePlaces = false
    /// Whether some values say that somebody is out, though the column's name does not tell.
    var tellsOut = false

    /// Whether a value is a number, which has no meaning of its own.
    static func isNumber(_ text: String) -> Bool {
        guard let last = text.utf8.last, (0x30...0x39).contains(last), text.utf8.count <= 20 else { return false }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
    }

    /// Whether a value is the first letter of a word for being in: active, current, enabled, member, open, valid. If
    /// nearly everybody has it, it is no reason. Another letter may mean inactive, even if everybody has it.
    static func isLetter(_ text: String) -> Bool {
        text.utf8.count == 1 && "acemovACEMOV".utf8.contains(text.utf8.first ?? 0)
    }

    /// The verdict on a blank cell in a column that asks who is in.
    ///
    /// - Parameter isSure: Whether the column's name is sure.
    func verdictOnBlank(_ isSure: Bool) -> StatusRule.Verdict {
        if blankIsOut { return .skip(StatusRule.blank) }
        return blankIsUnknown && isSure ? .unknown : .invite
    }
}

extension String {
    /// A whole number without the fraction that some programs write into columns with blank cells: `512` for `512.0`.
    func withoutZeroFraction() -> String {
        guard hasSuffix(".0"), UsualValues.isNumber(self) else { return self }
        return String(dropLast(2))
    }
}
