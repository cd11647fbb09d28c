/// What authors write in YAML, as JSON Schemas for their editors.
public enum AuthoringSchema: String, CaseIterable, Sendable {
    /// `site.yml`.
    case site
    /// What stands between the `---` lines of a page.
    case frontMatter = "front-matter"

    /// The schema's text, ending in a newline.
    public var json: String {
        let schema =
            switch self {
            case .site: YAMLKey.schema(SiteKeys.all, title: "site.yml of a Lutrin course")
            case .frontMatter: YAMLKey.schema(FrontMatterKeys.all, title: "front matter of a page of a Lutrin course")
            }
        return schema.pretty + "\n"
    }
}
