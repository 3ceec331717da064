import InvitationImporter
import Testing

/// Names in other scripts, as RFC 5892 allows them, written so and as A-labels.
@Suite struct DomainLabelTests {
    static let taken: [(label: String, why: String)] = [
        ("क\u{94D}\u{200D}", "a joiner behind a virama at the end"), ("क\u{94D}\u{200C}ष", "a joiner behind a virama"),
        ("نامه\u{200C}ای", "a joiner between letters that would join"), ("l·l", "a middle dot between l"),
        ("͵α", "a numeral sign before Greek"), ("א׳", "a geresh behind Hebrew"), ("א״ב", "a gershayim behind Hebrew"),
        ("カ・タ", "a middle dot among katakana"), ("日・本", "a middle dot among Han"), ("\u{661}\u{662}", "Arabic digits"),
        ("\u{6F1}\u{6F2}", "their Eastern forms"), ("straße", "a sharp s"), ("ες", "a final sigma"),
        ("〇一", "a Han zero"),
        ("भारत", "marks"), ("MÜNCHEN", "capitals, which are made small"), ("mu\u{308}nchen", "a letter in two parts"),
    ]

    @Test(arguments: taken) func whatMayBeInANameIsTaken(label: String, why: String) throws {
        let key = try #require(EmailAddress.check("a@\(label).org").address?.key, "\(why)")
        #expect(EmailAddress.check(key).address?.key == key, "\(why)")
    }

    /// The label, and the A-label that it would have been, where there is one.
    static let refused: [(label: String, ascii: String?, why: String)] = [
        ("क\u{200D}ष", "xn--11b2er09f", "a joiner behind a letter"), ("a\u{200C}b", nil, "a joiner in Latin"),
        ("न\u{200C}म", nil, "a joiner between letters that do not join"), ("a·b", "xn--ab-0ea", "a middle dot alone"),
        ("͵a", "xn--a-jib", "a numeral sign before Latin"), ("a׳", "xn--a-0jc", "a geresh behind Latin"),
        ("a・b", "xn--ab-3n4a", "a katakana dot among Latin"), ("\u{661}\u{6F1}", "xn--9hb20a", "two sets of digits"),
        ("ab\u{640}", "xn--ab-ivd", "a tatweel"), ("☃", "xn--n3h", "a snowman"), ("i❤", "xn--i-7iq", "a heart"),
        ("ａb", nil, "a wide letter"), ("ﬁx", nil, "a ligature"), ("²x", nil, "a superscript"),
        ("ª", "xn--hba", "an ordinal"),
        ("\u{1100}", "xn--ypd", "a part of Hangul"), ("x\u{20D0}", "xn--x-zrn", "a mark for symbols"),
        ("ab--ü", "xn--ab---3ra", "hyphens of an A-label"), ("xn--a-ä", nil, "an A-label with more than ASCII"),
        ("XN--ä", nil, "the same in capitals"),
    ]

    @Test(arguments: refused) func whatMayNotBeInANameIsRefusedInBothForms(label: String, ascii: String?, why: String) {
        for form in [label, ascii].compactMap(\.self) {
            let check = EmailAddress.check("a@\(form).org")
            #expect(check.address == nil, "\(why): \(form)")
            #expect(check.problems.map(\.code) == [.emailSyntax], "\(why): \(form)")
        }
    }

    @Test(arguments: ["xn--mnchen-3ya", "xn--80a1acn3a", "xn--strae-oqa", "xn--11b6iy14e", "xn--ll-0ea"])
    func anALabelOfANameIsTaken(_ label: String) {
        #expect(EmailAddress.check("a@\(label).org").problems == [])
    }
}
