extension StatusLanguage {
    /// All languages. To add one, add a file in this folder and a name here.
    static let all: [StatusLanguage] = [
        .english, .german, .french, .spanish, .portuguese, .italian, .dutch, .polish, .czech, .russian, .turkish,
        .chinese, .japanese, .korean, .nordic, .others,
    ]
}
