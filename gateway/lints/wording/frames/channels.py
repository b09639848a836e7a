"""Frames of invitations to channels of ours: follow us, it is cheaper in our online shop, book a slot.

Beside `wording.frames.elsewhere`. Every language has the same rows in the same order.
"""

from typing import Final

CHANNELS: Final = {
    "de": (
        (
            r"(?:folgen|abonnieren|liken|adden|besuchen|schauen|finden) ~6 (?:auf|bei) {social}",
            r"(?:uns|unser\w*|ich|mein\w*|wir)",
            r"!nicht|kein\w*|gefälscht\w*|betrug|leider",
        ),
        (
            r"(?:besuchen|stöbern|klicken|schauen|gucken) ~6 (?:unser\w*|mein\w*|eigene\w*) ~2 (?:online-?shop|webshop|shop|internetseite|webseite|website|homepage)",
            r"(?:günstiger|billiger|preiswerter|dort (?:kauf|bestell)\w*)",
            r"!nicht|leider|{market}",
        ),
        (
            r"(?:buchen|wählen|suchen|reservieren|aussuchen|vereinbaren|eintragen) ~6 (?:termin|rückruf|slot|zeitfenster)|(?:termin|rückruf|slot) ~6 (?:buchen|wählen|aussuchen|reservieren)|klicken sie ~4 kalender",
            r"(?:kalender|calendly|buchungsseite|link|online|zoom|teams|video\w*)",
            r"!{third_de}|nicht|leider",
        ),
    ),
    "en": (
        (
            r"(?:follow|like|subscribe to|add|find|visit|check) ~4 on {social}",
            r"(?:us|our|me|my|we)",
            r"!not|n't|fake|scam|sorry",
        ),
        (
            r"(?:visit|browse|head|hop|come|pop) ~4 (?:our|my) (?:own )?(?:online |web ?)(?:shop|store|site)|(?:visit|browse) our (?:website|site|shop|store)",
            r"(?:cheaper|less|better price|(?:buy|order) (?:it )?there)",
            r"!not|n't|sorry|{market}",
        ),
        (
            r"(?:book|pick|choose|grab|schedule|reserve) ~6 (?:slot|appointment|call|time|callback)",
            r"(?:calendar|calendly|booking page|link|online|zoom|teams|video)",
            r"!{third_en}|not|n't|sorry",
        ),
    ),
    "fr": (
        (
            r"(?:suivez|retrouvez|rejoignez|ajoutez)-(?:nous|moi) ~3 (?:sur|chez) {social}",
            r"!pas|faux|arnaque|desole\w*",
        ),
        (
            r"(?:visitez|parcourez|consultez|venez|allez|rendez-vous) ~4 (?:notre|mon) (?:propre )?(?:boutique|site|magasin) (?:en ligne|internet|web)",
            r"(?:moins cher|meilleur prix|econom\w*)",
            r"!pas|desole\w*|{market}",
        ),
        (
            r"(?:reservez|choisissez|prenez|reserver|prendre) ~5 (?:creneau|rendez-vous|rappel|appel)",
            r"(?:agenda|calendrier|calendly|lien|en ligne|zoom|teams|visio)",
            r"!{third_fr}|pas|desole\w*",
        ),
    ),
    "it": (
        (
            r"(?:ci (?:segua|seguite|trova|aggiunga)|seguiteci|seguici|mi segua|metta ~2 like) ~3 (?:su|in) {social}",
            r"!non|falso|truffa|spiace",
        ),
        (
            r"(?:visiti|visitate|vada|sfogli|passi|guardi) ~4 (?:nostro|mio) (?:negozio|shop|sito|store) (?:online|on line|web|internet)",
            r"(?:costa meno|meno caro|risparmi\w*|conveniente)",
            r"!non|spiace|{market}",
        ),
        (
            r"(?:prenoti|scelga|fissi|prenda|prenotare|fissare) ~5 (?:appuntamento|fascia|slot|orario|chiamata)",
            r"(?:calendario|agenda|calendly|link|online|zoom|teams|video)",
            r"!{third_it}|non|spiace",
        ),
    ),
    "es": (
        (
            r"(?:siganos|sigame|siguenos|encuentrenos|encuentranos|agreguenos|agreganos|unase) ~3 (?:en|a) {social}|(?:manden|mande|envie|escriba|mandenos|envienos|escribanos|mandeme|enviame) (?:nos )?un (?:whats ?app|wasap|guasap|wsp)",
            r"!no|falso|estafa|sentimos",
        ),
        (
            r"(?:visite|visiten|entre|vaya|pase|mire|eche) ~4 (?:nuestra|mi) (?:propia )?(?:tienda|web|pagina) ?(?:en linea|online|web|propia)?",
            r"(?:barat\w*|mejor precio|ahorr\w*|cuesta menos)",
            r"!no|sentimos|{market}",
        ),
        (
            r"(?:reserve|elija|escoja|pida|reservar|elegir) ~5 (?:cita|hueco|hora|llamada|turno)",
            r"(?:calendario|agenda|calendly|enlace|en linea|online|zoom|teams|video\w*)",
            r"!{third_es}|no|sentimos",
        ),
    ),
    "pl": (
        (
            r"(?:obserwuj\w*|obserwowac|polub\w*|dodaj\w*|dodac|zapraszamy|znajdzie|zajrzec) ~5 (?:na|do) {social}",
            r"(?:nas|nasz\w*|nam|mnie|zapraszamy)",
            r"!nie|falszyw\w*|oszust\w*|przykro",
        ),
        (
            r"(?:odwiedzic|zajrzec|wejsc|zapraszamy|obejrzec) ~4 (?:nasz\w*|moj\w*) (?:wlasn\w+ )?(?:sklep\w* (?:internetow\w*|online)|stron\w* internetow\w*|e-?sklep\w*)",
            r"(?:taniej|tanszy\w*|oszczedz\w*)",
            r"!nie|przykro|{market}",
        ),
        (
            r"(?:zarezerwowac|wybrac|umowic|rezerwowac) ~5 (?:termin\w*|rozmow\w*|godzin\w*|spotkani\w*)",
            r"(?:kalendarz\w*|calendly|link\w*|online|zoom|teams|wideo\w*)",
            r"!{third_pl}|nie|przykro",
        ),
    ),
    "nl": (
        (
            r"(?:volg|like|voeg|vind|bezoek) (?:ons|mij|onze) ~4 (?:op|bij) {social}",
            r"!niet|nep|oplicht\w*|sorry",
        ),
        (
            r"(?:bezoek|kijk|neem|klik|snuffel) ~5 (?:onze|mijn) (?:eigen )?(?:webshop|webwinkel|online ?(?:shop|winkel)|website|site)",
            r"(?:goedkoper|voordeliger|bespaart)",
            r"!niet|helaas|{market}",
        ),
        (
            r"(?:boek|kies|reserveer|plan|boeken|plannen) ~5 (?:afspraak|tijdslot|moment|gesprek|tijdstip)",
            r"(?:agenda|kalender|calendly|link|online|zoom|teams|video\w*)",
            r"!{third_nl}|niet|helaas",
        ),
    ),
    "sv": (
        (
            r"(?:följ|gilla|lägg till|hitta|besök) (?:oss|mig|vår\w*) ~4 på {social}",
            r"!inte|falsk\w*|bedrägeri|ledsna",
        ),
        (
            r"(?:besök|titta|kika|gå|klicka|surfa) ~4 (?:vår|min) (?:egna )?(?:webbutik|nätbutik|webbshop|hemsida|butik på nätet)",
            r"(?:billigare|bättre pris|sparar)",
            r"!inte|tyvärr|{market}",
        ),
        (
            r"(?:boka|välj|reservera) ~5 (?:tid|tider|samtal|möte)",
            r"(?:kalender\w*|calendly|länk\w*|online|zoom|teams|video\w*)",
            r"!{third_sv}|inte|tyvärr",
        ),
    ),
}
