/// The people of the starter file, who are nobody.
public enum ExamplePeople {
    /// Their addresses, as addresses are compared.
    public static let addresses = ["ann.lee@example.com", "bob.stone@example.com"]
}
