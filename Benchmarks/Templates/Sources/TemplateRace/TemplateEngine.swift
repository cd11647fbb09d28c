/// One of those that take part.
protocol TemplateEngine {
    var name: String { get }

    /// Turns the page into the engine's values and those into HTML.
    func render(_ page: SamplePage) -> [UInt8]

    /// Pages a second where the engine's values of the page are there already.
    func rateOfRendering(_ page: SamplePage) -> Double
}

/// The layouts that every engine is given, in the manner of the toolbox theme: inheritance, partials, sections.
enum Layouts {
    static let all = ["base": base, "session": session, "outline": outline, "pager": pager]

    private static let base = """
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <title>{{$head-title}}{{title}}{{/head-title}}</title>
        <meta name="description" content="{{summary}}">
        </head>
        <body>
        {{>outline}}
        <main>{{$main}}{{/main}}</main>
        </body>
        </html>

        """

    private static let session = """
        {{<base}}{{$head-title}}{{title}} – {{module}}{{/head-title}}{{$main}}<header><p>{{module}}{{#duration}} · {{duration}}{{/duration}}</p><h1>{{title}}</h1></header>
        {{#has-contents}}<nav><ol>{{#contents}}<li><a href="#{{anchor}}">{{text}}</a></li>{{/contents}}</ol></nav>{{/has-contents}}
        {{^draft}}<ul>{{#objectives}}<li>{{text}}</li>{{/objectives}}</ul>{{/draft}}
        {{{prose}}}
        {{>pager}}{{/main}}{{/base}}
        """

    private static let outline = """
        <nav><ul>
        {{#modules}}<li><details{{#open}} open{{/open}}><summary>{{label}}</summary><ol>
        {{#sessions}}<li><a href="{{href}}"{{#current}} aria-current="page"{{/current}}>{{text}}</a></li>
        {{/sessions}}</ol></details></li>
        {{/modules}}</ul></nav>
        """

    private static let pager = """
        <nav>{{#previous}}<a href="{{href}}" rel="prev">{{text}}</a>{{/previous}}{{#next}}<a href="{{href}}" rel="next">{{text}}</a>{{/next}}</nav>
        """
}
