import InvitationImporter
import Testing

/// Secrets under names in other letters and languages, and those that stand inside a text.
struct HiddenSecretTests {
    private func values(_ text: String) throws -> String {
        var reader = try InputReader(ByteSource(Array(text.utf8), name: "in"))
        var values = ""
        while let record = try reader.next() {
            values += record.values.compactMap { $0?.serialized }.joined(separator: " ")
        }
        return values
    }

    @Test(arguments: [
        "ｐａｓｓｗｏｒｄ", "口令", "暗証番号", "암호", "şifresi", "palavra-passe", "contrasenia", "código de acceso",
        "kod dostępu", "Freischaltcode", "p4ssw0rd", "s3cret", "Код доступа", "PHPSESSID", "remember_me",
        "persist_code", "TAN", "door code",
    ])
    func aSecretIsKnownByItsName(_ name: String) throws {
        #expect(try !values("email,\(name)\na@x.example,hidden1").contains("hidden1"))
        #expect(try values("email,\(name)\na@x.example,yes").contains("yes"), "a plain answer is none")
    }

    @Test(arguments: [
        "https://bob:A68aKd83@x.example/", "postgres://u:p4ssA@db.example/x", "see ftp://a:b@x.example",
        "Bearer A72aKd83JdxxTT", "Basic dXNlcjpwYXNz0123", "1//0gA27aKd83JdCgYIARAAGBASNwF-L9Ir",
        "hvs.CAESIJ1234567890abcdefgh", "https://hooks.slack.com/services/T0/B0/abc",
        "https://calendar.example/private-0a1b2c3d/basic.ics", "password: A72aKd", "Kennwort: A72aKd",
        "user: bob, password: A72aKd",
    ])
    func aSecretIsKnownByItsValue(_ value: String) throws {
        #expect(try !values("email,x1\na@x.example,\"\(value)\"").contains(value))
        #expect(try !values("{\"email\":\"a@x.example\",\"y\":{\"x1\":\"\(value)\"}}").contains(value))
    }

    @Test(arguments: [
        "https://x.example/a", "https://x.example:8080/a@b", "mailto:a@x.example", "Basic", "Basic membership",
        "Bearer of news", "note: call back", "password: yes", "Password: please send a new one", "10:30", "1//2",
        "https://calendar.example/public/basic.ics", "Token of thanks", "https://x.example/@ann",
    ])
    func anOrdinaryTextStays(_ value: String) throws {
        #expect(try values("email,x1\na@x.example,\"\(value)\"").contains(value))
    }
}
