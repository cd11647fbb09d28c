/// What the preview’s own pages share. They obey the same policy as the course's.
enum ToolPage {
    static func html(title: String, _ body: HTMLText) -> [UInt8] {
        let page: HTMLText = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="stylesheet" href="/_lutrin/status.css">
            <title>\(title)</title>
            </head>
            <body>
            \(body)
            </body>
            </html>

            """
        return page.bytes
    }

    /// Shown as long as the project has never been without errors; the panel over it tells them.
    static let waiting = html(
        title: "Preview",
        """
        <header class="top">
        <div class="frame">
        <p class="over">Preview</p>
        <h1>There is no site yet</h1>
        <p class="meta">The course has errors. As soon as they are mended, this page becomes the course.</p>
        </div>
        </header>
        """)
}
