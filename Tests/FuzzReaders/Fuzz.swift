import InvitationImporter
import SystemPackage

/// What libFuzzer calls with bytes of its own making: the first two choose options, the rest is a file of people.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard bytes.count >= 2 else { return -1 }
    let options = FuzzedOptions.options(bytes[0], bytes[1])
    readWholeAndInPieces(Array(bytes[2...]), options.reading)
    plan(Array(bytes[2...]), options)
    planInBothLanes(Array(bytes[2...]), options)
    return 0
}

/// However the bytes are cut, the same people come of them, or the same error.
private func readWholeAndInPieces(_ bytes: [UInt8], _ options: ReadingOptions) {
    let whole = Result { () throws(InputError) in try records(bytes, bytes.count, options) }
    let pieces = Result { () throws(InputError) in try records(bytes, 1, options) }
    precondition(whole == pieces, "what is read depends on where the bytes were cut")
}

private func records(
    _ bytes: [UInt8], _ pieceBytes: Int, _ options: ReadingOptions
) throws(InputError) -> [Record] {
    var reader = try InputReader(ByteSource(bytes, name: "fuzz", pieceBytes: pieceBytes), options: options)
    var records: [Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
}

/// Whether rows are taken from their bytes makes no difference.
private func planInBothLanes(_ bytes: [UInt8], _ options: ImportOptions) {
    let slow = Result { () throws in try lines(bytes, options, .slow) }
    let fast = Result { () throws in try lines(bytes, options, .fast(after: 0)) }
    compare(slow, fast)
    compare(fast, Result { () throws in try lines(bytes, options, .fast(after: 0, alone: 0)) })
}

private func compare(_ one: Result<[String], any Error>, _ other: Result<[String], any Error>) {
    switch (one, other) {
    case (.success(let one), .success(let other)): precondition(one == other, "the lanes differ")
    case (.failure(let one), .failure(let other)): precondition("\(one)" == "\(other)", "the lanes fail differently")
    default: preconditionFailure("one lane fails")
    }
}

private func lines(_ bytes: [UInt8], _ options: ImportOptions, _ lane: LaneChoice) throws -> [String] {
    var options = options
    options.lane = lane
    // Three times the same, so that the second reading of a value is met.
    let head = bytes.firstIndex(of: 0x0A).map { bytes[($0 + 1)...] } ?? []
    let input = PlanInput(name: "fuzz", path: try FuzzedFile.write(bytes + head + head))
    var lines: [String] = []
    lines.append(try Planner([input], options).plan { lines.append($0.json.serialized) }.json.serialized)
    return lines
}

/// Every row is planned, once, and can be written down and read again.
private func plan(_ bytes: [UInt8], _ options: ImportOptions) {
    var rows = 0
    do {
        let input = PlanInput(name: "fuzz", path: try FuzzedFile.write(bytes))
        let plan = try Planner([input], options).plan { row in
            rows += 1
            precondition(row.number == rows, "a row is out of place")
            let back = try PlannedRow(JSONValue(parsing: row.json.bytes))
            precondition(back == row, "a row of the plan is not what it was")
        }
        precondition(plan.rows == rows, "rows are lost")
        precondition(plan.invitations + plan.duplicates + plan.invalid + plan.skipped == rows, "it does not add up")
    } catch let error as InputError {
        precondition(Printable.escape(error.description) == error.description, "an error can steer a terminal")
    } catch {
        preconditionFailure("not an error about the input: \(error)")
    }
}
