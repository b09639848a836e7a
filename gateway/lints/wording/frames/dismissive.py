"""Frames of brushing a buyer off: too clumsy to use it, his own problem, better things to do, no wonder.

Beside `wording.frames.rude`, which judges the person. Every language has the same rows in the same order.
"""

from typing import Final

DISMISSIVE: Final = {
    "de": (
        (
            "(?:wer|wenn (?:sie|man|du|jemand))",
            r"(?:nicht|kein\w*|zu (?:dumm|faul|ungeschickt|blöd|bequem)|überfordert)",
            r"(?:(?:braucht|brauchen|darf|dürfen|muss|müssen|soll\w*) ~4 (?:nicht|auch nicht|sich nicht|kein\w*) ~4 (?:wundern|beschweren|kaufen|bestellen|jammern|meckern)|sollte\w* ~5 (?:lassen|nicht ~3 (?:kaufen|bestellen))|selbst schuld|hat pech|ihr problem|kann ~3 nicht helfen|lassen sie ~2 die finger)",
        ),
        (
            r"(?:(?:fünf|sechs|vier|drei|zehn|\d)-?jähr\w*|kleinkind|jedes kind|mein\w* (?:oma|großmutter|kind|tochter|sohn|hund)|jeder (?:normale|vernünftige|halbwegs)\w*|grundschüler\w*|affe)",
            "(?:schafft|schaffen|kann|könnte|hätte|versteht|hinbekommen|hinkriegen|kapiert|begreift|weiß|sieht|merkt|kapieren|verstanden)",
            "!spielzeug|altersempfehlung|geeignet",
        ),
        (
            "(?:wundern sie sich ~2 nicht|nicht (?:zu )?wundern|kein wunder)",
            r"(?:sie|wer|ihr\w*|dann|wenn|dass)",
            r"!(?:wir|uns) ~2 nicht|verpackung|nachfrage|andrang|feiertag\w*|nicht wundern sie sich",
        ),
        (
            "(?:problem|sache|bier|angelegenheit|pech|schuld|fehler|dummheit)",
            r"(?:(?:ihr|ihre|ihres|dein|deine|das|liegt|selbst|eigene) ~3 (?:problem|sache|bier|pech|schuld|fehler|dummheit)|(?:problem|sache|schuld|fehler|bier) ~3 (?:ihr\w*|ihnen|dein\w*|ihre))",
            r"(?:nicht (?:unser\w*|bei uns|uns)|selbst|eben|halt|ganz allein|doch wohl|nun mal|pech)",
            r"!tut (?:mir|uns) leid|nicht ihr\w*|unser (?:fehler|problem)|entschuldig\w*",
        ),
        (
            r"(?:(?:besseres|wichtigeres|anderes|genug anderes) zu tun|nicht (?:der|die) einzige\w* (?:kunde|kundin|käufer\w*)|(?:hunderte|tausende|noch andere|auch andere) ~1 kunden|keine zeit|nicht rund um die uhr|kein (?:wunschkonzert|callcenter|kindergarten|seelsorge\w*|hellseher\w*|wohlfahrts\w*))",
            r"!leider|entschuldig\w*|tut uns leid|bestellt haben|verspät\w*|falls sie keine zeit|wenn sie keine zeit",
        ),
        (
            "was (?:genau |daran |bitte )?(?:davon |daran )?(?:verstehen sie|ist ~3) ~3 (?:daran |davon )?(?:nicht|unklar|schwer|so schwer)|so schwer (?:kann|ist) ~3 nicht|ist das (?:denn |wirklich )?so schwer|(?:kann|darf) doch nicht (?:so schwer |wahr )?sein|steht (?:alles |doch |klar |groß )+(?:in|auf|da)|da steht (?:doch|es doch)",
        ),
        (
            r"(?:theater|drama|aufstand|zirkus|fass|szene|terz|geheule|heulen|herumheulen|rumheulen|nörgel\w*|quengel\w*|genöle|aufregung)",
            r"(?:machen|mach|aufführen|veranstalten|sparen|lassen|hören|unnötig\w*|wegen|nicht so|schluss)",
            r"!(?:karten|besuch|bühne|stück|ticket|zelt|fass ~2 (?:bier|wein))|tut uns leid|entschuldig\w*",
        ),
        (
            "schon wieder (?:sie|eine nachricht von ihnen|ihre)|sie schon wieder|hören sie mal|jetzt hören sie|passen sie mal auf|jetzt mal im ernst|herzlichen glückwunsch ~3 (?:zur|zu ihrer|sie haben)|na und|mir doch egal|uns doch egal|kommen sie mal runter|regen sie sich (?:mal |wieder )?ab|nehmen sie es oder lassen|friss oder stirb|geht's noch|gehts noch|schönen dank auch|da kann ja jeder|das hätte man sich|mit verlaub|was soll das (?:gejammer|theater|eigentlich)",
        ),
        (
            "(?:brauchen|kaufen|holen|besorgen) sie (?:sich )?(?:wohl |vielleicht |erst |mal |besser |dringend ){0,3}(?:eine )?(?:neue )?(?:brille|nachhilfe|deutschkurs|taschenrechner|einen ~2 (?:optiker|augenarzt))|googeln sie|schon mal was von google|suchmaschine",
        ),
    ),
    "en": (
        (
            "(?:if you|people who|anyone who|those who|someone who)",
            "(?:can't|cannot|don't|do not|not able|too (?:lazy|stupid|thick|clumsy)|unable|won't|didn't)",
            "(?:(?:shouldn't|should not|don't|do not|maybe don't|perhaps don't|ought not to|mustn't) ~4 (?:buy|order|shop|complain|be|expect|moan|touch|own)|your (?:own )?(?:problem|fault|lookout)|don't (?:come|blame|cry)|serves|no business|leave it to|can't help you|hire)",
        ),
        (
            r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[- ]year[- ]olds?|a child|a toddler|any child|my (?:gran|grandmother|kid|kids|nan|dog|mother)|a monkey|any(?:one|body) (?:with|who has) (?:half|a) ~2|any (?:normal|sane|reasonable) \w+)",
            r"(?:could|can|would|manage\w*|understand\w*|know\w*|work\w* ~1 out|done|see)",
            "!suitable|safe|toy|recommended",
        ),
        (
            r"(?:no wonder|don't be surprised|hardly surpris\w+|what a surprise|surprise,? surprise|serves you right|small wonder)",
            r"!sorry|apolog\w+|our (?:fault|mistake)",
        ),
        (
            "(?:problem|fault|lookout|mistake|business|doing|issue)",
            "(?:your|yours|you)",
            "(?:not (?:ours|mine|our|my)|(?:problem|fault|mistake|issue|doing) is yours|your (?:own )?(?:lookout|doing|fault)|entirely yours|nobody's (?:fault )?but|that's on you|only yourself)",
            r"!not your|sorry|apolog\w+",
        ),
        (
            "(?:(?:better|more important|other) things to do|not (?:our|the) only (?:customer|buyer|one)|(?:hundreds|thousands) of (?:other )?(?:customers|orders)|not (?:a )?(?:mind ?readers?|call centre|charity|babysitters?|your (?:servant|secretary|mother))|don't have (?:the )?time for|haven't got (?:the )?time|no time for|all day)",
            r"!sorry|apolog\w+|happy|satisfied|lasts?|battery|all day (?:long|use|comfort|today|monday|saturday|sunday)|open all day|delivered",
        ),
        (
            "(?:what|which) (?:part|bit|exactly)? ?(?:of|about)? ?~6 (?:don't|do not|didn't|can't) you (?:understand|get)|how (?:hard|difficult) (?:can|is) (?:it|that)|it's not rocket science|not rocket science|it (?:clearly |plainly )?says (?:so )?(?:right there|clearly|plainly)|in plain english|is (?:it|that) so (?:hard|difficult)|do i (?:really )?have to spell",
        ),
        (
            r"(?:fuss|drama|tantrum|scene|moan\w*|whin(?:e|ing)|cry(?:ing)? about|sob story|song and dance|hissy fit|whinge\w*|rant\w*|melodrama\w*|carry on)",
            "(?:you|your|stop|making|make|enough|spare|this|save)",
            r"!sorry|apolog\w+|without (?:any )?fuss|film|series|tv|dvd|no fuss|tickets",
        ),
        (
            r"(?:oh )?(?:it's )?you again[,.!]|(?:oh|not) you again|look[,.] (?:mate|pal|love|sunshine|lady|we|i)|listen[,.]? (?:mate|pal|love|lady|here|up)|so what|tough(?:\.|!|,)? (?:luck|cookie)|too bad|bad luck|take it or leave it|like it or lump it|welcome to the real world|boo hoo|get over it|chill out|whatever|give (?:it|us) a rest|get real|if you (?:don't|do not) like it|congratulations on|with respect, you|what do you want from us|newsflash|suit yourself|cry me|we're done here|end of (?:story|discussion)|don't hold your breath",
            "!sorry|whatever (?:reason|happens|you (?:prefer|decide|choose|need)|suits|the|works|colour|is)|congratulations on your (?:new|purchase|wedding|order)",
        ),
        (
            "(?:get|buy) yourself (?:a |some )?(?:new )?(?:glasses|spectacles|dictionary|an eye test|tape measure)|(?:need|should get) (?:your eyes tested|an eye test|your eyes)|try google|google (?:it|is your friend)|ever heard of (?:google|a)",
        ),
    ),
    "fr": (
        (
            "(?:si (?:vous|on|tu)|quand on|celui qui|ceux qui)",
            "(?:ne|n')",
            "(?:(?:ne|n') ?(?:faut|fallait|devriez|achetez|commandez|venez|faites|vous) ~5 (?:pas|plaignez|etonnez|acheter|commander|plaindre)|on n'achete pas|on ne commande pas|tant pis|abstenez-vous|c'est votre)",
            r"!vous (?:n'etes|ne serez) pas (?:satisfait|chez vous)|nous ferons|nous (?:vous )?rembours\w+",
        ),
        (
            r"(?:(?:un )?enfant de (?:\w+) ans|n'importe qui|un enfant|ma grand-mere|mon (?:fils|chien)|tout le monde (?:sait|comprend))",
            r"(?:pourrait|peut|sait|saurait|comprend\w*|y arriv\w+|reussi\w+|aurait)",
            "!convient|jouet|adapte",
        ),
        (
            "(?:ne vous etonnez pas|pas etonnant|rien d'etonnant|guere etonnant|faut pas s'etonner|vous etonnez pas)",
            r"!desole\w*|excus\w*|notre erreur",
        ),
        (
            "(?:probleme|faute|affaire|souci|erreur)",
            "(?:vous|votre|vos|le votre)",
            r"(?:pas (?:le |la )?(?:notre|nos)|vient de vous|c'est le votre|c'est la votre|pas (?:de )?nous|debrouill\w+)",
            r"!pas (?:de )?votre (?:faute|erreur)|desole\w*|excus\w*",
        ),
        (
            "(?:(?:mieux|autre chose|d'autres chats) a (?:faire|fouetter)|pas (?:notre |le |la )?seule? cliente?|pas que vous|(?:centaines|milliers) (?:de|d'autres) clients|pas (?:devins?|un centre d'appel|vos (?:larbins|serviteurs|secretaires)|une oeuvre de charite)|pas le temps|que ca a faire)",
            r"!desole\w*|excus\w*|si vous n'avez pas",
        ),
        (
            "qu'est-ce que vous ne comprenez pas|(?:quelle partie|que) ne comprenez-vous pas|c'est (?:pourtant|quand meme) (?:clair|simple|ecrit|pas (?:si )?(?:complique|difficile))|pas (?:bien )?(?:sorcier|complique)|c'est (?:si|trop) (?:complique|difficile) (?:que|de|a)|c'est ecrit noir sur blanc|faut-il vous faire un dessin|vous faire un dessin",
        ),
        (
            r"(?:cirque|drame|cinema|comedie|scandale|crise|plat|caprice|jeremiades?|pleurnich\w+|rale\w*|geign\w+|larmoy\w+)",
            "(?:faire|faites|arretez|cessez|vos|votre|tout un|assez|fini|epargnez)",
            r"!billet|spectacle|film|desole\w*|plat (?:de|a|en)",
        ),
        (
            "encore vous|ecoutez[,.!]? (?:monsieur|madame|bien|mon)|franchement,? (?:monsieur|madame|vous|si)|et alors|tant pis|c'est comme ca|a prendre ou a laisser|calmez-vous|on se calme|c'est la vie|dommage pour vous|pas de chance|vous m'en direz tant|allez voir ailleurs|grand bien vous fasse|si ca ne vous plait pas|et puis quoi encore|bravo (?:a vous|pour)|felicitations pour votre (?:patience|lecture)|debrouillez-vous|vous (?:nous )?(?:fatiguez|saoulez|gonflez|embetez)",
            "!tant pis pour nous",
        ),
        (
            "(?:achetez|procurez|prenez)[- ]vous (?:des |une |un )?(?:lunettes|cours|dictionnaire)|(?:besoin|changez|mettez) (?:de )?(?:vos )?lunettes|cherchez sur google|google existe|tapez sur google",
        ),
    ),
    "it": (
        (
            "(?:se (?:non|lei non|uno non|tu non)|chi non)",
            "(?:non)",
            r"(?:(?:non (?:deve|dovrebbe|si|compri|ordini|venga|bisogna)|non si lamenti|lasci perdere|eviti di|farebbe meglio|peggio per|problema suo|affari suoi|si arrangi|non compr\w+))",
            r"!rimbors\w+|sostitu\w+|contatti|risponda|non si preoccupi",
        ),
        (
            r"(?:(?:un )?bambino di (?:\w+) anni|un bambino|chiunque|mia nonna|mio (?:figlio|cane)|una scimmia)",
            r"(?:saprebbe|sa|riesc\w+|capi\w+|potrebbe|avrebbe|puo|farcela)",
            "!adatto|giocattolo|consigliato",
        ),
        (
            "(?:non si (?:stupisca|meravigli|lamenti poi)|non c'e da (?:stupirsi|meravigliarsi)|per forza|ci credo|te credo)",
            r"!scus\w*|spiace|nostro errore",
        ),
        (
            "(?:problema|colpa|errore|affare|affari)",
            "(?:suo|sua|suoi|lei|tuo|tua)",
            "(?:non (?:e |sono )?(?:il |la )?(?:nostr[oai]|mi[oa])|e (?:tutto |solo )su[oa]|solo su[oa]|di chi|affari suoi|se l'e cercata|non di noi)",
            r"!non e (?:colpa )?sua|scus\w*|spiace",
        ),
        (
            "(?:(?:di meglio|altro|cose piu importanti) da fare|non (?:e|sei) (?:l'unic[oa]|il solo|la sola)|(?:centinaia|migliaia) di (?:altri )?(?:clienti|ordini)|non siamo (?:indovini|un call center|i suoi (?:servi|schiavi)|maghi|una onlus)|non abbiamo tempo|non ho tempo)",
            r"!scus\w*|spiace|se non ha tempo",
        ),
        (
            "(?:cosa|che cosa|quale parte) (?:e che )?(?:non (?:le e chiaro|capisce|ha capito)|di ~6 non (?:capisce|ha capito|le e))|(?:e|era) (?:cosi|tanto) difficile|non (?:e|era) (?:cosi|poi cosi|mica) difficile|(?:c'e|sta) scritto (?:chiaro|chiaramente|a chiare|ovunque|grande)|devo farle un disegno|ci vuole (?:tanto|una laurea)|ha letto ~6 o (?:le|l'|li) ha",
        ),
        (
            r"(?:sceneggiat\w+|dramm[ai]|tragedi[ae]|storie|scenate?|capricci|lagn\w+|piagnist\w+|piagnucol\w+|lament\w+ continu\w+|pianto|teatrino)",
            "(?:fare|faccia|fa|basta|smetta|la finisca|sue|tutta|risparmi|tante|faccia)",
            r"!bigliett\w+|film|spiace|libro",
        ),
        (
            r"ancora lei|(?:senta|ascolti|guardi),? (?:signor\w*|un po|caro|io|noi|se)|ma scusi,?|(?:e|ma) allora|pazienza|prendere o lasciare|si calmi|si dia una calmata|(?:tanto )?peggio per (?:lei|te)|se non le (?:piace|va bene|sta bene)|cavoli suoi|sono fatti suoi|complimenti per|e quindi|vada a lamentarsi|si rassegni|non ci frega|che pretende|che si aspetta|non rompa|ci ha stancato",
            "!(?:la|sua) pazienza|con pazienza|pazienza (?:e|che|per|ancora)|grazie|porti pazienza|un po' di pazienza|complimenti per (?:l'acquisto|il suo)|ma scusi,? (?:il|per)",
        ),
        (
            "(?:si )?(?:compri|prenda|metta) (?:un paio di |gli |degli |un )?(?:occhiali|dizionario|metro)|cerchi su google|esiste google|mai sentito parlare",
        ),
    ),
    "es": (
        (
            "(?:si (?:no|usted no|uno no)|quien no|el que no)",
            "(?:no)",
            "(?:(?:no (?:compre|pida|deberia|se queje|haga|venga|tiene que|hay que)|mejor no|dejelo|es (?:su|cosa suya)|problema (?:suyo|es suyo|no es nuestro)|alla usted|que no compre))",
            r"!reembols\w+|devol\w+|contact\w+|responda|no se preocupe|cambi\w+",
        ),
        (
            r"(?:(?:un )?nino de (?:\w+) anos|un nino|cualquiera|mi (?:abuela|hijo|perro)|un mono)",
            "(?:sabria|sabe|podria|puede|entiende|entenderia|lo hace|consigue|habria|haria)",
            r"!adecuado|juguete|recomendad\w+|cualquiera de",
        ),
        (
            "(?:no se extrane|no me extrana|no es de extranar|normal que|como para no|le esta bien empleado)",
            r"!sentimos|disculp\w+|nuestro error",
        ),
        (
            "(?:problema|culpa|asunto|error)",
            "(?:suy[oa]|usted|su|tuy[oa])",
            "(?:no (?:es |son )?(?:nuestr[oa]|mi[oa])|es suy[oa]|solo suy[oa]|alla usted|unicamente suy[oa]|no de nosotros)",
            r"!no es (?:culpa )?suya|sentimos|disculp\w+",
        ),
        (
            "(?:(?:cosas (?:mejores|mas importantes)|mejores cosas|otras cosas) que hacer|no es (?:usted )?(?:el unic[oa]|nuestr[oa] unic[oa])|(?:cientos|miles) de (?:otros )?(?:clientes|pedidos)|no somos (?:adivinos|un call center|sus (?:criados|esclavos)|una ong|magos)|no tenemos tiempo|no tengo tiempo)",
            r"!sentimos|disculp\w+|si no tiene tiempo",
        ),
        (
            "(?:que|que parte) (?:es lo que )?(?:de ~6 )?no (?:entiende|entendio|ha entendido|comprende)|(?:tan|muy) dificil (?:es|era)|(?:es|era) tan dificil|no es tan (?:dificil|complicado)|(?:esta|lo pone|viene) (?:bien )?(?:clarito|clarisimo|escrito bien|bien claro)|lo pone (?:bien )?claro|le hago un (?:dibujo|croquis)|hay que explicarselo todo",
        ),
        (
            r"(?:drama\w*|numerito|numero|teatro|escenita|circo|pataleta|berrinche|lloriqu\w+|llanto|quejicas?|rabieta)",
            "(?:monte|montar|hacer|haga|deje|basta|sus|su|tanto|vaya|menos|ahorrese)",
            "!entradas|pelicula|numero de|el numero|su numero|sentimos|numeros",
        ),
        (
            r"(?:otra vez|de nuevo) usted|usted otra vez|(?:mire|oiga|escuche),? (?:senor\w*|si|usted|bien|yo|nosotros|no)|y que|que le vamos a hacer|ajo y agua|lo toma o lo deja|calmese|tranquilicese|alla usted|se siente|mala suerte|es lo que hay|si no le gusta|pues vaya|enhorabuena por su|que quiere que (?:le (?:diga|haga)|haga)|apanese|busquese la vida|ya esta bien|nos tiene (?:hartos|aburridos)|no de mas la lata|deje de dar la lata",
            "!y que (?:el|la|lo|los|le|se|no|su|esta|tenga|pueda)|enhorabuena por su (?:compra|nuevo|boda)|mire,? (?:si|usted) ~4 (?:puede|encuentra|ve)",
        ),
        (
            "(?:comprese|pongase|necesita) (?:unas |las |un )?(?:gafas|diccionario|metro)|busque en google|existe google|ha oido hablar de google",
        ),
    ),
    "pl": (
        (
            "(?:jesli (?:pan|pani|ktos|sie)|jak (?:pan|pani|ktos|sie)|kto|skoro (?:pan|pani))",
            "(?:nie)",
            r"(?:(?:nie (?:powinien|powinna|nalezy|trzeba|warto|kupuj\w*|zamawia\w*|moze)|to (?:juz )?(?:pana|pani) (?:problem|sprawa)|niech (?:nie|sie)|to sie nie|prosze nie (?:kupowac|zamawiac|narzekac|miec pretensji)|sam\w* sobie))",
            r"!zwroc\w+|wymieni\w+|oddamy|prosze sie nie (?:martwic|niepokoic)",
        ),
        (
            r"(?:\w+letni\w*|dziecko|przedszkolak|moja (?:babcia|corka)|moj (?:syn|pies)|kazdy (?:normalny|rozsadny|glupi)|malpa)",
            r"(?:poradzi\w*|potrafi\w*|zrozumi\w*|umie|wie|dalby|zrobi\w*|zlozy\w*)",
            r"!zabawk\w*|przeznaczon\w*|odpowiedni\w*|gwarancj\w*",
        ),
        (
            "(?:prosze sie (?:potem |teraz )?nie dziwic|nic dziwnego|nie ma sie co dziwic|trudno sie dziwic)",
            r"!przeprasza\w*|przykro|nasz blad",
        ),
        (
            r"(?:problem|sprawa|wina|blad|klopot)\w*",
            r"(?:pan\w*|pani\w*|panstw\w*)",
            r"(?:nie (?:jest )?(?:nasz\w*|moj\w*)|to (?:juz |jest |tylko )*(?:pana|pani|panstwa) (?:problem|sprawa|wina)|wylacznie|sam\w* sobie)",
            r"!nie (?:jest )?(?:pana|pani|panstwa)|przeprasza\w*|przykro|sprawdz\w*|dotycz\w*|w sprawie|sprawie",
        ),
        (
            r"(?:(?:lepsze|wazniejsze|inne) (?:rzeczy|sprawy) do|co robic|nie jest (?:pan|pani) jedyn\w+|(?:setki|tysiace) (?:innych )?(?:klientow|zamowien)|nie jestesmy (?:wrozk\w+|jasnowidz\w*|call center|pana|pani|instytucj\w+)|nie mam\w* czasu)",
            r"!przeprasza\w*|przykro|jesli nie ma",
        ),
        (
            r"czego (?:tu |tutaj )?(?:pan |pani |panstwo )?(?:tu )?nie rozumie\w*|co (?:tu |w tym )?jest (?:tak |takiego )?(?:trudne\w*|niejasne\w*)|(?:to )?nie (?:jest )?(?:takie|az tak|az takie) trudne|(?:jest )?(?:wyraznie|jak wol|czarno na bialym) (?:napisan\w*|jest)|napisane jest (?:wyraznie|jak wol)|mam (?:pan\w* )?(?:to )?narysowac",
        ),
        (
            r"(?:cyrk\w*|dramat\w*|afer\w+|scen\w*|szopk\w+|histeri\w*|histeryz\w+|lament\w*|jecz\w*|marud\w*|biadol\w*|placz\w*)",
            r"(?:robic|robi|prosze|przestac|dosc|koniec|niech|odstawia\w*|urzadza\w*|daruj\w*)",
            r"!bilet\w*|film\w*|przeprasza\w*",
        ),
        (
            r"(?:znowu|znow) (?:pan|pani|to samo)|(?:pan|pani) znowu|(?:prosze|niech (?:pan|pani)) (?:posluchac|slucha|poslucha)|no i co|co z tego|trudno\b|(?:ma (?:pan|pani) )?pecha?|bierze (?:pan|pani) albo|prosze sie (?:uspokoic|opanowac|ogarnac)|jak sie nie podoba|nie podoba sie|gratuluj\w+ (?:spostrzegawcz\w+|inteligenc\w+|panu|pani)|takie zycie|mamy (?:pana|pani) dosc|zanudza|zawraca\w* (?:nam )?(?:glowe|glowy|gitare)|czepia\w* sie|wymysla (?:pan|pani)",
            r"!trudno (?:dostepn|powiedz|jest|o|osiag)\w*",
        ),
        (
            r"(?:kupic|zalozyc|sprawic) (?:sobie )?(?:nowe )?(?:okulary|slownik|miarke)|(?:prosze )?(?:sobie )?(?:wygooglowac|poszukac w google|wpisac w google)|slyszal\w* (?:pan|pani) o google",
        ),
    ),
    "nl": (
        (
            "(?:als (?:u|je|men|iemand)|wie|indien u)",
            "(?:niet|geen)",
            "(?:(?:moet|moeten|kunt|hoeft|mag) ~4 (?:ook )?(?:niet|geen) ~5 (?:bestellen|kopen|klagen|aanschaffen|zeuren|verbaasd|gek)|niet (?:bestellen|kopen|klagen|verbaasd|zeuren)|uw (?:eigen )?probleem|eigen schuld|moet u ~4 (?:geen|niet) ~4 (?:bestellen|kopen))",
        ),
        (
            r"(?:(?:kind|kleuter|peuter) van (?:\w+)|\w+jarige?|(?:elk|ieder|een) (?:kind|kleuter|normaal mens)|mijn (?:oma|zoontje|dochter|hond)|een aap)",
            "(?:kan|kunnen|snapt|begrijpt|zou|weet|lukt|krijgt)",
            "!geschikt|speelgoed|aanbevolen",
        ),
        (
            "(?:geen wonder|niet (?:gek|raar|vreemd) dat|vreemd op(?:kijken|gekeken)|moet u niet (?:gek|vreemd|raar)|wees niet verbaasd|vind(?:t)? u het gek)",
            r"!excus\w*|sorry|spijt|onze fout|geen wonder dat u ~3 (?:teleurgesteld|boos)",
        ),
        (
            "(?:probleem|schuld|fout|zaak|pech)",
            "(?:uw|u|je|jouw)",
            "(?:niet (?:het |de )?(?:onze|ons|van ons|mijn)|(?:dat is )?(?:echt |toch |gewoon |puur )uw (?:eigen )?(?:probleem|schuld|zaak|fout|pech)|zelf|pech voor u)",
            r"!niet uw|excus\w*|sorry|spijt",
        ),
        (
            r"(?:(?:wel |iets )?(?:wat )?(?:beters|belangrijkers|anders) te doen|niet de enige klant|(?:honderden|duizenden) (?:andere )?(?:klanten|bestellingen)|(?:wij |we )?(?:zijn |ben )?(?:geen|niet) (?:helderziend\w*|callcenter|uw (?:slaaf|bediende|moeder)|liefdadigheids\w*)|geen tijd (?:voor|om|te))",
            r"!excus\w*|sorry|spijt|als u geen tijd",
        ),
        (
            "wat (?:begrijpt|snapt|is) u? ?(?:er )?~4 (?:niet aan|niet (?:duidelijk|begrijpt)|zo moeilijk aan)|wat (?:begrijpt|snapt) u (?:daar |er )?(?:nu |nou |precies )?niet|(?:zo|erg) moeilijk (?:kan|is) (?:het|dat) (?:toch |nou |ook )?niet|is (?:het|dat) (?:nou |nu |echt |dan )?zo moeilijk|het staat er (?:toch |gewoon |duidelijk )|moet ik er een tekening|tekeningetje",
        ),
        (
            r"(?:drama|heisa|ophef|scene|toestand|circus|theater|aanstell\w+|gejammer|gezeik|gezanik|geklaag|gemekker|stampij|huilie)",
            "(?:maken|maak|niet zo|hou|stop|uw|dat|bespaar|laat|genoeg|geen)",
            r"!kaartjes|voorstelling|excus\w*|sorry|spijt",
        ),
        (
            r"(?:daar bent )?u (?:al )?weer\b|luister(?:t u)? (?:eens|goed|nou)|(?:nou|nu) moet u eens|tja,?|nou en|jammer dan|pech gehabt|pech gehad|graag of niet|slikken of stikken|rustig aan zeg|kalmeer|doe (?:eens |even )?(?:normaal|rustig)|als het u niet bevalt|zoek het (?:maar )?(?:lekker )?(?:zelf )?uit|u zoekt het maar|wat wilt u nou|gefeliciteerd met uw|hou er over op|uitgepraat|we zijn klaar met u|(?:bent|wordt) u (?:nou )?(?:helemaal )?(?:gek|belazerd)",
            "!gefeliciteerd met uw (?:aankoop|nieuwe)|wanneer u weer|zodat u weer|dat u weer|kunt u weer|als u weer|hoort u weer|heeft u weer|kan u weer",
        ),
        (
            "(?:koop|neem|haal) (?:een |eens een )?(?:bril|woordenboek|rolmaat)|(?:u )?(?:moet|heeft) (?:misschien |dringend )?(?:een bril|naar de opticien)|google (?:het|maar|even)|ooit van google",
        ),
    ),
    "sv": (
        (
            "(?:om (?:du|ni|man)|den som|kan man|kan (?:du|ni))",
            "(?:inte|ej)",
            "(?:(?:ska|bör|borde|får|kanske|skall|behöver) ~4 (?:inte|låta bli) ~4 (?:köpa|beställa|handla|klaga|gnälla|bli|skylla)|(?:ditt|ert) (?:eget )?problem|skyll dig själv|låt bli)",
        ),
        (
            r"(?:\w+åring\w*|ett barn|varje barn|vilket barn|min (?:mormor|farmor|son|hund)|en apa|vem som helst)",
            "(?:kan|kunde|klarar?|klarat|förstår?|fattar|begriper|vet|skulle)",
            r"!leksak\w*|lämplig|rekommender\w*",
        ),
        (
            "(?:inte (?:konstigt|undra|förvånad|undra på)|bli inte (?:förvånad|arg)|undra på att)",
            r"!ursäkt\w*|ledsna|beklag\w*|vårt fel",
        ),
        (
            r"(?:problem\w*|fel|sak)",
            "(?:ditt|din|ert|er|du|dig)",
            "(?:inte (?:vårt|vår|våra|mitt|oss)|(?:helt |bara )?(?:ditt|ert) eget|ligger hos dig|skyll)",
            r"!inte (?:ditt|ert)|ursäkt\w*|ledsna|beklag\w*",
        ),
        (
            r"(?:(?:bättre|viktigare|annat) (?:saker )?(?:för oss )?(?:att göra|för sig)|inte (?:vår |den )?(?:enda|ensam\w*) ~1 (?:kund\w*|köpar\w*)|(?:hundratals|tusentals) (?:andra )?(?:kunder|beställningar)|(?:vi är|är) (?:inga|ingen|inte) (?:tankeläsare|callcenter|din (?:mamma|tjänare)|välgörenhet\w*)|(?:inte|ingen) tid (?:med|för|till|att))",
            r"!ursäkt\w*|ledsna|beklag\w*|om du inte",
        ),
        (
            "vad (?:är det |exakt )?(?:du |ni )?(?:inte )?(?:förstår|fattar) (?:du|ni)? ?inte|vad är det (?:du|ni) inte (?:förstår|fattar|begriper)|(?:så )?svårt kan det (?:väl |ju )?inte vara|är det (?:verkligen |så )?så? ?svårt|det står (?:ju |klart |tydligt )+|ska jag rita",
        ),
        (
            r"(?:drama|cirkus|scen|teater|ståhej|gnäll\w*|gnölande|tjat\w*|lipa\w*|rabalder)",
            "(?:gör|göra|sluta|ditt|ert|inte|nog|spara|så mycket)",
            r"!biljett\w*|film|ursäkt\w*|ledsna|scen\w* ~2 (?:ljus|teknik)",
        ),
        (
            "(?:du|ni) igen|(?:lyssna|hör på) (?:nu|här)|hördu du|än sen|synd för dig|otur|ta det eller låt bli|ta det lugnt|lugna (?:ner )?(?:dig|er)|om det inte (?:passar|duger)|väx upp|grattis till (?:att|din (?:fantastiska|enastående))|(?:det är )?bara att gilla läget|skärp (?:dig|er)|vi är klara med|sluta (?:mejla|skriva|ringa|tjata)|vad vill du att vi ~2 (?:gör|säger|ska göra)",
            "!när du igen|innan du igen|så att du igen|kan du igen|hör av|skriv(?:er)? du igen|hoppas ~4 igen",
        ),
        (
            "(?:köp|skaffa) (?:dig |er )?(?:ett par |nya |en )?(?:glasögon|ordbok|måttband)|(?:behöver|borde) (?:du |ni )?(?:nya )?glasögon|googla|hört talas om google",
        ),
    ),
}
