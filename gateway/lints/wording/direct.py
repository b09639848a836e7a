"""Words that invite without naming a channel, and what tells that they mean no other channel.

Templates of `lints.phrases`. `DIRECT` is harmless where its sentence names the marketplace or this message.
"""

from typing import Final

DIRECT: Final = {
    "de": (
        "(?:schreiben|kontaktieren) sie uns ~3 direkt",
        "(?:kontaktieren|wenden) sie (?:uns |sich )~3 direkt (?:an uns|bei uns)?",
        "direkt an uns (?:zu )?(?:wenden|schreiben)|lieber direkt (?:an uns|bei uns|mit uns)",
        (
            "(?:geben|nennen|schicken|senden|hinterlassen|mitteilen|teilen) ~6 (?:handy|telefon|"
            "mobil|ruf)nummer"
        ),
        ("(?:handy|telefon|mobil|ruf)nummer ~3 (?:mitteilen|geben|nennen|schicken|durchgeben|hinterlassen)"),
        (
            "(?:telefon|handy|mobil|ruf)?nummer,? ~3 (?:wir|ich) (?:sie|ihnen) ~2 (?:erreichen|"
            "anrufen|zurückrufen)"
        ),
        "(?:telefon|handy|ruf)nummer ~6 (?:erreichen|anrufen)",
    ),
    "en": (
        "(?:contact|write to|message|reach out to) us (?:directly|direct)",
        "(?:deal|settle (?:this|it)|sort (?:this|it) out) (?:with us )?directly",
        "(?:give|send|tell|leave|provide|share|let) (?:us|me) ~3 (?:phone|telephone|mobile|cell) number",
        "number ~2 (?:we|i) (?:can|could|may) (?:ring|call|reach|phone|contact) you",
        "number (?:to|for) (?:reach|call|ring) you",
    ),
    "fr": (
        "(?:contactez|ecrivez)[- ]nous (?:plutot )?directement",
        "nous (?:contacter|ecrire) (?:plutot )?directement",
        r"(?:donn|communiqu|laiss|indiqu|envoy|transmett)\w* ~4 numero (?:de telephone|de portable)",
        "numero (?:ou|auquel|sur lequel|pour) ~3 (?:joindre|appeler|contacter)",
        "vous (?:joindre|appeler|rappeler) par telephone",
    ),
    "it": (
        "(?:ci (?:contatti|scriva)|contattateci|scriveteci|contattarci|scriverci) (?:pure )?direttamente",
        r"(?:dia|dare|comunic|lasci|mand|indic|forn)\w* ~4 numero di (?:telefono|cellulare)",
        "numero (?:a cui|al quale|dove|per) ~3 (?:chiamarla|contattarla|raggiungerla|chiamare|chiamarti)",
    ),
    "es": (
        (
            "(?:contacte|contactenos|escribanos|contactar|contactarnos|escribirnos) (?:con nosotros "
            ")?directamente"
        ),
        r"(?:denos|diganos|facilit|indi(?:c|qu)|envi|dej|mand)\w* ~4 numero de (?:telefono|movil)",
        "numero (?:al que|donde|para) ~3 (?:llamarle|llamarla|contactarle|localizarle|llamarte)",
    ),
    "pl": (
        (
            "(?:prosze )?(?:o )?(?:kontakt|pisac|napisac|skontaktowac sie)(?: z nami| do nas)"
            "? bezposrednio(?: z nami| do nas)?"
        ),
        r"(?:poda|zostaw|przesla)\w* ~4 numer\w* telefonu",
        r"numer\w*,? ~2 (?:ktory|ktorym) ~6 (?:zadzwonic|dzwonic)",
    ),
    "nl": (
        "(?:contacteer|neem|schrijf) ~3 (?:rechtstreeks|direct) (?:contact )?(?:met|aan|naar) ons",
        "neem (?:rechtstreeks|direct) contact",
        "(?:geef|stuur|laat|vermeld|doorgeven) ~4 (?:telefoonnummer|mobiele nummer)",
        "nummer (?:waarop|waar) ~4 (?:bellen|bereiken)",
    ),
    "sv": (
        "(?:kontakta|skriv till) oss direkt|vänd (?:dig|er) direkt till oss",
        "(?:ge|skicka|lämna|uppge|meddela) ~4 (?:telefonnummer|mobilnummer)",
        "nummer ~2 (?:vi|jag) kan (?:ringa|nå)",
    ),
}

