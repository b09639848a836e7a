"""Polish: its words by class, and what only Polish says. Data; the classes are in `speech/shape.py`."""

from typing import Final

from gateway.signals.speech.shape import Speech

POLISH: Final = Speech(
    classes={
        "via": "na|przez|z|w|od|poprzez|za|pośrednictwem|u|ze|via",
        "inside": "na|w|przez|za pośrednictwem",
        "det": "państwa|moje|waszym|waszej|portalu|swoim|tym|pana|naszym|konto|mojego|naszego",
        "of": "na|z|w|portalu",
        "site": "stronie|sklepie|sklep|platformie|platformę|portalu|portal|aukcji|konto|serwisie|serwis|"
        "strony|pośrednictwem|marketplace|aplikacji|"
        "platformy|stronę|aukcje|ofercie|aukcję",
        "mine": "moje|mój|moja|mojego|moim|mojej|moją|nasze|nasz|naszego|naszym|nasza|swoje|swojego|swoim|"
        "swój",
        "your": "państwa|wasz|wasze|waszym|waszej|waszego|pańskim|pana",
        "you": "państwa|państwem|was|wami|państwu|wam|pana|panem|ciebie",
        "bought": "kupił*|kupil*|kupion*|zakupił*|zakupion*|zamówił*|zamówion*|zamawiał*|kupował*|nabył*|"
        "nabyt*|wylicytow*|wygrał*|wziąłem|wzięłam|kupowan*|zamówiono|kupiono",
        "made": "był|była|było|złożyłem|złożyłam|złożone|złożonego|złożyliśmy|zrobiłem|zrobiłam|dokonałem|"
        "dokonałam|dokonaliśmy|złożonym|zrealizowane|dokonanego|dokonany|zrobione",
        "deed": "zamówienie|zamówienia|zamówieniu|zamówieniem|zamówień|zakup|zakupu|zakupy|zakupem|zakupów|"
        "aukcja|aukcji|transakcja|transakcji|transakcję",
        "number": "numer zamówienia|nr zamówienia|numer zam|nr zam|zamówienie nr|zamówienie numer|"
        "zamówienia nr|zamówienia numer|numer aukcji|nr aukcji|numer oferty|nr oferty|numer transakcji|"
        "numerem zamówienia|"
        "zam nr|numer zakupu|id zamówienia",
        "dated": "z|dnia|złożone|nr|numer|złożonego",
        "iam": "jestem|jesteśmy|jako",
        "customer": "klientem|klientką|kupującym|kupującą|klient|klientka|kupujący",
        "neg": "nie|bez|nigdy|zamiast",
        "never": "nigdy|nic|niczego|żadn*",
        "fromyou": "u państwa|u was|u pana|u pani|u ciebie|od państwa|od was|od pana|od pani|"
        "od ciebie|z państwa|z was|z pana|z pani|z ciebie",
        "cond": "jeśli|jeżeli|gdyby|czy",
        "people": "ktoś|konkurencja|klienci|ludzie|kupujący|konsumenci|osoby|użytkownicy",
        "other": "innego|inny|innym|inna|innej|innych|obcego|prywatnej|prywatnego",
        "second": "drug*|inn*|jeden|jedn*|raz",
        "seller": "sprzedawc*|sprzedaw*|sklep*|firm*|osob*|sprzedając*|dostawc*",
        "seen": "widziałem|widziałam|znalazłem|znalazłam|zobaczyłem|zobaczyłam|porównałem|czytałem|"
        "czytałam|trafiłem",
        "sees": "widzę|widze|znajduję|kosztuje|widzimy",
        "available": "dostępn*",
        "only": "tylko|wyłącznie",
        "thought": "myślałem|myślałam|sądziłem",
        "thistime": "tym razem",
        "shop": "sklepie|sklepu|stronie|stronę|sklep|strony|witrynie|sklepem|internetowym",
        "direct": "bezpośrednio",
        "told": "powiedział*|kazał*|poradził*|poinformował*|skierował*|odesłał*|twierdz*|mówi|mówią|radz*|"
        "odsył*|kieruj*|odpisał*|poprosił*|polecił*|napisał*|"
        "doradził*|każ*|zalec*|sugeruj*|odpowiedział*|zaproponował*|skierowano|poinformowano",
        "service": "obsługa klienta|obsługa|infolinia|konsultant|konsultantka|pomoc|support|biuro obsługi|"
        "dział|obsługi klienta",
        "contact": "kontakt*|skontaktow*|napisać|odpowied*|wiadomoś*|odpisuj*|pisać|odpisał*",
        "unable": "odmawia|odmówił*|nie|nikt|brak|nic|żadnej|niemożliwe|żadnego",
        "after": "zwrot*|reklamacj*|dostaw*|faktur*|opini*|komentarz|konto|paczk*|przesyłk*|gwarancj*|"
        "artykuł|zwróciłem|dyskusj*|anulowa*|ocen*|towar|wymian*|rękojmi|produkt*|spór|sporu",
        "got": "otrzymałem|otrzymałam|dostałem|dostałam|otrzymaliśmy|doręczono|przyszło|przyszła|przyszedł|"
        "odebrałem|odebrałam|dotarło|dotarła|dotarł",
        "rated": "wystawiłem|wystawiłam|negatywny komentarz|moja opinia|moją opinię|wystawię|negatywną "
        "opinię|swoją opinię|mój komentarz",
        "gaverating": "wystawił*|dał*|napisał*|zostawił*",
        "rating": "opinię|ocenę|gwiazdek|gwiazdki|komentarz|recenzję",
        "helps": "zwrac*|zwróc*|zwrot*|pomag*|pomóc|pomoże|odda*",
        "courier": "karton*|pudełk*|kurier|kuriera|kurierem|dostawca|paczkomat|magazyn",
        "window": "termin zwrotu|okno zwrotu|czas na zwrot|termin na zwrot",
        "listing": "ofercie|oferta|ofertę|aukcji|ogłoszeniu|opis|opisie",
        "claimed": "było|była|był|pisało|napisane|podane|jest|obiecywano|widniało",
        "per": "według|zdaniem|wg",
        "work": "pracuje|pracuję|pracował*|zatrudnion*",
        "another": "drug*|inn*|kolejn*",
        "voucher": "karta podarunkowa|kartą podarunkową|bon|bonem|voucher",
        "parcel": "paczk*|przesyłk*|dostaw*",
        "instead": "zamiast tego|jednak|w międzyczasie|ostatecznie",
        "there": "tam|stamtąd",
        "friend": "koleg*|koleżan*|sąsiad*|znajom*|przyjaci*",
        "me": "mi|nam|mnie",
        "sold": "sprzedali*|wysłali*|przysłali*|sprzedał*|wysłał*",
        "message": "mail|maila|e-mail|email|wiadomość|newsletter|reklamę|powiadomienie|list",
        "paid": "zapłaciłem|zapłaciłam|zapłacone|płatność|opłaciłem|zapłacić|opłacone",
        "with": "przez",
        "have": "macie|mają",
        "buy": "kupić|zamówić|zakupić|nabyć|zamawiać",
        "want": "chcę|chciałbym|chciałabym|zamierzam|planuję|mogę|myślę|zainteresowany|zainteresowana|"
        "chcemy|można|rozważam|interesuje",
        "because": "bo|ponieważ|gdyż",
        "soldout": "wyprzedane|wyprzedany|wyprzedana|niedostępny|niedostępna|niedostępne",
        "irreal": "gdybym|gdyby",
    },
    weak=(
        "numer|nr|potwierdzenie zamówienia",
        "zamówienie|zamówienia|zamówiłem|zamówiłam|kupiłem|kupiłam|zakup|zakupu|faktur*|zwrot*|zwrócić|"
        "reklamacj*|gwarancj*|wymian*|wymienić|zamówiony|kupiony|kupione",
        "uszkodzon*|zepsut*|wadliw*|pęknięt*|brakuje|działa|popsut*|złamał*|zły|zła|złe|przecieka|pomyłk*",
        "paczk*|przesyłk*|dostaw*|dostarczon*|otrzymałem|otrzymałam|wysłan*|kurier*|doręczon*|części|"
        "przyszł*",
        "pieniądze|pieniędzy|zapłac*|opłac*",
        "otrzymał*|dostał*|przyszł*|przyszedł|paczce",
        "nie działa|dotarła|dotarło|przyszła|doszła|doszło",
    ),
    bought=(
        "mam|mamy ...6 {at} ...2 kupion*",
        "mam|mamy ...3 od|z was|państwa ...5 {at}",
        "<mine> zamówienie|zamówienia|zakup|zakupu|zamówieniu ...2 {at}",
        "<mine> zamówienie|zamówienia {name}",
        "zamówienie|zamówienia|zamówieniem {name} ...1 z|nr|numer|o",
        "zamówienie|zamówienia ...2 {at} ...1 z|nr|numer|dnia|o",
        "zamówieni*|zakup* złożon*|dokonan* ...3 {at}",
        "{at} zamówiłem|zamówiłam|kupiłem|kupiłam|zakupiłem|zakupiłam",
        "kupion*|zakupion*|zamówion* ...5 {at}",
        "zakup*|kupno ...3 {at} ...1 z|dnia|nr|w",
    ),
    not_bought=(
        "nigdy nic|niczego ...3 <bought>",
        "nie ...2 zamówienie|zakup {at}",
        "{at} ...4 byłoby|miałbym|miałabym",
        "niż {at}",
        "{at} ...5 nigdy się ...2 zdarza*|zdarzył*",
        "jeśli|jeżeli|gdybym|gdyby ...4 {at}",
        "czy mogę|można|sprzedajecie|jest ...8 {at}",
        "nie! ...1 {at}",
        "inn* sprzedaw*|sprzedając*|sklep* ...6 {name}",
        "{name} ...6 innego|innej|innym|inny sprzedaw*|sprzedając*|sklep*|osob*",
                "karta|kartę|bon podarunkow* {name}",
        "pracuję|pracowałem|pracowałam w|dla {name}",
        "zamiast ...3 {at}",
        "zapłaciłem|zapłaciłam|opłacone|płatność ...2 przez {name} pay",
    ),
    sent=(
        "{name} ...3 <told> ...6",
        "obsług*|konsultant*|infolini* ...2 {name} ...5 <told>",
        "<told> ...3 {name}",
        "sprzedawane|sprzedane|sprzedaje przez? ...6 wysyłane|wysłane|wysyła|wysyłka przez? {name}",
        "przez|od {name} ...3 skierowany|skierowana|odesłany|odesłana",
    ),
    medium=(
        "<after> ...2 {at}",
        "{name} ...4 nie ...4 odpowiad*|zwrac*|zwróc*|pozwala|mogę|pomaga|pomóc|da",
        "termin ...5 {at}",
        "sprzedawc* ...2 {at}",
        "aukcj* {name}",
        "{name} protect|ochron*|dyskusj*",
    ),
    shop=(
        "<bought> ...6 w|na|przez państwa|waszym|waszej|pańskim sklepie|stronie|sklep|stronę|internetowym",
        "w|na|przez państwa|waszym|waszej sklepie|stronie|sklep|stronę|sklepu ... <bought>",
        "na|w stronie|sklepie|sklepu państwa|waszym ... <bought>",
        "<bought> ...4 sklepie internetowym",
        "zamówieni*|zakup* ...4 w|na|przez państwa|waszym|waszej sklepie|stronie|sklep|stronę",
        "bezpośrednio u|od państwa|was ...4 <bought>",
        "<bought> ...3 bezpośrednio u|od|w państwa|was",
    ),
    talk={
        "agency": (
            "follower|followers|ugc|reels|haul|hauls|collab|collabs|storefront_haul|obserwujących|twórca|unboxing",
            "ppc|acos|seo|fba|repricing|pozycjonowanie|pozycjonowania",
            "seller|vendor central",
            "fnsku|buy_box|buybox|a_content",
            "zwiększ*|podnie*|popraw*|zoptymalizow*|podwo*|rozwin* ...5 sprzeda*|obrot*|widocznoś*|ofert*|"
            "zysk*",
            "agencj*|oprogramowani*|narzędzi* ...6 {name}",
            "{name} ...3 agencj*|ekspert*|reklam*|ads|specjalist*",
            "bezpłatn*|darmow* ...3 konsultacj*|audyt*|analiz*|demo|rozmow*|wycen*|próbn*",
            "współprac* ...6 {name}",
            "influencer*|bloger*|darmowy_produkt|recenzj*_produktu",
            "pomagamy|wspieramy ...4 sprzedawcom|markom|firmom|sklepom",
        ),
        "supplier": (
            "sprzedajemy|oferujemy|dystrybuujemy|dostarczamy|produkujemy ...5 {at}",
            "jesteśmy ...4 producent*|hurtown*|dystrybutor*|dostawc*","hurt*|cennik*|dropshipping*|importer*",
            "nasz*|naszej|naszą katalog|ofert*|asortyment|cennik",
            "spedycj*|logistyk*|magazynowani*",
        ),
        "job": (
            "podanie|aplikuję|curriculum_vitae|list_motywacyjny|staż|praktyk*|rekrutacj*|stanowisko",
            "dziennikar*|ankiet*|wywiad*|praca magisterska",
        ),
        "presale": (
            "sprzedajecie|wysyłacie|macie|oferujecie|dostarczacie ...5 {at}|też|również|dostępn*",
            "czy ...5 dostępn*",
            "dostępn*|taniej|tańsz*|rabat*|zniżk*|upust*",
            "<want> ...4 <buy>",
            "przed zakupem|zamówieniem|kupnem",
            "zanim ...3 kupię|zamówię",
            "widziałem|widziałam ...5 {at}",
            "zainteresowan*|interesuje ...4",
        ),
        "other_seller": (
            "u|od firmy|sprzedawcy|sklepu o_nazwie|zwanej|zwanego",
            "u|od innego|innej|prywatnego|prywatnej|osoby sprzedaw*|sprzedając*|osoby|prywatnej|firmy|sklepu",
            "inny|innego sprzedaw*|sprzedając*",
            "nie u|od państwa|was ...4 <bought>",
            "<bought> ...3 nie u|od państwa|was",
            "sprzedawc* ...1 był|jest|nazywa inny|się|nie",
        ),
        "not_staff": ("obsług* klienta", "dział* ...1 klienta"),
        "staff": (
            "klient|klientka pan|pani",
            "klientowi|klientce|klienta|kupującemu ...1 {at}|{name}",
            "klientowi|klientce|kupującemu ...6 zwróc*|wysłać|odda*|pieniądze",
            "zmiana_poranna|grafik_pracy|pasek_wynagrodzenia",
            "klient|klientka kupił*|zamówił*|ma|chce|pyta|reklamuje|czeka|dzwoni|twierdzi|napisał*",
            "zwolnieni*|urlop*|koleg*|współpracowni*|zdalnie",
            "cześć wszystkim|zespół",
        ),
        "trade": (
            "<your> zamówieni*|paczka|przesyłka ...4 drodze",
            "<your> zamówieni* ...14 wysłane|wysyłamy|gotowe|zrealizowane|realizacji|przygotowane|spakowane",
            "dziękujemy za zamówienie|złożenie|państwa",
            "potwierdzamy ...5 zamówieni*",
            "załączeniu|załączniku ...3 nasze zamówienie|faktura|fakturę",
            "nasza|nasze|naszej faktura|faktury|zamówienie_zakupu|oferta",
        ),
        "books": (
            "deklaracj* vat",
            "jpk|wyciąg_bankowy|sprawozdanie_finansowe",
            "wypłaty|rozliczenia ...3 {name}",
        ),
        "robot": (
            "gotow*|czeka ...3 odbioru|odbiór|odebrani*",
            "zostanie doręczon*|dostarczon*",
            "nie odpowiadać|odpowiadaj|odpowiadajcie ...3 ten|tę|tą|wiadomość",
            "ta|ten|wiadomość ...5 automatycznie|automatyczna",
        ),
    },
)  # fmt: skip
