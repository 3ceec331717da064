import CurlMulti

/// How a pace comes back after it fell: fast at first, gently near the pace that last held, and on from there ever
/// bolder.
///
/// It is the curve of CUBIC (RFC 9438), a cube whose flat middle is the pace that held.
struct PaceCurve: Sendable {
    /// The pace to which it fell, in requests a second.
    let low: Double
    /// The pace that last held.
    let held: Double
    /// How long it takes to come back to that; above zero.
    let length: Duration

    /// The pace so long after the fall.
    func pace(after time: Duration) -> Double {
        let part = time / length - 1
        // From nearly nothing it goes on as if it had fallen by a sixth, or it would never probe.
        let depth = part < 0 ? held - low : max(held - low, held / 6)
        return held + depth * part * part * part
    }
}
