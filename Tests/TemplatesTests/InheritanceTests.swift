import Templates
import Testing

struct InheritanceTests {
    /// A page inherits from an article, which inherits from the frame of all pages.
    private let frame = """
        <html>
        <title>{{$title}}{{title}} – {{strings.site}}{{/title}}</title>
        <body>
          {{$main}}
          <p>empty</p>
          {{/main}}
        {{$foot}}
        <footer></footer>
        {{/foot}}
        </body>
        </html>

        """
    private let article = """
        {{<frame}}
        {{$main}}
        <article>
          {{$head}}<h1>{{title}}</h1>{{/head}}
          {{{body}}}
        </article>
        {{/main}}
        {{/frame}}

        """

    @Test func threeLevels() {
        let page = """
            {{<article}}
            {{! the head is the page's own, the foot is taken from the frame }}
            {{$head}}<h1 class="session">{{number}}. {{title}}</h1>{{/head}}
            {{/article}}
            """
        let theme = ExampleTheme(["page": page, "article": article, "frame": frame], strings: ["site": "R&D"])
        #expect(theme.report == "")
        let text = theme.render { page, record in
            record[page.title] = "A & B"
            record[page.number] = "3"
            record[page.body] = HTML("<p>one\ntwo</p>")
        }
        #expect(
            text == """
                <html>
                <title>A &amp; B – R&amp;D</title>
                <body>
                  <article>
                    <h1 class="session">3. A &amp; B</h1>
                    <p>one
                two</p>
                  </article>
                <footer></footer>
                </body>
                </html>

                """)
    }

    @Test func theOutermostTemplateHasTheLastWord() {
        let theme = ExampleTheme([
            "page": "{{<middle}}{{$a}}page{{/a}}{{/middle}}",
            "middle": "{{<base}}{{$a}}middle{{/a}}{{$b}}middle{{/b}}{{/base}}",
            "base": "{{$a}}base{{/a}} {{$b}}base{{/b}} {{$c}}base{{/c}}",
        ])
        #expect(theme.report == "")
        #expect(theme.render() == "page middle base")
    }

    @Test func blocksOfPartialsCanBeFilledToo() {
        let theme = ExampleTheme([
            "page": "{{<base}}{{$label}}filled{{/label}}{{/base}}", "base": "<p>{{>button}}</p>", "button": "{{$label}}default{{/label}}",
        ])
        #expect(theme.report == "")
        #expect(theme.render() == "<p>filled</p>")
    }

    @Test func aFillingIsReadWhereTheBlockStands() {
        let theme = ExampleTheme([
            "page": "{{<base}}{{$item}}{{title}}={{url}};{{/item}}{{/base}}", "base": "{{#links}}{{$item}}{{/item}}{{/links}}",
        ])
        #expect(theme.report == "")
        let text = theme.render { page, record in
            record[page.title] = "page"
            record[page.links] = [page.link.record("A", "a.html")]
        }
        #expect(text == "A=a.html;")
    }

    @Test func aBlockInsideItsOwnFillingShowsItsDefault() {
        let theme = ExampleTheme([
            "page": "{{<base}}{{$a}}<b>{{$a}}inner{{/a}}</b>{{/a}}{{/base}}", "base": "{{$a}}outer{{/a}}",
        ])
        #expect(theme.report == "")
        #expect(theme.render() == "<b>inner</b>")
    }
}
