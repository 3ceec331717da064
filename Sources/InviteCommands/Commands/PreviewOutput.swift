import InvitationImporter

/// What a preview prints on standard output for scripts: everything as JSON, or one request on each line, or nothing.
struct PreviewOutput {
    private let files: [String]
    private let api: InvitationAPI?
    private let printsJSON: Bool
    private let printsRequests: Bool
    private var json = PreviewJSON()

    init(_ files: [String], _ api: InvitationAPI?, json: Bool, requests: Bool) {
        (self.files, self.api, printsJSON, printsRequests) = (files, api, json, requests)
    }

    /// Adds a row.
    mutating func add(_ row: PlannedRow, goesOut: Bool) throws {
        if printsJSON { try json.add(row, in: files[row.place.input]) }
        guard goesOut, printsJSON || printsRequests, let request = row.request(to: api) else { return }
        if printsJSON { try json.add(request: request) } else { try Terminal.printData(request.serialized) }
    }

    /// Prints what comes after all rows.
    ///
    /// - Parameters:
    ///   - gaps: What could not be read; `nil` if nothing was to be read.
    ///   - policy: The policy for the estimate of the time.
    func finish(_ preview: ImportPreview, gaps: [String]?, _ policy: SendingPolicy) throws {
        if printsJSON { try json.print(preview, gaps: gaps, policy) }
    }
}
