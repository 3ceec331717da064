/// The inputs that a plan has rows of.
struct UsedInputs {
    /// The inputs that rows have their place in.
    private(set) var places: Set<Int> = []
    /// The inputs that rows were read from. These are the same, or the inputs of corrections.
    private(set) var sources: Set<Int> = []

    /// Reads a plan through. A plan with one input is not read.
    init(_ plan: PlanFile) throws(RunError) {
        var plan = plan.fromFirstRow
        if plan.header.inputs.count == 1 {
            (places, sources) = ([0], [0])
            return
        }
        while let row = try plan.next() {
            places.insert(row.place.input)
            sources.insert(row.correction?.place.input ?? row.place.input)
        }
    }
}
