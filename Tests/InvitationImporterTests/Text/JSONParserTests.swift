import InvitationImporter
import Testing

@Suite struct JSONParserTests {
    typealias Outcome = Result<[JSONParser.Found], JSONError>

    /// Reads bytes that arrive cut at some positions.
    static func read(_ bytes: [UInt8], cutAt cuts: [Int] = [], _ unit: JSONParser.Unit = .document) -> Outcome {
        var parser = JSONParser(unit)
        var found: [JSONParser.Found] = []
        var start = 0
        do throws(JSONError) {
            for end in cuts + [bytes.count] {
                try feed(Array(bytes[start..<end]), &parser, &found)
                start = end
            }
            if let last = try parser.finish() { found.append(last) }
            return .success(found)
        } catch {
            return .failure(error)
        }
    }

    private static func feed(
        _ piece: [UInt8], _ parser: inout JSONParser, _ found: inout [JSONParser.Found]
    ) throws(JSONError) {
        var position = 0
        try piece.withUnsafeBufferPointer { (buffer) throws(JSONError) in
            while let value = try parser.parse(buffer, from: &position) { found.append(value) }
        }
    }

    @Test(arguments: JSONCase.all) func caseIsTakenOrRefused(_ json: JSONCase) {
        do throws(JSONError) {
            let value = try JSONValue(parsing: json.bytes)
            #expect(value.serialized == json.form)
            #expect(try JSONValue(parsing: value.serialized) == value)
        } catch {
            #expect(json.form == nil, "\(error)")
            #expect(error.code == json.code, "\(error)")
        }
    }

    @Test(arguments: JSONCase.all) func cutsMakeNoDifference(_ json: JSONCase) {
        let whole = Self.read(json.bytes)
        let bytes = json.bytes.count
        #expect(Self.read(json.bytes, cutAt: Array(0..<bytes)) == whole)
        for cut in stride(from: 0, through: bytes, by: 1 + bytes / 200) {
            #expect(Self.read(json.bytes, cutAt: [cut]) == whole, "cut at \(cut)")
        }
        if case .success(let found) = whole, json.form != nil { #expect(found.map(\.value.serialized) == [json.form]) }
    }

    /// Offset from 0, line and column from 1.
    static let places: [(text: String, offset: Int, line: Int, column: Int)] = [
        ("", 0, 1, 1), ("[1,]", 3, 1, 4), ("[1\n,\n  x]", 7, 3, 3), ("[1\r\n,\r  x]", 8, 3, 3), ("{\"é\" 1}", 6, 1, 6),
        ("[\"漢字\", x]", 11, 1, 8), ("[\n\n1", 4, 3, 2), ("[\"a\tb\"]", 3, 1, 4), ("[01]", 2, 1, 3),
        ("[tru\n]", 4, 1, 5),
        ("[\"\\uD800\"]", 8, 1, 9), ("{\"a\":1,\r\n\"a\" 2}", 13, 2, 5), ("[]\n]", 3, 2, 1), ("[-\n]", 2, 1, 3),
    ]

    @Test(arguments: places) func errorHasAPlace(text: String, offset: Int, line: Int, column: Int) {
        do throws(JSONError) {
            let value = try JSONValue(parsing: text)
            Issue.record("\(value)")
        } catch {
            #expect(error.position.offset == offset, "\(error)")
            #expect(error.position.line == line, "\(error)")
            #expect(error.position.column == column, "\(error)")
        }
    }

    @Test func depthIsAnErrorAndNoCrash() {
        for open in ["[", "{\"a\":", "[{\"a\":"] {
            let text = String(repeating: open, count: 100_000)
            #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        }
    }

    @Test func elementsAreHandedOutOneByOne() throws {
        let text = "\n [ {\"a\":[1]} ,\n2,\"x\" , [ ] , {\"b\":1,\"b\":2},{\"b\":1,\"b\":1},null]\n"
        let found = try Self.read(Array(text.utf8), .elements).get()
        #expect(
            found.map(\.value.serialized) == [
                #"{"a":[1]}"#, "2", #""x""#, "[]", #"{"b":1,"b":2}"#, #"{"b":1}"#, "null",
            ])
        #expect(found.map(\.start.offset) == [4, 16, 18, 24, 30, 44, 58])
        #expect(found.map(\.start.line) == [2, 3, 3, 3, 3, 3, 3])
        #expect(found.map(\.hasRepeatedNames) == [false, false, false, false, true, false, false])
        for cut in 0...text.utf8.count {
            #expect(try Self.read(Array(text.utf8), cutAt: [cut], .elements).get() == found)
        }
    }

    @Test(arguments: ["", "{}", "1", "[", "[1", "[1,", "[1]]", "[1]x", "[,]", "[1 2]", "]"])
    func elementsNeedAnArray(_ text: String) {
        let whole = Self.read(Array(text.utf8), .elements)
        #expect(throws: JSONError.self) { try whole.get() }
        for cut in 0...text.utf8.count { #expect(Self.read(Array(text.utf8), cutAt: [cut], .elements) == whole) }
    }

    @Test func longValueIsRefusedWhereverItIsCut() {
        let bytes = Array("[1,\n[\"0123456789\"],2]".utf8)
        for size in [1, 3, bytes.count] {
            var parser = JSONParser(.elements, byteLimit: 12)
            var found: [JSONParser.Found] = []
            let error = #expect(throws: JSONError.self) {
                for start in stride(from: 0, to: bytes.count, by: size) {
                    try Self.feed(Array(bytes[start..<min(start + size, bytes.count)]), &parser, &found)
                }
            }
            #expect(error?.code == .tooLong)
            #expect(error?.position.offset == 4)
            #expect(error?.position.line == 2)
        }
    }

    @Test func anyBytesAreReadAlikeHoweverCut() {
        var random = SplitMix(seed: 11)
        let tokens = [
            "[", "]", "{", "}", "\"", ",", ":", "1", "-", ".", "e", "\\", "u", "D800", "true", "nul", " ", "\n", "é",
            "\u{0}",
        ]
        for _ in 0..<5_000 {
            var bytes: [UInt8] = []
            for _ in 0..<random.next(below: 16) { bytes += tokens[random.next(below: tokens.count)].utf8 }
            if random.next(below: 4) == 0 { bytes.append(UInt8(random.next(below: 256))) }
            for unit in [JSONParser.Unit.document, .elements] {
                let whole = Self.read(bytes, unit)
                #expect(Self.read(bytes, cutAt: Array(0..<bytes.count), unit) == whole, "\(bytes)")
                guard unit == .document, case .success(let found) = whole, let value = found.first?.value else {
                    continue
                }
                #expect((try? JSONValue(parsing: value.serialized)) == value)
            }
        }
    }

    @Test func stringsAreUTF8OrRefused() {
        var random = SplitMix(seed: 5)
        let leads: [UInt8] = [0x41, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF]
        let others: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
        for _ in 0..<20_000 {
            let tail = (0..<random.next(below: 5)).map { _ in others[random.next(below: others.count)] }
            let bytes =
                Array(repeating: 0x61, count: random.next(below: 9)) + [leads[random.next(below: leads.count)]] + tail
            let value = try? JSONValue(parsing: [0x22] + bytes + [0x22])
            #expect(value?.string == String(validating: bytes, as: UTF8.self), "\(bytes)")
        }
    }
}
