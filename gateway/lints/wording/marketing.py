"""Words of advertising, and what makes them harmless: a refund, a refusal, a voucher already used.

Templates of `lints.phrases`, by language. `PLAIN` always advertise; `SOFT` (a discount, a voucher) do not
where the sentence speaks of a refund or denies them, unless it also has a word of `NEXT`.
"""

from typing import Final

PLAIN: Final = {
    "de": (
        r"newsletter\w*|gutschein-?codes?|rabatt-?codes?|aktions-?codes?|rabattaktion\w*",
        r"sonderangebot\w*|sonderaktion\w*|schnäppchen\w*|super-?sale|black friday|cyber monday",
        (
            r"besuchen sie ~4 (?:\w*shop|\w*store|web ?seite|website|homepage|internetseite|laden|"
            r"filiale|facebook\S*|instagram\S*)"
        ),
        r"schauen sie ~5 (?:in|auf|bei) unser\w* (?:\w*shop|website|homepage|angebot\w*|\w*seite)",
        (
            "(?:günstiger|billiger|preiswerter) ~4 (?:direkt|bei uns|in unserem|auf unserer|im "
            "(?:online)?shop)"
        ),
        (
            r"(?:direkt bei uns|in unserem (?:online-?)?shop|auf unserer (?:web\w*|homepage)) "
            "~4 (?:günstiger|billiger|preiswerter|sparen)"
        ),
        (
            r"(?:entdecken|sichern|nutzen|bestaunen) sie ~4 (?:unser\w*|jetzt|unsere neue\w*) "
            r"~3 (?:kollektion|angebot\w*|sortiment|neuheiten|produkte|aktion\w*)?"
        ),
        "folgen sie uns|empfehlen sie uns|neue kollektion",
        (
            "(?:beim|auf (?:ihren|den|ihre|die)|für (?:ihren|den|ihre|die)) nächsten? (?:einkauf|"
            "bestellung|kauf) ~4 (?:sparen|rabatt|prozent|gutschein)"
        ),
        (
            "(?:weitere|viele|tolle|attraktive|passende|unsere (?:anderen|weiteren|aktuellen|"
            "neuen)) ~2 (?:angebote|produkte|artikel) ~6 (?:in unserem|auf unserer|bei uns im|"
            "entdecken|finden sie)"
        ),
        (
            "(?:unser(?:e[mnrs]?)?|das|ein) (?:aktuelles |neues |besonderes |tolles )?(?:angebot "
            "der woche|sommerschlussverkauf|winterschlussverkauf|ausverkauf)"
        ),
        "treuepunkte|kundenkarte|werben sie|jetzt (?:zugreifen|zuschlagen|sparen|sichern)",
        r"(?:sparen sie|sie sparen|spart ihnen) ~4 (?:\d+|prozent|versand\w*|gebühren|euro|geld|bares)",
        r"(?:stammkunde|stammkundin|neukunde)\w* ~4 (?:rabatt|prozent|vorteil\w*|preis\w*)",
        "(?:versandkostenfrei|portofrei|gratisversand) ~4 (?:bei uns|in unserem|ab)",
        "(?:abonnieren|folgen|liken) sie|jetzt neu|neu im sortiment|unser bestseller",
        r"top-?angebot\w*|preiskracher",
        (
            r"(?:schauen|sehen|werfen) sie ~4 (?:unsere?\w*) (?:anderen|weiteren|übrigen|neuen|"
            "aktuellen) ~1 (?:artikel|produkte|angebote)"
        ),
        "unsere (?:anderen|weiteren) (?:artikel|produkte|angebote)",
    ),
    "en": (
        "newsletters?|(?:promo|promotion|promotional|discount|voucher|coupon)[- ]?codes?",
        "special offers?|black friday|cyber monday|mailing list",
        "loyalty (?:points|programme|program|card)",
        (
            r"(?:visit|check out|browse|have a look at|take a look at|see) (?:us at|our) (?:\w+ "
            ")?(?:shop|store|web ?site|web ?shop|online ?shop|online store|range|collection|offers|"
            "facebook|instagram)"
        ),
        "cheaper ~4 (?:directly|from us|on our|in our)|(?:follow|like) us (?:on|at)|recommend us",
        "refer a friend|new (?:collection|arrivals)|discover our|shop now|save up to|subscribe to",
        "(?:on|off|for) your next (?:order|purchase)|(?:off|with) your next (?:order|purchase)",
        r"(?:you|you'll|you will|and) save ~2 \d|save \d|free shipping (?:on|in|at) our",
        "as a (?:loyal|regular|valued) customer you (?:get|receive)|don't miss|limited offer",
        "bestsellers?|subscribe (?:to|now)|new in our",
        "our other (?:items|products|offers|listings)",
        "our (?:latest|new|newest) (?:products|items|offers)",
    ),
    "fr": (
        r"newsletters?|lettre d'information|codes? promo\w*|code (?:de )?(?:reduction|remise)",
        "offres? speciales?|soldes|black friday|ventes? privees?",
        (
            r"(?:visitez|decouvrez|rendez-vous sur|consultez) (?:notre|nos) (?:\w+ )?(?:boutique|"
            "site|magasin|offres?|collection|nouveautes|produits|promotions?)"
        ),
        "suivez[- ]nous|recommandez[- ]nous|nouvelle collection",
        "moins cher ~4 (?:directement|chez nous|sur notre)",
        r"(?:sur|pour|lors de) votre prochain(?:e)? (?:commande|achat)|economis\w+ ~2 \d",
        "profitez (?:de|d'|en)|offre (?:exceptionnelle|limitee)",
        "livraison gratuite (?:sur|dans) notre|abonnez-vous|client fidele",
        "nos autres (?:articles|produits|offres)",
    ),
    "it": (
        r"newsletter|codic[ei] (?:sconto|promo\w*|coupon)|offert[ae] special[ei]|black friday",
        "saldi|promozion[ei]|carta fedelta",
        (
            r"(?:visit|scopr|guard)\w* (?:il|la|le|i)? ?nostr[oaie] (?:\w+ )?(?:negozio|shop|sito|"
            "store|offerte|collezione|catalogo|prodotti)"
        ),
        "(?:ci segua|seguici|seguiteci|ci consigli)|nuova collezione",
        "piu (?:conveniente|economico|basso) ~4 (?:direttamente|da noi|sul nostro)",
        r"(?:sul|per il|al) (?:suo |tuo |vostro )?prossimo (?:ordine|acquisto)|risparmi\w* ~2 \d",
        r"approfitt\w+ ~4 (?:scont\w+|offert\w+|promozion\w+|occasione|prezz\w+|sald\w+)|offert[ae] (?:limitata|esclusiva)|spedizione gratuita sul nostro",
        r"iscriv\w+ ~3 newsletter|cliente affezionato",
        "(?:gli |i )?(?:altri|nostri altri) (?:nostri )?(?:articoli|prodotti)",
    ),
    "es": (
        "newsletter|boletin(?: de noticias)?",
        "codigos? (?:de )?(?:descuento|promocional|promocion|cupon)|ofertas? especial(?:es)?",
        "black friday|rebajas|promocion(?:es)?",
        (
            r"(?:visit|descubr|ech|consult|mir)\w* (?:un vistazo a )?nuestr[oa]s? (?:\w+ )?(?:tienda|"
            "web|pagina|ofertas|coleccion|catalogo|sitio|productos)"
        ),
        "siga?nos|siguenos|recomiendenos|nueva coleccion",
        "mas barato ~4 (?:directamente|con nosotros|en nuestra)",
        r"(?:en|para) su proxim[oa] (?:pedido|compra)|ahorr\w* ~2 \d|aprovech\w+ ~4 (?:ofert|descuent|promoci|rebaj|ocasi|preci)\w*",
        r"oferta (?:limitada|exclusiva)|envio gratis en nuestra|suscrib\w+",
        "nuestros otros (?:articulos|productos)",
    ),
    "pl": (
        r"newsletter\w*|kod\w* (?:rabatow|promocyjn)\w*|ofert\w+ specjaln\w+|black friday",
        r"wyprzedaz\w*|promocj\w+|program lojalnosciow\w+",
        (
            r"(?:zapraszamy|odwiedz|zajrz|sprawdz)\w* ~4 nasz\w* (?:\w+ )?(?:sklep\w*|stron\w*|"
            r"ofert\w*|kolekcj\w*|profil\w*|witryn\w*)"
        ),
        "(?:prosze )?(?:obserwowac|polecac|polecic) nas|nowa kolekcja",
        "taniej ~4 (?:u nas|bezposrednio|w naszym|na naszej)",
        r"na (?:kolejne|nastepne) (?:zakupy|zamowienie)|zaoszczedz\w* ~2 \d",
        r"skorzysta\w* z (?:oferty|promocji|rabatu)|oferta (?:limitowana|wyjatkowa)",
        r"darmowa dostawa w naszym|nasz\w* (?:inn\w+|pozostal\w+) (?:produkt|artykul|ofert)\w*",
    ),
    "nl": (
        "nieuwsbrief|nieuwsbrieven|kortingscodes?|actiecodes?|aanbieding(?:en)?|black friday",
        "uitverkoop|spaarpunten|klantenkaart",
        (
            "(?:bezoek|bekijk|ontdek|neem een kijkje)(?:t)?(?: u)? (?:ook |eens |gerust |in |"
            r"op )*(?:onze|ons) (?:\w+ )?(?:web ?shop|web ?winkel|winkel|website|site|aanbod|assortiment|"
            "collectie|producten)"
        ),
        "volg ons|beveel ons|nieuwe collectie",
        "goedkoper ~4 (?:rechtstreeks|direct|bij ons|in onze|op onze)",
        r"(?:op|bij|voor) uw volgende (?:bestelling|aankoop)|bespaart? ~2 \d|profiteer\w*",
        r"gratis verzending (?:in|via|op) onze|trouwe klant|abonneer\w*",
        "onze andere (?:artikelen|producten)",
    ),
    "sv": (
        r"nyhetsbrev\w*|rabattkod\w*|kampanjkod\w*|kampanj(?:er|en)?|erbjudanden?",
        r"specialerbjudande\w*|black friday|utförsäljning|reapris",
        (
            r"(?:besök|kolla in|upptäck|spana in) (?:gärna )?(?:vår|vårt|våra) (?:\w+ )?(?:butik|"
            r"web\w*|hemsida|sortiment|kollektion|sida|produkter)"
        ),
        "följ oss|rekommendera oss|ny kollektion|billigare ~4 (?:direkt|hos oss|i vår|på vår)",
        r"(?:på|vid|för) (?:din|ert|er) nästa (?:köp|beställning|order)|på rea|rean|sparar? ~2 \d",
        r"passa på|fri frakt (?:i|på) vår|prenumerera|stamkund\w*",
        "våra andra (?:artiklar|produkter|varor)",
    ),
}

