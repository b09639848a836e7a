"""Frames of asking for reviews: stars that would please, telling other buyers, thinking a bad one over.

Stars on a display, a review that is there already and a carrier's notice are none.
"""

from typing import Final

ASKS: Final = {
    "de": (
        (
            r"(?:(?:ein paar|paar|fünf|5|vier|viele|einige|ihre|die) sterne\w*|{review_de})",
            r"(?:freu\w*|freude|helf\w*|hilf\w*|dankbar|glücklich|bitte\w*|mögen sie|würde\w*|toll|motivier\w*|wäre\w*|belohn\w*|unterstütz\w*|zeit|minute)",
            "!display|gerät|montage|energie\\w*|sternen?himmel|weihnacht\\w*|lichterkette|hotel|vielen dank für|danke für|tut uns leid|bedauer\\w*",
        ),
        (
            r"(?:andere\w*|weitere\w*) ~1 (?:käufer\w*|kund\w*|interessent\w*|nutzer\w*)",
            r"(?:mitteilen|erzählen|teilen|erfahrung\w*|meinung|schreiben|weitergeben|berichten)",
            r"(?:bewert\w*|ihre\w* (?:erfahrung\w*|meinung|eindruck)|öffentlich|produktseite|hilfreich)",
            "!alias|bestellung|daten|verwechs\\w*",
        ),
        (
            r"bewert(?:en|e|et|ung abgeben)",
            r"(?:uns|unser\w*|den artikel|das produkt|den kauf)",
            r"(?:bitte|mögen|würden|könnten|können|freu\w*|wenn|gern\w*|schnell|kurz)",
            "!schaden|zustand|danke|haben ~4 bewert\\w*|prüfen|hersteller|gutachter",
        ),
    ),
    "en": (
        (
            r"(?:(?:a few|few|five|5|four|some|those|your|the) stars|{review_en})",
            r"(?:make our day|mean\w*|love\w*|happy|please|grateful|delight\w*|appreciate\w*|help\w*|would|thrilled|made our|cheer|motivat\w*|minute|leave|moment)",
            "!display|screen|device|energy|night sky|lights|hotel|sorry (?:about|for)|thank you for your|thanks for your|review (?:your|the|this) (?:case|claim|order|request|photos?|return)|under review|reviewed by|feedback (?:from|by) (?:the|our)|your feedback (?:on|about) whether|let us know|internally",
        ),
        (
            r"(?:other|fellow|future|potential) (?:buyers?|customers?|shoppers?|people|users?)",
            r"(?:tell\w*|share|sharing|know|opinion|experience|think|say)",
            r"(?:rat(?:e|ing)|review\w*|what you think|your (?:experience|opinion|thoughts|impression)|publicly|product page)",
            "!order|mixed up|data",
        ),
    ),
    "fr": (
        (
            r"(?:(?:quelques|cinq|5|quatre|vos|des) etoiles|{review_fr})",
            r"(?:plaisir|aid\w+|ravi\w*|heureu\w+|reconnaissant\w*|merci de|pourriez|feraient|ferait|touch\w+|encourag\w+|minute|appreci\w+|laiss\w+)",
            "!ecran|appareil|energie|hotel|lumi\\w+|merci pour|desole\\w*|avis (?:de passage|contraire|technique)|passage|depose un avis|livreur|commentaires? (?:du|sur le colis)",
        ),
        (
            r"(?:autres|futurs) (?:acheteurs?|clients?|utilisateurs?)",
            r"(?:dire|partag\w+|racont\w+|faire part|temoign\w+|connaitre)",
            r"(?:not\w+|evalu\w+|avis|ce que vous en pensez|experience|impression\w*|opinion)",
        ),
    ),
    "it": (
        (
            r"(?:(?:qualche|cinque|5|quattro|delle|un paio di) stell[ae]|{review_it})",
            r"(?:piacere|aiut\w+|felic\w+|grat\w+|farebb\w+|potrebb\w+|puo|lasci\w*|content\w+|apprezz\w+|minuto|volesse|gioia)",
            "!display|schermo|dispositivo|energi\\w+|hotel|luci|grazie per|ci (?:dis)?piace|spiace|valutazione (?:del danno|interna|tecnica)",
        ),
        (
            r"(?:altri|futuri) (?:acquirenti|clienti|utenti)",
            r"(?:raccont\w+|condivid\w+|dire|far sapere)",
            r"(?:valut\w+|recension\w+|come si trova|esperienza|opinione|cosa (?:ne )?pensa)",
        ),
    ),
    "es": (
        (
            r"(?:(?:unas|cinco|5|cuatro|algunas|sus) estrellas|{review_es})",
            r"(?:ilusion|ayud\w+|feliz|felices|agradec\w+|harian|haria|encant\w+|podria|deje|dejar\w*|alegr\w+|minuto|gustaria|importaria)",
            "!pantalla|dispositivo|energ\\w+|hotel|luces|gracias por|sentimos|lamentamos|valoracion (?:tecnica|interna|del dano)",
        ),
        (
            r"(?:otros|futuros|demas) (?:compradores|clientes|usuarios)",
            r"(?:contar\w*|compart\w+|decir\w*|cuent\w+)",
            r"(?:valor\w+|resen\w+|que le parece|experiencia|opinion)",
        ),
    ),
    "pl": (
        (
            r"(?:(?:kilka|piec|5|cztery|pare) gwiazdek|{review_pl})",
            r"(?:ucieszy\w*|pomoz\w*|pomog\w*|wdzieczn\w+|prosimy|prosze o|milo|bylib\w+|bedzie\w*|zostawi\w*|doceni\w*|radosc|chwil\w+|motyw\w+)",
            "!wyswietlacz\\w*|ekran\\w*|urzadzeni\\w*|energetyczn\\w+|hotel\\w*|swiatl\\w*|dziekuj\\w+ za|przykro|przeprasza\\w*|opini\\w+ (?:techniczn|serwis|rzeczoznaw)\\w*|ocen\\w+ (?:szkod|uszkodz)\\w*|zdjec\\w*",
        ),
        (
            r"(?:inn|przyszl|pozostal)\w+ (?:kupujac\w+|klient\w+|uzytkownik\w+)",
            r"(?:podziel\w*|opowiedz\w*|napisa\w*|powiedz\w*)",
            r"(?:ocen\w+|opini\w+|wrazeni\w+|doswiadczeni\w+|co (?:pan|pani) sadzi)",
        ),
    ),
    "nl": (
        (
            r"(?:(?:een paar|paar|vijf|5|vier|enkele) sterren|{review_nl})",
            r"(?:blij|help\w*|dankbaar|zou|zouden|graag|waarder\w*|leuk|fijn|plezier|minuut\w*|laat|achterlat\w*)",
            "!scherm|display|apparaat|energie\\w*|hotel|lampjes|bedankt voor|dank voor|spijt|jammer|beoordeling van (?:de schade|uw (?:aanvraag|retour))|technische",
        ),
        (
            r"(?:andere|toekomstige) (?:kopers|klanten|gebruikers)",
            r"(?:vertel\w*|del\w*|laten weten|schrijf\w*)",
            r"(?:beoordel\w*|ervaring\w*|mening|wat u ervan vindt|review)",
        ),
    ),
    "sv": (
        (
            r"(?:(?:några|fem|5|fyra|ett par) stjärnor|{review_sv})",
            r"(?:glädj\w*|glada|hjälp\w*|tacksam\w*|skulle|uppskatt\w*|gärna|kul|minut\w*|lämna\w*|betyd\w*)",
            "!skärm\\w*|display\\w*|enhet\\w*|energi\\w*|hotell|ljus\\w*|tack för|tråkigt|ledsna|beklag\\w*",
        ),
        (
            r"(?:andra|framtida) (?:köpare|kunder|användare)",
            r"(?:berätta\w*|dela\w*|skriv\w*)",
            r"(?:betygsätt\w*|omdöme\w*|recension\w*|vad du tycker|upplevelse\w*|erfarenhet\w*|åsikt\w*)",
        ),
    ),
}

