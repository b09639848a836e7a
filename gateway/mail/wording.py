"""The words that mail programs and people put around quotes and signatures, by language, as data.

A language is added by one entry in `WORDINGS`; `mail.heads`, `mail.quote` and `mail.html`
need no change. Everything is written in lower case and compared without case.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; lists are written as one text with commas (`listed`).

    `labels` are the labels of header lines by kind (`from`, `date`, `to`, `subject`, `other`). `rules` stand
    between two runs of dashes above a reply, `forwarded` above a forward, `forwards` alone on a line.
    `attributions` are patterns of the sentence above a quote, with the group `when` where it has a date; the
    name in front is the style. `verbs` end such a sentence when it has no date ("Max schrieb:"). `closings`
    begin the last lines of a mail, `sent_from` the line that a telephone adds.
    """

    language: str
    labels: dict[str, str]
    rules: str
    forwarded: str
    forwards: str
    attributions: tuple[tuple[str, str], ...]
    verbs: str
    closings: str
    sent_from: str


def listed(words: str) -> tuple[str, ...]:
    """The words of a list that is written as one text."""
    return tuple(words.split(", "))


# The date of an attribution: short, and with a digit in it. Names may hold anything.
_WHEN: Final = r"(?P<when>.{0,60}?\d.{0,60}?)"
_WHO: Final = r".{1,250}?"

