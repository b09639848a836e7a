"""General forms of advertising and of asking for reviews, beside the words of `marketing` and `reviews`.

A range that is reduced, two for one, "have you seen our new ...", "you may also like", a group to join, a
gift for new customers; an opinion that would help, a moment to rate. Templates of `lints.phrases`.
"""

from typing import Final

OFFERS: Final = {
    "de": (
        r"(?:gibt es|haben wir|gewähren wir|bekommen sie) ~3 (?:bei uns )?~2 auf (?:alle|alles|sämtliche) ~3 (?:\d+|prozent|%)|\d+ (?:%|prozent) auf (?:alle|alles|sämtliche)",
        r"(?:sortiment|alles|shop|kollektion|artikel|ware) ~5 (?:reduziert|im preis gesenkt|im angebot|im sale|günstiger)",
        r"(?:aktion|sale|ausverkauf) ~3 (?:läuft|gilt|startet|endet)|(?:läuft|gilt|startet) ~5 (?:aktion|sale|angebot)\b",
        r"(?:zwei|drei|2|3) (?:kaufen|nehmen|zum preis von)|(?:eins|einer|eines|1) (?:gratis|umsonst|geschenkt)",
        r"(?:kennen|haben) sie ~2 (?:schon|bereits) ~3 (?:unser|neu)\w* ~3 (?:gesehen|entdeckt|serie|produkt\w*|kollektion|linie|\w+serie|\w+linie)",
        r"(?:passend|ergänzend) ~3 (?:empfehlen|bieten|gibt es|haben wir|führen)|(?:empfehlen|anbieten) ~4 unser\w* neue\w*",
        r"(?:fan|mitglied|teil) (?:unserer|von unserer|auf unserer) ~3 (?:seite|gruppe|community|\w*-seite)",
        r"(?:neukund|erstbestell|stammkund)\w* ~6 (?:geschenkt|gratis|\d+|euro|prozent|rabatt|willkommen\w*)",
    ),
    "en": (
        r"(?:winter|summer|spring|autumn|christmas|holiday|clearance|flash|our) sale\b|(?:grab|bag) ~2 bargain",
        r"(?:launched|released|introduced|launching) ~3 new ~2 (?:model|product|version|line|range|edition|kit)",
        r"(?:range|everything|store|shop|collection|stock|items) ~4 (?:reduced|discounted|on sale|on offer|marked down)",
        r"buy (?:one|two|1|2),? get (?:one|two|1|2)|(?:two|three|2|3) for (?:one|two|1|2|the price)|promotions?|(?:latest|exclusive|great|best|hot) deals?",
        r"have you (?:seen|tried|heard of|discovered) ~2 our (?:new|latest|other)|(?:you )?(?:may|might|will|'ll) (?:also )?(?:like|love|be interested in) ~1 (?:our|the|this|these|matching)",
        r"join (?:our|us on) ~3 (?:group|community|club|page|facebook|instagram|list)|become a (?:fan|member|follower)",
        r"new customers? ~4 (?:get|receive|save|off|gift|free)|(?:pounds?|euros?|dollars?|percent|%) off ~3 (?:our|in our|at our|your next)",
    ),
    "fr": (
        r"(?:lancer|sortir|lance|sorti|lancons) ~2 (?:un|une|notre) nouve\w+ (?:modele|produit|gamme|version|ligne)",
        r"(?:gamme|boutique|magasin|collection|catalogue|tout le site) ~4 (?:a -? ?\d+ ?%|en promotion|en solde|reduit\w*|soldee?s?|-\d+)",
        r"(?:le|la) (?:deuxieme|second|seconde|troisieme) (?:est )?(?:offert\w*|gratuit\w*|a moitie)|(?:deux|trois|2|3) achetes",
        r"(?:connaissez|avez)-vous ~3 (?:deja )?(?:notre|nos|vu|essaye|decouvert) ~2 (?:nouvelle?s?|nouveaux?|gamme|collection)",
        r"(?:pourrai(?:t|ent)|devrait) (?:aussi |egalement )?vous (?:plaire|interesser)|vous (?:aimerez|apprecierez) (?:aussi|peut-etre)",
        r"(?:rejoignez|retrouvez|aimez)[- ](?:nous|notre) ~3 (?:{apps}|page|groupe|communaute|sur les reseaux)",
        r"nouve(?:au|aux|lle|lles) clients? ~4 (?:offert\w*|remise|reduction|\d+)",
    ),
    "it": (
        r"(?:lanciato|presentato|uscito) ~2 (?:un|una|il|la) (?:nostr\w )?nuov[oa] (?:modello|prodotto|linea|gamma|versione)",
        r"(?:gamma|catalogo|negozio|collezione|assortimento|tutto) ~4 (?:scontat[oaie]|in promozione|in offerta|in saldo|ribassat[oaie])",
        r"prendi (?:due|tre|2|3)|paghi (?:uno|due|1|2)|(?:due|tre|2|3) al prezzo di",
        r"(?:conosce|ha (?:gia )?(?:visto|provato)) ~2 (?:la|il|le|i) ?nostr[oaie] ~1 (?:nuov[oaie]|linea|gamma|collezione)",
        r"potrebbe(?:ro)? (?:anche )?(?:piacerle|interessarle|piacerti|interessarti)|(?:le|ti) potrebbe(?:ro)? (?:anche )?(?:piacere|interessare)",
        r"(?:si unisca|si iscriva|unisciti|ci segua|diventi) ~5 (?:gruppo|pagina|canale|fan|community|club)",
        r"nuov[oi] client[ei] ~4 (?:sconto|omaggio|regalo|\d+)",
    ),
    "es": (
        r"(?:lanzar|lanzado|presentar|sacar|sacado) ~2 (?:un|una|nuestro|nuestra) (?:modelo|producto|gama|linea|version|nuev[oa]) ~1 (?:nuev[oa]|modelo|producto|gama|linea)?",
        r"(?:gama|tienda|catalogo|coleccion|surtido|todo) ~4 (?:rebajad[oa]s?|de oferta|en oferta|en promocion|con descuento|\d+ ?% (?:menos|de descuento))",
        r"(?:2x1|3x2|dos por uno|tres por dos)|(?:la|el) segund[oa] (?:gratis|a mitad)",
        r"(?:conoce|ha visto|ha probado) ~2 nuestr[oa]s? ~1 (?:nuev[oa]s?|linea|gama|coleccion)",
        r"(?:le|te) (?:puede|podria|pueden|podrian) (?:gustar|interesar) ~1 (?:nuestr\w+|tambien|est[eao]s?)|tambien (?:le|te) (?:puede|podria) (?:gustar|interesar)",
        r"(?:unase|unete|suscribase|siga|hagase) ~4 (?:grupo|pagina|canal|fan|comunidad|club)",
        r"nuevos? clientes? ~4 (?:descuento|regalo|gratis|\d+)",
    ),
    "pl": (
        r"(?:wprowadzil|wypuscil|zaprezentowal)\w* ~2 now\w+ (?:model|produkt|lini|seri|wersj)\w*",
        r"(?:oferta|asortyment|sklep|kolekcja|wszystko) ~4 (?:tansz\w+|taniej|przecenion\w+|w promocji|z rabatem)",
        r"(?:drugi|trzeci|druga|trzecia) (?:produkt |sztuka )?(?:gratis|za darmo|za zlotowke)|(?:2|3|dwa|trzy) w cenie",
        r"(?:zna|zna juz|widzial|widziala) ~3 nasz\w* ~1 (?:now\w+|lini\w+|kolekcj\w+|seri\w+)",
        r"(?:zainteresowac|spodobac) (?:sie )?~3 (?:rowniez|takze|tez|nasz\w*)|(?:rowniez|takze) ~3 (?:zainteresowac|spodobac)|polecamy (?:rowniez|takze|tez|nasz\w*)",
        r"(?:obserw|polub|dolacz|zaprasza)\w* ~4 (?:facebook\w*|instagram\w*|grup\w+|fanpage\w*|nas na)",
        r"(?:innych|inne|pozostalych|pozostale) (?:produkt|artykul|towar)\w* ~4 (?:nasz\w*|sklep\w*)",
        r"now\w+ klien\w+ ~4 (?:rabat\w*|gratis|prezent\w*|\d+)",
    ),
    "nl": (
        r"\w{2,20}aanbiedingen",
        r"(?:net|nu|pas|zojuist|onlangs) ~2 nieuwe? (?:model|product|lijn|serie|versie|collectie) ~3 (?:dat|die|uitgebracht|gelanceerd)",
        r"(?:assortiment|winkel|webshop|collectie|alles) ~9 (?:goedkoper|afgeprijsd|in de aanbieding|met korting|in prijs verlaagd)",
        r"(?:2|twee|3|drie) (?:halen|voor de prijs)|(?:1|een|2|twee) betalen|(?:tweede|derde) gratis",
        r"(?:kent|heeft) u ~2 (?:onze|ons) ~1 (?:nieuwe|nieuw|\w*lijn|collectie)(?: \w+)? ?(?:al|gezien|geprobeerd)",
        r"(?:misschien|ook) ~3 (?:interessant|leuk|iets voor u)|(?:vindt|vind) u (?:misschien |wellicht )?ook ~3 (?:leuk|interessant)",
        r"(?:word|wordt|volg) ~2 (?:lid|fan|volger) (?:van|op)|(?:facebook|instagram)-?(?:groep|pagina)",
        r"nieuwe klanten ~4 (?:korting|cadeau|gratis|\d+)",
    ),
    "sv": (
        r"\w{2,20}erbjudanden?",
        r"(?:lanserat|släppt|lanserar|släpper) ~2 ny\w* (?:modell|produkt|serie|kollektion|version)\w*",
        r"(?:sortiment\w*|butik\w*|kollektion\w*|allt) ~5 (?:billigare|nedsatt\w*|rabatterat|på rea)|(?:har|är) (?:vi )?rea|rea på|\brea\b ~2 (?:hela|allt)",
        r"(?:köp|ta) (?:2|två|3|tre),? (?:betala|få)|(?:2|två|3|tre) för (?:1|en|2|två)",
        r"har (?:du|ni) ~1 (?:sett|provat|upptäckt) ~1 (?:vår|vårt|våra) ~1 (?:ny\w*|senaste|\w*serie)",
        r"(?:du|ni) (?:kanske )?(?:också |även )?(?:gillar|är intresserad av) (?:också|även|vår\w*)|kan (?:också|även) intressera",
        r"(?:gå med|bli) ~3 (?:grupp\w*|facebook\w*|medlem|fan|klubb\w*|följare)",
        r"(?:andra|övriga) (?:artiklar|produkter|varor) ~3 (?:vår\w*|butik\w*|hos oss)|nya kunder ~4 (?:rabatt|gratis|present|\d+)",
    ),
}

