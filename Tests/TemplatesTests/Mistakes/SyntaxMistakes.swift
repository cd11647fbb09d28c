extension Mistake {
    static let syntax: [Mistake] = [
        Mistake(
            "tags that are not closed",
            sources: ["page": "{{title\n{{title}}\n{{{title}}\n{{! never {{title}"],
            report: """
                error: template-syntax: this tag is never closed
                 --> page.mustache:1:1
                  |
                1 | {{title
                  | ^^
                  = help: tags end in }}, those that begin with {{{ in }}}

                error: template-syntax: this tag is never closed
                 --> page.mustache:3:1
                  |
                3 | {{{title}}
                  | ^^^
                  = help: tags end in }}, those that begin with {{{ in }}}

                error: template-syntax: this tag is never closed
                 --> page.mustache:4:1
                  |
                4 | {{! never {{title}
                  | ^^
                  = help: tags end in }}, those that begin with {{{ in }}}

                """),
        Mistake(
            "tags without a name",
            sources: ["page": "{{}}{{# }}"],
            report: """
                error: template-syntax: this tag has no name
                 --> page.mustache:1:1
                  |
                1 | {{}}{{# }}
                  | ^^^^

                error: template-syntax: this tag has no name
                 --> page.mustache:1:5
                  |
                1 | {{}}{{# }}
                  |     ^^^^^^

                """),
        Mistake(
            "names that are none",
            sources: ["page": "{{two words}}\n{{a..b}}\n{{>/etc}}"],
            report: """
                error: template-syntax: “two words” is not a name
                 --> page.mustache:1:3
                  |
                1 | {{two words}}
                  |   ^^^^^^^^^
                  = help: names are letters, digits, “-” and “_”, joined by dots

                error: template-syntax: “a..b” is not a name
                 --> page.mustache:2:3
                  |
                2 | {{a..b}}
                  |   ^^^^
                  = help: names are letters, digits, “-” and “_”, joined by dots

                error: template-syntax: “/etc” is not a name
                 --> page.mustache:3:4
                  |
                3 | {{>/etc}}
                  |    ^^^^
                  = help: names are letters, digits, “-” and “_”, joined by dots

                """),
        Mistake(
            "what these templates do not have",
            sources: ["page": "{{=<% %>=}}\n{{>*dynamic}}"],
            report: """
                error: template-syntax: other delimiters than {{ and }} are not supported
                 --> page.mustache:1:1
                  |
                1 | {{=<% %>=}}
                  | ^^^^^^^^^^^
                  = help: leave the tag out

                error: template-syntax: names of templates cannot be variables
                 --> page.mustache:2:1
                  |
                2 | {{>*dynamic}}
                  | ^^^^^^^^^^^^^
                  = help: choose between templates with sections

                """),
        Mistake(
            "tags that do not match",
            sources: ["page": "{{#links}}{{#isHome}}{{/links}}\n{{/links}}\n{{$block}}"],
            report: """
                error: template-syntax: “isHome” is opened here and never closed
                 --> page.mustache:1:11
                  |
                1 | {{#links}}{{#isHome}}{{/links}}
                  |           ^^^^^^^^^^^
                  = help: add {{/isHome}}

                error: template-syntax: {{/links}} closes nothing
                 --> page.mustache:2:1
                  |
                2 | {{/links}}
                  | ^^^^^^^^^^
                  = help: nothing is open here

                error: template-syntax: “block” is opened here and never closed
                 --> page.mustache:3:1
                  |
                3 | {{$block}}
                  | ^^^^^^^^^^
                  = help: add {{/block}}

                """),
        Mistake(
            "a mistyped end",
            sources: ["page": "{{#links}}{{titl}}{{/lnks}}"],
            report: """
                error: unknown-name: “titl” is not known here
                 --> page.mustache:1:13
                  |
                1 | {{#links}}{{titl}}{{/lnks}}
                  |             ^^^^
                  = help: did you mean “title”?

                error: template-syntax: {{/lnks}} does not close “links”
                 --> page.mustache:1:19
                  |
                1 | {{#links}}{{titl}}{{/lnks}}
                  |                   ^^^^^^^^^
                  = help: write {{/links}}

                """),
        Mistake(
            "an end of something else",
            sources: ["page": "{{#links}}{{/pager}}{{/links}}"],
            report: """
                error: template-syntax: {{/pager}} closes nothing
                 --> page.mustache:1:11
                  |
                1 | {{#links}}{{/pager}}{{/links}}
                  |           ^^^^^^^^^^
                  = help: what is open here is “links”

                """),
        Mistake(
            "sections that nest without end",
            sources: ["page": String(repeating: "{{#isHome}}", count: 10_000)],
            report: """
                error: template-limit: tags nest deeper than 100 here
                 --> page.mustache:1:1101
                  |
                1 | …Home}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isHome}}{{#isH…
                  |                                                    ^^^^^^^^^^^
                  = help: the rest of the template is not read; move parts of it into partials

                """),
    ]
}
