/// What a link may not be called alone, because it is true of every link; by language, in small letters and without punctuation.
enum VagueTexts {
    /// Nothing for a language of which nobody has told us.
    static func of(_ language: String) -> Set<String> { byLanguage[language] ?? [] }

    private static let byLanguage: [String: Set<String>] = [
        "ar": ["هنا", "اضغط هنا", "انقر هنا", "اقرأ المزيد", "المزيد", "رابط", "الرابط"],
        "de": [
            "hier", "hier klicken", "klicken sie hier", "klick hier", "mehr", "mehr lesen", "weiterlesen", "mehr erfahren", "link",
            "dieser link",
        ],
        "en": [
            "here", "click here", "click", "see here", "this", "this link", "this page", "link", "the link", "more", "read more",
            "learn more",
            "see more", "more info", "more information", "details", "continue", "continue reading", "download", "go", "page", "website",
        ],
        "es": [
            "aquí", "aqui", "haga clic aquí", "haz clic aquí", "clic aquí", "pulse aquí", "enlace", "este enlace", "más", "leer más",
            "ver más",
            "saber más", "más información", "descargar",
        ],
        "fr": [
            "ici", "cliquez ici", "cliquer ici", "clique ici", "voir ici", "par ici", "là", "lien", "ce lien", "le lien", "suivez ce lien",
            "lire la suite", "la suite", "suite", "lire plus", "en savoir plus", "savoir plus", "voir plus", "plus", "plus d'infos",
            "plus d'informations", "plus d'info", "détails", "cette page", "page", "site", "télécharger", "continuer",
        ],
        "it": [
            "qui", "clicca qui", "cliccare qui", "link", "questo link", "leggi di più", "di più", "continua", "scopri di più", "scarica",
        ],
        "pt": [
            "aqui", "clique aqui", "carregue aqui", "link", "este link", "leia mais", "ler mais", "mais", "saiba mais", "ver mais",
            "baixar",
        ],
    ]
}
