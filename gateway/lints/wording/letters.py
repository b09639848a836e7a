"""How letters begin and end: greetings, closing lines, the lines that mail programs add.

Templates of `lints.phrases`, by language; a greeting and a closing stand at the start of a line.
"""

from typing import Final

GREETINGS: Final = {
    "de": (
        r"lieb(?:e|er|es|en) (?:frau|herr|kund\w+|familie|team|dame|damen|leute)|hall?o+(?:chen)?",
        "hallöchen|hll?ao|gut(?:en?|n) ?(?:tag|morgen|abend|mittag|nachmittag|tach)",
        (
            "(?:einen )?(?:wunder)?schönen (?:guten )?(?:tag|morgen|abend|nachmittag|sonntag)"
            " (?:herr|frau|zusammen)"
        ),
        r"(?:einen )?(?:wunder)?schönen guten (?:tag|morgen|abend|nachmittag)|sehr ge\w{2,8}",
        r"s\.? ?g\.? (?:herr|frau|damen)\w*|(?:hoch)?(?:ge|ver)ehrte[rs]?|werte[rs]? \w+",
        "moin(?: moin)?|servus|tach|mahlzeit|grüezi|gruezi|hoi|hey|hi|n'abend",
        "grü(?:ß|ss)e? (?:gott|dich|sie|euch)|hallihallo|(?:ja|so|oh|und),? hallo",
    ),
    "en": (
        "hello|hell?o there|helo|hiya|hey|greetings|dear|good ?(?:morning|afternoon|evening|day)",
        "to whom it may concern",
    ),
    "fr": (
        r"bonjour|bjr|bonsoir|salut|coucou|ch(?:er|ere|ers|eres) \w+|madame|monsieur|mesdames",
        r"messieurs|mme|m\. \w+",
    ),
    "it": (
        "buon ?giorno|buona ?sera|buon pomeriggio|buondi|salve|ciao|gentil(?:e|issim[oa])",
        r"gent\.(?:ma|mo|le)?|egregi[oa]|car[oai] \w+|spett(?:abile|\.le)?",
    ),
    "es": (
        r"hola|buenos dias|buen dia|buenas(?: tardes| noches)?|saludos \w+|estimad[oa]s?",
        "apreciad[oa]s?|querid[oa]s?|muy senor(?:a|es)?|a la atencion de",
    ),
    "pl": (r"dzien dobry|dobry wieczor|witam|witaj\w*|czesc|hej|szanown[yaei]\w*|drog[iae] \w+",),
    "nl": (
        r"hallo|hoi|hai|dag \w+|goede(?:n|r)?(?: |-)?(?:dag|morgen|middag|avond)",
        r"goeie(?:morgen|middag|avond)|beste \w+|geachte|lieve \w+",
    ),
    "sv": (
        r"hej(?: \w+| igen)?|hejsan|hall[åa]|tjena",
        r"god ?(?:dag|morgon|kväll|kvall|eftermiddag|formiddag)|bäste? \w+|bäs?ta \w+|kära \w+",
        r"käre \w+",
    ),
}
"""What a letter begins with. "Liebe Frau Meier" and a bare name with a comma are known to the code."""

DEAR: Final = (r"lieb(?:e|er|es|en) (?:[\w.-]+ ){0,4}[\w-]+ ?(?:[,!:]|$)",)
"""A greeting that needs its comma: "Lieber Max," and not "lieber wäre uns ein Foto"."""

