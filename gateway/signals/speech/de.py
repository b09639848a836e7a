"""German: its words by class, and what only German says. Data; the classes are in `speech/shape.py`."""

from typing import Final

from gateway.signals.speech.shape import Speech

GERMAN: Final = Speech(
    classes={
        "via": "übern|überm|übers|aufm|bein|bei|über|via|auf|von|durch|per|beim|im|in|am|aus|ber|uber|bie|vom|mittels",
        "inside": "in|auf|über|bei|via|im|beim",
        "det": "dem|den|der|das|die|eurem|ihrem|ihren|ihre|ihrer|euren|eure|eurer|euch|deinem|deutschen|"
        "ihnen|dir",
        "of": "von|bei|auf|über|namens",
        "site": "shop|store|marktplatz|marketplace|plattform|händler|account|konto|seite|webseite|website|"
        "portal|"
        "verkäufer|onlinehändler|app|handelsplattform|verkaufsplattform|onlineshop|partner|kanal|anbieter|"
        "firma",
        "mine": "mein|meine|meinem|meinen|meiner|meines|unser|unsere|unserem|unseren|unserer",
        "your": "ihr|ihre|ihrem|ihren|ihrer|euer|eure|eurem|euren|eurer|dein|deinem|deiner|deinen",
        "you": "ihnen|euch|sie|dir|ihr",
        "bought": "gholt|kooft|gekooft|gekoft|bstellt|koft|gekauft|bestellt|bestelt|bestellt habe|erworben|erstanden|ersteigert|geordert|geshoppt|"
        "geholt|bezogen|gekaufte|"
        "gekauften|gekauftes|gekaufter|bestellte|bestellten|bestelltes|bestellter|erworbene|erworbenen|"
        "erworbenes|"
        "ersteigerte|ersteigerten|kaufte|kauften|orderte|erwarb|erwarben|georderte|georderten|angeschafft|"
        "besorgt|"
        "eingekauft|zugelegt|mitbestellt|nachbestellt|gegönnt|nachgekauft|ergattert|gewonnen|vorbestellt|"
        "bezogene|bezogenen|ersteigertes|bestelle ich",
        "made": "war|aufgegeben|getätigt|abgeschlossen|gemacht|ausgelöst|abgegeben|platziert|abgewickelt|"
        "getätigte|"
        "aufgegebene|aufgegebenen|getätigten|erfolgt|erfolgte|lief|gelaufen|gelaufenen|gelaufene|erfolgten",
        "deed": "bestellung|bestellungen|kauf|kaufs|käufe|einkauf|einkäufe|order|auftrag|auktion|kaufvertrag|"
        "bestellvorgang|bestellt",
        "number": "bestellnummer*|bestellnr|auftragsnummer*|auftragsnr|bestellbestätigung*|bestell|"
        "kaufnummer|ordernummer|"
        "artikelnummer*|transaktionsnummer|bestellcode|vorgangsnummer|bestellid|rechnungsnummer",
        "dated": "vom|am|von|im|letzte*|gestern|vorgestern|datum|vor",
        "iam": "ich bin|wir sind|als",
        "customer": "kunde|kundin|käufer|käuferin|kunden|besteller",
        "neg": "nicht|nie|niemals|statt|anstatt|weder|ohne|kein|keine|keinen|anstelle",
        "never": "nie|niemals|nichts|nix|nirgends|keinerlei",
        "fromyou": "bei ihnen|bei euch|bei dir|von ihnen|von euch|von dir|über ihnen|über euch|"
        "über dir",
        "cond": "wenn|falls|sofern",
        "people": "jemand|konkurrenz|mitbewerber|kunden|kundschaft|leute|viele|verbraucher|nutzer|endkunden",
        "other": "anderen|anderem|andere|anderer|fremden|fremder|fremdem|dritten|privatem|privaten|privater|"
        "verschiedenen|irgendeinem",
        "second": "anderen|andere|zweite|zweiten|anderes|weiteres|weitere|einmal|eins|eine|ein|einen",
        "seller": "verkäufer*|händler*|anbieter*|shop*|onlineshop*|firma|person|laden|lieferant*|"
        "privatverkäufer*",
        "seen": "gesehen|entdeckt|gefunden|gestoßen|verglichen|gelesen|angeschaut|angesehen|gestöbert|"
        "recherchiert",
        "sees": "sehe|seh|sehen|gibt|gibts|finde|kostet|entdecke|steht",
        "available": "lieferbar|vorrätig|verfügbar|erhältlich",
        "only": "nur|ausschließlich",
        "thought": "dachte|denken|glaubte|meinte",
        "thistime": "diesmal|dieses mal|ausnahmsweise",
        "shop": "onlineshop|webshop|internetshop|webseite|website|homepage|internetseite|shop|seite|"
        "hausshop|laden|store|shops",
        "direct": "direkt|direktkauf",
        "told": "verwiesen|meint*|sagt*|schreibt|schrieb|teilte|riet|bat|rät|verweist|empfiehlt|empfahl|"
        "gebeten|"
        "weitergeleitet|verwies|bittet",
        "service": "kundenservice|kundendienst|hotline|support|service|chat|kundenbetreuung|callcenter|"
        "mitarbeiter*|"
        "serviceteam|kundencenter",
        "contact": "kontakt*|antwort*|erreich*|melden|schreiben|kontaktier*|anschreiben|nachricht|"
        "nachrichten|anfrage",
        "unable": "weigert|verweigert|lehnt|abgelehnt|kein*|nicht|nichts|unmöglich|leider|vergeblich|niemand",
        "after": "retour*|rücksend*|rückgab*|lieferung*|rechnung*|artikel*|konto|bewertung*|paket*|"
        "erstattung|"
        "reklamation|reklamier*|zurückgeschickt|zurückgesendet|zurückgegeben|erstattet|beantragt|"
        "gutschrift|garantie|"
        "reklamiert|umtausch|bewertet|sendung|ware|angefragt|angeschrieben|geschrieben|gemeldet|mitgeteilt|"
        "garantieantrag|storniert|stornierung|rücknahme|rückerstattung|sterne|kundennummer|postfach|"
        "käuferschutz",
        "got": "erhalten|bekommen|geliefert|empfangen|zugeschickt|angekommen|gekriegt|zugestellt",
        "rated": "bewertung abgegeben|bewertung geschrieben|bewertung hinterlassen|bewertung geben|"
        "bewertung schreiben|bewertung abgeben|bewertung haben|meine negative bewertung|rote bewertung|"
        "meine bewertung|negativ bewertet|negativ bewerten|schlecht bewertet",
        "gaverating": "abgegeben|geschrieben|hinterlassen|gegeben|geschenkt|verfasst",
        "rating": "sterne|stern|bewertung|bewertungen|rezension|5sterne|feedback",
        "helps": "erstattet*|erstatten|hilft|helfen|zuständig|überwiesen|überweist|gutgeschrieben|ersetzt|"
        "zurückgezahlt|ersatz",
        "courier": "karton|verpackung|kiste|bote|paketbote|zusteller|fahrer|kurier|lieferant|lieferdienst|packstation|lager",
        "window": "rückgabefrist|rückgabezeitraum|rücksendefrist|rückgabezeit",
        "listing": "angebot|anzeige|inserat|artikelbeschreibung|beschreibung|produktseite|"
        "produktbeschreibung|auktion",
        "claimed": "stand|steht|hieß|versprach|versprochen|angegeben|beschrieben|beworben",
        "per": "laut|gemäß|nach aussage|aussage",
        "work": "arbeite|arbeitet|arbeitest|gearbeitet|jobbt|jobbe|angestellt|beschäftigt",
        "another": "nochmal|nochmals|noch mal|noch einmal|anderen|andere|anderes|zweite|zweiten|zweites|weitere|einmal",
        "voucher": "gutschein|gutscheine|geschenkkarte|geschenkgutschein|guthaben",
        "parcel": "paket|päckchen|sendung|lieferung",
        "instead": "stattdessen|inzwischen|mittlerweile|doch|jetzt woanders",
        "there": "dort|dorther",
        "friend": "freund*|bekannt*|nachbar*|kolleg*|schwager|schwägerin",
        "me": "mir|uns",
        "sold": "verkauft|geliefert|geschickt|zugeschickt|zugesandt|gesendet",
        "message": "mail|e-mail|email|nachricht|newsletter|werbung|post|mitteilung|schreiben|info|sms|anruf",
        "paid": "bezahlt|gezahlt|bezahlen|zahlen|zahlung|bezahlung",
        "with": "mit|per",
        "have": "haben|habt|hast",
        "buy": "bestellen|kaufen|erwerben|ordern|beziehen",
        "want": "würde|würden|möchte|möchten|wollte|wollten|will|wollen|kann|könnte|überlege|überlegen|"
        "interesse",
        "because": "weil|da|denn",
        "soldout": "ausverkauft|vergriffen|nicht mehr verfügbar|nicht verfügbar|nicht lieferbar|nicht mehr lieferbar",
        "irreal": "würde|würden",
    },
    weak=(
        "bezahlt|überwiesen|erhalten|bekommen|geliefert|gewährleistung",
        "bestellnummer|bestellnr|auftragsnummer|bestellung|bestellt|gekauft|kauf|erworben",
        "rechnung|retoure|rücksendung|rückgabe|umtausch|umtauschen|reklamation|reklamieren|erstattung|"
        "rückerstattung",
        "geld zurück",
        "rückgabefrist|garantiefrist|rückgabezeitraum",
        "defekt*|kaputt*|beschädigt*|funktioniert|fehlt|fehlen|zerbrochen|falsche|falschen|falsches|"
        "mangelhaft",
        "paket|lieferung|geliefert|angekommen|ankommt|ankam|zurückgeschickt|versendet|verschickt|sendung*|"
        "ersatz|ersatzteil|garantie|lieferschein",
        "zurückschicken|zurücksenden|zurückgeben|retournieren|stornieren|kratzer|riss|undicht|abgebrochen|"
        "gebrochen",
    ),
    bought=(
        "habe|hab|haben|hob ich|wir? ...3 {at} ...6 von euch|ihnen|eich",
        "habe|hab|haben ...6 von euch|ihnen ...2 {at}",
        "{name} ...1 gekauft|gekaufte|gekauften|bestellt|bestellte|bestellten|ersteigert|ersteigerte",
        "ich|wir habe|haben|hab|hatte|hatten ... {name} ...6 <bought>",
        "habe|hab|haben|hatte|hatten ich|wir ... {name} ...6 <bought>",
        "<bought> am|vom|im ...4 {name}",
        "kaufort|gekauft|bestellt|kauf|kaufdatum {name}",
        "<your> kunde|kundin|käufer|käuferin ...3 {at}",
        "{name} käufer*|kunde|kundin ...2 <deed>",
        "<mine> ...3 {at} ...4 <bought>",
        "<deed> ...1 {at} bei|von <you>",
        "<bought> bei|von <you> ...2 {name}",
    ),
    not_bought=(
        "nie|niemals|noch_nie etwas|was|irgendetwas ...4 <bought>",
        "kein|keine|keiner|keinen|keinem {name} <deed>|käufer|kunde|kundin",
        "nicht ...1 eine|meine|um {name} <deed>",
        "als! {at}",
        "{at} ...5 nie|niemals ...2 passiert|passieren|erlebt",
        "wenn|falls|sofern|bevor ich|wir|man|ihr|sie ...4 {at}",
        "falls|sofern|wenn ...3 {at}",
        "{at} ...3 <bought> werden|wird|würde|kann|könnte",
        "<people> ...6 {at}",
        "sie|ihr haben|habt ...3 {at} ...8 <bought>",
        "haben sie|habt ihr ...5 {at} ...3 <bought>",
        "ander* verkäufer*|händler*|anbieter*|shop* ...6 {name}",
        "{name} ...6 ander*|fremd* verkäufer*|händler*|anbieter*",
        "nicht! ...1 bei|über|auf|via|von {name}",
        "{at} nicht <bought>",
        "von|im {name} gehört|gelesen",
        "bei {name} arbeite|arbeitet|gearbeitet|angestellt",
        "freund*|bekannt*|nachbar*|kolleg* ...3 hat|haben ...2 {at} ... anderen|dieselbe|dasselbe",
    ),
    strong=(
        "{name} auktion*|transaktion*|orders|einkauf",
        "{at} ...6 von ihnen|euch ...4 <got>",
        "käufe|einkäufe {at}",
    ),
    sent=(
        "{name} hat|gab ...3 <your> ...1 adresse|mailadresse|emailadresse|e-mail|mail|kontakt|kontaktdaten|"
        "nummer",
        "<your> ...1 adresse|mailadresse|kontakt|kontaktdaten ...4 von {name}",
        "{name} ...2 hat|sagt*|meint*|schreibt|verweist|teilte|riet|bat|rät ...5 verwiesen|sie|ihnen|euch|"
        "verkäufer|händler",
        "<service> sagt*|meint*|hat|verweist|konnte|schreibt|hilft ...2 {name}",
        "{name} steht|stehen ...4 sie|ihr ...4 verkäufer|händler",
        "von|durch <det>? {name} ...4 verwiesen|weitergeleitet|weiterverwiesen|gebeten",
        "{name} <service> sagt*|meint*|hat|verweist|konnte|schreibt|hilft|verwies",
        "verkauft ...6 versand durch|über|mit {name}",
    ),
    medium=(
        "händler|plattform|marktplatz|verkaufskanal {name}",
        "<your> ...1 adresse|mailadresse|kontaktdaten|e-mail ...8 {at}",
        "{name} verkäuferprofil|verkäuferseite|verkäuferkonto|profil|impressum|kund*|shop|händler*|käufer*|"
        "nachricht*|mitteilung*|nachrichtensystem|prime",
        "{at} ...4 gelaufen|abgewickelt|geht|ging|klappt|funktioniert|sterne",
        "{at} ...2 keine|kein|nicht ...3 möglich*|mehr|zurück*",
        "rückgabefrist|rückgabe|erstattung|bewertung*|garantie|reklamation|retoure ...4 {at}",
        "paket|lieferung|sendung|ware|gerät|produkt|artikel ...2 {at}",
        "{name} ...3 nicht|nichts|kein* ...2 erstattet|überwiesen|gutgeschrieben|geantwortet|reagiert|"
        "hilft|helfen|zuständig",
        "rückgabefrist|rückgabezeitraum|frist ...4 {at}",
        "seriennummer|modell|artikel|asin ...3 {name}",
    ),
    shop=(
        "direkt bei|über|von ihnen|euch ...6 <bought>",
        "in|auf|über|bei|via ihrem|eurem|ihre|ihrer|eure|eurer|euren|ihren|dem|deren ...1 <shop> ... "
        "<bought>",
        "in|auf|über|bei|via ihrem|eurem|ihrer|eurer|euren|ihren ...1 <shop> <made>",
    ),
    talk={
        "agency": (
            "follower|followers|ugc|reels|haul|hauls|collab|collabs|storefront_haul|content_creator|creator|unboxing",
            "ppc|acos|tacos|seo|dsp",
            "seller|vendor central",
            "fnsku|buy_box|buybox|a_content",
            "brand registry",
            "account management",
            "fba prep",
            "listing|listings ...2 optim*|optimierung|verbessern|texte",
            "ranking|sichtbarkeit|umsatz|umsätze|verkäufe|verkaufszahlen|umsatzes|reichweite ...4 steiger*|"
            "erhöh*|verdoppel*|ausbauen|skalieren",
            "steiger*|erhöhen|verdoppel*|skalieren|optimieren ...5 umsatz|umsätze|verkäufe|ranking|"
            "listings|sichtbarkeit|verkaufszahlen|reichweite",
            "unverbindlich*|kostenlos*|kostenfrei* ...3 gespräch|erstgespräch|beratung|analyse|audit|demo|"
            "potenzialanalyse|webinar|termin",
            "agentur|dienstleister|software|tool ...6 {name}",
            "{name} ...3 agentur|dienstleister|berater|beratung|experten|expertin|experte|spezialist*|"
            "werbung|ads|repricer|händlern|konten",
            "kooperation|zusammenarbeit|kooperieren ...6 {name}",
            "fba|repricer|repricing|warenwirtschaft|buchhaltungssoftware|schnittstelle|anbindung",
            "umsatzsteuer service",
            "influencer|blogger|produkttest|produkttester|testbericht|testprodukt|testmuster|kostenloses "
            "muster",
            "onlinehändler wie sie|händler wie sie",
            "wir unterstützen|helfen|betreuen ...4 händler*|marken|verkäufer*|hersteller*|unternehmen|"
            "seller*",
            "mehr umsatz|sichtbarkeit|verkäufe|reichweite|kunden ...4 {name}",
            "ihre marke|produkte ...6 {name} ...6 verkaufen|listen|platzieren|präsent|vertreten|gelistet",
        ),
        "supplier": (
            "wir ...2 verkaufen|vertreiben|listen|beliefern|bieten|handeln ...5 {at}",
            "verkaufen|vertreiben|listen|bieten wir ...5 {at}",
            "preisliste|händlerpreis*|großhandel*|großhändler|einkaufspreis*|restposten|"
            "mindestbestellmenge|wiederverkäufer|"
            "händlerkonditionen|lieferantenanfrage|staffelpreis*|händleranfrage|b2b",
            "unser|unsere|unserem sortiment|produktpalette|katalog|kollektion",
            "als ...2 hersteller|großhändler|lieferant|importeur|distributor|spediteur",
            "unsere eigenen|eigener|eigenen {name} shop|kunden|händler",
            "lieferanten|spedition|dropshipping|fulfillment|lagerung|lagerhaltung|logistikdienstleister",
            "wir sind selbst ...2 {name}",
        ),
        "job": (
            "bewerbung|bewerbe ...5 als|um|für|mich|stelle",
            "lebenslauf|praktikum|ausbildungsplatz|initiativbewerbung|gehaltsvorstellung|stellenanzeige|"
            "werkstudent*",
            "presseanfrage|redaktion|interview|umfrage|bachelorarbeit|masterarbeit|studie",
        ),
        "presale": (
            "verkaufen|bieten|vertreiben|versenden|liefern|führen|haben sie|ihr ...4 auch|noch|über|auf|"
            "bei|nach|an",
            "auf lager",
            "vorrätig|lieferbar|verfügbar|verfügbarkeit|erhältlich|lieferzeit",
            "günstiger|billiger|preisvergleich|preisanfrage|mengenrabatt|teurer|preisunterschied|rabatt",
            "vor|vorm <det>? kauf|bestellung",
            "bevor|ehe ich|wir ...4 bestelle|kaufe|bestellen|kaufen|zuschlage",
            "gibt es|gibts ...5 {at}",
            "interessiere|interessieren|interessiert|interesse ...4 für|an|bei",
            "{at} ...2 gesehen|entdeckt",
            "sie|ihr ...2 {at} zu finden|vertreten|kaufen",
        ),
        "other_seller": (
            "von|bei|über einer|einem|ner|nem ...1 firma|händler|verkäufer|anbieter|shop|laden namens",
            "bei|von|über einem|einen|anderem|anderen ...1 anderen|anderem|fremden|privatverkäufer|"
            "privatperson",
            "von|bei einer|einem|nem|ner? privat|privatperson|privatverkäufer*|privatmann ...3 <bought>",
            "<bought> ...4 von|bei einer|einem|nem|ner? privat|privatperson|privatverkäufer*|privatmann",
            "nicht bei|von|über ihnen|euch ...4 <bought>|bezogen",
            "<bought> ...3 nicht bei|von ihnen|euch",
            "verkäufer|händler|anbieter war|ist|heißt|hieß|wohl aber|jedoch|allerdings|leider|nicht",
            "verkäufer|händler|anbieter war nicht|waren",
            "andere|anderer|anderen verkäufer|händler|anbieter",
        ),
        "not_staff": ("{name} kunden service|dienst|betreuung|support",),
        "staff": (
            "kunde|kundin|käufer|käuferin frau|herr|familie",
            "den|dem|der|die|vom|unser|unseren|unserem|unserer|dieser|diesem|eines|einem {name} kunde|kunden|kundin|käufer|käuferin|käufers",
            "dem|ihm ...6 geld|erstattung|gutschrift|ersatz ...2 zurück*|überweisen|schicken|geben|anweisen",
            "kunde|kunden|kundin|käufer|käuferin bei|von|aus|auf {name} ...8 erstatt*|zurück*|ersatz|gutschrift",
            "komm|komme ...3 morgen|heute|montag|später ...3 erst|später|nicht",
            "bin|komme ...4 gegen|später|um ...1 da|dort|im",
            "bin|komme morgen|heute ...2 später|erst",
            "dienstplan|frühschicht|spätschicht|schichtplan|krankmeldung|krankgemeldet|krankgeschrieben|feierabend|urlaubsantrag",
            "im|ins regal|lager ...2 hinten|liegen|liegt|gelegt|gestellt",
            "kunde|kundin|käufer|käuferin|kunden hat|haben|ist|will|fragt|möchte|schreibt|reklamiert|"
            "wartet|meint|ruft|beschwert|bekommt|wollte",
            "bin|mache|arbeite heute|morgen ...3 homeoffice|krank",
            "kannst du ...6 kunde*|kundin|bestellung* ...6 freigeben|bearbeiten|anlegen|prüfen|raussuchen|"
            "erstatten|verschicken",
            "liebe kolleg*|hallo kolleg*|hi kolleg*",
        ),
        "trade": (
            "<your> ...1 <deed>|paket|lieferung ...8 unterwegs",
            "<your> ...1 <deed> ...14 versandt|versendet|verschickt|raus|ausgeliefert|kommissioniert|verladen|versandbereit|abholbereit|fertig",
            "bestätigen|danken ...6 <your> ...1 <deed>",
            "anbei|beigefügt|anhang ...3 unsere|unseren bestellung|auftrag|auftragsbestätigung|rechnung|angebot|proforma",
            "wir|hiermit bestellen ...2 wir|hiermit|gemäß",
            "unsere lieferantennummer",
            "unserer|unsere|unser ...1 rechnung|auftragsbestätigung|proforma",
        ),
        "books": (
            "<your> ...1 kreditkartenabrechnung|kontoauszug|umsätze|kartenumsätze",
            "umsatzsteuervoranmeldung|voranmeldung|ustva|datev|jahresabschluss|buchungsbeleg*|kontoauszug*|steuerkanzlei|buchführung",
            "umsatzsteuer voranmeldung",
            "offene|offenen posten",
            "{name} auszahlung*|abrechnung*|gebührenabrechnung*",
            "auszahlungen|abrechnungen ...3 {name}",
        ),
        "robot": (
            "liegt|steht ...6 abholung|abholbereit|bereit",
            "wird|werden ...6 zugestellt",
            "antworten sie ...2 nicht",
            "nicht auf diese ...2 antworten",
            "diese|dies|dieser ...5 automatisch|automatische",
        ),
    },
)  # fmt: skip
