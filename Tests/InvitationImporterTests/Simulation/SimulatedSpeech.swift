import InvitationImporter
import TestSupport

/// How a simulated server expresses itself: everything in an answer that is not its truth, drawn from a seed.
struct SimulatedSpeech {
    /// How addresses are shown.
    enum AddressForm: CaseIterable {
        case asSent, withName, link, capitals, dotAtEnd
        /// Without what some mail services ignore: nobody can say for certain whose it is.
        case withoutDotsAndTag

        func shown(_ email: String) -> String {
            switch self {
            case .asSent: return email
            case .withName: return "Somebody Else <\(email)>"
            case .link: return "mailto:\(email)"
            case .capitals: return email.uppercased()
            case .dotAtEnd: return email + "."
            case .withoutDotsAndTag:
                let parts = email.split(separator: "@").map(String.init)
                let local = (parts.first ?? "").prefix { $0 != "+" }.filter { $0 != "." }
                return local + "@" + (parts.last ?? "")
            }
        }
    }

    /// What stands around the entries of a list.
    enum ListForm: CaseIterable {
        case named, data, items, dataNamed, bare
    }

    /// How an empty list is written.
    enum EmptyForm: CaseIterable {
        case array, null, nothing, total, nullBody
    }

    /// How the total of a list is told.
    enum TotalForm: CaseIterable {
        case total, totalCount, inMeta, inPagination
    }

    /// How the token for the next page is written.
    enum TokenForm: CaseIterable {
        case text, number, opaque
    }

    /// The words for states, by what is true.
    var words: [String: String] = [:]
    /// Of which states the word is one that says nothing.
    var unknown: Set<String> = []
    /// Whether an invitation that waits has no word for that.
    var isSilentOnPending = false
    /// The name of the member with the state.
    var stateName = "status"
    /// The name of a member with an address where nobody looks for one.
    var placeName = "valo"
    var address = AddressForm.asSent
    /// How the answer to a creation shows the address.
    var createdAddress = AddressForm.asSent
    /// What stands around a created invitation.
    var wrapping = ""
    var showsRoles = true
    var idsAreNumbers = false
    var list = ListForm.named
    var empty = EmptyForm.array
    var total: TotalForm?
    var token = TokenForm.text
    /// Share of creations that are answered with a success that says something else, in percent.
    var oddSuccess = 0
    /// Whether refusals speak of what is there already, and mean something else.
    var speaksOfAlready = false
    /// Whether errors have all kinds of shapes and words.
    var oddErrors = false

    /// How this API speaks.
    init() {}

    /// Draws another way to speak.
    init(drawnFrom random: inout SplitMix64) {
        drawStates(&random)
        placeName = SimulatedWords.word(&random)
        func rarely<Value>(_ usual: Value, _ others: [Value], _ random: inout SplitMix64) -> Value {
            SimulatedWords.hits(60, &random) ? usual : SimulatedWords.one(of: others, &random)
        }
        // What nobody can say for certain is the hardest.
        address = rarely(.asSent, AddressForm.allCases + [.withoutDotsAndTag, .withoutDotsAndTag], &random)
        createdAddress = SimulatedWords.hits(50, &random) ? address : .asSent
        wrapping = rarely("", ["invitation", "data"], &random)
        showsRoles = rarely(true, [false], &random)
        idsAreNumbers = rarely(false, [true], &random)
        list = rarely(.named, ListForm.allCases, &random)
        empty = SimulatedWords.one(of: EmptyForm.allCases, &random)
        total = rarely(nil, TotalForm.allCases, &random)
        token = SimulatedWords.one(of: TokenForm.allCases, &random)
        oddSuccess = rarely(0, [10, 40, 100], &random)
        speaksOfAlready = rarely(false, [true], &random)
        oddErrors = rarely(false, [true], &random)
    }

    private mutating func drawStates(_ random: inout SplitMix64) {
        stateName = SimulatedWords.one(of: ["status", "state"], &random)
        let families = [
            ("pending", ["pending", "sent", "open", "created", "queued", "invited", "delivered"]),
            ("accepted", ["accepted"]), ("expired", ["expired", "revoked", "cancelled", "declined", "rejected"]),
        ]
        for (truth, known) in families {
            let drawn = SimulatedWords.state(known, &random)
            words[truth] = drawn.word
            if drawn.isUnknown { unknown.insert(truth) }
        }
        isSilentOnPending = SimulatedWords.hits(15, &random)
    }
}

