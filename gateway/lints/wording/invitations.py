"""Words that ask a buyer to call, to write by mail or messenger, or for his address.

Templates of `lints.phrases`, by language.
"""

from typing import Final

CALLS: Final = {
    "de": (
        "rufen? (?:sie|du) (?:uns|mich) ~3 (?:an|zurück|unter|direkt)",
        (
            "rufen? (?:sie|du) (?:bitte |gerne? |einfach |doch |kurz |mal |jederzeit |dazu |hierzu "
            r"){0,3}(?:bei uns |unter \S+ )?(?:an|unter|durch)"
        ),
        "ruf(?:t|en)? (?:bitte |gerne? |doch |einfach ){0,2}(?:uns|mich|bei uns) ~3 an",
        (
            "(?:können|könnten|würden|möchten|dürfen) sie (?:uns|mich) ~5 (?:anrufen|zurückrufen|"
            "telefonisch|per e-?mail)"
        ),
        "(?:sie )?(?:können|könnten|dürfen) (?:uns|mich) ~6 anrufen",
        "rückruf (?:vereinbaren|anfordern|unter)|(?:um|über|auf) ~2 (?:rück|an)ruf",
        (
            "(?:erreichen|kontaktieren|sprechen) (?:sie )?(?:uns|mich) ~6 (?:telefonisch|per "
            r"telefon|per (?:e-?)?mail|am telefon|unter|per \S*chat|per {apps})"
        ),
        (
            "(?:telefonisch|per (?:e-?)?mail|per telefon|per post|per fax|über unsere (?:hotline|"
            r"homepage|web\w+)|auf unserer hotline) ~3 (?:erreichbar|zu erreichen|erreichen|kontaktieren|"
            "melden|anschreiben|zur verfügung)"
        ),
        (
            "(?:melden|wenden) sie sich ~5 (?:telefonisch|per (?:e-?)?mail|per telefon|per post|"
            r"unter der|unter folgender|unter:|auf unserer|über unsere|an unsere (?:hotline|e-?mail\S*|"
            r"mail\S*))"
        ),
        (
            "(?:schreiben|schicken|senden|mailen|kontaktieren|antworten) sie ~10 (?:per (?:e-?|"
            "direkter )?mail|eine? (?:kurze )?(?:e-?)?mail|an (?:unsere|folgende|die|diese|meine)"
            r" (?:e-?)?mail\S*|auf {apps}|(?:per|über|via) {apps})"
        ),
        "mailen sie (?:uns|mir)",
        (
            "(?:per|über|via|auf) {apps} ~3 (?:schreiben|kontaktieren|erreichen|erreichbar|schicken|"
            "senden|anschreiben|melden)"
        ),
        (
            r"(?:können|könnten|würden|möchten) sie ~10 (?:per (?:e-?)?mail|an unsere (?:e-?)?mail\S*)"
            " ~2 (?:schicken|senden|zusenden|zuschicken|schreiben|übermitteln)"
        ),
        (
            "(?:teilen|nennen|geben|schicken|senden|schreiben) sie ~3 (?:uns|mir) ~5 ihre ~2 "
            "(?:private )?(?:e-?)?mail-?(?:adresse)?(?: mit)?"
        ),
        (
            "(?:ihre|eine|die) (?:private |persönliche |gültige )?(?:e-?mail|mail)-?adresse ~3 "
            "(?:mitteilen|nennen|zusenden|zukommen|geben|schicken|übermitteln|durchgeben)"
        ),
        (
            "(?:teilen|nennen|geben|hinterlassen) sie ~6 (?:ruf|telefon|handy)nummer ~12 (?:rufen "
            "wir|wir sie (?:zurück|an)|wir rufen|rufen sie ~2 (?:zurück|an)|zurückrufen|anrufen)"
        ),
        "an freunde und familie",
        (
            "(?:am telefon|telefonisch|per telefon|fernmündlich) ~3 (?:besprechen|klären|sprechen|"
            "regeln|erklären|weiterhelfen|beraten|abstimmen|helfen|durchgehen|lösen)"
        ),
        "(?:kurz |mal |gern |gerne |einmal ){0,2}(?:zu |miteinander |mit ihnen |mit uns )?telefonieren",
        "(?:bei uns|uns|mich|bei mir) ~2 (?:an|durch|zurück)(?:zu)?(?:rufen|klingeln)",
        "klingeln sie ~3 durch|(?:an|durch)rufen (?:sie )?(?:könnten|würden|können)",
        "greifen sie ~2 zum (?:telefon|hörer)|wählen sie ~3 (?:nummer|hotline|durchwahl)",
        "(?:per|via|auf|über) {apps}",
        "(?:schicken|schreiben|senden) sie ~4 (?:eine )?(?:sms|whats ?app)",
        r"(?:per|via) (?:direkter |e-?)?mail (?:an|zu)\b",
        "(?:eine |kurze |ne )(?:e-?)?mail (?:an|schreiben|schicken|senden)",
        (
            "(?:schicken|senden|schreiben|mailen|richten|wenden|melden) (?:sie )?~8 (?:per|via|"
            "über) (?:e-?)?mail"
        ),
        (
            r"(?:schick|schreib|send|mail)\w* (?:mir|uns|sie mir|sie uns) ~8 (?:per (?:e-?)?mail|"
            "(?:e-?)?mail)"
        ),
        "(?:auf|über) (?:rechnung|vorkasse) ~4 (?:bei uns|direkt)",
        (
            "(?:wenn|falls) sie (?:uns|mich|bei uns|hier|kurz|mal|einfach) ~4 (?:anrufen|durchrufen|"
            "mailen|durchklingeln)"
        ),
        "(?:speichern|fügen|schreiben) sie uns ~3 {apps}",
        (
            r"(?:rufen|telefonieren) sie ~4 (?:in|mit|bei) ~1 (?:unsere\w*|der werkstatt|dem büro|"
            "dem laden|der zentrale) ~2 an"
        ),
        "(?:telefonisch|per telefon|per (?:e-?)?mail) ~4 (?:in verbindung|kontakt|abklären|besprochen)",
        "gerne? (?:auch )?(?:am telefon|telefonisch)",
        "(?:uns|mir) ~3 (?:eine )?(?:kurze |kleine )?(?:e-?)?mail ~5 (?:schicken|senden|schreiben)",
        "(?:schicken|senden|schreiben) sie ~3 (?:kurze |kleine )?(?:e-?)?mail",
    ),
    "en": (
        "(?:call|phone|ring|text|whatsapp) (?:us|me)|give (?:us|me) a (?:call|ring|bell)",
        (
            "(?:contact|reach|message) (?:us|me) ~5 (?:by|via|on|over|through|at) (?:phone|telephone|"
            r"e-?mail|text|sms|\d\S*|{apps})"
        ),
        (
            "(?:reach|reachable|available|contact us|get in touch|get in touch with us) ~3 (?:by|"
            "via|over) (?:phone|telephone|e-?mail|{apps})"
        ),
        "(?:e-?mail|mail) (?:us|me|it to us|them to us|the (?:photos?|pictures?) to)",
        (
            "(?:write|send|drop) (?:to )?(?:us|me) ~5 (?:an e-?mail|by e-?mail|via e-?mail|to "
            "our e-?mail|on {apps})"
        ),
        (
            "(?:send|write|forward) ~8 (?:by e-?mail|via e-?mail|to our e-?mail(?: address)?|"
            "to (?:this|the following) e-?mail|via {apps}|on {apps})"
        ),
        "(?:give|send|tell|provide|let) (?:us|me) ~4 your ~2 e-?mail(?: address)?",
        "your (?:private |personal )?e-?mail(?: address)? so (?:that )?(?:we|i) can",
        (
            "your (?:phone|telephone|mobile) number ~4 (?:so|and) (?:that )?(?:we|i) (?:can|will|"
            "could) (?:call|ring|phone) you"
        ),
        "off[- ]platform",
        (
            "(?:shoot|send|drop|fire|ping|write) (?:us|me|over|it over|them over) ~5 (?:e-?mail|"
            "text|text message|sms|{apps})"
        ),
        (
            "(?:speak|talk|discuss|chat|explain|resolve|sort) ~6 (?:over|on|by|via) (?:the )?(?:phone|"
            "telephone|{apps})"
        ),
        "(?:by|via|over the|on the|per) (?:phone|telephone|e-?mail|{apps}) ~4 (?:us|me|instead|directly)",
        (
            "(?:contact|reach|get hold of|get in touch with|write to|speak to) (?:us|me) ~6 (?:by|"
            "via|over|on) (?:the )?(?:e-?mail|phone|telephone|{apps})"
        ),
        "(?:phone|ring|call) (?:me|us|our)|our (?:hotline|helpline|phone line|customer line)",
        "by text message|(?:email|e-mail) (?:address )?so (?:that )?(?:we|i)",
        "(?:personal|private) e-?mail",
        "(?:add|message|text|find|contact|reach|write|follow) us ~3 (?:on|via) {apps}",
        (
            "(?:phone|call|ring|telephone) (?:our|the) ~1 (?:workshop|office|shop|store|warehouse|"
            "team|hotline)"
        ),
        "(?:send|drop|write|shoot) (?:us|me) ~4 (?:e-?mail|text)",
    ),
    "fr": (
        "appel(?:ez|er)[- ](?:nous|moi)",
        (
            "(?:nous|m') ?(?:appeler|telephoner|rappeler|joindre|contacter|ecrire) ~3 (?:au|par "
            "telephone|par (?:e-?)?mail|par courriel|sur {apps})"
        ),
        "nous appeler|telephonez[- ]nous",
        (
            "(?:contactez|joignez|ecrivez)[- ](?:nous|moi) ~5 (?:par (?:e-?)?mail|par telephone|"
            "par courriel|par email|au|a l'adresse|sur {apps})"
        ),
        "(?:joignables?|disponibles?) ~2 (?:par telephone|par (?:e-?)?mail|au)",
        (
            "(?:envoyez|envoyer|ecrivez|transmettez|adressez)(?:[- ](?:nous|le|la|les|moi))* "
            "~8 (?:par (?:e-?)?mail|par courriel|un (?:e-?)?mail|a (?:notre|l') ?adresse (?:e-?)"
            "?mail|a notre (?:e-?)?mail|via {apps}|sur {apps})"
        ),
        (
            "(?:donnez|communiquez|indiquez|envoyez|transmettez|communiquer|indiquer|transmettre)"
            "(?:[- ]nous)? ~4 votre ~2 (?:e-?mail|(?:adresse )?(?:e-?)?mail|courriel)"
        ),
        "votre adresse (?:e-?)?mail (?:personnelle|privee|afin|pour que)",
        "(?:nous|me) (?:passer|donner) un (?:coup de fil|appel)",
        "passez(?:[- ](?:nous|moi))? un coup de fil|(?:par|au) telephone ~3 (?:nous|afin|pour)",
        "contact(?:ez|er)(?:[- ](?:nous|moi))? ~2 (?:au|par)",
        "(?:en parler|discuter|expliquer|regler|voir) ~4 (?:par|au) telephone|appelez[- ]moi",
        "m'appeler|joignez[- ](?:nous|moi)",
        "(?:par|via) (?:e-?mail|mail|courriel|{apps}) (?:a|au|sur|svp|s'il)|(?:un|votre) mail a",
        "{send_fr} ~6 (?:par|via) (?:e-?mail|mail|courriel|{apps})",
        ("(?:telephoner|appeler|telephonez|appelez) (?:a|au|dans) ~1 (?:notre|nous|magasin|atelier|bureau)"),
        r"nous telephoner|{send_fr} ~2 (?:un |votre )?(?:\w+ )?(?:e-?mail|mail|courriel)",
        r"telephon\w+ ~2 (?:pour|afin)",
    ),
    "it": (
        "(?:ci|mi) (?:chiami|chiamate|telefoni|chiama)|chiama(?:te|ci|teci|rci)",
        "(?:telefonateci|telefonarci|ci telefoni)",
        (
            r"(?:contatt|rivolg|raggiung)\w*(?:ci)? ~5 (?:telefonicamente|per telefono|al telefono|"
            "via (?:e-?)?mail|per (?:e-?)?mail|tramite (?:e-?)?mail|al numero|su {apps}|via {apps})"
        ),
        (
            "(?:ci|mi) (?:scriva|scrivete|invii|inviate|mandi|mandate|contatti) ~8 (?:una (?:e-?)"
            "?mail|via (?:e-?)?mail|per (?:e-?)?mail|tramite (?:e-?)?mail|all'indirizzo|alla "
            "nostra (?:e-?)?mail|su {apps}|via {apps})"
        ),
        (
            r"(?:comunic|indic|fornisc|invi|mand|forn)\w* ~5 (?:suo|tuo|vostro|sua|tua) ~2 (?:e-?mail|"
            "posta elettronica)"
        ),
        "il suo (?:indirizzo )?e-?mail (?:privato|personale|cosi|per)",
        "direttamente sul nostro sito",
        r"(?:ci|mi) (?:chiam|telefon|contatt)\w+ ~4 (?:al|telefon\w+|per telefono|via|su)",
        r"chiam\w+(?:ci|mi)|telefon\w+(?:ci|mi)|fare una telefonata",
        "(?:parlarne|sentirci|sentiamoci|spiegarle|discuterne) ~3 (?:telefono|telefonicamente)",
        "(?:via|per|tramite) (?:e-?mail|posta|{apps}) (?:a|al|alla|all')",
        (
            "{send_it} ~8 (?:una (?:e-?)?mail|via (?:e-?)?mail|per (?:e-?)?mail|per posta elettronica|"
            "tramite (?:e-?)?mail|al(?:la|l'| nostro)? ~1 (?:indirizzo )?(?:e-?)?mail|su {apps}|"
            "via {apps})"
        ),
        "{send_it} ~6 (?:via|per|tramite) (?:e-?mail|mail|{apps})",
        "{send_it} (?:una |un')?(?:e-?mail|mail)",
        (
            "(?:telefonare|chiamare|telefoni|chiami) (?:al|alla|il|la|a|in) ~1 (?:nostr[oa]|noi|"
            "negozio|magazzino|laboratorio|ufficio|officina)"
        ),
        r"telefonarci|chiamarci|{send_it} (?:una |un')?(?:\w+ )?(?:e-?mail|mail)",
    ),
    "es": (
        "llam(?:e|en|enos|anos|arnos)(?:nos)?(?: al)?",
        "(?:nos|me) (?:puede|pueden|puedes) ~2 (?:llamar|telefonear|escribir al correo|contactar por)",
        (
            r"(?:contact|localiz|ponerse en contacto|pongase en contacto)\w* ~6 (?:por telefono|"
            "por correo|por e-?mail|por mail|telefonicamente|al (?:telefono|numero|correo)|por "
            "{apps})"
        ),
        (
            r"(?:facilit|indi(?:c|qu)|envi|denos|diganos|proporcion|mand)\w* ~4 (?:su|tu) ~2 (?:e-?mail|"
            "correo(?: electronico)?)"
        ),
        "su correo (?:electronico )?(?:personal|privado|para que)",
        r"llam(?:eme|ame|arme|arnos|adnos|enme)|telefone\w+(?:nos|me)",
        r"(?:hablar|explicar|comentar|resolver)\w* ~4 por telefono",
        "(?:por|via) (?:telefono|correo electronico|{apps}) ~3 (?:con nosotros|a nosotros|nos)",
        "al correo",
        (
            "{send_es} ~8 (?:un (?:correo|e-?mail|mail)|por (?:correo(?: electronico)?|e-?mail|"
            "mail)|a nuestro (?:correo|e-?mail)|al (?:correo|e-?mail)|a la direccion de correo|"
            "por {apps}|via {apps})"
        ),
        "{send_es} ~6 (?:por|via) (?:correo|e-?mail|mail|{apps})",
        "{send_es} (?:un )?(?:correo|e-?mail)",
        (
            "(?:telefonear|llamar|llame|telefonee) (?:al|a la|a) ~1 (?:nuestr[oa]|nosotros|taller|"
            "tienda|oficina|almacen)"
        ),
        r"telefonearnos|llamarnos|{send_es} (?:un )?(?:\w+ )?(?:correo|e-?mail|mail)",
    ),
    "pl": (
        r"prosze (?:do nas )?(?:za|)dzwoni\w*|(?:prosze )?zadzwon\w* do nas",
        "(?:prosze )?(?:o )?kontakt (?:telefoniczny|mailowy|e-?mailowy)",
        (
            r"(?:kontakt\w*|skontaktowac|dostepni|piszac|pisac) ~5 (?:telefonicznie|mailowo|e-?mailowo|"
            "pod numerem|przez telefon|na {apps}|przez {apps})"
        ),
        (
            "(?:prosze )?(?:napisac|pisac|wyslac|przeslac|przesylac|odpisac|wysylac) ~8 (?:maila?|"
            r"e-?maila?|mailem|mailowo|e-?mailem|na (?:nasz )?(?:adres )?(?:e-?)?mail\w*|na (?:nasz "
            ")?adres e-?mail|na {apps}|przez {apps})"
        ),
        (
            "(?:prosze )?(?:podac|podanie|przeslac|o) ~3 (?:swoj|swojego|panstwa|pana|pani)? "
            r"?(?:prywatn\w+ )?(?:adres\w* )?(?:e-?mail|mailow\w+|email\w*)"
        ),
        r"(?:zadzwoni\w+|dzwoni\w+|telefonowac) ~3 (?:do nas|do mnie|pod)",
        "(?:prosze|prosimy|mozna|warto) ~2 (?:za|za)?dzwonic",
        "(?:omowic|wyjasnic|porozmawiac|ustalic) ~3 (?:telefonicznie|przez telefon)",
        (
            "(?:pisac|napisac|wyslac|przeslac|prosze|prosimy) ~6 (?:mailem|mailowo|na maila|na "
            r"mail\w*|e-?mailem|na adres)"
        ),
        "(?:przez|na) {apps}",
        (
            r"(?:dzwonic|zadzwonic|telefonowac) ~2 (?:do|na) ~1 (?:serwis\w*|biur\w*|sklep\w*|"
            r"magazyn\w*|nasz\w*)"
        ),
        "(?:wyslac|napisac|przeslac) ~4 (?:maila?|e-?maila?|wiadomosc e-?mail)",
    ),
    "nl": (
        "bel (?:ons|mij|gerust|even)|belt u (?:ons|mij|gerust)",
        "(?:kunt|kan|zou) u (?:ons|mij) ~4 (?:bellen|mailen|telefonisch)",
        (
            "(?:neem|neemt|opnemen) ~6 (?:telefonisch|per telefoon|per (?:e-?)?mail|via (?:e-?)"
            "?mail) ~2 (?:contact|op)?"
        ),
        "bel ons",
        (
            "(?:mail|stuur|schrijf|e-?mail)(?:t)? (?:u )?(?:ons|mij|het|deze|dit|een|de|uw) ~6 "
            r"(?:per (?:e-?)?mail|via (?:e-?)?mail|een (?:e-?)?mail\w*|naar ons (?:e-?)?mail\w*|"
            "via {apps}|op {apps})"
        ),
        r"mail ons|stuur ~3 (?:een )?(?:e-?)?mail\w* naar",
        "telefonisch ~2 (?:bereikbaar|te bereiken|contact)",
        "(?:geef|stuur|laat|vermeld|doorgeven)(?: u)? ~4 uw ~2 (?:e-?mail|mail)-?(?:adres)?",
        "uw (?:e-?)?mailadres ~3 (?:doorgeven|sturen|mailen|geven|vermelden)",
        "bel(?:t)? (?:u )?(?:mij|ons)|(?:even|graag|gerust) bellen",
        (
            "(?:telefonisch|aan de telefoon|per telefoon) ~3 (?:bespreken|overleggen|uitleggen|"
            "toelichten|oplossen|contact)"
        ),
        "(?:app|whatsapp) (?:ons|mij)",
        "(?:mail|mailt|stuur|stuurt|schrijf) ~6 (?:per|via) (?:e-?mail|mail|{apps})",
        "(?:een )?(?:e-?)?mail(?:tje)? (?:naar|aan|sturen)|mail(?:t)? (?:u )?(?:ons|mij|het)",
        "overmaken (?:naar|op) (?:onze|ons)|maak ~5 over (?:naar|op) ons",
        "(?:u )?(?:kunt|kan|mag) ons ~4 (?:bellen|telefonisch|mailen|appen|per (?:e-?)?mail|via {apps})",
        "(?:voeg|zet) ons ~3 {apps}|app ons",
        (
            r"(?:stuur|stuurt|schrijf|zend) (?:u )?(?:ons|mij|even|gerust)?(?: een )?(?:\w+ )?(?:e-?)"
            "?mail(?:tje)?"
        ),
        "(?:stuur|stuurt|schrijf) ~3 (?:e-?mail|mail|mailtje)",
    ),
    "sv": (
        "ring (?:till )?(?:oss|mig|gärna|oss gärna|på)|(?:kan|får|kunna) (?:ni|du) ringa",
        (
            "(?:kontakta|nå|når) (?:ni |du )?(?:oss|mig) ~5 (?:per telefon|via telefon|på telefon|"
            "via (?:e-?)?(?:mail|mejl|post)|per (?:e-?)?(?:mail|mejl|post)|via mejl|på {apps}|"
            "via {apps})"
        ),
        r"(?:mejla|maila|e-?posta) (?:till )?(?:oss|mig|bilder\w*|gärna)",
        (
            "(?:skicka|skriv) ~8 (?:ett (?:mejl|mail|e-?mail)|via (?:e-?)?(?:mejl|mail|post)|"
            r"per (?:mejl|mail|e-?post)|till vår (?:e-?post|mejl|mail)\w*|på {apps}|via {apps})"
        ),
        r"(?:ge|skicka|lämna|uppge|ange|meddela) ~4 (?:din|er) ~2 (?:e-?post|mejl|mail|e-?mail)\w*",
        "ring (?:oss|mig|till|gärna|vår)",
        "(?:per|via|på|över) telefon ~3 (?:med oss|så|istället|om du)",
        "(?:prata|diskutera|ta det|förklara|lösa) ~4 (?:på|per|via|över) telefon|slå en signal",
        "(?:mejla|maila|skriv|skicka) ~6 (?:per|via|på) (?:e-?post|mejl|mail|{apps})",
        r"(?:mejla|maila) (?:oss|mig|till|bilder\w*|det)|(?:mejl|mail) till (?:oss|mig|vår|\S+@)",
        "(?:får|kan|kunna) ~2 ringa|ringa (?:oss|mig|till|vår|verkstaden|kontoret|butiken)",
        "lägg till oss|hör av (?:dig|er) ~3 (?:telefon|mejl|mail|{apps})",
        "(?:skicka|skriv) ~3 (?:mejl|mail|e-?mail)",
    ),
}
