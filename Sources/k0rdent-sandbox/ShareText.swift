import ArgumentParser

/// A share of all cases, such as `5%` or `0.05`.
struct ShareText: ExpressibleByArgument, Equatable {
    let share: Double

    init?(argument: String) {
        let isPercentage = argument.hasSuffix("%")
        guard let number = Double(isPercentage ? String(argument.dropLast()) : argument) else { return nil }
        share = isPercentage ? number / 100 : number
        guard (0...1).contains(share) else { return nil }
    }
}

/// Shares of server errors, such as `500=5%,503=1%`.
struct ErrorSharesText: ExpressibleByArgument, Equatable {
    private(set) var shares: [Int: Double] = [:]

    init?(argument: String) {
        for part in argument.split(separator: ",") {
            let sides = part.split(separator: "=")
            guard sides.count == 2, let status = Int(sides[0]), (500...599).contains(status),
                let share = ShareText(argument: String(sides[1]))?.share
            else { return nil }
            shares[status] = share
        }
        guard shares.values.reduce(0, +) <= 1 else { return nil }
    }
}