// MARK: - Invitations

extension SimulatedSpeech {
    /// An id as it is shown; a number keeps its digits.
    func shown(id: String) -> JSONValue {
        guard idsAreNumbers, let number = Int(id.filter(\.isNumber)) else { return .string(id) }
        // The ids of what is older and of what is newer may have the same digits.
        return (try? JSONValue(parsing: "\(number + (id.hasPrefix("old") ? 5_000_000 : 0))")) ?? .string(id)
    }

    /// The members that tell what is true of an invitation.
    ///
    /// - Parameter gap: What they lack.
    func members(
        _ invitation: SimulatedServer.Invitation, _ form: AddressForm, lacking gap: SimulatedServer.Gap?
    ) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if gap != .id { members.append(.init("id", shown(id: invitation.id))) }
        let address = form.shown(invitation.email)
        switch gap {
        case .address: break
        case nil, .id: members.append(.init("email", .string(address)))
        case .place: members.append(.init(placeName, .string("\(placeName) \(address) \(placeName)")))
        case .clearness:
            members.append(.init("email", .string("somebody.else@elsewhere.example")))
            members.append(.init(placeName, .string(address)))
        }
        if invitation.status != "pending" || !isSilentOnPending {
            members.append(.init(stateName, .string(words[invitation.status] ?? invitation.status)))
        }
        guard showsRoles else { return members }
        members.append(.init("roles", .array(invitation.roles.map(JSONValue.string))))
        members.append(.init("groups", .array([])))
        return members
    }

    /// The answer that describes an invitation.
    func created(_ invitation: SimulatedServer.Invitation) -> JSONValue {
        let inner = JSONValue.object(members(invitation, createdAddress, lacking: nil))
        return wrapping.isEmpty ? inner : .object([.init(wrapping, inner)])
    }
}

// MARK: - Lists

extension SimulatedSpeech {
    /// A page of a list.
    ///
    /// - Parameters:
    ///   - next: The offset of the next page; `nil` on the last one.
    ///   - count: How many entries the list has in all.
    ///   - other: What stands beside it besides.
    func page(
        _ entries: [JSONValue], of name: String, next: Int?, count: Int, beside other: JSONValue.Member? = nil
    ) -> JSONValue {
        if list == .bare, next == nil { return entries.isEmpty && empty == .nullBody ? .null : .array(entries) }
        var beside: [JSONValue.Member] = []
        if let next { beside.append(.init("nextPageToken", token(next))) }
        if let total { beside.append(self.total(count, total)) }
        if let other { beside.append(other) }
        if entries.isEmpty, let empty = emptyPage(beside, of: name) { return empty }
        let inner = JSONValue.array(entries)
        switch list {
        case .named, .bare: return .object([.init(name, inner)] + beside)
        case .data: return .object([.init("data", inner)] + beside)
        case .items: return .object([.init("items", inner)] + beside)
        case .dataNamed: return .object([.init("data", .object([.init(name, inner)] + beside))])
        }
    }

    private func emptyPage(_ beside: [JSONValue.Member], of name: String) -> JSONValue? {
        switch empty {
        case .array, .nullBody: nil
        case .null: .object([.init(name, .null)] + beside)
        case .nothing: .object(beside)
        case .total: .object(beside.isEmpty ? [.init("total", (try? JSONValue(parsing: "0")) ?? .null)] : beside)
        }
    }

    private func total(_ count: Int, _ form: TotalForm) -> JSONValue.Member {
        let number = (try? JSONValue(parsing: "\(count)")) ?? .null
        switch form {
        case .total: return .init("total", number)
        case .totalCount: return .init("totalCount", number)
        case .inMeta: return .init("meta", .object([.init("total", number)]))
        case .inPagination: return .init("pagination", .object([.init("totalItems", number)]))
        }
    }

    private func token(_ offset: Int) -> JSONValue {
        switch token {
        case .text: .string(String(offset))
        case .number: (try? JSONValue(parsing: "\(offset)")) ?? .null
        case .opaque: .string("p/\(offset)+&=ü")
        }
    }
}