CLOSINGS: Final = {
    "de": (
        r"m(?:it|ti)? \w{2,16}(?: und \w+)? gr(?:ü|u)(?:ß|s)?\w{0,6}",
        r"(?:mit )?(?:vielen|vielne) (?:lieben |freundlichen |herzlichen )?gr(?:ü|u)(?:ß)\w{0,4}",
        (
            r"(?:freundlich|best|viel|lieb|herzlich|schön|sonnig|nett|kollegial|sportlich)\w{0,3} "
            r"gr(?:ü|u)(?:ß|s)\w{0,4}"
        ),
        r"gr(?:ü|u)(?:ß|s)e?n?(?: aus| vom| von)?|mfg|m\.f\.g\.?|mit grü(?:ß)(?:en)?|gruß",
        r"freundlichst|hochachtungsvoll|hochachtend|(?:herzlichst|liebst),? ?(?:ihr\w*|eure?)",
        "es grüßt(?: sie)?|mit den besten grüßen|mit den besten empfehlungen",
        r"mit (?:besten|freundlichen|vielen) empfehlungen|mit freundlichen gr\S{1,6}",
        "(?:mit )?(?:besten|guten|lieben|herzlichen|allen guten) wünschen?",
    ),
    "en": (
        (
            r"(?:with )?(?:my |our )?(?:best|kind|kindest|warm|warmest|many)(?: \w+)? (?:regards?|"
            "wishes|greetings)"
        ),
        r"regards|rgds|cheers|sincerely(?: yours)?|yours(?: \w+)?|all the best|best wishes",
        "best regads|respectfully|warmly",
        r"(?:have|wishing you) an? (?:nice|great|lovely|good|wonderful) \w+",
    ),
    "fr": (
        "(?:bien |tres )?cordialement|cdlt|cdt|bien à vous|amicalement|sinceres salutations",
        "meilleures salutations",
        "(?:bonne|belle|excellente) (?:journee|soiree|fin de journee|semaine)",
        r"salutations(?: \w+)?|respectueusement",
        "(?:veuillez|nous vous prions|je vous prie) ~3 (?:d')?agreer",
    ),
    "it": (
        "(?:i piu |con i migliori )?(?:cordiali|distinti|cari|migliori) saluti|cordialmente",
        "un (?:cordiale )?saluto|saluti|(?:buona|una buona) (?:giornata|serata)|in fede",
    ),
    "es": (
        ("(?:reciba )?(?:un |muchos )?(?:cordial(?:es)? |atentos? )?saludos?(?: cordial(?:es)?| atentos?)?"),
        "atentamente|atte|cordialmente|que (?:tenga|tengas|pase) ~2 (?:buen|buena|feliz)",
        "(?:buen|feliz) dia|un abrazo",
    ),
    "pl": (
        "(?:serdecznie |cieplo )?pozdrawiam[y]?|(?:serdeczne )?pozdrowienia|pozdr|z powazaniem",
        "z wyrazami szacunku|lacze ~2 (?:pozdrowienia|wyrazy)|z pozdrowieniami",
        "(?:milego|udanego) (?:dnia|wieczoru|weekendu)",
    ),
    "nl": (
        r"(?:met |m\. ?)?(?:vriendelijke|vriendelijk|hartelijke|beste|warme|vele) groet(?:en|jes)?",
        r"mvg|m\.v\.g\.?|groet(?:en|jes)?|hoogachtend",
        "(?:een )?(?:fijne|prettige) (?:dag|avond|middag|week(?:end)?)",
    ),
    "sv": (
        r"(?:med )?(?:vänlig|bäst|varm|hjärtlig)\w* häl?s?ning\w*|häl?sning\w*|mvh|m\.v\.h\.?",
        "bästa hälsningar|(?:ha )?(?:en )?(?:trevlig|fin|bra) (?:dag|kväll|helg)",
        "ha det (?:bra|så bra|fint)",
    ),
}
"""Formulas that end a letter: behind the first line that begins with one stands the signature."""

CLOSINGS_ALONE: Final = (
    r"lg|l\.g\.|vg|bg|hg|kr|br|best",
    (
        r"(?:ihr|euer|ihre|your|votre|il vostro|su|uw|ert|vårt)(?: \w[\w&.-]*){0,4}[ -](?:team|"
        "kundenservice|kundendienst|service|support|equipe|equipo|klantenservice|staff)"
    ),
    r"l'equipe(?: \w[\w&.-]*){0,4}",
)
"""Closings that are too short or too common to count with more than a name behind them."""

