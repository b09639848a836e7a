"""What stands around contact data: labels of numbers, digits as words, how "at" and "dot" are spelled out.

All folded (lower case, no accents).
"""

from typing import Final

PHONE_LABELS: Final = (
    r"tel(?:efon|ephone|efono|efoon|efax)?(?:nummer|nr|-?nr\.?|szam)?|telef|tlf|tfno|fon|phone|"
    "mobil(?:e|telefon|nummer)?|movil|mob|handy(?:nummer|nr)?|portable|cellulare|cell|cel|"
    "komorka|kom|gsm|mobiel|(?:tele)?fax|faks|whats ?app|signal|telegram|viber|threema|hotline|"
    "rufnummer|durchwahl|numero de telephone|numero di telefono|numero de telefono|numer telefonu|"
    "call(?: us)?(?: at| on)?|dial|appelez(?:[- ]nous)?(?: au)?|chiam(?:i|ate|aci|ateci)(?: al)?|"
    r"llam(?:e|enos)(?: al)?|zadzwon\w*(?: pod)?|dzwon\w*(?: pod)?|bel(?: ons)?(?: op)?|ring(?: oss)"
    "?(?: pa)?|rufen sie (?:uns )?(?:an|unter)|joignables? au|sous le numero|unter der nummer|"
    "pod numerem|al numero|on the number|op nummer|pa nummer"
)

MESSENGERS: Final = (
    "(?:whats ?app|telegram|instagram|insta|signal|facebook|fb|messenger|viber|threema|skype|"
    "wechat|tiktok|snapchat|discord|linkedin|youtube|pinterest)"
)

DIGITS: Final = {
    "de": "null eins zwei drei vier funf sechs sieben acht neun",
    "en": "zero one two three four five six seven eight nine",
    "fr": "zero un deux trois quatre cinq six sept huit neuf",
    "it": "zero uno due tre quattro cinque sei sette otto nove",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "pl": "zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec",
    "nl": "nul een twee drie vier vijf zes zeven acht negen",
    "sv": "noll ett tva tre fyra fem sex sju atta nio",
}
"""The digits 0 to 9 as words."""

MORE_DIGITS: Final = frozenset(
    [
        "zwo",
        "ein",
        "oh",
        "fuenf",
        "doppelnull",
        "doppel",
        "double",
        "plus",
        "jedynka",
        "dwojka",
        "ocho",
        "quattro",
    ]
)
"""Further words that may stand in a spelled-out number."""

TENS: Final = frozenset(
    [
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "vingt",
        "vingts",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "zehn",
        "elf",
        "zwolf",
        "dreizehn",
        "vierzehn",
        "funfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
        "zwanzig",
        "dreissig",
        "vierzig",
        "funfzig",
        "sechzig",
        "siebzig",
        "achtzig",
        "neunzig",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "dieci",
        "undici",
        "dodici",
        "tredici",
        "quattordici",
        "quindici",
        "sedici",
        "diciassette",
        "diciotto",
        "diciannove",
        "venti",
        "trenta",
        "quaranta",
        "cinquanta",
        "sessanta",
        "settanta",
        "ottanta",
        "novanta",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "veinte",
        "treinta",
        "cuarenta",
        "cincuenta",
        "sesenta",
        "setenta",
        "ochenta",
        "noventa",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "twintig",
        "dertig",
        "veertig",
        "vijftig",
        "zestig",
        "zeventig",
        "tachtig",
        "negentig",
        "tio",
        "elva",
        "tolv",
        "tretton",
        "fjorton",
        "femton",
        "tjugo",
        "trettio",
        "fyrtio",
        "femtio",
        "sextio",
        "sjuttio",
        "attio",
        "nittio",
        "dwadziescia",
        "trzydziesci",
        "czterdziesci",
        "piecdziesiat",
        "szescdziesiat",
        "siedemdziesiat",
    ]
)
"""Numbers of two digits, as words: a French number is told in pairs."""

AT: Final = (
    r"(?:at|ät|aet|ett|@|klammeraffe|affenschwanz|arobase|arrobas?|chiocciola|ma[łl]pa|apenstaartje|snabel-?a"
    r"|kringla)"
)
DOT: Final = r"(?:dot|punkt|punto|point|punt|kropka|\.)"
"""How "@" and "." are spelled out between brackets; more with a word for either."""

PLACES_AT: Final = r"(?:at|ät|klammeraffe|arobase|arroba|chiocciola|ma[łl]pa|apenstaartje|snabel-?a)"
