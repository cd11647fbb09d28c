extension Course {
    func title(of page: Page) -> String {
        texts[page.text].document.title
    }

    /// A module's short name, else its title.
    func label(of page: Page) -> String {
        let document = texts[page.text].document
        return document.frontMatter.label ?? document.title
    }

    /// The locale in which a page's text is written.
    func locale(of page: Page) -> Locale {
        configuration.locales[texts[page.text].document.locale]
    }

    /// The page itself, or where it shows the source's text, the source's page.
    func canonical(_ page: Page) -> Page {
        page.isFallback ? editions[0].page(page.number) ?? page : page
    }

    /// The language of a page's text where it is not the edition's.
    func foreignLanguage(of page: Page, in edition: Edition) -> String? {
        page.isFallback ? locale(of: page).code : nil
    }
}
