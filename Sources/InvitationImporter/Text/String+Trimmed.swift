extension String {
    /// The text without white space (Unicode property White_Space) at its ends.
    func trimmed() -> String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return self }
        guard first.isWhiteSpace || last.isWhiteSpace else { return self }
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isWhiteSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isWhiteSpace { scalars.removeLast() }
        return String(scalars)
    }
}

extension UnicodeScalar {
    /// Whether the scalar has the Unicode property White_Space. Quick for ASCII.
    var isWhiteSpace: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}
