import Foundation
import Testing

@testable import CourseSite
@testable import Templates

/// What `docs/` says of keys and names is printed from the tables that the program itself uses.
struct DocumentationTests {
    @Test func theKeysAreDocumented() throws {
        try checkDocument("site.md",
            """
            # Keys

            Printed from the tables by which the generator checks them; an unknown key is an error that names the nearest known one.

            ## site.yml

            \(YAMLKey.markdownTable(SiteKeys.all))
            ## Front matter of pages

            \(YAMLKey.markdownTable(FrontMatterKeys.all))
            ## theme.yml

            \(YAMLKey.markdownTable(ThemeKeys.all))
            """)
    }

    @Test func theNamesOfTemplatesAreDocumented() throws {
        var assets = RecordSchema.Builder("assets")
        _ = assets.text("NAME", "The path of assets/NAME, with its hash; `/` and `.` in the name are written `-`")
        let pages = PageFields(assets: assets.finish(), outline: OutlineFields())
        let prose = ProseFields()
        let layouts: [(names: String, RecordSchema)] = [
            ("`home`, `module`, `session`, `page`, `outline-page`", pages.schema),
            ("`outline`", OutlineFields().schema),
            ("`where`", WhereFields().schema),
            ("`chooser`, `404`", ChooserFields(assets: pages.assetSchema, alternates: pages.alternateFields).schema),
            ("`redirect`", RedirectFields().schema),
            ("`heading`", prose.heading.schema),
            ("`alert`", prose.alert.schema),
            ("`table`", prose.table.schema),
            ("`task`", prose.task.schema),
            ("`code`", prose.code.schema),
            ("`footnote-reference`, `footnote-back`", prose.footnote.schema),
            ("`footnotes`", prose.footnotes.schema),
        ]
        let sections = layouts.map { "## \($0.names)\n\n\($0.1.markdownTable)" }.joined(separator: "\n")
        try checkDocument("themes.md",
            """
            # Templates

            A theme's `layouts/` and `partials/` are Mustache: `{{name}}` writes a text, escaped; `{{{name}}}` writes HTML; `{{#name}}…{{/name}}` is shown for each record of a list, where there is a
            record, or where a flag is set or a text is not empty; `{{^name}}…{{/name}}` where not; `{{name.part}}` reaches into a record; `{{>partial}}` puts in a partial; `{{<parent}}{{$block}}…{{/block}}{{/parent}}`
            inherits from a template and fills its blocks; `{{! … }}` is a comment. There are no lambdas and no other delimiters. `{{strings.NAME}}` is a word of `strings/<locale>.yml`, a little template
            itself; one with a number in it may have plural forms: `sessions: {one: "{{count}} session", other: "{{count}} sessions"}`.

            Inside a section, names are looked up in its record first, then outwards. These are the names that each layout has; any other is an error at its line. `a.b` is the name `b` of the
            record `a`, `a / b` the name `b` inside the section over the list `a`.

            \(sections)
            """)
    }

    private func checkDocument(_ name: String, _ text: String) throws {
        try Golden.check(Array((text + "\n").utf8), against: URL(filePath: #filePath).appending(path: "../../../docs/\(name)").standardized)
    }
}