CLOSINGS_INSIDE: Final = (
    "salutations (?:distinguees|cordiales|respectueuses|les meilleures)",
    r"(?:l'expression|l'assurance) de (?:mes|nos) \w+ \w+|un cordial saludo",
    "(?:cordiali|distinti) saluti",
)
"""Closings of several words whose end only is sure, anywhere in a line."""

CLOSINGS_LAST: Final = (
    "lg|glg|vg|mfg|gruß|grüße|danke|thanks|cheers|merci|grazie|gracias|saludos|dzieki",
    "dziekuje|pozdrawiam|dank|groet|groeten|tack|mvh|hälsningar|saluti|cordialement",
    "kind regards|best regards",
)
"""Words that close a letter where only a name follows, at the very end of the text."""

THANKS: Final = {
    "de": (
        (
            "(?:(?:vielen|besten|herzlichen|tausend|schon mal|nochmals) ){0,3}(?:danke?|dankeschön|"
            "dank)(?: schön| sehr)?"
        ),
        "bis (?:bald|dann|dahin|später)|alles gute",
        r"(?:einen )?(?:schön|angenehm)\w* (?:tag|abend|wochen\w*|feier\w*|woche)",
    ),
    "en": (
        "(?:many )?thanks(?: again| a lot| so much)?|thank you(?: very much| so much| again)?|thx",
        "bye",
    ),
    "fr": ("merci(?: beaucoup| d'avance| encore| bien)?|a bientot",),
    "it": ("(?:molte )?grazie(?: mille| ancora| in anticipo)?|a presto|arrivederci",),
    "es": (
        "(?:muchas |mil )?gracias(?: de antemano)?|hasta (?:pronto|luego)",
        "quedamos a su disposicion",
    ),
    "pl": (r"(?:z gory )?dziekuj\w{1,3}(?: z gory)?|do uslyszenia|dzieki",),
    "nl": ("(?:hartelijk |alvast )?(?:dank|bedankt)(?: u)?(?: wel| alvast)?|tot (?:snel|ziens|dan)",),
    "sv": ("(?:stort |många )?tack(?: så mycket| på förhand)?|på återseende|ha det",),
}
"""Words that end a letter well enough, alone on a line near its end."""

SENT_FROM: Final = {
    "de": (
        r"von meinem \S+(?: \S+){0,3} (?:gesendet|gesandt)|gesendet (?:von|mit|über|via|aus) \S+",
        r"outlook für \S+ beziehen",
        "diese (?:nachricht|e-?mail|mail) wurde (?:von|mit) ~8 (?:gesendet|gesandt|verschickt)",
        "holen sie sich outlook",
    ),
    "en": (r"sent (?:from|with|via|using) \S+|get outlook for \S+|sent on the go",),
    "fr": (r"envoye (?:de|depuis|a partir|avec|via) \S+|telecharger outlook|obtenir outlook pour",),
    "it": (r"inviato (?:da|dal|con|tramite) \S+|scarica outlook|ottieni outlook",),
    "es": (r"enviado (?:desde|con|por) \S+|obtener outlook para",),
    "pl": (r"wyslan[eoay] (?:z|za|przy) \S+|pobierz (?:program )?outlook",),
    "nl": (
        r"(?:verstuurd|verzonden) (?:vanaf|vanuit|met|via) \S+",
        r"outlook voor \S+ (?:downloaden|ophalen)",
    ),
    "sv": (r"skickat (?:från|fran|med|via) \S+|hämta outlook för",),
}
"""Lines of phones and mail programs; the signature begins there at the latest."""

NOT_GREETED: Final = frozenset(
    [
        "ja",
        "nein",
        "ok",
        "okay",
        "danke",
        "sorry",
        "yes",
        "no",
        "thanks",
        "oui",
        "non",
        "merci",
        "si",
        "grazie",
        "gracias",
        "nie",
        "tak",
        "dziekuje",
        "nee",
        "dank",
        "bedankt",
        "nej",
        "tack",
        "super",
        "prima",
        "gut",
        "also",
        "leider",
        "achtung",
        "wichtig",
        "hinweis",
        "info",
        "ps",
        "nb",
    ]
)
"""First words before a comma that are nobody's name."""