SOFT: Final = {
    "de": (
        r"\w{0,20}(?:rabatt|gutschein)\w{0,3}|coupons?|voucher|gratis-?zugabe|werbegeschenk\w*",
        (
            r"\d{1,2} ?(?:%|prozent) (?:rabatt )?auf (?:ihre|ihren|die|den|alles|alle|das|unser\w*|"
            r"ausgewählte)\b"
        ),
    ),
    "en": (
        "discounts?|vouchers?|coupons?|gift ?cards?|freebies?|free gift",
        r"\d{1,2} ?% (?:off|discount|rabatt) ~3 (?:your|the|all|every|next|everything|anything|selected)",
    ),
    "fr": (
        "bons? d'achat|reductions?|rabais|cheques?-?cadeaux?|cartes? cadeaux?|bons? de reduction",
        r"\d{1,2} ?% (?:de (?:remise|reduction|rabais) )?sur (?:votre|toute?s?|vos|notre)",
        r"(?:une|cette|la) remise (?:de \d|commerciale|exceptionnelle|sur|supplementaire)",
        r"remise de \d|\d+ ?% de (?:remise|reduction|rabais)",
    ),
    "it": (
        "scont[oi]|buon[oi] (?:sconto|regalo|acquisto|spesa)|coupon",
        r"\d{1,2} ?% (?:di sconto )?(?:sul|sulla|su tutto|sui)",
    ),
    "es": (
        "descuentos?|cupon(?:es)?|vales?(?: de)? (?:descuento|regalo|compra)|tarjetas? regalo",
        r"\d{1,2} ?% (?:de descuento )?en (?:su|tu|todo|toda|nuestra|la)",
    ),
    "pl": (
        r"rabat\w{0,3}|znizk\w{1,3}|kupon\w{0,3}|bon\w{0,2} (?:rabatow|podarunkow|zakupow)\w*",
        r"\d{1,2} ?% (?:rabatu |znizki )?na (?:kolejne|nastepne|cale|wszystk\w+)",
    ),
    "nl": (
        "korting(?:en)?|tegoedbon(?:nen)?|waardebon(?:nen)?|cadeaubon(?:nen)?|kortingsbon(?:nen)?",
        r"\d{1,2} ?% (?:korting )?op (?:uw|je|alles|het|de|onze)",
    ),
    "sv": (
        r"rabatt\w{0,4}|presentkort\w{0,2}|kupong\w{0,3}|värdecheck\w*|tillgodokvitto",
        r"\d{1,2} ?% (?:rabatt )?på (?:din|ert|allt|nästa|hela|er)",
    ),
}

