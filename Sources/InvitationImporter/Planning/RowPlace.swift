/// Where a row stands: an input of a plan, and a row of that input.
///
/// A row has this one place and one number, which follows from it: ``Swift/Array/number(of:)`` counts through all inputs.
public struct RowPlace: Hashable, Sendable {
    /// The input, counted from 0 as the plan's header lists them.
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

    /// Where a row of the plan stands, in words: `row 5`, or `row 5 of team.csv` where there are several inputs.
    ///
    /// - Parameter number: its number among all rows of the plan.
    func words(forRow number: Int) -> String {
        guard count > 1 else { return "row \(number)" }
        let input = self[lastIndex(from: number)]
        guard (input.first..<input.first + input.rows).contains(number) else { return "row \(number)" }
        return "row \(number - input.first + 1) of \(input.name)"
    }

    /// The last input whose first row has this number or a smaller one; 0 if none has. They stand in this order.
    private func lastIndex(from number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].first <= number { low = middle + 1 } else { high = middle }
        }
        return Swift.max(0, low - 1)
    }

    /// The place that a text of the column `import_row` names; `nil` if there is none such here.
    ///
    /// - Parameter copies: The first input that was read from each copy.
    func place(named text: String, _ copies: [String: Int]) -> RowPlace? {
        guard let colon = text.lastIndex(of: ":"), let row = Int(text[text.index(after: colon)...]),
            let input = copies[String(text[..<colon])], row >= 1, row <= self[input].rows
        else { return nil }
        return RowPlace(input: input, row: row)
    }

    /// A place as `fix` and `retry` name it in the column `import_row`.
    func name(of place: RowPlace) -> String { "\(self[place.input].copy):\(place.row)" }
}
