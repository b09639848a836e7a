"""Words of reviews: what they are called, how one asks for them, what is offered for them.

Templates of `lints.phrases`, by language.
"""

from typing import Final

ASKS: Final = {
    "de": (
        "(?:hinterlassen|geben|schreiben|verfassen|schenken|abgeben|bitten|bitte) ~8 {review_de}",
        (
            "{review_de} ~6 (?:hinterlassen|abgeben|schreiben|verfassen|freuen|abzugeben|zu schreiben|"
            "zu hinterlassen|helfen|hilft|dankbar|wünschen)"
        ),
        r"bewerten sie (?:uns|unser\w*|bitte|den|das|die|ihr\w*|doch|gerne?)",
        "(?:uns|artikel|produkt|kauf|einkauf|verkäufer) ~3 (?:zu )?bewerten|rezensieren sie",
        "(?:über|um) ~4 {review_de}|(?:über|um) ~3 feedback",
        r"\w*feedback (?:hinterlassen|abgeben|abzugeben)",
        "(?:lassen|dalassen|da lassen) ~6 {review_de}|{review_de} (?:da|dazulassen|dalassen)",
    ),
    "en": (
        (
            "(?:leave|leaving|write|writing|give|giving|post|submit|provide|share|appreciate|"
            "love|grateful for|ask|welcome|value) ~6 {review_en}"
        ),
        "{review_en} (?:would|will) ~5 (?:help|appreciated|great|mean)",
        (
            r"(?:please )?(?:review|rate) (?:us|our|your|the) (?:\w+ )?(?:purchase|product|item|"
            "order|service|shop|experience)?"
        ),
        "(?:take|spare) ~5 (?:to|for) ~3 (?:review|rate|rating|feedback)",
        "{review_en} (?:is|are) (?:very |highly |always )?(?:welcome|appreciated)",
    ),
    "fr": (
        (
            "(?:laiss|donn|ecri|post|partag|redig|depos|appreci|ravis de|reconnaissants? de|heureux "
            r"de)\w* ~6 {review_fr}"
        ),
        "(?:evaluez|notez|evaluer|noter) (?:nous|notre|votre|le|la|ce)",
        (
            "(?:votre|un) avis ~4 (?:sur (?:amazon|ebay|notre|le|ce|votre)|nous (?:aider|interesse|"
            "ferait|serait))"
        ),
    ),
    "it": (
        (
            "(?:lasci|scriv|dar|fornire|rilasci|pubblic|apprezz|grat|felici di|saremmo lieti)"
            r"\w* ~6 {review_it}"
        ),
        "(?:valuti|recensisca|valutate|valutare|recensire) (?:il|la|i|noi|ci|nostro)",
        r"(?:sua|una|tua|vostra) recensione ~4 (?:aiut|sarebbe|e molto|ci)\w*",
    ),
    "es": (
        r"(?:dej|escrib|comparta|compartir|agradec|public|encantaria|podria dar|haga)\w* ~6 {review_es}",
        r"(?:valore|valorenos|califique|valorar|calificar) (?:su|el|la|nuestr|a)\w*",
        r"(?:su|una) (?:opinion|valoracion|resena) ~4 (?:nos ayud|seria|es muy)\w*",
    ),
    "pl": (
        (
            r"(?:wystaw|zostaw|napisa|podziel|przesla|prosim|prosz|wdzieczni|docenim|ucieszy)\w* "
            "~6 {review_pl}"
        ),
        r"(?:prosze )?(?:ocenic|oceniac) (?:nas|nasz\w*|produkt|zakup|transakcj\w*)",
        "(?:panstwa|pana|pani) opinia ~4 (?:pomoze|bedzie|jest)",
    ),
    "nl": (
        (
            "(?:laat|geef|schrijf|plaats|achter|stellen|waarderen|op prijs|blij met|deel)(?:t|"
            "en)? ~6 {review_nl}"
        ),
        "{review_nl} ~4 (?:achterlaten|achter te laten|schrijven|geven|plaatsen|op prijs)",
        "beoordeel (?:ons|uw|het|de|onze)|(?:ons|uw aankoop|het product) ~2 (?:te )?beoordelen",
    ),
    "sv": (
        "(?:lämna|skriv|ge|dela|uppskattar|tacksamma för|glada för|lämnar)(?:a|er)? ~6 {review_sv}",
        "(?:betygsätt|recensera|betygsätta) (?:oss|ditt|ert|köpet|produkten|vår|din|gärna|varan)",
    ),
}
"""A neutral request: review_request."""

