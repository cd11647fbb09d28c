extension Mistake {
    static let stringUses: [Mistake] = [
        Mistake(
            "missing string",
            sources: ["page": "{{strings.nxt}}\n{{#isHome}}{{strings.previous}}{{/isHome}} {{strings.nxt}}"],
            strings: ["next": "Suivant"],
            report: """
                error: missing-string: the strings of “fr” have no “nxt”
                 --> page.mustache:1:3
                  |
                1 | {{strings.nxt}}
                  |   ^^^^^^^^^^^
                  = help: did you mean “next”?

                error: missing-string: the strings of “fr” have no “previous”
                 --> page.mustache:2:14
                  |
                2 | {{#isHome}}{{strings.previous}}{{/isHome}} {{strings.nxt}}
                  |              ^^^^^^^^^^^^^^^^
                  = help: add “previous” to them

                error: missing-string: the strings of “fr” have no “nxt”
                 --> page.mustache:2:46
                  |
                2 | {{#isHome}}{{strings.previous}}{{/isHome}} {{strings.nxt}}
                  |                                              ^^^^^^^^^^^
                  = help: did you mean “next”?

                """),
        Mistake(
            "a string with a name that is unknown where it is used",
            sources: ["page": "{{#links}}\n{{strings.go}}{{/links}}\n{{strings.go}}\n"],
            strings: ["go": "Aller à {{url}}"],
            report: """
                error: unknown-name: “url” is not known here
                 --> page.mustache:3:3
                  |
                3 | {{strings.go}}
                  |   ^^^^^^^^^^
                  = note: in the string “go” at strings/fr.yml:1:1
                  = help: the names are title, number, body, outline, isHome, links, contents, pager

                """),
        Mistake(
            "strings are neither HTML nor sections nor templates",
            sources: ["page": "{{{strings.a}}}{{#strings.a}}x{{/strings.a}}{{strings.b}}{{strings.c}}"],
            strings: ["a": "", "b": "{{strings.a}}", "c": "{{>page}}"],
            report: """
                error: wrong-kind: strings are text and always escaped
                 --> page.mustache:1:4
                  |
                1 | {{{strings.a}}}{{#strings.a}}x{{/strings.a}}{{strings.b}}{{strings.c}}
                  |    ^^^^^^^^^
                  = help: write {{strings.a}}

                error: wrong-kind: strings cannot be sections
                 --> page.mustache:1:19
                  |
                1 | {{{strings.a}}}{{#strings.a}}x{{/strings.a}}{{strings.b}}{{strings.c}}
                  |                   ^^^^^^^^^
                  = help: write {{strings.a}}

                error: wrong-kind: strings cannot hold other strings, as “a”
                 --> page.mustache:1:47
                  |
                1 | {{{strings.a}}}{{#strings.a}}x{{/strings.a}}{{strings.b}}{{strings.c}}
                  |                                               ^^^^^^^^^
                  = note: in the string “b” at strings/fr.yml:1:1
                  = help: put both into the template

                error: template-syntax: a string cannot hold the template or block “page”
                 --> strings/fr.yml:1:1
                  |
                1 | {{>page}}
                  | ^^^^^^^^^
                  = help: strings hold text, variables and sections

                """),
        Mistake(
            "strings that cannot be read, used or not",
            sources: ["page": ""],
            strings: ["a": "{{#title}}", "b": "n° {{number"],
            report: """
                error: template-syntax: “title” is opened here and never closed
                 --> strings/fr.yml:1:1
                  |
                1 | {{#title}}
                  | ^^^^^^^^^^
                  = help: add {{/title}}

                error: template-syntax: this tag is never closed
                 --> strings/fr.yml:1:1
                  |
                1 | n° {{number
                  | ^^^^^^^^^^^
                  = help: tags end in }}, those that begin with {{{ in }}}

                """),
    ]
}
