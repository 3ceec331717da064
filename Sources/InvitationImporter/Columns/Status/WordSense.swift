/// What a word may say in the name of a column or in its values; many words have several.
enum WordSense: Hashable {
    /// ``StatusLanguage/states``
    case state(StatusWord)
    /// ``StatusLanguage/plainStates``
    case plainState(StatusWord)
    /// ``StatusLanguage/events``
    case event(StatusWord)
    /// ``StatusLanguage/beings``
    case being(StatusWord)
    /// ``StatusLanguage/things``
    case thing(StatusWord)
    /// ``StatusLanguage/ins``, with what others are.
    case isIn(else: StatusWord)
    /// ``StatusLanguage/usual``
    case usual
    /// ``StatusLanguage/wanted``, or the contrary.
    case wish(Bool)
    case mark(NameMark)

    /// How somebody is out of whom the word is said; `nil` if it says no such thing.
    var out: StatusWord? {
        switch self {
        case .state(let word), .plainState(let word): word
        default: nil
        }
    }
}