CHANGES: Final = {
    "de": (
        (
            r"(?:den|die|ihren?|einen) (?:einen |zwei |einzelnen )?sterne?",
            r"(?:raus|runter|weg|zurück|hoch|rauf)(?:nehmen|setzen|zunehmen|zusetzen)?",
            r"(?:dann|im gegenzug|dafür) ~6 (?:buch\w*|erstatt\w*|überweis\w*|zahl\w*|\w*gutschein|hälfte|send\w*|schick\w*|leg\w*)",
            "!display|gerät",
        ),
        (
            r"(?:was|das was) sie ~4 (?:geschrieben|gepostet|gesagt) (?:haben|hatten)|ihre[nm]? (?:text|beitrag|post|worte|eintrag)",
            r"(?:lösch\w*|entfern\w*|nehm\w* ~5 (?:raus|runter|zurück)|zurücknehm\w*)",
            r"(?:wir|ich|über uns|ihnen)",
        ),
        (
            r"(?:{review_de}|bewertet)",
            r"(?:überdenken|überdacht|nochmal ansehen|abändern|rückgängig|löschen|ändern|zurück(?:zu)?nehmen|hochsetzen|aufstocken|entfernen|umwandeln|herabstufung|nachbessern|weg ?nehmen|anheben)",
            "!display|gerät",
        ),
        (
            r"(?:bevor sie|statt(?:dessen)?|anstatt|ehe sie|ohne)",
            r"(?:schlecht\w*|negativ\w*|wenige\w*|einen? stern)",
            r"(?:bewert\w*|{review_de}|stern)",
        ),
    ),
    "en": (
        (
            r"(?:turn|change|bump|move|push|make) (?:that|the|your|it|those) ~3 (?:into|to|up to|a) (?:an? )?(?:five|5|four|4)",
            r"(?:free|refund\w*|send|voucher|in the post|on us|half|replacement|gift)",
            r"!order|quantity|size|temperature|setting|amp\w*|display|dial|knob|switch|volume|heat|level",
        ),
        (
            r"what you (?:wrote|posted|put|said)(?: about us)?|your (?:post|comment|write-?up)",
            r"(?:delet\w+|remov\w+|take (?:it )?(?:down|back)|pull)",
            r"(?:about us|i'll|we'll|i will|we will|you get)",
        ),
        (
            r"(?:{review_en}|stars?)",
            r"(?:reconsider\w*|rethink\w*|think again|take (?:it|that|them) (?:down|back)|revis(?:e|it|ing)|upgrade|bump|amend\w*|raise|take back|undo|pull|lift)",
            "!display|device|we (?:will|have|'ll) (?:revise|review|raise)",
        ),
        (
            r"(?:before you|instead of|rather than|without)",
            r"(?:bad|negative|poor|low|one[- ]star|1[- ]star)",
            r"(?:review\w*|rat(?:e|ing)\w*|feedback|leav\w+|anything|star)",
        ),
    ),
    "fr": (
        (
            r"ce que vous avez (?:ecrit|mis|poste|dit)|votre (?:message public|publication)",
            r"(?:effac\w+|supprim\w+|retir\w+|enlev\w+)",
            r"(?:sur nous|de nous|nous|je|vous aurez)",
        ),
        (
            r"(?:{review_fr}|note)",
            r"(?:revoir|reconsider\w+|repens\w+|retir\w+|supprim\w+|modifi\w+|revis\w+|remonter|effac\w+|enlev\w+)",
            "!ecran|appareil|notez|prenons",
        ),
        (
            r"(?:avant de|au lieu de|plutot que de|sans)",
            r"(?:mauvaise?|negatif|negative|mal)",
            r"(?:avis|note\w*|evalu\w+|commentaire)",
        ),
    ),
    "it": (
        (
            r"(?:quello|cio) che ha (?:scritto|messo|pubblicato)|il suo (?:commento|post)",
            r"(?:cancell\w+|rimuov\w+|togli\w+|elimin\w+)",
            r"(?:su di noi|di noi|su noi|le mand\w+|le rimbors\w+|riceve\w*|le)",
        ),
        (
            r"(?:{review_it}|voto)",
            r"(?:riconsider\w+|ripens\w+|rived\w+|modific\w+|togli\w+|rimuov\w+|cancell\w+|ritir\w+|alz\w+|corregg\w+|cambi\w+)",
            "!display|schermo",
        ),
        (
            r"(?:prima di|invece di|anziche|piuttosto che)",
            r"(?:negativ[oa]|brutt[oa]|cattiv[oa]|mal[ei])",
            r"(?:recension\w+|valut\w+|feedback|giudizi\w+)",
        ),
    ),
    "es": (
        (
            r"lo que (?:puso|escribio|publico|ha (?:puesto|escrito|publicado))|su (?:comentario|publicacion)",
            r"(?:borr\w+|quit\w+|elimin\w+|retir\w+)",
            r"(?:nosotros|le mand\w+|le devuelv\w+|le envi\w+|recib\w+)",
        ),
        (
            r"(?:{review_es}|nota)",
            r"(?:reconsider\w+|repens\w+|replante\w+|modific\w+|quit\w+|borr\w+|elimin\w+|retir\w+|sub\w+|rectific\w+|cambi\w+|revis\w+)",
            "!pantalla|dispositivo|toma\\w+ nota",
        ),
        (
            r"(?:antes de|en vez de|en lugar de|sin)",
            r"(?:mal[oa]?|negativ[oa])",
            r"(?:resen\w+|valor\w+|opinion|comentario)",
        ),
    ),
    "pl": (
        (
            r"to,? co (?:pan|pani) (?:napisal|wystawil|opublikowal)\w*|(?:swoj|pana|pani) (?:wpis|komentarz)",
            r"(?:usun\w+|skasuj\w*|skasow\w+|wycof\w+)",
            r"(?:o nas|wysl\w+|zwroc\w+|dorzuc\w+|oddamy)",
        ),
        (
            r"(?:{review_pl}|ocen\w+)",
            r"(?:przemysl\w+|zmien\w+|usun\w+|wycof\w+|popraw\w+|podnies\w+|skasow\w+|zweryfik\w+|rozwaz\w+)",
            "!wyswietlacz\\w*|ekran\\w*",
        ),
        (
            r"(?:zanim|zamiast|przed)",
            r"(?:negatywn\w+|zl[aey]|slab\w+)",
            r"(?:opini\w+|ocen\w+|komentarz\w*)",
        ),
    ),
    "nl": (
        (
            r"wat u (?:over ons |online )?(?:heeft |hebt )?(?:geschreven|schreef|geplaatst)|uw (?:bericht online|post)",
            r"(?:verwijder\w*|weghaal\w*|weghal\w*|wist|wissen|haalt ~5 weg)",
            r"(?:over ons|wij|we|ik|krijgt)",
        ),
        (
            r"(?:{review_nl}|cijfer)",
            r"(?:heroverweg\w*|herzien|aanpass\w*|verwijder\w*|wijzig\w*|intrek\w*|verhog\w*|terugtrek\w*|nadenk\w*|weghal\w*|opwaarder\w*)",
            "!scherm|display",
        ),
        (
            r"(?:voordat u|voor u|in plaats van|alvorens)",
            r"(?:slecht\w*|negatie\w+|laag|lage)",
            r"(?:beoordel\w*|review\w*|recensie\w*|feedback)",
        ),
    ),
    "sv": (
        (
            r"(?:det|vad) (?:du|ni) (?:skrev|skrivit|har skrivit|la ut)|(?:ditt|ert) inlägg",
            r"(?:ta bort|tar bort|radera\w*|plocka ner)",
            r"(?:om oss|vi|jag|får)",
        ),
        (
            r"(?:{review_sv}|stjärnorna|betyget)",
            r"(?:tänka om|ompröva\w*|ändra\w*|ta bort|tar bort|radera\w*|höja|höjer|justera\w*|revidera\w*|dra tillbaka|fundera)",
            "!skärm\\w*|display\\w*",
        ),
        (
            r"(?:innan du|innan ni|istället för|i stället för)",
            r"(?:dåligt?|negativ\w*|lågt?)",
            r"(?:omdöme\w*|betyg\w*|recension\w*)",
        ),
    ),
}
"""Asking to think a review over, or to write to us instead of one."""

