/// The faults that one request meets. They depend only on the seed and the request's number.
package struct InjectedFault: Sendable, Equatable {
    /// How long the whole answer takes.
    package var latency: Duration
    /// The server error that this request meets, if any.
    package var errorStatus: Int?
    /// Whether the error comes after the server has acted.
    package var errorAfterActing: Bool
    /// Whether somebody else invites the same address first.
    package var otherFirst: Bool
    /// Whether that person gives the same roles and groups.
    package var otherAgrees: Bool

    /// Draws the faults of request `number`, counted from 1.
    package init(_ configuration: SandboxConfiguration, number: Int) {
        var generator = SplitMix64(seed: configuration.seed, number: number)
        let range = configuration.latency
        latency = range.lowerBound + (range.upperBound - range.lowerBound) * generator.unit()
        let draw = generator.unit()
        var reached = 0.0
        for (status, share) in configuration.errorShare.sorted(by: { $0.key < $1.key }) where errorStatus == nil {
            reached += share
            if draw < reached { errorStatus = status }
        }
        errorAfterActing = generator.unit() < configuration.errorsAfterActing
        otherFirst = generator.unit() < configuration.otherAdministratorShare
        otherAgrees = generator.next() & 1 == 0
    }
}
