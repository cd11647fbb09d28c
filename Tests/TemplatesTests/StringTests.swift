import Templates
import Testing

struct StringTests {
    @Test(arguments: [
        ("Suivant & fin", "Suivant &amp; fin"),
        ("Session n° {{number}} sur {{title}}", "Session n° 2 sur &lt;5&gt;"),
        (#"<b> "{{number}}""#, "&lt;b&gt; &quot;2&quot;"),
        ("{{#isHome}}Accueil{{/isHome}}{{^isHome}}Page {{number}}{{/isHome}}", "Page 2"),
        ("{{#links}}{{title}}, {{/links}}fin", "A, fin"),
        ("a{{! for translators }}b", "ab"),
        ("", ""),
    ])
    func aStringIsALittleTemplate(_ string: String, _ expected: String) {
        let theme = ExampleTheme(["page": "<p title=\"{{strings.label}}\">"], strings: ["label": string])
        #expect(theme.report == "")
        let text = theme.render { page, record in
            record[page.number] = "2"
            record[page.title] = "<5>"
            record[page.links] = [page.link.record("A", "a.html")]
        }
        #expect(text == "<p title=\"\(expected)\">")
    }

    @Test func aStringIsReadWhereItIsUsed() {
        let theme = ExampleTheme(
            ["page": "{{#links}}{{strings.nav.go-to}} {{/links}}{{strings.nav.go-to}}"], strings: ["nav.go-to": "→ {{title}}"])
        #expect(theme.report == "")
        let text = theme.render { page, record in
            record[page.title] = "page"
            record[page.links] = [page.link.record("link", "")]
        }
        #expect(text == "→ link → page")
    }

    @Test func whatIsNotUsedIsNamed() {
        let theme = ExampleTheme(
            ["page": "{{#isHome}}{{strings.home}}{{>used}}{{/isHome}}", "used": "", "unused": "{{strings.lost}}{{whatever}}"],
            strings: ["home": "", "lost": "", "other": ""])
        #expect(theme.report == "")
        #expect(theme.library.unusedStrings == ["lost", "other"])
        #expect(theme.library.unusedSources == ["unused"])
    }
}
