import CurlMulti

/// The secrets that this program knows: tokens, keys, client secrets, passwords in URLs.
///
/// A server, a proxy or libcurl may repeat any of them in an error, an id or a time. They are replaced where a text
/// comes in, so that none can reach a terminal, a journal or a report. This finds the secret itself in any case, its
/// percent-encoding, and its Base64 at any offset inside a Base64 text.
///
/// It prints as three stars, so that no message can reveal it by accident.
public struct KnownSecrets: Sendable {
    /// What is looked for.
    private struct Content {
        /// Every form of a secret, folded to lower case, the longest first.
        var forms: [[UInt8]] = []
        var pieces = SecretPieces(length: leastInData)
        /// The pieces of each secret that words may not have, by their length: half of the secret, but eight to sixteen
        /// bytes.
        var inWords: [Int: SecretPieces] = [:]
        /// The secrets without anything but letters and digits, for texts that take one apart.
        var squeezed: [[UInt8]] = []
        var squeezedPieces = SecretPieces(length: leastInData)
    }

    /// Every reply has a copy of the secrets, which is one reference this way.
    private final class Box: Sendable {
        let content: Content
        init(_ content: Content) { self.content = content }
    }

    private var box = Box(Content())

    /// Stands in place of a secret.
    static let stars = "***"

    /// The length in bytes from which secrets are also removed from data, not just from words. No role and no id has
    /// that form.
    private static let leastInData = 12

    /// Makes an empty set.
    public init() {}

    /// Adds a secret. A text under three bytes is ignored.
    public mutating func add(_ secret: String) {
        var content = box.content
        let length = max(8, min(16, secret.utf8.count / 2))
        for form in SecretForms.all(of: secret) where !content.forms.contains(form) {
            content.pieces.add(form)
            content.inWords[length, default: SecretPieces(length: length)].add(form)
            content.forms.append(form)
        }
        let form = SqueezedText.squeezed(Array(secret.utf8))
        if form.count >= Self.leastInData, !content.squeezed.contains(form) {
            content.squeezed.append(form)
            content.squeezedPieces.add(form)
        }
        content.forms.sort { $0.count > $1.count }
        box = Box(content)
    }

    /// Adds the secret that tokens come from.
    mutating func add(_ source: TokenSource) {
        switch source {
        case .fixed(let token): add(token.secret)
        case .exchange(let grant): add(grant.secret)
        case .file, .command: break
        }
    }

    /// Words for people, without secrets and without half of one, or sixteen bytes. Of words that take a secret
    /// apart, or write it character by character, nothing is left.
    public func struck(_ text: String) -> String {
        guard !box.content.forms.isEmpty else { return text }
        let bytes = Array(text.utf8)
        let ranges = found(in: bytes) + box.content.inWords.values.flatMap { $0.found(in: bytes) }
        let left = Self.replaced(bytes, ranges).map { String(decoding: $0, as: UTF8.self) } ?? text
        return hides(left) ? Self.stars : left
    }

    /// Whether a secret is hidden between other characters, or behind escapes. No view of a text is longer than it is.
    private func hides(_ text: String) -> Bool {
        let forms = box.content.squeezed.filter { $0.count <= text.utf8.count }
        guard !forms.isEmpty, !isPlainlyHarmless(text) else { return false }
        let views = SqueezedText.views(of: text)
        return forms.contains { form in views.contains { !$0.places(of: form).isEmpty } }
    }

