import Testing

@testable import InvitationImporter

struct CoverageMarkTests {
    @Test func whatWasPassedIsRecorded() {
        let (value, passed) = CoverageMark.recording {
            CoverageMark.quotaFull.pass()
            CoverageMark.quotaFull.pass()
            return 7
        }
        #expect(value == 7)
        #expect(passed == [.quotaFull])
    }

    @Test func whatIsPassedOutsideCountsForNobody() {
        CoverageMark.quotaFull.pass()
        let (_, passed) = CoverageMark.recording {}
        CoverageMark.quotaFull.pass()
        #expect(passed.isEmpty)
    }

    @Test func anInnerRecordingCountsForTheOuterOne() {
        let (inner, outer) = CoverageMark.recording {
            CoverageMark.quotaFull.pass()
            return CoverageMark.recording { CoverageMark.breakerOpened.pass() }.passed
        }
        #expect(inner == [.breakerOpened])
        #expect(outer == [.breakerOpened, .quotaFull])
    }

    @Test func whatWasPassedBeforeAnErrorCountsForTheOuterOne() {
        let (_, outer) = CoverageMark.recording {
            try? CoverageMark.recording {
                CoverageMark.quotaFull.pass()
                throw CancellationError()
            }.value
        }
        #expect(outer == [.quotaFull])
    }

    @Test func testsBesideEachOtherDoNotSeeEachOther() async {
        await withTaskGroup { group in
            for mark in CoverageMark.allCases {
                group.addTask {
                    let (_, passed) = CoverageMark.recording {
                        for _ in 0..<1000 { mark.pass() }
                    }
                    #expect(passed == [mark])
                }
            }
        }
    }

    @Test func aDemandFailsIfTheBranchWasNotMet() {
        demand(.quotaFull, butNot: [.breakerOpened]) { CoverageMark.quotaFull.pass() }
        withKnownIssue { demand(.breakerOpened) { CoverageMark.quotaFull.pass() } }
        withKnownIssue { demand(butNot: [.quotaFull]) { CoverageMark.quotaFull.pass() } }
    }
}
