extension ChosenPeople {
    /// Reads the file of those who are chosen: a list of addresses, or any file in which the reader finds a column of
    /// them. Its other columns do not count, whatever they say about the people.
    ///
    /// - Parameter domains: The domains that choose as well, in lower case as A-labels; empty for all.
    /// - Throws: ``InputError`` as ``InputReader`` does, and `chosen-nobody` if there is no address in it.
    public init(reading source: ByteSource, domains: Set<String> = []) throws(InputError) {
        self.init(file: source.name, domains: domains)
        var reader = try InputReader(source)
        while let record = try reader.next() {
            let row = RowCheck(record, columns: reader.columns, fields: reader.fields)
            let line = Line(number: record.line, text: row.writtenAddress ?? "")
            add(line, row.person)
        }
        guard count > 0 else {
            throw InputError(
                .notUnderstood, code: "chosen-nobody", file: source.name,
                message: "There is no address in it, so nobody is chosen. Write one on each line.")
        }
    }
}
