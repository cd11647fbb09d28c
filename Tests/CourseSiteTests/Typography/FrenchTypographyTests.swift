import Testing

@testable import CourseSite

/// `‿` is U+202F, `~` is U+00A0.
struct FrenchTypographyTests {
    private let french = Typographer(locale: "fr")

    @Test(arguments: [
        ("Qui ? Lui ! Bien ; oui.", "Qui‿? Lui‿! Bien‿; oui."),
        ("Ceci : cela", "Ceci~: cela"),
        ("Thin\u{2009}? Deux  ! Trois\u{2009}: fin", "Thin‿? Deux‿! Trois~: fin"),
        ("Qui? Lui! Bien; oui. Ceci: cela", "Qui‿? Lui‿! Bien‿; oui. Ceci~: cela"),
        ("1, 2; (a); [b]: 50%! à 5€? etc.; É?", "1, 2‿; (a)‿; [b]~: 50%‿! à 5€‿? etc.‿; É‿?"),
        ("Vraiment?! Oui!!! Non ?!", "Vraiment‿?! Oui‿!!! Non‿?!"),
        ("(vraiment?) [oui !]", "(vraiment‿?) [oui‿!]"),
        ("Trois choses :", "Trois choses~:"),
    ])
    func highMarksAreSpaced(_ text: String, _ expected: String) { #expect(french.visiblySet(text) == expected) }

    @Test(arguments: [
        "Qui~? Lui‿! Ceci‿: cela~; fin", "http://exemple.org/?a=b", "à 10:30", "Foo::bar et a :: b", "index.html?x=1",
        "mailto:moi@exemple.org",
        ":) :-) ;-) :D :/ :'( oui:) non;) bof:-( :’( :|", "?", ": début", "(?) [!]", "l'a:b".replacing("'", with: "’"), "16:9",
        "C:\\dossier", "a != b",
        ":smile: et (:+1:)", "?!", "!important", "a ?b :c ;d",
    ])
    func otherMarksStay(_ text: String) { #expect(french.visiblySet(text) == text) }

    @Test(arguments: [
        ("«texte»", "«‿texte‿»"), ("« texte »", "«‿texte‿»"), ("« texte»", "«‿texte‿»"), ("«~texte~»", "«~texte~»"),
        (
            "«‿texte‿»",
            "«‿texte‿»"
        ),
        ("\"texte\"", "«‿texte‿»"), ("un \"mot\", (\"deux\")", "un «‿mot‿», («‿deux‿»)"), ("\"Quoi?\"", "«‿Quoi‿?‿»"),
        (
            "\"Oui\": non",
            "«‿Oui‿»~: non"
        ),
        ("\"le \"mot\" dit\"", "«‿le “mot” dit‿»"), ("\"le 'mot' dit\"", "«‿le “mot” dit‿»"), ("« le \"mot\" dit »", "«‿le “mot” dit‿»"),
        ("\"'mot' dit\"", "«‿“mot” dit‿»"), ("\"dit 'mot'\"", "«‿dit “mot”‿»"), ("le 'mot' dit", "le “mot” dit"),
        ("“mot” et ‘mot’", "“mot” et ‘mot’"), ("«»", "«»"), ("« »", "«‿»"), ("«!»", "«‿!‿»"), ("»mot«", "»mot«"),
        (
            "fin de citation »",
            "fin de citation‿»"
        ),
        ("fin\"", "fin‿»"),
    ])
    func quotesAreGuillemets(_ text: String, _ expected: String) { #expect(french.visiblySet(text) == expected) }

    @Test(arguments: [
        ("l'eau, aujourd'hui", "l’eau, aujourd’hui"), ("d'«intégration»", "d’«‿intégration‿»"), ("d'\"intégration\"", "d’«‿intégration‿»"),
        ("l’eau", "l’eau"), ("l'11 novembre", "l’11 novembre"), ("les 'potes", "les ’potes"), ("\"l'eau\"", "«‿l’eau‿»"),
        (
            "qu'à l'île",
            "qu’à l’île"
        ),
        ("les années '80", "les années ’80"),
    ])
    func apostrophes(_ text: String, _ expected: String) { #expect(french.visiblySet(text) == expected) }

    @Test(arguments: [
        ("oui -- non", "oui – non"), ("oui --- non", "oui — non"), ("2019--2021", "2019–2021"), ("a - b, porte-clés", "a - b, porte-clés"),
        ("-- dit-il", "– dit-il"), ("fin...", "fin…"), ("Quoi...?", "Quoi…‿?"), ("(...) et [...]", "(…) et […]"),
    ])
    func dashesAndEllipses(_ text: String, _ expected: String) { #expect(french.visiblySet(text) == expected) }

    @Test(arguments: ["----", "a ---> b", "<-- b", "--aide", "....", "..", "a/.../b", ".../b", "1...5", "|--|"])
    func drawingsStay(_ text: String) { #expect(french.visiblySet(text) == text) }

    @Test(arguments: [
        ("fr-CA", "Qui ? Non: \"oui\" ; «a»", "Qui ? Non~: «~oui~» ; «~a~»"),
        (
            "fr-CH", "Qui? Non: \"oui, 'a'\"",
            "Qui‿? Non‿: «‿oui, ‹‿a‿›‿»"
        ),
        ("fr-BE", "Qui? Non: \"oui\"", "Qui‿? Non~: «‿oui‿»"), ("FR-ca", "Non:", "Non~:"),
    ])
    func countriesDiffer(_ code: String, _ text: String, _ expected: String) {
        #expect(Typographer(locale: code).visiblySet(text) == expected)
    }
}
