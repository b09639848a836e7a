"""Frames of taking it elsewhere: cancel here and buy there, do it aside, ring in the familiar form.

`TURN_TO` are the verbs that make contact data in the same sentence an invitation. Beside `invitations`.
"""

from typing import Final

ELSEWHERE: Final = {
    "de": (
        (
            r"(?:auf die|bar in die) hand|auf die kralle",
            r"zahl\w*|geld|euro|betrag|aufpreis|rest",
        ),
        (
            r"(?:über|auf|per|via|bei|in|mit) (?:whats ?app|telegram|instagram|insta|messenger|viber|threema|skype|signal|discord|snapchat|wechat|imessage)",
            r"!nicht|kein\w*|leider|haben sie uns ~4 geschrieben|gerät|koppel\w*|bluetooth|app ~2 install\w*|signal(?:ton|licht)?\b ~2 (?:leuchtet|ertönt|empfang)",
        ),
        (
            r"(?:komm\w*|fahr\w*|schau\w*) ~6 (?:lager|halle|laden|lagerverkauf|werkstatt|hof|geschäft|filiale) ~4 vorbei",
            r"!{third_de}",
        ),
        (
            r"(?:mit|in|gegen) (?:dem geld|bargeld|bar\w*|geld in der hand|den scheinen)",
            r"(?:komm\w*|fahr\w*|schau\w*|hol\w*|tausch\w*|lager|halle|vorbei|laden)",
            r"!{third_de}|nicht|leider",
        ),
        (
            r"(?:zelle|venmo|bizum|tikkie|swisha\w*|swish|revolut|blik\w*|lydia|satispay|twint|cash ?app|western union|wero|moneygram|bancontact|paysafe\w*|postepay)",
            r"!nicht|kein\w*|leider",
        ),
        (
            r"(?:niemand|keiner|{market}) ~2 (?:muss|braucht|soll|erfährt|erfahren|merkt) ~4 (?:wissen|erfahren|davon|mitbekommen)?|bleibt unter uns|sag\w* ~2 {market} nichts",
            r"!leider|kein\w*|nicht möglich",
        ),
        (
            r"(?:in|auf|über|bei) unser\w* (?:eigene\w* )?(?:\w*shop|website|webseite|homepage|laden|internetseite)|bei uns im (?:\w*shop|laden)",
            r"(?:kauf\w*|bestell\w*|hol\w*|order\w*|erwerb\w*)",
            r"!(?:haben|hatten|hat) ~6 (?:gekauft|bestellt)|leider|nicht",
        ),
        (
            r"(?:stornier|brech|widerruf|lösch|annullier)\w* (?:sie |du )?~8 (?:und|dann|danach)",
            r"(?:bestell|kauf|order|nehm|hol|mach|geb|bezahl|zahl|überweis|schick|leg|bekomm)\w*",
            r"(?:shop|direkt|bei uns|webseite|website|homepage|günstiger|billiger|gebühren|provision|überweisung|paypal|bar|neu|privat|preis|ebay|amazon|kleinanzeigen)",
            r"!nicht|hat (?:sich )?storniert|falls sie ~4 versehentlich|\w*doppel\w*|schicken wir|wir ~2 (?:schicken|senden)",
        ),
        (
            r"(?:ruf|ruft|klingel|klingle|bimmel|telefonier|meld dich ~2 telefonisch|schreib ~4 (?:{apps})|schick ~6 (?:{apps})|add ~2 (?:{apps})|funk)",
            r"(?:mich|mir|uns|durch|an|mal|einfach|kurz|bei)",
            "!(?:an|bei) (?:dhl|der post|amazon)|{third_de}|es klingelt|funk(?:tion|gerät)\\w*",
        ),
        (
            r"(?:ruf|rufen|wähl|wählen|schreib|schreiben|schick|schicken|meld|melden|send|senden|mail|mailen|komm|kommen)\w* ~8 (?:schneller|einfacher|unkomplizierter|leichter) als (?:hier|über|per|bei)",
        ),
    ),
    "en": (
        (
            r"cash in hand|in used notes|hand to hand",
            r"pay\w*|difference|rest|money",
        ),
        (
            r"(?:on|via|over|through|by|in) (?:whats ?app|telegram|instagram|insta|messenger|viber|threema|skype|signal|discord|snapchat|wechat|imessage)",
            r"!not|n't|no longer|unfortunately|remote|bluetooth|pair\w*|install\w*|signal (?:strength|is|light|level|lost)",
        ),
        (
            r"(?:swing|pop|drop|come|drive) (?:by|over to|round to|down to|into) (?:the|our) ~1 (?:unit|warehouse|yard|shop|store|workshop|depot|showroom|shed)",
            r"!{third_en}",
        ),
        (
            r"cash(?: in hand)?|with the money|bring (?:the )?(?:cash|money)",
            r"(?:come|swing|pop|drop|drive|counter|unit|warehouse|yard|shed|collect|meet|over)",
            r"!{third_en}|not|n't|register|refund\w*",
        ),
        (
            r"(?:zelle|venmo|bizum|tikkie|swisha\w*|swish|revolut|blik\w*|lydia|satispay|twint|cash ?app|western union|wero|moneygram|bancontact|paysafe\w*|postepay)",
            r"!not|n't|no longer|unfortunately",
        ),
        (
            r"(?:no need|don't|needn't|without) ~2 tell(?:ing)? {market}|(?:nobody|no one|no-one|{market}) ~2 (?:needs?|has|have) to (?:know|find out)|keep (?:it|this) (?:between|to)|our little secret|nobody takes a cut|no (?:fees|commission)",
            r"!unfortunately|sorry|there (?:are|is) no fees?",
        ),
        (
            r"(?:on|from|in|at|through|via) our (?:own )?(?:web ?site|web ?shop|online (?:shop|store)|site|shop|store)",
            r"(?:buy|order|purchase|get|grab|pick up)",
            r"!you (?:bought|ordered|purchased)|not|n't|unfortunately|back order",
        ),
        (
            r"(?:cancel|withdraw|void|undo) ~8 (?:and|then)",
            r"(?:order|reorder|buy|rebuy|get|i'll|we'll|i will|we will|pay|do it|purchase|come)",
            r"(?:shop|direct\w*|site|web ?site|cheaper|fees|commission|transfer|paypal|cash|quid|£|\$|€|off here|elsewhere|privately|us|less|save|saves|price)",
            "!not|n't|{market} will|refund (?:you )?in full",
        ),
        (
            r"(?:ping|whats ?app|dm|text|facetime|skype|bell|buzz|phone|ring|call) (?:me|us)|(?:drop|shoot|pop) (?:me|us) (?:a|an) (?:text|mail|email|e-mail|message|line) ~4 (?:on|at|via|to)|add me|find me on|hit me up",
            "!{third_en}|unfortunately|can't|cannot|not able",
        ),
        (
            r"(?:quicker|faster|easier|simpler) than (?:here|on here|this|through|writing|messag\w+)|saves? (?:us )?(?:both )?(?:the |on )?(?:fees|commission|their cut)",
        ),
    ),
    "fr": (
        (
            r"de la main a la main|en main propre",
            r"pay\w*|regl\w*|difference|argent|supplement",
        ),
        (
            r"(?:sur|via|par) (?:whats ?app|telegram|instagram|insta|messenger|viber|threema|skype|signal|discord|snapchat|wechat|imessage)",
            r"!pas|aucun\w*|malheureusement|telecommande|bluetooth|signal (?:sonore|lumineux|est|faible)",
        ),
        (
            r"(?:passez|venez) (?:a|au|dans) (?:l'|notre |la |le )?(?:hangar|entrepot|depot|boutique|atelier|magasin)",
            r"!{third_fr}",
        ),
        (
            r"(?:avec|en) (?:l'argent|du liquide|des especes|le liquide|especes|liquide)",
            r"(?:pass\w+|ven\w+|entrepot|depot|hangar|echang\w+|boutique)",
            r"!{third_fr}|pas",
        ),
        (
            r"(?:zelle|venmo|bizum|tikkie|swisha\w*|swish|revolut|blik\w*|lydia|satispay|twint|cash ?app|western union|wero|moneygram|bancontact|paysafe\w*|postepay)",
            r"!pas|aucun\w*|malheureusement",
        ),
        (
            r"(?:personne|{market}) n'(?:a|aura) ~2 (?:besoin|pas) ~2 (?:savoir|sache)|rien dire a {market}|ca reste entre|pas besoin d'en parler|personne ne (?:prend|touche|saura)",
            r"!malheureusement",
        ),
        (
            r"(?:sur|dans|via) notre (?:propre )?(?:site|boutique|magasin|e-?shop)",
            r"(?:achet(?:ez|er)|command(?:ez|er)|prenez|prendre|procur\w+)",
            r"!avez (?:achete|commande)|malheureusement|pas",
        ),
        (
            r"(?:annul|resili|retract)\w* ~6 (?:et|puis|ensuite)",
            r"(?:command|recommand|achet|rachet|pren|pass|pay|vir|fais|faites|nous|je)\w*",
            r"(?:site|boutique|direct\w*|moins cher|frais|commission|virement|paypal|especes|chez nous|economis\w+|prix)",
            "!n'annulez|pas|rembourser\\w* integral\\w*",
        ),
        (
            r"(?:appelle|telephone|passe|envoie|ecris|ajoute|contacte)(?:[- ](?:moi|nous|le|la|les))+|(?:passez|donnez)[- ](?:nous|moi) un (?:coup|petit coup)|un petit coup de fil",
            "!{third_fr}|passe par ici",
        ),
        (
            r"(?:plus (?:rapide|simple|facile)|(?:ca|cela) (?:passe|marche|va) (?:mieux|plus vite)) qu(?:'|e )(?:ici|sur|par)|ca passe mieux|sans (?:les )?frais de (?:plateforme|commission)",
        ),
    ),
    "it": (
        (
            r"brevi manu|(?:soldi|contanti) in mano|in mano al",
            r"pag\w*|differenza|soldi|supplemento|salda\w*",
        ),
        (
            r"(?:su|via|con|per|tramite) (?:whats ?app|telegram|instagram|insta|messenger|viber|threema|skype|signal|discord|snapchat|wechat|imessage)",
            r"!non|purtroppo|telecomando|bluetooth|notifiche",
        ),
        (
            r"(?:passi|venga|faccia un salto) (?:in|al|nel|presso il) (?:nostro )?(?:capannone|magazzino|negozio|officina|deposito)",
            r"!{third_it}",
        ),
        (
            r"(?:con i|in|coi) contanti|soldi in mano|con i soldi",
            r"(?:pass\w+|veng\w+|capannone|magazzino|negozio|cambi\w+|ritir\w+)",
            r"!{third_it}|non",
        ),
        (
            r"(?:zelle|venmo|bizum|tikkie|swisha\w*|swish|revolut|blik\w*|lydia|satispay|twint|cash ?app|western union|wero|moneygram|bancontact|paysafe\w*|postepay)",
            r"!non|purtroppo",
        ),
        (
            r"(?:nessuno|{market}) (?:non )?(?:deve|ha bisogno di|lo) ~1 (?:saper\w*|sapra)|non lo diciamo a|resta (?:tra|fra) noi|senza che nessuno|nessuno (?:ci prende|prende|trattiene)",
            r"!purtroppo",
        ),
        (
            r"(?:sul|nel|dal|tramite il) nostro (?:sito|negozio|shop|e-?commerce)",
            r"(?:compr(?:i|are|arlo|arli)|ordin(?:i|are)|acquist(?:i|are)|prend(?:a|ere))",
            r"!ha (?:comprato|ordinato)|purtroppo|non",
        ),
        (
            r"(?:annull|disdi|cancell)\w* ~6 (?:e|poi|quindi)",
            r"(?:ordin|riordin|compr|ricompr|acquist|prend|pag|faccia|facciamo|vers|rifacc)\w*",
            r"(?:sito|negozio|dirett\w+|meno|commission\w+|bonifico|paypal|contanti|da noi|risparmi\w+|prezzo|spese)",
            "!non|rimborso completo",
        ),
        (
            r"(?:chiama|telefona|scrivi|manda|dammi|aggiungi)(?:mi|ci|melo|mele)|(?:mi|ci) (?:faccia|dia) (?:uno squillo|un colpo)|uno squillo",
            "!{third_it}",
        ),
        (
            r"(?:piu (?:veloce|semplice|facile|rapido)|si fa prima|fa prima) (?:che|di) (?:qui|da qui|qua|cosi)|(?:cosi )?(?:evitiamo|saltiamo|risparmiamo) (?:le|la) commission\w+",
        ),
    ),
    "es": (
        (
            r"en mano",
            r"pag\w*|diferencia|dinero|resto|suplemento",
        ),
        (
            r"(?:por|en|via|a traves de) (?:whats ?app|telegram|instagram|insta|messenger|viber|threema|skype|signal|discord|snapchat|wechat|imessage)",
            r"!no podemos|no es posible|lamentablemente|mando|bluetooth",
        ),
        (
            r"(?:acerquese|pasese|venga|pase) (?:a|por) (?:la |el |nuestr[oa] )?(?:nave|almacen|tienda|taller|deposito)",
            r"!{third_es}",
        ),
        (
            r"dinero en mano|en efectivo|en metalico|con el dinero",
            r"(?:acerqu\w+|acerc\w+|pas\w+|veng\w+|nave|almacen|tienda|cambi\w+|recog\w+)",
            r"!{third_es}|no",
        ),
        (
            r"(?:zelle|venmo|bizum|tikkie|swisha\w*|swish|revolut|blik\w*|lydia|satispay|twint|cash ?app|western union|wero|moneygram|bancontact|paysafe\w*|postepay)",
            r"!no podemos|lamentablemente|no aceptamos",
        ),
        (
            r"(?:nadie|{market}) (?:tiene|ha) (?:por )?que (?:saber\w*|enterar\w*)|no hace falta decir\w* ~2 {market}|queda entre|nadie se (?:entera|queda)|no se queda comision",
            r"!lamentablemente",
        ),
        (
            r"(?:en|por|a traves de) nuestra (?:propia )?(?:web|tienda|pagina)",
            r"(?:compr(?:e|ar|arlo)|pid(?:a|alo)|pedir\w*|encarg(?:ue|ar)|adquir\w+)",
            r"!ha (?:comprado|pedido)|compro|lamentablemente|no",
        ),
        (
            r"(?:cancel|anul|desist)\w* ~6 (?:y|luego|despues)",
            r"(?:compr|pid|ped|encarg|pag|hag|hac|se lo|le|vuelv)\w*",
            r"(?:web|tienda|direct\w+|barat\w+|comision\w*|transferencia|paypal|bizum|efectivo|nosotros|ahorr\w+|precio|gastos|menos)",
            "!no|reembolso integro",
        ),
        (
            r"(?:llama|escribe|manda|pega|agrega|busca)(?:me|nos|mela|melo)|(?:deme|denos|peguenos|pegueme|dame) un (?:toque|telefonazo|llamad\w+)",
            "!{third_es}",
        ),
        (
            r"(?:mas (?:rapido|facil|sencillo|agil)) que (?:aqui|por aqui|esto|por este)|(?:nos )?(?:ahorramos|evitamos|saltamos) (?:la|las) comision\w*",
        ),
    ),
    "pl": (
        (
            r"do reki",
            r"doplat\w*|plac\w*|zaplac\w*|pieniad\w*|przyjm\w*",
        ),
        (
            r"(?:na|przez|poprzez) (?:whats ?app|telegram|instagram|insta|messenger|viber|threema|skype|signal|discord|snapchat|wechat|imessage)",
            r"!nie mozemy|nie mozna|niestety|pilot\w*|bluetooth",
        ),
        (
            r"(?:podjechac|przyjechac|wpasc|zajechac|podejsc|przyjsc) ~3 (?:do|na) ~1 (?:magazynu|hali|hale|sklepu|warsztatu|biura)",
            r"!{third_pl}",
        ),
        (
            r"(?:z )?gotowk\w+|pieniadze (?:do reki|w reku)|z pieniedzmi",
            r"(?:podjech\w+|przyjech\w+|wpas\w+|magazyn\w*|hal\w+|sklep\w*|wymien\w+|odbior\w*)",
            r"!{third_pl}|nie",
        ),
        (
            r"(?:zelle|venmo|bizum|tikkie|swisha\w*|swish|revolut|blik\w*|lydia|satispay|twint|cash ?app|western union|wero|moneygram|bancontact|paysafe\w*|postepay)",
            r"!nie|niestety",
        ),
        (
            r"nikt ~3 (?:musi|potrzebuje|sie) ~2 (?:wiedziec|dowie|dowiedziec)|nie trzeba ~3 (?:mowic|informowac) ~2 {market}\w*|zostanie (?:miedzy|to miedzy)|nikt nie (?:pobierze|zabierze)",
            r"!niestety",
        ),
        (
            r"(?:w|na|przez) nasz\w+ (?:wlasn\w+ )?(?:sklep\w*|stron\w*|witryn\w*)",
            r"(?:kup(?:ic|uj)|zamow(?:ic)?|zamawiac|kupowac|naby\w*)",
            r"!kupil\w*|zamowil\w*|niestety|nie",
        ),
        (
            r"(?:anul|zrezygn|wycof|odwol)\w* ~6 (?:i|potem|a nastepnie|a potem)",
            r"(?:kup|zamow|zaplac|plac|przel|zrobi|wez|wyslij|wysle)\w*",
            r"(?:sklep\w*|stron\w*|bezposredni\w*|taniej|prowizj\w*|przelew\w*|paypal\w*|blik\w*|gotowk\w*|u nas|oszczed\w*|cen\w*)",
            "!nie",
        ),
        (
            r"(?:zadzwon|dzwon|napisz|odezwij sie|wyslij|puscic|pusc|przekrec|zadzwonic) ~6 (?:mi|do mnie|do nas|nam|sygnal\w*|{apps}\w*)|dodaj (?:mnie|nas)",
            "!{third_pl}",
        ),
        (
            r"(?:szybciej|latwiej|prosciej|sprawniej) niz (?:tu|tutaj|przez|tedy)|(?:bez|oszczedzimy|omijamy|zaoszczedzimy) (?:na )?prowizj\w+",
        ),
    ),
    "nl": (
        (
            r"in het handje|handje contantje",
            r"betal\w*|verschil|geld|bijbetal\w*",
        ),
        (
            r"(?:op|via|per|met) (?:whats ?app|telegram|instagram|insta|messenger|viber|threema|skype|signal|discord|snapchat|wechat|imessage)",
            r"!niet|geen|helaas|afstandsbediening|bluetooth|signaal",
        ),
        (
            r"(?:rij|kom|loop|rijd) (?:even |gerust |gewoon )?(?:langs|naar) ~2 (?:loods|magazijn|winkel|werkplaats|hal)|langs (?:de|onze|het|ons) (?:loods|magazijn|winkel|werkplaats)",
            r"!{third_nl}",
        ),
        (
            r"contant(?: geld)?|cash|met (?:het )?geld",
            r"(?:rij\w*|kom\w*|langs|loods|magazijn|winkel|wissel\w*|ruil\w*|afhal\w*)",
            r"!{third_nl}|niet",
        ),
        (
            r"(?:zelle|venmo|bizum|tikkie|swisha\w*|swish|revolut|blik\w*|lydia|satispay|twint|cash ?app|western union|wero|moneygram|bancontact|paysafe\w*|postepay)",
            r"!niet|geen|helaas",
        ),
        (
            r"(?:niemand|{market}) hoeft ~4 (?:te )?weten|niets (?:tegen|aan) {market}|blijft onder ons|dat {market} ~2 tussen|niemand (?:pakt|pikt)",
            r"!helaas",
        ),
        (
            r"(?:in|op|via|bij) onze (?:eigen )?(?:webwinkel|webshop|website|winkel|site)",
            r"(?:koop|kopen|koopt|bestel|bestellen|bestelt|haal)",
            r"!heeft ~5 (?:gekocht|besteld)|helaas|niet",
        ),
        (
            r"(?:annuleer|annuleert|annuleren|zeg|trek)\w* ~6 (?:en|dan|daarna)",
            r"(?:bestel|koop|neem|betaal|maak|doe|doen|regel|haal|stort)\w*",
            r"(?:site|website|winkel|webshop|rechtstreeks|direct|goedkoper|commissie|kosten|overschrijving|paypal|contant|bij ons|bespaar\w*|prijs|tikkie)",
            "!niet|geen",
        ),
        (
            r"(?:app|bel|mail|sms|stuur|schrijf|voeg) (?:me|mij|ons)|(?:bel|app) (?:maar|even|gewoon|gerust|anders)|geef (?:me|ons|even) een belletje|een (?:appje|belletje)",
            "!{third_nl}|stuur (?:ons|me|mij) (?:hier|via dit|een foto|de foto|foto|gerust|even een foto|het pakket|het artikel|het product|de )|schrijf ons (?:hier|gerust|terug)",
        ),
        (
            r"(?:sneller|makkelijker|eenvoudiger|vlotter) dan (?:hier|via|op|zo)|(?:scheelt|bespaart|besparen) ~3 (?:commissie|kosten van|verkoopkosten)",
        ),
    ),
    "sv": (
        (
            r"i handen|ur bakfickan",
            r"betal\w*|mellanskillnad\w*|pengar\w*",
        ),
        (
            r"(?:på|via|över|genom) (?:whats ?app|telegram|instagram|insta|messenger|viber|threema|skype|signal|discord|snapchat|wechat|imessage)",
            r"!inte|tyvärr|fjärrkontroll\w*|bluetooth|signal\w* (?:är|lyser)",
        ),
        (
            r"(?:kör|åk|kom|sväng) (?:gärna |bara )?förbi ~1 (?:lagret|butiken|verkstaden|lokalen)",
            r"!{third_sv}",
        ),
        (
            r"(?:med )?kontant\w*|pengarna i handen|cash",
            r"(?:kör|kom|åk|förbi|lagret|butiken|byter|hämta\w*)",
            r"!{third_sv}|inte",
        ),
        (
            r"(?:zelle|venmo|bizum|tikkie|swisha\w*|swish|revolut|blik\w*|lydia|satispay|twint|cash ?app|western union|wero|moneygram|bancontact|paysafe\w*|postepay)",
            r"!inte|tyvärr",
        ),
        (
            r"(?:ingen|{market}) behöver ~3 (?:veta|få veta)|säg inget till|stannar mellan oss|utan att (?:någon|{market}) ~1 (?:vet|märker|får)|ingen (?:tar|behöver betala) (?:provision|avgift)",
            r"!tyvärr",
        ),
        (
            r"(?:i|på|via) vår (?:egen )?(?:webb\w*|butik|hemsida|sajt|nätbutik|sida)",
            r"(?:köp|köpa|köper|beställ|beställa|handla)",
            r"!har (?:köpt|beställt)|tyvärr|inte",
        ),
        (
            r"(?:avbeställ|avbryt|annuller|avboka|ångra|ta tillbaka)\w* ~6 (?:och|sedan|sen)",
            r"(?:beställ|köp|betala|ta|gör|handla|swisha|lägg|fixar|så)\w*",
            r"(?:sajt\w*|sida\w*|hemsid\w*|butik\w*|direkt|billigare|provision\w*|avgift\w*|swish\w*|paypal|kontant\w*|hos oss|spar\w*|pris\w*)",
            "!inte|ingen",
        ),
        (
            r"(?:ring|mejla|maila|smsa|sms:a|messa|swisha|adda|dm:a) (?:mig|oss|bara|gärna)|slå (?:mig |oss )?(?:en signal|en pling)|släng iväg ett",
            "!{third_sv}",
        ),
        (
            r"(?:snabbare|enklare|smidigare|lättare|fortare) (?:så )?än (?:här|via|på|att)|det går (?:fortare|snabbare) så|slipper (?:vi )?(?:avgift\w*|provision\w*)",
        ),
    ),
}

