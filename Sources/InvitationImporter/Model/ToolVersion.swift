/// This program and library.
public enum ToolVersion {
    /// The version, as reports, journals and `--version` show it.
    public static let current = "0.1.0"
}
