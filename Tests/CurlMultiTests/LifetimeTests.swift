import CurlMulti
import Foundation
import TestSupport
import Testing

/// Transports give back what they took.
struct LifetimeTests {
    @Test(arguments: [1, 16]) func closingEndsWhatIsUnderWay(slots: Int) throws {
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
            connection.waitForClose()
        }
        defer { server.stop() }
        try withTransport(.plain(slots: slots)) { transport, _ throws in
            for tag in 0..<slots { transport.start(HTTPRequest(.post, server.url, body: [1, 2]), tag: tag) }
            let deadline = transport.now + .seconds(20)
            while server.requests < slots && transport.now < deadline {
                let ended = try transport.poll(until: transport.now + .milliseconds(1))
                #expect(ended.isEmpty)
            }
            #expect(server.requests == slots)
            #expect(server.openConnections == slots)
            transport.close()
            #expect(transport.freeSlots == 0)
            // A second close does nothing, and a closed transport says so instead of touching freed memory.
            transport.close()
            #expect(throws: TransportFailure.self) { try transport.poll(until: transport.now) }
        }
    }

    @Test func noSlotsMeansOne() throws {
        try withServer { connection in
            while connection.readRequest() != nil { connection.answer(200) }
        } _: { _, server in
            try withTransport(.plain(slots: 0)) { transport, _ throws in
                #expect(transport.freeSlots == 1)
                let exchange = try transport.exchange(HTTPRequest(.get, server.url))
                #expect(exchange?.status == 200)
            }
        }
    }

    #if os(Linux)
        @Test func twoHundredTransportsLeaveNoDescriptor() async throws {
            // A process of its own: other tests open descriptors of theirs.
            await #expect(processExitsWith: .success) {
                try openAndClose(1)
                let before = try heldDescriptors()
                try openAndClose(200)
                #expect(try heldDescriptors() == before)
            }
        }
    #endif
}

/// Opens and closes transports, each with an exchange that ended, one under way and one not begun.
private func openAndClose(_ times: Int) throws {
    let server = try RawServer { connection in
        guard connection.readRequest() != nil else { return }
        connection.answer(200)
        connection.waitForClose()
    }
    defer { server.stop() }
    for _ in 0..<times {
        try withTransport(.plain(slots: 3)) { transport, _ throws in
            #expect(try transport.exchange(HTTPRequest(.get, server.url))?.status == 200)
            transport.start(HTTPRequest(.post, server.url, body: [1]), tag: 1)
            _ = try transport.poll(until: transport.now)
            transport.start(HTTPRequest(.post, server.url, body: [2]), tag: 2)
        }
    }
}

#if os(Linux)
    /// How many sockets are open, and how many ends of pipes that have both their ends in this process.
    ///
    /// A transport's wake-up is such a pipe. One that leads to another process is not ours: a sanitizer, for one,
    /// starts a program that finds names for addresses, whenever it comes to need them.
    private func heldDescriptors() throws -> [String: Int] {
        let folder = "/proc/self/fd/"
        // The folder itself is among them, and gone by the time its link is read.
        let targets = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: folder + $0)
        }
        let pipes = Dictionary(grouping: targets.filter { $0.hasPrefix("pipe:") }) { $0 }
        return [
            "sockets": targets.count { $0.hasPrefix("socket:") },
            "pipe ends": pipes.values.filter { $0.count > 1 }.joined().count,
        ]
    }
#endif
