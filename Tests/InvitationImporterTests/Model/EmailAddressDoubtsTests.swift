import InvitationImporter
import Testing

/// Addresses that are legal and probably a slip.
@Suite struct EmailAddressDoubtsTests {
    /// What the warning says about the character and about what was probably meant.
    static let doubtful: [(raw: String, code: Finding.Code, words: [String])] = [
        ("o’neil@n.org", .emailOddLetter, ["’ (U+2019)", "Was o'neil@n.org meant?"]),
        ("o´neil@n.org", .emailOddLetter, ["´ (U+00B4)", "o'neil@"]),
        ("o`neil@n.org", .emailOddLetter, ["`", "o'neil@"]),
        ("oʼneil@n.org", .emailOddLetter, ["U+02BC", "o'neil@"]),
        ("o′neil@n.org", .emailOddLetter, ["U+2032", "o'neil@"]),
        ("ann‑lee@n.org", .emailOddLetter, ["U+2011", "ann-lee@"]),
        ("ann–lee@n.org", .emailOddLetter, ["U+2013", "ann-lee@"]),
        ("ann—lee@n.org", .emailOddLetter, ["U+2014", "ann-lee@"]),
        ("ann−lee@n.org", .emailOddLetter, ["U+2212", "ann-lee@"]),
        ("ann．lee@n.org", .emailOddLetter, ["U+FF0E", "ann.lee@"]),
        ("ann。lee@n.org", .emailOddLetter, ["U+3002", "ann.lee@"]),
        ("ann․lee@n.org", .emailOddLetter, ["U+2024", "ann.lee@"]),
        ("ann…@n.org", .emailOddLetter, ["U+2026", "ann...@"]),
        ("ａｎｎ@n.org", .emailOddLetter, ["U+FF4E", "Was ann@"]),
        ("ﬁona@n.org", .emailOddLetter, ["U+FB01", "Was fiona@"]),
        ("ann“lee”@n.org", .emailOddLetter, ["U+201C", "Was annlee@"]), ("ann™@n.org", .emailOddLetter, ["U+2122"]),
        ("аnn@n.org", .emailMixedScripts, ["а (U+0430)", "Was ann@n.org meant?"]),
        ("annа.lee@n.org", .emailMixedScripts, ["U+0430", "Was anna.lee@"]),
        ("Аnn@n.org", .emailMixedScripts, ["U+0410", "Was Ann@"]),
        ("ο.lee@n.org", .emailMixedScripts, ["U+03BF", "Was o.lee@"]),
        ("сара@n.org", .emailMixedScripts, ["U+0441", "Was capa@"]),
        ("jÃ¼rgen@n.org", .emailGarbled, ["Was jürgen@n.org meant?"]), ("joÃ«l@n.org", .emailGarbled, ["joël@"]),
        ("oâ€™neil@n.org", .emailGarbled, ["o’neil@"]),
        ("'ann@n.org", .emailMark, ["begins with '", "Was ann@n.org meant?"]),
        ("*bob@n.org", .emailMark, ["*", "Was bob@"]),
        ("=cy@n.org", .emailMark, ["="]), ("-di@n.org", .emailMark, ["-"]), ("+eva@n.org", .emailMark, ["+"]),
        ("--flo@n.org", .emailMark, ["Was flo@"]), ("•gil@n.org", .emailMark, ["•", "Was gil@"]),
        ("#hal@n.org", .emailMark, ["#"]), ("{{email}}@n.org", .emailPlaceholder, ["{{email}}"]),
        ("${user}@n.org", .emailPlaceholder, ["${user}"]), ("%email%@n.org", .emailPlaceholder, ["%email%"]),
        ("*|EMAIL|*@n.org", .emailPlaceholder, ["*|EMAIL|*"]), ("NULL@n.org", .emailPlaceholder, ["NULL"]),
        ("firstname.lastname@n.org", .emailPlaceholder, ["firstname.lastname"]),
        ("ann@n.invalid", .emailUndeliverable, ["n.invalid", "never resolves"]),
        ("ann@x.n.local", .emailUndeliverable, ["inside"]),
        ("ann@n.TEST", .emailUndeliverable, ["n.test"]), ("ann@db.internal", .emailUndeliverable, ["inside"]),
        ("12+ann@users.noreply.github.com", .emailUndeliverable, ["users.noreply.github.com"]),
        ("ann@noreply.git.n.org", .emailUndeliverable, ["noreply"]),
        ("No-Reply@n.org", .emailUndeliverable, ["no-reply"]),
        ("deleted_ann@n.org", .emailUndeliverable, ["deleted_ann", "Remove the row"]),
        ("Ann.Disabled@n.org", .emailUndeliverable, ["disabled"]), ("unknown@n.org", .emailPlaceholder, ["unknown"]),
        ("x@p.iam.gserviceaccount.com", .emailUndeliverable, ["service accounts"]),
        ("Ann.Lee@example.com", .emailUndeliverable, ["our own template"]),
        ("bob.stone@example.com", .emailUndeliverable, ["our own template"]),
        ("ann@n．org", .emailOddLetter, ["Character 6", "sent"]),
    ]

