/// What a word may mean in a column's name or in its values. Many words have several meanings.
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
    /// ``StatusLanguage/ins``, with the state of the others.
    case isIn(else: StatusWord)
    /// ``StatusLanguage/usual``
    case usual
    /// ``StatusLanguage/wanted`` if true, ``StatusLanguage/unwanted`` if false.
    case wish(Bool)
    case mark(NameMark)

    /// How the word says that somebody is out; `nil` if it does not.
    var out: StatusWord? {
        switch self {
        case .state(let word), .plainState(let word): word
        default: nil
        }
    }
}
