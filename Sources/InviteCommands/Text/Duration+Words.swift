extension Duration {
    /// `0.8 s`, `42 s`, `3 min`, `3 min 20 s`, `2 h 5 min`, `2 d 4 h`.
    var words: String {
        let seconds = self / .seconds(1)
        if seconds < 10 { return "\(Double(Int(seconds * 10)) / 10) s" }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return Self.words(whole / 60, "min", whole % 60, "s") }
        if whole < 48 * 3600 { return Self.words(whole / 3600, "h", whole % 3600 / 60, "min") }
        return Self.words(whole / 86400, "d", whole % 86400 / 3600, "h")
    }

    private static func words(_ count: Int, _ unit: String, _ rest: Int, _ restUnit: String) -> String {
        "\(count) \(unit)" + (rest > 0 ? " \(rest) \(restUnit)" : "")
    }
}
