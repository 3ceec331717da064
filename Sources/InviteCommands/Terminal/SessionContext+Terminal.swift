import CurlMulti
import InvitationImporter

extension SessionContext {
    /// The context of a command at the terminal: Ctrl-C and its like stop the work, and its progress is shown.
    ///
    /// - Parameters:
    ///   - style: How progress is shown, if at all.
    ///   - words: Makes a line of a progress.
    ///   - json: Makes an object of it.
    ///   - log: Where each exchange is shown; `nil` for nowhere.
    init(
        _ style: ProgressStyle, words: @escaping @Sendable (Progress, _ width: Int) -> String,
        json: @escaping @Sendable (Progress) -> String, log: ExchangeLog?
    ) {
        let place = ProgressPlace()
        self.init(
            interruptions: { Interruptions.signals }, show: { place.display?.update($0) },
            observe: log.map { log in { log.take($0) } })
        begin = { wakeUp in
            Interruptions.catchSignals(waking: wakeUp.writeEnd)
            place.display = ProgressDisplay(style, words: words, json: json)
        }
        end = {
            place.display?.finish()
            place.display = nil
            Interruptions.release()
        }
    }

    /// Where the display of the work under way is.
    private final class ProgressPlace {
        var display: ProgressDisplay?
    }
}
