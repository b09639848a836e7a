"""Which language a text is written in, of the eight that footers and lints know.

Function words decide: each counts the more, the fewer of the languages have it. Made
for short business mails; what is not clear is said to be unknown, so that the caller
can fall back on something better. Pure, never raises, linear in the text.
"""

import re
from collections import Counter
from typing import Final

LANGUAGES: Final = ("de", "en", "fr", "it", "es", "pl", "nl", "sv")

_SAMPLE: Final = 20_000
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = {
    "de": """
        aber als am an auch auf aus bei bis bitte da damit dass dem den der des die diese dieser dieses doch
        ein eine einen einer es für gehen geht geehrte geehrter gerne gruß grüße guten haben hallo hat heute
        ich ihnen ihr ihre ihren im in ist kann können leider mit morgen nach nicht noch nur oder schon sehr
        sich sie sind so tag um und uns unser unsere vielen von vor wäre war was wenn werden wie wir wird
        wurde zu zum zur über dank danke bestellung lieferung paket versand rechnung""",
    "en": """
        a about and any are as at be been but by can could dear do for from had has have hello her hi his how
        i if is it its just kind me my no not of on or our out please regards shall she should so some sorry
        than thank thanks that the their there they this to today us was we were what when which will with
        would yes you your order parcel delivery invoice shipped refund""",
    "fr": """
        a à au aux avec avez bien bonjour bonne car ce cela cette ces cher chère commande comme cordialement
        dans de des du elle en est et être il je jour la le les leur madame mais merci monsieur ne nous nos
        notre on ou où par pas plus pour pouvez que qui sera si sommes son sont sur un une veuillez vos votre
        vous colis livraison facture remboursement""",
    "it": """
        a al alla anche abbiamo buongiorno che ci come con cordiali da dal dalla del della di è e gentile
        gli grazie ha ho i il in io la le lei lo ma mi nel nella non nostro o oggi ordine per più può
        quando questo saluti salve sarà se si siamo sono sua suo sul tra un una vi consegna fattura pacco
        parte rimborso spedizione""",
    "es": """
        a al buenos buenas como con cuando de del desde días dos el ella en es está estamos esta este esto
        fue gracias ha hemos hola la las le les lo los más mañana me mi mucho muy no nos nuestro o para pedido
        pero por puede que saludo saludos se será si sin sobre su sus también un una usted y ya envío factura
        paquete reembolso""",
    "pl": """
        a ale będzie bo być czy dla dni do dziękuję dziękujemy dzień dobry i ich jak jest jeszcze już
        lub ma mamy może my na nam nie o od oraz pan pana pani państwa państwo po pod pozdrawiam proszę przez
        przy są się ta tak ten to tym w we witam z za zamówienie że został została dzisiaj
        faktura jutro paczka przesyłka wczoraj wysyłka zwrot""",
    "nl": """
        aan als beste bij dag dan dank dat de deze die dit door een en er geachte goed graag groet groeten had
        hebben hebt heeft het hij hoe ik in is kan kunnen kunt maar mee met mijn morgen naar niet nog nu
        of om onze ons ook op over te tot u uit uw van vandaag vanaf voor vriendelijke wat we wij wordt zal ze
        zijn zo bestelling factuur levering pakket""",
    "sv": """
        alla att av bara bästa då de den det detta dig din du efter eller en er era ett från för god
        har hej hälsning hälsningar idag imorgon in inte jag kan kommer med mig mycket men ni nu när och
        om oss på redan sig ska skickar som så tack till under upp ut vad var vara vi vid vill vänlig
        vänliga är än även beställning faktura leverans
        paket""",
}
_SETS: Final = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_SHARED: Final = Counter(word for words in _SETS.values() for word in words)
_WEIGHTS: Final = {word: 1 / count for word, count in _SHARED.items()}
_LEAST: Final = 1.5
_LEAD: Final = 1.4


def detect(text: str) -> str | None:
    """The language of a text (ISO 639-1), or None if it is not clear or not one of `LANGUAGES`."""
    counts = Counter[str]()
    # Each form is folded once: most words of a text occur more than once.
    for word, count in Counter(_WORD.findall(text[:_SAMPLE])).items():
        counts[word.lower()] += count
    scores = {
        name: sum(_WEIGHTS[word] * min(counts[word], 3) for word in known & counts.keys())
        for name, known in _SETS.items()
    }
    first, second = sorted(scores, key=lambda name: -scores[name])[:2]
    if scores[first] >= _LEAST and scores[first] >= _LEAD * scores[second]:
        return first
    return None
