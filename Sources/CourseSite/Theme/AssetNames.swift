/// The file of a theme's asset in the site: its name holds a hash of its content, so that a browser may keep it for ever.
enum AssetNames {
    /// `css/theme.css` becomes `assets/css/theme.1f2e3d4c.css`.
    static func path(of name: String, content: [UInt8]) -> OutputPath {
        let digits = Fingerprint(content).hexadecimal.prefix(8)
        let folder = OutputPath("assets")
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return folder.appending("\(name).\(digits)") }
        return folder.appending("\(name[..<dot]).\(digits)\(name[dot...])")
    }

    /// `css/theme.css` is `{{assets.css-theme-css}}` in a template.
    static func fieldName(of name: String) -> String {
        String(name.map { $0 == "/" || $0 == "." ? "-" : $0 })
    }
}
