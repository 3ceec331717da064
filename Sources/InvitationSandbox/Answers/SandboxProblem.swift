/// A reason for an error answer, before it has a shape.
package struct SandboxProblem: Error, Sendable, Equatable {
    /// The HTTP status.
    package var status: Int
    /// The code in words, such as `NOT_FOUND`.
    package var code: String
    /// The message for people.
    package var message: String
    /// Messages for single fields of the body.
    package var fields: [String: String] = [:]

    static func validation(_ message: String, _ fields: [String: String] = [:]) -> SandboxProblem {
        SandboxProblem(status: 400, code: "VALIDATION_ERROR", message: message, fields: fields)
    }

    static func unauthorized(_ message: String) -> SandboxProblem {
        SandboxProblem(status: 401, code: "UNAUTHORIZED", message: message)
    }

    static func forbidden(_ message: String) -> SandboxProblem {
        SandboxProblem(status: 403, code: "FORBIDDEN", message: message)
    }

    static func notFound(_ message: String) -> SandboxProblem {
        SandboxProblem(status: 404, code: "NOT_FOUND", message: message)
    }

    static func conflict(_ message: String) -> SandboxProblem {
        SandboxProblem(status: 409, code: "CONFLICT", message: message)
    }

    static func limited(_ status: Int) -> SandboxProblem {
        SandboxProblem(status: status, code: "RATE_LIMITED", message: "Too many requests.")
    }

    static func server(_ status: Int) -> SandboxProblem {
        SandboxProblem(status: status, code: "INTERNAL_ERROR", message: "\(phrase(status)).")
    }

    /// The reason phrase of a status that the sandbox sends.
    static func phrase(_ status: Int) -> String {
        let phrases = [
            400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
            409: "Conflict", 413: "Content Too Large", 429: "Too Many Requests", 500: "Internal Server Error",
            502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
        ]
        return phrases[status, default: "Error"]
    }
}