HERE: Final = (
    r"(?:{market})\b|hier|here|ici|qui|aqui|tutaj|hierop|här|diese nachricht",
    r"dieses nachrichten\w*|nachrichten(?:center|system|portal)|plattform|platform|marktplatz",
    "marketplace|this message|ce message|questo messaggio|este mensaje|te wiadomosc",
    r"dit bericht|detta meddelande|spedition\w*|liefer\w*|zustell\w*|fahrer|versand",
    r"paketdienst|carrier|courier|deliver\w*|driver|shipping|livr\w+|transporteur|corriere",
    r"consegn\w+|spedizion\w+|transportista|repartidor|entreg\w+|envio|kurier\w*|dostaw\w*",
    r"przesylk\w*|bezorg\w*|lever\w*|transport\w*|budet",
)
"""What makes `DIRECT` harmless: the sentence names the marketplace, or this very message."""

SOMEBODY_ELSE: Final = {
    "de": (
        "(?:ruft|meldet) sie ~4 (?:an|vorher)",
        "(?:spedition|spediteure|fahrer|kollegen|techniker|monteure|mitarbeiter|wir) ~8 rufen sie ~4 an",
        "(?:paketbote|fahrer|spedition|zusteller|hersteller|dhl|dpd|gls|hermes|ups) ~6 anrufen",
        "(?:möchten|wollen) sie (?:ihre|die) bestellung",
        (
            "(?:wird|werden|wurden|hat|haben|kann) (?:sich |sie |ihnen )?~3 (?:telefonisch|per "
            "e-?mail) ~2 (?:kontaktieren|melden|anrufen|erreichen)"
        ),
        "(?:falls|wenn|sollten) sie ~6 stornieren|nicht (?:selbst )?stornieren sie",
        (
            "(?:wir|ich|amazon|ebay|dhl|hersteller|kollege) (?:schicken|senden|schickt|sendet|"
            "schicke|sende|schreiben|mailen|antworten) (?:ihnen|sie) ~8 (?:e-?)?mail"
        ),
        r"(?:wir|ich) (?:können|konnten|haben) ~6 stornier\w+",
    ),
    "en": (
        (
            "(?:we|we'll|i|i'll|amazon|ebay|they|dhl|carrier|manufacturer) (?:will |can |have "
            "|has |had |also |could )*(?:send|sent|forward|forwarded|write|wrote|email|emailed|"
            "mail|call|called|phone|phoned|cancel|cancelled) ~8 (?:e-?mail|you|phone|order)"
        ),
    ),
    "fr": (
        (
            "vous (?:envoyer|adresser|transmettre|envoyons|enverra|enverrons|avons envoye|a envoye)"
            " ~8 (?:e-?mail|mail|courriel)"
        ),
        "(?:nous|amazon) ~3 (?:ne )?(?:pouvons|peut|allons|va) ~3 annuler",
        "contactera ~4 par telephone|(?:livreur|transporteur|amazon) ~6 par telephone",
    ),
    "it": (
        (
            "(?:le|vi|ti) (?:inviera|invieremo|mandera|manderemo|invia|inviamo|abbiamo inviato)"
            " ~8 (?:e-?mail|mail)"
        ),
        "(?:non )?(?:possiamo|puo piu) ~3 annullare",
    ),
    "es": (
        (
            "(?:le|les|te) (?:enviara|enviaremos|mandara|mandaremos|envia|enviamos|hemos enviado)"
            " ~8 (?:correo|e-?mail)"
        ),
        "(?:no )?podemos ~3 cancelar",
    ),
    "pl": (
        r"(?:wysle|wyslemy|wyslalismy|wyslal) ~6 (?:e-?mail\w*|mail\w*)",
        "(?:nie )?mozemy ~3 anulowac",
    ),
    "nl": ("(?:stuurt|sturen|zenden) (?:u|wij u) ~6 (?:e-?)?mail|(?:wij|we) kunnen ~6 annuleren",),
    "sv": (
        "(?:skickar|skickade|har skickat) ~6 (?:mejl|mail|e-?post)",
        r"(?:vi|jag|amazon) (?:kan|har|kunde) ~4 (?:avbeställ\w*|avboka\w*|annullera\w*)",
    ),
}
"""Calls that others make, and a buyer's own wish: no invitation."""
