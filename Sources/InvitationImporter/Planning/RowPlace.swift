/// Where a row is: an input of a plan, and a row of that input.
///
/// The number of the row follows from its place: `number(of:)` counts through all inputs.
public struct RowPlace: Hashable, Sendable {
    /// The index of the input in the plan's header, counted from 0.
    public var input: Int
    /// The row in its input, counted from 1 without the header.
    public var row: Int

    /// Makes a place.
    public init(input: Int, row: Int) {
        (self.input, self.row) = (input, row)
    }
}

extension RowPlace {
    var members: [JSONValue.Member] { [.init("input", .integer(input)), .init("row", .integer(row))] }

    init?(_ value: JSONValue) {
        guard let input = value["input"]?.integer, let row = value["row"]?.integer else { return nil }
        self.init(input: input, row: row)
    }
}

extension [PlanHeader.Input] {
    /// The number of a row among all rows of the plan, counted from 1.
    func number(of place: RowPlace) -> Int { self[place.input].first + place.row - 1 }

    /// Where a row of the plan is, in words: `row 5`, or `row 5 of team.csv` if there are several inputs.
    ///
    /// - Parameter number: The row's number among all rows of the plan.
    func words(forRow number: Int) -> String { words(number) { "row \($0)" } }

    /// Where a row is, for a finding about another row, which is shown with its line: `line 6`, or
    /// `line 6 of team.csv`. If both stand on one line, the row is named by its number instead.
    func words(for other: LinedRow, besides row: LinedRow) -> String {
        let isSameFile = isEmpty || index(ofRow: other.number) == index(ofRow: row.number)
        return words(other.number) { isSameFile && other.line == row.line ? "row \($0)" : "line \(other.line)" }
    }

    /// - Parameter name: Names the row by its number in its input.
    private func words(_ number: Int, _ name: (Int) -> String) -> String {
        guard count > 1 else { return name(number) }
        let input = self[index(ofRow: number)]
        guard (input.first..<input.first + input.rows).contains(number) else { return name(number) }
        return "\(name(number - input.first + 1)) of \(input.name)"
    }

    /// The name of a place in the column `import_row` of `fix` and `retry`.
    func name(of place: RowPlace) -> String { "\(self[place.input].copy):\(place.row)" }

    /// The last input whose first row has this number or a smaller one; 0 if none has. O(log of the number of inputs).
    private func index(ofRow number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].first <= number { low = middle + 1 } else { high = middle }
        }
        return Swift.max(0, low - 1)
    }
}
