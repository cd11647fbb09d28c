import Diagnostics
import Testing

@testable import CourseSite

struct SVGInspectorTests {
    private static let namespaces =
        #"xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml""#

    private func problems(_ text: String) -> [MediaProblem] { SVGInspector.inspect(Array(text.utf8)).problems }

    private func problems(inside text: String) -> [MediaProblem] { problems("<svg \(Self.namespaces)>\(text)</svg>") }

    @Test(arguments: [
        "<title>a</title><desc>see url(https://a.b)</desc>", ##"<use href="#a"/><use xlink:href=" #a"/>"##,
        ##"<path fill="url(#a) red" d="M0 0"/>"##,
        "<image href='data:image/png;base64,AAAA'/>", "<image xlink:href='DATA:image/JPEG;base64,AAAA'/>",
        "<a href='https://a.b'><text>b</text></a><a xlink:href='../a.html'/><a href='mailto:a@b.c'/>",
        "<style>@namespace svg url(http://www.w3.org/2000/svg); /* url(a.png) */ a { fill: url( '#a' ); content: 'url(b)' }</style>",
        "<style>@font-face { src: url(data:font/woff2;base64,AA) }</style>", "<g transform='rotate(5)' style='fill:url(#a)' id='url(b)'/>",
        "<set attributeName='fill' to='url(#b)'/><animate attributeName='opacity'/>",
        "<script-like/><g on='1' data-on='a'/>",
        "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' r:resource='http://a.b'/></metadata>",
        "<i:x xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:onload='a' i:href='b'/>", "<?other a?><!-- <script/> -->",
        "<style>a{b:image-set(url(#c) 1x, linear-gradient(red,red) 2x type('image/png'))}</style>",
        "<text>javascript:alert(1) &amp; &#x41;<![CDATA[<script>]]></text>",
    ])
    func whatStaysInTheFileIsFine(_ text: String) {
        #expect(problems(inside: text).map(\.message) == [])
    }

    @Test(arguments: [
        "<script>1</script>", "<h:script src='#a'/>", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "<SCRIPT/>", "<script xmlns=''/>",
        "<g onclick='a()'/>", "<g ONLOAD='a()'/>", "<foreignObject/>", "<h:p/>", "<iframe/>", "<h:embed/>", "<object/>", "<handler/>",
        "<use href='a.svg#b'/>", "<use xlink:href='a.svg#b'/>", "<image href='https://a.b/c.png'/>", "<image href='c.png'/>",
        "<image href=''/>",
        "<image href='//a.b'/>", "<image href='data:image/svg+xml,a'/>", "<image href='data:text/html,a'/>",
        "<image href='data:image/pngx,a'/>",
        "<use href='&#106;avascript:a()'/>", "<a href='javascript:a()'/>", "<a xlink:href=' java&#9;script:a()'/>",
        "<a href='data:text/html,a'/>",
        "<a href='vbscript:a'/>", "<a href='file:///etc'/>", "<a ping='https://a.b' href='c'/>", "<feImage href='a.png'/>",
        "<g fill='url(a.svg#b)'/>", "<g fill='url( &quot;https://a.b&quot;)'/>", ##"<g filter="url('#a') url('b')"/>"##,
        "<g style='a:URL(b)'/>",
        #"<g style='a:u\72l(b)'/>"#, #"<g style='a:\000075 rl(b)'/>"#, "<g style='a:u&#114;l(b)'/>", "<g style='a:image-set(\"b\" 1x)'/>",
        "<g style='a:src(\"b\")'/>", "<g style='a:url(b'/>", "<g style='\"/*\";a:url(b)'/>", "<set to='url(b)'/>",
        "<style>@import 'a.css';</style>", "<style>@import url(a.css);</style>", #"<style>@\69mport 'a';</style>"#,
        "<style>@IMPORT 'a'</style>",
        "<style>@im<!-- -->port 'a'</style>", "<style>@im<![CDATA[port 'a']]></style>", "<style>@im<g/>port 'a'</style>",
        "<style>a { b: url(c) }</style>", "<style>/**/a{b:url(c)}</style>", "<style>'\n url(c) '</style>",
        "<style>@namespace a url(b); c { d: url(e) }</style>", "<style>@font-face { src: url(https://a.b) }</style>",
        "<h:style>@import 'a'</h:style>",
        #"<style>a{b:u\72&#13;&#10;l(c)}</style>"#, #"<style>a{b:'\&#13;&#10;' url(c) '}</style>"#,
        "<style>a{--b:'c';d:image-set(var(--b) 1x)}</style>", "<style>a{b:image-set(linear-gradient(red,red) 1x, 'c' 2x)}</style>",
        "<style>a{b:&lt;!--url(c)}</style>", "<style>a{@namespace b} c{d:url(e)}</style>",
        "<animate attributeName='href' to='a'/>", "<set attributeName='xlink:href' to='#a'/>", "<animateTransform attributeName=' href'/>",
        "<set attributeName='onclick' to='a'/>", "<g xml:base='https://a.b'/>",
    ])
    func whatRunsOrLoadsIsRefused(_ text: String) {
        let problems = problems(inside: text)
        #expect(problems.first?.rule == .unsafeSVG, "\(text)")
        for problem in problems {
            #expect(!problem.message.hasSuffix("."))
            #expect(problem.help != "")
        }
    }

