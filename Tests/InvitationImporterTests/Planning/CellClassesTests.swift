import TestSupport
import Testing

@testable import InvitationImporter

/// What the fast lane calls ordinary, the checks let pass.
struct CellClassesTests {
    private let classes = CellClasses()

    private func isPassedOver(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { classes.isPassedOver($0, mayHoldAddress: true) }
    }

    private func isName(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { classes.isName($0) }
    }

    @Test(
        "secrets are no cells to pass over",
        arguments: [
            "abcd1234;efgh5678;ijkl9012;mnop3456", "abcd1234\nefgh5678\nijkl9012\nmnop3456",
            "abcd1234、efgh5678、ijkl9012、mnop3456", "2 https://ann:pw@x.de", "CN=Ann,pwd=Xy12", "CN=Ann?token=Xy12",
            "user=ann\npassword=Xy12", "CN=Ann=x;Passwort=geheim1", "Москва,password=Xy12", "CN=Ann\u{85}pwd=Xy12",
        ])
    func secrets(text: String) {
        #expect(SecretValue.holdsSecret(text))
        #expect(!isPassedOver(text))
    }

    @Test("settings without a secret are, also for the second time")
    func settings() {
        for _ in 0..<2 {
            #expect(isPassedOver("CN=Ann Lee,OU=Sales,DC=example"))
            #expect(isPassedOver("=x CN=Ann=password=Xy12"))
            #expect(!isPassedOver("CN=Ann Lee password=Xy12"))
        }
    }

    @Test(
        "no cell that is passed over holds a secret",
        arguments: 0..<UInt64(TestDose.count(4, full: 40, unless: "LANE_SEEDS")))
    func random(seed: UInt64) {
        let pieces = [
            "a", "7", "-", " ", "=", ":", "/", "//", "://", "@", ";", ",", "?", "&", "|", "\n", "\r\n", "\u{C}",
            "\u{85}", "é",
            "CN", "pwd", "password", "token", "key", "bearer", "Basic", "https", "hooks", "Xy12ab34",
            "abcd1234efgh5678",
            "12345678", "Passwort", "ssh-rsa", "eyJ", "$2a$", "sk-", "[", "\"",
        ]
        var random = SplitMix64(seed: seed)
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            guard isPassedOver(text) else { continue }
            #expect(!SecretValue.isSecret(text) && !SecretValue.holdsSecret(text), "\(text.debugDescription)")
        }
    }

    @Test("names in the letters of the world are ordinary")
    func names() {
        for name in [
            "Ольга Иванова", "山田 太郎", "Nguyễn Văn An", "김민준", "Ελένη Παπαδοπούλου", "עמית כהן", "محمد علي",
            "ประยุทธ์", "さくら サトウ", "ნინო", "Ăşğ Ñö",
        ] {
            #expect(isName(name), "\(name)")
        }
    }

    @Test("what is no letter, or may be two bytes of one, is not")
    func others() {
        let others = [
            "JÃ¼rgen Ã¶", "Ann\u{A0}Lee", "\u{3000}Ann", "Ann\u{3000}", "Ann \u{FFFD}", "Ann\u{1680}", "ПётрР’РѕРІ",
        ]
        for name in others {
            #expect(!isName(name), "\(name)")
        }
    }

    @Test("of an ordinary name the checks have nothing to say, and take it as it is", arguments: 0..<16)
    func allLetters(part: UInt32) {
        var options = ImportOptions()
        (options.organization, options.roles) = ("acme", ["viewer"])
        let checker = Checker(options)
        let columns = ["email", "name"]
        var fields = FieldMap()
        fields[source: .email] = FieldMap.Source([[ValueLocation(column: 0)]])
        fields[source: .name] = FieldMap.Source([[ValueLocation(column: 1)]])
        // The first two planes, which have nearly all letters; in everyday runs, a sixteenth of these.
        for value in stride(from: part, to: 0x20000, by: TestDose.isFull ? 16 : 256) {
            guard let scalar = UnicodeScalar(value) else { continue }
            // Letters of several code pages stand beside it: bytes that begin a character, and bytes that go on.
            for name in ["A\(scalar)", "\(scalar)", "Ã\(scalar)", "\(scalar)¼é", "г\(scalar)"] where isName(name) {
                let record = Record(number: 1, line: 2, offset: 0, values: [.string("ann@x.example"), .string(name)])
                let checked = checker.check(record, columns: columns, fields: fields)
                #expect(checked.findings.isEmpty, "\(name.debugDescription)")
                #expect(checked.invitation?.name.map { Array($0.utf8) } == Array(name.utf8), "\(name.debugDescription)")
            }
        }
    }
}
