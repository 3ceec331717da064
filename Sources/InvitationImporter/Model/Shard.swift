/// A part of an import that several machines do together: `3/8` is the third of eight.
///
/// Every person belongs to exactly one part, whatever the machine, the order of the rows and the version of this
/// program: see ``rule``. The whole import is a part as well, the only one of one.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
    /// The version of the rule by which people are split. Parts by different rules do not make up one import.
    ///
    /// Rule 1: the CRC-32 (ISO 3309, as in gzip) of the person's address in UTF-8, modulo ``count``, plus 1. It is the
    /// address as it is compared, but without dots and without what follows a plus sign before the @, so that two
    /// addresses that a server may take for one meet in one part. The organization does not count, since it may have
    /// several names. Rows without an address that can be read belong to part 1.
    public static let rule = 1
    /// The most parts.
    public static let most = 1000
    /// The whole import.
    public static let whole = Shard(number: 1, count: 1)

    /// The number of the part, 1 to ``count``.
    public let number: Int
    /// The number of all parts, 1 to ``most``.
    public let count: Int

    /// Whether it is the whole import.
    public var isWhole: Bool { count == 1 }

    /// The part as people write it, such as `3/8`.
    public var description: String { "\(number)/\(count)" }

    private init(number: Int, count: Int) { (self.number, self.count) = (number, count) }

    /// Makes a part; `nil` if there is none of this number.
    public init?(_ number: Int, of count: Int) {
        guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
        self.init(number: number, count: count)
    }

    /// Reads `3/8`; `nil` for anything that is no such part.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Self.number($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
        self.init(number, of: count)
    }

    /// A number of decimal digits; `nil` for anything else, such as a sign.
    static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
    }

    /// The share of a number that this part gets. The shares of all parts add up to the number.
    public func share(of total: Int) -> Int { total / count + (number <= total % count ? 1 : 0) }
}

extension Shard {
    /// The part and the rule as members of a file's first line; none for the whole import.
    func members(rule: Int) -> [JSONValue.Member] {
        isWhole ? [] : [.init("shard", .string(description)), .init("rule", .integer(rule))]
    }

    /// Reads these members back; `nil` if they cannot be understood.
    static func read(_ value: JSONValue) -> (Shard, rule: Int)? {
        guard let text = value["shard"] else { return (.whole, Self.rule) }
        guard let shard = text.string.flatMap(Shard.init), let rule = value["rule"]?.integer else { return nil }
        return (shard, rule)
    }
}

extension Shard {
    /// Why a text or a Job's variables name no part, and what is right.
    public struct Problem: Error, Hashable, CustomStringConvertible {
        /// What is wrong and what to write.
        public let description: String
    }

    /// The variable with the number of a Job's completions.
    public static let countVariable = "K0RDENT_SHARDS"
    /// The variable that Kubernetes sets in the pods of an Indexed Job: the index, counted from 0.
    public static let indexVariable = "JOB_COMPLETION_INDEX"

    /// The part that an option or a Job's variables name; the whole import if neither does. The option comes first.
    ///
    /// One variable without the other is an error: every pod would otherwise import everything.
    public static func named(_ option: String?, _ variables: [String: String]) throws(Problem) -> Shard {
        if let option {
            if option.isEmpty {
                throw Problem(description: "--shard is empty; write the part and how many there are, such as 3/8.")
            }
            if let shard = Shard(option) { return shard }
            throw Problem(
                description:
                    "--shard takes a number and how many there are, from 1/N to N/N with an N of 1 to \(most), such "
                    + "as 3/8; there is no part \(Printable.escape(option, limit: 40)).")
        }
        let (index, count) = (value(indexVariable, variables), value(countVariable, variables))
        switch (index, count) {
        case (nil, nil): return .whole
        case (let index?, let count?):
            if let index = number(index), index < most, let count = number(count),
                let shard = Shard(index + 1, of: count)
            {
                return shard
            }
            throw Problem(
                description: "\(indexVariable)=\(Printable.escape(index, limit: 40)) and "
                    + "\(countVariable)=\(Printable.escape(count, limit: 40)) name no part: the index goes from 0 to one less "
                    + "than the number of completions, and that is from 1 to \(most).")
        case (_?, nil):
            throw Problem(
                description:
                    "\(indexVariable) is set, as in the pods of an Indexed Job, but \(countVariable) is not. Set it to "
                    + "the Job's number of completions, or give --shard 1/1 to do everything here.")
        case (nil, _?):
            throw Problem(
                description:
                    "\(countVariable) is set, but \(indexVariable) is not, so it is not known which part this is. Give "
                    + "--shard, such as 3/8, or remove the variable.")
        }
    }

    private static func value(_ name: String, _ variables: [String: String]) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