CHANGES: Final = {
    "de": (
        (
            "{review_de} ~4 (?:ändern|löschen|entfernen|zurück(?:zu)?(?:nehmen|ziehen)|überarbeiten|"
            r"anpassen|abändern|anheben|verbessern|überdenken|revidieren|korrigieren|herauf\w*)"
        ),
        "(?:ändern|löschen|entfernen|überarbeiten|überdenken|revidieren|korrigieren) sie ~5 {review_de}",
        (
            "(?:negative[nr]?|schlechte[nr]?) {review_de} ~6 (?:zu )?(?:ändern|löschen|entfernen|"
            r"zurück\w+|vermeiden|abzusehen|absehen|verzichten)"
        ),
        (
            "(?:ihre|die|eine|deine) ~2 {review_de} ~3 (?:ändern|ändert|änderung|geändert|lösch|"
            "entfern|zurücknehm|zurückzieh|überarbeit|korrigier|anpass|revidier|abändern|abzuändern|"
            r"rausnehm)\w*"
        ),
        (
            r"(?:ändern|ändert|änderung|geändert|lösch|entfern|überarbeit|korrigier|revidier)\w* "
            "(?:sie )?(?:bitte )?(?:ihre|die|eine) ~2 {review_de}"
        ),
        "(?:nehmen|ziehen) sie ~5 {review_de} ~2 (?:zurück|raus)",
    ),
    "en": (
        (
            "(?:chang|remov|delet|revis|amend|withdraw|reconsider|edit|improv|tak)(?:e|es|ing|"
            "ed|al)? (?:down |of )?(?:your|the|this|that|a) ~2 {review_en}"
        ),
        "(?:updat)(?:e|ing) (?:your|the|this) ~2 {review_en}",
        "(?:instead of|before|not|without) ~3 (?:leaving|leave|posting|writing) ~3 negative {review_en}",
    ),
    "fr": (
        r"(?:modifi|chang|supprim|retir|revoi|effac)\w* ~4 (?:avis|evaluation|commentaire|note)",
        r"(?:modifi|chang|supprim|retir|revoi|effac|enlev)\w* ~3 {review_fr}",
        r"{review_fr} ~2 (?:modifie|supprime|retire)\w*",
    ),
    "it": (
        (
            r"(?:modific|cambi|rimuov|cancell|elimin|riveder)\w* ~4 (?:recension[ei]|feedback|"
            "valutazion[ei])"
        ),
        r"(?:modific|cambi|rimuov|cancell|elimin|riveder|togli|ritir)\w* ~3 {review_it}",
    ),
    "es": (
        (
            r"(?:cambi|modific|elimin|retir|borr|reconsider|quit)\w* ~4 (?:resena|valoracion|opinion|"
            "comentario)"
        ),
        r"(?:cambi|modific|elimin|retir|borr|quit|reconsider)\w* ~3 {review_es}",
    ),
    "pl": (
        r"(?:zmian|zmieni|usun|wycofa|popraw)\w* ~4 (?:opini|recenzj|ocen|komentarz)\w*",
        r"(?:zmien|zmian|usun|wycof|popraw|skasow)\w* ~4 {review_pl}",
    ),
    "nl": (
        (
            "(?:beoordeling|review|recensie) ~4 (?:aan te passen|aanpassen|wijzigen|verwijderen|"
            "te wijzigen|te verwijderen|intrekken|herzien)"
        ),
        r"(?:wijzig|verwijder|verander)\w* ~4 (?:beoordeling|review|recensie)",
        (
            "(?:uw|de|je) ~2 {review_nl} ~2 (?:wijzig|verwijder|verander|aanpas|herzien|intrek|"
            r"aan te pas)\w*"
        ),
        "(?:past|trekt|haalt) ~3 {review_nl} ~2 (?:aan|in|weg)",
    ),
    "sv": (
        r"(?:ändra|ta bort|radera|uppdatera|justera) ~4 (?:recension|omdöme|betyg)\w*",
        "(?:ändra|ändrar|tar? bort|radera|raderar|uppdatera|justera|drar? tillbaka) ~3 {review_sv}",
    ),
}
"""Asking to change or to take back a review."""