GIVES: Final = {
    "de": (
        (
            r"(?:5|fünf|vier|4|volle|alle|gute\w*) ?-?(?:sterne?\w*|{review_de})",
            r"(?:legen|senden|schicken|erstatten|überweisen|zahlen|geben|bekommen|erhalten|spendieren|schenken|gibt|drauf|obendrauf|dazu|dafür|packen|gutschreiben|belohnen|revanchieren|springt|drin)",
            "!display|hotel|gerät|erstatten sie",
        ),
        (
            r"(?:wenn|sobald|nach|für|gegen|falls|dafür|im gegenzug|nachdem)",
            r"{review_de}",
            r"(?:legen|senden|schicken|erstatten|überweisen|zahlen|spendieren|schenken|obendrauf|gutschreiben|belohnen|revanchieren|bekommen sie|erhalten sie|gibt es|packen)",
            "!prüf\\w*|gutachter\\w*|danke? für|schaden",
        ),
    ),
    "en": (
        (
            r"(?:five|5|four|4|full|top|good)[- ]?(?:{review_en}|star\w*)",
            r"(?:send|refund|pay|give|pop|throw|add|get|transfer|credit|include|ship|post|yours|treat|reward|chuck|sort|back)",
            "!display|hotel|device|thank you for your",
        ),
        (
            r"(?:if|once|when|after|for|in exchange|in return|as soon as)",
            r"(?:{review_en}|one star)",
            r"(?:(?:i'll|we'll|i will|we will|i can|we can) ~1 (?:send|refund|pay|give|pop|throw|add|transfer|credit|include|ship|post|chuck|reward)|you(?:'ll| will)? (?:get|receive)|is yours|on us|on the house)",
            "!under review|review of (?:your|the) (?:case|photos?)|thank you for|feedback (?:from|whether)|let us know",
        ),
    ),
    "fr": (
        (
            r"(?:5|cinq|quatre|4|bonnes?) (?:etoiles|{review_fr})",
            r"(?:envo\w+|rembours\w+|vers\w+|offr\w+|ajout\w+|gliss\w+|recev\w+|credit\w+|joind\w+|met\w+)",
            "!hotel|ecran",
        ),
        (
            r"(?:si|des que|apres|contre|en echange|pour|quand)",
            r"{review_fr}",
            r"(?:(?:nous (?:vous )?|on vous |je vous )(?:envo|rembours|vers|offr|ajout|gliss|credit)\w+|vous recev\w+)",
            "!merci pour|avis de|passage|livreur",
        ),
    ),
    "it": (
        (
            r"(?:5|cinque|quattro|4|buone?) (?:stelle|{review_it})",
            r"(?:sped\w+|mand\w+|invi\w+|rimbors\w+|vers\w+|aggiung\w+|riceve\w*|accredit\w+|regal\w+|mett\w+|restitu\w+)",
            "!hotel|display",
        ),
        (
            r"(?:se|appena|dopo|in cambio|per|quando)",
            r"{review_it}",
            r"(?:(?:le |vi |ti )(?:sped|mand|invi|rimbors|vers|aggiung|accredit|regal|restitu)\w+|ricever\w+)",
            "!grazie per|valutazione (?:del|tecnica|interna)",
        ),
    ),
    "es": (
        (
            r"(?:5|cinco|cuatro|4|buenas?) (?:estrellas|{review_es})",
            r"(?:envi\w+|mand\w+|reembols\w+|devolv\w+|pag\w+|anad\w+|recib\w+|abon\w+|regal\w+|met\w+)",
            "!hotel|pantalla",
        ),
        (
            r"(?:si|en cuanto|despues|a cambio|por|cuando)",
            r"{review_es}",
            r"(?:(?:le |te |les )(?:envi|mand|reembols|devolv|pag|anad|abon|regal)\w+|recibir\w+)",
            "!gracias por|valoracion (?:tecnica|interna|del)",
        ),
    ),
    "pl": (
        (
            r"(?:5|piec|cztery|4|dobr\w+) (?:gwiazdek|{review_pl})",
            r"(?:wysl\w+|zwroc\w+|zaplac\w+|dolozy\w+|otrzyma\w*|przele\w+|doda\w*|odda\w*|dorzuc\w*|podaruj\w*)",
            "!hotel\\w*|ekran\\w*",
        ),
        (
            r"(?:jesli|gdy|po|za|w zamian|kiedy|jak tylko)",
            r"{review_pl}",
            r"(?:(?:wysl|zwroc|zaplac|doloz|przele|dorzuc|podaruj)\w+|otrzyma (?:pan|pani)|oddamy)",
            "!dziekuj\\w+ za|ocen\\w+ (?:szkod|uszkodz)\\w*|opini\\w+ (?:serwis|rzeczoznaw)\\w*",
        ),
    ),
    "nl": (
        (
            r"(?:5|vijf|vier|4|goede) ?-?(?:sterren\w*|{review_nl})",
            r"(?:stur\w+|storten|betalen|geven|krijgt|ontvangt|doen|leggen|terug\w*|vergoed\w*|erbij|bijvoegen|stuur|stort)",
            "!hotel|scherm",
        ),
        (
            r"(?:als|zodra|na|voor|in ruil|indien|wanneer)",
            r"{review_nl}",
            r"(?:(?:wij|we|ik) (?:storten|sturen|geven|betalen|vergoeden|stuur|stort)|(?:sturen|storten|geven|betalen) (?:wij|we)|krijgt u|u krijgt|ontvangt u)",
            "!bedankt voor|beoordeling van de schade",
        ),
    ),
    "sv": (
        (
            r"(?:5|fem|fyra|4|bra) (?:stjärn\w*|{review_sv})",
            r"(?:skick\w+|återbetal\w*|betal\w+|får|lägger|bjuder|ger|sätter|swishar|slänger|med)",
            "!hotell|skärm\\w*",
        ),
        (
            r"(?:om|så fort|efter|för|i utbyte|när)",
            r"{review_sv}",
            r"(?:(?:vi|jag) (?:skickar|återbetalar|betalar|ger|bjuder|lägger|swishar)|(?:skickar|återbetalar|betalar|ger|bjuder|lägger|swishar) (?:vi|jag)|får (?:du|ni))",
            "!tack för",
        ),
    ),
}
"""Something given for stars or for a review."""
