import InvitationImporter
import Testing

@Suite struct EmailAddressTests {
    /// Addresses in ordinary use; the key is the same unless it is given.
    static let ordinary: [(raw: String, key: String?)] = [
        ("ann@example.com", nil), ("Ann.Berg@Example.COM", "ann.berg@example.com"), ("a@b.co", nil), ("a@b.c.de", nil),
        ("o'brien@example.ie", nil), ("ann+k0rdent@example.com", nil), ("ann-lee@ex-ample.com", nil),
        ("ann_lee@example.com", nil), ("1@2.de", nil), ("12345@example.com", nil), ("_@example.com", nil),
        ("ann-@example.com", nil), ("ann--lee@example.com", nil), ("a.b.c.d.e@example.com", nil),
        ("ann@sub.sub.sub.example.co.uk", nil), ("ann@example.photography", nil),
        ("ann@example.travelersinsurance", nil),
        ("ann@123.com", nil), ("ann@3m.com", nil), ("ann@1-2-3.org", nil), ("ann@a--b.com", nil),
        ("ann@xn--mnchen-3ya.de", nil), ("ann@XN--MNCHEN-3YA.de", "ann@xn--mnchen-3ya.de"),
        ("ann@xn--fsqu00a.xn--4rr70v", nil), ("ann@xn--80a1acn3a.xn--j1amh", nil), ("ann@xn--c2bd1gb.xn--h2brj9c", nil),
        ("ann@xn--ll-0ea.cat", nil), ("ann@xnet.de", nil), ("ann@xn-a.de", nil),
        ("a!#$%&'*+-/=?^_|~@example.com", nil), ("a/b@example.com", nil), ("a|b@example.com", nil),
        ("a=b+c@example.com", nil), ("SRS0=x=y=example.net=ann@example.com", "srs0=x=y=example.net=ann@example.com"),
        ("ann@münchen.de", "ann@xn--mnchen-3ya.de"), ("ann@MÜNCHEN.de", "ann@xn--mnchen-3ya.de"),
        ("ann@mu\u{308}nchen.de", "ann@xn--mnchen-3ya.de"), ("ann@straße.de", "ann@xn--strae-oqa.de"),
        ("jörg@example.de", nil), ("JÖRG@example.de", "jörg@example.de"), ("jo\u{308}rg@example.de", "jörg@example.de"),
        ("用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v"),
        ("अजय@डाटा.भारत", "अजय@xn--c2bd1gb.xn--h2brj9c"), ("квіточка@пошта.укр", "квіточка@xn--80a1acn3a.xn--j1amh"),
        ("χρήστης@παράδειγμα.ελ", "χρήστησ@xn--hxajbheg2az3al.xn--qxam"),
        ("Dörte@Sörensen.example.com", "dörte@xn--srensen-90a.example.com"),
        ("коля@пример.рф", "коля@xn--e1afmkfd.xn--p1ai"), ("ann@bücher.example", "ann@xn--bcher-kva.example"),
        ("さくら@例え.テスト", "さくら@xn--r8jz45g.xn--zckzah"), ("ann@中国移动.中国", "ann@xn--fiq02ib9d179b.xn--fiqs8s"),
        ("नाम\u{200D}ाम@example.com", nil), ("ann@l·l.cat", "ann@xn--ll-0ea.cat"), ("😀@example.com", nil),
        ("  ann@example.com\t", "ann@example.com"), ("\u{A0}ann@example.com\u{3000}", "ann@example.com"),
        ("ann@ymail.com", nil), ("ann@mail.com", nil), ("ann@gmx.com", nil), ("ann@cloud.com", nil),
        ("ann@weg.de", nil),
        ("ann@love.com", nil), ("ann@yahoo.gr", nil), ("ann@gmail.com", nil), ("ann@web.de", nil), ("ann@gms.de", nil),
        ("ann@" + String(repeating: "a", count: 63) + ".com", nil), (String(repeating: "a", count: 64) + "@b.de", nil),
    ]

    @Test(arguments: ordinary) func ordinaryAddressIsTaken(raw: String, key: String?) {
        let check = EmailAddress.check(raw)
        #expect(check.problems == [])
        #expect(check.address?.key == key ?? raw)
        #expect(check.address.map { raw.contains($0.written) } == true)
        #expect(check.address?.written.first?.isWhitespace == false)
    }

