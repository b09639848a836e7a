"""The heads of quotes as the mail programs of eight languages write them into plain text."""

import pytest

from gateway.mail import opinion
from gateway.mail.quote import Cut, newest

NEW = {
    "de": "Guten Tag Herr Muster,\n\nder Stuhl geht heute raus.\n\nMit freundlichen Grüßen\nEva Beispiel\n\n",
    "en": "Dear Mr Muster,\n\nthe chair leaves today.\n\nKind regards\nEva Beispiel\n\n",
    "fr": "Bonjour Monsieur,\n\nla chaise part aujourd'hui.\n\nCordialement\nEva Beispiel\n\n",
    "it": "Buongiorno,\n\nla sedia parte oggi.\n\nCordiali saluti\nEva Beispiel\n\n",
    "es": "Buenos días:\n\nla silla sale hoy.\n\nUn saludo\nEva Beispiel\n\n",
    "pl": "Dzień dobry,\n\nkrzesło wysyłamy dzisiaj.\n\nPozdrawiam\nEva Beispiel\n\n",
    "nl": "Geachte heer Muster,\n\nde stoel gaat vandaag weg.\n\nMet vriendelijke groet\nEva Beispiel\n\n",
    "sv": "Hej Max,\n\nstolen skickas i dag.\n\nMed vänlig hälsning\nEva Beispiel\n\n",
}
Q = "> 302-1234567-1234567?\n>\n> Max\n"
U = "302-1234567-1234567?\n\nMax\n"
M = "Max Muster <max@privat.example>"

