"""Swedish: its words by class, and what only Swedish says. Data; the classes are in `speech/shape.py`."""

from typing import Final

from gateway.signals.speech.shape import Speech

SWEDISH: Final = Speech(
    classes={
        "via": "på|via|från|genom|hos|av|i|över|ifrån",
        "inside": "på|i|via|från|hos",
        "det": "er|din|den|det|en|ett|ert|deras|mitt|min|era|eran",
        "of": "på|hos|från|av",
        "site": "sida|sidan|butik|butiken|hemsida|marknadsplats|plattform|konto|affär|webbplats|sajt|"
        "sajten|plattformen|marknadsplatsen|appen",
        "mine": "min|mitt|mina|vår|vårt|våra",
        "your": "er|ert|era|eran|din|ditt",
        "you": "er|dig|ni",
        "bought": "ropade|införskaffade|köpt|köpte|köpta|beställt|beställde|beställda|handlat|handlade|"
        "inköpt|inhandlat|införskaffat|vunnit|vann|ropat|köptes|beställdes|skaffat|skaffade|inhandlade",
        "made": "var|gjort|gjorde|lagt|lade|gjord|lagd|genomfört|genomförde|gjordes",
        "deed": "beställning|beställningen|beställningar|köp|köpet|order|ordern|auktion|auktionen|"
        "beställningens",
        "number": "ordernummer|ordernr|beställningsnummer|beställningsnr|beställningsid|orderid|"
        "artikelnummer|orderbekräftelse|order nr|order nummer|objektnummer|inköpsnummer|ordernumret|"
        "beställnings nr|best nr",
        "dated": "från|den|av|daterad|gjord|lagd",
        "iam": "jag är|vi är|som",
        "customer": "kund|köpare|kunder",
        "neg": "inte|aldrig|utan|ej|istället|stället",
        "cond": "om|ifall",
        "people": "kunder|folk|människor|köpare|konsumenter|användare",
        "other": "annan|annat|andra|privat|tredje",
        "second": "annan|andra|en|ett|gång",
        "seller": "säljare*|butik*|återförsäljare*|affär*|företag*|person|handlare|privatperson",
        "seen": "sett|hittat|såg|hittade|läst|jämfört|upptäckt|upptäckte",
        "shop": "webbshop|hemsida|butik|webbutik|sida|webbplats|nätbutik|sajt|hemsidan|webshop|e-butik",
        "direct": "direkt",
        "told": "sagt|säger|sa|hänvisat|hänvisar|hänvisade|bett|ber|bad|rådde|råder|tipsade|meddelade|"
        "meddelar|rekommenderade|skrev|uppmanar",
        "service": "kundtjänst|kundservice|support|kundsupport|chatt|supporten|kundtjänsten",
        "contact": "kontakt*|nå|skriva|svar|svara|svarar|svarat|meddelande*|höra av",
        "unable": "inte|ingen|inget|kan ej|omöjligt|ej|aldrig|ingenting",
        "after": "retur*|återbetalning|leverans|leveransen|faktura|kvitto|recension|omdöme|konto|paket|"
        "paketet|reklamation|garanti|artikel|"
        "returnerat|returnera|återbetalat|reklamerat|byte|avbeställning|ärende|kund|vara|produkt",
        "got": "fått|fick|mottagit|levererat|levererats|kom|anlänt|levererades|mottog",
        "rated": "lämnat omdöme|lämnade omdöme|mitt omdöme|min recension|lämna omdöme|lämna en recension|"
        "mitt negativa",
        "helps": "återbetal*|tillbaka|hjälp*|ersätt*",
        "courier": "bud|budet|chaufför|kurir|lager|amazonbud",
        "window": "returtid|returtiden|returfönster|returfönstret|returperiod",
        "listing": "annons|annonsen|produktsida|beskrivning|beskrivningen|auktion",
        "claimed": "stod|står|sa|lovade|angavs|beskrivs",
        "per": "enligt",
        "work": "jobbar|jobbade|arbetar|arbetade|jobbat",
        "another": "annan|andra|annat",
        "voucher": "presentkort|presentkortet|värdekod",
        "parcel": "paket|paketet|leverans|försändelse",
        "instead": "istället|i stället|under tiden",
        "there": "där|därifrån",
        "friend": "vän|vänner|väninna|granne|grannen|kollega|kompis",
        "me": "mig|oss",
        "sold": "sålt|sålde|skickat|skickade|levererat|levererade",
        "message": "mejl|mail|e-post|email|meddelande|nyhetsbrev|reklam|brev|mejlet",
        "paid": "betalat|betalade|betala|betalning|betalt",
        "with": "med",
        "have": "har",
        "buy": "köpa|beställa|handla|inhandla",
        "want": "vill|skulle|funderar|tänkte|intresserad|kan|önskar|planerar|tänker",
        "irreal": "hade|skulle",
    },
    weak=(
        "betalat|betalade|fått|fick|mottog|mottagit",
        "ordernummer|beställningsnummer|beställning|beställningen|beställt|köpt|köpte|köpet|orderbekräftelse",
        "faktura|kvitto|retur|returnera|återbetalning|pengarna|tillbaka|garanti|byta|byte|reklamera|"
        "reklamation|ersättning",
        "trasig*|defekt*|skadad*|saknas|fel|går_sönder|gick_sönder|sönder|sprucken|läcker|fungerar",
        "paket|paketet|leverans|levererat|fått|kommit|skickat|spårning|reservdel*|levererades|framme",
        "fungerar inte",
        "kommit fram",
    ),
    bought=(
        "<mine> ...1 {name} ...1 beställning|order|köp|ordern|beställningen",
        "beställning|köp|order|beställningen|köpet|ordern {at} ...1 den|från|av|i|med",
        "{name} order|beställning|ordern|beställningen ...1 från|den|av|med|nr|nummer",
        "{at} ...2 köpte|beställde|handlade",
        "jag|vi har|hade ... <bought> ... {name}",
        "kund|köpare hos|via|på {name}",
    ),
    not_bought=(
        "om jag|ni|vi|man ...4 {at}",
        "inte! ...1 {at}",
        "hade jag|vi ...4 {at}",
        "skulle ...4 {at}",
        "annan|andra säljare*|butik* ...6 {name}",
        "{name} ...6 annan|andra säljare*|butik*",
        "ni har ...2 <bought> ...6 {at}",
        "presentkort <of>? {name}",
        "jobbar|jobbat|jobbade på|för|hos {name}",
        "istället|stället för ...3 {at}",
    ),
    sent=(
        "{name} ...1 har|säger|hänvisar|hänvisade|sa|ber|bad|rådde|skrev ...6",
        "<service> <via>|<of>? {name} ...5 <told>",
        "{name} ...4 <told> ...5 er|säljare*|kontakta",
        "<told> ...3 av {name}",
        "säljs|såldes av ...6 skickas|levereras|skickades av {name}",
    ),
    medium=(
        "{name} retur*|butik|konto|köp|kund",
        "{name} ...4 inte ...4 svara*|hjälp*|återbetal*|kan|går",
        "returtid*|ångerrätt|tid* ...5 {at}",
        "säljare*|säljaren ...2 {at}",
    ),
    shop=(
        "<bought> ...6 i|på|från|via er|eran|ert|din webbshop|hemsida|butik|webbutik|sida|webbplats|webshop",
        "i|på|från|via er|eran|ert|din webbshop|hemsida|butik|webbutik|sida|webbplats|webshop ... <bought>",
        "beställning|köp|order ...4 i|på|via er|eran|ert webbshop|hemsida|butik|webbutik|sida|webbplats|"
        "webshop",
        "direkt från|hos|av er ...4 <bought>",
        "<bought> ...3 direkt från|hos|av er",
    ),
    talk={
        "agency": (
            "ppc|acos|seo|fba|repricing|sökmotoroptimering",
            "seller|vendor central",
            "öka|förbättra|optimera|fördubbla|växa|skala ...5 försäljning*|omsättning*|synlighet*|annonser|"
            "listningar",
            "byrå|programvara|verktyg|konsult* ...6 {name}",
            "{name} ...3 byrå|konsult*|experter|annonsering|ads|specialist*",
            "gratis|kostnadsfri* ...3 konsultation|analys|demo|möte|genomgång|rådgivning",
            "samarbete|samarbeta ...6 {name}",
            "influencer|bloggare|gratis_produkt|produkttest",
            "vi hjälper ...4 säljare|varumärken|företag|butiker|handlare",
        ),
        "supplier": (
            "vi säljer|erbjuder|distribuerar|levererar|tillverkar ...5 {at}",
            "vi är ...4 tillverkare|leverantör|grossist|distributör","grossist|prislista|återförsäljarpris*|dropshipping|inköpspris*",
            "vårt|våra|vår sortiment|katalog|kollektion",
            "speditör|logistik|lagerhållning",
        ),
        "job": (
            "ansökan|söker_jobb|tjänsten_som|personligt_brev|praktikplats",
            "mitt cv",
            "journalist|enkät|uppsats|intervju",
        ),
        "presale": (
            "säljer|skickar|har|levererar|erbjuder|finns ni ...5 {at}|också|även|lager",
            "i lager",
            "tillgänglig*|billigare|rabatt|lagerstatus",
            "<want> ...4 <buy>",
            "innan jag|vi|köp ...2 köper|beställer|handlar|köpet",
            "intresserad ...4 av",
            "sett|såg ...5 {at}",
        ),
        "other_seller": (
            "av|från|hos en|annan|ett annan|privat|annat säljare*|person|butik|företag|privatperson",
            "annan säljare",
            "inte av|från|hos er ...4 <bought>",
            "<bought> ...3 inte av|från|hos er",
            "säljaren ...1 är|var|heter inte|en|dock",
        ),
        "staff": (
            "kunden har|är|vill|frågar|säger|väntar|klagar",
            "jobbar hemifrån|sjukanmäl*|kollega|kollegor|semesteransökan",
            "hej alla|teamet",
        ),
    },
)  # fmt: skip
