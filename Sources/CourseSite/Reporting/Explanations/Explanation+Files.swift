import Diagnostics

/// Files, folders and locales.
extension Explanation {
    static let emptySite = Explanation(
        Rule.emptySite, "the course has no home page",
        "A course begins with content/<locale>/index.md in its first locale: every language chooser, breadcrumb and offline "
            + "copy leads there.",
        wrong: .page("---\ndraft: true\n---\n\n# Course"),
        right: .page("# Course"))

    static let fileName = Explanation(
        Rule.fileName, "no address can be made of a file's name",
        "A page's name becomes part of its address and of a file in the site. It must be UTF-8, and most disks take no more "
            + "than 255 bytes.",
        wrong: .words("a name of 300 letters, or one saved in an old encoding by an unpacked archive"),
        right: .words("a short name of letters, digits and hyphens, or a short “slug:” in the front matter"))

    static let fileTooLarge = Explanation(
        Rule.fileTooLarge, "a file is larger than people write by hand",
        "A page of many megabytes is a mistake, or a text that no reader gets to the end of on a phone. The limit keeps a "
            + "build quick whatever a file holds.",
        wrong: .words("a page of 10 MB"),
        right: .words("several pages, or a file that readers download"))

    static let foreignOutput = Explanation(
        Rule.foreignOutput, "the output folder holds what Lutrin did not make",
        "A build replaces its folder whole. What somebody else put there would be lost, so only an empty folder, or one that "
            + "holds an earlier site, is accepted.",
        wrong: .words("lutrin build --output ~/Documents"),
        right: .words("lutrin build --output ~/Documents/site"))

    static let missingModuleIndex = Explanation(
        Rule.missingModuleIndex, "a folder with pages has no index.md",
        "A folder with Markdown in it is a module, and its index.md gives the module its title, its place and its page.",
        wrong: .files([.init("content/en/core/01-challenges.md", "# Challenges")]),
        right: .files([.init("content/en/core/index.md", "# Core module"), .init("content/en/core/01-challenges.md", "# Challenges")]))

    static let nestedPage = Explanation(
        Rule.nestedPage, "a page lies in a folder inside a module",
        "A course has modules and sessions, and no further level: readers keep their bearings, and addresses stay short.",
        wrong: .files([
            .init("content/en/core/index.md", "# Core module"), .init("content/en/core/part-1/01-challenges.md", "# Challenges"),
        ]),
        right: .files([.init("content/en/core/index.md", "# Core module"), .init("content/en/core/01-challenges.md", "# Challenges")]))

    static let notUTF8 = Explanation(
        Rule.notUTF8, "a text is not in the encoding UTF-8",
        "Read in another encoding than it was saved in, a text shows “Ã©” for “é”. One encoding for all files is the only way to be sure.",
        wrong: .words("a page saved as Windows-1252, Latin-1 or UTF-16"),
        right: .words("the page saved as UTF-8; every editor can, mostly under “Save with encoding”"))

    static let nulByte = Explanation(
        Rule.nulByte, "a text holds a NUL byte",
        "No text has one. The file is something else, such as an image or a word processor's document, under the name of a "
            + "page, or it was damaged.",
        wrong: .words("a .docx file renamed to .md"),
        right: .words("its text, saved as plain text"))

    static let strayLink = Explanation(
        Rule.strayLink, "a symbolic link leads out of the project, nowhere, or in a circle",
        "What lies outside the project is not there on the next machine, and was perhaps never meant to be published.",
        wrong: .words("content/en/media/photo.jpg → /home/me/photo.jpg"),
        right: .words("a copy of the file, or a link to another file of the project"))

    static let specialFile = Explanation(
        Rule.specialFile, "something in content/ is neither a file nor a folder",
        "A pipe or a device cannot be copied to a web host, and reading it may never end.",
        wrong: .words("a named pipe in content/"), right: .words("files and folders alone"))

    static let duplicateLocale = Explanation(
        Rule.duplicateLocale, "a locale is listed twice",
        "Each locale has one folder in content/ and one in the site.",
        wrong: .settings("locales:\n  - {code: en, name: English}\n  - {code: en, name: Français}"),
        right: .files([
            .init("site.yml", "locales:\n  - {code: en, name: English}\n  - {code: fr, name: Français}"),
            .init("content/fr/index.md", "# Cours"),
        ]))

    static let missingLocaleFolder = Explanation(
        Rule.missingLocaleFolder, "a locale of site.yml has no folder in content/",
        "Every page of the locale would be a fallback. Perhaps the folder's name is mistyped, or the translation was not checked in.",
        wrong: .settings("locales:\n  - {code: en, name: English}\n  - {code: fr, name: Français}"),
        right: .files([
            .init("site.yml", "locales:\n  - {code: en, name: English}\n  - {code: fr, name: Français}"),
            .init("content/fr/index.md", "# Cours"),
        ]))

    static let unlistedLocale = Explanation(
        Rule.unlistedLocale, "a folder in content/ belongs to no locale",
        "Its pages would be in no edition of the course, without anybody noticing.",
        wrong: .files([.init("site.yml", "locales:\n  - {code: en, name: English}"), .init("content/fr/index.md", "# Cours")]),
        right: .files([
            .init("site.yml", "locales:\n  - {code: en, name: English}\n  - {code: fr, name: Français}"),
            .init("content/fr/index.md", "# Cours"),
        ]))
}
