extension StatusLanguage {
    /// All of them. A new one is one file in this folder and one name here.
    static let all: [StatusLanguage] = [
        .english, .german, .french, .spanish, .portuguese, .italian, .dutch, .polish, .czech, .russian, .turkish,
        .chinese, .japanese, .korean, .nordic, .others,
    ]
}
