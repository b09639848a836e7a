"""Frames of impatience: everybody knows, no degree is needed, once more and slowly, not a cent before, stop asking.

Beside `wording.frames.reproach`. Every language has the same rows in the same order: the obvious, no degree
needed, the last time, not a cent, stop writing, what else do you want.
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
    ),
}