FAVOURABLE: Final = {
    "de": (
        r"(?:5|fünf)[- ]?stern\w*(?:[- ]?bewertung\w*)?|(?:5|fünf) ☆",
        r"(?:positiv|gut|toll|nett|best|super|freundlich)\w* (?:\w+ )?{review_de}",
        "bewerten sie (?:uns )?(?:bitte )?(?:positiv|gut|mit)",
    ),
    "en": (
        "(?:5|five)[- ]?stars?",
        r"(?:positive|good|great|nice|favou?rable|excellent) (?:\w+ )?{review_en}",
        "(?:rate|review) us (?:positively|highly|well)",
    ),
    "fr": (
        "(?:5|cinq) etoiles",
        "(?:avis|evaluation|commentaire|note)s? (?:tres )?(?:positifs?|positive|favorables?|elogieux)",
        "bons? avis|bonne (?:note|evaluation)",
    ),
    "it": (
        "(?:5|cinque) stelle",
        "(?:recension[ei]|feedback|valutazion[ei]) (?:molto )?(?:positiv[aoei]|favorevol[ei]|buon[aoie])",
        "(?:buon[aoie]|bell[aoie]|ottim[aoie]|positiv[aoei]) (?:recension[ei]|feedback|valutazion[ei])",
    ),
    "es": (
        "(?:5|cinco) estrellas",
        (
            "(?:resena|valoracion|opinion|comentario)(?:s|es)? (?:muy )?(?:positiv[aos]+|favorable(?:s)"
            "?|buen[ao]s?)"
        ),
        "buena (?:resena|valoracion|opinion)",
    ),
    "pl": (
        "(?:5|piec) gwiazdek",
        r"(?:pozytywn|dobr|mil|najlepsz)\w+ (?:opini|recenzj|ocen|komentarz)\w*",
        r"(?:opini|recenzj|ocen|komentarz)\w* pozytywn\w*",
    ),
    "nl": (
        r"(?:5|vijf) ?-?sterren\w*",
        r"(?:positieve|goede|leuke|mooie) (?:beoordeling|review|recensie|feedback)\w*",
    ),
    "sv": (
        r"(?:5|fem)[- ]?stjärn\w*",
        r"(?:positiv|bra|fin|gott|fint)\w* (?:recension|omdöme|betyg|feedback)\w*",
    ),
}
"""What a request must not ask for: a favourable or a changed review."""

REWARDS: Final = {
    "de": (
        r"\w*gutschein\w*|\w*rabatt\w*|geschenk\w*|gratis\w*|kostenlos\w*|geschenkt|bonus",
        r"belohn\w*|dankeschön|cashback|gewinnspiel|verlos\w*|im gegenzug|als dank",
        r"(?:erstatten|überweisen|zahlen) (?:wir )?(?:ihnen )?~6 (?:euro|eur|€|\d+)|preisnachlass",
        "(?:erhalten|bekommen) sie ~3 (?:euro|eur|geld|zurück)|dafür erhalten",
    ),
    "en": (
        "vouchers?|discounts?|coupons?|gifts?|gift ?cards?|for free|free of charge",
        "free (?:item|product|gift|sample)|rewards?|bonus|cashback|in return|in exchange",
        "refund (?:you|of)|raffle|prize draw|as a thank you",
    ),
    "fr": (
        r"bons? d'achat|une remise|remise de|reductions?|cadeaux?|offert\w*|gratuit\w*|en echange",
        r"recompense\w*|remboursement|rembourserons|cheque-?cadeau|tirage au sort",
    ),
    "it": (
        r"buon[oi]|scont[oi]|omaggi\w*|regal\w+|gratis|gratuit\w*|in cambio|ricompens\w*",
        r"rimbors\w*|coupon|premi[oi]?",
    ),
    "es": (
        r"vales?|descuentos?|cupon(?:es)?|regal\w+|gratis|gratuit\w*|a cambio|recompens\w*",
        r"reembols\w*|tarjeta regalo|sorteo|premio",
    ),
    "pl": (
        r"bon\w{0,2}|rabat\w{0,3}|znizk\w*|kupon\w*|prezent\w*|upomin\w+|gratis\w*|za darmo",
        r"w zamian|nagrod\w*|zwroc\w*|zwrot\w*|konkurs\w*",
    ),
    "nl": (
        r"korting\w*|cadeau\w*|waardebon\w*|tegoedbon\w*|gratis|in ruil|als dank|beloning",
        r"terugbeta\w*|bonus|prijs winnen",
    ),
    "sv": (
        r"rabatt\w*|presentkort\w*|present(?:er)?|gåva|gratis|i utbyte|som tack|belöning\w*",
        r"återbetal\w*|bonus|tävling\w*",
    ),
}

