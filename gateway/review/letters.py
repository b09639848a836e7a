"""The words of the notices, in German and English.

Order of what is said: what did not happen, to whom and when; why, in the
reviewer's or the next hop's own words; who has it all the same; what to do;
the text to copy; the id. Texts are data: `notices` puts the values in.
"""

from typing import Final

REJECTED: Final = {
    "de": """\
Guten Tag,

Ihre Nachricht an {recipients} vom {time} wurde NICHT gesendet. {who} hat sie gelesen und gibt sie \
Ihnen zurück.

Anmerkung von {who}:
{note}
{also}
Was jetzt zu tun ist: Ändern Sie den Text wie angemerkt und senden Sie ihn neu, oder antworten Sie im Konto \
des Marktplatzes. Unverändert noch einmal gesendet, würde die Nachricht wieder angehalten.
{text}
Kennung: {id}
""",
    "en": """\
Hello,

your message to {recipients} of {time} was NOT sent. {who} has read it and gives it back to you.

Note from {who}:
{note}
{also}
What to do now: change the text as noted and send it anew, or answer in the account of the marketplace. Sent \
again as it is, the message would be held again.
{text}
Id: {id}
""",
}

FAILED: Final = {
    "de": """\
Guten Tag,

Ihre Nachricht vom {time} konnte an diese Empfänger NICHT zugestellt werden; der nächste Mailserver hat sie \
abgelehnt:
{replies}
{also}
Was jetzt zu tun ist: Prüfen Sie die Adressen. Ist der Grund behoben, kann die Nachricht in der Prüfliste \
noch einmal gesendet werden; bis dahin liegt sie dort.
{text}
Kennung: {id}
""",
    "en": """\
Hello,

your message of {time} could NOT be delivered to these recipients; the next mail server refused it:
{replies}
{also}
What to do now: check the addresses. Once the reason is gone, the message can be sent again from the review \
queue; until then it stays there.
{text}
Id: {id}
""",
}

REDACTED: Final = {
    "de": """\
Guten Tag,

aus der Signatur Ihrer Nachricht an {recipients} vom {time} wurden Kontaktdaten entfernt; sie wurde ohne \
diese Zeilen gesendet:

{lines}

Was jetzt zu tun ist: Nehmen Sie diese Zeilen für Antworten über den Marktplatz aus Ihrer Signatur. Firma, \
Sitz, Register und Geschäftsführung dürfen bleiben. Diesen Hinweis erhalten Sie höchstens einmal am Tag.
""",
    "en": """\
Hello,

contact data were taken out of the signature of your message to {recipients} of {time}; it was sent without \
these lines:

{lines}

What to do now: remove these lines from your signature for answers through the marketplace. Firm, seat, \
register and directors may stay. You get this note once a day at most.
""",
}

SUBJECTS: Final = {
    "redacted": {
        "de": "Kontaktdaten entfernt: {subject}",
        "en": "Contact data removed: {subject}",
    },
    "rejected": {"de": "Nicht gesendet: {subject}", "en": "Not sent: {subject}"},
    "failed": {"de": "Nicht zugestellt: {subject}", "en": "Not delivered: {subject}"},
}

ALSO: Final = {
    "de": "\nSchon zugestellt wurde sie an: {addresses}\n",
    "en": "\nIt was already delivered to: {addresses}\n",
}

TEXT: Final = {
    "de": "\nIhr Text zum Kopieren:\n\n{text}\n",
    "en": "\nYour text, for copying:\n\n{text}\n",
}

NO_SUBJECT: Final = {"de": "(ohne Betreff)", "en": "(no subject)"}

TIME: Final = {"de": "%d.%m.%Y, %H:%M Uhr (%Z)", "en": "%d %B %Y, %H:%M (%Z)"}