OVER: Final = {
    "de": (
        r"(?:abgelaufen|ungültig|nach dem sie|nach denen sie|(?:ist|sind|wurde) (?:bereits|schon)|(?:bereits|schon) (?:abgezogen|verrechnet|eingelöst|berücksichtigt)|(?:firma|hersteller|weberei|schreinerei|familie|herrn?|frau) ~2 rabatt|rabatt (?:& |und |u. )(?:söhne|sohn|co|partner)|erwähnt\w*|gefragt)",
    ),
    "en": (
        r"expired|no longer valid|you (?:asked|mention|mentioned)|already (?:applied|used|included)|invalid",
    ),
    "fr": (
        r"expire\w*|plus valable|vous (?:mentionnez|demandez|evoquez)|deja (?:applique|inclus|utilise)\w*",
    ),
    "it": (r"scadut\w+|(?:menziona|chiede|cita)|gia (?:applicat|inclus|usat)\w*",),
    "es": (r"caducad\w+|que (?:menciona|pide)|ya (?:esta |se ha )?(?:aplicad|incluid|usad)\w*",),
    "pl": (
        r"wygasl\w*|o ktor\w+ (?:pan|pani) (?:pyta|wspomina)|juz (?:uwzglednion|naliczon|wykorzystan)\w*",
    ),
    "nl": (r"verlopen|waar u naar vraagt|die u noemt|al (?:verwerkt|verrekend|toegepast|gebruikt)",),
    "sv": (r"utgången|gått ut|som du (?:nämner|frågar)|redan (?:avdragen|använd|inräknad)\w*",),
}
"""An offer that is over, used or only asked about is none."""