TURN_TO: Final = (
    r"telefonisch|(?:am|per) telefon|over the phone|by (?:tele)?phone|par telephone|au telephone|telefonicamente|per telefono|al telefono|por telefono|telefonicznie|per telefon|pa telefon",
    r"ruf|rufe|rufen|ruft|anruf(?:en|t)|anzurufen|schreib(?:e|en|t)?|schick(?:e|en|t)?|send(?:e|en|et)?|mail(?:e|en|t)|meld(?:e|en|et)|wend(?:e|en|et)|kontaktier\w*|frag(?:e|en|t)?|wähl(?:e|en|t)?|klingel\w*|antworte(?:n|t)?",
    r"call|ring|write|writing|sen[dt]|drop|reach out|contact us|text (?:me|us)|e-?mail (?:me|us|the|your|it|them)|phone (?:me|us)|get in touch|message (?:me|us)|reply to|forward|pop|dial|ask (?:for|us|me)",
    r"appel(?:ez|er|le)|ecri(?:vez|re|s)|envo(?:yez|yer|ie)|joi(?:gnez|ndre)|contact(?:ez|er)|adress(?:ez|er)|telephon(?:ez|er)|repond(?:ez|re)|rappel(?:ez|er)",
    r"chiam(?:i|are|ate|ami|aci|arci)|scriv(?:a|ere|ete|ici|imi|erci)|mand(?:i|are|ate|ami|arci)|invi(?:i|are|ate|ami|arci)|contatt(?:i|are|ate|arci)|telefon(?:i|are|ate)|rispond(?:a|ere)|chied(?:a|ere)",
    r"llam(?:e|ar|enos|eme|arnos|anos)|escri(?:ba|bir|banos|birnos|beme|benos)|envi(?:e|ar|enos|arnos|ame)|mand(?:e|ar|enos|arnos)|contact(?:e|ar)|respond(?:a|er)|contest(?:e|ar)|pregunt(?:e|ar)",
    r"dzwo\w+|zadzwo\w+|pis(?:ac|z)|napis(?:ac|z)|wysl(?:ac|ij)|slac|przes(?:lac|ylac)|kontaktowac|skontaktowac|prosze na|prosimy na|pytac",
    r"sms\w*|bel|bellen|belt|schrijf\w*|schrijven|stuur|sturen|neem ~2 contact|mail|mailen|app|appen|graag naar|vraag|vragen|zend|zenden",
    r"ring|ringa|skriv|skriva|skicka|mejla|maila|kontakta|svara|fråga|hör av",
)
"""What one says to have somebody write, send or call, in any language; stems folded."""

