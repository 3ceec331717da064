extension JSONValue {
    /// Reads a small document that is at hand as a whole, such as a server's reply or a line of a journal.
    ///
    /// An object that has a name twice is taken, with both values if they differ.
    ///
    /// - Parameter bytes: UTF-8 without a byte order mark.
    /// - Throws: ``JSONError``.
    public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        var parser = JSONParser()
        self = try parser.parseWhole(bytes).value
    }

    /// Reads a small document that is at hand as a whole, such as a server's reply or a line of a journal.
    ///
    /// - Parameter bytes: UTF-8 without a byte order mark.
    /// - Throws: ``JSONError``.
    public init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
        let result = bytes.withContiguousStorageIfAvailable { Self.parsed($0) }
        self = try (result ?? Array(bytes).withUnsafeBufferPointer { Self.parsed($0) }).get()
    }

    /// Reads a document in which no name of an object has two values; `nil` for any other, and for text that is not
    /// JSON.
    static func unambiguous(_ bytes: [UInt8]) -> JSONValue? {
        var parser = JSONParser()
        let found = bytes.withUnsafeBufferPointer { try? parser.parseWhole($0) }
        return found?.hasRepeatedNames == false ? found?.value : nil
    }

    /// Reads a small document from a text.
    ///
    /// - Throws: ``JSONError``.
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
