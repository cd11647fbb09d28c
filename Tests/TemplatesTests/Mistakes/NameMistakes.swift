extension Mistake {
    static let names: [Mistake] = [
        Mistake(
            "unknown name",
            sources: ["page": "<h1>{{titel}}</h1>\n<p>{{ wether }}</p>\n"],
            report: """
                error: unknown-name: “titel” is not known here
                 --> page.mustache:1:7
                  |
                1 | <h1>{{titel}}</h1>
                  |       ^^^^^
                  = help: did you mean “title”?

                error: unknown-name: “wether” is not known here
                 --> page.mustache:2:7
                  |
                2 | <p>{{ wether }}</p>
                  |       ^^^^^^
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                """),
        Mistake(
            "unknown part of a name",
            sources: ["page": "{{#pager.nxt}}{{title}}{{/pager.nxt}}{{pager.next.link}}"],
            report: """
                error: unknown-name: “pager” has no “nxt”
                 --> page.mustache:1:4
                  |
                1 | {{#pager.nxt}}{{title}}{{/pager.nxt}}{{pager.next.link}}
                  |    ^^^^^^^^^
                  = help: did you mean “next”?

                error: unknown-name: “pager.next” has no “link”
                 --> page.mustache:1:40
                  |
                1 | {{#pager.nxt}}{{title}}{{/pager.nxt}}{{pager.next.link}}
                  |                                        ^^^^^^^^^^^^^^^
                  = help: the names of “pager.next” are title, url

                """),
        Mistake(
            "unknown names in branches that are never taken",
            sources: ["page": "{{#isHome}}{{a1}}{{/isHome}}\n{{^isHome}}{{#links}}\n{{c1}}{{/links}}{{/isHome}}"],
            report: """
                error: unknown-name: “a1” is not known here
                 --> page.mustache:1:14
                  |
                1 | {{#isHome}}{{a1}}{{/isHome}}
                  |              ^^
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                error: unknown-name: “c1” is not known here
                 --> page.mustache:3:3
                  |
                3 | {{c1}}{{/links}}{{/isHome}}
                  |   ^^
                  = help: the names are title, url, number, body, outline, isHome, links, contents, pager

                """),
        Mistake(
            "what an unknown section has is not guessed, all else in it is checked",
            sources: ["page": "{{#sections}}{{name}}{{>lost}}{{/sections}}\n{{^nothing}}{{titl}}{{/nothing}}"],
            report: """
                error: unknown-name: “sections” is not known here
                 --> page.mustache:1:4
                  |
                1 | {{#sections}}{{name}}{{>lost}}{{/sections}}
                  |    ^^^^^^^^
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                error: missing-partial: there is no partial “lost”
                 --> page.mustache:1:25
                  |
                1 | {{#sections}}{{name}}{{>lost}}{{/sections}}
                  |                         ^^^^
                  = help: the templates are page

                error: unknown-name: “nothing” is not known here
                 --> page.mustache:2:4
                  |
                2 | {{^nothing}}{{titl}}{{/nothing}}
                  |    ^^^^^^^
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                error: unknown-name: “titl” is not known here
                 --> page.mustache:2:15
                  |
                2 | {{^nothing}}{{titl}}{{/nothing}}
                  |               ^^^^
                  = help: did you mean “title”?

                """),
        Mistake(
            "nothing but a dot",
            sources: ["page": "{{.}}{{#links}}{{.}}{{/links}}{{#title}}{{.}}{{/title}}"],
            report: """
                error: unknown-name: “.” is not known here
                 --> page.mustache:1:3
                  |
                1 | {{.}}{{#links}}{{.}}{{/links}}{{#title}}{{.}}{{/title}}
                  |   ^
                  = help: it stands for the text that a section is over, or for a text of a list

                error: unknown-name: “.” is not known here
                 --> page.mustache:1:18
                  |
                1 | {{.}}{{#links}}{{.}}{{/links}}{{#title}}{{.}}{{/title}}
                  |                  ^
                  = help: it stands for the text that a section is over, or for a text of a list

                """),
        Mistake(
            "wrong kinds",
            sources: ["page": "{{body}}\n{{{title}}}\n{{links}}\n{{isHome}}\n{{&pager}}\n{{links.title}}\n{{title.length}}\n"],
            report: """
                error: wrong-kind: “body” is HTML and would be escaped
                 --> page.mustache:1:3
                  |
                1 | {{body}}
                  |   ^^^^
                  = help: write {{{body}}}

                error: wrong-kind: “title” is text and would not be escaped
                 --> page.mustache:2:4
                  |
                2 | {{{title}}}
                  |    ^^^^^
                  = help: write {{title}}

                error: wrong-kind: “links” is a list, not a text
                 --> page.mustache:3:3
                  |
                3 | {{links}}
                  |   ^^^^^
                  = help: use it as a section: {{#links}}…{{/links}}

                error: wrong-kind: “isHome” is a flag, not a text
                 --> page.mustache:4:3
                  |
                4 | {{isHome}}
                  |   ^^^^^^
                  = help: use it as a section: {{#isHome}}…{{/isHome}}

                error: wrong-kind: “pager” is a record, not a text
                 --> page.mustache:5:4
                  |
                5 | {{&pager}}
                  |    ^^^^^
                  = help: use it as a section: {{#pager}}…{{/pager}}

                error: wrong-kind: “links” is a list and has no names of its own
                 --> page.mustache:6:3
                  |
                6 | {{links.title}}
                  |   ^^^^^^^^^^^
                  = help: go through it with {{#links}}…{{/links}}

                error: wrong-kind: “title” is a text and has no names of its own
                 --> page.mustache:7:3
                  |
                7 | {{title.length}}
                  |   ^^^^^^^^^^^^

                """),
    ]
}
