// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target imports internally unless it says otherwise: what a target shows of its dependencies is deliberate.
let strict: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault")]

/// A C library of the system: a module map and nothing else.
func system(_ name: String, pkgConfig: String? = nil, apt: String...) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(apt)])
}

let package = Package(
    name: "lutrin",
    products: [
        .executable(name: "lutrin", targets: ["lutrin"]),
        .executable(name: "lutrin-preview", targets: ["lutrin-preview"]),
        // For Benchmarks/Templates.
        .library(name: "Templates", targets: ["Templates", "Diagnostics"]),
        // For Benchmarks/Warm.
        .library(name: "CourseSite", targets: ["CourseSite", "Diagnostics"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        system("CCMarkGFM", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-dev", "libcmark-gfm-extensions-dev"),
        system("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
        system("CZip", pkgConfig: "libzip", apt: "libzip-dev"),
        system("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
        system("CXXHash", pkgConfig: "libxxhash", apt: "libxxhash-dev"),
        system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
        system("CMimalloc", apt: "libmimalloc-dev"),
        .target(name: "CLutrin", linkerSettings: [.linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),

        .target(name: "Diagnostics", dependencies: ["HTMLBytes"], swiftSettings: strict),
        .target(name: "CByteScan"),
        .target(name: "HTMLBytes", dependencies: ["CByteScan"], swiftSettings: strict),
        .target(name: "CommonMark", dependencies: ["HTMLBytes", "CCMarkGFM", "CLutrin"], swiftSettings: strict),
        .target(name: "Templates", dependencies: ["Diagnostics", "HTMLBytes"], swiftSettings: strict),
        .target(
            name: "CourseSite",
            dependencies: [
                "Diagnostics", "HTMLBytes", "CommonMark", "Templates", "CLutrin", "CYAML", "CZip", "CDeflate", "CExpat", "CXXHash",
            ],
            swiftSettings: strict),
        .target(
            name: "Console",
            dependencies: [
                "CourseSite", "Diagnostics", "CLutrin", "CMimalloc", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "SitePreview",
            dependencies: [
                "CourseSite", "Diagnostics", "HTMLBytes", "CLutrin",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            resources: [.embedInCode("Assets")],
            swiftSettings: strict),
        .executableTarget(
            name: "lutrin",
            dependencies: [
                "Console", "CourseSite", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "lutrin-preview",
            dependencies: [
                "Console", "CourseSite", "Diagnostics", "SitePreview",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "HTMLBytesTests", dependencies: ["HTMLBytes"], swiftSettings: strict),
        .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"], swiftSettings: strict),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Diagnostics"], swiftSettings: strict),
        .testTarget(
            name: "SitePreviewTests",
            dependencies: ["SitePreview", "CourseSite", "Diagnostics", .product(name: "NIOHTTP1", package: "swift-nio")],
            swiftSettings: strict),
        .testTarget(
            name: "CourseSiteTests", dependencies: ["CourseSite", "CommonMark", "Diagnostics", "HTMLBytes", "Templates"],
            exclude: ["Corpus", "Fixtures", "Media/Samples"], swiftSettings: strict),
    ]
)
