import Diagnostics

/// What belongs to the glossary.
extension Explanation {
    static let duplicateTerm = Explanation(
        Rule.duplicateTerm, "the glossary explains a term twice",
        "Readers would find one of the two, and not know that there is another. A word with two meanings says in its heading "
            + "which is meant.",
        wrong: .glossary(
            "# Glossary\n\n## Integration {#social}\n\nTaking part in a society.\n\n"
                + "## Integration {#economic}\n\nTaking part in an economy."),
        right: .glossary(
            "# Glossary\n\n## Integration (social) {#social}\n\nTaking part in a society.\n\n"
                + "## Integration (economic) {#economic}\n\nTaking part in an economy."))

    static let missingTerm = Explanation(
        Rule.missingTerm, "a translation of the glossary lacks a term",
        "Links to it in that language lead nowhere, and readers who compare languages miss it. "
            + "The same “{#id}” in every locale says that two terms are one.",
        wrong: .files(translated("# Glossaire\n\n## Parité {#parity}\n\nAutant d'un côté que de l'autre.")),
        right: .files(translated("# Glossaire\n\n## Genre {#gender}\n\nCe qu'une société attend des femmes et des hommes.")))

    static let unusedTerm = Explanation(
        Rule.unusedTerm, "no page links to a term of the glossary",
        "Readers meet the word in the text and do not learn that it is explained. A link to the term shows its meaning on the spot.",
        wrong: .files([
            .init("content/en/index.md", "# Course\n\nRemittances can change a town."),
            .init("content/en/glossary.md", "# Glossary\n\n## Remittances {#remittances}\n\nMoney sent home."),
        ]),
        right: .files([
            .init("content/en/index.md", "# Course\n\n[Remittances](glossary.md#remittances) can change a town."),
            .init("content/en/glossary.md", "# Glossary\n\n## Remittances {#remittances}\n\nMoney sent home."),
        ]))

    private static func translated(_ glossary: String) -> [File] {
        [
            .init("site.yml", "locales: [{code: en, name: English}, {code: fr, name: Français}]"),
            .init("content/en/index.md", "# Course\n\nWhat [gender](glossary.md#gender) changes."),
            .init("content/en/glossary.md", "# Glossary\n\n## Gender {#gender}\n\nWhat a society expects of women and men."),
            .init("content/fr/glossary.md", glossary),
        ]
    }
}

extension Explanation.Example {
    /// A glossary whose terms are all used.
    fileprivate static func glossary(_ text: String) -> Explanation.Example {
        .files([
            .init("content/en/index.md", "# Course\n\nOn [integration](glossary.md#social), [at work](glossary.md#economic) too."),
            .init("content/en/glossary.md", text),
        ])
    }
}
