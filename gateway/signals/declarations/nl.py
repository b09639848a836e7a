"""Legal declarations in Dutch: data. What each kind is: the design, section 3."""

from typing import Final

from gateway.signals.declarations.shape import Declaration
from gateway.words import Legal

_BODY: Final = "ik|mij|me|mijn|hand|handen|vinger|vingers|arm|been|voet|huid|gezicht|oog|ogen|zoon|dochter|zoontje|dochtertje|kind|vrouw|man|moeder|vader|baby|hond|kat|duim"

DUTCH: Final = {
    Legal.WITHDRAWAL: Declaration(
        stems=("herroep", "ontbind", "bedenktijd", "herroeping", "annuleer hierbij"),
        sure=(
            "niet ...3 gebonden ...4 overeenkomst|koop",
            "niet ...8 overeenkomst|koop ...3 gebonden",
            "herroep|herroepen|herroepe ...6 overeenkomst|koop|aankoop|bestelling|koopovereenkomst",
            "herroep|herroepen hierbij",
            "hierbij ...16 herroep|herroeping|herroepen|ontbind|ontbinden",
            "gebruik ...6 herroepingsrecht|herroepen",
            "herroepingsrecht ...5 gebruik|uitoefenen|beroep|inroepen",
            "recht op|van herroeping ...4",
            "wens|wil|wens|deel ...8 overeenkomst|koop|bestelling ...4 herroep|herroepen|ontbinden",
            "ontbind|ontbinden ...5 koop|overeenkomst|koopovereenkomst|bestelling ...6 bedenktijd|14|"
            "veertien|herroep*",
            "binnen ...3 bedenktijd ...8 ontbind*|annul*|herroep*|af",
            "deel|delen ...8 mede|mee ... herroep*",
            "beroep ...4 herroepingsrecht|bedenktijd",
            "herroepingsformulier|modelformulier ...5 bijlage|ingevuld|bijgevoegd",
            "wil|wens ...6 herroepen",
        ),
        unless=("hoe|kan|kunnen|mag|of|wanneer|als|hoelang ... herroep*|bedenktijd", "niet ...3 herroep*"),
        subject=(
            "herroeping|herroepen ...3 bestelling|aankoop|koop|overeenkomst|order",
            "herroeping {name}",
            "herroepingsrecht",
        ),
    ),
    Legal.PRIVACY: Declaration(
        sure=(
            "avg|gdpr ... inzage|verwijder*|wissen|kopie|gegevens|verzoek",
            "artikel|art 15|17|20|21 ...8 avg|gdpr|verordening",
            "inzageverzoek|verwijderverzoek",
            "recht op|van inzage|vergetelheid|gegevenswissing|verwijdering|vergeten",
            "verwijder*|wis|wissen|vernietig* ...6 mijn|persoonlijke|alle|persoons* ...4 gegevens|"
            "persoonsgegevens|account|data|klantgegevens",
            "mijn|persoonlijke|alle ...3 gegevens|persoonsgegevens|data ...8 verwijder*|wissen|gewist|"
            "vernietig*",
            "inzage|kopie ...6 gegevens|persoonsgegevens|data",
            "welke ...3 gegevens|persoonsgegevens|data ...8 bewaart|bewaren|opgeslagen|verwerk*|hebben|"
            "heeft|bijhoud*",
            "gegevens ...4 over mij ...4 opgeslagen|bewaard|bewaart|verwerkt|hebben|heeft",
        ),
        unless=(
            "gegevens ...6 schijf|telefoon|stick|kaart|apparaat|laptop|tablet",
            "bestelgegevens|verzendgegevens|adresgegevens",
        ),
    ),
    Legal.LAWYER: Declaration(
        sure=(
            "mijn|onze|namens cliënt|cliënte|client|cliente ...8",
            "namens ...3 cliënt|cliënte",
            "tot mij|ons wendde ...4",
            "politie ...6 onderzoek|rechercheur|aangifte_nummer|vordering|eenheid",
            "officier van justitie|gerechtsdeurwaarder|dagvaarding",
            "nvwa|acm|autoriteit_consument|toezichthouder ...8 onderzoek|verzoek|inspecteur|vordering|"
            "handhaving",
            "inbreuk ...5 merk*|octrooi*|auteursrecht*|merkrecht",
        ),
        hint=(
            "advocaat|advocaten|advocatenkantoor|advocate|mr",
            "sommatie|sommeren|gesommeerd",
            "inbreuk|merkrecht|auteursrecht",
            "ons kenmerk|dossier|zaaknummer",
            "politie|recherche",
            "rechtbank|gerechtelijk*",
        ),
        unless=(
            "mijn|een|onze|naar ...1 advocaat",
            "ga|schakel|stap|meld ...6 advocaat|politie|acm|rechtsbijstand|consumentenbond|"
            "geschillencommissie",
            "aangifte ...3 doe|doen|gedaan",
        ),
    ),
    Legal.SAFETY: Declaration(
        sure=(
            "vlam|brand gevat|gevlogen|vloog|uitgebroken|ontstaan",
            "in brand",
            "vlammen|steekvlam",
            "vatte vlam",
            "gehecht worden",
            "ontploft|ontplofte|ontploffing|geëxplodeerd|explodeerde|explosie",
            "elektrische schok*",
            "schok|stroomstoot|stroomschok|schokken gekregen|kreeg|gehad|krijg",
            "stroomstoot|stroomschok|geëlektrocuteerd",
            f"verbrand|gewond|verwond|gesneden|opengesneden|sneed|verwonding|brandwond|brandwonden|bezeerd ...6 {_BODY}",
            f"{_BODY} ...8 verbrand|gewond|verwond|gesneden|opengesneden|bezeerd|gehecht|gehecht worden",
            "brandwond|brandwonden|snijwond|snijwonden|letsel",
            "ruikt|rook|geur|lucht|stank|stonk ...3 verbrand|brandlucht|brand*",
            "brandlucht|schroeilucht|doorgebrand",
            "rook ...3 kwam|komt|uit|eruit|ontwikkeling",
            "begon|begint ...3 roken|smelten|vonken|branden",
            "vonken",
            "gesmolten ...4 stekker|adapter|plastic|kabel|lader|snoer",
            "allergische reactie",
            "brandgevaar|brandgevaarlijk|levensgevaarlijk|levensgevaar|verstikkingsgevaar",
            "brandweer",
        ),
        hint=(
            "ziekenhuis|spoedeisende|dokter|huisarts",
            "gevaarlijk|gevaar|gevaarlijke",
            "oververhit*|gloeiend",
            "rook|rookte|gesmolten",
            "verbrand|doorgebrand",
            "ingestort|gevallen",
        ),
        unless=("niet|niemand ...3 gewond|verbrand", "brandt niet", "brand nieuw|new", "vonkt niet"),
    ),
    Legal.WARRANTY: Declaration(
        stems=(
            "conformiteit",
            "wettelijk",
            "garantierecht",
            "ingebreke",
            "in gebreke",
            "uiterlijk",
            "binnen",
            "termijn",
            "ontbind",
            "deugdelijk",
            "consumentenrecht",
            "burgerlijk wetboek",
            "sommeer",
            "non-conform",
            "eis",
        ),
        sure=(
            "wettelijk* ...2 garantie|recht|rechten",
            "non conform*|conformiteit",
            "in gebreke|ingebreke|ingebrekestelling ...3",
            "stel|stellen ...5 gebreke|termijn",
            "ontbind|ontbinding|ontbinden ...6 koop|overeenkomst|koopovereenkomst",
            "deugdelijk* product",
            "burgerlijk wetboek|artikel 7*",
            "eis|verwacht|verlang|verzoek|sommeer ... binnen ...4 dagen|week|weken|termijn",
            "binnen ...3 dagen|weken ...8 eis|verwacht|terug*|herstel*|vervang*|gerechtelijk*|juridisch*",
            "uiterlijk ...4 terug*|herstel*|vervang*|reparatie|te betalen",
            "eis|verwacht|verlang ...8 uiterlijk|vóór",
            "laatste termijn|kans",
            "redelijke termijn",
            "consumentenrecht",
        ),
        hint=("garantie", "juridische|gerechtelijke stappen", "herstel of vervanging"),
        unless=(
            "hoe lang|hoelang|hebben|zit|is ...4 garantie",
            "levertijd|verzend*|geleverd|bezorg*|retour*|retourtermijn ...5 binnen|dagen|termijn",
            "ontbind* ...8 bedenktijd|herroep*",
        ),
    ),
}  # fmt: skip
