"""Frames of a trade aside: past the platform, paid by other ways, bought direct from us.

A refund by the marketplace, a payment that was made and a refusal are none.
"""

from typing import Final

TRADE: Final = {
    "de": (
        (
            r"(?:(?:ohne|außerhalb|abseits|jenseits|neben|hinter dem rücken) ~5 (?:plattform|marktplatz\w*|portal\w*|{market}|online-?marktplatz\w*)|an ~3 (?:plattform|marktplatz\w*|{market}|portal\w*) vorbei|am (?:marktplatz|portal) vorbei|ohne (?:zwischenhändler|mittelsmann|provision\w*|gebühren|umweg))",
            r"(?:kauf\w*|bestell\w*|bekomm\w*|abwickel\w*|regel\w*|klär\w*|günstig\w*|anbieten|machen|zahl\w*|erstatt\w*|billig\w*|liefer\w*|verkauf\w*|lös\w*|einig\w*|schick\w*|überweis\w*|tausch\w*|schreib\w*|kommunizier\w*)",
            r"!nicht (?:möglich|erlaubt|zulässig|gestattet)|dürfen|leider|versandgebühren|ohne ~1 gebühren ~3 (?:zurück\w*|retour\w*)|rücksend\w*",
        ),
        (
            r"(?:in bar|bar|bargeld|barzahlung|paypal\S*|überweisung|überweisen|iban|kontonummer|kontodaten|bankdaten|kontoverbindung|bankverbindung|vorkasse|western union|klarna|giropay|wero)",
            r"(?:(?:können|könnten|möchten|würden|zahlen|bezahlen|begleichen|schicken|senden|nennen|lassen|geben|teilen|überweisen|verwenden|nutzen|begleichen) ~1 (?:sie|uns|mir)|bitte|bräuchte\w*|brauche\w*|benötige\w*|am besten|gern\w*)",
            r"!leider|kein\w*|nicht|{market}|haben ~4 (?:bezahlt|gezahlt)|bezahlt haben|prüfen sie|gedulden|beachten|buchung\w*|bank ~3 (?:dauert|gutschrift)",
        ),
        (
            "(?:direkt|lieber|gleich|künftig|nächstes mal|beim nächsten mal|privat|hintenrum|unter der hand)",
            r"(?:bei uns|über uns|mit uns|(?:auf|in|über|bei) unser\w* ~2 (?:\w*shop|web\w*|homepage|seite|laden|onlineshop))",
            r"(?:kauf\w*|bestell\w*|order\w*|bezieh\w*|hol\w*|bekomm\w*|abwickel\w*|erwerb\w*|einkauf\w*|anfrag\w*)",
            r"!(?:ist|sind|war|wurde|wird|haben wir) ~6 (?:bei uns|direkt)|{market} ~3 (?:konto|nachricht\w*)|eingegangen|eingetroffen|unser\w* lager|hersteller",
        ),
    ),
    "en": (
        (
            r"(?:(?:outside|off|away from|around|without|bypass\w*|behind the back) ~3 (?:platform|marketplace|site|portal|{market})|cut(?:ting)? out the middleman|no middleman|under the table|off the books|on the side|between you and (?:me|us))",
            r"(?:buy\w*|order\w*|deal\w*|sell|sort\w*|cheaper|do (?:it|this|that)|settle\w*|pay\w*|refund\w*|arrange\w*|supply|offer|handle|agree|fix\w*|ship|price|better|less|save|talk|write|contact|communicat\w*)",
            "!not (?:allowed|permitted|possible)|cannot|can't|unfortunately|without (?:the )?site",
        ),
        (
            r"(?:cash|paypal\S*|bank transfer|wire|iban|account (?:number|details)|bank details|sort code|western union|venmo|zelle|revolut|cash ?app|cheque)",
            r"(?:send us|send me|give us|give me|let us have|let me have|tell us|pay (?:us|me|the|it|by|in|via)|settle\w*|square|transfer (?:us|the|it)|happy to|could you|can you|you can|please|what's your|need your|would need|wire (?:us|the)|prefer)",
            r"!unfortunately|cannot|can't|not|n't|{market} ~3 (?:refund\w*|pay\w*|will)|you (?:have )?paid|wait|business days|working days|check your|cash register|wireless|on your statement|wire (?:it|the (?:lamp|plug|red|blue|brown))",
        ),
        (
            "(?:direct(?:ly)?|straight|privately|in future|next time|from our (?:own )?(?:web ?site|site|shop|store)|on our (?:own )?(?:web ?site|site))",
            "(?:from us|with us|to us|through us|our (?:own )?(?:web ?site|site|shop|store|warehouse|webshop))",
            r"(?:buy\w*|order|orders|ordering|purchas\w+|shop|come|deal|get (?:it|them|the))",
            r"!(?:was|were|is|are|been|has) ~4 (?:sent|shipped|returned|received|delivered|dispatched)|return\w*|send it|{market} ~2 (?:account|messages)|you ordered (?:direct\w*|from)",
        ),
    ),
    "fr": (
        (
            r"(?:(?:hors|sans passer par|en dehors de|sans|contourn\w+|a l'exterieur de) ~3 (?:plateforme|marketplace|site|{market}|place de marche|intermediaire)|hors plateforme|sans intermediaire|sous le manteau|de gre a gre)",
            r"(?:achet\w+|command\w+|vend\w+|moins cher|regl\w+|pay\w+|rembours\w+|faire|arrang\w+|fourn\w+|propos\w+|trait\w+|econom\w+|livr\w+|prix|meilleur\w*|expedi\w+|ecri\w+)",
            r"!impossible|pas (?:autoris\w+|possible|permis)|malheureusement|ne pouvons",
        ),
        (
            r"(?:en (?:especes|liquide|cash)|paypal\S*|virement|iban|rib|coordonnees bancaires|western union|lydia|cheque|mandat)",
            r"(?:pouvez|pourrez|pourriez|regl(?:er|ez)|pay(?:er|ez)|envoy(?:er|ez)|donn(?:er|ez)|transmett\w+|communiqu\w+|indiqu\w+|besoin|vir(?:er|ez)|vers(?:er|ez)|merci de|faites|faire|laissez)",
            r"!malheureusement|ne (?:pouvons|sommes)|pas|{market}|avez (?:paye|regle)|patient\w*|jours ouvr\w+|cheque cadeau|verifi\w+|banque ~3 (?:peut|delai)",
        ),
        (
            "(?:direct(?:ement)?|en direct|la prochaine fois|a l'avenir|desormais|prochainement)",
            "(?:chez nous|aupres de nous|avec nous|a nous|notre (?:propre )?(?:site|boutique|magasin|e-?shop)|nos (?:boutiques|magasins))",
            r"(?:achet\w+|command\w+|pass\w+|adress\w+|acquer\w+|procur\w+|approvisionn\w+)",
            r"!retour\w*|renvoy\w+|expedi\w+|recu|arrive|avez commande",
        ),
    ),
    "it": (
        (
            r"(?:(?:fuori|al di fuori|senza passare|senza|scavalc\w+|aggir\w+) ~4 (?:piattaforma|marketplace|sito|portale|{market}|intermediar\w+)|senza intermediari|sottobanco|in nero)",
            r"(?:compr\w+|ordin\w+|vend\w+|acquist\w+|meno|risolv\w+|pag\w+|rimbors\w+|far\w+|faccia\w*|accord\w+|offr\w+|prezzo|risparmi\w+|sped\w+|convenient\w+|miglior\w+|scriv\w+)",
            r"!impossibile|non (?:e )?(?:possibile|consentit\w+|permess\w+)|purtroppo|non possiamo",
        ),
        (
            r"(?:in contanti|contanti|paypal\S*|bonifico|iban|coordinate bancarie|western union|satispay|postepay|dati bancari|assegno)",
            r"(?:puo|potrebbe|pag(?:are|hi|arlo)|vers\w+|mand\w+|invi\w+|dare|dia|darci|fornir\w+|indich\w+|comunic\w+|lasci|serve|servirebbe|bisogno|per favore|preferi\w+|faccia|saldare)",
            r"!purtroppo|non|{market}|ha pagato|attend\w+|giorni lavorativi|verific\w+|banca ~3 (?:puo|impiega)",
        ),
        (
            "(?:direttamente|in diretta|prossima volta|in futuro|d'ora in poi|privatamente)",
            "(?:da noi|con noi|a noi|presso di noi|(?:nel|sul|dal|al) nostro (?:sito|negozio|shop|e-?commerce|magazzino)|nostro (?:sito|negozio|shop))",
            r"(?:compr\w+|ordin\w+|acquist\w+|pass\w+|rivolg\w+|prend\w+)",
            r"!reso|restitu\w+|rispedi\w+|spedit\w+|arrivat\w+|ricevut\w+|ha ordinato",
        ),
    ),
    "es": (
        (
            r"(?:(?:fuera|al margen|sin pasar|sin|saltarnos|salt\w+) ~4 (?:plataforma|marketplace|sitio|portal|{market}|intermediari\w+)|sin intermediarios|bajo mano|bajo cuerda|en negro)",
            r"(?:compr\w+|pid\w+|ped\w+|vend\w+|barat\w+|arregl\w+|resolv\w+|pag\w+|reembols\w+|hac\w+|hag\w+|acord\w+|ofrec\w+|precio|ahorr\w+|env\w+|dej\w+|mejor|tratar\w*|escrib\w+)",
            r"!imposible|no (?:es |esta )?(?:posible|permitid\w+)|lamentablemente|no podemos",
        ),
        (
            r"(?:en (?:efectivo|metalico|mano)|paypal\S*|bizum|transferencia|iban|cuenta bancaria|datos bancarios|numero de cuenta|western union)",
            r"(?:puede|podria|pag(?:ar|ue|arlo|arnos)|abon(?:ar|e)|mand\w+|envi(?:e|ar|enos|arnos)|deme|denos|dar\w*|facilit\w+|indi(?:que|car)\w*|dej\w+|necesit\w+|por favor|prefier\w+|haga|hacernos|ingres\w+)",
            r"!lamentablemente|no|{market}|ha pagado|pago con|esper\w+|dias (?:habiles|laborables)|compruebe|banco ~3 (?:puede|tarda)|verifi\w+",
        ),
        (
            "(?:directamente|en directo|proxima vez|en el futuro|a partir de ahora|en privado)",
            "(?:a nosotros|con nosotros|(?:en|por|de) nuestr[oa] (?:propia )?(?:web|tienda|pagina|almacen)|nuestr[oa] (?:web|tienda|pagina))",
            r"(?:compr\w+|pid\w+|ped\w+|encarg\w+|dirig\w+|adquir\w+|haga\w*|hacer\w*)",
            r"!devol\w+|devuel\w+|enviad\w+|llegad\w+|recibid\w+|ha pedido",
        ),
    ),
    "pl": (
        (
            r"(?:(?:poza|bez|z pominieciem|omijajac|obok) ~3 (?:platform\w*|marketplace\w*|portal\w*|serwis\w*|{market}\w*|posrednik\w*)|bez posrednikow|pod stolem|na lewo)",
            r"(?:kup\w*|zamow\w*|zamaw\w*|sprzeda\w*|tani\w*|zalatw\w*|zaplac\w*|plac\w*|zwroc\w*|zrobi\w*|dogada\w*|oferow\w*|cen\w*|wysl\w*|rozlicz\w*|ustali\w*|umow\w*|pisa\w*)",
            r"!nie (?:wolno|mozemy|mozna)|niemozliw\w+|niestety",
        ),
        (
            r"(?:gotowk\w+|paypal\S*|blik\w*|przelew\w*|iban|numer\w* (?:konta|rachunku)|dan\w+ (?:do przelewu|bankow\w+)|western union)",
            r"(?:moze|mozna|prosze|prosimy|zaplacic|zaplata|przelac|podac|wyslac|przeslac|potrzebuj\w+|wplacic|uregulowac|doplacic|najlepiej|chetnie)",
            r"!niestety|nie|{market}\w*|zaplacil\w*|cierpliwosc|dni robocz\w+|sprawdzic|zaksiegow\w+|za pobraniem|kurier\w*",
        ),
        (
            "(?:bezposrednio|nastepnym razem|w przyszlosci|prywatnie|od teraz)",
            r"(?:u nas|od nas|do nas|z nami|(?:w|na|przez) nasz\w+ (?:sklep\w*|stron\w*|witryn\w*|magazyn\w*))",
            r"(?:kup\w*|zamow\w*|zamaw\w*|zakup\w*|zwraca\w*|zglasza\w*|naby\w*)",
            r"!odesl\w+|zwrot\w*|wyslan\w+|dotarl\w*|otrzymal\w*|zostal\w*",
        ),
    ),
    "nl": (
        (
            "(?:(?:buiten|zonder|langs) ~3 (?:platform|marktplaats|marketplace|site|{market}|tussenpersoon|portaal)(?: om)?|om ~2 (?:platform|marktplaats|marketplace|site|{market}|portaal) heen|zonder tussenpersoon|onder de tafel|zwart|onder de toonbank)",
            r"(?:koop\w*|kopen|bestel\w*|verkop\w*|goedkoper|regel\w*|betaal\w*|betalen|vergoed\w*|doen|lever\w*|aanbied\w*|prijs|afhandel\w*|oplossen|spreken|afspreken|sturen|voordelig\w*|krijg\w*)",
            "!niet (?:toegestaan|mogelijk|mag)|helaas|mogen (?:wij|we) niet|zwarte?",
        ),
        (
            r"(?:contant|cash|paypal\S*|overschrijving|overmaken|iban|rekeningnummer|bankgegevens|tikkie|western union|ideal)",
            "(?:kunt|kan u|betalen|betaal|stuur|sturen|geef|geven|laat|nodig|graag|alstublieft|maak|voldoen|verrekenen|mag|doorgeven)",
            "!helaas|niet|geen|{market}|heeft (?:u )?betaald|betaald heeft|werkdagen|geduld|controleer|bank ~3 (?:duurt|kan)|ideale?",
        ),
        (
            "(?:rechtstreeks|direct|volgende keer|voortaan|in de toekomst|prive)",
            "(?:bij ons|van ons|met ons|via ons|(?:op|in|via|bij) ons(?:ze)? (?:eigen )?(?:website|site|webshop|winkel|webwinkel)|onze (?:website|site|webshop|winkel|webwinkel))",
            r"(?:koop\w*|kopen|koopt|bestel\w*|aanschaf\w*|terecht|afnem\w*|haal\w*)",
            r"!retour\w*|terug\w*|verzonden|aangekomen|ontvangen|heeft besteld",
        ),
    ),
    "sv": (
        (
            r"(?:(?:utanför|utan|vid sidan (?:av|om)|förbi|runt) ~3 (?:plattform\w*|marknadsplats\w*|sajt\w*|{market}|mellanhänder|portalen)|utan mellanhänder|under bordet|svart)",
            r"(?:köp\w*|beställ\w*|sälj\w*|billigare|lös\w*|ordna\w*|betal\w*|gör\w*|leverera\w*|erbjud\w*|pris\w*|komma överens|uppgörelse|handla|skicka\w*|skriv\w*)",
            "!inte (?:tillåtet|möjligt|får)|tyvärr|får vi inte|svarta?n?",
        ),
        (
            r"(?:kontant\w*|paypal\S*|swish\w*|banköverföring|överföring|iban|kontonummer|bankuppgifter|bankgiro|western union)",
            "(?:kan|betala|skicka|ge|lämna|behöver|gärna|vänligen|sätt in|för över|uppge|skriv|ange|göra upp)",
            "!tyvärr|inte|ingen|{market}|(?:du|ni) (?:har )?betala(?:t|de)|bankdagar|arbetsdagar|vänta|kontrollera",
        ),
        (
            "(?:direkt|nästa gång|i fortsättningen|framöver|privat)",
            r"(?:av oss|från oss|hos oss|med oss|via oss|(?:på|i|via) vår (?:egen )?(?:webb\w*|hemsida|sajt|butik|sida))",
            r"(?:köp\w*|beställ\w*|handla\w*|vänd\w*|skaffa\w*)",
            r"!retur\w*|tillbaka|skickat|skickades|kommit|mottagit|har beställt",
        ),
    ),
}