    /// Legal addresses that are seldom meant.
    static let unusual: [(raw: String, key: String, code: Finding.Code)] = [
        (#""Ann Lee"@example.com"#, #""ann lee"@example.com"#, .emailQuoted),
        (#""ann"@example.com"#, "ann@example.com", .emailQuoted),
        (#""a@b"@example.com"#, #""a@b"@example.com"#, .emailQuoted),
        (#""a,b;c"@example.com"#, #""a,b;c"@example.com"#, .emailQuoted),
        (#""a\"b\\c"@example.com"#, #""a\"b\\c"@example.com"#, .emailQuoted),
        (#""a\b"@example.com"#, "ab@example.com", .emailQuoted),
        (#"""@example.com"#, #"""@example.com"#, .emailQuoted),
        ("ann@[192.0.2.1]", "ann@[192.0.2.1]", .emailLiteral),
        ("ann@[IPv6:2001:DB8::1]", "ann@[ipv6:2001:db8::1]", .emailLiteral),
        ("ann@[IPv6:::]", "ann@[ipv6:::]", .emailLiteral),
        ("ann@[IPv6:1:2:3:4:5:6:7:8]", "ann@[ipv6:1:2:3:4:5:6:7:8]", .emailLiteral),
        ("ann@[IPv6:::ffff:192.0.2.1]", "ann@[ipv6:::ffff:192.0.2.1]", .emailLiteral),
        ("ann@[IPv6:1:2:3:4:5:6:192.0.2.1]", "ann@[ipv6:1:2:3:4:5:6:192.0.2.1]", .emailLiteral),
        ("root@localhost", "root@localhost", .emailDotless),
        ("ann@examplecom", "ann@examplecom", .emailDotless),
        ("ann@gmial.com", "ann@gmial.com", .emailLookAlike),
        ("ann@gamil.com", "ann@gamil.com", .emailLookAlike),
        ("ann@gmai.com", "ann@gmai.com", .emailLookAlike),
        ("ann@gmaill.com", "ann@gmaill.com", .emailLookAlike),
        ("ann@gmail.con", "ann@gmail.con", .emailLookAlike),
        ("ann@gmail.co", "ann@gmail.co", .emailLookAlike),
        ("ann@gmail.cmo", "ann@gmail.cmo", .emailLookAlike),
        ("ann@GMIAL.com", "ann@gmial.com", .emailLookAlike),
        ("ann@hotmial.com", "ann@hotmial.com", .emailLookAlike),
        ("ann@outlok.com", "ann@outlok.com", .emailLookAlike),
        ("ann@yaho.com", "ann@yaho.com", .emailLookAlike),
        ("ann@iclod.com", "ann@iclod.com", .emailLookAlike),
        ("ann@wbe.de", "ann@wbe.de", .emailLookAlike),
        ("ann@gmx.ed", "ann@gmx.ed", .emailLookAlike),
        ("ann@live.con", "ann@live.con", .emailLookAlike),
        ("ann@gmaıl.com", "ann@xn--gmal-nza.com", .emailLookAlike),
        ("ann@ex\u{430}mple.com", "ann@xn--exmple-4nf.com", .emailMixedScripts),
        ("ann@\u{3B1}bc.com", "ann@xn--bc-b9b.com", .emailMixedScripts),
    ]

    @Test(arguments: unusual) func unusualAddressIsTakenWithAWarning(raw: String, key: String, code: Finding.Code) {
        let check = EmailAddress.check(raw)
        #expect(check.problems.map(\.code) == [code])
        #expect(check.problems.allSatisfy { $0.code.level == .warning })
        #expect(check.address?.key == key)
        #expect(check.address?.written == raw)
    }

    /// What is no address, and words that the advice must have.
    static let refused: [(raw: String, code: Finding.Code, words: String)] = [
        ("", .emailMissing, "no address"), ("  \u{A0} ", .emailMissing, "no address"),
        ("ann", .emailSyntax, "no @"), ("example.com", .emailSyntax, "no @"), ("ann＠example.com", .emailSyntax, "wide"),
        ("@", .emailSyntax, "nothing before"), ("@example.com", .emailSyntax, "nothing before"),
        ("ann@", .emailSyntax, "nothing after"), ("ann@@example.com", .emailSyntax, "as character 5"),
        ("ann@b@example.com", .emailSyntax, "more than one @"),
        (".ann@example.com", .emailSyntax, "begins with a dot"),
        ("ann.@example.com", .emailSyntax, "ends with a dot, at character 4"),
        ("a..b@example.com", .emailSyntax, "two dots in a row, at character 3"),
        ("ann lee@example.com", .emailSyntax, "Character 4, a space"),
        ("ann @example.com", .emailSyntax, "Character 4, a space"),
        ("ann@ example.com", .emailSyntax, "Character 5, a space"),
        ("ann@exam ple.com", .emailSyntax, "Character 9, a space"),
        ("ann,lee@example.com", .emailSyntax, "Character 4, ,"), ("ann(x)@example.com", .emailSyntax, "Character 4, ("),
        ("ann:x@example.com", .emailSyntax, "Character 4, :"),
        (#"ann\x@example.com"#, .emailSyntax, #"Character 4, \"#),
        ("ann[x]@example.com", .emailSyntax, "Character 4, ["), (#"a"b"@example.com"#, .emailSyntax, "Character 2, \""),
        (#""ann"lee@example.com"#, .emailSyntax, "closing quote"), (#""ann@example.com"#, .emailSyntax, "never closed"),
        ("ann@.example.com", .emailSyntax, "begins with a dot, at character 5"),
        ("ann@example.com.", .emailSyntax, "ends with a dot, at character 16"),
        ("ann@example..com", .emailSyntax, "two dots in a row, at character 13"), ("ann@.", .emailSyntax, "dot"),
        ("ann@-example.com", .emailSyntax, "hyphen: -example"), ("ann@example-.com", .emailSyntax, "hyphen: example-"),
        ("a@xn--a.com", .emailSyntax, "xn--a stands for no name"), ("a@XN--A.com", .emailSyntax, "xn--a"),
        ("a@xn--99999999.com", .emailSyntax, "stands for no"),
        ("a@mail.xn--ls8h9999999999.x", .emailSyntax, "stands for no"),
        ("a@xn--abc-1.com", .emailSyntax, "stands for no"),
        ("ann@ex_ample.com", .emailSyntax, "Character 7, an underscore"),
        ("ann@exam!ple.com", .emailSyntax, "Character 9, !"),
        ("ann@example.com>", .emailSyntax, "Character 16, >"), ("ann@example.com/x", .emailSyntax, "Character 16, /"),
        ("ann@example,com", .emailSyntax, "Character 12, ,"), ("ann@example.com;", .emailSyntax, "Remove the ;"),
        ("ann@example.com,", .emailSyntax, "Remove the ,"),
        ("ann@192.0.2.1", .emailSyntax, "needs brackets"), ("ann@123", .emailSyntax, "number"),
        ("ann@[192.0.2]", .emailSyntax, "[192.0.2]"), ("ann@[192.0.2.256]", .emailSyntax, "no number"),
        ("ann@[192.0.2.1", .emailSyntax, "no number"), ("ann@[]", .emailSyntax, "no number"),
        ("ann@[", .emailSyntax, "no number"),
        ("ann@[example.com]", .emailSyntax, "no number"), ("ann@[IPv6:1::2::3]", .emailSyntax, "no number"),
        ("ann@[IPv6:12345::]", .emailSyntax, "no number"), ("ann@[IPv6:1:2:3:4:5:6:7]", .emailSyntax, "no number"),
        ("ann@[IPv6:g::]", .emailSyntax, "no number"), ("ann@[IPv6:1:2:3:4:5:6:7:8:9]", .emailSyntax, "no number"),
        ("ann@[2001:db8::1]", .emailSyntax, "no number"),
        (String(repeating: "a", count: 65) + "@example.com", .emailTooLong, "65 bytes"),
        (String(repeating: "ö", count: 33) + "@example.com", .emailTooLong, "66 bytes"),
        ("ann@" + String(repeating: "a", count: 64) + ".com", .emailTooLong, "64 bytes"),
        ("ann@" + String(repeating: "ü", count: 60) + ".com", .emailTooLong, "at most 63"),
        ("ann@" + String(repeating: "abcdefghi.", count: 25) + "com", .emailTooLong, "257 bytes"),
        ("ann@example.com, bob@example.com", .emailSeveral, "2 addresses"),
        ("ann@example.com;bob@example.com;carl@example.com", .emailSeveral, "3 addresses"),
        ("ann@example.com bob@example.com", .emailSeveral, "2 addresses"),
        ("ann@example.com\nbob@example.com", .emailSeveral, "2 addresses"),
        ("ann@example.com\u{A0}bob@example.com", .emailSeveral, "2 addresses"),
        ("ann@example.com|bob@example.com", .emailSeveral, "2 addresses"),
        ("ann@example.com/bob@example.com", .emailSeveral, "2 addresses"),
        ("Ann <ann@example.com>, Bob <bob@example.com>", .emailSeveral, "2 addresses"),
        ("Ann Lee <ann@example.com>", .emailSyntax, "alone: ann@example.com"),
        (#""Lee, Ann" <ann@example.com>"#, .emailSyntax, "alone: ann@example.com"),
        ("<ann@example.com>", .emailSyntax, "alone: ann@example.com"),
        ("<\u{1B}[31mann@example.com>", .emailSyntax, #"alone: \u{1B}[31mann@example.com"#),
        ("mailto:ann@example.com", .emailSyntax, "without mailto: ann@example.com"),
        ("MailTo:ann@example.com", .emailSyntax, "without mailto"),
        ("ann\u{200B}@example.com", .emailSyntax, "Character 4 is invisible (U+200B)"),
        ("\u{FEFF}ann@example.com", .emailSyntax, "Character 1 is invisible (U+FEFF)"),
        ("ann@example\u{A0}.com", .emailSyntax, "Character 12 is invisible (U+00A0)"),
        ("ann\u{202E}@example.com", .emailSyntax, "U+202E"), ("ann@ex\u{AD}ample.com", .emailSyntax, "U+00AD"),
        ("ann\u{2066}@example.com", .emailSyntax, "U+2066"), ("ann@\u{3164}.com", .emailSyntax, "U+3164"),
        ("an\u{200D}n@example.com", .emailSyntax, "U+200D"), ("ann\u{0}@example.com", .emailSyntax, "U+0000"),
        ("ann\u{7F}@example.com", .emailSyntax, "U+007F"), ("ann\u{85}x@example.com", .emailSyntax, "U+0085"),
        ("ann\t@example.com", .emailSyntax, "U+0009"), ("j\u{FFFD}rg@example.com", .emailSyntax, "wrong encoding"),
        ("ann@ｅxample.com", .emailSyntax, "Character 5, ｅ"), ("ann@i❤.ws", .emailSyntax, "Character 6, ❤"),
        ("ann@exam“ple”.com", .emailSyntax, "Character 9"), ("ann@\u{301}a.com", .emailSyntax, "accent"),
    ]

    @Test(arguments: refused) func noAddressIsRefusedWithAdvice(raw: String, code: Finding.Code, words: String) {
        let check = EmailAddress.check(raw)
        #expect(check.address == nil)
        #expect(check.problems.map(\.code) == [code])
        #expect(check.problems.first?.advice.contains(words) == true, "\(check.problems.map(\.advice))")
        #expect(code.level == .error)
    }

    @Test func adviceNeverCommandsATerminal() {
        for (raw, _, _) in Self.refused {
            for problem in EmailAddress.check("\u{1B}]0;" + raw).problems + EmailAddress.check(raw).problems {
                #expect(Printable.escape(problem.advice) == problem.advice)
            }
        }
    }

    @Test func anyTextIsLookedAt() {
        var random = SplitMix(seed: 7)
        let alphabet = Array("a1.@@\"\\<>[]:;, -_é\u{301}\u{200D}中\u{202E}А😀%".unicodeScalars)
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<random.next(below: 12) { text.append(alphabet[random.next(below: alphabet.count)]) }
            let check = EmailAddress.check(String(text))
            #expect((check.address == nil) == check.problems.contains { $0.code.level == .error })
            guard let address = check.address else { continue }
            let again = EmailAddress.check(address.key)
            #expect(again.address?.key == address.key, "\(text)")
        }
    }
}