NO_REVIEWS: Final = (
    "avis (?:de passage|de livraison|de souffrance|d'expedition|de contravention)",
    "(?:sans|sauf) avis contraire|(?:avvis|avis) di giacenza|opinion (?:que|de que)",
    r"rating plates?|(?:power|energy|ip|safety|voltage) ratings?|bewertung (?:der|des|durch|unserer?) ~1 (?:gutachter|techni|werkstatt|schade|herstell|foto|bild|reklamation)\w*",
    "feedback,? (?:ob|wann|whether|if|sobald)",
)
"""The same words meaning something else: a carrier's notice, an answer."""

PAST: Final = {
    "de": (
        "(?:dank|danke|bedanken) ~=4 für ~=4 {review_de}",
        "{review_de} (?:gelesen|gesehen|zur kenntnis|bedauern|tut uns)",
        "(?:haben|hatten) ~=3 {review_de} ~=1 erhalten",
        "(?:ihre|ihrer|ihren) ~=1 {review_de} ~=2 (?:gelesen|erhalten|gesehen|tut uns leid)",
        "über ~=3 {review_de} ~=2 (?:gefreut|geärgert|gewundert)",
        "auf (?:ihre|ihren|die) {review_de}",
    ),
    "en": (
        "(?:thanks?|thank you) ~=3 for ~=4 {review_en}",
        "(?:received|read|saw|seen|sorry about) ~=3 {review_en}",
    ),
    "fr": (
        r"merci (?:beaucoup )?pour ~=3 {review_fr}|remerci\w+ (?:de|pour) votre ~=1 {review_fr}",
        "(?:lu|recu|vu) ~=2 {review_fr}",
    ),
    "it": (r"(?:grazie|ringrazi\w+) ~=2 per ~=3 {review_it}|(?:letto|ricevuto|visto) ~=2 {review_it}",),
    "es": (
        "(?:gracias|agradecemos) (?:por )?~=3 {review_es}",
        "(?:leido|recibido|visto) ~=2 {review_es}",
    ),
    "pl": (r"dziekuj\w+ ~=2 za ~=3 {review_pl}|(?:przeczytal|otrzymal|widz)\w+ ~=2 {review_pl}",),
    "nl": ("(?:dank|bedankt) ~=2 voor ~=3 {review_nl}|(?:gelezen|ontvangen|gezien) ~=2 {review_nl}",),
    "sv": ("(?:tack|tackar) ~=3 för ~=3 {review_sv}|(?:läst|mottagit|sett) ~=2 {review_sv}",),
}
"""A review that is there already, thanked for or read: no request."""

MOODS: Final = (
    r"helfen|help|aiderait|aider|aiuterebbe|aiuta|ayudaria|ayuda|pomog\w*|helpen|hjälpa",
    "hjälper|geben|hinterlassen|schreiben|give|leave|write|donnez|laissez|mettez|dia|dateci",
    r"metta|scriva|denos|deje|ponganos|escriba|prosimy|prosze|wystaw\w*|geef|laat|schrijf|ge",
    r"lämna|skriv|wenn|falls|würde\w*|wäre\w*|freuen|bitte|gern\w*|hoffen|wünschen|if|would",
    "please|hope|appreciate|grateful|happy|love|could|s'il|si|ferait|plaisir|serait|serions",
    r"merci|se|sarebbe|farebbe|piacere|favore|lasci|seria|gustaria|encantaria|favor|agradec\w+",
    r"jesli|prosi\w+|milo|byloby|bedziemy|als|graag|zou|zouden|blij|alstublieft|om|gärna",
    "skulle|glada|snälla",
)
"""What tells that a favourable review is wished for and not there already."""
