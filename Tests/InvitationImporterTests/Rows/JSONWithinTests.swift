import Testing

@testable import InvitationImporter

/// Arrays inside of an object, whose other members are skipped.
@Suite struct JSONWithinTests {
    /// The elements in the writer's form, or the error's code.
    private static func read(_ text: String, cutAt size: Int) -> Result<[String], JSONPeople.Failure> {
        var people = JSONPeople(.named, byteLimit: 200)
        var found: [String] = []
        let bytes = Array(text.utf8)
        do throws(JSONPeople.Failure) {
            var start = 0
            while start < bytes.count {
                let piece = Array(bytes[start..<min(bytes.count, start + size)])
                try feed(piece, &people, &found)
                start += size
            }
            try people.finish()
            return .success(found)
        } catch {
            return .failure(error)
        }
    }

    private static func feed(
        _ piece: [UInt8], _ people: inout JSONPeople, _ found: inout [String]
    ) throws(JSONPeople.Failure) {
        var position = 0
        try piece.withUnsafeBufferPointer { (bytes) throws(JSONPeople.Failure) in
            while let next = try people.next(bytes, from: &position) { found.append(next.value.serialized) }
        }
    }

    static let taken: [(text: String, elements: [String])] = [
        (#"{"users":[{"a":1},{"b":[2]}]}"#, [#"{"a":1}"#, #"{"b":[2]}"#]), (#"[{"a":1},7]"#, [#"{"a":1}"#, "7"]),
        (#"{"x":{"users":[1]},"Users":["é\n",null,-1.5e3]}"#, [#""é\n""#, "null", "-1.5e3"]),
        (#"{"x":[[{"y":"\u00e9\\\""}],true,null,12],"users":[{}],"z":[{"users":[1]}]}"#, ["{}"]),
        (#"{"users":{"a":[1]},"data":[2]}"#, ["2"]), (#"{"users":[],"data":[3]}"#, ["3"]), (#"{"users":[]}"#, []),
        (#"{"users":"none"}"#, []), ("{}", []), (#"{"users":[[1],[2]]}"#, ["[1]", "[2]"]),
        (#"{"x":1,"x":2,"users":[1],"x":[]}"#, ["1"]), (#"{"users":[1],"data":[]}"#, ["1"]),
        ("{\"x\":[" + String(repeating: "\"long\",", count: 400) + "1],\"users\":[1]}", ["1"]),
        (#"{"clients":[{"id":"a@"},{"to":"git@host"}],"users":[1]}"#, ["1"]),
        (#"{"admins":["ann@n.example"],"smtp":{"from":"a@n.example"},"users":[1]}"#, ["1"]),
        (#"{"users":[1],"owner":[[{"email":"a@n.example"}]],"contact":"a@n.example","email":"none"}"#, ["1"]),
        (#"{"users":[1],"text":[{"a":"to a@n.example or b@n.example"}]}"#, ["1"]),
    ]

    @Test(arguments: taken) func elementsAreHandedOutHoweverCut(text: String, elements: [String]) {
        for size in [1, 2, 3, 7, 10_000] {
            #expect(Self.read(text, cutAt: size) == .success(elements), "pieces of \(size)")
        }
    }

    /// No code stands for two lists of people, or for a document without one beside others.
    static let refused: [(text: String, code: JSONError.Code?)] = [
        (#"{"users":[1],"data":[2]}"#, nil), (#"{"data":[],"users":[1],"data":[2]}"#, nil),
        (#"{"admins":[{"email":"a@n.example"}],"users":[1]}"#, nil),
        (#"{"users":[1],"admins":[{"email":"a@n.example"}]}"#, nil),
        (#"{"users":[1],"data":[],"admins":[{"email":"a@n.example"}]}"#, nil),
        (#"{"admins":[{},{"profile":{"mails":["x","a\u0040n.example"]}}],"users":[1]}"#, nil),
        (#"{"E-Mail":"a@n.example","users":[1]}"#, nil), (#"{"users":[1],"email":"a@n.example"}"#, nil),
        (#"{"users":[1]"#, .syntax), (#"{"users":[1}"#, .syntax),
        (#"{"users":[1]}}"#, .syntax), (#"{"users":[1]} {}"#, nil), (#"{} {"users":[1]}"#, nil),
        (#"{"x":tru,"users":[1]}"#, .syntax),
        (#"{"x":01}"#, .syntax), (#"{"x":"\x"}"#, .syntax), (#"{"x":"\ud800"}"#, .loneSurrogate),
        (#""users""#, .syntax),
        ("7", .syntax), ("", .syntax), (String(repeating: #"{"x":"#, count: 600), .tooDeep),
        ("{\"email\":\"" + String(repeating: "n", count: 300), .tooLong),
        ("{\"x\":\"" + String(repeating: "long ", count: 400) + "\",\"users\":[1]}", .tooLong),
        ("{\"x\":1" + String(repeating: "0", count: 300), .tooLong),
        ("{\"" + String(repeating: "n", count: 300) + "\":1}", .tooLong),
        ("{\"users\":[\"" + String(repeating: "n", count: 300) + "\"]}", .tooLong),
    ]

    @Test(arguments: refused) func whatIsPassedOverMustBeJSONToo(text: String, code: JSONError.Code?) {
        for size in [1, 7, 64] {
            guard case .failure(let error) = Self.read(text, cutAt: size) else {
                Issue.record("\(text) was taken in pieces of \(size)")
                continue
            }
            switch error {
            case .json(let json): #expect(json.code == code, "pieces of \(size)")
            case .twice, .noList: #expect(code == nil, "pieces of \(size)")
            }
        }
    }
}
