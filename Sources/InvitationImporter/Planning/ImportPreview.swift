/// What a person sees before an import sends anything: the plan, what the server has, and what a run would do.
///
/// Every question to a person goes through it. It reads the inputs once, asks the server what it has, and reads the
/// inputs again to plan each row. It prints, sends and writes nothing.
public struct ImportPreview: Sendable {
    /// Asks the server what it has, about the people that the rows name.
    public typealias Preflight = (PreflightQuestion) throws -> PreflightResult

    /// The plan in numbers.
    public let plan: PlanSummary
    /// What a run would do now.
    public let run: RunPreview
    /// The result of asking the server.
    public let preflight: PreflightResult
    /// What chooses nobody; see ``ImportOptions/chosen``.
    public let missing: ChosenPeople.Missing
    /// Whether people were chosen, and none of them is in the inputs.
    public let choosesNobody: Bool

    /// Previews an import that keeps nothing.
    ///
    /// - Parameters:
    ///   - inputs: The inputs, which are read twice.
    ///   - options: What a person decided.
    ///   - journal: What happened before.
    ///   - first: How many mails may go out now; `nil` for all.
    ///   - preflight: Asks the server. It is called only if the journal leaves somebody unsettled. What it throws ends
    ///     the preview.
    ///   - everyRow: Whether `each` gets all rows, not only those of which there is something to say; default true.
    ///   - each: Gets the rows in order, and whether a request for it would go out now, without another question to the
    ///     server.
    /// - Throws: ``InputError``, ``OrganizationProblem`` if the server does not know the organization of the options,
    ///   or what the closures throw.
    public init(
        of inputs: [PlanInput], _ options: ImportOptions, _ journal: JournalState = JournalState(),
        first: Int? = nil, everyRow: Bool = true, preflight: Preflight = { _ in PreflightResult() },
        each: (PlannedRow, _ goesOut: Bool) throws -> Void = { _, _ in }
    ) throws {
        try self.init(of: inputs, options, journal, preflight: preflight) { planner, preflight in
            var run = RunPreview(first: first, chosen: options.chosen)
            func add(_ row: PlannedRow) throws {
                let goesOut = run.add(row, journal)
                try each(row, goesOut && preflight.hindrance == nil)
            }
            let needsEach = everyRow || first != nil || !journal.isEmpty
            let plan =
                needsEach
                ? try planner.plan(add) : try planner.plan(alike: { run.add($0, times: $1) }, add)
            return (plan, run)
        }
    }

    /// Does the same with a plan that the caller makes.
    init(
        of inputs: [PlanInput], _ options: ImportOptions, _ journal: JournalState, preflight: Preflight,
        plan: (Planner, PreflightResult) throws -> (PlanSummary, RunPreview)
    ) throws {
        let planner = try Planner(inputs, options)
        let asked = PreflightQuestion(organizations: planner.organizations, people: planner.people, journal)
        let found = asked.isAboutSomebody ? try preflight(asked) : PreflightResult()
        if let problem = OrganizationProblem(options, found.snapshot) { throw problem }
        let knowing = planner.knowing(found.snapshot, organizationsBefore: journal.organizations)
        (self.plan, run) = try plan(knowing, found)
        self.preflight = found
        var met = self.plan.met
        met.formUnion(run.met)
        missing = options.chosen.missing(met)
        choosesNobody = options.chosen.choosesNobody(missing)
    }

    /// Makes sure that there is an organization to invite somebody to.
    ///
    /// - Throws: ``OrganizationProblem/missing``
    public func requireOrganization() throws(OrganizationProblem) {
        if plan.invitations == 0, plan.findings[.organizationMissing] != nil { throw .missing }
    }
}