    @Test func outsideTheDrawing() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
        #expect(problems("\u{FEFF}<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE svg>\(svg)\n<!-- a -->").isEmpty)
        let unsafe = [
            "<?xml-stylesheet href='a.css'?>\(svg)", "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg11.dtd'>\(svg)",
            "<!DOCTYPE svg SYSTEM 'a'>\(svg)", "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>",
            "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'a()'>]>\(svg)", "<!DOCTYPE svg []>\(svg)",
        ]
        for text in unsafe { #expect(problems(text).map(\.rule) == [.unsafeSVG], "\(text)") }
    }

    @Test func entitiesAreNeverExpanded() {
        let entities = (1...40).map { "<!ENTITY a\($0) '&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);'>" }.joined()
        #expect(problems("<!DOCTYPE svg [<!ENTITY a0 'lol'>\(entities)]><svg>&a40;</svg>").map(\.rule) == [.unsafeSVG])
    }

    @Test func whatNoBrowserShows() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">"
        let cases = [
            "": "the file ends in the middle of the drawing",
            "<svg/>": "the element “svg” lacks its namespace: no browser shows the file as an image",
            "<html/>": "the outermost element is “html”, not “svg”",
            "\(svg)<g></svg>": "this ends another element than the one that is open",
            "\(svg)": "the file ends in the middle of the drawing", "\(svg)&nbsp;</svg>": "XML does not know this character's name",
            "\(svg)</svg><svg/>": "something follows the end of the drawing",
            "\(svg)<a:b/></svg>": "the prefix of this name is not declared",
            "\(svg)<g a='1' a='2'/></svg>": "an element has the same attribute twice", "\(svg)a & b</svg>": "this is not well-formed XML",
            "<?xml version='1.0' encoding='utf-16'?>\(svg)</svg>": "the file says that its encoding is “utf-16”, not UTF-8",
            "<?xml version='1.0' encoding='iso-8859-1'?>\(svg)é</svg>": "the file says that its encoding is “iso-8859-1”, not UTF-8",
        ]
        for (text, message) in cases { #expect(problems(text).map(\.message) == [message], "\(text)") }
        #expect(problems("<?xml version='1.0' encoding='ISO-8859-1'?>\(svg)e</svg>").isEmpty)
        let latin = Array(svg.utf8) + [0xE9] + Array("</svg>".utf8)
        #expect(SVGInspector.inspect(latin).problems.map(\.message) == ["the file is not UTF-8: this byte begins no character"])
        let wide: [UInt8] = [0xFF, 0xFE] + Array("\(svg)</svg>".utf8).flatMap { [$0, 0] as [UInt8] }
        #expect(SVGInspector.inspect(wide).problems.map(\.rule) == [.invalidSVG])
    }

    /// Lines and columns as an editor counts them.
    @Test func everyOffenceHasItsPlace() {
        let text = """
            \u{FEFF}<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"
                 onload = "a()">
              <title>é🎈</title><script/>
              <use xmlns:x="http://www.w3.org/1999/xlink" id='1' x:href='b.svg#é'/>
              <style><![CDATA[ .é &amp; { } ]]>
                .a { fill: url(&quot;c.png&quot;) }
              </style>
            </svg>
            """
        let inspection = SVGInspector.inspect(Array(text.utf8))
        let report = FileReport(SourcePath("a.svg"), Array(text.utf8))
        report.add(inspection.problems)
        let places = report.diagnostics.compactMap(\.location).map { "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column)" }
        #expect(places == ["2:6-2:12", "3:20-3:27", "4:62-4:69", "6:16-6:38"])
        #expect(report.diagnostics.map(\.code) == Array(repeating: "unsafe-svg", count: 4))
        #expect(report.diagnostics == inspection.problems.map { $0.diagnostic(in: report) })
        #expect(inspection.size == ImageSize(width: 2, height: 1))
    }

    /// What is long, deep or wide takes no more than its length.
    @Test func largeDrawingsAreReadInTime() {
        let start = "<svg xmlns=\"http://www.w3.org/2000/svg\""
        let attributes = (0..<20_000).map { " on\($0)='a'" }.joined()
        #expect(problems("\(start)\(attributes)/>").count == 20_000)
        #expect(problems("\(start)>" + String(repeating: "<g>", count: 200_000)).count == 1)
        #expect(problems("\(start)><style>" + String(repeating: "url(a\n", count: 50_000) + "</style></svg>").count == 1)
        #expect(problems("\(start)><style>" + String(repeating: "url(a)\n", count: 50_000) + "</style></svg>").count == 50_000)
        #expect(problems("\(start) d='" + String(repeating: "f(/*", count: 500_000) + "'/>").isEmpty)
        let picture = String(repeating: "A", count: 5_000_000)
        #expect(problems("\(start)><image href='data:image/png;base64,\(picture)'/></svg>").isEmpty)
    }
}
