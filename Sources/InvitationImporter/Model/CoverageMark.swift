#if DEBUG
    import Synchronization
#endif

/// A branch of the code that a test is about. The test can demand that the code took it.
///
/// A test of a rare branch may pass for another reason: for example, the row never waited for its second reading. So
/// the branch passes its mark, and the test demands that mark:
///
///     CoverageMark.breakerOpened.pass()
///
/// Only debug builds record marks, and only for the test that asks. In a release build `pass` is empty. To add a mark,
/// add a case here, named after what has happened.
enum CoverageMark: String, CaseIterable, Sendable {
    /// There was so much trouble in a row that only probes go out.
    case breakerOpened
    /// A refusal of a request that was under way when the pause for another refusal began.
    case refusalCovered
    /// A quota's window is full.
    case quotaFull
    /// An attempt in doubt is looked up in the list.
    case doubtSettled
    /// An attempt in doubt is sent again.
    case doubtSentAgain
    /// A refusal, or a success that is not understood, is looked up in the list.
    case refusalSettled
    /// The list proved that an attempt made nothing.
    case absenceProved
    /// A person was missing in one reading and waits for another.
    case secondReading
    /// An entry of the list may be a person who waits, in another spelling.
    case similarEntry
    /// A list was read in vain so often that no more are read.
    case settlingHopeless
    /// An attempt that an earlier start left in doubt is taken up.
    case doubtResumed
    /// A row in doubt is left as it was.
    case doubtLeft
    /// A row was taken from its bytes, without the checks.
    case rowTakenFromBytes
    /// An input was planned without a second reading.
    case inputReadOnce

    /// Records that the code came by here.
    @inline(__always)
    func pass() {
        #if DEBUG
            Self.record?.insert(self)
        #endif
    }
}

#if DEBUG
    extension CoverageMark {
        /// The marks that one piece of work passed.
        private final class Passed: Sendable {
            private let marks = Mutex<Set<CoverageMark>>([])

            var all: Set<CoverageMark> { marks.withLock { $0 } }

            func insert(_ mark: CoverageMark) {
                marks.withLock { _ = $0.insert(mark) }
            }
        }

        /// Tests run beside each other in one process, so each has its own record.
        @TaskLocal private static var record: Passed?

        /// The marks that some work passed, on this thread or in tasks that it starts and waits for.
        ///
        /// Recordings may be nested. What the inner one passes counts for the outer one as well.
        static func recording<Value>(_ work: () throws -> Value) rethrows -> (value: Value, passed: Set<CoverageMark>) {
            let (around, inner) = (record, Passed())
            defer { inner.all.forEach { around?.insert($0) } }
            let value = try $record.withValue(inner, operation: work)
            return (value, inner.all)
        }
    }
#endif
