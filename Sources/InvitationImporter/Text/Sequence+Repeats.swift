extension Sequence where Element: Hashable {
    /// The elements in order, each once.
    func withoutRepeats() -> [Element] {
        let all = Array(self)
        // Most lists are short, and a set takes longer to make than they take to search.
        if all.count < 2 || all.count == 2 && all[0] != all[1] { return all }
        var seen: Set<Element> = []
        return all.filter { seen.insert($0).inserted }
    }
}
