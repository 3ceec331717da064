/// The people of the starter file. They do not exist.
public enum ExamplePeople {
    /// Their addresses, in the form that is compared.
    public static let addresses = ["ann.lee@example.com", "bob.stone@example.com"]
}
