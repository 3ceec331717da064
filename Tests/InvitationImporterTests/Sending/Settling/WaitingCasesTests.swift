import CurlMulti
import Testing

@testable import InvitationImporter

@Suite("Rows that wait to be settled")
struct WaitingCasesTests {
    private static func waiting(_ tag: Int, person: Int, isOnlyAClaim: Bool, at end: Int) -> Settlement.Case {
        let address = "ann\(person % 7 == 0 ? "+\(person)" : "\(person)")@x.example"
        let invitation = Invitation(
            organization: "acme", email: address, key: InvitationKey(text: "acme \(address)"), roles: ["viewer"],
            groups: [],
            message: nil)
        var doubt = Doubt()
        doubt.begin()
        doubt.end(isOnlyAClaim ? .conflict : .unknown)
        return Settlement.Case(tag, invitation, doubt, nil, ended: .origin + .seconds(end))
    }

    @Test("What is asked at each step is what a look at every row says", arguments: 0..<4)
    func anyOrder(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var cases = WaitingCases()
        for step in 0..<600 {
            let person = random.next(below: 40)
            switch random.next(below: 5) {
            case 0, 1:
                cases.add(
                    Self.waiting(
                        step, person: person, isOnlyAClaim: random.next(below: 2) == 0, at: random.next(below: 100)))
            case 2: cases.note(misses: random.next(below: 2), of: Self.key(person))
            default: cases.remove(Self.key(person))
            }
            cases.checkInvariants()
        }
        for person in 0..<40 { cases.remove(Self.key(person)) }
        #expect(cases.isEmpty && !cases.someAreMissed)
        #expect(cases.firstEnd(isOnlyAClaim: true) == nil && cases.firstEnd(isOnlyAClaim: false) == nil)
    }

    private static func key(_ person: Int) -> KeyHash {
        waiting(0, person: person, isOnlyAClaim: true, at: 0).person
    }

    @Test("Addresses that may name one mailbox are found together")
    func similar() throws {
        var cases = WaitingCases()
        for person in [7, 14, 3] { cases.add(Self.waiting(person, person: person, isOnlyAClaim: true, at: 1)) }
        let ann = try #require(EmailAddress.check("ann@x.example").address)
        #expect(cases.meant(by: ann, anyDomain: false) == [Self.key(7), Self.key(14)])
        cases.remove(Self.key(7))
        #expect(cases.meant(by: ann, anyDomain: false) == [Self.key(14)])
    }
}
