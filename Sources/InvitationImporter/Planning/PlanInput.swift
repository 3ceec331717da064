public import SystemPackage

/// An input to plan: the name that a person gave, and the file to read. The file must not change while it is read.
public struct PlanInput: Hashable, Sendable {
    /// The name for messages and reports.
    public var name: String
    /// The file: the person's own, or the copy in the run directory.
    public var path: FilePath
    /// The checksum of the file, if it is known from copying.
    var checksum: UInt32?

    /// Makes an input.
    public init(name: String, path: FilePath) {
        self.init(name: name, path: path, checksum: nil)
    }

    init(name: String, path: FilePath, checksum: UInt32?) {
        (self.name, self.path, self.checksum) = (name, path, checksum)
    }
}
