public import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file of certificates to trust in place of the system's, in PEM form (RFC 7468).
///
/// For a file that holds none, TLS libraries give a useless error, and give it late. So the file is checked first.
public enum CertificateFile {
    /// The most bytes that are read from a file: 16 MiB, a hundred times a system's store.
    private static let sizeLimit = 16 << 20

    /// Checks that a file holds certificates, and that each is whole. The TLS library judges their content.
    ///
    /// A pipe is not checked, since it can be read only once.
    ///
    /// - Parameter option: The option that named the file, for the message.
    /// - Throws: ``InvitationAPI/Invalid``, which says what the file is instead, and what to do.
    public static func check(_ path: FilePath, option: String) throws(InvitationAPI.Invalid) {
        let place = "The file of \(option), \(Printable.escape(path.string)),"
        let bytes: [UInt8]?
        do {
            bytes = try content(path)
        } catch {
            throw InvitationAPI.Invalid("\(place) cannot be read: \(error).")
        }
        guard let bytes, let problem = problem(in: bytes) else { return }
        throw InvitationAPI.Invalid("\(place) \(problem)")
    }

    /// The bytes of a file; `nil` for a pipe.
    private static func content(_ path: FilePath) throws -> [UInt8]? {
        let type = try path.stat().type
        guard type == .regular || type == .directory else { return type == .characterSpecial ? [] : nil }
        let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= sizeLimit {
            let count = try piece.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { break }
            bytes += piece[..<count]
        }
        return bytes
    }

    /// What is wrong with a file of certificates; `nil` if nothing is.
    static func problem(in bytes: [UInt8]) -> String? {
        guard bytes.count <= sizeLimit else { return "is too large to be a file of certificates." }
        if let length = derLength(bytes), length <= bytes.count {
            return "is in DER form. Turn it into PEM: openssl x509 -inform der -in FILE -out FILE.pem"
        }
        let blocks = PEMBlocks(String(decoding: bytes, as: UTF8.self))
        let certificates = blocks.all.filter { Self.labels.contains($0.label) }
        guard !certificates.isEmpty else {
            let found = blocks.all.first.map { " It has a \($0.label)." } ?? ""
            return "has no certificate in it, which begins with -----BEGIN CERTIFICATE-----.\(Printable.escape(found))"
        }
        for (number, block) in certificates.enumerated() where !isWhole(block.content) {
            return "is damaged: certificate \(number + 1) in it is not whole."
        }
        return nil
    }

    private static let labels: Set<String> = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"]

    private static func isWhole(_ content: String?) -> Bool {
        guard let content, let der = Data(base64Encoded: content), let length = derLength(Array(der)) else {
            return false
        }
        // OpenSSL's trusted certificates have some more bytes.
        return length <= der.count
    }

    /// The length of a sequence in DER form (X.690, 8.1), with its head; `nil` for anything else.
    private static func derLength(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > 4, bytes[0] == 0x30 else { return nil }
        guard bytes[1] >= 0x80 else { return 2 + Int(bytes[1]) }
        let count = Int(bytes[1] & 0x7F)
        guard (1...3).contains(count) else { return nil }
        return 2 + count + bytes[2..<2 + count].reduce(0) { $0 << 8 | Int($1) }
    }
}

/// The blocks of a text in PEM form (RFC 7468), in their order.
private struct PEMBlocks {
    /// Each label, with the Base64 between its lines and without white space; `nil` if the end is missing.
    private(set) var all: [(label: String, content: String?)] = []

    init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let line = String(line).trimmed()
            if let label = Self.label(line, "BEGIN") {
                all.append((label, nil))
                open = ""
            } else if let label = Self.label(line, "END") {
                if label == all.last?.label, let open { all[all.count - 1].content = open }
                open = nil
            } else if open != nil {
                open?.append(line)
            }
        }
    }

    private var open: String?

    private static func label(_ line: String, _ word: String) -> String? {
        guard line.hasPrefix("-----\(word) "), line.hasSuffix("-----") else { return nil }
        return String(line.dropFirst(6 + word.count).dropLast(5))
    }
}
