"""General forms of leading a buyer off the marketplace: speak, write, pay, buy or settle it aside.

Where `wording.invitations` and `wording.deals` name channels, this names what is proposed: a talk on the
phone, a private address, a purchase next time, a deal between two. Templates of `lints.phrases`.
"""

from typing import Final

ASIDE: Final = {
    "de": (
        r"(?:klären|besprechen|regeln|lösen) (?:wir|sie) ~6 (?:per|am|übers) telefon|(?:kurz\w* |klein\w* )?(?:anruf|telefonat) ~3 (?:genügt|reicht|bei uns|würde|klärt|löst)",
        r"(?:kaufen|bestellen|beziehen|ordern) sie ~5 direkt (?:über|bei|von|mit) uns",
        # A talk.
        r"(?:rufen|klingeln) sie (?:uns|mich|bei uns|bei mir|kurz|einfach|gern\w*)",
        r"(?:wenn|falls|dass|ob) sie ~4 (?:uns|mich|bei uns|bei mir) ~5 (?:anrufen|anriefen|durchrufen|zurückrufen|telefonieren)",
        (
            r"(?:am|per|übers) telefon ~5 (?:mit ihnen|besprechen|klären|sprechen|bereden|ansehen|durchgehen)|(?:büro|"
            r"service|laden|werkstatt|team) ~4 (?:telefonisch|am telefon) (?:besetzt|erreichbar|für sie)"
        ),
        r"(?:melden|wenden) sie sich ~4 telefonisch|telefonisch ~3 (?:besetzt|melden|für sie da)",
        # A private address.
        r"(?:auf|an|unter) (?:meine\w*|unsere\w*|die|eine) (?:private\w* |persönliche\w* |eigene\w* )?(?:e-?)?mail-?adresse",
        # Pay, settle.
        (
            r"(?:überweisen|erstatten|zahlen|schicken|senden) (?:wir|ich) ~8 (?:per|über|via|mit) (?:paypal|überweisung|"
            r"western union|klarna) ~4 (?:wenn|sobald|sofern|falls)"
        ),
        (
            r"(?:schließen|ziehen|nehmen|brechen|stornieren) sie ~4 (?:antrag|fall|reklamation|rückgabe|rücksendung|"
            r"a-bis-z\S*|garantieantrag|beschwerde) ~8 (?:dann|und) ~3 (?:erstatten|zahlen|überweisen|paypal)"
        ),
        (
            r"(?:aufpreis|differenz|rest|restbetrag|betrag|geld|summe|mehrpreis) ~6 (?:auf|an) (?:unser|mein|das unten\w*|"
            r"folgendes) ~1 \w*konto"
        ),
        r"(?:auf|an) (?:unser|mein) (?:bank|giro|firmen|geschäfts)?konto ~3 (?:ein(?:zu)?zahlen|überweisen|zahlen)",
        r"(?:unter|zwischen) uns (?:beiden )?(?:regeln|klären|ausmachen|bleiben)|(?:{market}) ~2 (?:nichts|nicht) ~2 (?:wissen|erfahren)",
        r"(?:privat|direkt|außergerichtlich ohne) ~2 (?:regeln|einigen|abwickeln) ~2 ohne {market}",
        # Buy next time.
        (
            r"(?:nächste[sn]?|künftig|zukünftig|in zukunft|beim nächsten) (?:mal )?~10 (?:direkt|lieber|gleich) (?:über |"
            r"bei |von )?(?:uns|unser\w*)"
        ),
        r"(?:bestellen|kaufen|ordern) sie ~5 (?:gleich|direkt|lieber) ~2 (?:bei uns|auf unser\w*|über unser\w*|im onlineshop)",
        r"(?:wenn|falls|indem) sie ~4 direkt (?:bei|über|von) uns ~2 (?:kaufen|bestellen|ordern|beziehen)",
    ),
    "en": (
        r"(?:phone|telephone) call ~5 (?:would|will|clears?|solves?|is enough|helps?|us|our)|(?:ring|phone|dial) (?:our|the) ~1 (?:desk|line|service|team|office)",
        r"(?:to|at|on) (?:my|our) (?:work|business|company|home|office) (?:e-?mail|inbox|address|number)",
        r"(?:give|gave|giving) (?:us|me|our \w+|the \w+) (?:a |another )?(?:quick |short |brief )?(?:call|ring|bell|buzz|shout)",
        r"(?:talk|speak|chat|go|run|discuss|discussing|walk|explain) ~5 (?:on|over|by) the phone",
        r"(?:contact|reach|call|ask|speak to|talk to) (?:our|the) (?:office|team|workshop|service|support|store) ~4 (?:by|over the|on the|via) (?:phone|telephone)",
        r"(?:to|at|on) (?:my|our) (?:personal|private|own|direct) (?:inbox|e-?mail|mailbox|address|account|number)",
        (
            r"(?:refund|pay|reimburse|compensate) you ~6 (?:by|via|through|with|over) (?:paypal|bank transfer|revolut|"
            r"venmo|zelle|cash app) ~3 (?:if|once|when|as soon)"
        ),
        (
            r"(?:close|withdraw|cancel|drop) ~3 (?:claim|case|return|dispute|complaint|a-to-z\S*|request) ~6 (?:and|then) "
            r"~4 (?:refund|pay|reimburse|send|compensate)"
        ),
        r"(?:if you|once you) (?:close|withdraw|cancel|drop) ~3 (?:claim|case|return|dispute|request) ~4 {market}",
        r"(?:wire|transfer|send|pay) ~5 (?:balance|difference|rest|remaining|amount|money) ~6 (?:account|below|iban)",
        r"(?:between|just the two of) (?:ourselves|us)|privately|(?:no need|without having|don't need) to involve {market}",
        r"without {market} ~1 (?:knowing|finding|being)|{market} ~3 (?:doesn't|does not|need not|needn't) ~2 know",
        r"(?:buy|buying|order|ordering|purchase|purchasing|shop|shopping) ~3 (?:direct|directly|straight) (?:from|with|through|at|on) (?:us|our)",
        r"(?:buy|buying|order|ordering|purchase|purchasing) from us ~1 direct(?:ly)?|skip {market}",
        r"next time ~8 (?:direct|directly|straight)",
    ),
    "fr": (
        r"(?:me|nous) (?:joindre|contacter|appeler|rappeler) ~2 par telephone",
        r"(?:un |simple |petit )+appel ~5 (?:a notre|suffi\w*|regl\w*|resoud\w*|permettr\w*)|n'hesitez pas a (?:nous )?(?:telephoner|appeler)",
        r"(?:nous|m') ?(?:appeliez|appelez|telephoniez|appellerez)|(?:simple|mieux|rapide) ~4 (?:nous |m')appeler",
        r"(?:discuter|parler|regler|voir|echanger|expliquer) ~5 (?:au|par) telephone|de vive voix",
        r"(?:sur|a) (?:mon|notre) (?:adresse|boite|mail|e-?mail|numero) (?:personnel(?:le)?|priv[ee]e?|perso|direct(?:e)?|mail|e-?mail)",
        (
            r"(?:fermez|cloturez|retirez|annulez|fermer|cloturer) ~4 (?:reclamation|litige|dossier|demande|retour|plainte) "
            r"~8 (?:rembours|pai|vers)\w*"
        ),
        r"(?:rembours|pai|vers)\w* ~5 (?:par|via) (?:paypal|virement|lydia) ~3 (?:si|des que|une fois)",
        r"(?:sur|a) notre compte (?:bancaire)?|(?:difference|solde|reste|complement) ~4 (?:virement|paypal)",
        r"(?:regl|arrang|resolv|resoud|gard|rest)\w* ~3 entre nous|(?:en|a titre) prive|sans (?:en )?(?:informer |passer par |impliquer |que )?{market}",
        r"(?:achet|command)\w* ~3 direct(?:ement)? (?:chez|aupres de|sur|par|a) (?:nous|notre)",
        r"(?:prochaine fois|a l'avenir|desormais) ~8 direct(?:ement)?",
    ),
    "it": (
        r"(?:una |con una |basta una )(?:breve |semplice )?(?:telefonata|chiamata) ~4 (?:al nostro|alla nostra|a noi|risolv\w*|basta)",
        r"(?:ci|mi) (?:chiami|chiamasse|telefoni|telefonasse|chiamate)|telefonar(?:ci|mi)|dare un colpo di telefono",
        r"(?:parlar|discuter|spiegar|risolver|sentir|veder)\w* ~4 (?:al|per) telefono|a voce",
        r"(?:sul|al|alla|sulla) (?:mio|mia|nostro|nostra) (?:indirizzo |casella |e-?mail |posta |numero )?(?:personale|privat[oa]|dirett[oa])",
        r"(?:mio|nostro) (?:indirizzo|numero) (?:personale|privato|diretto)",
        (
            r"(?:chiud|ritir|annull)\w* ~4 (?:reclamo|contestazione|richiesta|reso|pratica|segnalazione) ~8 "
            r"(?:rimbors|pagh|vers)\w*"
        ),
        (
            r"(?:rimbors|pagh|vers|restitui)\w* ~5 (?:con|tramite|via) (?:paypal|bonifico|satispay|postepay) ~3 (?:se|appena|"
            r"quando|dopo)"
        ),
        r"(?:differenza|resto|saldo|supplemento) ~5 (?:bonifico|paypal|nostro conto)",
        r"(?:tra|fra) (?:di )?noi|in privato|privatamente|senza (?:coinvolgere |passare per |informare |dirlo (?:a|ad) )?{market}",
        r"(?:compr|ordin|acquist)\w* ~3 direttamente (?:da|presso|dal|sul|nel) (?:noi|nostr\w+)",
        r"prossima volta ~8 direttamente",
    ),
    "es": (
        r"(?:una |con una )(?:breve |simple )?llamada ~4 (?:a nuestr\w+|basta|resolv\w*|solucion\w*)",
        r"(?:nos|me) (?:llame|llamase|llamara|llama|telefonee)|darnos un (?:toque|telefonazo)",
        r"(?:hablar|comentar|tratar|explicar|resolver|ver)\w* ~5 por telefono|de viva voz",
        r"(?:a|en|al) (?:mi|nuestro) (?:correo|e-?mail|direccion|numero|telefono) (?:personal|privad[oa]|particular|direct[oa])",
        (
            r"(?:cierr|retir|cancel|anul)\w* ~4 (?:reclamacion|disputa|caso|devolucion|solicitud|incidencia) ~8 "
            r"(?:devolv|reembols|pag|abon)\w*"
        ),
        (
            r"(?:devolv|reembols|pag|abon)\w* ~5 (?:por|con|via|mediante) (?:paypal|bizum|transferencia) ~3 (?:si|cuando|"
            r"en cuanto|una vez)"
        ),
        r"entre nosotros|en privado|de forma privada|sin (?:pasar por |implicar a |avisar a |que se entere )?{market}",
        r"(?:compr|pid|ped|encarg)\w* ~3 directamente (?:a|con|en|por) (?:nosotros|nuestr\w+)",
        r"proxima vez ~8 directamente",
    ),
    "pl": (
        r"(?:do|o) kontaktu? telefoniczn\w+",
        r"(?:jeden |krotki )?(?:telefon|telefonik) do (?:nas|nasz\w*|mnie)|wystarczy (?:jeden )?telefon",
        r"(?:do|z) (?:nas|nami|mnie|mna) ~2 (?:zadzwoni|dzwoni|telefonicznie|skontaktuje)\w*|zadzwoni\w* ~3 do (?:nas|mnie)",
        r"(?:omowi|wyjasni|porozmawia|ustali|zalatwi)\w* ~6 (?:przez telefon|telefonicznie)",
        r"na (?:moj|nasz|swoj)\w* (?:prywatn\w+|osobist\w+|bezposredni\w*) (?:adres|mail|numer|e-?mail)?\w*",
        r"(?:na|przez) {apps}\w*|whats ?app\w*",
        (
            r"(?:zamkn|wycof|anulow|zakoncz|zamkna)\w* ~4 (?:reklamacj|spor|zwrot|zgloszeni|dyskusj|spraw)\w* ~8 (?:oddamy|"
            r"zwrocimy|przelejemy|zaplacimy|paypal\w*)"
        ),
        r"(?:zwroc|odda|przele|zaplac)\w* ~4 (?:przez|blik\w*|paypal\w*) ~4 (?:jesli|jezeli|gdy|po)",
        r"przela\w* ~3 na nasze konto|(?:doplat|roznic|reszt|kwot)\w* ~4 (?:na nasze konto|paypal\w*|blik\w*)",
        r"miedzy (?:soba|nami)|prywatnie|(?:bez|poza) (?:udzialu |wiedzy |posrednictwa )?{market}\w{0,3}",
        r"(?:kup|zamow|zamaw|zakup)\w* ~4 (?:bezposrednio|prosto) (?:u|od|w|przez|na) (?:nas|nasz\w*)",
        r"nastepnym razem ~8 bezposrednio",
    ),
    "nl": (
        r"(?:een |even )?(?:telefoontje|belletje) ~3 (?:naar|aan|met) (?:ons|onze|mij)|(?:telefoontje|belletje) ~3 (?:genoeg|volstaat|opgelost)",
        r"(?:dat|als|of|indien) u ~2 (?:ons|mij|me) ~3 (?:belt|bellen|opbelt|mailt|appt)|(?:ons|mij|me) (?:even|kort|gerust) (?:te )?(?:bellen|belt|mailen)",
        r"(?:bespreek|bespreken|overleg|overleggen|regelen|toelichten|uitleggen) ~5 (?:telefonisch|aan de telefoon|per telefoon)",
        r"(?:telefonisch|per telefoon) ~4 (?:met u|bespreken|overleggen|door te nemen)",
        r"(?:op|naar|aan) (?:mijn|ons|onze) (?:prive|persoonlijk|eigen|rechtstreeks)\w*(?: ?-?(?:adres|e-?mail\w*|mail\w*|nummer|mailbox))?",
        r"(?:app|appt|whatsapp) (?:me|mij|ons|gerust|even)|(?:via|op|per) {apps}",
        (
            r"(?:sluit|sluiten|annuleer|trek) ~4 (?:claim|zaak|retour|geschil|klacht|melding|verzoek) ~8 (?:betalen|betaal|"
            r"storten|vergoeden|paypal)"
        ),
        r"(?:betalen|betaal|storten) ~5 (?:via|per|met) (?:paypal|tikkie|overschrijving) ~4 (?:als|zodra|wanneer)",
        r"(?:over ?maken|overmaakt|betalen|storten) ~3 (?:op|naar) (?:onze|mijn|ons) (?:bank)?rekening",
        r"(?:onder ons|onderling|onder elkaar|buiten) ~2 (?:regelen|oplossen|afhandelen|houden)|zonder {market}|buiten {market}",
        r"(?:koopt|kopen|koop|bestelt|bestellen|bestel) ~3 (?:rechtstreeks|direct) (?:bij|via|op|van) (?:ons|onze)",
        r"(?:rechtstreeks|direct) (?:bij|via|op|van) (?:ons|onze) ~3 (?:koopt|kopen|koop|bestelt|bestellen|bestel)",
        r"volgende keer ~8 (?:rechtstreeks|direct)",
    ),
    "sv": (
        r"(?:ett )?(?:samtal|telefonsamtal) (?:till|med) (?:oss|vår\w*|mig)|(?:samtal|telefonsamtal) ~3 räcker",
        r"(?:om|att|när) (?:du|ni) ~2 (?:ringer|ringde|mejlar|slår) ~1 (?:till )?(?:oss|mig|en signal)|ringer (?:till )?(?:oss|mig)",
        r"(?:tar|ta|prata|pratar|diskutera|lösa|förklara|gå igenom) ~4 (?:över|på|per|via) telefon(?:en)?",
        r"(?:på|till) (?:min|vår) (?:privata|personliga|egna|direkta) (?:adress|mejl|mail|e-?post|mejladress|inkorg|nummer)\w*",
        r"(?:stäng|avsluta|dra tillbaka|avbryt|stänger|avslutar) ~4 (?:ärendet|reklamationen|returen|tvisten|anspråket|begäran) ~8 (?:betalar|återbetalar|skickar|swishar|paypal)",
        r"(?:betalar|återbetalar|skickar) ~5 (?:via|med|per|genom) (?:paypal|swish|banköverföring) ~4 (?:om|när|så snart)",
        r"(?:betala|sätta in|föra över|swisha) ~4 (?:till|på) (?:vårt|mitt) (?:bank)?konto",
        r"(?:mellan|emellan) oss|oss emellan|privat (?:lösning|uppgörelse)|utan {market}|utanför {market}",
        r"(?:köper|köpa|köp|beställer|beställa|beställ|handlar|handla) ~3 direkt (?:av|från|hos|på|via) (?:oss|vår\w*)",
        r"nästa gång ~8 direkt",
    ),
}

