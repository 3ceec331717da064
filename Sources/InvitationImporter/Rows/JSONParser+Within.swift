/// An object around the array of people, and what stands beside it there.
extension JSONParser {
    /// What else in the object looks like people.
    enum OtherPeople: Sendable {
        /// A member with an array of them.
        case array(String)
        /// A member with an address, as a person has it.
        case address(String)

        var name: String {
            switch self {
            case .array(let name), .address(let name): Printable.escape(name, limit: 40)
            }
        }
    }

    /// Bytes of a text that is passed over which are kept, as it may be an address: the longest has 254.
    static var passedOverBytes: Int { 255 }

    /// Finds out whether an array or object that begins is the array whose elements are handed out.
    mutating func noteArray(isObject: Bool) {
        switch (unit, builder.depth) {
        case (_, 0) where !isObject:
            isInArray = true
        case (.elementsWithin, 0):
            depthAround = 2
            builder.keeps = false
        case (.elementsWithin(let names), 1) where !isObject && names.contains(ColumnNames.folded(builder.name)):
            isInArray = true
            builder.keeps = true
            if arrayName == nil || !hasHandedOut {
                arrayName = builder.name
            } else {
                otherPeople = .array(builder.name)
            }
        default: break
        }
    }

    /// Looks whether a text that is passed over belongs to a person.
    mutating func passOverText() throws(JSONError.Fault) {
        guard let name = builder.outerMember else { return }
        let isOwn = builder.depth == 1
        guard scratch.count < Self.passedOverBytes, scratch.contains(UInt8(ascii: "@")) else { return }
        if isOwn && ColumnNames.field(named: name) != .email { return }
        let check = EmailAddress.check(String(decoding: scratch, as: UTF8.self))
        guard check.address != nil, !check.problems.contains(where: { $0.code == .emailDotless }) else { return }
        otherPeople = isOwn ? .address(name) : .array(name)
        if hasHandedOut { try refuseOtherPeople() }
    }

    /// Refuses an object of which one list would have to be chosen.
    func refuseOtherPeople() throws(JSONError.Fault) {
        guard let arrayName, let otherPeople else { return }
        let name = Printable.escape(arrayName, limit: 40)
        switch otherPeople {
        case .array:
            throw JSONError.Fault(
                "there are two arrays of people, \(name) and \(otherPeople.name); leave one of them",
                code: .listTwice)
        case .address:
            throw JSONError.Fault(
                "there is an address in \(otherPeople.name) beside the array of people, \(name); leave one of them",
                code: .listTwice)
        }
    }
}
