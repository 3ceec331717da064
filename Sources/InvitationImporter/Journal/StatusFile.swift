import SystemPackage

/// `status.jsonl`: what had become of a run's invitations when `status` asked last. The page shows it, with that time.
///
/// It decides nothing: what may be sent or revoked is asked anew each time.
struct StatusFile {
    /// The name of the file in the run directory.
    static let name = "status.jsonl"

    /// When the server's lists were read, ISO 8601 in UTC.
    let at: String
    private var statuses: [KeyHash: InvitationStatus] = [:]

    /// Reads the file of a run; `nil` if there is none. Lines that are not understood are passed over: it is not known
    /// what became of these invitations.
    init?(of directory: RunDirectory) {
        guard let file = try? FileDescriptor.openToRead(directory.file(Self.name)) else { return nil }
        defer { try? file.close() }
        var lines = LineReader(file)
        guard let first = try? lines.next(), let head = try? JSONValue(parsing: first.bytes),
            head["status"]?.string == "k0rdent-invite", let at = head["at"]?.string
        else { return nil }
        self.at = at
        while let line = try? lines.next() {
            guard let value = try? JSONValue(parsing: line.bytes), let id = value["id"]?.string,
                let status = value["status"]?.string.flatMap(InvitationStatus.init)
            else { continue }
            statuses[Self.mark(id, value["organization"]?.string ?? "")] = status
        }
    }

    /// What had become of an invitation; `nil` if nobody asked for it then.
    subscript(id: String, organization: String) -> InvitationStatus? { statuses[Self.mark(id, organization)] }

    private static func mark(_ id: String, _ organization: String) -> KeyHash {
        KeyHash(organization + " " + id)
    }

    /// The first line of the file.
    static func head(at time: String) -> [UInt8] {
        JSONValue.object(["status": .string("k0rdent-invite"), "at": .string(time)]).bytes + [0x0A]
    }

    /// The line of an invitation with an id.
    static func line(_ id: String, _ organization: String, _ status: InvitationStatus) -> [UInt8] {
        let members: [JSONValue.Member] = [
            .init("status", .string(status.rawValue)), .init("organization", .string(organization)),
            .init("id", .string(id)),
        ]
        return JSONValue.object(members).bytes + [0x0A]
    }
}
