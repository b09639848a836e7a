"""What is rude in a letter to a buyer: insults, threats, blame, sarcasm. Templates of `lints.phrases`."""

from typing import Final

RUDE: Final = {
    "de": (
        r"(?:sie )?(?:voll)?idiot\w*|trottel|dummkopf|depp|spinner|lügner\w*|betrüger\w*",
        r"querulant\w*|abzocker\w*|schmarotzer|(?:saud|stinkd|strohd)umm|zu (?:dumm|blöd|faul)",
        r"so (?:dumm|blöd|dämlich)|dämlich\w*|bescheuert\w*|hirnlos\w*|bekloppt|unverschämt\w*",
        r"frechheit\w*|dreist\w*|lächerlich\w*|lachhaft|unmöglich\w* benehmen|armselig\w*",
        "peinlich für sie",
        "(?:so ein|was für ein|völliger|totaler|kompletter) (?:quatsch|unsinn|schwachsinn|blödsinn|mist)",
        r"schwachsinn\w*|blödsinn|verarsch\w*|scheiß\w*|scheiss\w*|leck mich|schnauze",
        r"halt die klappe|verpiss\w*|arsch\w*|verdammt\w*|zum teufel|gefälligst|spinnen sie",
        "sind sie blind|haben sie keine augen|lernen sie (?:erst(?: mal)? )?lesen",
        "(?:wer|wenn man) lesen (?:kann|könnte)|klar im vorteil|können sie (?:etwa )?nicht lesen",
        "nicht in der lage ~ (?:zu )?lesen",
        (
            "lesen sie (?:doch |bitte )?(?:erst(?:mal| mal| einmal)|endlich|mal richtig|gefälligst|"
            "einfach mal)"
        ),
        "hätten sie (?:die|den|das|unsere|mal|doch|einfach|richtig) ~ gelesen",
        "wenn sie ~5 gelesen hätten|offen(?:bar|sichtlich) ~5 nicht gelesen",
        (
            "wie (?:wir |ich )?(?:ihnen )?(?:bereits|schon|nun schon) (?:mehrfach|mehrmals|oft|"
            r"x-mal|zigmal|hundertmal|tausendmal|ein paar mal|\w+ mal)\b"
        ),
        "wie (?:mehrfach|mehrmals|oft genug|schon oft) (?:erwähnt|gesagt|geschrieben|mitgeteilt|erklärt)",
        "wie oft (?:soll|sollen|muss|müssen|denn) (?:ich|wir|noch)",
        "ich wiederhole mich (?:ungern|nicht)|selbst schuld|selber schuld|ihre eigene schuld",
        "ihr eigener fehler|ihr eigenes problem|ihre schuld|ihr pech|pech gehabt",
        r"nicht unser (?:problem|bier)|das interessiert (?:uns|mich|hier)(?: \w+)? nicht",
        "unsere zeit (?:zu )?(?:stehlen|verschwenden)|hören sie auf|lassen sie uns in ruhe",
        "belästigen sie|stellen sie sich (?:doch )?nicht so an|ist (?:doch |ja )?nicht so schwer",
        "kann doch nicht so schwer sein|denken sie (?:doch )?(?:mal|erst)",
        "was (?:genau )?verstehen sie (?:daran |eigentlich |hier )?nicht",
        "haben sie (?:das |es )?(?:immer noch |noch immer )nicht (?:verstanden|kapiert)",
        (
            r"(?:unser(?:e[mnr]?)?|meine[mn]?|eine[mn]?|den|dem) (?:rechts)?(?:anw[aä]lt\w*|rechtsabteilung)"
            " ~6 (?:übergeben|einschalten|weiterleiten|beauftragen|hören|überlassen)"
        ),
        r"(?:sie hören|hören sie|post) von unsere[mnr] (?:rechts)?anw[aä]lt\w*",
        "rechtsanwalt ~3 (?:übergeben|einschalten|beauftragen)",
        (
            "(?:wir|ich) (?:werden |werde |würden )?~6 (?:straf)?anzeige (?:bei der polizei )"
            "?(?:erstatten|stellen)"
        ),
        "(?:wir|ich) (?:erstatten|erstatte|stellen) ~5 (?:straf)?anzeige",
        (
            "(?:wir|ich) (?:werden |werde |müssen )?~5 (?:die )?polizei ~3 (?:einschalten|rufen|"
            "informieren|verständigen)"
        ),
        "zeigen (?:wir )?sie an|wegen betrugs? anzeigen",
        r"(?:rechtliche|juristische|gerichtliche) schritte|inkasso\w*|mahnverfahren|hausverbot",
        "setzen sie ~4 auf die schwarze liste|schufa|wir drohen",
        "sonst (?:werden|sehen) wir uns (?:vor gericht|gezwungen)|sehen uns vor gericht",
        r"versuchen sie (?:es )?(?:gar|erst gar|ja) nicht|erpress\w*|das können sie vergessen",
        "träumen sie weiter|das glauben sie doch selbst nicht",
        "wollen sie uns (?:für dumm|veräppeln|verkaufen)|typisch kunde|immer diese kunden",
        "kunden wie sie|leute wie sie|auf kunden wie|wir verzichten auf sie",
        "zum (?:aller)?letzten mal|zum (?:x-?ten|hundertsten|tausendsten|wiederholten) mal(?:e)?",
        "(?:das|es) ist ~2 ihr (?:eigene[sr] )?(?:fehler|problem|pech|bier)|sie nerven",
        "(?:verschwenden|stehlen) (?:sie )?(?:nicht )?~2 (?:unsere|meine) zeit",
        (
            "(?:schalten|rufen|informieren|verständigen|holen) (?:wir|ich) ~4 (?:polizei|anwalt|"
            "anwälte|rechtsanwalt)"
        ),
        "(?:lernen|können) sie ~3 lesen|lesen (?:müsste|muss) man können",
        "ihr (?:verhalten|ton|benehmen) ist|so einen? (?:kunden|quatsch|blödsinn)|keine lust",
        "mir (?:egal|wurscht)|uns (?:egal|wurscht)|pech gehabt|dann (?:eben|halt) nicht",
        "kapieren sie|begreifen sie|jammern|meckern|märchen|lügen sie|sie lügen",
        (
            r"(?:schon|bereits) (?:zwei|drei|vier|fünf|zehn|x|\d+)-?mal ~2 (?:gesagt|geschrieben|"
            "mitgeteilt|erklärt|beantwortet|erwähnt)"
        ),
        "(?:einfach|endlich|erst|richtig) (?:einmal |mal )?(?:richtig )?lesen",
        "(?:wir|ich) (?:werden |werde |würden )?sie ~6 (?:anzeigen|verklagen)",
        "verklagen (?:wir )?sie",
        "(?:hundert|tausend|zig|x-|zehn)mal ~2 (?:gesagt|geschrieben|mitgeteilt|erklärt|beantwortet)",
        r"absurd\w*|haltlos\w*|an den haaren herbeigezogen",
    ),
    "en": (
        r"idiots?|idiotic|morons?|stupid\w*|dumb|liars?|scammers?|fraudsters?|ridiculous\w*",
        r"pathetic|shameless\w*|nonsense|bullshit|shut up|damn\w*|f[u*]ck\w*|what the hell",
        "screw you|get lost|crap|garbage customer|go to hell",
        (
            "as (?:i|we)(?:'ve| have)?(?: already)? (?:repeatedly|told you|said many times|explained "
            r"many times|mentioned several)\b"
        ),
        "as (?:already )?(?:repeatedly|previously|already) ~2 (?:times|repeatedly)",
        "how many times ~4 (?:do|must|have|should)|(?:already|just) told you ~3 times",
        "(?:can|can't|cannot|don't) you (?:even )?read|(?:learn|try|bother) to read",
        "if you had (?:actually |only |just )?(?:read|bothered)|had you (?:actually )?read",
        "read the (?:damn|description before)",
        "you (?:obviously|clearly) (?:did|do|have|can)(?:n't| not)|not our problem",
        "we (?:don't|do not) care|stop (?:wasting|bothering|harassing|complaining|whining)",
        "wast(?:e|ing) (?:of )?our time|leave us alone|calm down|grow up|you people",
        "what part of ~8 (?:understand|get)|don't you understand|is that so (?:hard|difficult)",
        "not that (?:hard|difficult)|use your brain|legal (?:action|steps) against",
        "take you to court|see you in court|sue you",
        (
            "(?:we will|we'll|i will|i'll|we are going to) ~4 (?:report you|call the police|go "
            "to the police|inform the police|press charges|sue)"
        ),
        r"debt collect\w+|customers like you|people like you|nice try|don't even try|dream on",
        "you are lying|you're lying|you lied|for the (?:last|very last|hundredth|umpteenth) time",
        (
            "(?:it's|that's|that is|this is|it is) (?:all |entirely |only )?your (?:own )?(?:fault|"
            "problem|mistake)"
        ),
        "your own (?:fault|problem|mistake)|our (?:lawyers?|solicitors?|attorneys?|legal team)",
        "can you (?:really |even |seriously )?not read",
        "are you (?:blind|stupid|serious|kidding|dumb)|(?:don't|do not) care|deal with it",
        "tough luck|not my problem|you should have (?:read|paid attention|known)",
        "report you to the police|liar|cheat(?:er|ing)? us|rude person|fed up",
        (
            "(?:explained|told|said|written|answered) ~5 (?:a hundred|a thousand|many|several|"
            r"three|four|five|ten|\d+) times"
        ),
        "absurd|ludicrous|outrageous|obviously (?:have|did|do) not",
    ),
    "fr": (
        "idiote?s?|imbeciles?|cretins?|debiles?|menteu(?:r|se)s?|escrocs?|arnaqueu(?:r|se)s?",
        "ridicules?|n'importe quoi|connards?|conneries?|merde",
        "vous (?:ne )?savez (?:pas|donc pas) lire|apprenez a lire",
        "si vous aviez (?:lu|pris la peine)",
        "vous n'avez (?:visiblement|manifestement|evidemment) pas",
        (
            "comme (?:je|nous) (?:vous )?(?:l')?(?:ai|avons) (?:deja )?(?:dit|explique|indique|"
            r"ecrit|repete) (?:plusieurs|maintes|mille|\d+) fois"
        ),
        (
            "comme (?:deja )?(?:dit|explique|indique|mentionne) (?:plusieurs|a plusieurs|maintes|"
            r"\d+) (?:fois|reprises)"
        ),
        "combien de fois (?:faut|dois|devons)|c'est (?:de )?votre (?:faute|probleme)",
        "tant pis pour vous|ce n'est pas notre probleme|vous etes de mauvaise foi",
        "arretez de ~4 (?:nous|vous|faire)|vous nous faites perdre|fichez-nous la paix",
        "laissez-nous tranquilles|mauvaise foi|honteu(?:x|se)|(?:notre|nos|mon) avocats?",
        "poursuites (?:judiciaires)?",
        "(?:porter|deposer|porterons|deposerons) ~2 plainte contre vous|action en justice",
        "pour la (?:derniere|enieme|centieme) fois|incompetente?s?",
        "insupportable|mensonges?|foutez|je m'en (?:fiche|fous)|on s'en (?:fiche|fout)",
        "vous (?:exagerez|mentez|delirez)",
        "lisez (?:d'abord|donc|mieux|bien) (?:la|le|l'|les|avant)|stupides?|malhonnete",
        "porter plainte|portons plainte|deposer plainte",
        "(?:trop|si|aussi) (?:bete|stupide|idiote?|con)|etes bete|absurdes?|honteuses?",
        "grotesques?|scandaleu(?:x|se)s?",
    ),
    "it": (
        "idiot[aie]|stupid[oaie]|cretin[oaie]|imbecill[ei]|bugiard[oaie]|truffator[ei]",
        r"ridicol[oaie]|vergogn(?:a|atevi|oso|osa)|assurd[oa] (?:da|che)|stronz\w+|cazzo",
        r"scem[oaie]|non sa(?:i|pete)? (?:nemmeno |neanche )?leggere|impar[ai]\w* a leggere",
        "se (?:lei )?avess[ei] (?:letto|guardato)|(?:legga|leggete) (?:bene )?prima",
        (
            "come (?:gia )?(?:detto|scritto|spiegato|ripetuto|comunicato) (?:piu volte|mille "
            r"volte|piu e piu volte|ripetutamente|\w+ volte)"
        ),
        "quante volte (?:devo|dobbiamo|le)|e colpa (?:sua|vostra|tua)|colpa sua",
        "(?:e|sono) (?:un )?(?:problem[ai]|fatti) (?:suoi?|vostri?)",
        "non e (?:un )?(?:nostro problema|problema nostro)|(?:la )?smetta (?:di|una)",
        "non ci faccia perdere tempo|ci (?:sta|state) facendo perdere tempo|se la (?:sua|prende)",
        "si vergogni|(?:nostr[oi]|mio) (?:avvocat[oi]|legal[ei])|vie legali|azion[ei] legal[ei]",
        "denunceremo|recupero crediti|per l'(?:ultima|ennesima) volta",
        "evidentemente (?:lei )?non (?:ha|sa|avete) (?:letto|leggere|guardato|capito)",
        "(?:la|vi) denunc(?:eremo|ero|io|iamo)|maleducat[oaie]|incompetent[ei]|bugie",
        "ment(?:e|ite|endo)|non (?:ce ne|me ne|ci) (?:frega|importa)|si arrangi|sciocchezze",
        "fesserie|disonest[oaie]|insopportabil[ei]|legga (?:prima|bene|meglio)|impari a",
        r"assurd[oaie]|grottesc\w+|vergognos\w+",
    ),
    "es": (
        "idiotas?|estupid[oa]s?|imbecil(?:es)?|tont[oa]s?|mentiros[oa]s?|estafador(?:es|a|as)?",
        "ridicul[oa]s?|vergonzos[oa]|sinverguenzas?|mierda|gilipollas|caradura",
        "no sabe(?:s|n)? (?:ni )?leer|aprenda a leer|si hubiera(?:s|n)? leido",
        "lea (?:bien )?antes de",
        (
            "como ya (?:le|les|te) (?:hemos|he) (?:dicho|explicado|indicado|comentado) (?:varias|"
            r"muchas|mil|repetidas|\w+) veces"
        ),
        r"por (?:ultima|enesima) vez|se lo (?:he|hemos) dicho \w+ veces",
        "cuantas veces (?:tengo|tenemos|hay|se)|(?:culpa|problema) (?:suy[oa]|vuestr[oa])",
        "no es (?:nuestro problema|problema nuestro)|mala suerte para",
        "deje de ~3 (?:molestar|quejarse|hacernos)|nos hace perder (?:el )?tiempo|dejen?os en paz",
        "no (?:nos )?moleste|(?:nuestr[oa]s?|mi) abogad[oa]s?|acciones legales",
        r"(?:le|lo|la) denunciar\w*|medidas legales",
        "es (?:su|tu|vuestra) (?:propia )?culpa|(?:eso|ese|esto) es (?:su|tu) problema",
        "(?:evidentemente|obviamente|claramente) usted no (?:ha|sabe)|mentiras?|miente",
        "incompetentes?|maleducad[oa]s?|no nos importa(?: (?:nada|su|lo que|un))|nos da igual|tonterias?|deshonest[oa]s?",
        "insoportable|aprend[ae] a|lea (?:primero|mejor|bien)|es una verguenza|que verguenza",
        r"poner una denuncia|denunciarle|(?:demasiado|tan) (?:tont|estupid)\w+|absurd[oa]s?",
        r"grotesc\w+|vergonzos\w+",
    ),
    "pl": (
        r"idiot[aką]\w*|glupi\w*|kretyn\w*|debil\w*|klamc\w+|klamie\w*|oszust\w*|naciagacz\w*",
        r"smieszn[eya] (?:jest|sa)|bezczeln\w+|bzdur\w*|zalosn\w+|cholern\w+",
        r"(?:nie umie|nie potrafi) (?:pan|pani|panstwo)(?: \w+)? czytac",
        r"(?:prosze )?nauczyc sie czytac|gdyby ~3 (?:przeczytal|czytal)\w*|czytac ze zrozumieniem",
        "jak (?:juz )?(?:wielokrotnie|kilkukrotnie|wiele razy|kilka razy|sto razy|tyle razy)",
        "ile razy (?:mam|mamy|trzeba|jeszcze)|trzeba bylo (?:czytac|uwazac|myslec)",
        "nas to nie (?:obchodzi|interesuje)|prosze przestac ~2 (?:nas|nam|pisac|wysylac|klamac|nekac)|prosze nie zawracac",
        r"marnuje (?:pan|pani) nasz czas|dac nam spokoj|(?:nasz\w*|do) (?:adwokat\w*|prawnik\w*)",
        "(?:droge|na droge) (?:sadowa|prawna)|kroki prawne",
        r"zglosimy (?:to |sprawe )?(?:na|do) polic\w+|windykac\w+|do sadu",
        "po raz (?:ostatni|setny|ktorys)",
        "to (?:jest )?(?:tylko )?(?:pana|pani|panstwa|wasza|twoja|wasz|twoj) (?:wina|problem)",
        "to nie nasz problem|najwyrazniej (?:pan|pani|panstwo) ~3 nie",
        r"nas to nie (?:obchodzi|interesuje)|klamstw\w*|niekompetentn\w*|nie obchodzi (?:nas|mnie)",
        r"(?:nas|mnie) nie obchodzi|bzdury|glupot\w*|nieuczciw\w*|trzeba (?:bylo )?czytac",
        r"naucz\w+ sie czytac|niech (?:pan|pani) (?:przestanie|czyta)|chamsk\w*|bezczeln\w*",
        r"(?:sa|jest|to) smieszn\w+|absurd\w*|skandal\w*",
        r"najwyrazniej ~2 nie (?:przeczytal|czytal|umie|potrafi)\w*",
    ),
    "nl": (
        r"idio(?:o|)t\w*|stom(?:me|kop)?|dombo|domme?|leugena(?:ar|ars)|oplichters?|belachelijk\w*",
        r"schandalig\w*|onzin|brutaal|achterlijk\w*|klootzak|lul|rot op|hou op|kunt? u niet lezen",
        "leer(?:t)? (?:eerst )?lezen|als u ~4 had gelezen",
        "had u (?:maar|eerst|de|het) ~4 (?:gelezen|moeten lezen)",
        (
            r"zoals (?:al|reeds) (?:meerdere|verschillende|vele|herhaaldelijk|vaker|tig|\w+) (?:keren|"
            "malen|keer|maal)"
        ),
        "zoals (?:al )?(?:herhaaldelijk|meermaals) ~2 (?:gezegd|vermeld|gemeld|uitgelegd|aangegeven)",
        "hoe vaak (?:moet|moeten)|(?:uw|je) eigen (?:schuld|fout|probleem)|niet ons probleem",
        "dikke pech|eigen schuld|houd(?:t)? ~3 op met|verspilt onze tijd|val(?:t)? ons niet",
        r"laat ons met rust|stel u niet (?:zo )?aan|(?:onze|mijn) (?:advocaat|advocaten|jurist\w*)",
        "juridische (?:stappen|procedure)|aangifte (?:doen )?tegen u",
        r"(?:wij|we|ik) (?:doen|doe|zullen) ~3 aangifte|incasso\w*|naar de rechter",
        "voor de (?:laatste|zoveelste|honderdste) keer",
        "dat is (?:uw|je) (?:eigen )?(?:probleem|schuld|fout)",
        "u (?:heeft|hebt) (?:duidelijk|blijkbaar|kennelijk) (?:de|het|niet)|liegt u|u liegt",
        r"leugens?|incompetent|kan ons niets schelen|interesseert ons niet|zeur\w*|asociaal",
        r"oneerlijk\w*|lees (?:eerst|beter|nou|dan)|bent u (?:blind|dom)|aangifte tegen u",
        "politie in(?:schakelen|geschakeld)?|schande|(?:te|zo|zeer) dom|dom genoeg|bent dom",
        r"absurd\w*|onbeschoft\w*|u (?:heeft|hebt) ~1 (?:duidelijk|blijkbaar|kennelijk) ~3 niet",
    ),
    "sv": (
        r"idiot\w*|korkad\w*|dum(?:t|ma|bom)?|lögnare|bedragare|löjlig\w*|skamlös\w*|nonsens",
        "struntprat|skitsnack|håll käften|kan (?:du|ni) inte läsa|lär (?:dig|er) läsa",
        "om (?:du|ni) hade läst|(?:uppenbarligen|tydligen) (?:har|kan) (?:du|ni) inte",
        "läs (?:först|ordentligt)",
        (
            "som (?:vi|jag) (?:redan )?(?:har )?(?:sagt|skrivit|förklarat|nämnt) (?:flera|många|"
            r"hundra|\w+) gånger"
        ),
        "som (?:redan )?(?:upprepade|flera|många) gånger|hur många gånger (?:ska|måste)",
        "skyll dig själv|inte vårt problem|(?:vi|jag) bryr (?:oss|mig) inte",
        "sluta (?:slösa|tjata|klaga|störa|gnälla)|slösar (?:med )?vår tid|lämna oss i fred",
        r"(?:vår|våra|min) (?:advokat\w*|jurist\w*)|rättsliga åtgärder|polisanmäla (?:dig|er)|polisanmäler",
        "för (?:sista|hundrade) gången",
        r"det är (?:ditt|ert) (?:eget )?(?:fel|problem)|(?:ditt|ert) eget fel|jävl\w*|för fan",
        r"fan ta|ljuger|lögn\w*|inkompetent\w*|skiter i|bryr oss inte|gnäll\w*|ohederlig\w*",
        r"läs (?:först|bättre|på)|är du (?:blind|dum)|oförskämd\w*|fräck\w*|skäms",
        r"(?:för|så) dum\w*|absurd\w*|skandal\w*|(?:du|ni) har (?:uppenbarligen|tydligen|nog) inte",
    ),
}

