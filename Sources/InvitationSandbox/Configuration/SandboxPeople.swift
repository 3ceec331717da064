/// People who are there when a sandbox starts: a number of made-up ones, and some by address.
public struct SandboxPeople: Sendable, Equatable {
    /// How many addresses to make up.
    public var count: Int
    /// Addresses besides the made-up ones.
    public var emails: [String]

    /// Makes a list of people; without arguments it is empty.
    public init(count: Int = 0, emails: [String] = []) {
        self.count = count
        self.emails = emails
    }

    /// All addresses. For the word "pending", the made-up ones read `pending-00001@people.example`.
    func addresses(_ word: String) -> [String] {
        let made = (0..<max(0, count)).map { index -> String in
            let digits = String(index + 1)
            return word + "-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + "@people.example"
        }
        return made + emails
    }
}
