"""The words of what authors and reviewers are told about mail that waits, in German and English.

Order of what an author is told: what did not happen and that nothing is lost; why, with what
was noticed; who has it all the same; what to do, and what happens if nothing is done; the link
and the id. Texts are data: `telling` puts the values in.
"""

from typing import Final

HELD: Final = {
    "de": """\
Guten Tag,

Ihre Nachricht an {recipients} vom {time} hat den Kunden NOCH NICHT ERREICHT. Sie ist sicher aufbewahrt, \
nichts ist verloren.

Warum: {why}
{found}{also}
Was Sie tun können:
1. Im Konto des Marktplatzes antworten und auf der Seite unten "Im Marktplatz beantwortet" wählen.
2. Die Nachricht zurückziehen und mit geändertem Text neu senden.
3. Nichts: {fate}
Bitte senden Sie die Nachricht nicht unverändert noch einmal.

{link}
Kennung: {id}
""",
    "en": """\
Hello,

your message to {recipients} of {time} has NOT REACHED THE BUYER YET. It is kept safe, nothing is lost.

Why: {why}
{found}{also}
What you can do:
1. Answer in the account of the marketplace, and choose "Answered in the marketplace" on the page below.
2. Withdraw the message, and send it anew with another text.
3. Nothing: {fate}
Please do not send the message again as it is.

{link}
Id: {id}
""",
}

HELD_LIST: Final = {
    "de": """\
Guten Tag,

{n} Ihrer Nachrichten haben die Kunden NOCH NICHT ERREICHT. Sie sind sicher aufbewahrt, nichts ist verloren. \
Weil es viele sind, erhalten Sie eine Liste statt einzelner Hinweise.

{list}

Jede Seite zeigt, warum, und was Sie tun können; sie zu öffnen ändert nichts. Tun Sie nichts, entscheiden \
die Prüfer. Bitte senden Sie die Nachrichten nicht unverändert noch einmal.
""",
    "en": """\
Hello,

{n} of your messages have NOT REACHED THE BUYERS YET. They are kept safe, nothing is lost. As they are many, \
you get a list instead of a note for each.

{list}

Each page shows why, and what you can do; opening it changes nothing. If you do nothing, the reviewers \
decide. Please do not send the messages again as they are.
""",
}

FOUND: Final = {"de": "Aufgefallen ist: {found}\n", "en": "What was noticed: {found}\n"}

STAYS: Final = {
    "de": "Dann entscheiden die Prüfer{until}. Von selbst wird die Nachricht nicht gesendet, und verloren "
    "geht sie auch nicht.",
    "en": "then the reviewers decide{until}. The message is not sent by itself, and it is not lost either.",
}

GOES: Final = {
    "de": "Dann entscheiden die Prüfer. Haben sie es bis {at} nicht getan, wird die Nachricht unverändert "
    "gesendet, weil die Frist des Marktplatzes endet und nur der Ton aufgefallen ist.",
    "en": "then the reviewers decide. If they have not by {at}, the message is sent as it is, because the "
    "marketplace's time ends and only its tone was noticed.",
}

UNTIL: Final = {"de": "; Frist ist {at}", "en": "; the deadline is {at}"}

LINK: Final = {
    "de": "Ansehen und selbst entscheiden (72 Stunden lang; die Seite zu öffnen ändert nichts):\n{link}\n",
    "en": "Look at it and decide yourself (for 72 hours; opening the page changes nothing):\n{link}\n",
}

LINK_FOUR_EYES: Final = {
    "de": "Ansehen, als beantwortet vermerken oder zurückziehen (72 Stunden lang; die Seite "
    "zu öffnen ändert nichts):\n{link}\n",
    "en": "Look at it, say that you answered, or withdraw it (for 72 hours; opening "
    "the page changes nothing):\n{link}\n",
}

DECIDED: Final = {
    "de": "Guten Tag,\n\nüber Ihre Nachricht an {recipients} vom {time} wurde entschieden:\n{outcome}\n"
    "{also}\nZu tun ist nichts mehr.\n\nKennung: {id}\n",
    "en": "Hello,\n\nyour message to {recipients} of {time} was decided on:\n{outcome}\n{also}\n"
    "There is nothing left to do.\n\nId: {id}\n",
}

