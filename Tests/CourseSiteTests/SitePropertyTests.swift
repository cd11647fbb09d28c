import Diagnostics
import Foundation
import Testing

@testable import CourseSite

/// What holds for every site.
struct SitePropertyTests {
    @Test(arguments: Fixture.sound)
    func everyAddressLeadsSomewhere(_ fixture: Fixture) throws {
        #expect(LinkChecker(try BuiltSite(try fixture.files()).files).broken == [])
    }

    @Test(arguments: Fixture.sound)
    func idsAreUnique(_ fixture: Fixture) throws {
        for (path, page) in try BuiltSite(try fixture.files()).pages {
            #expect(Set(page.ids).count == page.ids.count, "\(path): \(page.ids)")
        }
    }

    /// Who switches the language and back is where they were.
    @Test(arguments: Fixture.sound)
    func languageLinksAreMutual(_ fixture: Fixture) throws {
        let site = try BuiltSite(try fixture.files())
        for (path, page) in site.pages {
            for link in page.tags("a", class: "language") {
                guard let href = link["href"], let target = Self.follow(href, from: path) else { continue }
                let back = site.page(target).tags("a", class: "language").compactMap {
                    $0["href"].flatMap { Self.follow($0, from: target) }
                }
                #expect(back.contains(path), "\(path) → \(target)")
            }
        }
    }

    private static func follow(_ href: String, from path: String) -> String? {
        var parts = path.split(separator: "/").dropLast()
        for part in href.removingPercentEncoding?.split(separator: "/") ?? [] {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    @Test(arguments: Fixture.sound)
    func anyNumberOfThreadsMakesTheSameBytes(_ fixture: Fixture) throws {
        let files = try fixture.files()
        #expect(try BuiltSite(files, jobs: 1).files == BuiltSite(files, jobs: 8).files)
    }

    @Test(arguments: Fixture.all)
    func anyNumberOfThreadsFindsTheSame(_ fixture: Fixture) throws {
        #expect(try fixture.build(jobs: 1).diagnostics == fixture.build(jobs: 8).diagnostics)
    }

    @Test(arguments: Fixture.all)
    func diagnosticsAreToldOnceInReadingOrder(_ fixture: Fixture) throws {
        let diagnostics = try fixture.build().diagnostics
        #expect(diagnostics == diagnostics.inReadingOrder())
        #expect(diagnostics.allSatisfy { $0.location != nil }, "every mistake has a place")
    }
}
