/// The known shapes of this API's error bodies.
public enum SandboxErrorShape: Int, Sendable, CaseIterable {
    /// `{"error":{"code":404,"message":"…","details":[]}}`
    case numbered = 1
    /// `{"success":false,"error":{"code":"NOT_FOUND",…},"meta":{…}}`
    case enveloped = 2
    /// `{"code":"NOT_FOUND","message":"…"}`
    case bare = 3
    /// An HTML page, as from a gateway in front of the API.
    case html = 4
}
