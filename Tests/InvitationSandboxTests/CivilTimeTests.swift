import InvitationSandbox
import Testing

struct CivilTimeTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
        (784_111_777, "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
        (951_782_399, "2000-02-28T23:59:59Z", "Mon, 28 Feb 2000 23:59:59 GMT"),
        (951_782_400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
        (1_699_335_116, "2023-11-07T05:31:56Z", "Tue, 07 Nov 2023 05:31:56 GMT"),
        (4_107_542_400, "2100-03-01T00:00:00Z", "Mon, 01 Mar 2100 00:00:00 GMT"),
        (-1, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
    ])
    func secondIsTakenApart(_ seconds: Int, _ iso: String, _ http: String) {
        #expect(CivilTime(unixSeconds: seconds).iso8601 == iso)
        #expect(CivilTime(unixSeconds: seconds).httpDate == http)
    }
}
