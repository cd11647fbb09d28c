"""The words the corpus is made of: French and English lists of the same make.

Nouns and verbs are plural, so that any article, noun, adjective and verb agree; the French
adjectives have one form for both genders.
"""

FR = {
    "articles": "les des ces nos vos leurs quelques plusieurs".split(),
    "nouns": """
        communes régions équipes écoles familles associations entreprises coopératives habitants élus
        préfets voisins bénévoles médiateurs travailleurs étudiants retraités agriculteurs artisans
        diasporas quartiers territoires villages ports frontières marchés ateliers guichets bureaux
        services réseaux comités conseils forums assemblées budgets impôts fonds transferts épargnes
        crédits subventions projets programmes plans schémas diagnostics enquêtes données indicateurs
        cartes registres fichiers rapports études synthèses évaluations méthodes outils guides chartes
        accords conventions partenariats alliances règlements lois décrets droits devoirs recours
        procédures démarches formulaires dossiers permis visas titres métiers compétences diplômes
        formations stages emplois salaires filières récoltes semences sécheresses inondations sols forêts
        rivières routes logements terrains hôpitaux cliniques soins vaccins crèches bibliothèques langues
        récits mémoires fêtes cultures médias journaux débats controverses idées hypothèses résultats
        échéances étapes calendriers objectifs priorités moyens leviers obstacles risques échecs succès
        leçons besoins attentes demandes réponses retours départs arrivées trajets séjours parcours cycles
        liens échanges relais repères équilibres écarts inégalités élèves aînés naissances âges pièces
    """.split(),
    "adjectives": """
        utiles durables fiables économiques solidaires mobiles stables rapides simples historiques
        démographiques géographiques civiques politiques juridiques numériques responsables nécessaires
        possibles complémentaires équitables visibles rares ordinaires pratiques scolaires sanitaires
        bénévoles volontaires temporaires propres modestes précaires agricoles maritimes périphériques
        réciproques exemplaires multiples
    """.split(),
    "verbs": """
        accompagnent accueillent améliorent annoncent appuient associent atteignent bâtissent changent
        cherchent complètent comparent conduisent créent décrivent demandent déplacent desservent
        devancent éclairent élargissent emploient encadrent enrichissent équipent étudient évaluent
        financent fournissent gèrent guident intègrent interrogent limitent maîtrisent mesurent mobilisent
        négocient observent orientent partagent précèdent préparent protègent rapprochent recensent
        reconnaissent réduisent relient remplacent renforcent répartissent révèlent réunissent soutiennent
        stimulent suivent traduisent transforment valorisent vérifient
    """.split(),
    "complements": """
        dès la première année|à l’échelle locale|sans budget nouveau|dans chaque quartier|au fil des
        saisons|avec l’appui de la région|selon le calendrier prévu|malgré la sécheresse|sous
        l’autorité du maire|d’un bout à l’autre du parcours|où que l’on vive|à titre d’expérience|même
        après le départ|grâce à un mandat écrit|pendant plusieurs mois|bien avant l’été|devant une
        assemblée élue|là où personne ne s’y attendait|de proche en proche|à l’issue du diagnostic|par
        étapes|en toute transparence|chaque fois que c’est possible|loin des capitales
    """,
    "openings": """
        Dans les faits,|À l’inverse,|Le plus souvent,|Peu à peu,|Dès lors,|En règle générale,|Sur le
        terrain,|Après coup,|Par exemple,|Contre toute attente,|À plus long terme,|Ailleurs,|Enfin,
    """,
    "joins": "tandis que|parce que|alors que|et|mais|quand|si bien que|même si|pendant que",
    "at": "à|près de|au nord de|entre la mer et|sur la route de",
    "in": "en|avant|depuis|dès|jusqu’en",
    "see": "voir|lire aussi|comme le montre|à rapprocher de|pour la suite,",
    "columns": "Étape|Acteurs|Échéance|Moyens",
    "note": "Le détail dépend du droit de chaque pays :",
}

EN = {
    "articles": "the some these our your their many several".split(),
    "nouns": """
        towns regions teams schools families associations companies cooperatives residents councillors
        governors neighbours volunteers mediators workers students pensioners farmers artisans diasporas
        districts territories villages harbours borders markets workshops counters offices services
        networks committees councils forums assemblies budgets taxes funds remittances savings loans
        grants projects programmes plans schemes diagnoses surveys datasets indicators maps registers
        files reports studies summaries evaluations methods tools guides charters agreements conventions
        partnerships alliances regulations laws decrees rights duties appeals procedures steps forms
        records permits visas titles trades skills diplomas courses placements jobs wages sectors harvests
        seeds droughts floods soils forests rivers roads houses plots hospitals clinics treatments
        vaccines nurseries libraries languages stories memories festivals cultures newspapers broadcasts
        debates disputes ideas hypotheses results deadlines stages calendars objectives priorities means
        levers obstacles risks failures successes lessons needs expectations requests answers returns
        departures arrivals journeys stays paths cycles ties exchanges relays landmarks balances gaps
        inequalities pupils elders births ages rooms
    """.split(),
    "adjectives": """
        useful lasting reliable economic shared mobile stable quick simple historic demographic remote
        civic political legal digital responsible necessary possible complementary fair visible rare
        ordinary practical young healthy voluntary temporary modest fragile rural maritime outlying mutual
        broad steady
    """.split(),
    "verbs": """
        accompany welcome improve announce support involve reach build change seek complete compare lead
        create describe request move serve precede clarify widen employ supervise enrich equip study
        assess finance supply manage guide integrate question limit master measure mobilise negotiate
        observe direct share prepare protect reconcile count recognise reduce connect replace strengthen
        distribute reveal gather sustain stimulate follow translate transform value verify
    """.split(),
    "complements": """
        from the first year on|at the local level|without any new budget|in every district|as the
        seasons pass|with the region’s support|on the agreed schedule|in spite of the drought|under
        the mayor’s authority|from one end of the journey to the other|wherever people live|by way of
        experiment|even after departure|thanks to a written mandate|for several months|well before
        summer|before an elected assembly|where nobody expected it|little by little|once the diagnosis
        is made|in stages|in full view of the public|whenever possible|far from the capitals
    """,
    "openings": """
        In practice,|Conversely,|Most of the time,|Little by little,|From then on,|As a rule,|On the
        ground,|With hindsight,|For example,|Against all odds,|In the longer run,|Elsewhere,|
        Finally,
    """,
    "joins": "while|because|whereas|and|but|when|so that|even if|as long as",
    "at": "in|near|north of|between the sea and|on the road to",
    "in": "in|before|since|after|until",
    "see": "see|read also|as shown in|compare with|to go on,",
    "columns": "Stage|Actors|Deadline|Means",
    "note": "Details depend on the law of each country:",
}


def phrases(text):
    """The phrases of a `|` list, each on one line."""
    return [" ".join(phrase.split()) for phrase in text.split("|")]


def vocabulary(words):
    """The same lists with every entry a list of strings (`note` stays one string)."""
    return {
        key: value if key == "note" or isinstance(value, list) else phrases(value)
        for key, value in words.items()
    }


VOCABULARY = {"fr": vocabulary(FR), "en": vocabulary(EN)}