ONLY_HERE: Final = (
    r"nur (?:über|bei|via|durch) (?:das |die )?(?:{market}|plattform|nachrichten\w*)|only (?:through|via|on|by|over) {market}",
    r"(?:uniquement|seulement) (?:par|via|sur) {market}|solo (?:tramite|su|attraverso|con|a traves de|por|en|mediante) {market}",
    r"tylko (?:przez|za posrednictwem|na) {market}\w*|(?:alleen|uitsluitend) (?:via|op) {market}|(?:bara|endast) (?:via|genom|på|hos) {market}",
)
"""Where a sentence says that something goes only by the marketplace, it invites nowhere else."""

REFUSED: Final = {
    "de": (
        r"{third_de} ~10 (?:telefonisch|angerufen|anrufen|anruft|ruft ~4 an|telefon)",
        r"(?:leider )?(?:dürfen|können|wollen|werden) (?:wir|ich) ~5 (?:nicht|kein\w*) ~6 (?:{apps}|anrufen|telefonieren|mail|schreiben|erstatten)",
        r"(?:bitte )?(?:stornieren|überweisen|schicken|senden|rufen|schreiben|zahlen) sie ~=6 (?:nicht|nichts|kein\w*)",
        r"nicht (?:selbst )?(?:zu )?(?:stornieren|überweisen|anrufen)",
        r"(?:haben|hatten) ~2 (?:uns )?(?:gebeten|vorgeschlagen|gefragt|angeboten) ~6 (?:überweisen|zahlen|anzurufen|telefonieren|paypal)",
    ),
    "en": (
        r"{third_en} ~10 (?:by phone|by telephone|on the phone|calls?|called|phone|ring|reach you)",
        r"(?:not|unable|unfortunately|cannot|can't) ~5 (?:contact|call|phone|ring|text|message|write|pay|email|e-?mail) ~3 (?:you|by|via|on|over|phone|whats ?app|e-?mail)",
        r"(?:do not|don't|never|no need to|need not|not need to|not have to) ~2 (?:cancel|call|phone|pay|send|transfer|email)",
    ),
    "fr": (
        r"{third_fr} ~10 (?:par telephone|au telephone|appel\w+|joindre)",
        r"(?:ne|n') ?(?:pouvons|sommes|avons|devez|faites|envoyez|payez|avez) ~5 (?:appeler|telephon\w+|joindre|annul\w+|payer|mail)",
        r"(?:pas besoin|inutile|pas necessaire|rien) (?:d'|de |a )annuler|n'annulez pas",
    ),
    "it": (
        r"{third_it} ~10 (?:per telefono|al telefono|telefon\w+|chiam\w+|contatt\w+)",
        r"non (?:possiamo|ci e|siamo|puo|deve|occorre|serve) ~5 (?:telefon\w+|chiamar\w*|annull\w+|contattar\w*|scriver\w*|pagare)",
        r"non annull\w+",
    ),
    "es": (
        r"{third_es} ~10 (?:por telefono|telefonic\w+|llam\w+|contact\w+|localiz\w+)",
        r"no (?:podemos|nos|se nos|esta|hace falta|es necesario|tiene|debe|puede) ~5 (?:llam|cancel|anul|contact|escrib|pag)\w*",
        r"no (?:cancele|anule|llame|pague)|(?:transportista|repartidor|mensajero|mensajeria|correos|fabricante) ~6 (?:le|la|les) llam\w+",
    ),
    "pl": (
        r"{third_pl} ~10 (?:telefonicznie|zadzwoni\w*|dzwoni\w*|skontakt\w*)",
        r"nie (?:mozemy|wolno|moge|trzeba|musi|nalezy) ~5 (?:zadzwoni|dzwoni|anulow|telefon|pisa|plac|kontakt)\w*",
        r"prosze nie (?:anulowac|dzwonic|placic|przelewac)",
    ),
    "nl": (
        r"{third_nl} ~10 (?:telefonisch|bellen|belt|gebeld|telefoon|bereiken)",
        r"(?:mogen|kunnen|willen) ~5 niet ~3 (?:bellen|mailen|appen|contacteren)|hoeft ~4 (?:niet|niets|geen) ~3 (?:te )?(?:annuleren|bellen|betalen)",
        r"annuleer ~4 niet|niet (?:te )?annuleren|(?:bezorger|koerier|chauffeur|postnl|dhl|fabrikant) ~6 (?:belt|bellen|gebeld)",
    ),
    "sv": (
        r"{third_sv} ~10 (?:per telefon|på telefon|ring\w*|nå dig)",
        r"(?:får|kan|ska|behöver) (?:vi|du|ni|jag)? ?inte ~4 (?:ringa|mejla|avbeställa|avboka|annullera|betala|skriva|kontakta)",
        r"(?:avbeställ|avboka|annullera) ~4 inte|(?:budet|chauffören|transportören|tillverkaren) ~6 (?:ringer|ringa|ringde)",
    ),
}
"""A refusal, a warning not to, or somebody else's call: a find inside one of these invites nobody."""
