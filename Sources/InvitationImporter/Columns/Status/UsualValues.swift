/// What all values of a column say about one of them: `0` in a column `status` may be either, but not if nearly everybody
/// has it.
struct UsualValues: Hashable, Sendable {
    /// Numbers that are no reason to leave somebody out.
    var numbers: Set<String> = []
    /// Whether who has nothing there is out, because the column has ticks for the others.
    var blankIsOut = false

    /// Whether a value is a number without a meaning of its own.
    static func isNumber(_ text: String) -> Bool {
        guard let last = text.utf8.last, (0x30...0x39).contains(last), text.utf8.count <= 20 else { return false }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
    }
}
