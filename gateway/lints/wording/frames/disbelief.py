"""Frames of disbelief: the buyer is not believed, should have thought, or is asked what was too hard for him.

Every language has the same rows in the same order. That one cannot follow, or asks kindly what is
unclear, is none.
"""

from typing import Final

DISBELIEF: Final = {
    "de": (
        (
            r"glauben? (?:ich|wir) ihnen ~3 (?:nicht|kein\w*)|(?:ich|wir) glauben? ihnen ~3 (?:nicht|kein\w*)|nehmen? (?:ich|wir) ihnen (?:so )?(?:nicht|nie) ab|(?:können|dürfen|erzählen) sie ~3 (?:ihrer (?:großmutter|oma)|jemand\w* ander\w*|wem ander\w*|dem osterhasen|dem weihnachtsmann)",
            r"!folgen|falsch verstanden|verdenken|übel|zumuten|versprechen",
        ),
        (
            r"(?:gesunde[mnr]?) menschenverstand|mit (?:ein )?(?:wenig|bisschen|etwas) (?:nach|mit|über)?denken|(?:kurz|selbst|selber) (?:mal )?(?:nach|mit)denken",
            r"!bitte|sicherheit|vorsicht\w*|wir|danke",
        ),
        (
            r"was (?:genau )?(?:ist|war) (?:denn )?daran ~2 (?:so|zu) (?:schwer|schwierig|kompliziert|hoch)|was (?:genau )?(?:ist|war) (?:denn )?an ~8 (?:so|zu) (?:schwer|schwierig|kompliziert|hoch)|(?:welche\w*|welches wort) ~8 (?:haben sie|war|ist) ~1 (?:nicht verstanden|zu schwer|zu schwierig)",
            r"!entschuldig\w*|tut (?:uns|mir) leid",
        ),
    ),
    "en": (
        (
            r"(?:don't|do not|didn't|can't|hardly|not going to) believe (?:you|a word|your story|that story|that for)|(?:tell|try) (?:that|it) (?:to |on )(?:your (?:gran|grandmother|nan)|someone else|somebody else)|pull the other one|pull the other leg",
            r"!how (?:sorry|long|kind|lucky)|need to",
        ),
        (
            r"common sense|(?:a bit|a little|an ounce|a moment) of (?:thought|thinking|sense)|(?:use|using|used|engage|engaged) your (?:head|brain)",
            r"!please|safety|caution|sorry",
        ),
        (
            r"(?:which|what) (?:part|word|bit) of ~8 (?:too (?:hard|difficult|complicated|tricky)|(?:don't|do not|didn't|did|not) ~1 (?:understand|get|follow))|what (?:is|was|'s) (?:so|too) (?:hard|difficult|complicated) about",
            r"!sorry|apolog\w+",
        ),
    ),
    "fr": (
        (
            r"(?:je ne vous|nous ne vous|on ne vous) (?:crois|croyons|croit) ~1 (?:pas|guere)|je n'en crois (?:pas|rien)|(?:racontez|allez raconter|dites) (?:cela|ca) a (?:d'autres|votre grand-mere|quelqu'un d'autre)|a d'autres",
            r"!responsable|capable",
        ),
        (
            r"un (?:peu|minimum|brin) de (?:bon sens|jugeote|reflexion|logique)|le bon sens|faire (?:marcher|travailler) (?:votre|vos) (?:tete|cerveau|meninges)",
            r"!merci|securite|prudence",
        ),
        (
            r"(?:qu'est-ce qui|quel mot|quelle partie|qu'y a-t-il) ~8 (?:trop (?:dur|difficile|complique)|si (?:dur|difficile|complique)|pas (?:compris|clair pour vous))",
            r"!desole\w*|excus\w*",
        ),
    ),
    "it": (
        (
            r"non (?:le|vi|ti) (?:credo|crediamo)|non ci (?:credo|crediamo)|(?:lo|la) (?:racconti|raccontate|vada a raccontare) a (?:qualcun altro|sua nonna|vostra nonna|un altro)",
            r"!responsabile",
        ),
        (
            r"un (?:po'|minimo|briciolo) di (?:buon ?senso|cervello|logica|attenzione in piu)|usare (?:la testa|il cervello)|basta(?:va)? ragionare",
            r"!sicurezza|prudenza|grazie|per favore",
        ),
        (
            r"(?:quale|che) (?:parte|parola) ~8 (?:troppo (?:difficile|complicat\w)|non ~1 (?:capito|chiar\w))|(?:cosa|che cosa) ~3 (?:di |e )(?:cosi|tanto|troppo) (?:difficile|complicato)|se non (?:e|siete) capac\w ~12 (?:colpa|problema) ~1 (?:nostr\w)|se non (?:e|siete) capac\w ~12 non e ~1 (?:colpa|problema)",
            r"!scus\w*|spiace",
        ),
    ),
    "es": (
        (
            r"no (?:le|les|te) (?:creo|creemos)|no me lo creo|(?:cuente|cuentele|cuenteselo|vaya a contar) ~2 (?:a otro|a su abuela|a otra persona)",
            r"!responsable",
        ),
        (
            r"un (?:poco|minimo) de (?:sentido comun|cabeza|logica)|(?:use|usar|usado) la cabeza|pararse a pensar",
            r"!seguridad|precaucion|gracias|por favor",
        ),
        (
            r"(?:que|cual) (?:parte|palabra) ~8 (?:demasiado|tan) (?:dificil|complicad\w)|(?:que|cual) (?:parte|palabra) ~8 no ~1 (?:entendi\w+|entiende\w*|comprend\w+)|que tiene ~2 (?:tan|de) (?:dificil|complicado)",
            r"!sentimos|perdon\w*|disculp\w*",
        ),
    ),
    "pl": (
        (
            r"nie (?:wierze|wierzymy) (?:panu|pani|panstwu|w te|w to)|(?:prosze to|niech pani? to|to prosze) (?:opowiadac|wmawiac|powiedziec) (?:komu\w* innemu|babci)|bajki",
            r"!odpowiedzialn\w+",
        ),
        (
            r"(?:troche|odrobin\w+|choc troche) (?:zdrowego rozsadku|myslenia|logiki)|zdrowy rozsadek|(?:wystarczy|wystarczylo) (?:chwile )?pomyslec|gdyby (?:pan|pani|panstwo) (?:choc|chociaz) ~2 (?:zajrza|przeczyta|pomysla|sprawdzi)\w*",
            r"!prosimy|bezpieczenstw\w+",
        ),
        (
            r"(?:co|ktore slowo|ktora czesc|czego) ~8 (?:za trudne|zbyt trudne|tak trudne|takiego trudnego|pani? nie (?:rozumie|zrozumial\w*))",
            r"!przepraszam\w*|przykro",
        ),
    ),
    "nl": (
        (
            r"(?:geloof|geloven) (?:ik|wij|we) ~3 (?:niet|niets|geen woord)|(?:ik|wij|we) (?:geloof|geloven) (?:u|je|jou) (?:echt )?(?:niet|geen)|(?:maak|vertel) dat (?:de kat|uw oma|je oma|iemand anders) (?:wijs)?",
            r"!verantwoordelijk",
        ),
        (
            r"(?:gezond verstand|(?:beetje|even) (?:nadenken|meedenken)|(?:uw|je) hoofd (?:gebruiken|erbij houden))",
            r"!alstublieft|veiligheid|voorzichtig\w*|wij|bedankt",
        ),
        (
            r"(?:wat|welk (?:woord|deel)|welke (?:zin|stap)) ~8 (?:te moeilijk|zo moeilijk|te ingewikkeld|zo ingewikkeld|niet begrepen|niet te begrijpen)",
            r"!sorry|excus\w*|spijt",
        ),
    ),
    "sv": (
        (
            r"(?:tror|tro) (?:jag|vi) (?:inte|knappast) (?:pa )?(?:er|dig)|(?:jag|vi) tror (?:inte (?:pa )?(?:er|dig)|er inte|dig inte)|(?:det kan (?:ni|du)|beratta det) ~2 (?:din mormor|er mormor|nagon annan)",
            r"!ansvarig\w*|att (?:ni|du) (?:behover|har fatt)",
        ),
        (
            r"(?:sunt fornuft|(?:lite|gnutta) (?:eftertanke|tankearbete|logik)|anvand\w* (?:huvudet|hjarnan))",
            r"!vanligen|sakerhet|forsiktig\w*|tack",
        ),
        (
            r"(?:vad|vilket ord|vilken del) ~8 (?:for svart|sa svart|for krangligt|sa krangligt|inte forstatt|inte forstod)",
            r"!ledsen|ursakt\w*|beklagar",
        ),
    ),
}
