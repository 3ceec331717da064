// swift-tools-version: 6.2
import PackageDescription

// The sandbox brings a server framework whose first build takes minutes. Sanitizer builds and quick rounds of work
// leave it out with K0RDENT_WITHOUT_SANDBOX=1; everything a user installs is then still built.
let withSandbox = Context.environment["K0RDENT_WITHOUT_SANDBOX"] == nil

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "k0rdent-invite",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "CurlMulti", targets: ["CurlMulti"]),
        .library(name: "InvitationImporter", targets: ["InvitationImporter"]),
        .executable(name: "k0rdent-invite", targets: ["k0rdent-invite"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .target(name: "CurlMulti", dependencies: ["CCurl"], swiftSettings: strict),
        .target(
            name: "InvitationImporter",
            dependencies: [
                "CurlMulti",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .target(name: "CArguments"),
        .target(
            name: "InviteCommands",
            dependencies: [
                "CArguments", "CurlMulti", "InvitationImporter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "k0rdent-invite", dependencies: ["InviteCommands"], swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "CurlMultiTests", dependencies: ["CurlMulti", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "InvitationImporterTests",
            dependencies: [
                "InvitationImporter", "CurlMulti", "TestSupport",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "InviteCommandsTests",
            dependencies: [
                "InviteCommands", "InvitationImporter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

if withSandbox {
    package.products.append(.executable(name: "k0rdent-sandbox", targets: ["k0rdent-sandbox"]))
    package.dependencies += [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0", traits: []),
        // Hummingbird brings these, and its server speaks in their types.
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.80.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.6.0"),
    ]
    package.targets += [
        .target(
            name: "InvitationSandbox",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "k0rdent-sandbox",
            dependencies: [
                "InvitationSandbox", "InviteCommands",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(name: "InvitationSandboxTests", dependencies: ["InvitationSandbox"], swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["InvitationImporter", "k0rdent-invite", "k0rdent-sandbox", "TestSupport"],
            exclude: ["Snapshots"], swiftSettings: strict),
    ]
}

// libFuzzer brings a main function of its own, so only this one can be built with --sanitize=fuzzer.
if Context.environment["K0RDENT_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "FuzzReaders",
            dependencies: ["InvitationImporter", .product(name: "SystemPackage", package: "swift-system")],
            path: "Tests/FuzzReaders", swiftSettings: strict))
}
