import Diagnostics
import Templates

/// Themes and their templates.
extension Explanation {
    static let missingThemeString = Explanation(
        Rule.missingString, "a theme lacks words of a language",
        "Every word of the interface comes from strings/<locale>.yml. Without it, pages would mix two languages.",
        wrong: .files([
            .init("site.yml", "locales:\n  - {code: en, name: English}\n  - {code: de, name: Deutsch}"),
            .init("content/de/index.md", "# Kurs"),
        ]),
        right: .words("copy themes/mine/strings/en.yml to themes/mine/strings/de.yml and translate its values"))

    static let missingTheme = Explanation(
        Rule.missingTheme, "there is no such theme",
        "A theme is a folder in themes/. It may extend another, but not itself in a circle.",
        wrong: .settings("theme: toolbx"), right: .settings("theme: toolbox"))

    static let templateSyntax = Explanation(
        TemplateRule.templateSyntax, "a tag of a template cannot be read",
        "Tags stand between {{ and }}, or {{{ and }}} for HTML, and each section, block and parent has its end.",
        wrong: .layout("heading", "<h{{level}} id=\"{{{anchor}}}\">{{{content}}</h{{level}}>"),
        right: .layout("heading", "<h{{level}} id=\"{{{anchor}}}\">{{{content}}}</h{{level}}>"))

    static let ignoredContent = Explanation(
        TemplateRule.ignoredContent, "a text stands beside the blocks of a parent and is never shown",
        "Between {{<parent}} and {{/parent}} only blocks count: the rest of the page is the parent's.",
        wrong: .layout("page", "{{<base}}\n<p>Welcome</p>\n{{$main}}\n{{>text}}\n{{/main}}\n{{/base}}"),
        right: .layout("page", "{{<base}}\n{{$main}}\n<p>Welcome</p>\n{{>text}}\n{{/main}}\n{{/base}}"))

    static let unknownName = Explanation(
        TemplateRule.unknownName, "a template uses a name that there is not at that place",
        "It would write nothing, on every page. docs/themes.md lists the names that each layout has, and those of each list inside it.",
        wrong: .layout("heading", "<h{{level}} id=\"{{{anchor}}}\">{{{contents}}}</h{{level}}>"),
        right: .layout("heading", "<h{{level}} id=\"{{{anchor}}}\">{{{content}}}</h{{level}}>"))

    static let wrongKind = Explanation(
        TemplateRule.wrongKind, "a template uses a name as what it is not",
        "A text is written {{so}} and escaped, HTML {{{so}}}; a list, a record or a flag is a section. Otherwise markup would "
            + "show as text, or text become markup.",
        wrong: .layout("heading", "<h{{level}} id=\"{{{anchor}}}\">{{content}}</h{{level}}>"),
        right: .layout("heading", "<h{{level}} id=\"{{{anchor}}}\">{{{content}}}</h{{level}}>"))

    static let missingTemplate = Explanation(
        TemplateRule.missingTemplate, "a theme lacks a layout that the program needs",
        "Each kind of page, and each element of a text, is written by a layout of its own. A theme that extends another has "
            + "all of that one's layouts.",
        wrong: .words("a theme of one layout, page.mustache"), right: .words("the same with “extends: toolbox” in its theme.yml"))

    static let missingPartial = Explanation(
        TemplateRule.missingPartial, "a template puts in a partial that there is not",
        "Partials lie in partials/ of the theme, or of the theme that it extends, and are named without “.mustache”.",
        wrong: .layout("page", "{{<base}}\n{{$main}}\n{{>txt}}\n{{/main}}\n{{/base}}"),
        right: .layout("page", "{{<base}}\n{{$main}}\n{{>text}}\n{{/main}}\n{{/base}}"))

    static let missingParent = Explanation(
        TemplateRule.missingParent, "a template inherits from one that there is not",
        "The parent holds what all pages share; without it the page would have no head, no navigation and no end.",
        wrong: .layout("page", "{{<bse}}\n{{$main}}\n{{>text}}\n{{/main}}\n{{/bse}}"),
        right: .layout("page", "{{<base}}\n{{$main}}\n{{>text}}\n{{/main}}\n{{/base}}"))

    static let missingBlock = Explanation(
        TemplateRule.missingBlock, "a template fills a block that its parent does not have",
        "What is in it would be shown nowhere.",
        wrong: .layout("page", "{{<base}}\n{{$mian}}\n{{>text}}\n{{/mian}}\n{{/base}}"),
        right: .layout("page", "{{<base}}\n{{$main}}\n{{>text}}\n{{/main}}\n{{/base}}"))

    static let duplicateBlock = Explanation(
        TemplateRule.duplicateBlock, "a template fills a block twice",
        "Only the first is shown.",
        wrong: .layout("page", "{{<base}}\n{{$main}}\n{{>text}}\n{{/main}}\n{{$main}}\n<hr>\n{{/main}}\n{{/base}}"),
        right: .layout("page", "{{<base}}\n{{$main}}\n{{>text}}\n<hr>\n{{/main}}\n{{/base}}"))

    static let missingString = Explanation(
        TemplateRule.missingString, "a template uses a word that the theme's strings do not have",
        "Each word is looked up in strings/<locale>.yml of the theme, for every language of the course.",
        wrong: .layout("page", "{{<base}}\n{{$main}}\n<a href=\"{{home}}\">{{strings.hom}}</a>\n{{/main}}\n{{/base}}"),
        right: .layout("page", "{{<base}}\n{{$main}}\n<a href=\"{{home}}\">{{strings.home}}</a>\n{{/main}}\n{{/base}}"))

    static let endlessTemplate = Explanation(
        TemplateRule.endlessTemplate, "a template includes itself without end",
        "It may do so in a section over a list of the record that it shows, such as the headings below a heading, which ends "
            + "with the data.",
        wrong: .files([
            .init("themes/mine/layouts/page.mustache", "{{>card}}"),
            .init("themes/mine/partials/card.mustache", "<p>{{title}}</p>{{>card}}"),
        ]),
        right: .files([
            .init("themes/mine/layouts/page.mustache", "{{>card}}"), .init("themes/mine/partials/card.mustache", "<p>{{title}}</p>"),
        ]))

    static let templateLimit = Explanation(
        TemplateRule.templateLimit, "templates nest too deep or grow too large",
        "Put together, partials that include each other can grow without bound; nobody writes such a page on purpose.",
        wrong: .words("a partial that holds another twice, which holds another twice, and so on"), right: .words("a section over a list"))
}

extension Explanation.Example {
    fileprivate static func layout(_ name: String, _ text: String) -> Self {
        .files([.init("themes/mine/layouts/\(name).mustache", text)])
    }
}
