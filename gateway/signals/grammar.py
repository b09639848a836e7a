"""How people say that they bought something somewhere, by language: data, no code.

It speaks of no marketplace: `{name}` stands for all of them, so a new pack has these
sayings at once; what only one marketplace says stands in its pack. Templates:
`gateway/signals/templates.py`. Words are written as usual; spelling is folded.
"""

from dataclasses import dataclass
from typing import Final

GLUED: Final = (
    "bestell", "kauf", "einkauf", "order", "konto", "account", "shop", "store", "kund", "verkauf",
    "handler", "retour", "rucksend", "ruckgab", "rechnung", "liefer", "artikel", "auktion", "auftrag",
    "kleinanzeig", "marketplace", "marktplatz", "gutschein", "garantie", "seite", "nummer", "paket",
    "service", "support", "bewertung", "handel", "user", "mitglied", "name", "angebot", "pay",
)  # fmt: skip
"""Beginnings of words that are written glued to a name: Amazonbestellung, Ebaykonto."""

REAL: Final = frozenset(
    {
        "gestellt",
        "getauft",
        "verstanden",
        "bestanden",
        "versteigert",
        "gefordert",
        "verhalten",
        "gekommen",
        "enthalten",
        "versetzt",
        "brought",
        "versand",
        "zeichnung",
        "ordnung",
        "bestelle",
        "bestellen",
        "bestell",
        "ordering",
        "gewalt",
        "kaufen",
        "verkauft",
        "border",
        "bordered",
        "verletzen",
        "verletzte",
        "entlassen",
        "gelaufen",
        "abgelaufen",
        "bestattung",
        "erstatten",
        "erhalte",
        "widerruft",
        "gebraucht",
        "geladen",
        "beholt",
        "gesetz",
        "artikels",
    }
)
"""Words that look like a slip of a word below and are none."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The sayings of one language.

    `bought`: the writer says that he bought there. `not_bought`: what takes such a saying back where the
    two overlap. `strong`, `medium`: speak of a purchase there. `weak`: words of any purchase, which count
    only beside a name. `classes`: the word lists the templates refer to.
    """

    classes: dict[str, str]
    bought: tuple[str, ...]
    not_bought: tuple[str, ...]
    strong: tuple[str, ...]
    medium: tuple[str, ...]
    weak: tuple[str, ...]


GERMAN: Final = Grammar(
    classes={
        "via": "bei|über|via|auf|von|durch|per|beim|im|am|aus|ber|uber|bie",
        "det": "dem|den|der|das|die|eurem|ihrem|ihren|ihre|ihrer|euren|euch|deinem|deutschen|ihnen",
        "bought": "gekauft|bestellt|erworben|erstanden|ersteigert|geordert|geshoppt|geholt|bezogen|gekaufte|"
        "gekauften|gekauftes|gekaufter|bestellte|bestellten|bestelltes|bestellter|erworbene|erworbenen|"
        "ersteigerte|ersteigerten|kaufte|kauften|orderte|erwarb|georderte|georderten|angeschafft|besorgt",
        "noun": "bestellung|bestellungen|kauf|kaufs|einkauf|einkäufe|order|bestellnummer|bestellnr|auftrag|"
        "auftragsnummer|auktion|bestellte|artikel",
        "deed": "bestellung|bestellungen|kauf|kaufs|einkauf|order|auktion|auftrag",
    },
    bought=(
        "<via> <det>? {name} ... <bought>",
        "<via> <det>? shop|marktplatz|account|konto|händler|verkäufer|store <via> {name} ... <bought>",
        "<bought> ...5 <via> <det>? {name}",
        "<bought> ...5 <via> <det>? ...1 shop|marktplatz|account|konto|store <via> {name}",
        "mein*|unser* ...2 {name} ...1 <noun>",
        "mein*|unser* ...2 <deed> ...6 <via> <det>? {name}",
        "{name} <deed> ...1 vom|am|von",
        "<deed> vom|am ...5 <via> <det>? {name}",
        "<deed> ...2 <via> <det>? {name} ...1 vom|am",
        "ich|wir habe|haben|hab|hatte|hatten ... {name} ...6 <bought>",
        "<bought> am|vom|im ...4 {name}",
        "kaufort|gekauft|händler|bestellt|plattform|kauf {name}",
        "ihr*|euer|eure|eurem|euren kunde|kundin über|bei|via|auf|von {name}",
        "{name} käufer*|kunde|kundin ...2 <deed>",
    ),
    not_bought=(
        "nicht|kein|keine|keinen|nie|niemals|statt|anstatt|weder ...2 <via> <det>? {name}",
        "wenn|falls|ob|sofern|bevor ...4 <via>? <det>? {name}",
        "<via> <det>? {name} ... <bought> werden|wird|würde",
        "kunden|kundschaft|leute|viele|käufer|verbraucher|nutzer ...6 <via>? <det>? {name}",
        "ander* verkäufer*|händler*|anbieter*|shop* ...6 {name}",
        "{name} ...6 ander*|fremd* verkäufer*|händler*|anbieter*",
        "sie|ihr haben|habt ...3 <via> <det>? {name} ...8 <bought>",
    ),
    strong=(
        "{name} bestellung*|bestellnummer*|bestellnr|bestellbestätigung*|bestell|kauf|einkauf",
        "{name} auktion*|artikelnummer*",
        "{name} auftragsnummer*|order|orders|transaktion*",
        "<noun>|bestellnummer|artikelnummer ...4 <via> <det>? {name}",
        "{name} ...2 hat|sagt*|meint*|schreibt|verweist|teilte|riet|bat ...4 verwiesen|sie|ihnen|euch|"
        "verkäufer|händler",
        "{name} kundenservice|kundendienst|hotline|support|service|chat sagt*|meint*|hat|verweist|konnte|"
        "schreibt|hilft",
        "kundenservice|kundendienst|hotline|support ...1 von|bei {name} ...3 hat|sagt*|meint*|gab|schreibt",
        "{name} steht|stehen ...4 sie|ihr ...4 verkäufer|händler",
        "von|durch <det>? {name} ...4 verwiesen|weitergeleitet|weiterverwiesen",
    ),
    medium=(
        "{name} retour*|rücksend*|rückgab*|lieferung*|rechnung*|artikel*|kund*|konto|shop|bewertung*|"
        "käufer*|händler*|paket",
        "<via> <det>? {name} ...6 kein*|nicht ...3 kontakt*|antwort*|möglich*|erreich*|melden|schreiben|"
        "zurück*",
        "<via> <det>? {name} ...5 reklamier*|zurückgeschickt|zurückgesendet|erstattung|kontaktier*|"
        "angeschrieben|angefragt|"
        "beantragt|abgewickelt|gelaufen|erhalten|bekommen|geliefert",
        "rückgabefrist|rückgabe|erstattung|bewertung*|garantie|reklamation|retoure ...4 <via> <det>? {name}",
        "<via> {name} ...2 geschrieben|angeschrieben|nachricht*|gemeldet|mitgeteilt",
        "paket|lieferung|sendung|ware|gerät|produkt ...2 bei|über|auf <det>? {name}",
        "<via> <det>? {name} ...4 sterne|bewertet|bewertung*",
        "{name} ...3 nicht|nichts|kein* ...2 erstattet|überwiesen|gutgeschrieben|geantwortet|reagiert",
        "<deed>|<bought> ...2 {name}",
        "{name} nachricht*|mitteilung*|postfach|nachrichtensystem",
        "<via> {name} geht|ging|klappt|funktioniert ...3 nicht",
        "verkauft ...6 versand durch|über {name}",
    ),
    weak=(
        "bestellnummer|bestellnr|auftragsnummer|bestellung|bestellt|gekauft|kauf",
        "rechnung|retoure|rücksendung|rückgabe|umtausch|umtauschen|reklamation|reklamieren|erstattung|"
        "rückerstattung",
        "geld zurück",
        "defekt*|kaputt*|beschädigt*|funktioniert|fehlt|fehlen|zerbrochen|falsche|falschen|falsches|"
        "mangelhaft",
        "paket|lieferung|geliefert|angekommen|ankommt|ankam|zurückgeschickt|"
        "versendet|verschickt|sendung*|ersatz|ersatzteil|garantie",
    ),
)

