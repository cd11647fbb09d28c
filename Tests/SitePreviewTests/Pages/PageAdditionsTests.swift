import CourseSite
import Testing

@testable import SitePreview

/// The script comes first, and nothing else of a page is touched.
struct PageAdditionsTests {
    private func added(to page: String) -> (text: String, version: String) {
        let additions = PageAdditions(to: Array(page.utf8), at: OutputPath("fr/a.html"), translations: nil)
        return (String(decoding: additions.page, as: UTF8.self), additions.version)
    }

    private func script(_ version: String) -> String {
        #"<script src="/_lutrin/preview.js" defer data-page="fr/a.html" data-version="\#(version)"></script>"#
    }

    @Test func standBehindThePolicyWhichThenLetsThemHear() {
        let (text, version) = added(
            to:
                #"<!DOCTYPE html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"><script src="a.js" defer></script>"#
        )
        let policy = #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">"#
        #expect(text == "<!DOCTYPE html><head>\(policy)\(script(version))<script src=\"a.js\" defer></script>")
    }

    @Test func aPolicyOfItsOwnOnConnectionsIsWidened() {
        let (text, _) = added(
            to: #"<head><meta http-equiv="Content-Security-Policy" content="connect-src 'none'; script-src 'self'"></head>"#)
        #expect(text.contains(#"content="connect-src 'self' 'none'; script-src 'self'""#))
    }

    @Test(arguments: ["<!doctype html><p>A", "<!DOCTYPE html><p>A", "<!DOCTYPE html>\n<head lang=fr>", "<head><title>A</title>", "A", ""])
    func aPageWithoutPolicyOrHeadHasThemToo(_ page: String) {
        let (text, version) = added(to: page)
        #expect(text.contains(script(version)))
        #expect(text.replacing(script(version), with: "") == page)
        // Before its doctype, it would have the page laid out as of old.
        #expect(!page.hasPrefix("<!") || text.hasPrefix("<!"))
    }

    @Test func aPageThatLetsNoScriptRunStaysAsItIs() {
        let page =
            #"<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><meta http-equiv="refresh" content="0; url=b.html">"#
        #expect(added(to: page).text == page)
    }

    @Test func anotherPageIsAnotherVersion() {
        #expect(added(to: "a").version != added(to: "b").version)
        #expect(added(to: "a").version == added(to: "a").version)
    }
}
