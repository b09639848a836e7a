"""Frames of reproach: the buyer should have looked, read or thought, and no is no.

Beside `wording.frames.impatience`. Every language has the same rows in the same order: look first next time,
before you complain, it would have been enough, somebody who can read, so it is our fault, you could have
thought of it, no is no.
"""

from typing import Final

REPROACH: Final = {
    "de": (
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
