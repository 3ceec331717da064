import InvitationSandbox
import Testing

struct ErrorShapeTests {
    static let shapes: [(SandboxErrorShape, String)] = [
        (.numbered, #"{"error":{"code":404,"details":[],"message":"Organization 'none' not found."}}"#),
        (.bare, #"{"code":"NOT_FOUND","message":"Organization 'none' not found."}"#),
    ]

    @Test(arguments: shapes)
    func bodyHasItsShape(_ shape: SandboxErrorShape, _ body: String) {
        let bench = Bench { $0.errorShape = shape }
        let answer = bench.get("/v1/regions/global/organizations/none")
        #expect(answer.status == 404)
        #expect(answer.body == body)
        #expect(answer.contentType == "application/json")
    }

    @Test func envelopeRepeatsTheRequestID() throws {
        let bench = Bench { $0.errorShape = .enveloped }
        let answer = bench.get("/v1/regions/global/organizations/none")
        let id = try #require(answer.field("x-request-id"))
        #expect(
            answer.body == #"{"error":{"code":"NOT_FOUND","message":"Organization 'none' not found."},"#
                + #""meta":{"requestId":"\#(id)","timestamp":"2027-01-15T08:00:00Z"},"success":false}"#)
    }

    @Test func gatewayAnswersHTML() {
        let bench = Bench { $0.errorShape = .html }
        let answer = bench.get("/v1/regions/global/organizations/none")
        #expect(answer.contentType == "text/html")
        #expect(answer.body.hasPrefix("<html>\r\n<head><title>404 Not Found</title>"))
    }

    @Test(arguments: [
        (SandboxErrorShape.numbered, #""details":[{"field":"email","message":"is required"}]"#),
        (.enveloped, #""code":"VALIDATION_ERROR","details":{"fields":{"email":"is required"}}"#),
        (.bare, #"{"code":"VALIDATION_ERROR","message":"Invalid request body."}"#),
        (.html, "400 Bad Request"),
    ])
    func fieldsAreNamed(_ shape: SandboxErrorShape, _ part: String) {
        let bench = Bench { $0.errorShape = shape }
        let answer = bench.send("POST", Bench.path, #"{"roles":["viewer"]}"#)
        #expect(answer.status == 400)
        #expect(answer.body.contains(part))
    }

    @Test(arguments: SandboxErrorShape.allCases)
    func conflictNamesTheAddress(_ shape: SandboxErrorShape) {
        let bench = Bench { $0.errorShape = shape }
        _ = bench.invite("a@example.com")
        let answer = bench.invite("a@example.com")
        #expect(answer.status == 409)
        #expect(answer.body.contains("a@example.com") == (shape != .html))
        #expect(answer.body.contains("CONFLICT") == (shape == .enveloped || shape == .bare))
    }
}