HARMLESS: Final = {
    "de": (
        (
            r"(?:nicht|kein\w*|keinesfalls|keineswegs) ~2 (?:ihr|ihre|ihren|ihrem) (?:schuld|fehler|"
            r"eigene\w* \w+|problem)"
        ),
        r"(?:erstatten|stellen) sie|lächerlich (?:klein|wenig)\w*|nicht lächerlich",
        "nicht ihr(?:e)? (?:fehler|schuld|problem)",
        "ihr (?:fehler|problem) (?:gelöst|behoben|zu lösen|lösen)",
    ),
    "en": (
        "(?:not|never|isn't|wasn't) ~2 your (?:fault|mistake|problem)",
        "(?:solve|fix|resolve|understand|about|with) your problem",
    ),
    "fr": ("(?:pas|aucunement) ~2 votre (?:faute|probleme)",),
    "it": ("non e ~2 colpa (?:sua|vostra)",),
    "es": ("no es (?:(?:su|tu) (?:culpa|problema)|culpa (?:suya|tuya|vuestra))",),
    "pl": ("(?:to )?nie (?:jest )?(?:pana|pani|panstwa) (?:wina|problem)",),
    "nl": (
        "niet uw (?:eigen )?(?:schuld|fout|probleem)",
        "uw probleem (?:oplossen|op te lossen|opgelost|vervelend)",
    ),
    "sv": ("inte (?:ditt|ert) fel",),
}
"""The same words where nobody is blamed: a find inside one of these is none."""
