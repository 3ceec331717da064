#if DEBUG
    import Synchronization
#endif

/// A branch of the code that a test is about, so that the test can demand that it was met.
///
/// A test of a rare branch may pass for another reason: the row that was to wait for a second reading never waited. So
/// the branch says that it was passed, and the test demands its mark:
///
///     CoverageMark.breakerOpened.pass()
///
/// Only debug builds take note of it, and only for the test that asked; in a release build `pass` is empty. A new mark
/// is a new case here, named after what has happened there.
enum CoverageMark: String, CaseIterable, Sendable {
    /// So many troubles in a row that only probes go out.
    case breakerOpened
    /// A refusal of a request that was under way when the pause for another one began.
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

    /// Takes note that the code came by here.
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

        /// Tests run beside each other in one process: each has a record of its own.
        @TaskLocal private static var record: Passed?

        /// The marks passed by some work, on this thread or in tasks that it starts and waits for.
        ///
        /// Recordings may lie in each other: what the inner one passes counts for the outer one as well.
        static func recording<Value>(_ work: () throws -> Value) rethrows -> (value: Value, passed: Set<CoverageMark>) {
            let (around, inner) = (record, Passed())
            defer { inner.all.forEach { around?.insert($0) } }
            let value = try $record.withValue(inner, operation: work)
            return (value, inner.all)
        }
    }
#endif
