"""General forms of rudeness: said so often already, you should have read, what did you expect, threats.

Where `wording.rude` names words, this names what a sentence does: it blames, belittles, suspects,
brushes off or threatens. Templates of `lints.phrases`, by language.
"""

from typing import Final

BLAME: Final = {
    "de": (
        r"haben sie ~6 überhaupt ~3 (?:gelesen|angesehen|verstanden)",
        r"lesen sie (?:doch |bitte )?(?:einfach |endlich )?,? ?(?:einfach )?was (?:wir|ich|da|dort|in der)|(?:so eine|was für eine|dümmste) (?:dumme )?frage|dumme frage",
        r"(?:erkläre?n?|sage|schreibe) (?:ich|wir) ~5 nicht (?:noch ?mal|noch einmal|ein zweites mal)|(?:das ist|machen sie) (?:doch )?(?:wohl )?(?:ein(?:en)? )?(?:scherz|witze?)\b",
        # You should have read it.
        "(?:hätten|haben) sie ~6 (?:lesen|nachlesen|aufpassen|hinsehen|nachdenken|überlegen) (?:sollen|müssen)",
        "sie (?:hätten|haben) ~6 (?:lesen|nachlesen|aufpassen|hinsehen|nachdenken|überlegen) (?:sollen|müssen)",
        "(?:wenn|hätten) sie ~5 (?:gelesen|aufgepasst|hingesehen|nachgedacht)(?: hätten)? ~3 wüssten",
        "(?:jedes|ein) kind ~4 (?:lesen|wissen|versteh\\w*|bedienen|schafft|kann das)",
        # So often already.
        (
            r"(?:schon|bereits|jetzt|nun|doch) ~3 (?:zig|hundert|tausend|x-|zwei|drei|vier|fünf|sechs|zehn|\d+)-?"
            r"(?:mal|fach) ~3 (?:gesagt|geschrieben|mitgeteilt|erklärt|beantwortet|erläutert)"
        ),
        "wie oft (?:denn )?noch|muss ich ~3 (?:immer|ständig|jedes mal) wiederholen",
        # What did you expect.
        "was (?:erwarten|wollen|haben) sie ~4 (?:bei|für) (?:dem|den|diesem|so einem|einem solchen) ~1 (?:preis|geld)",
        "was (?:haben|hatten) sie (?:denn |eigentlich )?(?:erwartet|gedacht)",
        "(?:für|bei) (?:den|dem|diesen|diesem) preis ~3 (?:was|nicht mehr|kein) ~3 erwarte\\w*",
        # Nobody else, no idea.
        r"(?:der|die) einzige\w* (?:kunde|kundin|käufer\w*) ~8 (?:nicht|beschwert|probleme?|schafft)",
        "(?:alle|jeder) anderen? (?:kunden )?~4 (?:zufrieden|verstanden|zurecht)",
        r"(?:keine|null) ahnung (?:haben|von)|sie (?:haben|hatten) (?:ja |wohl |offen\w+ )?keine ahnung",
        "(?:wohl|offenbar|offensichtlich|anscheinend) (?:überfordert|unfähig|nicht in der lage)",
        # Brushed off.
        "(?:das |es )?geht (?:uns|mich) nichts an|(?:ist|war) (?:uns|mir) (?:völlig |ganz )?egal",
        "(?:das ist |sehen sie zu)? ?(?:allein )?ihre (?:sache|angelegenheit) ~2 nicht unsere",
        "(?:wir|ich) (?:haben|habe) (?:weder|keine) (?:zeit|lust|nerven) (?:mehr )?(?:für|auf|mit|zu|weiter)",
        r"(?:ihr|dieses|das) (?:geschrei|gejammer|gezeter|gemecker|theater|genörgel|gebrüll)\w*",
        "(?:geben|lassen) sie ~2 endlich ~1 ruhe|(?:nun|jetzt) reicht es",
        r"(?:belästig|nerv|terrorisier|bombardier)\w* (?:uns|mich)|(?:uns|mich) ~6 (?:zu belästigen|nerven|bombardieren)",
        # Suspicion.
        r"(?:sie (?:wollen|versuchen)|(?:wollen|versuchen) sie) ~6 (?:abzocken|abzuzocken|betrügen|übers ohr|reinlegen|reinzulegen)",
        "(?:glauben|glaube) (?:wir|ich) ihnen ~2 (?:nicht|kein wort)|(?:frei )?erfunden|böswillig\\w*",
        # Threats.
        r"unser\w* (?:rechts)?anw[aä]lt\w*|meine[mn]? (?:rechts)?anw[aä]lt\w*",
        "noch (?:so )?eine (?:solche |einzige )?(?:nachricht|mail|beschwerde|bewertung|frechheit) ~2 (?:und|dann)",
        "(?:erstatten|erstatte|stellen|stelle) (?:wir|ich) ~4 (?:straf)?anzeige|werden (?:wir|ich) ~4 (?:anzeige|polizei)",
        "(?:sperren|blockieren|melden) (?:wir )?sie ~3 (?:bei amazon|als kunde|für immer|den kontakt)",
        "(?:nicht so|seien sie ~3) ungeduldig|übertreiben sie|(?:mal|doch|bitte) nicht so (?:empfindlich|pingelig|kleinlich)",
    ),
    "en": (
        r"(?:next time|perhaps|maybe) ~3 (?:read|look|think|check) (?:the \w+ )?before (?:you )?(?:buy|buying|order|ordering|complain|complaining|write|writing)",
        r"(?:not going to|won't|will not|refuse to) (?:explain|repeat|say|tell) ~4 again|(?:you )?(?:must|have to) be (?:joking|kidding)|is this (?:a|some kind of) joke",
        "you (?:really )?(?:should|ought to|could|might) have (?:just |simply |at least |bothered to )?(?:read|checked|looked|thought|listened)",
        "if (?:you|you'd) (?:had )?~2 (?:read|looked|checked|listened|paid attention) ~6 (?:know|understand|see|happened)",
        (
            r"(?:already|have|i've|we've|just) ~2 (?:told|explained|said|answered|written) ~4 (?:this|that|it|you)? ?"
            r"~3 (?:(?:so )?many|several|three|four|five|ten|twenty|countless|multiple|\d+|a dozen|dozens of) times"
        ),
        "how (?:many more times|often) ~3 (?:do|must|have|should|will) (?:i|we)|(?:keep|tired of|sick of) ~1 (?:repeating|explaining)",
        "what (?:did|do|were) you (?:expect|expecting|think|thinking) ~5 (?:price|money|pay|paid|cheap|pounds?|euros?|dollars?)",
        "what (?:did you|were you) expect(?:ing)?|you get what you pay for",
        "you (?:are|were) the only (?:one|customer|person|buyer) ~6 (?:cannot|can't|problem|complain\\w*|manage|fails?|issue|trouble|not)",
        "(?:everyone|everybody|all other customers?) else ~3 (?:manage|happy|fine|understand|satisfied)\\w*",
        "(?:no|any) (?:idea|clue) ~2 how ~2 (?:use|work|read)|you ~1 have no (?:idea|clue)",
        "(?:don't|do not|stop) (?:be|being) (?:so )?(?:impatient|ridiculous|difficult|dramatic|childish|silly|unreasonable)",
        "(?:none|not any) of (?:our|my) business|(?:that|this|it) is (?:not|hardly) our (?:concern|fault that you)",
        "(?:couldn't|could not|can't|don't) care less|(?:we|i) (?:have|'ve) (?:better|no) (?:things|time) (?:to|for)",
        "(?:trying|want|wants|wanted|tried) to (?:rip|scam|cheat|con|trick|defraud) (?:us|me)|(?:rip|ripping) us off",
        "(?:don't|do not) believe (?:you|a word|your story)|made (?:that|this|it) up|bad faith",
        "(?:one more|another) ~3 (?:message|mail|complaint|word|review) ~1 like (?:this|that)",
        "(?:we|i) (?:will|shall|'ll) ~3 (?:the police|our lawyers?|court|block you|ban you|blacklist)",
        "(?:we|i|we'll|i'll) ~4 (?:go|going|turn) to the police|contact(?:ing)? the police about you",
        "(?:stop|quit) (?:sending|messaging|pestering|bothering|spamming)",
    ),
    "fr": (
        r"vous n'(?:avez|aviez) qu'a ~1 (?:lire|regarder|verifier|mieux)",
        r"(?:vais|allons|compte|comptons) pas ~3 (?:l'|le |la )?(?:expliquer|repeter|redire) ~3 (?:encore|une (?:autre|deuxieme) fois)|vous plaisantez|c'est une (?:blague|plaisanterie)",
        (
            "(?:il )?(?:fallait|suffisait de|aurait fallu|auriez du|auriez pu|pouviez) ~3 (?:lire|regarder|verifier|"
            "reflechir|vous renseigner|consulter)"
        ),
        "si vous aviez ~4 (?:lu|regarde|verifie|fait attention|ecoute)|si vous lisiez",
        (
            r"(?:dit|explique|repete|ecrit|repondu|precise|signale) ~3 (?:deux|trois|quatre|cinq|dix|vingt|cent|mille|"
            r"plusieurs|maintes|tant de|x|\d+) fois"
        ),
        "combien de fois (?:encore|faudra|faut|dois|devons|devrai)|je (?:ne )?(?:vais|peux) pas (?:le )?repeter",
        "(?:vous )?(?:vous )?attend(?:iez|ez)(?:-vous)? (?:a quoi|vraiment)|a quoi vous attend\\w+|vous vous attendiez a quoi",
        "qu'est-ce que vous (?:croyiez|esperiez|attendiez)|(?:a|pour) ce prix ~4 (?:quoi|pas (?:vous )?attendre)",
        "(?:le|la) (?:seule?) (?:client|cliente|acheteur|acheteuse) (?:a|qui)|(?:le|la) seule? (?:a ne pas|a se plaindre)",
        "vous n'y (?:connaissez|comprenez) rien|(?:aucune|pas la moindre) idee de (?:ce que|comment vous)",
        "(?:ca|cela|ce) ne nous (?:regarde|concerne|interesse) (?:pas|en rien)|ce n'est pas notre affaire",
        "(?:nous|on) n'(?:avons|a) pas (?:que ca|de temps a perdre|le temps pour)",
        "(?:cherchez|essayez|voulez|tentez) ~3 (?:a )?(?:nous )?(?:arnaquer|escroquer|berner|rouler)",
        "(?:vous )?(?:inventez|racontez des)|(?:nous )?ne vous croyons pas",
        "(?:encore|un autre|une autre) ~1 (?:message|mail|plainte|reclamation) (?:de ce genre|comme (?:ca|cela|celui-ci|celle-ci))",
        "(?:portons|porterons|deposons|deposerons|porter) plainte|(?:appelons|appellerons|avertirons|prevenir) ~2 (?:police|gendarmerie)",
        "(?:arretez|cessez|arreter|cesser) (?:de|d') ?(?:nous|m'|me|ecrire|envoyer|harceler|importuner|insister)",
        "(?:soyez|un peu moins) (?:moins )?impatiente?",
    ),
    "it": (
        r"non (?:glielo|ve lo|te lo|lo) (?:spiego|ripeto|spieghero|ripetero|spieghiamo) ~3 (?:volta|ancora|piu)|(?:sta|state) scherzando|e uno scherzo",
        (
            "(?:doveva|dovevate|avrebbe dovuto|avreste dovuto|bastava|poteva|bisognava) ~2 (?:leggere|guardare|"
            "controllare|pensarci|informarsi|verificare)"
        ),
        "se avesse(?:te|ro)? ~3 (?:letto|guardato|controllato|ascoltato)|se leggesse",
        (
            r"(?:detto|spiegato|scritto|ripetuto|risposto) ~3 (?:due|tre|quattro|cinque|dieci|venti|cento|mille|tante|"
            r"piu|parecchie|\d+) volte"
        ),
        "quante volte (?:ancora|devo|dobbiamo|bisogna|ve lo|glielo)",
        "cosa (?:si|vi) aspettav\\w+|(?:cosa|che) pensava ~3 (?:prezzo|soldi|comprare)|cosa pretend\\w+",
        "(?:l'unic[oa]|la sola|il solo) (?:cliente|acquirente|persona) ~2 (?:che|a)|tutti gli altri ~4 (?:contenti|soddisfatti|capito)",
        "(?:non )?(?:ha|hai) (?:la minima |alcuna )idea|non ci capisce|non capisce (?:niente|nulla)",
        "non (?:sono|e) (?:affar[ei]|cos[ae]|un problema) (?:nostr[oaie])|non ci (?:riguarda|interessa)",
        "non abbiamo tempo (?:da perdere|per)|malafede|mala fede",
        "(?:vuole|cerca|prova|tenta|volete) ~3 (?:di )?(?:fregarci|truffarci|imbrogliarci|ingannarci|raggirarci)",
        "non le crediamo|si (?:e|sta) inventa\\w+",
        "(?:un altro|ancora un|un'altra|ancora una) ~1 (?:messaggio|email|mail|lamentela|reclamo) (?:cosi|come questo|del genere|simile)",
        "(?:chiamiamo|chiameremo|avvisiamo|avviseremo|andiamo|andremo) ~2 (?:polizia|carabinieri)",
        "(?:smetta|smettetela|smettete|smettila|finisca) (?:di|la|una)|la smetta",
        "non sia (?:cosi )?impaziente",
    ),
    "es": (
        r"no (?:se lo|te lo|lo) (?:voy|vamos) a (?:explicar|repetir|decir) ~2 (?:otra vez|mas|de nuevo)|(?:esta|es) (?:usted )?(?:de )?(?:una )?broma|esta bromeando",
        (
            "(?:haber|deberia haber|tenia que haber|tendria que haber|podria haber|debio|hubiera) ~1 (?:leido|mirado|"
            "comprobado|pensado|preguntado|leer|mirar)"
        ),
        "si (?:hubiera|hubiese|hubieran) ~3 (?:leido|mirado|comprobado|escuchado|prestado atencion)|si leyera",
        (
            r"(?:dicho|explicado|escrito|repetido|respondido|contestado) ~3 (?:dos|tres|cuatro|cinco|diez|veinte|cien|"
            r"mil|varias|muchas|tantas|\d+) veces"
        ),
        "cuantas veces (?:mas|tengo|tenemos|hay|se lo|debo)",
        "que (?:esperaba|esperabais|queria|pretendia|pretende) ~4 (?:precio|dinero|barato)",
        "(?:el unico|la unica) (?:cliente|clienta|comprador|compradora) que|todos los demas ~4 (?:content|satisfech|entend)\\w*",
        "no tiene (?:usted )?(?:ni |la menor |ninguna )?idea|no entiende (?:usted )?nada",
        "no es (?:asunto|problema|cosa) nuestr[oa]|no nos (?:incumbe|interesa)|mala fe",
        "no tenemos tiempo (?:que perder|para)|(?:nos esta )?haciendo perder (?:el )?tiempo",
        "(?:quiere|intenta|pretende|busca|quieren) ~3 (?:estafarnos|enganarnos|timarnos|aprovecharse|tomarnos)",
        "no (?:le|nos lo) cree(?:mos)?|se lo (?:esta )?invent\\w+",
        "(?:otro|otra|un|una) ~1 (?:mensaje|correo|queja|reclamacion) (?:asi|como este|como esta|de este tipo)",
        "(?:llamamos|llamaremos|avisaremos|iremos|acudiremos|denunciamos|denunciaremos) ~2 (?:policia|guardia civil)",
        "(?:deje|dejen|deja|pare) de ~2 (?:molestar|escribir|mandar|insistir|acosar|quejar|enviar)\\w*",
        "no sea (?:tan )?(?:impaciente|pesad[oa]|exagerad[oa])",
    ),
    "pl": (
        r"nie bed\w+ ~3 (?:tlumaczy|powtarza|wyjasnia)\w* ~3 (?:jeszcze raz|ponownie|znowu|kolejny raz)|(?:chyba )?(?:pan|pani) (?:chyba )?(?:zartuje|kpi)|to (?:chyba )?(?:jakis )?zart",
        (
            r"(?:trzeba (?:bylo|by)|nalezalo|wystarczylo|mogl|mogla|powinien|powinna) ~3 (?:przeczytac|czytac|"
            r"sprawdzic|zapoznac|zajrzec|pomyslec|uwazac)"
        ),
        r"gdyby ~2 (?:przeczytal|czytal|sprawdzil|zapoznal|uwazal)\w*",
        (
            r"(?:mowil|pisal|tlumaczyl|wyjasnial|powtarzal|odpowiadal|powiedziel|napisal|wyjasni)\w* ~5 (?:dwa|trzy|"
            r"cztery|piec|dziesiec|sto|tysiac|wiele|kilka|tyle|\d+) razy"
        ),
        r"(?:sto|tysiac|wiele|kilka|tyle|dziesiec) razy ~3 (?:mowil|pisal|tlumaczyl|wyjasnial|powtarzal)\w*",
        r"czego ~4 (?:spodziewa|oczekiw)\w* ~3 (?:cen\w*|pieni\w*|kwot\w*)",
        r"(?:jedyn\w+) (?:klient\w*|osob\w*|kupujac\w+)|wszyscy (?:inni|pozostali) ~4 (?:zadowol|zrozum)\w*",
        r"nie ma (?:pan|pani|panstwo)? ?(?:zielonego )?pojecia|(?:nic|niczego) (?:pan|pani) nie rozumie",
        r"to (?:juz )?nie (?:jest )?(?:nasz\w*|moj\w*) (?:spraw\w*|problem\w*|rzecz)|nie nasz\w* spraw\w*",
        r"nie mamy (?:czasu|ochoty) (?:na|dla|wiecej)|zlej wierze|zla wola",
        r"(?:chce|probuje|usiluje|probuja) ~3 (?:nas )?(?:oszukac|naciagnac|wyludzic|okrasc)",
        r"nie wierzymy (?:panu|pani|panstwu)|zmysla\w*|wymysl\w+ sobie",
        r"(?:jeszcze|kolejn\w+) (?:jedn\w+ )?(?:taka |taki )?(?:wiadomosc|mail\w*|skarg\w*) ~2 (?:i|a) (?:zgl|zaw|bed|sko)\w*",
        r"(?:zglaszamy|zglosimy|zawiadomimy|wezwiemy|powiadomimy|zglaszam|zglosze) ~4 (?:policj\w+|prokuratur\w+|sad\w*)",
        r"(?:przestac|przestanie|przestan|dosc|koniec) ~3 (?:nekac|pisac|wysylac|zawracac|meczyc|skarzyc|nekania|pisania)",
        r"(?:chyba|najwyrazniej|widocznie) ~2 nie (?:potrafi|umie|rozumie|czyta)\w*",
        r"niecierpliw\w+ (?:sie )?(?:pan|pani|byc)",
    ),
    "nl": (
        r"(?:ga|gaan) ~3 niet ~4 (?:uitleggen|herhalen)|meent u (?:toch )?niet|maakt u een grap|is dit een grap",
        "(?:had|hadden) u ~5 (?:moeten|kunnen) (?:lezen|kijken|controleren|nadenken|opletten)",
        "u had ~5 (?:moeten|kunnen) (?:lezen|kijken|controleren|nadenken|opletten)|u had ~2 beter ~3 (?:gelezen|opgelet)",
        "(?:als|indien) u ~5 (?:gelezen|gekeken|opgelet|geluisterd) had|als u ~4 had (?:gelezen|opgelet|gekeken)",
        (
            r"(?:al|nu|nou|reeds) ~3 (?:twee|drie|vier|vijf|tien|twintig|honderd|duizend|meerdere|zo vaak|\d+) (?:keer|"
            r"maal) ~3 (?:gezegd|uitgelegd|geschreven|gemeld|verteld|beantwoord|aangegeven|herhaald)"
        ),
        "hoe vaak nog|(?:moet|ga) (?:ik|ik het) ~3 (?:blijven )?herhalen",
        r"wat (?:had|hadden|verwacht|verwachtte|dacht|denkt) u ~3 (?:dan|verwacht|prijs|geld|eigenlijk|gedacht)",
        "de enige (?:klant|koper) (?:die|met)|alle andere klanten ~4 (?:tevreden|begrijpen)",
        "geen (?:flauw )?(?:idee|benul|verstand) (?:van|hoe)|u (?:snapt|begrijpt) er niets",
        r"(?:kunt|kan) u? ?(?:blijkbaar|kennelijk|duidelijk|zeker|soms|echt) ~2 niet (?:lezen|rekenen|luisteren)",
        "(?:dat )?gaat (?:ons|mij) niets aan|niet onze zaak|(?:ons|mij) (?:een zorg|worst|egaal)",
        "(?:wij|we) hebben (?:wel )?(?:iets beters|geen (?:tijd|zin)) (?:te|meer|om|voor)|te kwader trouw|kwade trouw",
        "(?:wilt|probeert|wil|probeer) ~3 (?:ons )?(?:gewoon |alleen )?(?:te )?(?:oplichten|bedriegen|belazeren|misbruiken|op te lichten)",
        "(?:wij|we) geloven u niet|verzint u|verzonnen verhaal",
        "nog (?:een )?zo'n (?:bericht|mail|klacht)",
        "(?:wij|we|ik) (?:gaan|ga|stappen|stap) naar de politie|(?:gaan|stappen) (?:wij|we) naar de politie|(?:wij|we) (?:schakelen|bellen) ~2 politie",
        "(?:hou|houd|houdt|stop) ~6 lastig (?:te )?vallen",
        "houd? op (?:met|eens)|wees (?:eens )?niet zo (?:ongeduldig|moeilijk)",
    ),
    "sv": (
        r"(?:tänker|kommer) inte (?:att )?(?:förklara|upprepa|säga) ~4 (?:gång till|igen)|(?:skämtar|driver) (?:du|ni)|(?:du|ni) skämtar|är det ett skämt",
        "(?:du|ni) (?:borde|skulle|kunde) (?:ju |nog |kanske )?(?:ha )?(?:läst|kollat|tänkt|tittat|kontrollerat|lyssnat)",
        "(?:om (?:du|ni) ~1 hade|hade (?:du|ni)) ~3 (?:läst|kollat|lyssnat|tittat)",
        (
            r"(?:sagt|skrivit|förklarat|svarat|upprepat|meddelat) ~4 (?:två|tre|fyra|fem|tio|hundra|tusen|flera|många|"
            r"\d+) gånger"
        ),
        "hur många gånger (?:till|ska|måste|behöver)|(?:orkar|tänker) inte upprepa",
        "vad (?:väntade|förväntade|trodde) (?:du|ni)",
        "den (?:enda|ende) (?:kunden|köparen)|alla andra (?:kunder )?~3 (?:nöjda|förstår)",
        "(?:du|ni) har (?:tydligen )?ingen (?:aning|koll)|(?:du|ni) (?:fattar|begriper) (?:visst |tydligen )?(?:ingenting|inget|inte)",
        "(?:kan|vet|förstår) (?:du|ni)? ?(?:tydligen|uppenbarligen|visst|nog) inte (?:läsa|räkna|lyssna|bättre)",
        "angår (?:inte )?(?:oss|mig)(?: inte)?|inte vår sak|rör oss inte|i ond tro",
        "(?:vi|jag) har (?:inte|ingen) (?:tid|lust) (?:med|för|att|till)",
        "(?:försöker|vill) (?:du|ni)? ?(?:bara )?~2 (?:lura|bedra|utnyttja|blåsa) oss",
        "(?:vi|jag) tror (?:dig|er) inte|(?:du|ni) hittar på|påhittat",
        "(?:ett|en|ännu) ~2 (?:meddelande|mejl|klagomål) (?:till|sådant) ~3 så",
        "(?:polisanmäler|anmäler) (?:vi )?(?:dig|er)|vi (?:ringer|kontaktar|kopplar) ~2 polisen",
        "sluta (?:att )?~2 (?:besvära|tjata|skriva|skicka|störa|mejla|trakassera|gnälla|klaga)",
        "var inte så (?:otålig|besvärlig|känslig)",
    ),
}

HARMLESS: Final = {
    "de": (
        "(?:haben|hätten) sie ~4 (?:eine|unsere|die) (?:nachricht|bestätigung|mail|sendung) ~3 (?:erhalten|bekommen)",
        "wann ~10 zum (?:aller)?letzten mal",
    ),
    "en": (
        "whatever (?:you|is|works|the|happens|suits|your)|could you (?:have )?(?:check|read)",
        "when ~10 for the last time",
    ),
    "fr": ("quand ~10 pour la derniere fois",),
    "it": ("quando ~10 per l'ultima volta",),
    "es": ("cuando ~10 por ultima vez",),
    "pl": ("kiedy ~10 (?:po )?raz ostatni|kiedy ~4 ostatni raz",),
    "nl": ("wanneer ~10 voor de laatste keer",),
    "sv": ("när ~10 för sista gången",),
}
"""The same words where nobody is blamed."""
