extension Mistake {
    static let inclusions: [Mistake] = [
        Mistake(
            "missing layout",
            sources: [:],
            report: """
                error: missing-template: the theme has no layout “page”
                  = help: add it, or extend a theme that has it

                """),
        Mistake(
            "missing partial",
            sources: ["page": "{{>outlin}}{{>entirely-different}}", "outline": ""],
            report: """
                error: missing-partial: there is no partial “outlin”
                 --> page.mustache:1:4
                  |
                1 | {{>outlin}}{{>entirely-different}}
                  |    ^^^^^^
                  = help: did you mean “outline”?

                error: missing-partial: there is no partial “entirely-different”
                 --> page.mustache:1:15
                  |
                1 | {{>outlin}}{{>entirely-different}}
                  |               ^^^^^^^^^^^^^^^^^^
                  = help: the templates are outline, page

                """),
        Mistake(
            "missing parent",
            sources: ["page": "{{<bse}}{{$main}}{{/main}}{{/bse}}", "base": ""],
            report: """
                error: missing-parent: there is no template “bse” to inherit from
                 --> page.mustache:1:4
                  |
                1 | {{<bse}}{{$main}}{{/main}}{{/bse}}
                  |    ^^^
                  = help: did you mean “base”?

                """),
        Mistake(
            "missing block",
            sources: [
                "page": "{{<base}}\n{{$mian}}{{/mian}}\n{{$something}}{{/something}}\n{{/base}}", "base": "{{$title}}{{/title}}{{>body}}",
                "body": "{{#isHome}}{{$main}}{{/main}}{{/isHome}}",
            ],
            report: """
                error: missing-block: “base” has no block “mian”
                 --> page.mustache:2:4
                  |
                2 | {{$mian}}{{/mian}}
                  |    ^^^^
                  = help: did you mean “main”?

                error: missing-block: “base” has no block “something”
                 --> page.mustache:3:4
                  |
                3 | {{$something}}{{/something}}
                  |    ^^^^^^^^^
                  = help: the blocks of “base” are main, title

                """),
        Mistake(
            "block of a parent without blocks",
            sources: ["page": "{{<base}}{{$main}}{{/main}}{{/base}}", "base": ""],
            report: """
                error: missing-block: “base” has no block “main”
                 --> page.mustache:1:13
                  |
                1 | {{<base}}{{$main}}{{/main}}{{/base}}
                  |             ^^^^

                """),
        Mistake(
            "block filled twice",
            sources: ["page": "{{<base}}{{$main}}1{{/main}}{{$main}}2{{/main}}{{/base}}", "base": "{{$main}}{{/main}}"],
            report: """
                error: duplicate-block: the block “main” is filled twice
                 --> page.mustache:1:32
                  |
                1 | {{<base}}{{$main}}1{{/main}}{{$main}}2{{/main}}{{/base}}
                  |                                ^^^^
                  = help: only the first is shown; leave one out

                """),
        Mistake(
            "text beside blocks",
            sources: ["page": "{{<base}}\n{{! fine }}\n  <p>lost\n{{$main}}1{{/main}} {{title}}\n{{/base}}", "base": "{{$main}}{{/main}}"],
            report: """
                warning: ignored-content: this stands outside the parent’s blocks and is never shown
                 --> page.mustache:3:3
                  |
                3 |   <p>lost
                  |   ^^^^^^^
                  = help: put it into a block, or make it a comment {{! … }}

                warning: ignored-content: this stands outside the parent’s blocks and is never shown
                 --> page.mustache:4:21
                  |
                4 | {{$main}}1{{/main}} {{title}}
                  |                     ^^^^^^^^^
                  = help: put it into a block, or make it a comment {{! … }}

                """),
        Mistake(
            "in a partial, with the first place that includes it",
            sources: ["page": "{{title}}\n  {{>card}}\n{{#links}}{{>card}}{{/links}}{{>card}}", "card": "{{url}}"],
            report: """
                error: unknown-name: “url” is not known here
                 --> card.mustache:1:3
                  |
                1 | {{url}}
                  |   ^^^
                  = note: included at page.mustache:2:6
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                """),
        Mistake(
            "in a block, in the template that fills it",
            sources: [
                "page": "{{<base}}{{$main}}{{url}}{{/main}}{{/base}}", "base": "{{#links}}{{$main}}{{/main}}{{/links}}{{$main}}{{/main}}",
            ],
            report: """
                error: unknown-name: “url” is not known here
                 --> page.mustache:1:21
                  |
                1 | {{<base}}{{$main}}{{url}}{{/main}}{{/base}}
                  |                     ^^^
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                """),
        Mistake(
            "in all templates at once",
            sources: ["page": "{{>a}}{{>b}}{{pag}}", "a": "{{/x}}", "b": "{{lost}}", "unused": "{{#x}}"],
            report: """
                error: template-syntax: {{/x}} closes nothing
                 --> a.mustache:1:1
                  |
                1 | {{/x}}
                  | ^^^^^^
                  = help: nothing is open here

                error: unknown-name: “lost” is not known here
                 --> b.mustache:1:3
                  |
                1 | {{lost}}
                  |   ^^^^
                  = note: included at page.mustache:1:10
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                error: unknown-name: “pag” is not known here
                 --> page.mustache:1:15
                  |
                1 | {{>a}}{{>b}}{{pag}}
                  |               ^^^
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                error: template-syntax: “x” is opened here and never closed
                 --> unused.mustache:1:1
                  |
                1 | {{#x}}
                  | ^^^^^^
                  = help: add {{/x}}

                """),
        Mistake(
            "a template that includes itself at once",
            sources: ["page": "{{>page}}"],
            report: """
                error: endless-template: “page” includes itself without end here
                 --> page.mustache:1:4
                  |
                1 | {{>page}}
                  |    ^^^^
                  = help: include it in a section over a list of the record that it shows, which ends with the data

                """),
        Mistake(
            "two templates that include each other under a condition",
            sources: ["page": "{{>a}}", "a": "{{#isHome}}{{>b}}{{/isHome}}", "b": "{{<a}}{{/a}}"],
            report: """
                error: endless-template: “a” includes itself without end here
                 --> b.mustache:1:4
                  |
                1 | {{<a}}{{/a}}
                  |    ^
                  = help: include it in a section over a list of the record that it shows, which ends with the data

                """),
        Mistake(
            "a section over a list that does not go deeper each time",
            sources: ["page": "{{#links}}\n  {{>page}}\n{{/links}}"],
            report: """
                error: endless-template: “page” includes itself without end here
                 --> page.mustache:2:6
                  |
                2 |   {{>page}}
                  |      ^^^^
                  = help: include it in a section over a list of the record that it shows, which ends with the data

                """),
        Mistake(
            "templates that nest without end",
            sources: ["page": nested("{{>a}}"), "a": nested("{{>b}}"), "b": nested("{{>c}}"), "c": ""],
            report: """
                error: template-limit: sections, blocks and templates nest deeper than 100 here
                 --> b.mustache:1:202
                  |
                1 | …e}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome…
                  |                                                    ^^^^^^
                  = note: included at a.mustache:1:444
                  = help: what lies deeper is not read

                """),
        Mistake(
            "templates that double",
            sources: (0..<20).reduce(into: ["page": "{{>a0}}", "a20": ""]) { $0["a\($1)"] = "{{>a\($1 + 1)}}{{>a\($1 + 1)}}" },
            report: """
                error: template-limit: the layout has more than 10000 sections, blocks and templates in all
                 --> a19.mustache:1:4
                  |
                1 | {{>a20}}{{>a20}}
                  |    ^^^
                  = note: included at a18.mustache:1:4
                  = help: what follows is not read

                """),
    ]
}

/// Forty sections around a text.
private func nested(_ text: String) -> String {
    String(repeating: "{{#isHome}}", count: 40) + text + String(repeating: "{{/isHome}}", count: 40)
}