ENGLISH: Final = Grammar(
    classes={
        "via": "on|from|through|via|at|off|by|with|using|over|thru|form|in",
        "det": "the|your|an|a|my|their|german|uk",
        "bought": "bought|ordered|purchased|orderd|buyed",
        "deed": "order|orders|purchase|purchases|auction",
    },
    bought=(
        "<bought> ... <via> <det>? {name}",
        "<bought> ... <via> <det>? shop|store|page|storefront <via> {name}",
        "<via> <det>? {name} ...6 i|we|my|our ...3 <bought>",
        "<via> <det>? {name} ...2 <bought>",
        "my|our ...2 {name} ...1 <deed>",
        "my|our ...2 <deed> ...6 <via> <det>? {name}",
        "got|received|have|had it|this|these|them|one|mine|those|ours ...4 <via> {name}",
        "got|received|had ...4 from you|yourselves ...4 <via> {name}",
        "i|we got ...4 on|off|via|through|thru <det>? {name}",
        "<deed> ...3 placed|made|dated ...4 <via> <det>? {name}",
        "{name} <deed> ...2 from|dated|of|placed",
        "i am|m your|an {name} customer|buyer",
    ),
    not_bought=(
        "not|never|without|didn|didnt|instead|rather|than ...4 <via> <det>? {name}",
        "if|whether|unless|before ...3 <bought> ... {name}",
        "be|being|get <bought> ... {name}",
        "other|another|different seller*|vendor*|shop*|store* ...6 {name}",
        "{name} ...6 other|another|different seller*|vendor*",
        "customers|clients|people|buyers|shoppers ...6 {name}",
        "you have? <bought> ...6 {name}",
        "you ve <bought> ...6 {name}",
    ),
    strong=(
        "{name} order*|purchase*|auction*|item ...1 number",
        "{name} <deed>",
        "<deed> ...4 <via> <det>? {name}",
        "{name} ...3 told|asked|advised|said|says|suggested ...4 contact|you|seller",
        "{name} customer? service|support|help|chat told|said|advised|says|could|can|refused",
        "sold by ...6 fulfilled|shipped|dispatched by {name}",
        "seller ...2 <via> {name} ...2 is|are you|yours|yourselves",
    ),
    medium=(
        "contact*|message|reach|write ...6 <via> <det>? {name}",
        "{name} return*|refund*|account|store|storefront|shop|seller|delivery|parcel|invoice|listing",
        "review|feedback|refund|return ...4 <via> <det>? {name}",
        "return window|period ...5 {name}",
        "{name} ...4 won|wont|will|would|does|doesn|cannot|can ...2 let|allow|help|not|refund",
    ),
    weak=(
        "order number|no|id|confirmation|ref|reference",
        "ordered|bought|purchased|invoice|refund|refunded|return|returned|returning|replacement|warranty",
        "broken|defective|damaged|faulty|missing",
        "wrong item|one|size|colour|color",
        "stopped|not working",
        "doesn|didn t work|arrive",
        "parcel|package|delivery|delivered|arrived|tracking",
        "where is",
    ),
)

GRAMMARS: Final = {"de": GERMAN, "en": ENGLISH}
