/// What a run directory belongs to: scheme, host and port of an API, or a sandbox.
public enum ServerOrigin {
    /// The origin of a sandbox of the program's own, whatever its port; each run directory has another one.
    public static let sandbox = "sandbox"
}