WORDINGS: Final = (
    Wording(
        language="de",
        labels={
            "from": "von",
            "date": "gesendet, gesendet am, datum",
            "to": "an",
            "other": "cc, bcc, kopie, blindkopie, antwort an, priorität, wichtigkeit, anlagen",
            "subject": "betreff",
        },
        rules=(
            "ursprüngliche nachricht, urspruengliche nachricht, ursprüngliche e-mail, "
            "original-nachricht, originalnachricht, originale nachricht, ursprünglicher termin"
        ),
        forwarded="weitergeleitete nachricht, weitergeleitete nachricht von, weitergeleitete e-mail",
        forwards="anfang der weitergeleiteten nachricht:, anfang der weitergeleiteten e-mail:",
        attributions=(
            ("gmail", rf"am {_WHEN} uhr schrieb {_WHO} ?:"),
            ("apple", rf"am (?P<when>.{{3,80}}?\d{{4}} um .{{3,20}}?) schrieb {_WHO} ?:"),
            ("thunderbird", rf"am {_WHEN},? schrieb {_WHO} ?:"),
            ("yahoo", rf"am {_WHEN} hat {_WHO} geschrieben ?:"),
            ("k9", rf"am {_WHEN} schrieb ?:"),
            ("thunderbird", rf"{_WHO} schrieb am {_WHEN} ?:"),
            ("ox", rf"{_WHO} hat am {_WHEN} geschrieben ?:"),
            ("horde", rf"zitat von {_WHO}@{_WHO}:"),
        ),
        verbs="schrieb, geschrieben, schreibt",
        closings=(
            "mit freundlichen grüßen, mit freundlichen grüssen, mit freundlichen gruessen, mit "
            "freundlichem gruß, mit besten grüßen, mit herzlichen grüßen, freundliche grüße, "
            "freundliche grüsse, beste grüße, viele grüße, viele gruesse, herzliche grüße, liebe grüße, "
            "schöne grüße, mfg, ihr team, ihr kundenservice"
        ),
        sent_from=(
            "von meinem, gesendet von, gesendet mit, diese nachricht wurde von meinem, outlook für, "
            "holen sie sich outlook, diese e-mail wurde von meinem"
        ),
    ),
    Wording(
        language="en",
        labels={
            "from": "from",
            "date": "sent, date",
            "to": "to",
            "other": "cc, bcc, reply-to, reply to, importance, priority, attachments",
            "subject": "subject",
        },
        rules="original message, original appointment, reply message, original email",
        forwarded="forwarded message, forwarded by, forward message",
        forwards="begin forwarded message:",
        attributions=(
            ("apple", rf"on (?P<when>.{{3,80}}?, at \d){_WHO} wrote ?:"),
            ("gmail", rf"on (?P<when>.{{3,80}}? at \d){_WHO} wrote ?:"),
            ("thunderbird", r"on (?=.{0,40}\d)(?P<when>.{3,300}?) wrote ?:"),
            ("thunderbird", rf"{_WHO} wrote on {_WHEN} ?:"),
            ("horde", rf"quoting {_WHO}@{_WHO}:"),
        ),
        verbs="wrote, writes, said",
        closings=(
            "kind regards, best regards, warm regards, with kind regards, with best regards, regards, "
            "best wishes, many thanks, yours sincerely, yours faithfully, sincerely, cheers, all the "
            "best"
        ),
        sent_from="sent from, sent with, get outlook for, sent via",
    ),
    Wording(
        language="fr",
        labels={
            "from": "de, expéditeur",
            "date": "envoyé, envoyé le, date, date d'envoi",
            "to": "à, a, destinataire",
            "other": "cc, cci, répondre à, importance, pièces jointes",
            "subject": "objet, sujet",
        },
        rules="message d'origine, message d’origine, message original, message initial",
        forwarded="message transféré, message réexpédié, message transmis",
        forwards="début du message transféré :, début du message réexpédié :",
        attributions=(
            ("gmail", rf"le {_WHEN} à .{{3,20}}?, {_WHO} a écrit ?:"),
            ("thunderbird", rf"le {_WHEN},? {_WHO} a écrit ?:"),
            ("thunderbird", rf"{_WHO} a écrit (?:le )?{_WHEN} ?:"),
            ("horde", rf"citation? (?:de )?{_WHO}@{_WHO}:"),
        ),
        verbs="a écrit, écrit",
        closings=(
            "cordialement, bien cordialement, très cordialement, meilleures salutations, sincères "
            "salutations, bien à vous, salutations distinguées, veuillez agréer, bonne journée, belle "
            "journée"
        ),
        sent_from="envoyé de mon, envoyé depuis, envoyé à partir, obtenir outlook, télécharger outlook",
    ),
    Wording(
        language="it",
        labels={
            "from": "da, mittente",
            "date": "inviato, inviato il, data",
            "to": "a, destinatario",
            "other": "cc, ccn, rispondi a, priorità, allegati",
            "subject": "oggetto",
        },
        rules="messaggio originale, messaggio originario",
        forwarded="messaggio inoltrato, messaggio inoltrato da",
        forwards="inizio messaggio inoltrato:, inizio del messaggio inoltrato:",
        attributions=(
            ("gmail", rf"il giorno {_WHEN},? {_WHO} ha scritto ?:"),
            ("thunderbird", rf"il {_WHEN},? {_WHO} ha scritto ?:"),
            ("thunderbird", rf"{_WHO} ha scritto (?:il (?:giorno )?)?{_WHEN} ?:"),
        ),
        verbs="ha scritto, scrive, scriveva",
        closings=(
            "cordiali saluti, distinti saluti, un cordiale saluto, cordialmente, i migliori saluti, "
            "saluti, buona giornata"
        ),
        sent_from="inviato da, inviato dal mio, ottieni outlook, scarica outlook, inviato con",
    ),
    Wording(
        language="es",
        labels={
            "from": "de, remitente",
            "date": "enviado, enviado el, enviados, fecha, fecha de envío",
            "to": "para, destinatario",
            "other": "cc, cco, responder a, importancia, datos adjuntos",
            "subject": "asunto",
        },
        rules="mensaje original, mensaje de origen",
        forwarded="mensaje reenviado, mensaje reenviado por",
        forwards="inicio del mensaje reenviado:",
        attributions=(
            ("gmail", rf"el {_WHEN} a las .{{3,20}}?, {_WHO} escribió ?:"),
            ("thunderbird", rf"(?:el|en) {_WHEN},? {_WHO} escribió ?:"),
            ("thunderbird", rf"{_WHO} escribió (?:el )?{_WHEN} ?:"),
        ),
        verbs="escribió, escribe, ha escrito",
        closings=(
            "un saludo, saludos, saludos cordiales, reciba un cordial saludo, cordialmente, "
            "atentamente, le saluda atentamente, muchas gracias y un saludo"
        ),
        sent_from="enviado desde, obtener outlook, descargar outlook, enviado con",
    ),
    Wording(
        language="pl",
        labels={
            "from": "od, nadawca",
            "date": "wysłano, wysłane, data, data wysłania",
            "to": "do, adresat",
            "other": "dw, udw, kopia, odpowiedz do, priorytet, załączniki",
            "subject": "temat",
        },
        rules="oryginalna wiadomość, wiadomość oryginalna, oryginalna wiadomosc, wiadomość pierwotna",
        forwarded=(
            "przekazana wiadomość, wiadomość przekazana dalej, treść przekazanej wiadomości, przesłana "
            "wiadomość"
        ),
        forwards="początek przekazywanej wiadomości:, początek przesyłanej dalej wiadomości:",
        attributions=(
            ("apple", rf"wiadomość napisana przez {_WHO} w dniu {_WHEN} ?:"),
            ("thunderbird", rf"w dniu {_WHEN},? {_WHO} (?:napisał(?:\(a\)|a)?|pisze) ?:"),
            ("yahoo", rf"(?:w|dnia) {_WHEN},? {_WHO} (?:napisał(?:\(a\)|a)?|pisze) ?:"),
            ("gmail", rf"(?P<when>\w{{2,5}}\., \d.{{3,40}}? o \d{{1,2}}:\d\d) {_WHO} napisał(?:\(a\)|a)? ?:"),
            ("gmail", rf"(?P<when>\d.{{3,60}}?\d{{1,2}}:\d\d),? {_WHO} (?:napisał(?:\(a\)|a)?|pisze) ?:"),
            ("thunderbird", rf"{_WHO} (?:napisał(?:\(a\)|a)?|pisze) (?:w dniu|dnia) {_WHEN} ?:"),
        ),
        verbs="napisał(a), napisał, napisała, pisze",
        closings=(
            "z poważaniem, pozdrawiam, pozdrawiamy, serdecznie pozdrawiam, z wyrazami szacunku, z "
            "pozdrowieniami, łączę pozdrowienia"
        ),
        sent_from="wysłane z, wysłano z, pobierz program outlook, pobierz outlook",
    ),
    Wording(
        language="nl",
        labels={
            "from": "van, afzender",
            "date": "verzonden, verzonden op, datum",
            "to": "aan",
            "other": "cc, bcc, antwoord aan, beantwoorden aan, prioriteit, urgentie, bijlagen",
            "subject": "onderwerp",
        },
        rules="oorspronkelijk bericht, oorspronkelijke bericht, origineel bericht, origineel bericht van",
        forwarded="doorgestuurd bericht, doorgestuurd bericht van",
        forwards="begin doorgestuurd bericht:, begin van doorgestuurd bericht:",
        attributions=(
            ("gmail", rf"op {_WHEN},? schreef {_WHO} ?:"),
            ("apple", rf"op {_WHEN} heeft {_WHO} (?:het volgende )?geschreven ?:"),
            ("k9", rf"op {_WHEN} schreef ?:"),
            ("k9", rf"{_WHO} schreef op {_WHEN} ?:"),
        ),
        verbs="schreef, geschreven, schrijft",
        closings=(
            "met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, vriendelijke "
            "groeten, hartelijke groet, hartelijke groeten, met hartelijke groet, groeten, groet, mvg, "
            "hoogachtend"
        ),
        sent_from="verstuurd vanaf, verzonden vanaf, verstuurd met, outlook voor, verzonden met",
    ),
    Wording(
        language="sv",
        labels={
            "from": "från, avsändare",
            "date": "skickat, skickad, datum",
            "to": "till",
            "other": "kopia, hemlig kopia, svar till, prioritet, bifogade filer",
            "subject": "ämne",
        },
        rules="ursprungligt meddelande, originalmeddelande, ursprungsmeddelande",
        forwarded="vidarebefordrat meddelande, vidarebefordrat brev, vidarebefordrat mail",
        forwards=(
            "vidarebefordrat brev:, vidarebefordrat meddelande:, början på vidarebefordrat meddelande:"
        ),
        attributions=(
            ("gmail", rf"den {_WHEN},? skrev {_WHO} ?:"),
            ("apple", rf"(?P<when>\d.{{3,60}}?),? skrev {_WHO} ?:"),
            ("yahoo", rf"på {_WHEN},? skrev {_WHO} ?:"),
            ("k9", rf"{_WHO} skrev (?:den )?{_WHEN} ?:"),
            ("k9", rf"{_WHO} skrev ?: \({_WHEN}\)"),
        ),
        verbs="skrev, skriver",
        closings=(
            "med vänlig hälsning, med vänliga hälsningar, vänliga hälsningar, vänlig hälsning, bästa "
            "hälsningar, hälsningar, mvh"
        ),
        sent_from="skickat från, skickat med, skaffa outlook, hämta outlook",
    ),
)

_ANY_VERB: Final = r"(?:schrieb|wrote|a écrit|ha scritto|escribió|napisał(?:\(a\)|a)?|pisze|schreef|skrev)"
SHARED: Final = (
    ("otrs", rf"(?P<when>\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}.{{0,40}}?) - {_WHO} {_ANY_VERB} ?:"),
    (
        "gmail",
        r"(?P<when>(?:19|20)\d\d-\d\d-\d\d \d{1,2}:\d\d(?: (?:gmt|utc))?\S{0,7}),? "
        rf"{_WHO}<\S{{1,80}}@\S{{1,250}}>(?: {_ANY_VERB})? ?:",
    ),
)
"""Attributions in which no language is recognised by its own words: ticket systems, old Gmail."""
