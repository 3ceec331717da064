/// What the lane makes of a row that it knows.
extension RowLane {
    /// What the checks would say about a row that is known.
    ///
    /// - Parameter address: The row's address.
    func checked(_ sight: Sight, _ address: LaneAddress, _ row: Int, _ batch: CellBatch) -> CheckedRow {
        let template = templates[sight.template]
        var checked = template.checked
        if checked.invitation != nil { checked.invitation = invitation(of: template, address, row, batch) }
        if checked.leavesOut != nil { checked.leavesOut = address.key }
        if let like = checked.person {
            checked.person = NamedPerson(
                email: String(decoding: batch.cell(row, columns.email), as: UTF8.self),
                name: columns.nameParts.isEmpty ? like.name : name(row, batch) ?? "")
        }
        return checked
    }

    /// The invitation of a row with this address.
    func invitation(of template: RowTemplate, _ address: LaneAddress, _ row: Int, _ batch: CellBatch) -> Invitation {
        let key = String(decoding: template.prefix, as: UTF8.self) + address.key
        let like = template.checked.invitation
        return Invitation(
            organization: like?.organization ?? "",
            email: String(decoding: batch.cell(row, columns.email), as: UTF8.self), key: InvitationKey(text: key),
            roles: like?.roles ?? [], groups: like?.groups ?? [], message: message(of: template, row, batch),
            name: columns.nameParts.isEmpty ? like?.name : name(row, batch))
    }

    /// The message of a row that was just looked at.
    func message(of template: RowTemplate, _ row: Int, _ batch: CellBatch) -> String? {
        guard template.hasOwnMessage, let column = columns.message else { return template.checked.invitation?.message }
        return String(decoding: batch.cell(row, column), as: UTF8.self)
    }

    /// The hash of the key of a row that was just looked at.
    func keyHash(_ sight: Sight) -> KeyHash { address.keyHash(behind: templates[sight.template].prefix) }

    private func name(_ row: Int, _ batch: CellBatch) -> String? {
        for places in columns.nameParts {
            let parts = places.map { batch.cell(row, $0) }.filter { !$0.isEmpty }
            if parts.isEmpty { continue }
            return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        }
        return nil
    }
}
