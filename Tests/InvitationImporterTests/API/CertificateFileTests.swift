import InvitationImporter
import SystemPackage
import Testing

/// A file of certificates is one, or the command says what it is instead.
struct CertificateFileTests {
    /// Five bytes of DER that say that they are five.
    private static let whole = "-----BEGIN CERTIFICATE-----\nMAMC\nAQE=\n-----END CERTIFICATE-----\n"
    private static let key = "-----BEGIN PRIVATE KEY-----\nMAMCAQE=\n-----END PRIVATE KEY-----\n"

    @Test(
        arguments: [
            (whole, nil), (whole + whole, nil), ("# ours\r\n" + whole.replacing("\n", with: "\r\n"), nil),
            (key + whole, nil), (whole.replacing("CERTIFICATE", with: "TRUSTED CERTIFICATE"), nil),
            ("", "no certificate"), ("hello\n", "no certificate"), (key, "It has a PRIVATE KEY"),
            ("email,roles\nann@x.example,viewer\n", "no certificate"), ("0\u{3}\u{2}\u{1}\u{1}", "DER"),
            (whole.replacing("MAMC", with: "M*MC"), "certificate 1 in it is not whole"),
            (whole + whole.replacing("MAMC", with: "MAYC"), "certificate 2 in it is not whole"),
            ("-----BEGIN CERTIFICATE-----\nMAMCAQE=\n", "certificate 1 in it is not whole"),
            ("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", "certificate 1 in it is not whole"),
            ("-----BEGIN \u{1B}[2J-----\n", #"\u{1B}[2J"#),
        ] as [(String, String?)])
    func isLookedAt(_ text: String, _ words: String?) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("ca.pem", text)
        let problem = try problem(file)
        #expect(words.map(problem.contains) ?? (problem == "none"), "\(problem)")
    }

    @Test func whatCannotBeReadIsSaid() throws {
        let folder = try TemporaryFolder()
        for name in ["none.pem", "."] {
            #expect(try problem(folder.path.appending(name)).contains("cannot be read"))
        }
        #expect(try problem("/dev/null").contains("no certificate"))
    }

    private func problem(_ path: FilePath) throws -> String {
        do throws(InvitationAPI.Invalid) {
            try CertificateFile.check(path, option: "--ca-file")
            return "none"
        } catch {
            return error.description
        }
    }
}
