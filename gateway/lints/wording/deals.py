"""Words that take the deal off the marketplace: order, pay or refund elsewhere, cancel yourself.

Templates of `lints.phrases`, by language.
"""

from typing import Final

DEALS: Final = {
    "de": (
        r"außerhalb (?:von |des |der )?(?:{market}|plattform|marktplatz\w*)|an (?:{market}) vorbei",
        "ohne (?:umweg über )?(?:{market})|nicht (?:mehr )?über (?:{market})",
        (
            "(?:bestellen|kaufen|ordern) sie ~8 (?:direkt bei uns|bei uns direkt|in unserem|auf "
            "unserer|über unsere[nr]?)"
        ),
        r"direkt (?:bei|über) uns (?:bestell\w+|kauf\w+|order\w+)|bitte stornieren sie",
        "stornieren sie ~6 (?:selbst|selber|bestellung|kauf|auftrag|in ihrem|über ihr|bitte|einfach)",
        "(?:selbst|selber) (?:zu )?stornieren|(?:bitten|möchten) (?:wir )?sie ~8 zu stornieren",
        (
            "(?:brechen|beantragen|fordern) sie ~6 (?:kauf|bestellung|abbruch|stornierung|storno)"
            " ~3 (?:ab|an|selbst)?"
        ),
        (
            r"(?:überweisen|zahlen|bezahlen) sie ~10 (?:auf|per|mit|über|via|an) (?:unser|folgende\w*|"
            r"das|dieses|paypal|iban|vorkasse|überweisung|rechnung|klarna)\w*"
        ),
        "(?:bitte )?überweisen sie",
        "(?:per|via|mit|über) paypal ~3 (?:zahlen|bezahlen|senden|überweisen|schicken|begleichen)",
        "paypal (?:freunde|friends)",
        (
            "(?:nennen|teilen|geben|schicken|senden|brauchen|benötigen|bräuchten|benötigten) "
            "(?:sie |wir )?~6 (?:iban|bankverbindung|bankdaten|kontodaten|kontoverbindung|kontonummer|"
            r"paypal-?(?:adresse|konto|e-?mail\S*))"
        ),
        (
            "ihre (?:iban|bankverbindung|bankdaten|kontodaten|kontoverbindung|kontonummer|paypal-?(?:adresse|"
            r"e-?mail\S*)) ~3 (?:mitteilen|nennen|zusenden|geben|schicken|übermitteln|durchgeben|"
            "mitzuteilen)"
        ),
        "(?:schicken|nennen|geben|senden|teilen) sie ~4 (?:konto(?:daten|nummer)?|bankdaten|iban)",
        "(?:können|könnten|würden|müssten|sollten|mögen) sie ~8 (?:selbst |selber )?stornieren",
        (
            "(?:stornieren|widerrufen|beenden) sie ~3 (?:einfach|doch|am besten|selbst|den kauf|"
            "die bestellung)"
        ),
        (
            "(?:storno|stornierung|kaufabbruch) (?:bitte )?(?:selbst|von ihrer seite|ihrerseits|"
            "über ihr konto)"
        ),
        "ihrerseits (?:zu )?stornieren|von ihrer seite (?:aus )?(?:zu )?stornieren",
        "(?:ohne|unter umgehung|umgehen) ~2 {market}|direkt mit uns (?:abwickeln|klären|regeln)",
        "privat (?:abwickeln|regeln|klären)",
        (
            r"(?:das geld|den betrag|den rest\w*|die differenz|den aufpreis) ~4 (?:überweisen|"
            "per paypal|auf unser konto)"
        ),
        r"(?:selbst|selber) (?:zu )?storn\w+|storn\w+ ~4 (?:selbst|selber)",
        "(?:zahlen|bezahlen) (?:sie )?(?:dann )?direkt (?:an|bei) uns|sie ~3 zahlen direkt",
        "brechen ~4 (?:selbst|selber) ab|(?:selbst|selber) abbrechen|rückabwickeln ~6 direkt",
    ),
    "en": (
        "outside (?:of )?(?:{market}|the (?:platform|marketplace))",
        "(?:avoid|bypass|without|not through|not via|off) (?:{market})",
        (
            "(?:order|buy|purchase) ~8 (?:directly from us|from us directly|from our (?:own )"
            "?(?:web ?site|web ?shop|online ?shop|store|shop|site)|on our (?:own )?(?:web ?site|"
            "web ?shop|online ?shop|store|shop|site))"
        ),
        "please (?:could you |can you )?cancel (?:the|your|this|it)",
        (
            "cancel (?:the|your|this) (?:order|purchase) ~3 (?:yourself|yourselves|from your "
            "(?:side|account)|in your account)"
        ),
        "(?:ask|request) you to cancel",
        (
            "(?:pay|send|transfer) ~8 (?:by|via|to|through|into|using|with) (?:our )?(?:paypal|"
            "bank transfer|iban|bank account|wire|venmo|zelle|revolut)"
        ),
        "paypal (?:friends|f&f|address)",
        (
            "(?:send|give|tell|provide|need|require|share) ~4 (?:your )?(?:iban|bank details|"
            "bank account|account number|sort code|paypal (?:address|account|e-?mail))"
        ),
        ("(?:kindly|please|could you|can you|would you please|would you mind|just) ~1 (?:cancel|cancelling)"),
        (
            "(?:you (?:can|could|will need to|need to|have to|should|must)|want you to) cancel "
            "~5 (?:yourself|side|end|account)"
        ),
        (
            "cancel ~6 (?:yourself|on your (?:end|side)|from your (?:end|side)|in your account|"
            "from your account)"
        ),
        "(?:pay|send|wire|transfer) ~6 (?:to|into|onto) (?:our|my) ~2 account",
        "via (?:bank )?transfer",
        "(?:your|the) (?:iban|bank details|bank account (?:number|details)|sort code) (?:so|and|for|to)",
        (
            "(?:buy|order|purchase|get) ~6 (?:through|via|on|from|in|at) our (?:own )?(?:web "
            "?site|web ?shop|online ?shop|store|shop|site)"
        ),
        r"cancel\w* ~5 (?:yourself|yourselves|(?:from|on|at) your (?:side|end|account)|in your account)",
        "pay (?:us|me) ~2 direct(?:ly)?|withdraw from the (?:order|purchase) ~2 pay",
    ),
    "fr": (
        "(?:en dehors|hors) (?:de |d')?(?:{market}|la plateforme)",
        "sans passer par (?:{market}|la plateforme)",
        (
            "(?:commandez|achetez|commander|acheter) ~6 (?:directement (?:chez|aupres de) nous|"
            "sur notre (?:site|boutique)|dans notre boutique|directement sur notre)"
        ),
        "(?:veuillez|merci de|pouvez-vous) ~2 annuler (?:votre|la|cette)|merci d'annuler",
        "annulez ~3 (?:vous-meme|commande|achat)|annuler (?:vous-meme|la commande vous-meme)",
        (
            "(?:payez|payer|regler|reglez|virement|verser|envoyez) ~8 (?:par|via|sur) (?:paypal|"
            "virement|notre (?:compte|iban))"
        ),
        "paypal (?:entre proches|amis)",
        (
            "(?:communiquer|envoyer|envoyez|donnez|transmettre|transmettez|indiquez|indiquer|"
            "besoin d[e']) ~5 (?:iban|rib|coordonnees bancaires)"
        ),
        (
            r"(?:donn|communiqu|envoy|transmett|indiqu|fourni|besoin)\w*(?:[- ](?:nous|moi))?(?: "
            "d[e'])? ~4 (?:iban|rib|coordonnees bancaires)"
        ),
        (
            "(?:pourriez-vous|pouvez-vous|merci de|il faut|vous devez|vous invitons a|vous demandons "
            r"d[e']|annulez) ~3 annul\w+"
        ),
        r"annul\w+ ~4 (?:vous-meme|de votre cote)|annulez (?:votre|la)",
        (
            "(?:commander|acheter|commandez|achetez) ~6 (?:sur|via|dans|par) (?:notre|nos) (?:site|"
            "boutique|magasin)"
        ),
        r"virement (?:bancaire )?sur notre compte|payez ~4 paypal|annul\w+ ~4 vous-meme",
        "payez(?:[- ]nous)? directement|nous payer directement",
    ),
    "it": (
        "(?:al di )?fuori (?:da|di|dalla|dal) (?:{market}|piattaforma)",
        "senza passare (?:da|per) (?:{market})",
        (
            r"(?:ordin|acquist|compr)\w* ~6 (?:direttamente da noi|sul nostro (?:sito|negozio|"
            "shop)|nel nostro (?:negozio|shop|sito))"
        ),
        (
            "(?:la preghiamo di|vi preghiamo di|prego|per favore|puo|potrebbe) ~2 annullare (?:l'ordine|"
            "il suo|la sua)"
        ),
        "(?:annulli|annullate|annulla) ~3 (?:lei|ordine|l'ordine|acquisto)",
        "annullare (?:lei stess[oa]|da sol[oa])",
        (
            r"(?:pag|vers|bonific|invi)\w* ~8 (?:tramite|con|via|su|sul|al) (?:paypal|bonifico|"
            "nostro (?:conto|iban))"
        ),
        r"(?:comunic|invi|mand|forn|indic|serv)\w* ~5 (?:iban|coordinate bancarie|dati bancari)",
        r"(?:annull|cancell)\w+ ~4 (?:lei|da parte sua|dal suo|ordine|acquisto)",
        (
            "(?:puo|potrebbe|deve|dovrebbe|la preghiamo di|le chiediamo di) ~2 (?:annullare|cancellare)"
            " l'ordine"
        ),
        (
            r"(?:mand|invi|forn|comunic|dia|dare|serve|servono|bisogno)\w* ~5 (?:iban|coordinate "
            "bancarie|dati bancari)"
        ),
        r"bonifico ~4 nostro conto|pagh\w+ ~4 (?:paypal|bonifico)",
        r"annull\w+ ~4 (?:lei stess[oa]|da sol[oa])|(?:paghi|pagare|ci paghi) direttamente",
    ),
    "es": (
        "fuera de (?:{market}|la plataforma)|sin pasar por (?:{market})",
        (
            r"(?:compr|pid|haga su pedido|pedir|encarg)\w* ~6 (?:directamente (?:a nosotros|con "
            "nosotros|en nuestra?)|en nuestra (?:web|tienda|pagina)|a traves de nuestra (?:web|"
            "tienda|pagina))"
        ),
        "(?:por favor,? )?cancel(?:e|en) (?:usted|el|su|este)",
        (
            "(?:le (?:rogamos|pedimos)|puede|podria) ~3 (?:que )?cancel(?:e|ar) (?:usted|el pedido|"
            "su pedido|la compra|el mismo)"
        ),
        "cancelar (?:usted )?mism[oa]",
        (
            r"(?:pag|transfier|ingres|abon|envi)\w* ~8 (?:por|via|con|a|en|mediante) (?:paypal|"
            "transferencia|bizum|nuestra cuenta)"
        ),
        (
            r"(?:facilit|indic|envi|denos|diganos|proporcion|necesit|mand)\w* ~6 (?:iban|numero "
            "de cuenta|datos bancarios|cuenta bancaria)"
        ),
        (
            r"(?:debe|deberia|puede|podria|le rogamos que|le pedimos que) ~2 (?:cancel|anul)\w+ "
            "~2 (?:pedido|compra)"
        ),
        (
            r"(?:facilit|indi(?:c|qu)|envi|denos|diganos|proporcion|necesit|mand)\w* ~5 (?:iban|"
            "numero de cuenta|datos bancarios|cuenta bancaria)"
        ),
        "transferencia a nuestra cuenta",
        "(?:cancele|anule) ~4 (?:usted|pedido|compra|de su parte|desde su cuenta)",
        "cancelar(?:lo|la)? (?:usted )?(?:mismo|misma|desde su cuenta)",
        "(?:pague|pagar|paguenos) directamente",
    ),
    "pl": (
        "(?:poza) (?:{market}|platforma|serwisem)",
        "(?:z )?(?:pominieciem|ominac|omijajac) (?:{market}|platformy)",
        (
            r"(?:zamow|kup|kupic|zamowic|zakup)\w* ~6 (?:bezposrednio u nas|w naszym sklepie|na "
            "naszej stronie|przez nasza strone)"
        ),
        "prosze ~2 anulowac|samodzielnie anulowac|anulowac ~2 (?:samodzielnie|samemu)",
        "prosimy ~2 o anulowanie",
        r"(?:prosze )?(?:sam[aoie]?|samodzielnie) (?:anuluj|anulowac|odwolac)\w*",
        r"(?:prosze )?(?:podac|podanie|przeslac|o) ~4 (?:iban|numer\w* (?:konta|rachunku)|dane bankowe)",
        r"(?:prosze|prosimy|moze|musi|powinien|powinna) ~4 (?:anulow\w+|odwolac zamowienie)",
        r"anulowanie zamowienia (?:z|przez|po) (?:panstwa|pana|pani|swojej|stron\w*)",
        (
            r"(?:poda|przesla|wysla|potrzeb|prosz|prosim)\w* ~4 (?:iban|numer\w* (?:konta|rachunku)"
            r"|dan\w+ bankow\w+)"
        ),
        r"(?:prosze|prosimy) ~4 (?:zaplac|przel|wplac|przelew)\w* ~6 (?:konto|paypal\w*|blik\w*)",
        r"(?:zaplac|przel|wplac)\w* ~4 (?:na nasze konto|paypal\w*|blik\w*)|sam[aie]? ~2 anulow\w+",
        r"anulow\w+ ~3 (?:samodzielnie|sam[aie]?)|sam[aie]? ~2 anulu\w+",
        r"(?:zaplac|plac)\w* bezposrednio",
    ),
    "nl": (
        "buiten (?:{market}|het platform)(?: om)?|zonder (?:{market})",
        (
            "(?:bestel|koop|bestellen|kopen)(?:t)? ~8 (?:rechtstreeks bij ons|direct bij ons|"
            "in onze (?:web)?(?:winkel|shop)|op onze (?:web)?site|via onze (?:web)?(?:site|shop|"
            "winkel))"
        ),
        "annuleer ~5 (?:zelf|bestelling|uw|de)",
        "(?:wilt|kunt|zou) u ~6 (?:zelf )?(?:willen )?annuleren|gelieve ~5 te annuleren",
        "zelf (?:te )?annuleren",
        (
            r"(?:betaal|betalen|overmaken|stort|maak) ~8 (?:via|per|op|met) (?:paypal|ons rekening\w*|"
            "onze rekening|overschrijving|tikkie)"
        ),
        "(?:geef|stuur|vermeld|hebben|nodig|ontvangen|doorgeven) ~5 (?:iban|rekeningnummer|bankgegevens)",
        "uw (?:iban|rekeningnummer|bankgegevens) ~3 (?:doorgeven|sturen|nodig|geven)|annuleer",
        "annuleert u|zelf ~3 (?:te )?annuleren|(?:kunt|wilt|zou|moet|dient) u ~5 annuleren",
        (
            "(?:stuur|geef|vermeld|nodig|ontvangen|doorgeven|mail) ~5 (?:iban|rekeningnummer|"
            "bankgegevens|bankrekening)"
        ),
        r"zelf ~3 annule\w+|annule\w+ ~4 zelf",
        "(?:betaal|betalen) ~3 (?:rechtstreeks|direct) aan ons",
    ),
    "sv": (
        "(?:utanför|vid sidan av) (?:{market}|plattformen)|utan att gå via (?:{market})",
        (
            r"(?:beställ|köp|handla)\w* ~6 (?:direkt (?:hos|av|från) oss|i vår (?:egen )?(?:web)"
            "?(?:butik|shop)|på vår (?:egen )?(?:hem|webb)?(?:sida|plats|butik))"
        ),
        "avbeställ ~4 (?:själv|din|er|ordern|beställningen)",
        "(?:avboka|annullera) (?:själv|din|er|ordern|beställningen)",
        "(?:kan|vänligen) (?:ni |du )?~2 (?:själv )?(?:avbeställa|annullera|avboka)",
        (
            "(?:betala|skicka|swisha|överför|sätt) ~8 (?:via|med|till|på|genom) (?:paypal|swish|"
            "vårt (?:bank)?konto|banköverföring|bankgiro)"
        ),
        "(?:ge|skicka|lämna|uppge|behöver|meddela) ~5 (?:iban|kontonummer|bankuppgifter)",
        "(?:kan|kunde|måste|vänligen|snälla) (?:du |ni )?(?:avbeställa|avboka|annullera)",
        "(?:skicka|ge|lämna|uppge|behöver|meddela|ange) ~4 (?:iban|kontonummer|bankuppgifter|bankkonto)",
        "(?:sätt|för|betala) ~4 (?:in |över )?(?:på|till) vårt konto",
        r"(?:avbeställ\w*|avboka|annullera|avbryt) ~3 själv",
        "(?:avbeställ|avbryt) ~3 (?:ordern|beställningen|köpet|från ditt konto)",
        "(?:avboka|annullera) (?:ordern|beställningen|köpet)|betala ~2 direkt till oss",
    ),
}