    /// Whether a text has one view only, and no piece of a secret in that: nearly every id.
    private func isPlainlyHarmless(_ text: String) -> Bool {
        let isHarmless = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard !bytes.contains(where: SqueezedText.makesViews), !SqueezedText.hasManyNumbers(bytes) else {
                return false
            }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { room in
                let count = SqueezedText.squeeze(bytes, into: room)
                return !box.content.squeezedPieces.occur(in: UnsafeBufferPointer(rebasing: room[..<count]))
            }
        }
        return isHarmless ?? false
    }

    func struck(_ message: ServerMessage) -> ServerMessage {
        var message = message
        message.text = message.text.map(struck)
        message.code = message.code.map(struck)
        return message
    }

    func struck(_ failure: TransportFailure) -> TransportFailure {
        TransportFailure(failure.kind, struck(failure.text))
    }

    /// An exchange without secrets in its body, headers and failure.
    ///
    /// The body is data. A secret short enough to be a role's name stays in it, and so does a mere part of a secret.
    func struck(_ exchange: HTTPExchange) -> HTTPExchange {
        guard !box.content.forms.isEmpty else { return exchange }
        var exchange = exchange
        exchange.failure = exchange.failure.map(struck)
        if exchange.body.withUnsafeBufferPointer(mayHoldSecrets), let body = struckData(exchange.body) {
            exchange.body = body
        }
        if exchange.headers.fields.contains(where: { mayHoldSecrets($0.value) }) {
            exchange.headers = struck(exchange.headers)
        }
        return exchange
    }

    private func struck(_ headers: HTTPHeaders) -> HTTPHeaders {
        HTTPHeaders(
            headers.fields.map { field in
                let value = struckData(Array(field.value.utf8)).map { String(decoding: $0, as: UTF8.self) }
                return (field.name, value ?? field.value)
            })
    }

    private func mayHoldSecrets(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable(mayHoldSecrets) ?? true
    }

    /// Whether data can hold a secret long enough to be removed from it, as it is or behind escapes. Nearly no reply
    /// does, and each is asked.
    private func mayHoldSecrets(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains(.backslash) || box.content.pieces.occur(in: bytes)
    }

    /// A body without secrets, even those that JSON escapes hide; `nil` if it has none.
    private func struckData(_ bytes: [UInt8]) -> [UInt8]? {
        let mayOccur = bytes.withUnsafeBufferPointer { box.content.pieces.occur(in: $0) }
        let plain = mayOccur ? Self.replaced(bytes, found(in: bytes, atLeast: Self.leastInData)) : nil
        guard (plain ?? bytes).contains(UInt8(ascii: "\\")), let value = try? JSONValue(parsing: plain ?? bytes),
            let struck = struck(value)
        else { return plain }
        return struck.bytes
    }

    private func struck(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .string(let text):
            let bytes = Array(text.utf8)
            return Self.replaced(bytes, found(in: bytes, atLeast: Self.leastInData))
                .map { .string(String(decoding: $0, as: UTF8.self)) }
        case .array(let values):
            let new = values.map(struck)
            return new.contains { $0 != nil } ? .array(zip(values, new).map { $1 ?? $0 }) : nil
        case .object(let members):
            let new = members.map { struck($0.value) }
            guard new.contains(where: { $0 != nil }) else { return nil }
            return .object(zip(members, new).map { JSONValue.Member($0.name, $1 ?? $0.value) })
        default: return nil
        }
    }

    /// The ranges of secrets. Short ones count only as words of their own.
    private func found(in bytes: [UInt8], atLeast least: Int = 0) -> [Range<Int>] {
        // A form as long as a piece is there only if one of its pieces is.
        let mayBeLong = bytes.withUnsafeBufferPointer { box.content.pieces.occur(in: $0) }
        let sought = box.content.forms.filter { $0.count >= least && (mayBeLong || $0.count < Self.leastInData) }
        guard !sought.isEmpty else { return [] }
        let folded = bytes.map(SecretForms.folded)
        return sought.flatMap { form in
            folded.places(of: form).filter { range in
                form.count >= 8
                    || !(folded[..<range.lowerBound].last.map(SecretForms.isWord) ?? false)
                        && !(folded[range.upperBound...].first.map(SecretForms.isWord) ?? false)
            }
        }
    }

    /// The bytes with stars in place of the ranges; `nil` if there are no ranges.
    private static func replaced(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> [UInt8]? {
        guard !ranges.isEmpty else { return nil }
        var result: [UInt8] = []
        var end = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > end {
            // Ranges that touch or overlap become one.
            if range.lowerBound > end || result.isEmpty {
                result += bytes[end..<max(end, range.lowerBound)]
                result += stars.utf8
            }
            end = range.upperBound
        }
        return result + bytes[end...]
    }
}

extension [UInt8] {
    /// Where a form stands, from left to right, without overlaps. Every answer is searched for every form, and the
    /// standard library's `ranges(of:)` is generic code that takes many times as long.
    fileprivate func places(of form: [UInt8]) -> [Range<Int>] {
        guard let first = form.first else { return [] }
        var places: [Range<Int>] = []
        var start = 0
        while start + form.count <= count, let found = self[start...(count - form.count)].firstIndex(of: first) {
            let end = found + form.count
            if self[found..<end].elementsEqual(form) {
                places.append(found..<end)
                start = end
            } else {
                start = found + 1
            }
        }
        return places
    }
}

extension KnownSecrets: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Three stars.
    public var description: String { Self.stars }
    /// Three stars.
    public var debugDescription: String { Self.stars }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
