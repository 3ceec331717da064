import Testing

@testable import InvitationImporter

/// Runs a part of a test, and demands that it came by some branches of the code and not by others.
///
/// - Parameters:
///   - marks: Those to be passed.
///   - others: Those that must not be passed.
@discardableResult
func demand<Value>(
    _ marks: CoverageMark..., butNot others: Set<CoverageMark> = [], at location: SourceLocation = #_sourceLocation,
    _ work: () throws -> Value
) rethrows -> Value {
    let (value, passed) = try CoverageMark.recording(work)
    for mark in marks {
        #expect(passed.contains(mark), "\(mark) was never passed", sourceLocation: location)
    }
    for mark in passed.intersection(others) {
        Issue.record("\(mark) was passed", sourceLocation: location)
    }
    return value
}