REFUSED: Final = {
    "de": (
        r"leider ~6 (?:kein\w*|nicht)|(?:können|dürfen|möchten|werden) ~5 (?:kein\w*|nicht) ~6 (?:geben|gewähren|anbieten|einräumen|einlösen)",
    ),
    "en": (
        r"(?:cannot|can't|unable to|not able to|do not|don't|unfortunately no) ~2 (?:offer|give|grant|provide|apply|have)",
    ),
    "fr": (r"(?:ne|n') ?(?:pouvons|sommes|avons|proposons|offrons|accordons) ~3 (?:pas|aucun\w*)",),
    "it": (r"non (?:possiamo|siamo|abbiamo|e possibile|offriamo) ~3",),
    "es": (r"no (?:podemos|tenemos|es posible|ofrecemos|estamos) ~3",),
    "pl": (r"nie (?:mozemy|mamy|jest mozliwe|oferujemy|udzielamy) ~3",),
    "nl": (r"(?:helaas|kunnen|geven|hebben|bieden) ~4 (?:geen|niet)",),
    "sv": (r"(?:kan|tyvärr|ger|har) ~3 (?:inte|ingen) ~3",),
}
BUT: Final = (
    r"aber|jedoch|but|however|mais|ma|pero|sino|ale|lecz|maar|echter|men|däremot|dafür|instead|a cambio",
)
"""A refusal advertises nothing, unless something else is offered in the same sentence."""

