/// The word by which a paragraph above a table becomes its caption: “Table: …”, “Tableau : …”. It is the language's own, as authors write it.
enum TableCaption {
    static func word(in locale: Locale) -> [UInt8] { Array((words[locale.language] ?? "Table").utf8) }

    /// By language. Another language is another row; those that have none write “Table”.
    private static let words = [
        "ar": "جدول", "cs": "Tabulka", "da": "Tabel", "de": "Tabelle", "es": "Tabla", "fi": "Taulukko", "fr": "Tableau", "it": "Tabella",
        "nb": "Tabell", "nl": "Tabel", "pl": "Tabela", "pt": "Tabela", "ro": "Tabelul", "ru": "Таблица", "sv": "Tabell", "tr": "Tablo",
        "uk": "Таблиця",
    ]
}
