/// Which inputs a plan has rows of.
struct UsedInputs {
    /// The inputs in whose places rows stand.
    private(set) var places: Set<Int> = []
    /// The inputs that rows were read from: these, or those of corrections.
    private(set) var sources: Set<Int> = []

    /// Goes through a plan; one that has just one input is not read.
    init(_ plan: PlanFile) throws(RunError) {
        var plan = plan.fromFirstRow
        if plan.header.inputs.count == 1 {
            (places, sources) = ([0], [0])
            return
        }
        while let row = try plan.next() {
            places.insert(row.input)
            sources.insert(row.correction?.input ?? row.input)
        }
    }
}
