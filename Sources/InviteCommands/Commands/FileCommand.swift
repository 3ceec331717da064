/// A command that takes files.
protocol FileCommand: InviteSubcommand {
    var input: InputOptions { get set }
}

extension ImportCommand: FileCommand {}
extension CheckCommand: FileCommand {}
extension ConvertCommand: FileCommand {}