HARMLESS: Final = {
    "de": (
        r"(?:rück)?erstatt\w*|gutgeschrieben|gutschrift",
        r"(?:kein|keine|keinen|keinerlei|nicht|leider)|eingelöst\w*|einlös\w*|verrechnet|abgezogen",
        r"berücksichtigt|angerechnet|bezahlt mit|kulanz\w*|entgegenkommen|entschädigung|minderung",
        "wegen (?:des|der|dem)",
        r"für (?:den|die|das) (?:kratzer|schaden|mangel|defekt|fehler|verspätung|unannehmlichkeit\w*)",
        "behalten",
    ),
    "en": (
        r"refund\w*|credited|reimburse\w*|(?:no|not|cannot|can't|unable|unfortunately|sorry)",
        r"redeemed|deducted|applied|used for|compensat\w*|goodwill|because of the|due to the",
        "for the (?:scratch|damage|defect|delay|inconvenience)|keep the",
    ),
    "fr": (
        r"rembours\w*|credite\w*|(?:pas|aucune?|malheureusement|impossible)|deduit\w*|utilise\w*",
        r"dedommag\w*|geste commercial|en raison|a cause|avoir",
        "pour (?:la rayure|le dommage|le retard|le defaut|ce defaut)|garder",
    ),
    "it": (
        r"rimbors\w*|accredit\w*|(?:non|nessun\w*|purtroppo|impossibile)|detratt\w*|utilizzat\w*",
        r"risarcim\w*|compens\w*|a causa|per (?:il graffio|il danno|il ritardo|il difetto)|tenere",
    ),
    "es": (
        r"reembols\w*|reintegr\w*|devolv\w*|devuel\w*|abon\w*|(?:no|ningun\w*|lamentablemente|imposible)|descontad\w*",
        r"canjead\w*|usad\w*|compensa\w*|debido a",
        "por (?:el aranazo|el dano|el retraso|el defecto|las molestias)|quedarse",
    ),
    "pl": (
        r"zwrot\w*|zwroc\w*|zwrac\w*|(?:nie|niestety|brak|zadnego)|wykorzystan\w*|odliczon\w*",
        r"rekompensat\w*|z powodu|z tytulu|za (?:rys\w*|uszkodz\w*|wad\w*|opoznieni\w*)|zachowac",
    ),
    "nl": (
        r"terugbeta\w*|teruggestort|terugstort\w*|gecrediteerd|(?:geen|niet|helaas)|ingewisseld",
        r"verrekend|verzilverd|compensat\w*|vergoed\w*|vanwege|wegens",
        "voor (?:de kras|de schade|het gebrek|de vertraging)|behouden",
    ),
    "sv": (
        r"återbetal\w*|krediter\w*|(?:ingen|inte|inget|tyvärr)|utnyttjad\w*|inlöst\w*|avdrag\w*",
        r"kompens\w*|ersätt\w*|på grund av|prisavdrag|för (?:repan|skadan|felet|förseningen)",
        "behålla",
    ),
}

NEXT: Final = (
    r"nächste[nrms]? (?:bestellung|einkauf|kauf|mal)|\bnext (?:order|purchase|time)",
    "prochain(?:e)? (?:commande|achat)|prossimo (?:ordine|acquisto)|prossima volta",
    "proxim[oa] (?:pedido|compra|vez)",
    r"(?:kolejne|nastepne|kolejnym|kolejny) (?:zakupy|zamowien\w*|zakup\w*)",
    "volgende (?:bestelling|aankoop|keer)|nästa (?:köp|beställning|gång|order)",
    r"(?:in|auf) unserem (?:online-?)?shop|auf unserer (?:web\w*|homepage)",
    "in our (?:shop|store)|on our web ?site",
)
"""A voucher for a next purchase advertises, whatever it is given for."""

CHEAPER: Final = (
    "günstiger|billiger|preiswerter|cheaper|lower price|better price|moins cher|meilleur prix",
    r"piu (?:economico|conveniente)|meno caro|mas barat[oa]|mejor precio|taniej|tansz\w+",
    r"lepsz\w+ cen\w*|goedkoper|billigare|bättre pris|sparen|sparer|save|spara|ahorr\w+",
    r"risparmi\w+|economis\w+|bespa\w+|zaoszczed\w+|\d+ ?%|\d+ prozent|versandkostenfrei",
    "free shipping|gratis verzending",
)
"""What makes a mention of the own shop an advertisement, in the same sentence."""
