"""Words around other matters: the own shop, data protection answers, placeholders, absence notices.

Templates of `lints.phrases`, by language.
"""

from typing import Final

SHOP: Final = {
    "de": (
        (
            "(?:in|aus|über|auf|von|bei) (?:unserem|unseren|unserer|unser) (?:eigenen |eigener "
            ")?(?:online-?shop|web-?shop|internet-?shop|shop|onlinestore|web-?seite|website|homepage|"
            "internetseite|onlinehandel|ladengeschäft|filiale)"
        ),
        "unser(?:e[nmr]?)? (?:eigene[nr]? )?(?:online-?shop|web-?shop|shop|onlinestore)",
        "unsere (?:eigene )?(?:homepage|website|webseite|internetseite)",
    ),
    "en": (
        (
            "(?:our|my) (?:own )?(?:online ?shop|online store|web ?shop|web ?store|web ?site|"
            "home ?page|physical store)"
        ),
    ),
    "fr": ("notre (?:propre )?(?:boutique(?: en ligne)?|site(?: internet| web)?|e-?shop|magasin en ligne)",),
    "it": (
        (
            "(?:nel |il |sul |dal )?nostro (?:proprio )?(?:negozio(?: online)?|shop(?: online)"
            "?|sito(?: web| internet)?|e-?commerce)"
        ),
    ),
    "es": (
        ("nuestr[oa] (?:propia |propio )?(?:tienda(?: online| en linea)?|(?:pagina )?web|sitio web|pagina)"),
    ),
    "pl": (
        r"(?:nasz|naszego|naszym|naszemu) sklep\w*(?: internetow\w+)?",
        r"nasz\w* stron\w+ (?:internetow\w+|www)",
    ),
    "nl": ("(?:onze|ons) (?:eigen )?(?:web-?shop|web-?winkel|online ?winkel|web-?site|site|fysieke winkel)",),
    "sv": (
        (
            "(?:vår|våran) (?:egen )?(?:web-?butik|webb-?butik|nätbutik|hemsida|webb-?plats|webb-?shop|"
            "e-?handel|fysiska butik)"
        ),
    ),
}

OTHER_MARKET: Final = (
    r"(?:bei|auf|über|von|on|via|through|at|sur|chez|via|su|tramite|en|por|na|przez|w|op|bij|"
    r"på|hos|ihre|ihrer|ihren|your|(?:achat|commande|acquisto|ordine|compra|pedido)s?)",
    r"-?(?:bestell\w*|aankoop\w*|kauf\w*|konto|käufer\w*|shop|account|order|purchase|angebot|artikel|"
    r"auktion|seite|listing|nachricht\w*)",
)
"""What makes the name of another marketplace a mention of it: a word before it, or one behind it."""

DOSSIER: Final = {
    "de": (
        (
            "(?:folgende|nachfolgende|diese|ihre|sämtliche|alle) (?:personenbezogenen? |persönlichen? "
            "|gespeicherten |von ihnen gespeicherten )?daten ~6 (?:gespeichert|verarbeitet|erhoben|"
            "liegen|haben wir)"
        ),
        "(?:haben|sind|wurden) (?:wir )?~4 (?:folgende|nachfolgende) ~3 (?:daten|angaben|informationen)",
        r"kopie ihrer (?:\w+ )?daten|auszug ihrer|datenauszug|datenauskunft",
        "zu ihrer person ~5 gespeichert|über sie gespeichert",
        r"auskunft (?:nach|gemäß|gem\.|gemaess|gem|laut) art",
        "(?:erteilen|geben) (?:wir )?(?:ihnen )?~4 auskunft",
        "ihre (?:adresse|anschrift|telefonnummer) (?:lautet|ist)",
        "(?:bei uns )?(?:gespeichert|hinterlegt) (?:sind|ist)",
    ),
    "en": (
        "(?:following|all|personal) (?:personal )?data ~6 (?:stored|hold|held|processed|about you|have)",
        "copy of your (?:personal )?data",
        "(?:data|information) (?:that )?we (?:hold|store|have|process) (?:on|about) you",
        "under article 15|your data (?:report|export|file)",
        "we (?:hold|store|have stored|process) ~4 (?:data|information|details)",
    ),
    "fr": (
        (
            "(?:donnees|informations) ~4 (?:conservees|enregistrees|traitees|detenues|stockees|"
            "vous concernant)"
        ),
        "copie de vos donnees|conformement a l'article 15|au titre de l'article 15",
    ),
    "it": (
        ("(?:dati|informazioni) ~4 (?:conservati|memorizzati|trattati|in nostro possesso|che la riguardano)"),
        r"copia dei (?:suoi|vostri) dati|ai sensi dell'art\w*",
    ),
    "es": (
        r"(?:datos|informacion) ~4 (?:almacenad|guardad|tratad|conservad)\w*|copia de sus datos",
        "conforme al articulo 15|datos que (?:tenemos|conservamos)",
    ),
    "pl": (
        r"(?:nastepujace|panstwa|pana|pani) dane ~4 (?:przechow|przetwarz|zapisan)\w*",
        r"kopi\w+ (?:panstwa |pana |pani )?danych|na podstawie art\w*|przechowujemy ~3 dane",
        "przetwarzamy ~3 dane",
    ),
    "nl": (
        "(?:volgende|uw|alle) (?:persoons)?gegevens ~4 (?:opgeslagen|bewaard|verwerkt|verwerken|bewaren)",
        "kopie van uw (?:persoons)?gegevens|op grond van artikel 15",
        "overzicht van uw (?:persoons)?gegevens",
    ),
    "sv": (
        "(?:följande|alla|dina|era) (?:person)?uppgifter ~4 (?:lagrade|sparade|behandlas|om dig)",
        "kopia (?:av|på) (?:dina|era) (?:person)?uppgifter|enligt artikel 15|registerutdrag",
    ),
}
"""Words of an answer that hands out somebody's data."""