OPINIONS: Final = {
    "de": (
        r"(?:teilen|schildern|erzählen) ~10 (?:in|als|mit) ~2 {review_de}",
        r"(?:zeit|minute|moment) ~8 (?:zu )?(?:bewerten|bewertung|rezension)",
    ),
    "en": (
        r"{review_en} ~4 (?:would|will|could) ~3 (?:help|mean)",
        r"(?:minute|moment|second) ~5 (?:rate|review) (?:the|this|our|your|us)",
    ),
    "fr": (
        r"{review_fr} ~3 (?:nous )?(?:aid|ser|compt|fer)\w*(?:ait|aient|a|ont)",
        r"(?:minute|instant|temps) ~3 (?:noter|evaluer|un avis)",
    ),
    "it": (
        r"(?:suo|sua|tuo|tua|vostr[oa]) (?:recensione|feedback|valutazione|opinione) ~5 aiut\w+",
        r"(?:minuto|attimo|momento) ~3 (?:valutare|recensire|una recensione)",
    ),
    "es": (
        r"(?:su|tu) {review_es} ~4 (?:nos )?ayud\w+",
        r"(?:minuto|momento|rato) ~3 (?:valorar|calificar|resena|opinar)",
    ),
    "pl": (
        r"(?:pana|pani|panstwa) (?:opinia|ocena|recenzja) ~4 pom\w+",
        r"(?:chwile|minute|moment) ~4 (?:ocenic|opini\w*|recenzj\w*|wystawi\w*)",
    ),
    "nl": (
        r"(?:uw|je) {review_nl} ~2 (?:helpt|zou|betekent|wordt)|{review_nl} ~2 (?:achterlaat|plaatst|schrijft|geeft)",
        r"(?:minuut|minuutje|momentje|tijd) ~4 (?:te )?beoordelen|(?:artikel|product) ~2 te beoordelen",
    ),
    "sv": (
        r"(?:ditt|din|ert|er) {review_sv} ~2 (?:hjälper|skulle|betyder|uppskattas)",
        r"(?:minut|stund|tid) ~3 (?:betygsätta|recensera|lämna ett omdöme)",
    ),
}
"""A neutral request for a review."""

