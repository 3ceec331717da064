import SystemPackage

/// A page on disk.
enum PageFile {
    /// Renders a page and puts it in its place, whole or not at all.
    ///
    /// - Throws: ``RunError`` of kind `cannotWrite`.
    static func write(_ values: [String: Any], to path: FilePath) throws(RunError) {
        let text: String
        do {
            text = try PageTemplate.render(values)
        } catch {
            throw RunError(.cannotWrite, "\(path) cannot be written: its template is wrong: \(error).")
        }
        let file = try OutputFile(path)
        do throws(RunError) {
            try file.write(text.utf8)
            try file.commit()
        } catch {
            file.discard()
            throw error
        }
    }
}
