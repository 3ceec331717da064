extension JSONValue {
    /// Reads a small document that is wholly at hand, such as a server's answer or a line of a journal.
    ///
    /// - Parameter bytes: UTF-8 without a byte order mark.
    /// - Throws: ``JSONError``, also where an object has the same name twice.
    public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        var parser = JSONParser()
        let found = try parser.parseWhole(bytes)
        if let error = found.repeatedName { throw error }
        self = found.value
    }

    /// Reads a small document that is wholly at hand, such as a server's answer or a line of a journal.
    ///
    /// - Parameter bytes: UTF-8 without a byte order mark.
    /// - Throws: ``JSONError``, also where an object has the same name twice.
    public init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
        let result = bytes.withContiguousStorageIfAvailable { Self.parsed($0) }
        self = try (result ?? Array(bytes).withUnsafeBufferPointer { Self.parsed($0) }).get()
    }

    /// Reads a small document from a text.
    ///
    /// - Throws: ``JSONError``, also where an object has the same name twice.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: text.utf8)
    }

    private static func parsed(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONError> {
        do throws(JSONError) {
            return .success(try Self(parsing: bytes))
        } catch {
            return .failure(error)
        }
    }
}
