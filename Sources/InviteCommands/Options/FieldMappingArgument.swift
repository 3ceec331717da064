import ArgumentParser
import InvitationImporter

/// `--map` on the command line.
struct FieldMappingArgument: ExpressibleByArgument, Hashable {
    let field: Field
    let mapping: FieldMapping

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let field = ColumnNames.field(named: String(parts[0])), parts[1] != ":" else {
            return nil
        }
        self.field = field
        mapping = FieldMapping(String(parts[1]))
    }
}
