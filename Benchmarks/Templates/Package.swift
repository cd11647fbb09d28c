// swift-tools-version: 6.1
import PackageDescription

/// A package of its own, so that nobody who builds Lutrin has to build what it is compared with.
let package = Package(
    name: "TemplateRace",
    dependencies: [
        .package(name: "lutrin", path: "../.."),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        .executableTarget(
            name: "TemplateRace",
            dependencies: [
                .product(name: "Templates", package: "lutrin"),
                .product(name: "Mustache", package: "swift-mustache"),
            ])
    ]
)