# Language, program, what stands above the quoted text, the quoted text.
HEADS = [
    # German
    (
        "de",
        "Outlook",
        f"Von: {M}\nGesendet: Montag, 12. Januar 2026 10:11\nAn: Service\nBetreff: Stuhl\n\n",
        U,
    ),
    (
        "de",
        "Outlook for Mac",
        f"Von: {M}\nDatum: Montag, 12. Januar 2026 um 10:11\nAn: Service\nBetreff: Stuhl\n",
        U,
    ),
    ("de", "Outlook, no subject", f"Von: {M}\nGesendet: Montag, 12. Januar 2026 10:11\nAn: Service\n\n", U),
    (
        "de",
        "a rule and no date",
        f"-----Ursprüngliche Nachricht-----\nVon: {M}\nAn: Service\nBetreff: Stuhl\n",
        U,
    ),
    (
        "de",
        "Samsung",
        f"-------- Ursprüngliche Nachricht --------\nVon: {M}\nDatum: 12.01.26 10:11 (GMT+01:00)\n",
        U,
    ),
    (
        "de",
        "eM Client",
        '------ Originalnachricht ------\nVon "Max" <max@privat.example>\nDatum 12.01.2026\n',
        U,
    ),
    (
        "de",
        "T-Online",
        f"-----Original-Nachricht-----\nBetreff: Stuhl\nDatum: 2026-01-12T10:11:12+0100\nVon: {M}\n",
        U,
    ),
    (
        "de",
        "GMX",
        'Gesendet: Montag, 12. Januar 2026 um 10:11 Uhr\nVon: "Max Muster" <max@privat.example>\nAn: x\n',
        U,
    ),
    ("de", "web.de app", f"Am 12.01.26, 10:11, {M} schrieb:\n", Q),
    ("de", "K-9", f"Am 12. Januar 2026 10:11:12 MEZ schrieb {M}:\n", Q),
    ("de", "Yahoo", f"Am Montag, 12. Januar 2026 um 10:11:12 MEZ hat {M} Folgendes geschrieben:\n\n", U),
    ("de", "Open-Xchange", f"{M} hat am 12.01.2026 10:11 CET geschrieben:\n\n", U),
    ("de", "SOGo", f"Am Montag, Januar 12, 2026 10:11 CET, schrieb {M}:\n\n", Q),
    ("de", "Proton", f"{M} schrieb am Montag, 12. Januar 2026 um 10:11:\n\n", Q),
    ("de", "Roundcube", "Am 12.01.2026 10:11, schrieb Max Muster:\n", Q),
    ("de", "Horde", f"Zitat von {M}:\n\n", Q),
    ("de", "OTRS", "12.01.2026 10:11 (Europe/Berlin) - Max Muster schrieb:\n\n", Q),
    ("de", "Zammad", "Am Montag, 12. Januar 2026 um 10:11:12, schrieb Max Muster:\n\n", Q),
    ("de", "Freshdesk", f"Am Mo, 12 Jan, 2026 um 10:11 , {M} schrieb:\n\n", U),
    ("de", "an old newsreader", "Max Muster schrieb:\n", Q),
    ("de", "Zendesk", "-" * 46 + "\n\nMax Muster, 12. Jan. 2026, 10:11\n\n", U),
    ("de", "Zoho", f"---- Am Mo., 12 Jan. 2026 10:11:12 +0100 {M} schrieb ----\n\n", U),
    ("de", "Tutanota", "12. Jan. 2026, 10:11 von max@privat.example:\n\n", Q),
    (
        "de",
        "Outlook appointment",
        f"-----Ursprünglicher Termin-----\nVon: {M}\nGesendet: 12. Januar 2026\nAn: x\n",
        U,
    ),
    (
        "de",
        "Lotus Notes",
        f"Von:\t{M}\nAn:\tservice@example.com\nKopie:\nDatum:\t12.01.2026 10:11\nBetreff:\tStuhl\n",
        U,
    ),
    # English
    (
        "en",
        "Outlook",
        f"From: {M}\nSent: Monday, January 12, 2026 10:11 AM\nTo: Service\nSubject: Chair\n\n",
        U,
    ),
    (
        "en",
        "OWA",
        f"{'_' * 32}\nFrom: {M}\nSent: Monday, January 12, 2026 10:11 AM\nTo: Service\nSubject: Chair\n\n",
        U,
    ),
    ("en", "Gmail", f"On Mon, 12 Jan 2026 at 10:11, {M} wrote:\n\n", Q),
    ("en", "Apple", f"On Jan 12, 2026, at 10:11 AM, {M} wrote:\n\n", Q),
    ("en", "Thunderbird", "On 12/01/2026 10:11, Max Muster wrote:\n", Q),
    ("en", "Yahoo", f"On Monday, January 12, 2026 at 10:11:12 AM GMT+1, {M} wrote:\n\n", U),
    ("en", "K-9", f"On January 12, 2026 10:11:12 AM GMT+01:00, {M} wrote:\n", Q),
    ("en", "Proton", f"On Monday, January 12th, 2026 at 10:11 AM, {M} wrote:\n\n", Q),
    ("en", "Freshdesk", f"On Mon, 12 Jan at 10:11 AM , {M} wrote:\n\n", U),
    ("en", "OTRS", "01/12/2026 10:11 - Max Muster wrote:\n\n", Q),
    ("en", "Horde", f"Quoting {M}:\n\n", Q),
    (
        "en",
        "Samsung",
        f"-------- Original message --------\nFrom: {M}\nDate: 12/01/2026 10:11 (GMT+01:00)\n",
        U,
    ),
    ("en", "old Gmail", f"2026-01-12 10:11 GMT+01:00 {M}:\n\n", Q),
    ("en", "Fastmail", "On Mon, 12 Jan 2026, at 10:11 AM, Max Muster wrote:\n", Q),
    # French
    ("fr", "Outlook", f"De : {M}\nEnvoyé : lundi 12 janvier 2026 10:11\nÀ : Service\nObjet : Chaise\n\n", U),
    (
        "fr",
        "old Outlook",
        f"-----Message d'origine-----\nDe : {M}\nEnvoyé : lundi 12 janvier 2026 10:11\nÀ : x\n",
        U,
    ),
    (
        "fr",
        "OWA",
        f"{'_' * 32}\nDe : {M}\nEnvoyé : lundi 12 janvier 2026 10:11\nÀ : x\nObjet : Chaise\n\n",
        U,
    ),
    ("fr", "Gmail", f"Le lun. 12 janv. 2026 à 10:11, {M} a\nécrit :\n\n", Q),
    ("fr", "Apple", f"Le 12 janv. 2026 à 10:11, {M} a écrit :\n\n", Q),
    ("fr", "Thunderbird", "Le 12/01/2026 à 10:11, Max Muster a écrit :\n", Q),
    ("fr", "Yahoo", f"Le lundi 12 janvier 2026 à 10:11:12 UTC+1, {M} a écrit :\n\n", U),
    ("fr", "K-9", f"Le 12 janvier 2026 10:11:12 GMT+01:00, {M} a écrit :\n", Q),
    (
        "fr",
        "Samsung",
        f"-------- Message d'origine --------\nDe : {M}\nDate : 12/01/2026 10:11 (GMT+01:00)\nÀ : x\n",
        U,
    ),
    ("fr", "OTRS", "12/01/2026 10:11 - Max Muster a écrit:\n\n", Q),
    # Italian
    ("it", "Outlook", f"Da: {M}\nInviato: lunedì 12 gennaio 2026 10:11\nA: Service\nOggetto: Sedia\n\n", U),
    (
        "it",
        "old Outlook",
        f"-----Messaggio originale-----\nDa: {M}\nInviato: lunedì 12 gennaio 2026 10:11\nA: x\n",
        U,
    ),
    (
        "it",
        "Gmail",
        "Il giorno lun 12 gen 2026 alle ore 10:11 Max Muster <\nmax@privat.example> ha scritto:\n\n",
        Q,
    ),
    ("it", "Apple", f"Il giorno 12 gen 2026, alle ore 10:11, {M} ha scritto:\n\n", Q),
    ("it", "Thunderbird", "Il 12/01/2026 10:11, Max Muster ha scritto:\n", Q),
    ("it", "Yahoo", f"Il lunedì 12 gennaio 2026 alle ore 10:11:12 CET, {M} ha scritto:\n\n", U),
    ("it", "K-9", f"Il 12 gennaio 2026 10:11:12 CET, {M} ha scritto:\n", Q),
    ("it", "Libero", f"{M} ha scritto il 12/01/2026 10:11:\n", Q),
    # Spanish
    (
        "es",
        "Outlook",
        f"De: {M}\nEnviado: lunes, 12 de enero de 2026 10:11\nPara: Service\nAsunto: Silla\n\n",
        U,
    ),
    (
        "es",
        "Outlook, other words",
        f"De: {M}\nEnviado el: lunes, 12 de enero de 2026 10:11\nPara: x\nAsunto: Silla\n",
        U,
    ),
    (
        "es",
        "old Outlook",
        f"-----Mensaje original-----\nDe: {M}\nEnviado el: lunes, 12 de enero de 2026 10:11\nPara: x\n",
        U,
    ),
    ("es", "Gmail", "El lun, 12 ene 2026 a las 10:11, Max Muster (<max@privat.example>)\nescribió:\n\n", Q),
    ("es", "Apple", f"El 12 ene 2026, a las 10:11, {M} escribió:\n\n", Q),
    ("es", "Thunderbird", "El 12/1/26 a las 10:11, Max Muster escribió:\n", Q),
    ("es", "Yahoo", f"En lunes, 12 de enero de 2026, 10:11:12 CET, {M} escribió:\n\n", U),
    ("es", "K-9", f"El 12 de enero de 2026 10:11:12 CET, {M} escribió:\n", Q),
    # Polish
    (
        "pl",
        "Outlook",
        f"Od: {M}\nWysłano: poniedziałek, 12 stycznia 2026 10:11\nDo: Service\nTemat: Krzesło\n\n",
        U,
    ),
    (
        "pl",
        "old Outlook",
        f"-----Oryginalna wiadomość-----\nOd: {M}\nWysłano: 12 stycznia 2026 10:11\nDo: x\n",
        U,
    ),
    ("pl", "Gmail", f"pon., 12 sty 2026 o 10:11 {M}\nnapisał(a):\n\n", Q),
    ("pl", "Apple", f"Wiadomość napisana przez {M} w dniu 12 sty 2026, o godz. 10:11:\n\n", Q),
    ("pl", "Thunderbird", "W dniu 12.01.2026 o 10:11, Max Muster pisze:\n", Q),
    ("pl", "Yahoo", f"W poniedziałek, 12 stycznia 2026 10:11:12 CET użytkownik {M} napisał:\n\n", U),
    ("pl", "K-9", f"Dnia 12 stycznia 2026 10:11:12 CET, {M} napisał(a):\n", Q),
    ("pl", "Onet", f"W dniu 2026-01-12 10:11:12 użytkownik {M} napisał:\n", Q),
    # Dutch
    (
        "nl",
        "Outlook",
        f"Van: {M}\nVerzonden: maandag 12 januari 2026 10:11\nAan: Service\nOnderwerp: Stoel\n\n",
        U,
    ),
    (
        "nl",
        "old Outlook",
        f"-----Oorspronkelijk bericht-----\nVan: {M}\nVerzonden: maandag 12 januari 2026\nAan: x\n",
        U,
    ),
    ("nl", "Gmail", "Op ma 12 jan 2026 om 10:11 schreef Max Muster <max@privat.example>:\n\n", Q),
    ("nl", "Apple", f"Op 12 jan 2026, om 10:11 heeft {M} het volgende geschreven:\n\n", Q),
    ("nl", "iPhone", f"> Op 12 jan. 2026 om 10:11 heeft {M} het volgende geschreven:\n> \n", Q),
    ("nl", "Thunderbird", "Op 12-01-2026 om 10:11 schreef Max Muster:\n", Q),
    ("nl", "Yahoo", f"Op maandag 12 januari 2026 om 10:11:12 CET schreef {M}:\n\n", U),
    ("nl", "K-9", f"{M} schreef op 12 januari 2026 10:11:12 CET:\n", Q),
    # Swedish
    ("sv", "Outlook", f"Från: {M}\nSkickat: den 12 januari 2026 10:11\nTill: Service\nÄmne: Stol\n\n", U),
    (
        "sv",
        "old Outlook",
        f"-----Ursprungligt meddelande-----\nFrån: {M}\nSkickat: den 12 januari 2026 10:11\nTill: x\n",
        U,
    ),
    ("sv", "Gmail", "Den mån 12 jan. 2026 kl 10:11 skrev Max Muster <\nmax@privat.example>:\n\n", Q),
    ("sv", "Apple", f"12 jan. 2026 kl. 10:11 skrev {M}:\n\n", Q),
    ("sv", "iPhone", f"> 12 jan. 2026 kl. 10:11 skrev {M}:\n> \n", Q),
    ("sv", "Thunderbird", "Den 2026-01-12 kl. 10:11, skrev Max Muster:\n", Q),
    ("sv", "Yahoo", f"Den måndag 12 januari 2026 10:11:12 CET skrev {M}:\n\n", U),
    ("sv", "K-9", f"{M} skrev: (12 januari 2026 10:11:12 CET)\n", Q),
    # Forwards
    (
        "fr",
        "Thunderbird forward",
        f"-------- Message transféré --------\nSujet : Chaise\nDate : 12/01/2026\nDe : {M}\n",
        U,
    ),
    (
        "it",
        "Gmail forward",
        f"---------- Forwarded message ---------\nDa: {M}\nDate: lun 12 gen 2026\nTo: x\n",
        U,
    ),
    (
        "es",
        "Apple forward",
        f"Inicio del mensaje reenviado:\n\nDe: {M}\nAsunto: Silla\nFecha: 12 de enero de 2026\n",
        U,
    ),
    (
        "pl",
        "Thunderbird forward",
        f"-------- Przekazana wiadomość --------\nTemat: x\nData: 12.01.2026\nOd: {M}\n",
        U,
    ),
    (
        "nl",
        "Thunderbird forward",
        f"-------- Doorgestuurd bericht --------\nOnderwerp: x\nDatum: 12 jan\nVan: {M}\n",
        U,
    ),
    ("sv", "Apple forward", f"Vidarebefordrat brev:\n\nFrån: {M}\nÄmne: Stol\nDatum: 12 januari 2026\n", U),
    # No table
    ("en", "Portuguese, quoted", f"Em seg., 12 de jan. de 2026 às 10:11, {M} escreveu:\n\n", Q),
    ("en", "Danish block", f"Fra: {M}\nSendt: 12. januar 2026 10:11\nTil: Service\nEmne: Stol\n\n", U),
]


@pytest.mark.parametrize("second", [None, opinion.checked], ids=["alone", "with the second opinion"])
@pytest.mark.parametrize(
    ("language", "head", "quoted"),
    [(language, head, quoted) for language, _, head, quoted in HEADS],
    ids=[f"{language}-{program}" for language, program, _, _ in HEADS],
)
def test_the_history_begins_at_its_head(language: str, head: str, quoted: str, second: object) -> None:
    for new in (NEW[language], NEW[language].replace("\n", "\r\n")):
        end = "\r\n" if "\r\n" in new else "\n"
        text = new + (head + quoted).replace("\n", end)
        cut = newest(text, opinion.checked if second else None)
        assert cut == Cut(len(new), True, cut.style, len(new))
        assert cut.style != "none"


@pytest.mark.parametrize("language", sorted(NEW))
def test_own_text_in_any_language_has_no_quote_in_it(language: str) -> None:
    assert newest(NEW[language], opinion.checked) == Cut(len(NEW[language]), True, "none", len(NEW[language]))
