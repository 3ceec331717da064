/// Finds columns that a person named but that cannot be used.
extension ColumnResolver {
    /// What is wrong with the first such column: a code, and words; `nil` if there is none.
    func unusable(_ columns: ColumnTable) -> (code: String, message: String)? {
        func isMissing(_ name: String) -> Bool { ValueLocation(ColumnPath(name), in: columns) == nil }
        func missing(_ name: String, _ what: String) -> String {
            "There is no column \"\(Printable.escape(name, limit: 60))\" to take anything from, but \(what). "
                + "There are \(InputError.shown(columns.names))."
        }
        for (field, said) in mapping {
            guard case .column(let name) = said else { continue }
            let what = "--map names it for the \(field.rawValue)"
            if isMissing(name) { return ("map-column-missing", missing(name, what)) }
            // A status may be a plain yes or no, which is no secret, whatever its name. Only its values tell.
            if field == .status, ColumnPath(name).steps.isEmpty { continue }
            if let message = secret(name, what, columns) { return ("map-column-missing", message) }
        }
        for name in options.roleColumns {
            let what = "the role map names it"
            if isMissing(name) { return ("role-map-column-missing", missing(name, what)) }
            if let message = secret(name, what, columns) { return ("role-map-column-missing", message) }
        }
        for name in options.placeholders where !MessageTemplate.own.contains(name) {
            let shown = "{\(Printable.escape(name, limit: 60))}"
            guard let place = ValueLocation(ColumnPath(name), in: columns) else {
                return ("placeholder-unknown", missing(name, "the message has \(shown)"))
            }
            guard isSecret(place, columns) else { continue }
            let column = Printable.escape(columns.names[place.column], limit: 60)
            let message =
                "The message has \(shown), but the column \"\(column)\" is a secret, and secrets are never used. "
                + "Leave it out of the message."
            return ("placeholder-unknown", message)
        }
        return nil
    }

    /// What is wrong with the column that the person named for the status, if secrets were removed from it; else `nil`.
    ///
    /// - Parameter emptied: the columns from which values were removed.
    func emptiedStatus(_ columns: ColumnTable, _ emptied: Set<Int>) -> String? {
        guard case .column(let name) = mapping[.status], !emptied.isEmpty else { return nil }
        guard let place = ValueLocation(ColumnPath(name), in: columns), emptied.contains(place.column) else {
            return nil
        }
        return secret(name, "--map names it for the status", columns)
    }

    /// Whether the value at a location is a secret, which is removed from every row.
    func isSecret(_ place: ValueLocation, _ columns: ColumnTable) -> Bool {
        SecretNames(preset).tells(columns.names[place.column]) || leadsToSecret(place)
    }

    private func leadsToSecret(_ place: ValueLocation) -> Bool {
        place.steps.contains { step in
            if case .member(let name) = step { SecretNames(preset).tells(name) } else { false }
        }
    }

    /// The message for a column that should be used but is emptied in every row. A status there would be blank for
    /// everybody.
    private func secret(_ name: String, _ what: String, _ columns: ColumnTable) -> String? {
        guard let place = ValueLocation(ColumnPath(name), in: columns) else { return nil }
        guard SecretNames(preset).isAlwaysSecret(columns.names[place.column]) || leadsToSecret(place) else {
            return nil
        }
        return
            "The column \"\(Printable.escape(name, limit: 60))\" is a secret, and secrets are never used, but \(what). "
            + "Name another column; if it is no secret, rename it."
    }
}
