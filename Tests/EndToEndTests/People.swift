/// Made-up people.
enum People {
    static func address(_ number: Int) -> String { "person\(number)@northwind.example" }

    /// A CSV file of so many people.
    static func csv(_ count: Int) -> String {
        "email,roles,groups\n" + (1...count).map { "\(address($0)),viewer,eng\n" }.joined()
    }
}
