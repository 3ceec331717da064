import SystemPackage

/// A page on disk.
enum PageFile {
    /// How a page of a kind names what made it.
    ///
    /// - Parameter kind: `plan` or `report`.
    static func generator(_ kind: String) -> String { "k0rdent-invite \(kind)" }

    /// Refuses a place where there is anything but an older page of the same kind. A plan must not take the place of a
    /// report by a slip, nor of somebody's own page.
    ///
    /// - Throws: ``RunError`` of kind `cannotWrite`.
    static func check(_ kind: String, _ path: FilePath) throws(RunError) {
        guard path.exists else { return }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let file = try? FileDescriptor.openToRead(path)
        let count = bytes.withUnsafeMutableBytes { room in (try? file?.read(into: room)) ?? 0 }
        try? file?.close()
        guard !String(decoding: bytes.prefix(count), as: UTF8.self).holds("content=\"\(generator(kind))\"") else {
            return
        }
        throw RunError(
            .cannotWrite, "\(path) is there already and is no \(kind) that this program wrote; give another name.")
    }

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
