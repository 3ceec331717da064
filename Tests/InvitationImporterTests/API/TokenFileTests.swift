import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// A token comes from a file, or from a pipe that gives one; nothing waits for ever.
struct TokenFileTests {
    private let folder: TemporaryFolder
    private let pipe: FilePath

    init() throws {
        folder = try TemporaryFolder()
        pipe = folder.path.appending("pipe")
        guard mkfifo(pipe.string, 0o600) == 0 else { throw Errno(rawValue: errno) }
    }

    private func source(_ path: FilePath) throws(Token.Missing) -> TokenSource {
        try TokenSource.find(file: path.string, command: nil, environment: [:]).source
    }

    @Test func aFileIsReadAgain() throws {
        let file = try folder.write("token", "fake-token\n")
        chmod(file.string, 0o600)
        #expect(try source(file) == .file(file))
    }

    @Test func aPipeIsReadOnceAndToItsEnd() throws {
        Thread.detachNewThread { [pipe] in
            guard let end = try? FileDescriptor.open(pipe, .writeOnly) else { return }
            for piece in ["{\"access_token\":", "\"fake-token\"", "}\n"] { _ = try? end.writeAll(piece.utf8) }
            try? end.close()
        }
        #expect(try source(pipe) == .fixed(Token("fake-token", from: "")))
    }

    @Test func aPipeOfTheShellsWorksByItsNumber() throws {
        var ends: [Int32] = [0, 0]
        #expect(Foundation.pipe(&ends) == 0)
        _ = try FileDescriptor(rawValue: ends[1]).writeAll("fake-token\n".utf8)
        close(ends[1])
        defer { close(ends[0]) }
        #expect(try source(FilePath("/dev/fd/\(ends[0])")) == .fixed(Token("fake-token", from: "")))
    }

    @Test func aPipeWithoutAWriterEndsInAnErrorInTime() throws {
        let began = ContinuousClock.now
        let error = #expect(throws: Token.Missing.self) { try source(pipe) }
        #expect(error?.description.contains("gave no token within 10 s") == true)
        #expect(ContinuousClock.now - began < .seconds(30))
    }

    @Test func whatGivesNothingIsRefusedAtOnce() throws {
        for (path, words) in [("/dev/null", "no file"), (folder.path.string, "cannot be read")] {
            let error = #expect(throws: Token.Missing.self) { try source(FilePath(path)) }
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
            #expect(error?.description.contains("chmod") == false)
        }
    }

    @Test func aPipeThatEverybodyMayReadIsRefused() throws {
        chmod(pipe.string, 0o644)
        let end = try FileDescriptor.open(pipe, .readWrite)
        _ = try end.writeAll("fake-token\n".utf8)
        defer { try? end.close() }
        let error = #expect(throws: Token.Missing.self) { try source(pipe) }
        #expect(error?.description.contains("chmod 600") == true, "\(error?.description ?? "")")
    }
}