    @Test(arguments: doubtful) func aSlipIsAWarningThatSaysWhatWasMeant(
        raw: String, code: Finding.Code, words: [String]
    ) {
        let check = EmailAddress.check(raw)
        #expect(check.address != nil)
        #expect(check.problems.map(\.code) == [code])
        #expect(code.level == .warning)
        for word in words { #expect(check.problems.first?.advice.contains(word) == true, "\(check.problems)") }
    }

    @Test(arguments: [
        "jörg@n.org", "d'arcy@n.org", "иван@n.org", "иван.smith@n.org", "用户@n.org", "nål@n.org", "col·legi@n.org",
        "ann_@n.org",
        "_ann@n.org", "😀@n.org", "50%off@n.org", "nullmeyer@n.org", "ann@local.org", "ann@test.com", "ann@invalid.net",
        "ann@northwind.example", "ann@example.com", "reply@n.org", "ann@reply.n.org", "ña@n.org", "Ñandú@n.org",
        "さくら・花@n.org",
    ]) func whatIsNoSlipIsLeftAlone(_ raw: String) {
        #expect(EmailAddress.check(raw).problems == [])
    }

    @Test(arguments: [("ann@n．org", "ann@n.org"), ("ann@a｡n。org", "ann@a.n.org"), ("a．b@n．org", "a．b@n.org")])
    func wideDotsOfADomainAreSentAsDots(_ raw: String, _ sent: String) {
        #expect(EmailAddress.check(raw).address?.written == sent)
    }

    /// 254 bytes are what is sent: a wide dot has three, and is sent as one.
    @Test(arguments: [(254, true), (255, false)]) func theLengthIsThatOfWhatIsSent(_ bytes: Int, _ isTaken: Bool) {
        let domain = String(repeating: "abcdefgh.", count: 21) + "com"
        let local = String(repeating: "é", count: 31) + (bytes % 2 == 0 ? "" : "x")
        let sent = local + "@" + domain.dropFirst(local.utf8.count + 1 + domain.utf8.count - bytes)
        #expect(sent.utf8.count == bytes)
        for raw in [sent, sent.replacing(".", with: "．"), "  \(sent) "] {
            #expect((EmailAddress.check(raw).address?.written == sent) == isTaken)
        }
    }

    @Test(arguments: [
        (#""a@\" b"@x.org"#, true), (#""a@b;c@d"@x.org"#, true), (#""a, b@c.org"@x.org"#, true),
        (#""a@\" b"@x.org, c@x.org"#, false), (#""Lee, Ann" a@x.org b@x.org"#, false),
    ]) func aQuotedAddressIsOneWhateverIsInIt(_ raw: String, _ isOne: Bool) {
        let check = EmailAddress.check(raw)
        #expect(check.problems.map(\.code) == [isOne ? .emailQuoted : .emailSeveral])
        #expect(check.address?.written == (isOne ? raw : nil))
    }
}
