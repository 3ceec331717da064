import Testing

@testable import InviteCommands

struct QuestionTests {
    @Test(
        "yes agrees to a few mails",
        arguments: [
            ("y", nil), ("Y", nil), (" yes \n", nil), ("n", ""), ("NO", ""), ("", ""),
            ("maybe", " The answer was neither y nor yes."), ("y y", " The answer was neither y nor yes."),
            ("500", " The answer was neither y nor yes."),
        ] as [(String, String?)])
    func few(answer: String, words: String?) {
        let refusal = Question("500 mails.", mails: 500).refusal(of: answer)
        #expect(refusal == words.map { Question.Refusal(words: $0, code: 1) })
    }

    @Test(
        "only the number agrees to many",
        arguments: [
            ("501", nil), (" 501 ", nil), ("n", ""), ("", ""), ("500", " The answer was not 501."),
            ("0501", " The answer was not 501."), ("501 501", " The answer was not 501."),
            ("y", " For so many mails y is not enough; the answer is 501."),
            ("Yes", " For so many mails yes is not enough; the answer is 501."),
        ] as [(String, String?)])
    func many(answer: String, words: String?) {
        let refusal = Question("501 mails.", mails: 501).refusal(of: answer)
        #expect(refusal == words.map { Question.Refusal(words: $0, code: 1) })
    }
}
