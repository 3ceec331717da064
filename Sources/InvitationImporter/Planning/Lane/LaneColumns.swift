/// What the lane does with the cells of each column of one input. It is found once, after the header.
struct LaneColumns {
    /// The column of the address.
    let email: Int
    /// The columns of the person's name.
    private(set) var nameColumns: [Int] = []
    /// The same as the name is put together: of the first of these lists that has any text.
    let nameParts: [[Int]]
    /// The column of the message; `nil` if there is none, or if it is one of ``known``.
    private(set) var message: Int?
    /// Columns whose cells are known by their bytes, because something depends on them.
    private(set) var known: [Int] = []
    /// Columns that nothing is taken from.
    private(set) var free: [Int] = []
    /// Whether an address in a column that nothing is taken from is nothing to look at.
    let mayHoldAddresses: Bool
    /// What was found out about the columns then. If the reader finds out anew, the lane has to be made anew.
    let interpretation: Int
    /// The columns and fields then, and whether the input was made for invitations.
    let names: [String]
    let fields: FieldMap
    let isMadeForInvitations: Bool

    /// Finds what each column is; `nil` if the lane can take no row of the input.
    init?(_ reader: InputReader, _ options: ImportOptions) {
        let fields = reader.fields
        guard reader.cutsRecords, options.message?.placeholders.isEmpty ?? true,
            let email = Self.onlyColumn(of: .email, fields), reader.isOrdinary(column: email)
        else { return nil }
        self.email = email
        interpretation = reader.interpretations
        names = reader.columns
        self.fields = fields
        isMadeForInvitations = reader.isMadeForInvitations
        mayHoldAddresses = !reader.comparesAddresses
        let others = Self.columns(whereRowsAreJudged: fields)
        guard !others.contains(email) else { return nil }
        nameParts = Self.plainColumns(of: .name, fields)
        let nameColumns = Set(nameParts.joined())
        let message = Self.onlyColumn(of: .message, fields)
        guard !nameColumns.contains(email), message != email, nameColumns.isDisjoint(with: others),
            nameColumns.allSatisfy({ $0 != message && reader.isOrdinary(column: $0) })
        else { return nil }
        for column in names.indices where column != email {
            let isOrdinary = reader.isOrdinary(column: column)
            if others.contains(column) || !isOrdinary {
                known.append(column)
            } else if nameColumns.contains(column) {
                self.nameColumns.append(column)
            } else if column == message {
                self.message = column
            } else {
                free.append(column)
            }
        }
    }

    /// The column of a field that comes from that one column as it is, or from none at all.
    private static func onlyColumn(of field: Field, _ fields: FieldMap) -> Int? {
        guard let source = fields[source: field], source.fixed == nil, source.alternatives.count == 1,
            source.alternatives[0].count == 1, source.alternatives[0][0].steps.isEmpty
        else { return nil }
        return source.alternatives[0][0].column
    }

    /// The columns of a field, if it is taken from whole columns.
    private static func plainColumns(of field: Field, _ fields: FieldMap) -> [[Int]] {
        guard let source = fields[source: field], source.fixed == nil,
            source.alternatives.joined().allSatisfy(\.steps.isEmpty)
        else { return [] }
        return source.alternatives.map { $0.map(\.column) }
    }

    /// All columns that anything depends on, but for the address, the name and the message, where these are plain.
    private static func columns(whereRowsAreJudged fields: FieldMap) -> Set<Int> {
        var columns = Set(fields.roleSources.map(\.column)).union(fields.placeholders.values.map(\.column))
        for field in Field.allCases {
            let places = fields[source: field]?.alternatives.joined().map { $0 } ?? []
            let isPlain =
                field == .name && places.allSatisfy(\.steps.isEmpty)
                || (field == .email || field == .message) && onlyColumn(of: field, fields) != nil
            if !isPlain { columns.formUnion(places.map(\.column)) }
        }
        func add(_ rule: FieldMap.BoundRule) {
            columns.formUnion(rule.places.map(\.column))
            if let condition = rule.condition { columns.insert(condition.column) }
            rule.unless.forEach(add)
        }
        fields.rules.forEach(add)
        return columns
    }
}
