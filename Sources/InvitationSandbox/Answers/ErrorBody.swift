/// The bodies of errors, in their four shapes.
enum ErrorBody {
    private struct Numbered: Encodable {
        struct Detail: Encodable {
            var field: String
            var message: String
        }
        struct Content: Encodable {
            var code: Int
            var message: String
            var details: [Detail]
        }
        var error: Content
    }

    private struct Enveloped: Encodable {
        struct Details: Encodable { var fields: [String: String] }
        struct Content: Encodable {
            var code: String
            var message: String
            var details: Details?
        }
        struct Meta: Encodable {
            var requestId: String
            var timestamp: String
        }
        var success = false
        var error: Content
        var meta: Meta
    }

    private struct Bare: Encodable {
        var code: String
        var message: String
    }

    /// The answer for a problem.
    static func answer(
        _ problem: SandboxProblem, shape: SandboxErrorShape, requestID: String, timestamp: String
    ) -> SandboxAnswer {
        switch shape {
        case .numbered:
            let details = problem.fields.sorted { $0.key < $1.key }.map(Numbered.Detail.init(field:message:))
            return .json(
                Numbered(error: .init(code: problem.status, message: problem.message, details: details)),
                status: problem.status)
        case .enveloped:
            let details = problem.fields.isEmpty ? nil : Enveloped.Details(fields: problem.fields)
            return .json(
                Enveloped(
                    error: .init(code: problem.code, message: problem.message, details: details),
                    meta: .init(requestId: requestID, timestamp: timestamp)),
                status: problem.status)
        case .bare:
            return .json(Bare(code: problem.code, message: problem.message), status: problem.status)
        case .html:
            let title = "\(problem.status) \(SandboxProblem.phrase(problem.status))"
            let body = """
                <html>\r
                <head><title>\(title)</title></head>\r
                <body>\r
                <center><h1>\(title)</h1></center>\r
                <hr><center>gateway</center>\r
                </body>\r
                </html>\r

                """
            return SandboxAnswer(status: problem.status, body: body, contentType: "text/html")
        }
    }
}
