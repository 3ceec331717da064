import InvitationImporter

/// What a person may have said on the command line, out of two bytes.
enum FuzzedOptions {
    static func options(_ first: UInt8, _ second: UInt8) -> ImportOptions {
        var options = ImportOptions()
        if first & 1 != 0 { options.organization = "acme" }
        if first & 2 != 0 { options.roles = ["viewer"] }
        if first & 4 != 0 { options.message = try? MessageTemplate("Hi {name} {email}") }
        if first & 8 != 0 { options.reading.mapping = [.email: .column("mail"), .roles: .fixed("x;y")] }
        let choice = Int(first >> 4)
        options.reading.format = InputFormat.allCases.dropFirst(choice).first
        options.reading.encoding = TextEncoding.allCases.dropFirst(Int(second) / 24).first
        options.reading.preset = Preset.all.dropFirst(Int(second)).first?.name
        return options
    }
}
