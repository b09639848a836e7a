"""Legal declarations in Polish: data. What each kind is: the design, section 3."""

from typing import Final

from gateway.signals.declarations.shape import Declaration
from gateway.words import Legal

_BODY: Final = "mi|mnie|się|ręka|rękę|ręki|dłoń|palec|palce|palca|noga|nogę|skóra|skórę|twarz|oko|oczy|syn|syna|córka|córki|dziecko|dziecka|żona|mąż|matka|pies|kot|kciuk"

POLISH: Final = {
    Legal.WITHDRAWAL: Declaration(
        stems=("odst[ąa]p", "odst[ęe]p", "14 dni", "zwrot bez podania"),
        sure=(
            "nie ...3 związan* ...2 umow*",
            "odstępuję|odstępujemy|odstepuje ...3 umowy|zakupu|od",
            "odstąpieniu|odstąpienie|odstąpienia od ...3 umowy|zakupu",
            "oświadczam|oświadczamy|informuję|informujemy|zawiadamiam|niniejszym ...8 odstąpieni*|odstępuj*",
            "oświadczenie o odstąpieniu",
            "chcę|chciałbym|chciałabym|pragnę|zamierzam ...3 odstąpić",
            "korzystam|skorzystać|korzystając|korzystamy ...6 odstąpieni*",
            "prawo|prawa do odstąpienia ...6",
            "formularz odstąpienia ...4",
        ),
        unless=(
            "jak|czy|mogę|można|kiedy|jeśli|ile|gdy ...5 odstąpi*",
            "nie ...3 odstęp*|odstąp*",
            "odstąp* ...8 wad*|niezgodno*|rękojmi*",
        ),
        subject=(
            "odstąpienie|odstąpienia ...3 umowy|zamówienie|zamówienia|zakupu",
            "odstąpienie {name}",
            "odstąpienie od",
        ),
    ),
    Legal.PRIVACY: Declaration(
        sure=(
            "rodo ... dostęp*|usunięci*|usunąć|kopi*|dane|danych|żądam|wniosek",
            "art|artykuł|artykułu|artykułem 15|17|20|21 ...6 rodo|rozporządzenia|gdpr",
            "usunięci*|usunąć|usuńcie|skasow*|usuniecie ...6 moich|moje|osobow*|wszystk* ...4 danych|dane|"
            "konta|konto",
            "moich|moje|osobow*|wszystk* ...3 danych|dane ...8 usunięci*|usunąć|skasow*|usunięte",
            "prawo|prawa do ...1 zapomnienia|usunięcia|dostępu",
            "dostęp|dostępu|kopię|kopii|informacji ...5 moich ...1 danych|osobowych",
            "jakie ...3 dane ...8 przechow*|przetwarz*|posiad*|macie|mnie",
            "bycia zapomnianym",
        ),
        unless=(
            "dane|danych ...6 dysk*|telefon*|karcie|pendrive*|urządzeni*|laptop*",
            "dane do wysyłki|faktury|przelewu",
        ),
    ),
    Legal.LAWYER: Declaration(
        sure=(
            "w imieniu ...3 mocodawc*|klient*|spółki|mandant*",
            "działając ...6 imieniu|pełnomocnik*",
            "mojego|naszego|moja|mój mocodawc*|klient*",
            "wezwanie|wzywam|wzywamy ...10 naruszeń|naruszeni*|zaprzestani*|znak*",
            "komenda|komisariat|komendy ...4 policji",
            "prokuratur* ...6",
            "policj* ...6 postępowani*|dochodzeni*|śledztw*|wniosek",
            "uokik ...6 postępowani*|wzyw*|kontrol*",
            "inspekcj* handlow* ...6 kontrol*|wzyw*|inspektor*|postępowani*",
            "sąd rejonowy|okręgowy",
        ),
        hint=(
            "adwokat|adwokata|radca_prawny|radcy|kancelaria|kancelarii",
            "wezwanie|wzywam|wzywamy",
            "naruszen*|znak_towarowy|znaku",
            "pełnomocnictw*|pełnomocnik*",
            "sygn|sygnatura|nasz znak",
            "policja|policji",
        ),
        unless=(
            "mój|mojego|do|mojemu|moim ...1 adwokat*|prawnik*",
            "zgłoszę|zgłosić|zgłaszam|pójdę|zawiadomię|skieruję ...6 policj*|uokik|sąd*|rzecznik*|"
            "prokuratur*",
            "obsług* klient*",
        ),
    ),
    Legal.SAFETY: Declaration(
        sure=(
            "zapalił|zapaliła|zapaliło|zapalił się",
            "stanął|stanęła|stanęło w ogniu|płomieniach",
            "zajął|zajęła|zajęło ...2 ogniem",
            "pożar|pożaru|płomienie|płomieni|płomień",
            "buchnął|buchnęł* ...2",
            "wybuchł|wybuchła|wybuchło|wybuch|eksplodował|eksplodowała|eksplozja",
            "poraził|poraziło|poraziła|porażenie|porażenia|kopnął|kopnęło|kopie ...3 prąd|prądem|mnie",
            f"poparzył|poparzyła|poparzyłem|poparzyłam|oparzył|oparzyła|oparzyłem|oparzyłam|zranił|zraniła|skaleczył|skaleczyła|skaleczyłem|skaleczyłam|rozciął|rozcięła|rozciąłem|rozcięłam ...5 {_BODY}",
            f"{_BODY} ...4 poparzył*|oparzył*|zranił*|skaleczył*|rozciął|rozcięł*|poparzon*|obraż*",
            "poparzenie|poparzenia|oparzenie|oparzenia|obrażenia|zranienie",
            "dymić|dymi|dymił|dymiło|zaczął_dymić|dym_wydob*",
            "dym ...4 wydoby*|lecia*|szedł|wydosta*",
            "iskry|iskrzy|iskrzył|iskrzyło|iskrzenie",
            "śmierdzi|śmierdziało|zapach|swąd ...2 spalenizn*|spalon*",
            "spalenizn*|swąd",
            "stopił|stopiła|stopiło ...2",
            "reakcja|reakcję|reakcji alergiczna|alergiczną|alergicznej",
            "zagrożenie|zagrożenia|niebezpieczeństwo dla? ...1 życia|zdrowia|pożarem|pożarowe",
            "straż pożarna|pożarną",
        ),
        hint=(
            "szpital|szpitalu|sor|pogotowie|lekarz|lekarza",
            "niebezpieczne|niebezpieczny|niebezpieczna|niebezpieczeństwo|zagrożenie",
            "przegrzewa|przegrzał*|przegrzan*",
            "dym|stopion*",
            "spalił*|spalony",
            "runął|zawalił*|pękło|pękł",
        ),
        unless=("nie ...3 poparzył*|wybuchł", "termin ważności"),
    ),
    Legal.WARRANTY: Declaration(
        stems=(
            "rękojmi",
            "rekojmi",
            "niezgodno",
            "kodeks",
            "ustaw",
            "termin",
            "żądam",
            "wzywam",
            "obniżeni",
            "w ciągu",
            "wad",
            "przedsądow",
        ),
        sure=(
            "rękojmi|rękojmia|rękojmię",
            "niezgodnoś* ...3 umow*",
            "ustawy o prawach konsumenta|konsumencie",
            "kodeks* cywiln*",
            "żądam|żądamy|domagam|oczekuję|wzywam ... terminie|ciągu ...4 dni",
            "terminie|ciągu ...3 dni ...8 żądam|wzywam|domagam|drog*|zwrot*|sąd*",
            "wyznaczam ...6 termin",
            "ostateczne wezwanie|przedsądowe|ostateczny termin",
            "obniżeni* ceny",
            "odstęp* od umowy ...8 wad*|niezgodno*",
            "wad* ...8 odstęp*|odstąpi* ...3 umowy",
            "wezwanie do zapłaty|zwrotu|naprawy|wymiany",
            "żądam|domagam ...8 do dnia|najpóźniej",
        ),
        hint=(
            "gwarancj*|reklamacj*",
            "drogę|kroki sądową|prawne",
            "naprawy lub wymiany",
            "wada|wady|wadliwy",
        ),
        unless=(
            "ile|jaka|czy|jest|ma ...3 gwarancj*|rękojmi*",
            "termin dostawy|wysyłki|realizacji|zwrotu",
            "dostaw*|wysył* ...4 ciągu|dni",
        ),
    ),
}  # fmt: skip
