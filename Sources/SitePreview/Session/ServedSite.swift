import CourseSite

/// What is served at a moment: a site, and what is known about it. A value: requests that are answered while a new one is made still see the old one whole.
struct ServedSite: Sendable {
    /// `nil` as long as the project has never been without errors.
    let site: Site?
    let translations: TranslationTable?
    /// Of the course, in its first locale.
    let title: String
}
