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
        "persist_code", "TAN", "door code", "unlock code", "one time password", "geslo", "лозинка", "slaptažodis",
        "mật khẩu", "set password link", "lien d'invitation", "enlace de invitación", "private_url",
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
        "user: bob, password: A72aKd", "user=ann password=A72aKd", "Server=db;User Id=sa;Password=A72aKd;",
        "jdbc:mysql://db/x?user=a&password=A72aKd", "Endpoint=sb://x/;SharedAccessKey=abcdefghij0123456789=",
        "https://discord.com/api/webhooks/123456789012345678/abcdefghijklmnopqrstuvwxyzABCDEF",
        "https://n.webhook.office.com/webhookb2/a/IncomingWebhook/0123456789abcdef0123456789abcdef/x",
        "https://x.example/invite/abcdef0123456789abcdef", "123456789:AAabcdefghijklmnopqrstuvwxyz0123456789",
        "https://api.telegram.org/bot123456789:AAabcdefghijklmnopqrstuvwxyz012345678/getMe",
        "a1b2-c3d4 e5f6-g7h8 i9j0-k1l2 m3n4-o5p6",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl a@x",
        "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQ0000",
    ])
    func aSecretIsKnownByItsValue(_ value: String) throws {
        #expect(try !values("email,x1\na@x.example,\"\(value)\"").contains(value))
        #expect(try !values("{\"email\":\"a@x.example\",\"y\":{\"x1\":\"\(value)\"}}").contains(value))
    }

    @Test(arguments: [
        "https://x.example/a", "https://x.example:8080/a@b", "mailto:a@x.example", "Basic", "Basic membership",
        "Bearer of news", "note: call back", "password: yes", "Password: please send a new one", "10:30", "1//2",
        "https://calendar.example/public/basic.ics", "Token of thanks", "PIN: none", "password=none", "a=b", "x == y",
        "https://x.example/invite/team",
        "https://x.example/u/5f4dcc3b5aa765d61d8327deb882cf99", "2020-01-01 2020-01-02 2020-01-03 2020-01-04",
        "k=v&a=1",
        "12345678 12345678 12345678 12345678", "https://x.example/@ann",
    ])
    func anOrdinaryTextStays(_ value: String) throws {
        #expect(try values("email,x1\na@x.example,\"\(value)\"").contains(value))
    }
}