TAKE_BACK: Final = {
    "de": (r"(?:nehmen|ziehen|holen) ~4 {review_de} ~3 (?:raus|heraus|weg|zurück|runter)",),
    "en": (
        r"(?:taking|take|bring|bringing) down ~3 (?:bad |poor |negative |low )?{review_en}|(?:taking|take) ~3 {review_en} (?:down|off|back)",
    ),
    "fr": (
        r"(?:retir|supprim|modifi|enlev|effac)\w* ~2 (?:mauvaise?|negative?) (?:note|avis|evaluation|commentaire)",
    ),
    "it": (r"(?:togli|togliere|cancell|elimin|rimuov|ritir)\w* ~2 (?:voto|giudizio|punteggio|commento)",),
    "es": (r"(?:quit|borr|elimin|retir|cambi)\w* ~2 (?:nota|puntuacion|valoracion|comentario|resena)",),
    "pl": (
        r"(?:wycof|usun|zmian|skasow|popraw)\w* ~2 (?:zlej |zla |negatywn\w+ )?(?:ocen|opini|komentarz|gwiazd)\w*",
    ),
    "nl": (
        r"(?:score|cijfer|beoordeling|review|recensie|sterren) ~3 (?:weghalen|weg te halen|verwijderen|verhogen|aanpassen)",
    ),
    "sv": (
        r"(?:plocka|plockar|ta|tar) (?:bort|ner|ned) ~3 (?:betyg|omdöme|recension|stjärn)\w*|dra tillbaka ~3 (?:betyg|omdöme|recension)\w*",
    ),
}
"""Asking to take a review back."""

KIND_WORDS: Final = (
    r"(?:nette|freundliche|liebe|positive|gute) worte|(?:kind|nice|good|friendly) words|mots (?:gentils|sympas|aimables)",
    r"parole gentili|palabras (?:amables|bonitas)|(?:milych|dobrych) slow|(?:vriendelijke|aardige|lieve) woorden|(?:snälla|vänliga|fina) ord",
)
"""A review that is to be favourable, said in another way."""
