// swift-tools-version: 6.1
import PackageDescription

/// A package of its own: the generator as a library, in a process that stays.
let package = Package(
    name: "WarmSite",
    dependencies: [.package(name: "lutrin", path: "../..")],
    targets: [.executableTarget(name: "WarmSite", dependencies: [.product(name: "CourseSite", package: "lutrin")])]
)
