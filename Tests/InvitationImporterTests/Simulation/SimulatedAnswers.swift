import InvitationImporter
import TestSupport

/// Answers of a simulated server to a creation that are no invitation, by a grammar.
enum SimulatedAnswers {
    /// The body of a success that is not the invitation of the person who was asked for.
    ///
    /// - Parameters:
    ///   - others: Ids of invitations that are somebody else's.
    static func oddSuccess(_ email: String, others: [JSONValue], _ random: inout SplitMix64) -> String {
        let sentence = SimulatedWords.sentence(&random)
        var choices: [() -> String] = [
            { "{}" }, { "[]" }, { "null" }, { sentence }, { "<html>\(sentence)</html>" }, { "\"\(sentence)\"" },
            { #"{"error":{"code":400,"message":"\#(sentence)"}}"# }, { #"{"errors":["\#(sentence)"]}"# },
            { #"{"id":"x-1","email":"\#(email)","error":"\#(sentence)"}"# },
            { #"{"success":false,"message":"\#(sentence)"}"# },
            { #"{"failed":[{"email":"\#(email)","reason":"\#(sentence)"}],"invited":[]}"# },
            { #"{"id":"x-1","email":"somebody.else@elsewhere.example"}"# },
            { #"{"id":"x-1","email":"\#(email)","status":"rejected"}"# },
            { #"{"id":"x-1","status":"FAILED_\#(sentence.uppercased())"}"# },
            { #"{"invitation":null}"# }, { #"{"data":{}}"# }, { #"{"id":"x-1","id":"x-2"}"# },
            { #"{"id":"","message":"\#(sentence)"}"# },
        ]
        if !others.isEmpty {
            let other = SimulatedWords.one(of: others, &random)
            choices.append { JSONValue.object([.init("id", other)]).serialized }
        }
        if SimulatedWords.hits(30, &random) { return something(&random, depth: 0).serialized }
        return SimulatedWords.one(of: choices, &random)()
    }

    /// Something beside the entries of a list, which may say that there are more.
    static func besideList(_ random: inout SplitMix64) -> JSONValue.Member {
        let word = SimulatedWords.word(&random)
        let values: [JSONValue] = [
            .bool(true), .string(SimulatedWords.sentence(&random)), .object([.init(word, .bool(true))]),
            (try? JSONValue(parsing: String(Int.random(in: 100...999, using: &random)))) ?? .null,
        ]
        let known = ["has", "is", "more", "next", "rest", "cursor", "limit", "partial", "page"]
        let name = SimulatedWords.hits(50, &random) ? word : "\(SimulatedWords.one(of: known, &random))_\(word)"
        return .init(name, SimulatedWords.one(of: values, &random))
    }

    /// Any JSON at all, but for the members that make an invitation.
    private static func something(_ random: inout SplitMix64, depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 2 ? 4 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .string(SimulatedWords.sentence(&random))
        case 3: return (try? JSONValue(parsing: String(Int.random(in: 0...99, using: &random)))) ?? .null
        case 4:
            let count = Int.random(in: 0...3, using: &random)
            return .array((0..<count).map { _ in something(&random, depth: depth + 1) })
        default:
            let names = (0..<Int.random(in: 0...3, using: &random)).map { "\(SimulatedWords.word(&random))\($0)" }
            return .object(names.map { .init($0, something(&random, depth: depth + 1)) })
        }
    }

    /// The body of an error with these words, wherever they stand.
    static func error(_ words: String, _ random: inout SplitMix64) -> String {
        let text = JSONValue.string(words).serialized
        return SimulatedWords.one(
            of: [
                #"{"message":\#(text)}"#, #"{"error":\#(text)}"#, #"{"error":{"code":400,"message":\#(text)}}"#,
                #"{"errors":[{"message":\#(text)}]}"#, #"{"errors":{"email":[\#(text)]}}"#, #"{"detail":\#(text)}"#,
                #"{"success":false,"error":{"code":"V","message":"","details":{"fields":{"email":\#(text)}}}}"#,
                #"[\#(text)]"#, "<html><body>\(words)</body></html>", words, "",
            ], &random)
    }

    /// Words that say of a person that an invitation is there, or that they are a member.
    static func already(_ email: String, isMember: Bool, _ random: inout SplitMix64) -> String {
        let state = isMember ? "a member" : "invited"
        return SimulatedWords.one(
            of: [
                "\(email) is already \(state)", "This user is already \(state)", "\(email) was already \(state)",
                "The person with this email address has already been \(isMember ? "a member" : "invited")",
                "already exists", "duplicate", SimulatedWords.sentence(about: email, &random),
            ], &random)
    }
}
