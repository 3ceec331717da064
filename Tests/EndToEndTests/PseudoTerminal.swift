import Foundation
import Synchronization

/// A terminal with a test in front of it.
final class PseudoTerminal: Sendable {
    /// The device that a program gets as its terminal.
    let path: String
    private let master: Int32
    /// Held open, so that what a program said last can be read after its end.
    private let device: Int32
    private let seen = Mutex<[UInt8]>([])
    private let isOpen = Mutex(true)

    init(columns: Int = 80) throws {
        var (master, device): (Int32, Int32) = (0, 0)
        var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &device, nil, nil, &size) == 0, let name = ttyname(device) else {
            throw RunningTool.Failure.notStarted("openpty", errno)
        }
        path = String(cString: name)
        self.master = master
        self.device = device
        for descriptor in [master, device] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
    }

    deinit { hangUp() }

    /// Closes the window: every process on this terminal gets SIGHUP. Nothing can be seen or typed any more.
    func hangUp() {
        isOpen.withLock { isOpen in
            guard isOpen else { return }
            isOpen = false
            close(device)
            close(master)
        }
    }

    /// Everything that was shown so far.
    var screen: String {
        seen.withLock { seen in
            var piece = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(master, &piece, piece.count)
                guard count > 0 else { break }
                seen += piece[..<count]
            }
            return String(decoding: seen, as: UTF8.self)
        }
    }

    /// The words that were shown so far, however long the lines are.
    var words: String { screen.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Types something; `\n` is the return key, `\u{3}` Ctrl-C.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Waits for the end of a program, looking at the screen all the while.
    func finish(_ tool: RunningTool) async throws -> EndedTool {
        try await eventually("the program's end", within: .seconds(240)) {
            _ = screen
            return tool.hasEnded
        }
        return try await tool.finish()
    }
}
