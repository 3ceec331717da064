extension RoleMap {
    /// Reads a role map: CSV with a header that has `from` and at least one of `roles` and `groups`, and may have
    /// `column`.
    ///
    /// - Throws: ``InputError``, also with the codes `role-map-columns` and `role-map-line`, and `rows-missing` if
    ///   there is no line below the header.
    public init(reading source: ByteSource) throws(InputError) {
        let text = try TextSource(source)
        let dialect = text.bytes.withUnsafeBufferPointer { bytes in
            Dialect(of: UnsafeBufferPointer(rebasing: bytes[text.head]), format: .csv)
        }
        var rows = try CSVRows(text, dialect: dialect)
        let places = try Self.places(rows.columns, file: source.name)
        var lines: [Line] = []
        while let record = try rows.next() {
            func cell(_ index: Int?) -> String {
                index.flatMap { $0 < record.values.count ? record.values[$0]?.string?.trimmed() : nil } ?? ""
            }
            if let finding = record.findings.first(where: { $0.level == .error }) {
                throw InputError(
                    .notUnderstood, code: "role-map-line", file: source.name, line: record.line, message: finding.advice
                )
            }
            let column = cell(places.column)
            lines.append(
                Line(
                    pattern: cell(places.from), column: column.isEmpty ? nil : column,
                    roles: ListValue.split(cell(places.roles)), groups: ListValue.split(cell(places.groups))))
        }
        if lines.isEmpty { throw rows.nothingRead }
        self.init(lines)
    }

    private struct Places {
        var from: Int
        var roles: Int?
        var groups: Int?
        var column: Int?
    }

    private static func places(_ columns: ColumnTable, file: String) throws(InputError) -> Places {
        let (roles, groups) = (first(["roles", "role"], columns), first(["groups", "group"], columns))
        guard let from = first(["from", "theirs", "source"], columns), roles != nil || groups != nil else {
            let message =
                "A role map has a header with from, roles and groups; this one has \(InputError.shown(columns.names))."
            throw InputError(.notUnderstood, code: "role-map-columns", file: file, line: 1, message: message)
        }
        return Places(from: from, roles: roles, groups: groups, column: first(["column", "in"], columns))
    }

    private static func first(_ names: [String], _ columns: ColumnTable) -> Int? {
        names.lazy.compactMap { columns.index(named: $0) }.first
    }
}