OUR_ACT: Final = (
    r"(?:wir|ich) ~4 (?:ruf|schreib|schick|send|mail|meld|wend|frag|antwort|kontaktier)\w*|(?:senden|schicken|schreiben|melden|rufen) (?:wir|ich)",
    r"(?:we|i|we'll|i'll|we've|i've|will|was|has been|have been|is being) ~2 (?:send|sent|call|ring|write|drop|pop|forward|ask)\w*",
    r"nous ~3 (?:appel|ecriv|envoy|contact|adress|repond)(?:er)?ons|(?:je|j'|on) ~2 (?:appel|ecri|envo|contact|adress|repond)\w+",
    r"(?:abbiamo|le|vi|ho) ~1 (?:inviat|mandat|scritt|invieremo|mandiamo|inviamo)\w*",
    r"(?:hemos|le|he) ~1 (?:enviad|enviam|enviarem|mandam|escrit)\w*",
    r"(?:wysylamy|wyslalismy|piszemy|dzwonimy|wyslemy)",
    r"(?:wij|we|ik) ~4 (?:stur|stuur|bel|mail|schrijv|zend|vrag)\w*|(?:sturen|bellen|mailen|schrijven) (?:wij|we)",
    r"(?:vi|jag) ~2 (?:skick|ring|skriv|mejl|mail|kontakt|svar|fråg)\w*|(?:skickar|ringer|skriver) (?:vi|jag)",
)
"""The same verbs where we are who does it: no request."""
