import ArgumentParser
import InvitationImporter

/// `--map` on the command line.
struct FieldMappingArgument: ExpressibleByArgument, Hashable {
    let field: Field
    let mapping: FieldMapping

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let field = ColumnNames.field(named: String(parts[0])) else { return nil }
        // A value of nothing for everybody makes sense only for what an invitation can do without.
        if parts[1] == ":", ![.message, .name, .organization].contains(field) { return nil }
        self.field = field
        mapping = FieldMapping(String(parts[1]))
    }
}
