"""Frames of rudeness: who cannot read, who is no welcome customer, no answer any more, courts and collectors.

Complaints about ourselves ("unser Verhalten war unverschämt"), thieves and makers are none.
"""

from typing import Final

RUDE: Final = {
    "de": (
        # Cannot read.
        (
            r"(?:lesen|gelesen|durchgelesen|aufgeschlagen|hingeschaut|nachgelesen|zugehört|hinzuschauen)",
            r"(?:offenbar|anscheinend|offensichtlich|scheinbar|augenscheinlich|nicht (?:ein)?mal|nächstes mal|lernen|gelernt|klar im vorteil|wäre ~2 hilfreich|schwer|zu viel verlangt)",
            "!(?:wir|ich|unser\\w*) ~3 (?:nicht|offenbar|offensichtlich|übersehen|überlesen)|gerät|barcode|karte|etikett|schwer zu lesen",
        ),
        # A person judged.
        (
            r"(?:unangenehm|unfreundlich|unverschämt|dreist|respektlos|peinlich|frech|unhöflich|kindisch|anstrengend|penetrant|lästig|undankbar|unerträglich|verwöhnt|uneinsichtig|begriffsstutzig|unbelehrbar|unmöglich)\w*",
            r"(?:person|kund\w*|mensch\w*|jemand\w*|käufer\w*|verhalten|benehmen|tonfall|ton|auftreten|sie sind|sind sie|ihre art|so etwas|selten|noch nie|umgang)",
            r"!(?:entschuldig\w*|leid|verzeih\w*|bedauer\w*|unser\w* (?:verhalten|ton\w*|mitarbeiter\w*|fahrer\w*)|geruch|fahrer\w*|mitarbeiter\w*|kollege\w*|uns ~3 (?:unangenehm|peinlich)|wir ~2 unfreundlich)",
        ),
        (
            r"(?:kund(?:en|innen)|käufer\w*|leute\w*|menschen)",
            r"(?:wie (?:sie|ihnen|du|dich)|ihrer (?:art|sorte)|ihres schlages|solche\w*|von ihrem schlag)",
            r"(?:nicht|kein\w*|nichts|verzichten|gestohlen|meiden|bleiben sie|lieber ohne)",
        ),
        # No answer any more.
        (
            r"(?:sparen sie (?:sich|uns)|ersparen sie (?:sich|uns)|zwecklos|sinnlos|hören sie auf|verschonen sie)",
            r"(?:nachricht\w*|schreiben|antwort\w*|mails?|kommentar\w*|fragen|diskussion\w*|kontakt\w*|reklamation\w*|weitere\w*|ausreden|mühe)",
        ),
        (
            r"(?:antworten|reagieren|reagiere|antworte) (?:wir|ich) ~3 nicht (?:mehr|länger)|(?:wir|ich) (?:antworten|reagieren|antworte|reagiere) ~3 nicht (?:mehr|länger)|(?:ignorieren|ignoriere) (?:wir|ich)|(?:werden|werde) ~4 (?:ignorier\w*|nicht (?:mehr|länger|weiter) (?:beantwort\w*|antwort\w*|reagier\w*|bearbeit\w*))|nicht mehr (?:antworten|reagieren)",
            r"(?:sie|ihre|ihren|nachricht\w*|mails?|weitere\w*|ihnen)",
            "!antwortet es|gerät|display|automat\\w*|adresse|postfach",
        ),
        # Threats.
        (
            r"\w*(?:anwalt\w*|anwält\w*|rechtsabteilung|inkasso\w*|mahnbescheid\w*|strafanzeige|polizei|staatsanwalt\w*|gericht|klage|rechtliche\w* schritte|gerichtsvollzieher\w*|schufa)",
            r"(?:übergeben|übergebe|einschalten|schalten|weiterleiten|weitergeben|geben ~6 weiter|beauftragen|beauftragt|vorbehalten|behalten|einleiten|leiten|melde[nt]|meldet|sehen uns|sehen wir uns|landet|rechnen|hören|verständigen|informieren|bekommen sie|erhalten sie|post von|wenden|erstatten wir|droh\w*|gehen|folgt|folgen|anrufen|kümmert|treffen)",
            r"!(?:diebstahl|gestohlen\w*|unbekannt|hersteller\w*|ihr\w* (?:rechts)?anw\w*|aktenzeichen|patent\w*|verbraucherzentrale|dieb|gefälscht\w*|phishing|erstatten sie|unfall\w*|gericht ~3 (?:kochen|zubereit\w*|schmeckt)|mikrowelle|topf|backofen|haben sie)",
        ),
        (
            r"(?:anderen|andere|neuen) (?:dummen|deppen|idioten|trottel|narren|dumme)|(?:für|uns) (?:wie )?(?:blöd|dumm|bescheuert)|auf den arm nehmen|veräppel\w*|verarsch\w*|zum narren halten",
        ),
        # You lie, you broke it.
        (
            r"(?:sie (?:haben|wollen|versuchen)|haben sie|wollen sie|versuchen sie|ihr\w*)",
            r"(?:gelogen|schwindel\w*|flunker\w*|ausreden?|mutwillig|absichtlich|vorsätzlich|ausnutzen|auszunutzen|masche|lügengeschicht\w*|betrugsversuch|abzocke|schmarotz\w*|erschleichen)",
            "!(?:wir|unser\\w*) ~3 (?:absichtlich|mutwillig)|dritte|nicht (?:absichtlich|mutwillig|vorsätzlich)|paketdienst\\w*|fahrer",
        ),
        (
            r"(?:lernen|lern|kaufen) sie (?:erst|erstmal|mal|besser|lieber|sich) ~3 (?:deutsch|lesen|brille|benehmen|manieren)|(?:bessere )?manieren|(?:gute )?kinderstube",
        ),
    ),
    "en": (
        (
            r"(?:read|reading|opened|looked at|glanced at|paid attention)",
            r"(?:clearly|obviously|evidently|apparently|plainly|(?:try|learn|bother|bothered)(?: to)? ~1 read\w*|next time|not even|too much to ask|that hard|nobody ~2 (?:opened|read))",
            "!(?:we|i|our \\w+) (?:clearly|obviously|evidently|apparently|have|had|did|misread|overlooked)|the (?:card|scanner|device|label) ~3 read|thank\\w*|happy to",
        ),
        (
            r"(?:unpleasant|rude|arrogant|ungrateful|impossible|disrespectful|childish|insolent|obnoxious|awful|difficult|demanding|entitled|petty|unreasonable|hysterical|appalling|disgraceful|tiresome|annoying)",
            r"(?:anyone|anybody|someone|person|people|customers?|buyers?|attitude|behaviou?r|tone|manners|you are|you're|you were|your sort|never (?:met|dealt|seen|had))",
            r"!(?:sorry|apolog\w*|regret\w*|our (?:staff|driver|colleague|behaviou?r|tone|agent|team)|driver|courier|smell|we were|difficult for you|on our side)",
        ),
        (
            r"(?:customers?|people|buyers?)",
            r"(?:like you|of your (?:sort|kind|type)|such as you(?:rself)?|as rude as)",
            r"(?:not|n't|no|never|without|rather|stop|enough|don't|sick|tired|avoid|had it|problem)",
        ),
        (
            r"(?:save (?:yourself|your|us)|spare (?:us|yourself|me)|no point|pointless|don't bother|do not bother|useless to)",
            r"(?:writ\w+|messag\w+|repl\w+|answer\w*|trouble|lecture|breath|excuses?|contact\w*|complain\w*|mails?|arguing)",
            "!looking after|taking care|we (?:will|'ll) (?:send|sort|refund|handle)",
        ),
        (
            r"(?:won't|will not|will no longer|not going to|will not be|shall not|no longer) ~1 (?:answer\w*|repl\w+|respond\w*|read\w*|entertain\w*|be answering|be replying)|(?:ignore|ignoring|delete|deleting|block|blocking) ~2 (?:messages|mails?|emails|you|requests)",
            r"(?:you|your|messages?|mails?|again|any more|anymore|further)",
            "!(?:device|remote|app|unit|handset|phone|button|tv|machine|lamp|printer|motor|it) ~2 (?:won't|will not|no longer)",
        ),
        (
            r"(?:solicitors?|lawyers?|attorneys?|legal (?:team|department|action|steps|proceedings|measures)|collection agency|debt collect\w+|collections|bailiffs?|police|court|prosecut\w+|sue|charges)",
            r"(?:(?:we|i) (?:will|shall|are|have|may|might|must)|we'll|i'll|we're|our|see you|hear from|in touch|pass\w*|hand\w* ~3 over|refer\w*|instruct\w*|contact\w*|expect|forced|reserve|face|end up|taken to|involve|involving|pursue|next step)",
            r"!(?:solicitor's letter|late (?:father|mother|husband|wife)|estate|oak|theft|stolen|thief|police report|crime number|manufacturer|patent|your (?:lawyer|solicitor|attorney)|tennis|court shoes|customs charges?|delivery charges?|no charges?|extra charges?|charges? (?:apply|you|of|for)|charged?|free of|shipping charges?|court order|fake|scam|phishing|without (?:any )?charges?)",
        ),
        (
            r"(?:some|any)(?:one| other| body|body)? ?(?:else )?(?:to )?(?:fool|mug|sucker|idiot)\w*|take (?:us|me) for (?:fools|idiots|a fool|a ride)|who do you think you are|what is wrong with you|what's wrong with you|get a (?:grip|life)|your (?:own )?(?:stupidity|ignorance|incompetence|laziness|tantrum|drama)",
        ),
        (
            r"(?:you (?:are|have|just|only|want|obviously|simply)|you're|you've|your)",
            r"(?:lying|lied|made (?:it|this|that) up|making (?:it|this|that) up|deliberately|on purpose|excuses?|playing games|trying it on|taking advantage|fraud\w*|freeload\w*|something for nothing|broke it yourself|con artist)",
            "!(?:we|our) ~3 (?:deliberately|on purpose)|not ~2 (?:deliberately|on purpose)|against fraud|fraud (?:protection|team|department)|card|victim",
        ),
    ),
    "fr": (
        (
            r"(?:lire|lu|lisez|ouvert|regarde|relire)",
            r"(?:visiblement|manifestement|apparemment|apprendre|apprenez|prochaine fois|meme pas|c'est (?:si|trop) (?:difficile|complique)|daign\w+|peine de)",
            "!(?:nous|je) (?:n')?(?:avons|ai) ~2 (?:pas|mal)|(?:carte|lecteur|appareil|etiquette) ~3 (?:lire|lu)",
        ),
        (
            r"(?:desagreable|impoli|arrogant|insolent|ingrat|irrespectueu\w+|capricieu\w+|infernal|penible|insupportable|gonfle|culotte|puerile?|odieu\w+|exigeante?|mal eleve|grossi\w+|impossible)\w*",
            r"(?:quelqu'un|personne|clients?|clientes?|acheteu\w+|vous etes|etes-vous|comportement|attitude|ton|facon de|jamais (?:vu|eu|rencontre|connu))",
            r"!(?:desole\w*|excus\w*|regrett\w*|notre (?:comportement|ton|livreur|collegue|equipe)|livreur|odeur|nous (?:est|a) ete|service client)",
        ),
        (
            r"(?:clients?|clientes?|gens|acheteurs?|personnes)",
            r"(?:comme vous|dans votre genre|de votre (?:genre|espece)|pareils?|tels? que vous)",
            r"(?:ne|n'|pas|sans|passer|marre|assez|eviter|refusons)",
        ),
        (
            r"(?:inutile|pas la peine|epargnez|cessez|arretez|ca ne sert a rien|abstenez)",
            r"(?:ecrire|reecrire|repondr\w+|insister|message\w*|relancer|contacter|discuter|excuses|commentaires?)",
            "!occup\\w+|suivons|nous vous tiendrons|prenons en charge|reviendrons",
        ),
        (
            r"(?:ne (?:vous )?repondrons plus|ne repondrai plus|plus de reponse|n'aurez plus de reponse|ne (?:lirons|traiterons) plus|(?:ignorer|bloquer|supprimer)(?:ons|ai)? (?:vos|tous vos|vous)|(?:ignorerons|bloquerons|bloquons|ignorons) )",
        ),
        (
            r"(?:avocats?|huissiers?|recouvrement|tribunal|tribunaux|poursuites?|justice|police|gendarmerie|plainte|contentieux|service juridique|mise en demeure|judiciaires?)",
            r"(?:nous (?:allons|serons|devrons|avons|portons|porterons|confi\w+|transm\w+|saisi\w+|nous)|notre|nos|je (?:vais|porte|saisi\w+)|confier|transmettre|transmis|saisir|engag\w+|recevrez|attendez-vous|va vous|contactera|devant|entendrez|reserv\w+|expos\w+|serez)",
            r"!(?:maitre avocat|(?:m\.|madame|monsieur) avocat|vol|vole|volee?s?|fabricant|votre avocat|declaration|deposez|portez plainte aupres|brevet|usurpation|hameconnage|palais de justice|lettre d'avocat du)",
        ),
        (
            r"(?:un autre|d'autres?) (?:pigeon|idiot|naif|imbecile)s?|prenez-nous|(?:nous|vous) (?:prendre|prenez) (?:nous )?pour des? (?:idiots|imbeciles|pigeons|cons)|vous vous moquez|vous vous prenez pour qui|pour qui vous prenez-vous|foutre de|culot",
        ),
        (
            r"(?:vous (?:avez|etes|voulez|essayez|cherchez|mentez)|vos|votre)",
            r"(?:menti|mensonges?|invente|expres|volontairement|deliberement|mauvaise foi|excuses bidon|profiter de nous|abuser|fraude|manipul\w+|combine|chantage)",
            "!(?:nous|notre) ~3 (?:volontairement|expres)|pas ~1 (?:volontairement|expres)|contre la fraude|appareil|precaution",
        ),
    ),
    "it": (
        (
            r"(?:leggere|letto|legga|leggerlo|aperto|guardato)",
            r"(?:evidentemente|chiaramente|a quanto pare|ovviamente|imparare|impari|prossima volta|nemmeno|neanche|cosi difficile|troppo difficile|si degni)",
            "!(?:abbiamo|ho) ~3 (?:letto|aperto|guardato)|(?:lettore|scheda|dispositivo|etichetta) ~3 legg\\w*",
        ),
        (
            r"(?:sgradevol|maleducat|arrogant|insolent|ingrat|antipatic|villan|irrispettos|infantil|insopportabil|pesant|scortes|impossibil|pretenzios|presuntuos|indisponent|capriccios)\w+",
            r"(?:persona|qualcuno|client[ei]|acquirent[ei]|lei e|comportamento|atteggiamento|tono|modi|mai (?:visto|avuto|incontrato|trattato)|gente)",
            r"!(?:scus\w*|spiac\w*|nostr[oai] (?:comportamento|tono|corriere|collega|personale)|corriere|odore|rammaric\w*)",
        ),
        (
            r"(?:client[ei]|gente|persone|acquirenti)",
            r"(?:come (?:lei|voi|te)|del suo (?:genere|tipo|stampo)|cosi|simili)",
            r"(?:non|senza|meno|basta|stufi|stanchi|evitiamo|meglio perder\w*)",
        ),
        (
            r"(?:inutile|si risparmi|risparmi(?:a|ate)?(?:ci|si)?|non perda tempo|smetta|la smetta|non si disturbi)",
            r"(?:riscriv\w+|scriver\w*|risponder\w*|insister\w*|messagg\w+|contattar\w*|scuse|commenti|lamentel\w*|scriva)",
            "!occup\\w+|gestiamo|provvediamo|pensiamo noi",
        ),
        (
            r"non (?:le |vi )?(?:risponderemo|rispondero|rispondiamo|leggeremo) (?:piu|oltre)|(?:ignoreremo|bloccheremo|cestineremo|ignoriamo|blocchiamo) ~3",
        ),
        (
            r"(?:avvocat[oi]|legal[ei]|tribunal[ei]|recupero (?:crediti)?|societa di recupero|polizia|carabinieri|querela|denunci[ae]|ufficiale giudiziario|vie legali|causa legale|giudice|diffida)",
            r"(?:passer\w+|affid\w+|nostro|nostri|nostra|adir\w+|agir\w+|procede\w+|sporg\w+|contatter\w+|ricever\w+|sentir\w+|vedr\w+|ci vediamo|riserv\w+|costrett\w+|trasmett\w+|inoltr\w+|valut\w+|rivolg\w+|chiamer\w+)",
            r"!(?:furto|rubat[oa]|ladr\w+|produttore|garanzia legale|suo avvocato|brevetto|sporga|truffa|phishing|diritti legali|sede legale|numero legale|recupero (?:password|dati))",
        ),
        (
            r"(?:un altro|qualche altro|altri) (?:fesso|fessi|pollo|polli|scemo|ingenuo)|(?:prende|prendere|prenda) (?:ci )?(?:in giro|per (?:stupidi|scemi|fessi|il naso))|prenderci in giro|ma chi si crede|chi crede di essere|si sciacqui|faccia tosta",
        ),
        (
            r"(?:lei (?:ha|vuole|sta|cerca|mente)|suo|sua|sue|ha solo|vuole solo)",
            r"(?:mentito|bugi[ae]|inventat[oa]|di proposito|apposta|volutamente|scuse|furb[oa]|approfittar\w*|frode|manipolat\w+|ricatt\w+|scroccar\w*)",
            "!(?:abbiamo|nostr[oa]) ~3 (?:apposta|volutamente)|non ~2 (?:apposta|di proposito)|antifrode|ci scus\\w*|chiediamo scusa|le nostre scuse|porgiamo|scuse per",
        ),
    ),
    "es": (
        (
            r"(?:leer|leido|lea|abierto|mirado|leerse)",
            r"(?:evidentemente|claramente|por lo visto|obviamente|aprender|aprenda|proxima vez|ni siquiera|tan dificil|se ha molestado|se digne|mucho pedir)",
            "!(?:hemos|he) ~3 (?:leido|abierto|mirado)|(?:lector|tarjeta|dispositivo|etiqueta) ~3 le\\w+",
        ),
        (
            r"(?:desagradable|maleducad|grosero|grosera|arrogante|insolente|ingrat|irrespetuos|infantil|insoportable|pesad|impertinente|caprichos|exigente|imposible|borde|antipatic|prepotente)\w*",
            r"(?:alguien|persona|clientes?|comprador\w*|usted es|es usted|comportamiento|actitud|tono|modales|nunca (?:he|hemos|habia\w*)|gente)",
            r"!(?:sentimos|lamentamos|disculp\w*|perdon\w*|nuestr[oa] (?:comportamiento|tono|repartidor|personal|companer\w*)|repartidor|olor|persona que)",
        ),
        (
            r"(?:clientes?|gente|personas|compradores)",
            r"(?:como (?:usted|tu|ustedes)|de su (?:calana|tipo|clase)|asi)",
            r"(?:no|sin|menos|hartos|cansados|basta|preferimos perder)",
        ),
        (
            r"(?:no hace falta que|inutil|ahorrese|ahorrenos|no se moleste|no pierda|de nada sirve|deje de)",
            r"(?:escrib\w+|contest\w+|respond\w+|insist\w+|mensaj\w+|contact\w+|excusas|comentarios|quej\w+)",
            "!encargamos|ocupamos|gestionamos|nos encarg\\w+|enviaremos|tramit\\w+",
        ),
        (
            r"no (?:le |les )?(?:contestaremos|responderemos|contestare|respondere|vamos a (?:contestar|responder)|leeremos)(?: (?:mas|ya|nunca))?|(?:ignoraremos|bloquearemos|ignoramos|bloqueamos) ~3",
            "!(?:hasta|antes del?|festiv\\w+|vacaciones|fin de semana)",
        ),
        (
            r"(?:abogad[oa]s?|tribunales|juzgado|juicio|empresa de (?:cobros?|recobros?)|recobros?|morosos|policia|denuncia|querella|via judicial|acciones (?:legales|judiciales)|medidas legales|burofax|asesoria juridica|departamento juridico)",
            r"(?:pasaremos|pasar|nuestr[oa]s?|tomaremos|emprender\w*|pondremos|pondra|contactar\w*|recibira|vera|veremos|acudir\w*|trasladar\w*|remitir\w*|entregar\w*|iniciar\w*|reservamos|obligados|llevar\w*|interpon\w+|iremos|llegara|noticias)",
            r"!(?:robo|robad[oa]|ladron\w*|fabricante|su abogado|ponga una denuncia|denuncie|patente|presente|estafa|phishing|suplantacion)",
        ),
        (
            r"(?:otro|otros|algun otro) (?:tonto|tontos|primo|pringado|ingenuo)|(?:toma|tomar|tome)(?:nos|rnos)? (?:el pelo|por (?:tontos|idiotas))|tomarnos el pelo|quien se (?:cree|ha creido)|que cara tiene|cara dura|menuda cara|vaya cara",
        ),
        (
            r"(?:usted (?:ha|quiere|miente|solo)|ha|su|sus|quiere)",
            r"(?:mentido|mentiras?|se ha inventado|inventad[oa]|a proposito|adrede|aposta|deliberadamente|mala fe|excusas|aprovechars\w*|fraude|manipulad[oa]|chantaj\w+|jeta|morro)",
            "!(?:hemos|nuestr[oa]) ~3 (?:a proposito|adrede)|no ~2 (?:a proposito|adrede)|antifraude|contra el fraude",
        ),
    ),
    "pl": (
        (
            r"(?:czytac|przeczytac|przeczytal\w*|czytania|zajrzal\w*|otworzyl\w*|czyta)",
            r"(?:najwyrazniej|widocznie|ewidentnie|chyba|naucz\w+|nastepnym razem|nawet|tak trudno|zbyt trudne|raczyl\w*|zrozumieni\w+)",
            "!(?:czytnik|karta|urzadzenie|etykiet\\w*) ~3 czyta\\w*|(?:przeczyta|zauwazy|odczyta|zrozumie)lismy",
        ),
        (
            r"(?:niemil|nieuprzejm|aroganck|bezczeln|niewdzieczn|impertynenck|dziecinn|nieznosn|roszczeniow|chamsk|uciazliw|wstretn|niewychowan|klotliw|upierdliw|niegrzeczn)\w+",
            r"(?:osob\w*|klient\w*|kogos|kupujac\w+|zachowani\w*|ton|postaw\w*|nigdy|pan|pani|czlowiek\w*|ludzi\w*)",
            r"!(?:przeprasza\w*|przykro|nasz\w* (?:zachowani\w*|kurier\w*|pracowni\w*|ton)|kurier\w*|zapach\w*|bardzo nam)",
        ),
        (
            r"(?:klient\w*|ludzi\w*|osob\w*|kupujac\w+)",
            r"(?:takich|takimi|takiego|jak (?:pan|pani|panstwo|ty)|pana pokroju|pani pokroju|tego pokroju)",
            r"(?:nie|bez|dosc|mniej|unika\w*)",
            r"!(?:zadowolon\w+|wiernych|milych|wspanialych|cieszy\w*)",
        ),
        (
            r"(?:prosze (?:juz |wiecej )?nie|szkoda|daruj\w*|nie ma sensu|niepotrzebnie|prosze sobie (?:darowac|oszczedzic)|bezcelow\w+)",
            r"(?:pisa\w*|pisze|wiadomosc\w*|odpowiad\w*|odpisyw\w*|kontakt\w*|skarg\w*|zali\w*|komentarz\w*)",
            "(?:nie (?:bedziemy|bede|odpowie\\w*|odpisz\\w*)|szkoda|darow\\w*|daruj\\w*|sensu|juz|wiecej|czasu)",
            "!zajmujemy|zajmiemy|wyslemy|zalatwimy",
        ),
        (
            r"nie (?:bedziemy|bede) (?:juz |wiecej |dluzej )?(?:odpowiadac|odpisywac|czytac|odpowiadal\w*)|(?:zignorujemy|zablokujemy|ignorujemy|blokujemy) ~3",
            "!(?:swiet|urlop\\w*|weekend\\w*|do dnia|do czasu)",
        ),
        (
            r"(?:prawnik\w*|adwokat\w*|sad|sadu|sadzie|sadow\w+|windykac\w+|windykator\w*|policj\w*|prokuratur\w*|komornik\w*|pozew|pozwem|pozwiemy|droge prawna|kroki prawne)",
            r"(?:przekaz\w+|przekaze\w*|skieruj\w+|nasz\w*|wniesiemy|zglosi\w+|zawiadomi\w+|skontaktuje|odezwie|spotka\w+|oddamy|zmuszeni|podejm\w+|wystapi\w*|otrzyma|dostanie|wejdziemy|zobaczymy)",
            r"!(?:kradziez\w*|skradzion\w+|zlodziej\w*|producent\w*|pana (?:prawnik|adwokat)\w*|pani (?:prawnik|adwokat)\w*|patent\w*|oszustw\w*|przepis\w* prawa|prosze zglosic)",
        ),
        (
            r"(?:innego|kogos innego) (?:frajera|naiwn\w+|jelenia|glupca)|(?:robi\w*|robic) (?:z nas|sobie) (?:wariat\w*|idiot\w*|glup\w*|jaja|kpiny|zarty)|za kogo ~2 sie (?:uwaza|ma)|co (?:pan|pani) sobie mysli|tupet\w*|ma (?:pan|pani) czelnosc",
        ),
        (
            r"(?:pan|pani|panstwo|pana|swoj\w*)",
            r"(?:sklamal\w*|klami\w*|klamstw\w*|wymyslil\w*|specjalnie|celowo|umyslnie|zlosliw\w+|wymowk\w*|wyludz\w+|naciaga\w*|szantaz\w*|kombinuj\w*|wykorzystuj\w*)",
            "!(?:my|nasz\\w*|nie) ~2 (?:specjalnie|celowo|umyslnie)|specjalnie dla|celowo zaprojekt\\w*|wykorzystuj\\w* (?:urzadz|funkcj|opcj|produkt|baterie|aplikacj)\\w*|specjalnie zaprojekt\\w*",
        ),
    ),
    "nl": (
        (
            r"(?:lezen|gelezen|leest|geopend|gekeken)",
            r"(?:kennelijk|blijkbaar|duidelijk niet|overduidelijk|klaarblijkelijk|leren|leer|volgende keer|niet eens|zo moeilijk|de moeite genomen|te veel gevraagd)",
            "!(?:wij|we|ik) (?:hebben|hadden|heb) ~6 (?:gelezen|gekeken|geopend)|(?:kaart|lezer|apparaat|etiket) ~3 lezen",
        ),
        (
            r"(?:onaangena|onbeleefd|arrogant|brutal|brutaal|ondankba|respectlo|kinderachtig|onuitstaanba|onmogelijk|onbeschaamd|onbeschoft|drammerig|verwend|lastig|onredelijk|hufterig|vervelend)\w*",
            r"(?:persoon|iemand|klant\w*|mens\w*|koper\w*|gedrag|houding|toon|u bent|bent u|nog nooit|manieren)",
            r"!(?:excus\w*|sorry|spijt|ons(?:ze)? (?:gedrag|toon|bezorger|medewerker)|bezorger|geur|vervelend (?:voor|dat)|medewerker|onze)",
        ),
        (
            r"(?:klanten|mensen|kopers|types?)",
            r"(?:zoals (?:u|jij|jullie)|als u|van uw (?:soort|slag)|dergelijke|zulke)",
            r"(?:niet|geen|zonder|liever|genoeg|beu|zat)",
            r"!(?:tevreden|blij|gelukkig)",
        ),
        (
            r"(?:bespaar (?:u|uzelf|ons)|zinloos|geen zin|heeft geen nut|nutteloos|doe geen moeite|hou(?:d|dt)? ~1 op)",
            r"(?:schrijv\w+|bericht\w*|reager\w+|antwoord\w*|mail\w*|moeite|contact\w*|smoes\w*|klagen|commentaar)",
        ),
        (
            r"(?:antwoorden|reageren|reageer|antwoord) (?:wij |we |ik )?niet (?:meer|langer)|niet (?:meer|langer) (?:op )?~3 (?:antwoorden|reageren|beantwoord\w*|beantwoorden)|(?:negeren|blokkeren|verwijderen) (?:wij|we) ~2 (?:berichten|u|mails?)|(?:berichten|mails?) ~3 (?:genegeerd|geblokkeerd)",
            "!(?:apparaat|knop|scherm|afstandsbediening|app|lamp) ~4 reage\\w*|reageert",
        ),
        (
            r"(?:advocaat|advocaten|jurist\w*|incasso\w*|rechter|rechtbank|deurwaarder|politie|aangifte|juridische (?:stappen|afdeling|procedure|actie)|gerechtelijk\w*|dagvaard\w*)",
            r"(?:dragen|overdragen|geven ~4 (?:door|uit handen)|onze|ons|schakelen|inschakelen|nemen|neemt|zetten|ondernemen|doen (?:wij|we)|doen|hoort|horen|ontvangt|zien elkaar|voorbehouden|behouden|genoodzaakt|stappen|stap|volgt|komt|waarschuwen|bellen)",
            r"!(?:diefstal|gestolen|dief|fabrikant|uw advocaat|patent|doe ~2 aangifte|u kunt ~3 aangifte|proces-verbaal|oplichting|phishing)",
        ),
        (
            r"(?:een andere|iemand anders) (?:dwaas|sukkel|sufferd|domoor|gek)|(?:houdt|houden|neemt|nemen) (?:u )?ons voor (?:de gek|dom|gek|idioten)|voor de gek|wie denkt u (?:wel )?(?:dat u bent|niet)|wat denkt u wel|het lef|lef hebben",
        ),
        (
            r"(?:u (?:heeft|hebt|wilt|probeert|bent)|heeft u|hebt u|wilt u|uw)",
            r"(?:gelogen|verzonnen|verzint|opzettelijk|expres|moedwillig|te kwader trouw|smoes\w*|misbruik|fraude|chanteren|chantage|profiteren van ons|oplicht\w+|uitvlucht\w*)",
            "!(?:wij|we|ons|onze) ~3 (?:opzettelijk|expres)|niet ~2 (?:opzettelijk|expres|moedwillig)|tegen fraude|misbruik (?:van uw|te voorkomen)",
        ),
    ),
    "sv": (
        (
            r"(?:läsa|läst|läser|öppnat|tittat)",
            r"(?:uppenbarligen|tydligen|uppenbart|lära (?:dig|er|sig)|nästa gång|inte ens|så svårt|för mycket begärt|brytt (?:dig|er))",
            "!(?:vi|jag) (?:har|hade) ~4 (?:läst|öppnat|tittat)|(?:kortet|läsaren|enheten|etikett\\w*) ~3 läs\\w*",
        ),
        (
            r"(?:otrevlig|oartig|oförskämd|arrogant|fräck|otacksam|respektlös|barnslig|outhärdlig|omöjlig|ohyfsad|jobbig|gnällig|krävande|odräglig|besvärlig|ouppfostrad)\w*",
            r"(?:någon|person|kunder?|kunden|köpare|människa\w*|du är|är du|ni är|beteende\w*|attityd|ton|aldrig)",
            r"!(?:ursäkt\w*|ledsna|beklag\w*|tråkigt|vår\w* (?:beteende|ton|chaufför|personal|kollega)|chaufför\w*|bud|lukt)",
        ),
        (
            r"(?:kunder|folk|människor|köpare)",
            r"(?:som (?:du|dig|er|ni)|av (?:din|er) (?:sort|typ)|sådana)",
            r"(?:inte|inga|slippa|utan|nog|trötta|hellre)",
        ),
        (
            r"(?:spara (?:dig|er|oss)|meningslöst|ingen idé|bespara oss|lönlöst|sluta)",
            r"(?:skriv\w*|svara|meddeland\w*|mejla|mail\w*|kontakta|besväret|klaga|kommentar\w*|ursäkter)",
        ),
        (
            r"(?:svarar|svara) (?:vi )?(?:inte|ej) (?:mer|längre|på fler)|(?:ignorerar|blockerar|raderar) (?:vi )?~2 (?:meddelanden|dig|er|mejl)|inte (?:längre )?(?:svara|besvara|läsa) ~3 (?:meddelanden|mejl|mer)|svarar inte",
            "!(?:enheten|fjärrkontroll\\w*|appen|knapp\\w*|skärm\\w*|motorn|lampan|den|telefonen) ~2 svarar|ringer",
        ),
        (
            r"(?:advokat\w*|jurist\w*|inkasso\w*|domstol\w*|kronofogde\w*|polis\w*|rättsliga (?:åtgärder|steg)|rättslig väg|rätten|stämma|stämning\w*|tingsrätt\w*)",
            r"(?:lämnar|lämna|överlämna\w*|vår|våra|kopplar|vidta\w*|anmäl\w*|kontakta\w*|höra av|hör från|ses i|går till|förbehåller|tvungna|kommer att|går vidare|ta hjälp|skickar|drar)",
            r"!(?:stöld\w*|stulen|stulet|tjuv\w*|tillverkare\w*|din advokat|er advokat|patent\w*|bedrägeri|gör en polisanmälan|stämma (?:bra|med|överens)|ska stämma)",
        ),
        (
            r"(?:hitta|leta upp|sök)\w* ~2 (?:någon annan|en annan) (?:idiot|dumskalle|lättlurad)|(?:driver|skojar) (?:du|ni) med oss|(?:tror|tar) (?:du|ni) (?:att vi är|oss för) ~2 (?:dumma|idioter)|vem tror (?:du|ni) att|mage att|fräckheten att",
        ),
        (
            r"(?:du (?:har|vill|försöker|är)|ni (?:har|vill|försöker|är)|har (?:du|ni)|din|ditt|er|ert)",
            r"(?:ljugit|hittat på|hittar på|med flit|avsiktligt|medvetet|undanflykt\w*|bortförklaring\w*|utnyttja oss|lura oss|bedrägeri\w*|utpressning)",
            "!(?:vi|vår\\w*) ~3 (?:med flit|avsiktligt)|inte ~2 (?:med flit|avsiktligt|medvetet)|mot bedrägeri",
        ),
    ),
}
