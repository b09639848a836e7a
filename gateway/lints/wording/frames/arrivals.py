"""Frames of advertising: something new has come in, have a look; and it is cheaper when bought from us directly.

Beside `wording.frames.marketing`. Every language has the same rows in the same order.
"""

from typing import Final

ARRIVALS: Final = {
    "de": (
        (
            r"(?:neu|neue\w*) ~4 (?:im programm|im sortiment|im angebot|eingetroffen|reingekommen|auf lager)",
            r"(?:schau\w*|guck\w*|stöber\w*|entdeck\w*|blätter\w*|reinschauen|neugierig|für sie dabei|ansehen)",
            r"!ersatz\w*|leider",
        ),
        (
            r"direkt (?:bei|über|von) uns|bei uns direkt|direkt (?:im|in unserem) (?:\w*shop|laden)",
            r"(?:günstiger|billiger|preiswerter|sparen|spart|gebühr\w*|provision\w*|zwischenhändler)",
            r"!leider|nicht ~2 (?:günstiger|billiger)|versand innerhalb",
        ),
    ),
    "en": (
        (
            r"new ~4 (?:in stock|in the range|in our range|arrivals|just in|just arrived)",
            r"(?:take a look|have a look|check|browse|discover|see|treat|interested)",
            r"!replacement|spare|sorry",
        ),
        (
            r"(?:to|from|with) us direct(?:ly)?|direct(?:ly)? (?:to|from|with|through) us",
            r"(?:cheaper|save|saves|saving|fees?|commission|middleman|better price|less)",
            r"!sorry|not ~2 cheaper",
        ),
    ),
    "fr": (
        (
            r"(?:nouveau|nouveaux|nouvelle|nouvelles|nouveautes) ~5 (?:en stock|en magasin|au catalogue|dans (?:notre|la) gamme|arrive\w*)",
            r"(?:jetez|regardez|decouvr\w*|venez|allez|profit\w*)",
            r"!piece|desole\w*",
        ),
        (
            r"direct(?:ement)? (?:chez|aupres de|par|a) nous|chez nous (?:en )?direct(?:ement)?",
            r"(?:moins cher|econom\w*|commission|frais|intermediaire|meilleur prix)",
            r"!desole\w*",
        ),
    ),
    "it": (
        (
            r"nuov[oaie] ~5 (?:in magazzino|in catalogo|nell'assortimento|nel nostro assortimento|arriv\w*)",
            r"(?:dia un'occhiata|guardi|scopra|venga|approfitti|curios\w*)",
            r"!ricambi\w*|spiace",
        ),
        (
            r"direttamente (?:da|presso|con) noi|da noi direttamente",
            r"(?:meno|economic\w*|risparmi\w*|commission\w*|intermediari\w*|costa meno|prezzo migliore)",
            r"!spiace|almeno",
        ),
    ),
    "es": (
        (
            r"(?:nuevo|nuevos|nueva|nuevas|novedades) ~5 (?:en stock|en catalogo|en la gama|llegad\w*|en la tienda)",
            r"(?:eche|mire|descubra|venga|aproveche|vistazo)",
            r"!repuesto\w*|sentimos",
        ),
        (
            r"directamente (?:a|con|en|de) (?:nosotros|nuestra tienda)|a nosotros directamente|directo a nosotros",
            r"(?:barat\w*|ahorr\w*|comision\w*|intermediari\w*|mejor precio|menos)",
            r"!sentimos|al menos",
        ),
    ),
    "pl": (
        (
            r"now\w+ ~5 (?:w ofercie|w asortymencie|na stanie|w sklepie)",
            r"(?:zajrzec|obejrzec|zobaczyc|zapraszamy|sprawdzic|odkry\w*)",
            r"!czesci zamienn\w*|przykro",
        ),
        (
            r"(?:bezposrednio|prosto) (?:u|od|przez) nas|u nas bezposrednio",
            r"(?:taniej|oszczed\w*|prowizj\w*|posrednik\w*|lepsza cena|mniej)",
            r"!przykro|niestety",
        ),
    ),
    "nl": (
        (
            r"nieuwe? ~5 (?:in het assortiment|op voorraad|binnengekomen|in de winkel|binnen)",
            r"(?:kijk|neem|ontdek|bekijk|snuffel|kom)",
            r"!onderdelen|helaas",
        ),
        (
            r"(?:rechtstreeks|direct) (?:bij|via|van) ons|bij ons (?:direct|rechtstreeks)",
            r"(?:goedkoper|bespaart|besparen|commissie|tussenhandel\w*|tussenpersoon|voordelig\w*|betere prijs)",
            r"!helaas",
        ),
    ),
    "sv": (
        (
            r"ny(?:a|tt)? ~5 (?:i sortimentet|i lager|i butiken|inkommet|inkomna)",
            r"(?:titta|kika|upptäck|kolla|välkommen|spana)",
            r"!reservdel\w*|tyvärr",
        ),
        (
            r"direkt (?:av|från|hos|via|till) oss|hos oss direkt",
            r"(?:billigare|spara\w*|provision\w*|mellanhand\w*|avgift\w*|bättre pris)",
            r"!tyvärr",
        ),
    ),
}
