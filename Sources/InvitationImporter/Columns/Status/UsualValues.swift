/// What all values of a column say about a single one. `0` in a column `status` may mean either, but not if nearly
/// everybody has it.
struct UsualValues: Hashable, Sendable {
    /// Numbers that are no reason to leave somebody out.
    var numbers: Set<String> = []
    /// Whether a blank cell means out, because the others have ticks or times.
    var blankIsOut = false

    /// Whether a value is a number, which has no meaning of its own.
    static func isNumber(_ text: String) -> Bool {
        guard let last = text.utf8.last, (0x30...0x39).contains(last), text.utf8.count <= 20 else { return false }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
    }
}