PLACEHOLDERS: Final = (
    "(?:vor|nach)?name[n]?|vor- und nachname|anrede|kunden?(?:name|nummer|in)?|käufer(?:name)?|"
    "datum|uhrzeit|betrag|artikel(?:name|nummer|bezeichnung)?|produkt(?:name)?|bestell(?:nummer|"
    r"nr\.?|ung|datum)|sendungs?(?:nummer|verfolgung)|tracking\w*(?: (?:number|nummer|id|code|"
    "link))?|paketdienst|rechnungs?nummer|liefer(?:datum|termin|zeit)|mitarbeiter(?:name)?|"
    "ihr name|unterschrift|text|grund|link|adresse|firma|titel|(?:first|last|full|customer|"
    "client|buyer|your|recipient|product|item|company|agent)[ _]?name|customer|buyer|salutation|"
    r"date|amount|order(?:[ _](?:number|no|id|date))?|product|item|name|your name|insert\b.{0,40}|a completer|a remplir|da completare|da compilare|por completar|por rellenar|do uzupelnienia|in te vullen|nog invullen|fyll i|ifylles|bitte (?:ausfüllen|ergänzen|einfügen)|ergänzen|ausfüllen|to be (?:completed|filled in|added)|fill in|tbd|tbc|todo|"
    "price|carrier|reason|signature|prenom|nom|nom du client|client|date|montant|(?:numero de )?commande|"
    "produit|article|nome|cognome|nome cliente|cliente|data|importo|(?:numero )?ordine|prodotto|"
    "nombre|apellidos?|nombre del cliente|fecha|importe|(?:numero de )?pedido|producto|imie|"
    "nazwisko|imie i nazwisko|klient|kwota|(?:numer )?zamowienia?|produkt|naam|voornaam|achternaam|"
    "klant(?:naam)?|bedrag|bestelnummer|namn|förnamn|efternamn|kund(?:namn)?|belopp|ordernummer"
)
"""What stands between single brackets where a template was not filled in."""

AUTOMATIC_SUBJECTS: Final = (
    "automatische antwort|abwesenheitsnotiz|abwesenheitsbenachrichtigung|abwesend:|automatic reply|"
    "auto-?reply|auto:|out of (?:the )?office|autoreply|reponse automatique|absence du bureau|"
    "risposta automatica|fuori sede|respuesta automatica|fuera de la oficina|odpowiedz automatyczna|"
    r"autoodpowiedz|poza biurem|automatisch antwoord|automatische beantwoording|afwezigheids\w*|"
    r"autosvar|automatiskt svar|franvaro\w*"
)
"""How a mail program begins the subject of an absence notice, folded."""

STATUTORY: Final = (
    r"gesetzlich\w* (?:\w+ )?(?:recht|ansprüch|gewährleistung)\w*|statutory (?:\w+ )?rights?|"
    r"legal rights|droits legaux|droits (?:\w+ )?legaux|diritti (?:\w+ )?(?:di legge|legali)|"
    r"diritti previsti dalla legge|derechos (?:\w+ )?legales|ustawow\w* (?:\w+ )?(?:praw|uprawnien)"
    r"\w*|praw\w* ustawow\w*|uprawnien\w* ustawow\w*|praw\w* wynikajac\w* z (?:ustawy|przepisow)|"
    r"wettelijke (?:\w+ )?rechten|lagstadgade (?:\w+ )?rättigheter|rättigheter enligt lag"
)
"""Whoever names these keeps a buyer's statutory rights open."""
