/// The inputs that plans have rows of.
struct UsedInputs {
    /// The inputs that rows have their place in, with the byte of the first of these rows in each plan.
    private(set) var starts: [[Int: Int]] = []
    /// The inputs that rows were read from. These are the same, or the inputs of corrections.
    private(set) var sources: Set<Int> = []

    /// The inputs that rows have their place in.
    var places: Set<Int> { Set(starts.flatMap(\.keys)) }

    /// Reads a plan through.
    init(_ plan: PlanFile) throws(RunError) {
        try self.init([plan])
    }

    /// Reads plans through that have the same inputs. If that is only one, they are not read.
    init(_ plans: [PlanFile]) throws(RunError) {
        for plan in plans {
            var plan = plan.fromFirstRow
            if plan.header.inputs.count == 1 {
                starts.append([0: plan.offset])
                sources = [0]
                continue
            }
            var found: [Int: Int] = [:]
            var start = plan.offset
            while let row = try plan.next() {
                if found[row.place.input] == nil { found[row.place.input] = start }
                sources.insert(row.correction?.place.input ?? row.place.input)
                start = plan.offset
            }
            starts.append(found)
        }
    }
}
