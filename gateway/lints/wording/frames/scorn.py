"""Frames of scorn: mock congratulations, "have you ever seen one", only you, for that price, such customers.

Beside `wording.frames.dismissive`. Every language has the same rows in the same order.
"""

from typing import Final

SCORN: Final = {
    "de": (
        (
            r"(?:so ein|was für ein|welch ein|ein) (?:komischer |seltsamer )?zufall (?:aber auch)?|zwei linke hände|erst (?:mal |einmal )?(?:eine )?brille|(?:geben|schieben) sie ~4 (?:nicht uns|uns nicht) ~3 (?:schuld|schuhe)|schuld ~3 nicht bei uns",
            r"!unser fehler|entschuldig\w*",
        ),
        (
            r"wie (?:jeder|alle) andere\w*",
            r"(?:hätten|würden|können|wissen|genügt|reicht|bevor|schafft|gesehen|gefunden)",
            r"!leider|entschuldig\w*|wir ~2 (?:hätten|würden)|gerne?",
        ),
        (
            r"wenn sie ~10 hätten",
            r"hätten sie",
            r"!leider|entschuldig\w*",
        ),
        (
            r"(?:für|bei|zu) (?:den|dem|das|diesen|diesem|so einen|so wenig|dieses) ~1 (?:preis|geld|kurs|\d+ euro)",
            r"(?:erwart\w*|dachten|verlang\w*|wollen|wollten|hofft\w*|glaubt\w*|vorgestellt|bekommt man)",
            r"!leider|entschuldig\w*|tut uns leid|berechtigt|mit recht|zu recht",
        ),
        (
            r"(?:glückwunsch\w*|gratulier\w*|gratulation|bravo|respekt|chapeau|glanzleistung)",
            r"(?:geschafft|kaputt|falsch|verkehrt|trotz|obwohl|gelungen|zerstör\w*|falschrum|rückwärts|lesen)",
            "!danke|vielen dank|schön",
        ),
        (
            "(?:haben sie|hast du|sind sie|können sie|wissen sie) ~2 (?:überhaupt|jemals)|wohl noch nie ~4 (?:gesehen|gehalten|gehört|benutzt)",
            "!(?:schon (?:ein)?mal) ~4 (?:versucht|probiert|geprüft|neu ?gestartet|kontrolliert|nachgesehen)|ausprobiert|unterlagen|nachricht ~3 erhalten|überhaupt (?:schon )?erhalten",
        ),
        (
            r"nur (?:bei )?(?:ihnen|sie) ~2 (?:nicht|natürlich|mal wieder)|(?:bei )?(?:\d+|tausende\w*|hunderte\w*|alle\w*) (?:anderen|andere) ~6 (?:gepasst|funktioniert|geklappt|zufrieden|geschafft|kein\w*)",
            r"!leider|entschuldig\w*|tut uns leid",
        ),
        (
            r"(?:kunden|käufer\w*|leute) (?:wie sie|ihrer art|ihres schlags|ihres schlages)",
            r"!freu\w*|dank\w*|wichtig|schätz\w*|lieb\w*|gern\w*|stolz",
        ),
        (
            r"(?:fragen|holen|bitten) sie ~4 (?:erwachsene\w*|ihre (?:mutter|mama|kinder|enkel\w*|frau))|von leuten wie|(?:satt|leid|schnauze voll|nase voll) ~6 (?:kunden|leute|menschen|käufer\w*|ihr\w*|sie)|entweder ~5 oder (?:eben |halt |gar )?(?:nicht|nichts|lassen)",
            "!tut (?:uns|mir)|leid tun|beim aufbau|beim zusammenbau",
        ),
    ),
    "en": (
        (
            r"(?:what a|funny|strange) coincidence|how convenient|two left (?:hands|thumbs)|all thumbs|(?:glasses|spectacles) first|(?:don't|do not|stop) blam(?:e|ing) us|blame (?:yourself|the weather|someone else)",
            r"!sorry|apolog\w+",
        ),
        (
            r"like (?:everyone|everybody|anyone|anybody) else|like a normal person",
            r"(?:would|could|can|should|just|managed)",
            r"!sorry|apolog\w+|(?:we|you will be) (?:treat|charged)",
        ),
        (
            r"(?:if you'd|if you had|had you) ~12 you(?:'d| would) have",
            r"!(?:told|asked|contacted) us|sorry",
        ),
        (
            r"(?:for|at) (?:that|this|the|such a|your) ~1 (?:price|money)|for (?:\d+|ten|twenty|fifty) (?:quid|pounds|euros|dollars)|(?:£|€|\$)\d+",
            r"(?:expect\w*|thought|think|hoping|hope|wanted|want|demand\w*|did you|imagine\w*)",
            r"!sorry|apolog\w+|rightly|right to|understand|delivery|back|refund\w*",
        ),
        (
            "(?:congratulations|congrats|bravo|well done|hats off|full marks|nice (?:work|one|job))",
            r"(?:manag\w+|broke\w*|wrong|upside|backwards|despite|even though|destroy\w*|unbreakable|first (?:person|customer)|only (?:person|one))",
        ),
        (
            "(?:did|do|have|can|are) you (?:even|ever even|actually (?:even|ever))|ever (?:seen|held|used|opened|heard of) an? ~3 (?:before|in your life)|(?:never|not) ~2 (?:seen|held|used) an? ~3 in your life",
            "!happy|sorry|even (?:better|more)",
        ),
        (
            r"(?:except|but not|apart from|only) (?:for )?you|(?:\d+|thousands of|hundreds of|all the) other(?:s| people| customers| buyers)? ~6 (?:fine|happy|managed|problem|fitted|worked|fit)",
            r"(?:strange\w*|funny|odd\w*|somehow|except|of course|apparently|others|but not)",
            r"!sorry|apolog\w+|only you can|only you will",
        ),
        (
            "(?:customers|people|buyers) (?:like you|of your sort|of your kind)|(?:had it|had enough|fed up|sick|tired) (?:with|of) ~3 (?:people|customers|buyers|you|your|this|messages|complaints)",
            r"!thank\w*|value|appreciate\w*|proud|love|sorry|happy",
        ),
        (
            "ask (?:a|your) ~1 (?:grown-?up|adult|parent|mum|mother|dad|child|children|kid|wife|husband)|people who (?:break|ruin|destroy|lie|whine)|either ~6 or (?:you )?(?:don't|not|leave it|nothing)",
            r"!supervis\w+|safety|toy|assembly",
        ),
    ),
    "fr": (
        (
            r"quelle coincidence|comme par hasard|deux mains gauches|d'abord (?:acheter )?des lunettes|(?:n'accusez pas|ne nous accusez|ne rejetez pas|ne mettez pas) ~5|pas nous accuser",
            r"!desole\w*|excus\w*",
        ),
        (
            r"comme tout le monde|(?:regarder|lire|chercher) avant (?:d'|de )(?:ecri|reclam|se plaindre|demand)\w*",
            r"!desole\w*|ensuite|puis",
        ),
        (
            r"si vous aviez ~12 vous auriez",
            r"!desole\w*|excus\w*",
        ),
        (
            r"(?:a|pour) (?:ce|un tel|si petit) prix(?:-la)?|pour (?:\d+|dix|vingt) euros",
            r"(?:vouliez|voulez|attend\w+|esper\w+|croyi\w+|pensi\w+|exig\w+|imagin\w+)",
            r"!desole\w*|excus\w*|raison|rembours\w+",
        ),
        (
            "(?:felicitations|bravo|chapeau|bien joue|mes compliments)",
            r"(?:reussi\w*|casser|casse|envers|malgre|pourtant|incassable|premiere? a|seule? a|detruire)",
        ),
        (
            "(?:avez-vous|vous avez|savez-vous|etes-vous) ~3 (?:seulement|au moins|jamais|deja seulement|ne serait-ce)|de votre vie|jamais (?:vu|tenu|touche) (?:un|une|de)",
            r"!essay\w+|recu|jamais recu",
        ),
        (
            r"(?:sauf|pas) (?:chez|pour) vous|(?:\d+|milliers d'|centaines d'|tous les) ?autres ~6 (?:aucun|content\w*|probleme|marche|reussi\w*|satisfait\w*)",
            r"(?:bizarre\w*|etrange\w*|curieu\w+|evidemment|comme par hasard|autres|sauf)",
            r"!desole\w*|excus\w*",
        ),
        (
            "(?:clients|gens|acheteurs) (?:comme vous|dans votre genre)|(?:marre|assez|ras le bol) (?:de|des) ~3 (?:gens|clients|acheteurs|vos|vous|personnes)",
            r"!merci|ravi\w*|plaisir|precieu\w+",
        ),
        (
            "demandez a (?:un adulte|votre (?:mere|femme|mari|enfant|fils|fille))|soit ~5 soit (?:rien|tant pis)|c'est ca ou rien|ou (?:c'est )?rien",
            "!surveillance|montage",
        ),
    ),
    "it": (
        (
            r"(?:che|guarda) (?:coincidenza|caso|combinazione)|due mani sinistre|prima (?:compri |comprare )?(?:un paio di )?occhiali|non (?:dia|date) (?:la )?colpa a noi|non (?:ci incolpi|incolpi noi|se la prenda con noi)",
            r"!scus\w*|spiace|in tal caso|che caso",
        ),
        (
            r"come (?:fanno )?tutti|(?:guardare|leggere) prima di (?:scriver|lamentar)\w*",
            r"!spiace|scus\w*",
        ),
        (
            r"se (?:lei )?avesse ~12 avrebbe",
            r"!spiace|scus\w*|avessimo",
        ),
        (
            r"(?:a|per) (?:quel|questo|tale|quella|un tale) (?:prezzo|cifra)|per (?:\d+|dieci|venti) euro",
            r"(?:aspett\w+|pretend\w+|vole\w+|pens\w+|sper\w+|cred\w+|immagin\w+)",
            r"!scus\w*|spiace|ragione|rimbors\w+",
        ),
        (
            "(?:complimenti|congratulazioni|bravo|brava|chapeau|ben fatto)",
            r"(?:riuscit\w+|rott\w*|romper\w*|contrario|rovescio|nonostante|malgrado|distrutt\w+|indistruttibil\w+|l'unic\w+|tre figure)",
        ),
        (
            "(?:ha|avete|sa|ma) (?:mai|almeno|davvero|per caso) ~3 (?:visto|tenuto|usato|aperto|letto|guardato)|in vita sua|mai visto un",
            r"!provato|ricevut\w+",
        ),
        (
            r"(?:tranne|non|solo) (?:a|da|con) lei|(?:\d+|migliaia di|centinaia di|tutti gli) altri ~6 (?:problem\w+|content\w+|funzion\w+|bene|soddisfatt\w+)",
            "(?:strano|stranamente|curioso|ovviamente|guarda caso|altri|tranne)",
            r"!spiace|scus\w+",
        ),
        (
            r"(?:clienti|gente|persone) come (?:lei|voi)|(?:stuf\w+|stanc\w+|basta) ~2 (?:di|con|della) ~3 (?:gente|clienti|persone|lei|suoi|sue|messaggi)",
            "!grazie|piacere|preziosi|felici|lieti|onorati",
        ),
        (
            "(?:chieda|si faccia aiutare) (?:a|da) (?:un adulto|sua (?:madre|moglie)|suo (?:marito|figlio|nipote))|o (?:le va|le sta|va) bene o (?:niente|nulla|lasci)|o cosi o niente|non siamo (?:al mercato|qui)",
            "!montaggio",
        ),
    ),
    "es": (
        (
            r"(?:que|vaya|menuda) (?:casualidad|coincidencia)|dos manos izquierdas|manazas|primero (?:unas )?gafas|no nos (?:eche|culpe) ~3|no (?:eche|echen) (?:la )?culpa",
            r"!sentimos|disculp\w*",
        ),
        (
            r"como (?:todo el mundo|todos|los demas)|(?:mirar|leer) antes de (?:escrib|quej)\w*",
            r"(?:habria|hubiera|basta\w*|antes|puede|sabe\w*)",
            r"!sentimos|disculp\w*",
        ),
        (
            r"si (?:usted )?hubi(?:era|ese) ~12 (?:habria|hubiera)",
            r"!sentimos|disculp\w*",
        ),
        (
            r"(?:a|por) (?:ese|este|tal|semejante) (?:precio|dinero)|por (?:\d+|diez|veinte) euros",
            r"(?:esper\w+|pretend\w+|quer\w+|pens\w+|cre\w+|imagin\w+|exig\w+)",
            r"!sentimos|disculp\w*|razon|reembols\w+",
        ),
        (
            "(?:felicidades|enhorabuena|bravo|felicitaciones|chapeau|bien hecho)",
            r"(?:consegui\w+|logr\w+|romp\w+|roto|reves|a pesar|pese a|irrompible|unic[oa]|destroz\w+)",
        ),
        (
            "(?:ha|habra|sabe) (?:usted )?(?:visto|tenido|usado|abierto|leido|mirado|siquiera|alguna vez) ~4 (?:en su vida|alguna vez|siquiera|jamas|o)|en su vida|ni siquiera (?:ha|sabe)|nunca (?:ha|habra) (?:visto|tenido|usado) un",
            "!hemos|sentimos",
        ),
        (
            r"(?:menos|excepto|salvo) (?:a|con) usted|(?:\d+|miles de|cientos de|todos los) (?:otros|demas|clientes) ~6 (?:problem\w+|content\w+|funcion\w+|bien|satisfech\w+)",
            r"(?:curios\w+|rar[oa]|extran\w+|claro|casualidad|demas|menos)",
            r"!sentimos|disculp\w+",
        ),
        (
            r"(?:clientes|gente|personas) como (?:usted|ustedes)|(?:hart\w+|cansad\w+|hasta (?:el|las|los) \w+) de ~3 (?:gente|clientes|usted|sus|mensajes|personas)",
            r"!gracias|encanta\w*|valioso\w*|placer|alegr\w+",
        ),
        (
            "(?:pida|preguntele|preguntar) ~3 (?:a un adulto|a su (?:madre|mujer|marido|hijo|nieto)|a un mayor)|o lo toma o|esto no es (?:un mercadillo|el mercado)|o (?:lo )?(?:quiere )?asi o nada|da gusto cerrar",
            "!montaje",
        ),
    ),
    "pl": (
        (
            r"(?:co za|coz za|jaki) (?:zbieg okolicznosci|przypadek)|dwie lewe rece|najpierw okulary|(?:prosze )?(?:nas )?nie (?:obwiniac|zwalac|zrzucac) ~4",
            r"!przeprasza\w*|przykro",
        ),
        (
            r"jak wszyscy|jak kazdy inny|(?:spojrzec|sprawdzic) zanim ~2 (?:napisze|pisze)",
            r"!przeprasza\w*|przykro",
        ),
        (
            r"gdyby (?:pan|pani) ~10 (?:by|bylby|bylaby|znalazl\w*|zobaczyl\w*|wiedzial\w*)",
            r"!przeprasza\w*|przykro",
        ),
        (
            r"(?:za|w) (?:te|tej|taka|takiej) cen\w+|za (?:te|takie) pieniadze|za (?:\d+|dziesiec) zlotych",
            r"(?:oczekiw\w+|spodziew\w+|chcia\w+|mysl\w+|licz\w+|wymaga\w*)",
            r"!przeprasza\w*|przykro|racj\w*|zwr\w+",
        ),
        (
            r"(?:gratul\w+|brawo|szacun\w*|chapeau|winszuj\w*)",
            r"(?:udalo|zepsu\w*|odwrotnie|mimo|pomimo|potrafi\w*|zniszczy\w*|jako jedyn\w+|na odwrot|do gory)",
        ),
        (
            r"(?:chyba )?(?:nigdy|w zyciu) ~3 (?:nie )?~2 (?:widzial|trzymal|uzywal|mial|slyszal)\w*|czy (?:pan|pani|panstwo) (?:w ogole|kiedykolwiek|chociaz)",
            r"!sprobowa\w*|otrzyma\w*|nigdy nie (?:mielismy|widzielismy)|dotar\w*",
        ),
        (
            r"(?:tylko|oprocz|poza) (?:u )?(?:pana|pani|panu|pania)|(?:\d+|tysi\w+|setk\w+|wszystk\w+|wszyscy) (?:innych|inni|pozostal\w+) ~6 (?:problem\w*|zadowol\w*|dziala\w*|pasowal\w*|dobrze)",
            r"(?:dziwn\w+|ciekaw\w+|oczywiscie|jakos|inn\w+|tylko)",
            r"!przeprasza\w*|przykro|tylko pan\w* (?:moze|zamowieni)|niestety",
        ),
        (
            r"(?:klient\w*|ludzi\w*|ludzmi) (?:jak|takich jak|takimi jak) (?:pan|pani|panstwo)|(?:mam|mamy|mielismy) (?:juz )?dosc ~3 (?:ludzi|klientow|pana|pani|takich|wiadomosci)",
            r"!dziekuj\w+|cieszy\w*|doceni\w*",
        ),
        (
            "(?:prosze |niech ~2 )?(?:poprosic|zapytac|poprosi|zapyta) ~3 (?:kogos doroslego|doroslego|mame|zone|meza|dziecko|wnuka)|albo ~5 albo (?:nic|wcale|nie)|to nie (?:targ|bazar|koncert zyczen)",
            r"!montaz\w*",
        ),
    ),
    "nl": (
        (
            r"(?:wat een|wat) toeval(?:lig)?|twee linkerhanden|eerst (?:een )?bril|geef ~2 ons ~2 de schuld|ons niet de schuld|schuif het ~2 op ons",
            r"!excus\w*|sorry|spijt",
        ),
        (
            r"zoals (?:iedereen|ieder ander|alle anderen)|(?:kijken|zoeken) voordat u (?:schrijft|klaagt|mailt)",
            r"!excus\w*|sorry|spijt",
        ),
        (
            r"(?:als|indien) u ~10 (?:had|gekeken|geopend) ~4 (?:had|zou) u|had u ~10 dan had u",
            r"!excus\w*|sorry|spijt",
        ),
        (
            r"(?:voor|bij) (?:die|dat|deze|dit|zo'n) (?:prijs|geld|bedrag)|voor (?:\d+|tien) euro",
            r"(?:verwacht\w*|dacht\w*|wilde\w*|wou|hoopt\w*|eist\w*|voorgesteld)",
            r"!excus\w*|sorry|spijt|gelijk|terecht|terugbeta\w*",
        ),
        (
            "(?:gefeliciteerd|proficiat|bravo|chapeau|knap gedaan|petje af)",
            r"(?:gelukt|kapot|verkeerd|ondanks|achterstevoren|ondersteboven|terwijl|onbreekba\w+|geslaagd|als enige|stuk)",
        ),
        (
            "(?:heeft|hebt|kunt|weet|bent) u (?:eigenlijk |ooit )?(?:uberhaupt|ooit|wel eens)|nog nooit (?:van uw leven )?~4 (?:gezien|vastgehouden|gebruikt|gehoord)|van uw leven",
            "!geprobeerd|ontvangen|wel eens ~4 (?:geprobeerd|gecontroleerd|gekeken of)|wij ~3 nog nooit",
        ),
        (
            r"(?:alleen|behalve) (?:bij )?u\b|(?:\d+|duizenden|honderden|alle) anderen? ~6 (?:tevreden|problem\w*|past\w*|gelukt|werkt\w*|goed)",
            "(?:gek|vreemd|raar|grappig|toevallig|natuurlijk|blijkbaar|anderen?|behalve)",
            r"!excus\w*|sorry|spijt|helaas|alleen u kunt",
        ),
        (
            r"(?:klanten|mensen|kopers) zoals (?:u|jij)|(?:zat|beu|genoeg|schoon genoeg) ~2 (?:van|met) ~3 (?:mensen|klanten|u|uw|berichten|zeurders)|gezeur|zeur\w*|gemopper",
            r"!bedankt|dank|blij|waarder\w*|graag",
        ),
        (
            "vraag ~4 (?:een volwassene|uw (?:moeder|vrouw|man|kind|kleinkind))|of u (?:neemt|accepteert) ~4 of (?:niet|niets)|het is (?:dit|zo) of niets|we zijn hier niet op de markt",
            "!montage",
        ),
    ),
    "sv": (
        (
            r"(?:vilken|vilket|en sådan) (?:slump|sammanträffande)|tummen mitt i handen|två vänsterhänder|först (?:ett par )?glasögon|skyll(?:a|er)? inte (?:på )?(?:oss|vår\w*)",
            r"!ursäkt\w*|ledsna|beklag\w*",
        ),
        (
            r"som alla andra|(?:titta|leta) innan (?:du|ni) (?:skriver|klagar)",
            r"!ursäkt\w*|ledsna|beklag\w*|hittar du",
        ),
        (
            r"om (?:du|ni) (?:hade|bara) ~12 (?:hade|skulle) (?:du|ni)",
            r"!ursäkt\w*|ledsna|beklag\w*",
        ),
        (
            r"(?:för|till) (?:det|den|detta) (?:priset|pris|pengen|summan)|för (?:\d+|hundra) kronor",
            r"(?:trodde|tror|förvänta\w*|ville|tänkte|hoppa\w*|kräv\w*|begär\w*)",
            r"!ursäkt\w*|ledsna|beklag\w*|rätt|återbetal\w*",
        ),
        (
            "(?:grattis|gratulerar|bravo|snyggt jobbat|bra jobbat|hatten av)",
            r"(?:lyckades|lyckats|sönder|bakvänt|fel|trots|upp och ner|ensam om|oförstörbar|förstör\w*)",
        ),
        (
            "(?:har|kan|vet|är) (?:du|ni) (?:ens|någonsin|över ?huvud ?taget)|(?:aldrig|nog aldrig) ~3 (?:sett|hållit|använt|hört) ~3 (?:i (?:ditt|hela ditt) liv)?|i hela ditt liv",
            "!(?:vi|jag) ~3 aldrig|provat|fått|aldrig hört ~3 (?:tidigare|förut)",
        ),
        (
            r"(?:utom|inte|bara) (?:hos |för )?dig\b|(?:den|är) (?:nog )?(?:enda|ensam\w*) ~4 (?:som|inte|fattar)|(?:\d+|tusentals|hundratals|alla) andra ~6 (?:nöjda|problem|funka\w*|fungera\w*|passa\w*|bra)",
            "(?:konstigt|märkligt|lustigt|förstås|såklart|andra|utom|fattar|inte)",
            r"!ursäkt\w*|ledsna|beklag\w*|tyvärr|enda ~2 (?:kvar|i lager|exemplar\w*)",
        ),
        (
            "(?:kunder|folk|människor) som (?:du|dig|er)|(?:trötta?|less|fått nog) (?:på|av) ~3 (?:folk|kunder|dig|er|din|dina|människor)",
            r"!tack|glada|uppskatta\w*",
        ),
        (
            r"(?:fråga|be) ~3 (?:en vuxen|din (?:mamma|fru|man|pappa)|ditt barn)|antingen ~5 eller (?:inget|låt bli|så)|här är det inte|vi är inte på (?:torget|marknad\w*)",
            r"!montering\w*",
        ),
    ),
}
