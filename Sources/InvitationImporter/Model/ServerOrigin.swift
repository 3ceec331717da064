/// The origin that a run directory belongs to: scheme, host and port of an API, or a sandbox.
public enum ServerOrigin {
    /// The origin of the program's own sandbox, whatever its port. Each run directory has a sandbox of its own.
    public static let sandbox = "sandbox"
}
