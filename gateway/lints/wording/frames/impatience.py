"""Frames of impatience: everybody knows, once more and slowly, not a cent before, read before you complain.

Beside `wording.frames.scorn`. Every language has the same rows in the same order: the obvious, no degree needed,
the last time, not a cent, stop writing, what else do you want, look first next time, before you complain, it
would have been enough, somebody who can read, so it is our fault, you could have thought of it, no is no.
"""

from typing import Final

IMPATIENCE: Final = {
    "de": (
        (
            r"sollte ~3 (?:jedem|ihnen|jeder) ~2 (?:klar|bekannt|einleuchten)|weiß (?:doch |eigentlich |ja |nun mal )+jeder|weiß (?:doch |ja )?jedes kind|jedes kind (?:weiß|kann ~3 lesen)",
            r"!entschuldig\w*|leider ~3 wir|unser (?:fehler|versehen)|tut uns leid",
        ),
        (
            r"(?:muss|braucht) man (?:doch |wirklich |nun |ja )*(?:kein\w*|nicht) ~3 (?:studiert|studium|ingenieur\w*|professor\w*|abitur|doktor\w*|diplom|genie)|keine (?:raketenwissenschaft|atomphysik)",
        ),
        (
            r"(?:zum|das|ein) (?:\w+ und )?(?:aller)?letzte[ns]? mal|(?:zum )?mitschreiben|(?:ganz|extra) langsam ~3 (?:für sie|mitschreiben|erklär\w*)|(?:nochmal|noch einmal) (?:ganz )?langsam",
            r"(?:erkläre|sage|schreibe|antworte|wiederhole|teile|fordere|mitschreiben|langsam|erklären wir|sagen wir|schreiben wir|wiederholen wir|fordern wir)",
            r"!(?:zahlenschloss|gerät|schraub\w*|drehen|ziehen|diktier\w*|wann)",
        ),
        (
            r"keinen (?:einzigen )?(?:cent|euro|pfennig|heller)",
            r"(?:sehen|bekommen|kriegen|erhalten|gibt es|zahlen wir|erstatten wir)",
            r"(?:wenn|falls|solange|sonst|ohne|bevor|andernfalls|ehe)",
        ),
        (
            r"(?:schreiben|fragen|mailen|drängeln|nerven|löchern) sie (?:uns |mich )?(?:bitte )?nicht (?:jeden tag|ständig|dauernd|immer|schon wieder|täglich|stündlich|andauernd|alle \w+)|(?:davon|dadurch|deshalb|deswegen) (?:kommt|geht|wird|läuft) ~5 (?:nicht|kein\w*) (?:schneller|früher|besser)|(?:hören|geben) sie (?:endlich |bitte )?(?:damit )?auf (?:damit|zu (?:fragen|schreiben|drängeln|nerven))|drängeln (?:hilft|bringt|nützt)",
        ),
        (
            r"was (?:sie |wollen sie |erwarten sie |soll ich |sollen wir )(?:jetzt |denn |eigentlich |noch |sonst |da |(?:von )?(?:mir|uns) )*(?:wollen|erwarten|verlangen|tun|machen|unternehmen)|was (?:wollen|erwarten|verlangen) sie (?:denn |eigentlich |jetzt |von uns |von mir )+(?:noch)?",
            r"(?:denn|noch|sonst|eigentlich|ehrlich|wirklich)",
            r"!(?:sagen|teilen|schreiben|schildern|nennen|lassen|beschreiben) sie|verstehen|gerne?|uns wichtig",
        ),
        (
            r"(?:messen|lesen|schauen|gucken|denken|überlegen|informieren|rechnen|prüfen|fragen|bestellen) sie",
            r"(?:nächste\w* mal|zukünftig|künftig)",
            r"(?:halt|eben|vielleicht|doch|bevor|gefälligst|erst|einfach|besser)",
            r"!gerne?|bitte|hilft|hilfreich|tipp|leider|entschuldig\w*|stellung|einstell\w*",
        ),
        (
            r"(?:bevor|ehe) sie ~6 (?:beschwer\w*|meckern|reklamier\w*|schimpfen|protestier\w*|aufreg\w*|jammern|behaupt\w*|beschuldig\w*|(?:wieder|erneut|nochmal|noch einmal) (?:schreiben|anfragen|fragen|melden|kontaktieren))|vor dem (?:meckern|schimpfen|jammern)",
            r"(?:lesen|schauen|messen|prüfen|gucken|lernen|denken|sehen|fragen|nachlesen|gelesen|gelernt|geschaut)",
            r"!schau\w* (?:wir|ich)|prüfen wir|gern\w*|(?:zeitwert|frist)",
        ),
        (
            r"(?:blick|lesen|nachmessen|nachlesen|hinschauen|hinsehen|nachfragen|nachdenken|anleitung|beschreibung) ~6 (?:hätte|hätten) (?:doch |auch |schon |ihnen )?(?:gereicht|genügt)|(?:hätte|hätten) ~3 (?:gereicht|genügt) ~3 (?:lesen|schauen|sehen|blick|messen|fragen)|(?:hätte|hätten) ~2 (?:nur|bloß) ~6 (?:lesen|schauen|nachmessen|hinsehen|gucken) müssen|(?:reichte|genügte) (?:doch )?~4 zu lesen",
            r"!wir hätten|hätten wir|entschuldig\w*|leider ~3 (?:uns|wir)|unser",
        ),
        (
            r"(?:jemand\w*|wem|der|die|einen|eine) ~4 (?:lesen kann|der lesen|die lesen|deutsch (?:kann|versteht))|lesen können (?:müsste|sollte) man",
            r"!vorlesen lassen ~2 wegen|sehbehind\w*|blind\w*",
        ),
        (
            r"(?:sollen|wollen|können|soll|will) ~5 (?:wir|uns|unsere) ~4 schuld|daran (?:sollen|sind) (?:jetzt |also |natürlich |nun |auch |auf einmal |mal wieder )+wir ~2 schuld|schuld (?:sind|haben) (?:natürlich |mal wieder |immer )+(?:wir|die anderen)|soll ~3 unsere schuld",
            r"!entschuldig\w*|nicht ihre",
        ),
        (
            r"hätten sie (?:sich |auch |doch |ja |wohl |eigentlich |schon |selbst |selber |das |es |mal )+(?:auch |doch |wohl |schon )*(?:denken|wissen|sehen|merken|erkennen|lesen|herausfinden|drauf kommen|darauf kommen) können|(?:selbst|selber|von allein\w*) (?:drauf|darauf) (?:kommen|gekommen)",
            r"!wir hätten|leider|tut uns|entschuldig\w*",
        ),
        (
            r"nein (?:heißt|ist|bleibt) nein|(?:habe|haben|hatte|hatten) ~3 (?:schon|bereits|doch) (?:mal |\w+mal )?nein gesagt|(?:lassen|hören) sie (?:endlich|jetzt|gefälligst) (?:locker|auf)|(?:brauchen|müssen) sie (?:gar |erst |auch )?nicht (?:weiter|länger|mehr) (?:fragen|nachfragen|nachhaken|bohren|insistieren)",
        ),
    ),
    "en": (
        (
            r"(?:should|ought to) be (?:obvious|clear|common (?:sense|knowledge)) to (?:anyone|anybody|everyone|everybody|you|most people)|(?:anyone|any child|a child|any fool) (?:knows|could have told|would know|can see)|common sense(?: really)?",
            r"!sorry|apolog\w+|our (?:mistake|fault)",
        ),
        (
            r"(?:isn't|is not|hardly|not exactly) (?:exactly )?(?:rocket science|brain surgery)|(?:don't|do not) need (?:a|an) (?:degree|engineering degree|phd|genius) to|it doesn't take (?:a genius|an? \w+ degree|much)",
        ),
        (
            r"(?:for|one) the (?:\w+ and )?(?:very )?(?:last|final) time|one last time|(?:once (?:again|more)|again),? (?:very |nice and |nice )?slowly|(?:let me|i'll) (?:spell it out|say it slowly|say this slowly)",
            r"!(?:turn|press|lift|pull|charg\w+|wash\w*|saw|seen|pour|open) ~6 slowly|when",
        ),
        (
            r"(?:not|\w+n't|never) ~3 (?:see|get|receive) ~2 (?:a|one|another|single) (?:penny|cent|pence|dime)|(?:we|i)(?:'ll| will)? (?:not|won't) (?:pay|refund) ~2 (?:a|one|another|single) (?:penny|cent)|(?:until|unless|if) ~14 (?:no refund|no money|forget (?:the|your|about)|can forget)",
            r"(?:until|unless|if|before|without|otherwise)",
            r"!sorry|bank|(?:cost|charge) you",
        ),
        (
            r"(?:stop|quit) (?:asking|writing|messaging|chasing|pestering|bothering|hassling|nagging|emailing)|(?:don't|do not|no need to|please don't) (?:write|message|chase|ask|keep) ~4 (?:every (?:day|hour|five minutes)|daily|constantly|all the time|again and again|asking|writing|messaging|chasing|nagging)|(?:won't|will not|doesn't|does not|isn't going to) (?:make|get|come|bring|arrive|speed) ~5 (?:any )?(?:faster|quicker|sooner)",
            r"!sorry|charger|battery|app|device|reminders?|notifications?",
        ),
        (
            r"what (?:else|more|exactly|on earth|the hell|do you) (?:else |exactly |actually )?(?:do )?(?:you |i am |i'm |are we |am i )?(?:supposed to |meant to )?(?:expect|want|think|do)",
            r"(?:else|more|honestly|on earth|the hell|really|frankly)",
            r"!(?:let us|let me|tell us|tell me|please)|can (?:i|we)|happy|you (?:think|want) is best|anything|what more you|need",
        ),
        (
            r"(?:measure|read|look|check|think|try reading|learn|count|ask)",
            r"(?:next time|in future|in the future)",
            r"(?:perhaps|maybe|just|first|try|do|before|might|could|should|a thought|properly)",
            r"!please|we (?:will|shall|would|could|should|must|might)|we'll|happy|helpful|tip|sorry|our",
        ),
        (
            r"before (?:you )?~4 (?:complain|complaining|moan|moaning|protest|accuse|accusing|blame|blaming|grumble|kick off|having a go|(?:contact|contacting|write|writing|message|messaging|email|emailing|ask|asking) ~3 again)",
            r"(?:read|look|check|measure|try|think|learn|reading|looking|checking)",
            r"!we|sorry|i (?:will|am)|i'll",
        ),
        (
            r"(?:all you (?:had|needed|have) to do (?:was|is)|would have been enough to|you only had to|you just had to|(?:a|one|quick) (?:glance|look|read) ~6 would have)",
            r"(?:read|look|check|measure|ask|glance|listen|follow|told|saved|shown|open)",
            r"!sorry|apolog\w+|we should",
        ),
        (
            r"(?:someone|somebody|anyone|anybody|a person|people) (?:who|that) can ~1 read|if you can read|(?:can|could) you (?:even |actually )?read\b|learn to read|ability to read",
            r"!(?:can|could) you (?:even |actually )?read (?:the|out|off|me|us|what)|blind|small print|impair\w*|display|meter",
        ),
        (
            r"(?:so|and|oh|ah|now|suddenly|of course|naturally|right) ~3 (?:it's|it is|that's|that is|we're|we are|this is) ~4 (?:our fault|to blame|our problem|our doing)|how (?:is|on earth is) (?:that|this) ~1 our (?:fault|problem)|(?:supposed to|meant to) be our (?:fault|problem)",
            r"!sorry|apolog\w+|completely|entirely|clearly our|that is our fault|clear",
        ),
        (
            r"you (?:could|might|should) (?:have |well have |surely have |really have |easily have )+(?:thought|figured|worked|guessed|known|realised|realized|noticed|spotted|read)|(?:figure|work) (?:it|that) out (?:for )?yourself",
            r"!sorry|apolog\w+|we should|not have (?:known|noticed)|n't have",
        ),
        (
            r"no means no|what part of ~3 (?:don't|do not|didn't|no)|(?:i|we)(?:'ve| have)? (?:already )?(?:told you|said) (?:already )?(?:that )?no\b|(?:give it a rest|drop it|let it go)|(?:the answer|it) (?:is|was|remains) ~2 no\b ~3 (?:stop|asking|accept|end of)|end of (?:story|discussion|conversation)",
        ),
    ),
    "fr": (
        (
            r"(?:devrait|doit) (?:pourtant )?(?:etre|tomber) ~2 (?:evident|clair|sous le sens|logique) ~1 (?:pour|a) (?:tout le monde|tous|chacun|vous)|(?:tout le monde|n'importe qui|un enfant|meme un enfant) (?:le )?(?:sait|comprend|comprendrait|saurait)|ca tombe (?:pourtant )?sous le sens",
            r"!desole\w*|excus\w*|notre (?:erreur|faute)",
        ),
        (
            r"(?:pas besoin|pas necessaire|nul besoin|ne faut pas|faut pas) ~4 (?:polytechnique|ingenieur|saint-cyr|doctorat|bac|diplome|genie|ecole|etudes)|pas (?:sorcier|la mer a boire) pourtant",
        ),
        (
            r"(?:pour|c'est) la (?:\w+ et )?(?:toute )?derniere fois|(?:je|on) (?:vais|va)? ~3 (?:repete|redis|re-explique|reexplique|repeter|redire) ~3 (?:lentement|encore une fois|une derniere fois|doucement)|(?:encore une fois|une fois de plus) (?:tres )?lentement",
            r"(?:dis|repete\w*|redis|ecris|explique|reponds|lentement|demandons|disons|expliquons|demande|repeter|redire|prevenons|previens)",
            r"!quand|tourn\w*|versez",
        ),
        (
            r"(?:pas|plus|aucun|sans) ~3 (?:un centime|un sou|un euro|centime|kopeck)|(?:pas|rien) ~3 (?:de remboursement|rembourse)",
            r"(?:verrez|aurez|recevrez|toucherez|paierons|rembourserons|rembourse|remboursement)",
            r"(?:si|tant que|avant|sans|sinon|faute)",
            r"!frais|depens\w*|debour\w*|delai de|livraison|desole\w*|votre banque|coutera|avant (?:le|la|trois|deux|cinq)|si (?:vous n'avez|le)",
        ),
        (
            r"(?:arretez|cessez) ~2 (?:d'|de )?~2 (?:ecrire|relancer|insister|harceler|demander|reclamer|envoyer)|(?:inutile|pas la peine|ne sert a rien) ~3 (?:ecrire|relancer|insister|harceler|reclamer) ~3 (?:tous les jours|sans cesse|chaque|toutes les)?|(?:ca|cela) (?:n'|ne )?~3 (?:arriver\w*|ira|fera|avancer\w*|viendra) ~5 plus vite",
            r"!nous nous|pas la peine de relancer|chargeur|batterie|desole\w*|appareil",
        ),
        (
            r"(?:ce que|que|qu'est-ce que) vous (?:voulez|attendez|esperez) ~2 (?:de plus|encore|que (?:je|nous|l'on)|de (?:moi|nous))|que (?:voulez|attendez|esperez)-vous (?:de plus|encore|donc)",
            r"!dites[- ](?:nous|moi)|precis\w*|indiqu\w*|explique\w*",
        ),
        (
            r"(?:mesurez|lisez|regardez|verifiez|reflechissez|renseignez|pensez|apprenez|essayez)",
            r"(?:la prochaine fois|a l'avenir|dorenavant)",
            r"(?:donc|peut-etre|d'abord|au moins|avant|plutot|mieux|simplement|bien)",
            r"!n'hesitez|merci de|s'il vous|conseil|utile|desole\w*|excus\w*|veuillez",
        ),
        (
            r"avant (?:de|d') ?(?:vous )?(?:venir )?(?:plaindre|raler|protester|reclamer|accuser|crier|critiquer|(?:nous )?(?:re-?ecrire|recontacter|relancer))",
            r"(?:lisez|lire|regardez|regarder|verifiez|mesurez|apprenez|essayez|reflechissez|relisez|veuillez lire|ouvrez)",
            r"!(?:nous|j'ai|je) (?:avons|vais|allons)|desole\w*",
        ),
        (
            r"il (?:suffisait|aurait suffi|vous suffisait|vous aurait suffi) (?:pourtant )?(?:simplement |juste )?(?:de|d')|(?:un|simple) (?:coup d'oeil|regard) ~6 (?:suffisait|aurait suffi)|vous n'aviez qu'a",
            r"(?:lire|regarder|mesurer|demander|verifier|ecouter|ouvrir|suivre|coup d'oeil|regard|relire|lisant)",
            r"!desole\w*|excus\w*|nous aurions|notre",
        ),
        (
            r"(?:quelqu'un|une personne|gens) (?:qui )?~1 (?:sait|sache|savent) ~1 lire|si vous savez lire|savez-vous (?:seulement )?lire|apprendre a lire|apprenez a lire",
            r"!malvoyant\w*|aveugle\w*|compteur",
        ),
        (
            r"(?:alors|donc|ah|et|bien sur|maintenant|evidemment|tiens|voila que) ~4 (?:c'est|ce serait|serait|la) ~2 (?:de )?notre faute|ce serait (?:donc )?(?:de )?notre faute|(?:de )?notre faute (?:maintenant|peut-etre|a nous|aussi)",
            r"!desole\w*|excus\w*|entierement",
        ),
        (
            r"vous auriez (?:quand meme |pourtant |bien |aussi )*(?:pu|du) (?:\w+ )?(?:y )?(?:penser|deviner|savoir|voir|lire|vous en douter|le comprendre|comprendre|remarquer|reflechir)|(?:pu|du) y penser (?:tout seul|vous-meme)",
            r"!desole\w*|excus\w*|nous aurions",
        ),
        (
            r"(?:c'est )?non,? c'est non|(?:vous ai|vous avons|ai|avons) (?:deja )?dit (?:deja )?(?:que )?non|n'insistez (?:pas|plus)|inutile d'insister|point final|un point c'est tout",
        ),
    ),
    "it": (
        (
            r"(?:dovrebbe|deve) (?:pur )?essere (?:\w+ )?(?:chiaro|ovvio|evidente|noto) (?:a|per) (?:tutti|chiunque|lei|ognuno)|(?:lo sanno|lo capisce|lo capirebbe|lo sa) (?:tutti|chiunque|anche un bambino|un bambino|perfino)|(?:chiunque|anche un bambino|tutti) ~1 (?:lo sa|sanno|capisce|capirebbe|saprebbe)|basta il buon ?senso",
            r"!scus\w*|spiace|nostro errore",
        ),
        (
            r"(?:non (?:serve|ci vuole|occorre|bisogna)|mica (?:serve|ci vuole)) ~4 (?:laurea|laureato|ingegnere|ingegneria|scienziato|genio|dottorato|diploma)",
        ),
        (
            r"per (?:la|l') ?(?:\w+ (?:ed? )?)?ultima volta|(?:glielo|ve lo|lo) (?:ripeto|ridico|rispiego|spiego) ~3 (?:lentamente|piano|un'altra volta|per l'ultima|ancora)|(?:ancora una volta|di nuovo),? (?:molto )?lentamente",
            r"(?:ripeto|dico|ridico|scrivo|spiego|rispiego|rispondo|lentamente|chiediamo|diciamo|piano|spieghiamo|ripetiamo)",
            r"!quando|ruot\w*|giri",
        ),
        (
            r"(?:non|neanche|nemmeno|manco) ~4 (?:un centesimo|un euro|un soldo|una lira)",
            r"(?:vedr\w*|avra|ricever\w*|rimbors\w*|prender\w*|paghiamo|pagheremo|diamo)",
            r"(?:se|finche|prima|senza|altrimenti|fino a quando)",
            r"!coster\w*|costa|spendere|scus\w*",
        ),
        (
            r"(?:smetta|la smetta|la pianti|la finisca|finisca) ~2 (?:di|con) ~2 (?:scriver\w*|chieder\w*|insister\w*|messagg\w*|sollecit\w*|tormentar\w*|mandar\w*|domande|solleciti)|non (?:ci |mi )?(?:scriva|mandi|chieda|solleciti) ~3 (?:ogni (?:giorno|ora)|tutti i giorni|in continuazione|continuamente|sempre|di continuo)|non (?:arriva|arrivera|fara|va|andra) ~4 (?:piu in fretta|prima|piu veloce|piu rapidamente) ~4 (?:cosi|per questo|se (?:scrive|insiste|continua))|non ~4 per questo ~3 (?:piu (?:in fretta|veloc\w*)|prima)",
            r"!scus\w*|dispositivo",
        ),
        (
            r"(?:cosa|che cosa|che) (?:altro )?(?:vuole|pretende|si aspetta|vorrebbe) (?:ancora |altro |di piu |che (?:faccia|facciamo|le dica) |da (?:me|noi) ?)+|(?:non so|francamente|sinceramente) ~4 (?:cosa|che) ~2 (?:altro|ancora|pretenda|pretende|si aspetti)",
            r"!ci dica|mi dica|ci spieghi|indic\w*|ci faccia sapere",
        ),
        (
            r"(?:misuri|legga|guardi|controlli|rifletta|pensi|si informi|impari|verifichi)",
            r"(?:la prossima volta|in futuro|d'ora in poi)",
            r"(?:magari|almeno|prima|bene|meglio|semplicemente|forse|pure)",
            r"!per favore|cortesemente|consiglio|utile|spiace|scus\w*|la preghiamo|le consigliamo",
        ),
        (
            r"prima di (?:lamentarsi|lamentar\w*|protestare|criticare|accusar\w*|reclamare|arrabbiarsi|dare la colpa|(?:ri)?scriver\w* (?:ancora|di nuovo|un'altra volta)|contattar\w* (?:ancora|di nuovo))",
            r"(?:legg\w*|guard\w*|controll\w*|misur\w*|impar\w*|verific\w*|apra|pens\w*|rilegg\w*)",
            r"!abbiamo|verifichiamo|controlliamo|spiace",
        ),
        (
            r"(?:bastava|sarebbe bastato|le bastava|sarebbe bastata)|(?:un'occhiata|uno sguardo) ~6 (?:bastava|sarebbe bastat\w)",
            r"(?:legger\w*|guardar\w*|misurar\w*|chieder\w*|controllar\w*|ascoltar\w*|aprire|seguire|occhiata|sguardo|lettura)",
            r"!scus\w*|spiace|avremmo|dovevamo|da parte nostra",
        ),
        (
            r"(?:qualcuno|una persona|chi|uno) (?:che )?(?:sa|sappia|sapesse|sia capace di) leggere|se sa leggere|sa leggere|impari a leggere|imparare a leggere",
            r"!ipoveden\w*|non vedent\w*|contatore|lettore|scheda",
        ),
        (
            r"(?:quindi|allora|ah|e|certo|adesso|ora|ovviamente|naturalmente|dunque) ~4 (?:e|sarebbe|saremmo|la) ~2 (?:colpa nostra|nostra la colpa|noi i colpevoli)|sarebbe (?:quindi )?colpa nostra|colpa nostra (?:adesso|anche questa|pure)",
            r"!scus\w*|spiace|e tutta|totalmente",
        ),
        (
            r"(?:poteva|avrebbe potuto|potevate|doveva) (?:anche |pure |benissimo |ben )*(?:arrivarci|pensarci|immaginarlo|capirlo|saperlo|vederlo|leggerlo|accorgersene|immaginarselo)(?: (?:da solo|da sola))?|ci arriva(?:va)? (?:da sol\w|chiunque|anche)",
            r"!scus\w*|spiace|non poteva|noi",
        ),
        (
            r"(?:le|vi|gliel) ?(?:ho|abbiamo) (?:gia )?detto (?:gia )?(?:di|che) no|non insista|inutile insistere|no e no|no vuol dire no|punto e basta|fine della (?:discussione|storia)",
        ),
    ),
    "es": (
        (
            r"(?:deberia|debe) (?:ser|estar|resultar) ~1 (?:obvio|claro|evidente|logico) (?:para|a) (?:cualquiera|todo el mundo|todos|usted)|(?:lo sabe|lo entiende|lo entenderia) (?:todo el mundo|cualquiera|hasta un nino|un nino)|(?:todo el mundo|cualquiera|hasta un nino|un nino) (?:lo |ya )?(?:sabe|entiende|entenderia|sabria)|es de sentido comun|es de cajon",
            r"!disculp\w*|sentimos|nuestro error",
        ),
        (
            r"no (?:hace falta|hay que|se necesita) (?:ser |tener |un |una )*(?:ingenier\w*|licenciad\w*|carrera|genio|doctorad\w*|master|lumbrera|nasa|catedratico|muy listo)",
        ),
        (
            r"por (?:\w+ y )?ultima vez|(?:se lo|le) (?:repito|explico|digo|vuelvo a (?:explicar|decir)) ~3 (?:despacio|despacito|lentamente|otra vez|una vez mas|por ultima)|(?:otra vez|una vez mas),? (?:muy )?(?:despacio|despacito|lentamente)",
            r"(?:repito|digo|explico|escribo|contesto|despaci\w+|decimos|explicamos|repetimos|pedimos|lentamente|explicar|decir)",
            r"!cuando|gire|vierta",
        ),
        (
            r"(?:no|ni) ~4 (?:un centimo|un euro|un duro|ni un centimo)",
            r"(?:vera|recibira|cobrara|devolv\w*|pagar\w*|tendra|reembols\w*|abonar\w*)",
            r"(?:si|hasta|mientras|sin|antes|de lo contrario)",
            r"!costar\w*|cuesta|sentimos",
        ),
        (
            r"(?:deje|pare) (?:ya )?de ~1 (?:escribir\w*|preguntar\w*|insistir|molestar\w*|mandar\w*|reclamar|dar la lata|enviar\w*)|no (?:nos |me )?(?:escriba|pregunte|mande|reclame|moleste) ~3 (?:todos los dias|cada (?:dia|hora|rato)|constantemente|a todas horas|continuamente|sin parar)|no (?:va a llegar|llegara|llega|ira|va) ~4 (?:antes|mas rapido) (?:por|aunque|porque)|por (?:escribir|insistir|preguntar) ~3 no ~4 (?:antes|mas rapido)",
            r"!cargador|sentimos",
        ),
        (
            r"(?:que|lo que) (?:mas |otra cosa )?(?:quiere|espera|pretende|pretenda|espere) (?:usted )?(?:ya |mas |ahora )*(?:que (?:haga|hagamos|le diga)|de (?:mi|nosotros)|mas)|que mas (?:quiere|espera|pretende)",
            r"!diganos|digame|indiquenos|expliq\w*|haganos saber|cuentenos",
        ),
        (
            r"(?:mida|lea|mire|compruebe|piense|informese|fijese|aprenda|pregunte)",
            r"(?:la proxima vez|en el futuro|otra vez|la proxima)",
            r"(?:a ver si|al menos|primero|antes|mejor|bien|quizas?|simplemente|tal vez)",
            r"!por favor|consejo|util|sentimos|disculp\w*|le recomendamos|rogamos",
        ),
        (
            r"antes de (?:quejarse|protestar|criticar|acusar\w*|reclamar|enfadarse|echar\w* la culpa|(?:volver a )(?:escribir\w*|contactar\w*|preguntar\w*)|(?:escribir|contactar)\w* (?:otra vez|de nuevo))",
            r"(?:lea|leer|mire|mirar|compruebe|mida|aprenda|revise|abra|piense|lease)",
            r"!hemos|sentimos|comprobaremos|revisaremos",
        ),
        (
            r"(?:bastaba|habria bastado|hubiera bastado|le bastaba|solo tenia que|habria sido suficiente)|(?:un vistazo|una mirada) ~6 (?:bastaba|habria bastado|hubiera bastado)",
            r"(?:leer\w*|mirar\w*|medir\w*|preguntar\w*|comprobar\w*|escuchar|abrir|seguir|vistazo|mirada)",
            r"!disculp\w*|sentimos|habriamos|por nuestra parte",
        ),
        (
            r"(?:alguien|una persona|uno) que (?:si )?(?:sepa|sabe) leer|si sabe (?:usted )?leer|sabe (?:usted )?leer|aprenda a leer|aprender a leer",
            r"!ciego|invidente|contador|lector|tarjeta",
        ),
        (
            r"(?:asi que|ah|ahora|claro|entonces|y|por supuesto|o sea) ~4 (?:es|sera|la culpa|somos|resulta) ~3 (?:culpa nuestra|nuestra culpa|es nuestra|nosotros los culpables)|(?:tambien|encima) (?:es|sera) (?:culpa nuestra|nuestra culpa)",
            r"!disculp\w*|sentimos|toda",
        ),
        (
            r"(?:podia|podria|tenia que|deberia) (?:usted )?(?:haber|haberse) ?(?:lo )?(?:pensado|imaginado|sabido|visto|leido|dado cuenta|deducido)|eso (?:se le podia|lo podia|podia) (?:haber )?ocurr\w*",
            r"!disculp\w*|sentimos|deberiamos|podriamos|no podia",
        ),
        (
            r"(?:ya )?(?:le|se lo) (?:dije|he dicho|hemos dicho|dijimos) (?:ya )?que no|no insista|inutil insistir|no es no|y punto|fin de la (?:discusion|conversacion|historia)",
            r"!punto (?:de|final|\d)",
        ),
    ),
    "pl": (
        (
            r"powinno byc ~3 (?:oczywiste|jasne|wiadome|logiczne) dla (?:kazdego|wszystkich|pana|pani)|(?:kazdy|kazde dziecko|wszyscy) (?:to )?(?:wie|wiedza|rozumie)|(?:wie|rozumie) to (?:kazdy|kazde dziecko)",
            r"!przeprasza\w*|przykro|nasz blad",
        ),
        (
            r"nie trzeba (?:byc |miec )?(?:\w+ )?(?:inzynier\w*|profesor\w*|doktorat\w*|geniusz\w*|studi\w+|dyplom\w*|matur\w*|orlem)|(?:to )?nie jest (?:fizyka kwantowa|filozofia)",
        ),
        (
            r"(?:po raz|raz) (?:\w+ i )?ostatni|(?:powtarzam|tlumacze|powtorze|wyjasniam) ~3 (?:powoli|wolno|po raz|jeszcze raz|ostatni)|jeszcze raz,? (?:bardzo )?(?:powoli|wolno)",
            r"(?:powtarza\w*|mowi\w*|tlumacz\w*|pisz\w*|odpowiada\w*|powoli|wyjasnia\w*|prosimy|powtorze|wolno)",
            r"!kiedy|obraca\w*|krec\w*",
        ),
        (
            r"(?:ani|nawet|zadnego|zlamanego|zlamanej) ~1 (?:grosza|zlotowki|centa|groszy)",
            r"(?:zobaczy|dostanie|otrzyma|zwroc\w*|zaplac\w*|oddamy|ujrzy)",
            r"(?:jesli|dopoki|zanim|bez|inaczej|jezeli|poki)",
            r"!kosztow\w*",
        ),
        (
            r"prosze (?:juz )?(?:przestac|skonczyc|nie) ~3 (?:(?:pisac|pytac|dopytywac|nagabywac|ponaglac|wysylac|zawracac)(?: ~3 (?:codziennie|co chwile|ciagle|bez przerwy|glowy|co godzine))|dopytywac|nagabywac|zawracac|ponaglac)|przestac (?:pisac|pytac|dopytywac|nagabywac|ponaglac)|(?:od tego|przez to|dzieki temu) ~4 (?:nie )?~3 (?:szybciej|predzej|wczesniej)",
            r"(?:nie|przestac|skonczyc)",
            r"!przeprasza\w*|ladow\w*",
        ),
        (
            r"czego (?:jeszcze |wiecej |wlasciwie |niby )*(?:pan |pani |panstwo )?(?:jeszcze |wiecej |wlasciwie |od (?:nas|mnie) )*(?:oczekuj\w*|chce|chca|wymaga\w*)|co (?:jeszcze|wiecej) (?:mam|mamy|moge|mozemy) (?:zrobic|powiedziec)",
            r"(?:jeszcze|wiecej|wlasciwie|niby|naprawde|szczerze)",
            r"!prosze (?:napisac|powiedziec|podac|wskazac)|chetnie|opisac",
        ),
        (
            r"(?:zmierzyc|mierzyc|przeczytac|czytac|sprawdzic|sprawdzac|pomyslec|zapytac|patrzec|spojrzec|niech ~2 (?:zmierzy|przeczyta|sprawdzi|pomysli))",
            r"(?:nastepnym razem|na przyszlosc|w przyszlosci)",
            r"(?:moze|chociaz|najpierw|lepiej|po prostu|zanim|dokladnie|choc)",
            r"!przeprasza\w*|wskazowk\w*|rad[ay]|(?:bedziemy|postaramy)|pomoc\w*|dla ulatwienia",
        ),
        (
            r"(?:zanim|nim) ~3 (?:narzeka\w*|skarzy\w*|protest\w*|reklam\w*|oskarz\w*|krytyk\w*|pretensj\w*|(?:znowu|ponownie|znow|kolejny raz) (?:napisze|zapyta|pisze))|przed (?:narzekaniem|marudzeniem)",
            r"(?:przeczyta\w*|czyta\w*|sprawdz\w*|zmierz\w*|spojrz\w*|obejrz\w*|nauczy\w*|pomysl\w*)",
            r"!sprawdzimy|chetnie|przykro",
        ),
        (
            r"(?:wystarczylo|wystarczyloby|starczylo) (?:przeciez |tylko |po prostu |bylo )*|(?:jeden rzut oka|jedno spojrzenie) ~5 (?:wystarczyl\w*|by wystarczyl\w*)",
            r"(?:przeczyta\w*|czyta\w*|spojrzec|zmierzy\w*|zapyta\w*|sprawdzi\w*|posluchac|otworzyc|rzut oka|zajrzec)",
            r"!przeprasza\w*|przykro|powinnismy|z naszej strony",
        ),
        (
            r"(?:ktos|kogos|komus|osob\w+),? (?:kto|ktor\w+) (?:potrafi|umie) czytac|(?:potrafi|umie) (?:pan|pani) (?:w ogole )?czytac|czy (?:pan|pani) (?:potrafi|umie) czytac|nauczyc sie czytac",
            r"!niewidom\w*|slabowidz\w*|czytnik",
        ),
        (
            r"(?:czyli|aha|i|teraz|oczywiscie|no|wiec|jasne) ~4 (?:to )?(?:nasza wina|my jestesmy winni|my winni|wina po naszej)|(?:ma byc|niby|bylaby) (?:to )?nasza wina|nasza wina (?:tez|teraz|oczywiscie)",
            r"!przeprasza\w*|przykro|calkowicie",
        ),
        (
            r"(?:mogl|mogla|mogli|moglby|moglaby) (?:sie )?(?:pan|pani|panstwo) (?:\w+ )?(?:sie )?(?:sam |sama |chyba |przeciez )*(?:domyslic|wiedziec|zauwazyc|pomyslec|przewidziec|przeczytac|wpasc na to)|(?:mozna|trzeba) bylo (?:sie )?(?:samemu |przeciez )*(?:domyslic|pomyslec|przeczytac|przewidziec|wpasc)",
            r"!przeprasza\w*|przykro|nie mogl\w*",
        ),
        (
            r"nie (?:znaczy|to) nie|(?:juz )?(?:mowilem|mowilam|pisalem|pisalam|mowilismy|pisalismy) (?:juz )?(?:panu |pani )?ze nie|prosze (?:juz )?nie nalegac|koniec (?:dyskusji|tematu)",
        ),
    ),
    "nl": (
        (
            r"(?:zou|moet|hoort) ~2 (?:toch )?(?:voor )?(?:iedereen|u|een ieder) (?:toch |wel )*(?:duidelijk|logisch|bekend|vanzelfsprekend)(?: moeten)? ?(?:zijn)?|(?:iedereen|elk kind|ieder kind|een kind) (?:weet|snapt|begrijpt)|(?:weet|snapt|begrijpt) (?:toch )?(?:iedereen|elk kind|ieder kind|een kind)",
            r"!excus\w*|sorry|onze fout",
        ),
        (
            r"(?:hoef|hoeft|hoeven) (?:je|u|men) (?:toch |echt )?(?:geen|niet) ~4 (?:gestudeerd|ingenieur\w*|professor|studie|diploma|genie|universiteit|raketgeleerde|doorgeleerd)|geen (?:hogere wiskunde|raketwetenschap)",
        ),
        (
            r"voor de (?:\w+ en )?(?:aller)?laatste keer|(?:ik|we|wij) (?:leg|zeg|herhaal|leggen|zeggen|herhalen) ~4 (?:langzaam|rustig|nog een keer|voor de laatste)|nog (?:een keer|eens),? (?:heel )?(?:langzaam|rustig)",
            r"(?:zeg|leg|herhaal|schrijf|antwoord|langzaam|zeggen|leggen|herhalen|verzoeken|vraag)",
            r"!wanneer|draai\w*|giet|voor de laatste keer (?:gebruikt|opgeladen)",
        ),
        (
            r"(?:geen|niet een) (?:enkele )?(?:cent|euro|stuiver)",
            r"(?:ziet|krijgt|ontvangt|betalen|terugbetalen|vergoeden|zien) ~2 (?:u|wij|we|geen|van ons)",
            r"(?:als|indien|zolang|anders|zonder|voordat|tot|tenzij)",
            r"!kost\w*|bijbetal\w*|helaas nog",
        ),
        (
            r"(?:hou|houd|houdt) (?:u )?(?:nu |toch |eens )*op (?:met )?~2 (?:schrijven|mailen|vragen|zeuren|sturen|zaniken|pushen)|(?:schrijf|mail|vraag|stuur|zeur) (?:ons |mij |me )?(?:alstublieft )?niet (?:elke dag|iedere dag|steeds|voortdurend|de hele tijd|dagelijks|om het uur)|(?:daarvan|daardoor|daarmee|zo) (?:komt|gaat|wordt) ~4 (?:niet|ook niet) (?:sneller|eerder)",
        ),
        (
            r"wat (?:wilt|verwacht|verlangt) u (?:nu |nog |eigenlijk |dan |verder )+(?:van (?:ons|mij))?|wat u (?:nu |nog |eigenlijk |verder |meer )+(?:van (?:ons|mij) )?(?:nog |meer )?(?:wilt|verwacht|verlangt)|wat (?:moet|kan) ik (?:er )?(?:dan )?nog meer (?:aan )?doen",
            r"!(?:laat|geef|vertel|schrijf) (?:het )?(?:ons|mij)|weten|graag",
        ),
        (
            r"(?:meet|lees|kijk|controleer|denk|informeer|reken|vraag|let)",
            r"(?:de volgende keer|volgende keer|voortaan|in het vervolg)",
            r"(?:gewoon|misschien|eerst|voordat|maar|beter|eens|nou|goed|even)",
            r"!alstublieft|graag|handig|tip|helaas|sorry|excus\w*|(?:wij|we) (?:kijken|letten|controleren)",
        ),
        (
            r"(?:voordat|voor) u ~5 (?:klaagt|moppert|protesteert|beschuldigt|zeurt|boos wordt|reclameert|kritiek|(?:weer|opnieuw|nogmaals) (?:schrijft|mailt|vraagt|contact\w*))|voor het klagen",
            r"(?:lees|lezen|kijk|meet|controleer|leer|denk|gelezen|bekijk)",
            r"!(?:wij|we) |graag|sorry",
        ),
        (
            r"(?:had|hadden|hoefde|hoefden) ~6 (?:volstaan|genoeg geweest|voldoende geweest)|u (?:had|hoefde) (?:alleen|enkel|slechts)|(?:een blik|even lezen|even kijken|even meten) ~5 (?:had|was) ~2 (?:genoeg|voldoende|volstaan)",
            r"(?:lezen|kijken|meten|vragen|controleren|luisteren|openen|blik|gelezen)",
            r"!sorry|excus\w*|wij hadden|hadden wij|onze kant",
        ),
        (
            r"(?:iemand|mensen|een persoon) die (?:wel )?(?:kan|kunnen) lezen|als u kunt lezen|kunt u (?:wel |eigenlijk |uberhaupt )lezen|leren lezen|leer lezen",
            r"!blind\w*|slechtziend\w*|meter",
        ),
        (
            r"(?:dus|aha|en|nu|ineens|natuurlijk|o|oh) ~4 (?:is het|zou het|zijn wij|is dat|het is) ~3 (?:onze schuld|onze fout|schuldig)|(?:zou|moet) ~3 onze schuld (?:zijn|moeten)|onze schuld (?:nu|zeker|ook)",
            r"!sorry|excus\w*|volledig|geheel",
        ),
        (
            r"(?:had|hadden) u (?:zelf |ook |toch |wel |best |zich |natuurlijk )*(?:kunnen (?:bedenken|weten|zien|lezen|verzinnen|begrijpen|opmerken|nagaan)|moeten (?:weten|bedenken|zien|lezen))|(?:zelf|ook) (?:wel )?(?:op )?(?:kunnen )?(?:bedenken|komen|verzinnen) kunnen",
            r"!sorry|excus\w*|helaas ~3 wij|niet (?:kunnen )?weten",
        ),
        (
            r"nee (?:is|betekent|blijft) nee|(?:heb|hebben) (?:u |het u )?(?:al|toch|reeds) (?:nee gezegd|gezegd (?:van|dat) nee)|(?:blijf|blijft) (?:u )?niet (?:aandringen|zeuren|vragen)|niet (?:verder |langer )?aandringen|punt uit|einde discussie",
        ),
    ),
    "sv": (
        (
            r"(?:borde|torde|ska) (?:väl |ju |rimligen )?vara (?:\w+ )?(?:självklart|uppenbart|tydligt|klart|bekant) för (?:alla|var och en|dig|er|vem som helst|de flesta)|(?:alla|varje barn|vem som helst|ett barn) (?:vet|förstår|kan läsa)|det (?:vet|förstår) (?:väl |ju )?(?:alla|varje barn|vem som helst)|sunt förnuft",
            r"!ursäkta\w*|ledsna|vårt fel|vår miss",
        ),
        (
            r"(?:behöver|krävs|behövs) (?:man |du |ju |det )*(?:inte|ingen|inget) ~3 (?:ingenjör\w*|examen|professor|geni|högskole\w*|doktor\w*|civilingenjör)|(?:ingen|knappast) raketforskning|inte (?:precis )?raketforskning",
        ),
        (
            r"för (?:\w+ och )?(?:absolut |allra )?sista gången|en sista gång|(?:jag|vi) (?:förklarar|säger|upprepar) ~3 (?:långsamt|sakta|en gång till|igen)|(?:en gång till|igen),? (?:riktigt |mycket |väldigt )?(?:långsamt|sakta)",
            r"(?:säger|förklarar|upprepar|skriver|svarar|långsamt|sakta|ber)",
            r"!när|vrid|häll",
        ),
        (
            r"inte (?:en|ett) (?:enda )?(?:krona|öre|spänn|cent|euro)|inte ett öre",
            r"(?:får|ser|betalar|ersätter|återbetalar|kommer)",
            r"(?:om|förrän|innan|utan|annars|så länge|tills)",
            r"!kostar|kosta",
        ),
        (
            r"sluta (?:att )?(?:fråga|skriva|mejla|maila|tjata|höra av|ringa|skicka|gnälla)|(?:skriv|mejla|fråga|tjata) inte (?:till oss )?(?:varje dag|hela tiden|jämt|dagligen|om och om)|(?:av det|därför|för det|för den skull) ~4 (?:inte|varken) (?:snabbare|fortare|tidigare)|(?:går|kommer) inte ~3 (?:snabbare|fortare) (?:för att|av att|bara)",
        ),
        (
            r"vad (?:mer |annat |egentligen )?(?:du |ni |vill du |väntar du dig |förväntar du dig |begär du )(?:mer |egentligen |att (?:jag|vi) (?:ska )?|av (?:oss|mig) )*(?:vill|förväntar|begär|göra|ytterligare)|vad mer (?:vill|förväntar|kräver|begär) (?:du|ni)",
            r"(?:mer|egentligen|ytterligare|ärligt|annat)",
            r"!(?:berätta|skriv|tala om|säg) (?:gärna |för )|gärna",
        ),
        (
            r"(?:mät|läs|titta|kolla|tänk|kontrollera|räkna|fråga)",
            r"(?:nästa gång|i fortsättningen|framöver|hädanefter)",
            r"(?:kanske|först|innan|bara|ordentligt|noga|bättre|då|åtminstone|helst)",
            r"!gärna|snälla|tips|tyvärr|ursäkta\w*|ledsna|vi (?:ska|kommer)|hjälp\w*",
        ),
        (
            r"innan (?:du|ni) ~4 (?:klagar|gnäller|protesterar|anklagar|beskyller|skäller|reklamerar|kritiserar|(?:skriver|mejlar|frågar|kontaktar|hör av) ~2 (?:igen|på nytt))",
            r"(?:läs|läsa|titta|kolla|mät|kontrollera|lär|tänk)",
            r"!vi |ledsna",
        ),
        (
            r"(?:hade|skulle) ~3 (?:räckt|ha räckt|varit nog)|(?:du|ni) (?:behövde|hade) (?:bara|endast)|(?:räckte|räckt) (?:med )?(?:att|en)|det var bara att",
            r"(?:läsa|titta|mäta|fråga|kolla|kontrollera|öppna|blick|läst)",
            r"!ursäkta\w*|ledsna|vi (?:borde|skulle)|från vår sida",
        ),
        (
            r"(?:någon|en person|folk) som (?:faktiskt )?kan läsa|kan (?:du|ni) (?:ens |inte |över huvud taget )läsa|om (?:du|ni) kan läsa|lära (?:dig|er|sig) läsa|lär (?:dig|er) (?:att )?läsa",
            r"!blind\w*|synskad\w*|mätare",
        ),
        (
            r"(?:så|jaha|och|nu|plötsligt|självklart|naturligtvis|aha) ~4 (?:är det|skulle det|är vi|det är) ~3 (?:vårt fel|oss det är fel|skyldiga)|skulle (?:det )?~2 vara vårt fel|vårt fel (?:nu|också|kanske)",
            r"!ursäkta\w*|ledsna|helt",
        ),
        (
            r"(?:borde|kunde|hade) (?:du|ni) (?:väl |faktiskt |själv |själva |ju |nog |ha |också |kunnat |gott )*(?:tänkt|begripit|förstått|räknat ut|räkna ut|listat ut|lista ut|sett|läst|märkt|fattat|insett|tänka ut|komma på|kommit på)",
            r"!ursäkta\w*|ledsna|vi borde|tyvärr",
        ),
        (
            r"nej (?:är|betyder) nej|(?:har|hade) (?:redan )?sagt (?:redan )?nej|(?:har redan|redan) (?:sagt|svarat) nej|sluta insistera|ge dig nu|punkt slut|slutdiskuterat",
        ),
    ),
}