DECIDED_LIST: Final = {
    "de": "Guten Tag,\n\nüber {n} Ihrer Nachrichten wurde entschieden:\n\n{list}\n\n"
    "Zu tun ist nichts mehr.\n",
    "en": "Hello,\n\n{n} of your messages were decided on:\n\n{list}\n\nThere is nothing left to do.\n",
}

OUTCOMES: Final = {
    "de": {
        "sent": "Sie wurde gesendet ({form}); entschieden hat {who}.",
        "deadline": "Sie wurde unverändert gesendet, weil die Frist des Marktplatzes endete und niemand "
        "entschieden hatte. Aufgefallen war: {found}.",
        "answered": "Sie wurde nicht gesendet: {who} hat vermerkt, dass im Marktplatz geantwortet wurde.",
        "withdrawn": "Sie wurde nicht gesendet: {who} hat sie zurückgezogen.",
        "rejected": "Sie wurde nicht gesendet: {who} hat sie Ihnen zurückgegeben.",
    },
    "en": {
        "sent": "It was sent ({form}), as {who} decided.",
        "deadline": "It was sent as it is, because the marketplace's time ended and nobody had decided. What "
        "had been noticed: {found}.",
        "answered": "It was not sent: {who} noted that the buyer was answered in the marketplace.",
        "withdrawn": "It was not sent: {who} withdrew it.",
        "rejected": "It was not sent: {who} gave it back to you.",
    },
}

REVIEWERS: Final = {
    "new": {
        "de": "Zur Prüfung angehalten, noch nicht gesendet: {n}.",
        "en": "Held for review, not sent yet: {n}.",
    },
    "remind": {
        "de": "Zur Erinnerung: Seit über {hours} Stunden hat niemand entschieden. Es warten {n}.",
        "en": "A reminder: nobody has decided for more than {hours} hours. Waiting: {n}.",
    },
    "escalate": {
        "de": "Seit über {hours} Stunden hat niemand entschieden, auch nach einer Erinnerung. Es warten {n}.",
        "en": "Nobody has decided for more than {hours} hours, a reminder included. Waiting: {n}.",
    },
    "alarm": {
        "de": "ALARM: Die Frist des Marktplatzes endet in weniger als {hours} Stunden, und diese Antworten "
        "werden nicht von selbst gesendet. Es warten {n}.",
        "en": "ALARM: the marketplace's time ends in less than {hours} hours, and these answers are not sent "
        "by themselves. Waiting: {n}.",
    },
}

REVIEWERS_BODY: Final = {
    "de": "Guten Tag,\n\n{intro}\n\n{list}\n\nEntscheiden Sie in der Prüfliste: {url}\n"
    "Einen Link zu öffnen ändert nichts.\n",
    "en": "Hello,\n\n{intro}\n\n{list}\n\nDecide in the review queue: {url}\n"
    "Opening a link changes nothing.\n",
}

MORE: Final = {"de": "... und {n} weitere", "en": "... and {n} more"}

ENTRY: Final = {
    "de": "- {subject}\n  an {recipients}, von {author}, {time}\n  {why}",
    "en": "- {subject}\n  to {recipients}, from {author}, {time}\n  {why}",
}

DEADLINE: Final = {"de": "\n  Frist: {at} ({clock})", "en": "\n  deadline: {at} ({clock})"}

SUBJECTS: Final = {
    "held": {"de": "Noch nicht gesendet: {subject}", "en": "Not sent yet: {subject}"},
    "held_list": {"de": "Noch nicht gesendet: {n} Nachrichten", "en": "Not sent yet: {n} messages"},
    "decided": {"de": "Entschieden: {subject}", "en": "Decided: {subject}"},
    "decided_list": {"de": "Entschieden: {n} Nachrichten", "en": "Decided: {n} messages"},
    "new": {"de": "Zu prüfen: {n}", "en": "To review: {n}"},
    "remind": {"de": "Erinnerung: {n} zu prüfen", "en": "Reminder: {n} to review"},
    "escalate": {"de": "Wartet zu lange: {n} zu prüfen", "en": "Waiting too long: {n} to review"},
    "alarm": {"de": "ALARM, Frist endet: {n} zu prüfen", "en": "ALARM, time ends: {n} to review"},
}
