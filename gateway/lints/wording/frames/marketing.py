"""Frames of advertising: something for the next purchase, a range reduced, a look at other goods.

A refund of some percent, a voucher used and the goods of this order are none.
"""

from typing import Final

MARKETING: Final = {
    "de": (
        (
            r"(?:prozent|%|euro) (?:runter|günstiger|billiger|weniger)|(?:ein drittel|die hälfte|ein viertel) (?:günstiger|billiger|weniger)|für kleines geld",
            r"(?:kürzel|\w*code|nächste\w*|wer|stammkund\w*|sortiment|ab (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|diese woche|käufer\w*)",
            r"!erstatt\w*|schaden|mangel|gutschrift|nachlass|leider",
        ),
        (
            r"(?:gratis|kostenlos|geschenkt|umsonst|geschenk\w*|dazu)",
            r"(?:wer|wenn sie|jeder der) ~8 (?:bestell\w*|kauf\w*)",
            r"!erstatt\w*|rücksend\w*|etikett|ersatz|umtausch|defekt|(?:bestellt|gekauft) haben|versehentlich",
        ),
        (
            r"(?:räumen|leeren) ~3 (?:unser |das )?lager|restposten|lagerräumung|abverkauf\w*|(?:mehrwertsteuer|mwst) (?:geschenkt|schenken)",
            r"!leider",
        ),
        (
            r"(?:zwei|drei|2|3) ~4 (?:und|kaufen|nehmen|bekommen) ~4 (?:dritte|zweite|vierte)\w* ~4 (?:gratis|geschenk\w*|umsonst|dazu|halben)|(?:dritte|zweite|vierte)\w* ~3 (?:gratis|umsonst|schenken wir|zum halben)",
            r"!erstatt\w*",
        ),
        (
            r"(?:nächste[nrms]?|weitere[nrm]?|künftige[nrm]?|zukünftige[nrm]?|folge)\w* ~1 (?:\w*bestellung\w*|\w*einkauf\w*|kauf|käufe|einkäufe)",
            r"(?:\w*code|\w*codes|\w*gutschein\w*|rabatt\w*|sparen|%|prozent|geschenk\w*|schenken|vorteil\w*|günstiger|coupon|gratis|euro|nachlass|versandkostenfrei)",
            "!bereits eingelöst|leider kein\\w*",
        ),
        (
            r"\d{1,2} ?(?:% ?\w+|prozent)|halbe[nmr]? preis|zum halben preis|zwei zum preis|reduziert\w*|herabgesetzt\w*|vorteilspreis\w*|sonderpreis\w*|aktionspreis\w*|schnäppchen\w*|tiefpreis\w*",
            r"(?:sortiment|alles|alle|sämtliche\w*|shop|bis (?:sonntag|samstag|freitag|montag|ende|zum|monatsende)|nur (?:noch|heute|diese)|diese woche|gerade|derzeit|momentan|aktuell|jetzt|unser\w*|entdecken|sichern)",
            "!erstatt\\w*|rückerstatt\\w*|nachlass|mangel|schaden|gutschrift|akku\\w*|alkohol|baumwolle|polyester|luftfeucht\\w*|ladung|geladen|zoll|mwst|mehrwertsteuer|umsatzsteuer|steuer|helligkeit|leistung|drehzahl|dosierung|konzentr\\w*|angeboten wird",
        ),
        (
            r"(?:schauen|werfen|entdecken|stöbern|blick|anschauen|ansehen|umsehen|durchstöbern|vorbeischauen|stöber\w*|lohnt sich|kennen sie|empfehlen|probieren)",
            r"(?:unser\w* ~3 (?:sortiment|\w*angebot\w*|ersatzteil\w*|\w*zubehör\w*|produkte\w*|artikel\w*|neuheit\w*|kollektion|\w*linie|\w*serie|neue\w*|weitere\w*|andere\w*|lager\w*|pflegemittel)|\w*verkauf|neue kollektion|neuheiten)",
            "!anleitung|reparatur|bedienung|ersatzteil ~3 (?:passt|bestellt|nachsenden|lieferbar)|verkauf (?:von|an) dritte|rückgabe",
        ),
        (
            r"(?:räumungs|ausverkauf|schluss|lager|sonder|abverkauf|winter|sommer|jubiläums|herbst|frühjahrs|weihnachts)(?:verkauf|schlussverkauf|aktion\w*|angebot\w*|sale|rabatt\w*)?|ausverkauf|jubiläum|black ?week|cyber ?week",
            r"(?:verkauf|aktion\w*|angebot\w*|sale|rabatt\w*|\w+verkauf|\w+aktion\w*|\w+angebot\w*|prozent|%|black ?week|cyber ?week)",
            r"(?:wir|unser\w*|bei uns|gerade|bis|jetzt|lohnt|sichern)",
            "!(?:im|dem|den|aus dem) ~1 (?:sommer|winter|lager) ~3 (?:geliefert|verschickt|bestellt)|{third_de}|erstatt\\w*|leider|ausverkauft",
        ),
        (
            r"(?:newsletter|verteiler|mailingliste|treueprogramm|bonusprogramm|kundenclub|kundenkarte|vip-?\w*|app-?angebot\w*|prämie\w*|freunde werben|weiterempfehl\w*|gewinnspiel\w*)",
            r"(?:anmelden|eintragen|tragen|melden|abonnieren|beitreten|teilnehmen|werden|erhalten|bekommen|sichern|mitmachen|sammeln|wenn sie|empfehlen|freuen)",
            "!abgemeldet|abmelden|austragen|leider|nicht|kein\\w*",
        ),
    ),
    "en": (
        (
            r"(?:a third|a quarter|a fifth|half|percent|per cent|\d+ ?%) (?:less|cheaper)|(?:a third|a quarter|a fifth) off",
            r"(?:first ~1 (?:buyers|customers|orders)|range|landed|launch\w*|this (?:week|month|weekend)|code|next)",
            r"!refund\w*|damage\w*|compensat\w*|restocking|weigh\w*|power|noise",
        ),
        (
            r"(?:free|gratis|on us|thrown in)",
            r"(?:if you (?:order|buy)|(?:anyone|everyone|whoever|customers) (?:who )?(?:order|buy)s?|when you (?:buy|order))",
            r"!refund\w*|return\w*|replacement|faulty|label",
        ),
        (
            r"clearing (?:out )?(?:our|the|old) ~3|end of line|last chance to buy|(?:vat|tax)[- ]free (?:week|weekend|days?)|refer (?:a|your) (?:friend|mate|colleague|neighbour)s?|must go",
            r"!customs",
        ),
        (
            r"(?:two|three|2|3) ~5 (?:third|second|fourth) ~4 (?:free|on us|half)|(?:third|second) (?:one )?~3 (?:is |comes )?(?:free|half price|on us)",
            r"!refund\w*",
        ),
        (
            r"(?:next|future|another|second|further) ~1 (?:orders?|purchases?|shop|buy|visit)",
            r"(?:codes?|vouchers?|discount\w*|save|saving|%|percent|per cent|gift|free|off|coupon|cheaper|treat|quid|pounds?|euros?)",
            "!already (?:used|redeemed)|no longer",
        ),
        (
            r"(?:\d{1,2} ?(?:% ?\w+|percent|per cent)|half[- ]price|bogof|reduced|marked down|knocked down|special (?:price|offer|deal)s?|bargain\w*|introductory (?:price|offer))",
            r"(?:everything|until|up to|new season|new in|have a look|range|all|whole|store|shop|this (?:week|weekend|month)|only today|today only|now|right now|currently|our|at the moment|ends|grab|hurry|off)",
            "!refund\\w*|damage|defect|scratch\\w*|credit\\w*|battery|charged?|cotton|polyester|humidity|alcohol|vat|tax|customs|duty|brightness|speed|volume|restocking|compensat\\w*|goodwill|partial|inconvenience|capacity|concentrat\\w*|all orders are|noise|power|weight|energy",
        ),
        (
            r"(?:have a (?:look|browse|peek)|take a (?:look|peek)|check out|browse|discover|explore|look at|look through|see|try|tried|recommend)",
            r"(?:our ~3 (?:range|offers?|spares?|spare parts|accessories|products|new|other|latest|collection|items|deals|catalogue|store|shop|line|selection))",
            "!manual|instructions|repair|our (?:return|privacy|warranty)|see (?:if|whether|that|from)|other (?:department|colleague|warehouse)\\w*|in the box|stock",
        ),
        (
            r"(?:clearance|closing[- ]down|stock|winter|summer|spring|autumn|christmas|anniversary|mid-?season|weekend|bank holiday|flash|seasonal) (?:sale|event|offers?|deals?|promotion|special)|black week|cyber week|sale (?:starts|ends|is on|now on)",
        ),
        (
            r"(?:newsletter|mailing list|loyalty (?:programme|program|scheme|card|points)|rewards? (?:club|programme|program|points)|vip (?:list|club)|refer a friend|prize draw|giveaway|competition|members' club|e-?mail list)",
            r"(?:sign(?:ing)? up|join\w*|subscrib\w+|enrol\w*|register\w*|enter|earn|collect|get|win|become|take part|recommend|hear)",
            "!unsubscrib\\w*|removed|opt(?:ed)? out|not|n't",
        ),
    ),
    "fr": (
        (
            r"(?:offerte?s?|gratuit\w*|en cadeau)",
            r"(?:(?:si vous|qui|quiconque|pour qui) (?:achet|command)\w+|pour (?:toute commande|tout achat|deux|trois))",
            r"!rembours\w*|retour\w*|remplac\w+|defectueu\w+",
        ),
        (
            r"(?:destockons|bradons|liquidons|soldons)|fins? de serie|(?:semaine|jours?|quinzaine) sans tva|parrainez",
            r"!malheureusement",
        ),
        (
            r"(?:deux|trois|2|3) ~5 (?:troisieme|deuxieme|quatrieme) ~4 (?:offert\w*|gratuit\w*|cadeau|moitie)|(?:troisieme|deuxieme) (?:est )?(?:offert\w*|gratuit\w*)",
            r"!rembours\w*",
        ),
        (
            r"(?:prochaine?s?|futur\w*|nouvelle|deuxieme|suivante?) ~1 (?:commandes?|achats?)",
            r"(?:codes?|bons?|remise|reduction|economis\w+|%|pour ?cent|cadeau|offert\w*|gratuit\w*|coupon|moins cher|avantage|euros?|rabais)",
            "!deja utilise|expire",
        ),
        (
            r"-? ?\d{1,2} ?(?:% ?\w+|pour ?cent)|moitie prix|prix (?:doux|casse\w*|speci\w+|mini|imbattable\w*)|bonnes affaires|offre (?:speciale|exceptionnelle|de lancement)|soldes?|soldee?s|destockage",
            r"(?:gamme|tout|toute|toutes|boutique|jusqu'(?:a|au)|cette semaine|ce week-?end|seulement|en ce moment|actuellement|nos|notre|profit\w+|magasin|articles|filtres|profitez)",
            "!rembours\\w*|dommage|defaut|rayure|avoir|batterie|coton|polyester|humidite|alcool|tva|taxe|douane|luminosite|vitesse|charge|dedommag\\w*|geste|solde (?:de votre|du|restant)|puissance|batteries|compens\\w*|volume",
        ),
        (
            r"(?:jet\w+ (?:un|aussi un) (?:oeil|coup d'oeil)|decouvr\w+|parcour\w+|regard\w+|profit\w+|explor\w+|faire un tour|consult\w+|essay\w+|conseill\w+|recommand\w+)",
            r"(?:nos|notre) ~3 (?:gamme|offres?|pieces|accessoires|produits|nouveaute\w*|nouve\w+|autres?|collection|articles|catalogue|boutique|selection|promotions?)",
            "!notice|reparation|mode d'emploi|retours?|notre autre (?:entrepot|service)",
        ),
        (
            r"(?:vente|braderie|promo|promos|promotion|promotions|operation|soldes|offres?) (?:de|d'|du)? ?(?:printemps|ete|hiver|automne|noel|anniversaire|flash|privee?s?|fin de serie|rentree|liquidation|exceptionnelles?|speciales?)|liquidation (?:totale|du stock)|black friday|cyber ?week",
        ),
        (
            r"(?:newsletter|infolettre|liste de diffusion|programme (?:de )?fidelite|carte de fidelite|club|parrain\w+|points (?:de )?fidelite|jeu-?concours|tirage au sort|lettre d'information)",
            r"(?:inscri\w+|abonn\w+|rejoign\w+|adher\w+|particip\w+|gagn\w+|cumul\w+|profit\w+|devenez|recev\w+|recommand\w+)",
            "!desabonn\\w+|desinscri\\w+|ne|pas",
        ),
    ),
    "it": (
        (
            r"il (?:terzo|secondo|quarto) ~1 non (?:lo|si) paga|(?:un terzo|la meta|un quarto) in meno",
            r"(?:chi|questa settimana|questo mese|se (?:prende|compra|ordina)|nuov\w+|primi)",
            r"!rimbors\w*|pagato|difett\w+|purtroppo",
        ),
        (
            r"(?:omaggio|gratis|in regalo|gratuit\w+)",
            r"(?:(?:chi|se) (?:ordina|compra|acquista)|per ogni (?:ordine|acquisto))",
            r"!rimbors\w*|reso|sostitu\w+|difettos\w+",
        ),
        (
            r"(?:svendiamo|svuotiamo|liquidiamo)|fine serie|ultimi pezzi|(?:settimana|giorni) senza iva|porti un amico",
            r"!purtroppo",
        ),
        (
            r"(?:due|tre|2|3) ~5 (?:terz|second|quart)[oa] ~4 (?:regal\w+|gratis|omaggio|meta)|(?:terz|second)[oa] (?:e |lo |la )?(?:gratis|in omaggio|regal\w+)",
            r"!rimbors\w*",
        ),
        (
            r"(?:prossim[oaie]|futur[oaie]|second[oa]|successiv[oa]) ~1 (?:ordin[ei]|acquist[oi]|spesa)",
            r"(?:codice|buono|sconto|risparmi\w+|%|per ?cento|regalo|omaggio|gratis|gratuit\w+|coupon|vantaggi\w*|euro)",
            "!gia utilizzato|scaduto",
        ),
        (
            r"\d{1,2} ?(?:% ?\w+|per ?cento)|meta prezzo|prezz[oi] (?:special[ei]|stracciat[oi]|imbattibil[ei]|ribassat[oi]|scontat[oi])|in offerta|super ?offert\w+|svendita|saldi",
            r"(?:gamma|tutto|tutta|tutti|tutte|negozio|fino a|questa settimana|solo (?:oggi|per)|in questo momento|attualmente|ora|nostr[oaie]|approfitt\w+|catalogo|assortimento)",
            "!rimbors\\w*|danno|difetto|graffio|batteria|cotone|poliestere|umidita|alcol|iva|dogana|dazi\\w*|luminosita|velocita|carica|risarc\\w*|accredit\\w*|potenza|compens\\w*|volume",
        ),
        (
            r"(?:(?:dia|dare|dai|dare anche) (?:anche )?(?:un'|una )?(?:occhiata|sguardo)|scopr\w+|sfogli\w+|guard\w+|approfitt\w+|esplor\w+|visit\w+|prov\w+|consigli\w+)",
            r"(?:nostr[oaie]) ~3 (?:gamma|offert[ae]|ricambi|accessori|prodotti|novita|nuov[oaie]|altr[oaie]|collezione|articoli|catalogo|negozio|selezione|promozion[ei])",
            "!manuale|riparazione|istruzioni|reso",
        ),
        (
            r"(?:saldi|svendita|promozion[ei]|offert[ae]|sconti|vendita) (?:di|d'|estiv[aei]|invernal[ei]|natalizi[aeo]|special[ei]|lampo|primaveril[ei]|autunnal[ei]|promozionale|privat[ae]|fine) ?\w*|liquidazione|black friday|cyber ?week",
            "!in vendita",
        ),
        (
            r"(?:newsletter|mailing list|programma (?:fedelta|punti)|carta fedelta|club|punti fedelta|concorso|estrazione|porta un amico)",
            r"(?:iscriv\w+|abbon\w+|unisc\w+|ader\w+|partecip\w+|vinc\w+|accumul\w+|ricev\w+|divent\w+|registr\w+|consigli\w+)",
            "!disiscri\\w+|cancellat\\w+|non",
        ),
    ),
    "es": (
        (
            r"(?:de regalo|gratis|gratuit\w+)",
            r"(?:(?:quien|si) (?:pid|compr|encarg)\w+|por (?:cada|la) compra)",
            r"!reembols\w*|devol\w+|sustitu\w+|defectuos\w+",
        ),
        (
            r"(?:liquidamos|vaciamos)|fin de serie|ultimas unidades|(?:quincena|semana|dias?|mes) sin iva|traiga a un amigo",
            r"!lamentablemente",
        ),
        (
            r"(?:dos|tres|2|3) ~5 (?:tercer|segund|cuart)[oa]? ~4 (?:regal\w+|gratis|mitad)|(?:tercer|segund)[oa] (?:es |sale |va )?(?:gratis|de regalo|a mitad)",
            r"!reembols\w*|devolv\w*",
        ),
        (
            r"(?:proxim[oa]s?|siguientes?|futur[oa]s?|segund[oa]) ~1 (?:pedidos?|compras?)",
            r"(?:codigo|vale|descuento|ahorr\w+|%|por ?ciento|regalo|gratis|cupon|ventaja|euros?|rebaja)",
            "!ya (?:usado|utilizado|canjeado)|caducado",
        ),
        (
            r"\d{1,2} ?(?:% ?\w+|por ?ciento)|mitad de precio|preci(?:o|os) (?:especial(?:es)?|rebajad\w+|reducid\w+|imbatible\w*)|en oferta|rebajas|liquidacion|chollo\w*|ofertas? (?:especial|del|de)",
            r"(?:gama|todo|toda|todos|todas|tienda|hasta el|esta semana|solo (?:hoy|esta)|ahora|actualmente|nuestr[oa]s?|aproveche|catalogo|surtido|este mes)",
            "!reembols\\w*|dano|defecto|aranazo|bateria|algodon|poliester|humedad|alcohol|iva|aduana\\w*|brillo|velocidad|carga|compens\\w*|abon\\w*|potencia|devol\\w*|volumen",
        ),
        (
            r"(?:(?:eche|echar|echele) (?:tambien )?un (?:vistazo|ojo)|descubr\w+|explor\w+|mire|aprovech\w+|visite|consult\w+|prueb\w+|recomend\w+|dese una vuelta)",
            r"(?:nuestr[oa]s?) ~3 (?:gama|ofertas?|recambios|repuestos|accesorios|productos|novedades|nuev[oa]s?|otr[oa]s|coleccion|articulos|catalogo|tienda|seleccion|promociones)",
            "!manual|reparacion|instrucciones|devolucion",
        ),
        (
            r"(?:rebajas|promocion(?:es)?|ofertas?|venta|liquidacion) (?:de|del|flash|especial(?:es)?|privada|por) (?:primavera|verano|invierno|otono|navidad|aniversario|fin|stock|temporada|cierre|lanzamiento)?|black friday|cyber ?week",
            r"(?:rebajas|promocion\w*|nuestr\w+|aproveche|hasta|ahora|tenemos|estamos|hay|black friday|liquidacion)",
            "!no|devol\\w+|en venta",
        ),
        (
            r"(?:newsletter|boletin|lista de correo|programa de (?:fidelidad|puntos)|tarjeta de fidelidad|club|puntos de fidelidad|sorteo|concurso)",
            r"(?:suscrib\w+|apunt\w+|inscrib\w+|un(?:ase|irse)|particip\w+|gan\w+|acumul\w+|recib\w+|hagase|registr\w+|recomiend\w+)",
            "!baja|cancelad\\w+|no",
        ),
    ),
    "pl": (
        (
            r"(?:gratis|za darmo|w prezencie)",
            r"(?:(?:kto|jesli|przy) ~3 (?:zamow|kup|zakup)\w*)",
            r"!zwr\w+|wymian\w*|wad\w+|reklamac\w*",
        ),
        (
            r"(?:wyprzedajemy|czyscimy magazyn)|koncowki serii|ostatnie sztuki|(?:tydzien|dni|weekend) bez vat|polec\w* znajom\w+",
            r"!niestety",
        ),
        (
            r"(?:dwa|dwie|trzy|2|3) ~5 (?:trzeci|drug|czwart)\w+ ~4 (?:gratis|darmo|prezent\w*|polow\w*)|(?:trzeci|drug)\w+ ~2 (?:gratis|za darmo|za pol)",
            r"!zwr\w*",
        ),
        (
            r"(?:nastepn|kolejn|przyszl|drug)\w+ ~1 (?:zakup\w*|zamowieni\w*|wizyt\w*)",
            r"(?:kod\w*|bon\w*|rabat\w*|znizk\w*|oszczed\w+|%|procent|prezent\w*|gratis|kupon\w*|taniej|zlotych|zl|za darmo)",
            "!wykorzystan\\w+|niestety",
        ),
        (
            r"\d{1,2} ?(?:% ?\w+|procent\w*)|pol ceny|polowe ceny|cen\w+ (?:promocyjn\w+|specjaln\w+|obnizon\w+)|promocj\w+|wyprzedaz\w*|okazj\w+|przecen\w+",
            r"(?:asortyment\w*|wszystk\w+|caly|cala|sklep\w*|do (?:niedzieli|soboty|konca|piatku)|w tym tygodniu|tylko (?:dzis|dzisiaj|teraz)|teraz|obecnie|aktualnie|nasz\w*|skorzysta\w*)",
            "!zwrot\\w*|zwroc\\w*|uszkodz\\w*|wad\\w*|rys\\w*|bateri\\w*|baweln\\w*|poliest\\w*|wilgotn\\w*|alkohol\\w*|vat|cl[oa]|jasnosc\\w*|predkosc\\w*|naladowan\\w*|rekompensat\\w*|moc\\w*|przy okazji|zwiazku",
        ),
        (
            r"(?:zajrzec|zajrzyj|obejrzec|odkry\w+|przejrzec|sprawdzic|zobaczyc|zapoznac|zapraszamy|polecamy|zachecamy|wyprobowac|rzucic okiem)",
            r"(?:nasz\w+) ~3 (?:ofert\w*|czesc\w*|akcesori\w*|produkt\w*|nowosc\w*|now\w+|inn\w+|kolekcj\w*|artykul\w*|katalog\w*|sklep\w*|asortyment\w*|promocj\w*)",
            "!instrukcj\\w*|napraw\\w*|zwrot\\w*|regulamin\\w*",
        ),
        (
            r"(?:letni\w*|zimow\w*|wiosenn\w*|jesienn\w*|swiateczn\w*|sezonow\w*|urodzinow\w*|weekendow\w*|wielk\w*) (?:wyprzedaz\w*|promocj\w*|ofert\w*|rabat\w*|znizk\w*)|black friday|czarny piatek|wyprzedaz\w*",
            "!nie",
        ),
        (
            r"(?:newsletter\w*|list\w+ mailingow\w+|program\w* (?:lojalnosciow\w+|partnersk\w+)|kart\w+ stalego klienta|klub\w*|konkurs\w*|losowani\w*|punkt\w* lojalnosciow\w+)",
            r"(?:zapisa\w*|zapraszamy|dolacz\w*|subskryb\w*|wziac udzial|wygra\w*|zbiera\w*|otrzyma\w*|zosta\w*|zarejestr\w*|polec\w*)",
            "!wypisa\\w*|usunie\\w*|nie",
        ),
    ),
    "nl": (
        (
            r"(?:gratis|cadeau|kosteloos)",
            r"(?:(?:wie|als u|bij) ~5 (?:bestelt|koopt|aankoop|bestelling))",
            r"!terug\w*|retour\w*|vervang\w*|defect\w*",
        ),
        (
            r"(?:ruimen wij|we ruimen|opruimen) ~3|restpartij\w*|laatste stuks|btw[- ]?(?:vrije|vrij|dagen)|zonder btw (?:week|dagen)|breng een vriend",
            r"!helaas",
        ),
        (
            r"(?:twee|drie|2|3) ~5 (?:derde|tweede|vierde) ~4 (?:gratis|cadeau|halve)|(?:derde|tweede) ~2 (?:gratis|cadeau|voor de helft)",
            r"!terugbeta\w*",
        ),
        (
            r"(?:volgende|toekomstige|tweede|nieuwe) ~1 (?:bestelling\w*|aankoop|aankopen)",
            r"(?:\w*code|\w*bon|korting\w*|bespar\w*|%|procent|cadeau\w*|gratis|coupon|goedkoper|voordeel|euro)",
            "!al gebruikt|helaas",
        ),
        (
            r"\d{1,2} ?(?:% ?\w+|procent)|halve prijs|(?:actie|speciale|bodem|stunt) ?prij\w+|in de aanbieding|afgeprijsd|koopjes?|uitverkoop|opruiming|aanbieding(?:en)?",
            r"(?:assortiment|alles|alle|hele|winkel|tot en met|tot (?:zondag|zaterdag|eind)|deze (?:week|maand)|alleen vandaag|nu|momenteel|onze|ons|profiteer|op dit moment)",
            "!terugbeta\\w*|vergoed\\w*|schade|gebrek|kras\\w*|accu|katoen|polyester|vocht\\w*|alcohol|btw|douane|helderheid|snelheid|opgeladen|compens\\w*|restitu\\w*|vermogen|tegemoetkom\\w*|volume",
        ),
        (
            r"(?:kijk\w*|neem\w* ~2 kijkje|werp\w* ~2 blik|ontdek\w*|bekijk\w*|snuffel\w*|bezoek\w*|probeer\w*|aanraden|raden)",
            r"(?:onze|ons) ~3 (?:assortiment|aanbieding\w*|onderdelen|accessoires|producten|nieuwe|nieuwigheden|andere|overige|collectie|artikelen|catalogus|winkel|webshop|acties)",
            "!handleiding|reparatie|gebruiksaanwijzing|retour\\w*",
        ),
        (
            r"(?:zomer|winter|lente|herfst|kerst|voorjaars|najaars|jubileum|weekend|stunt|lente)(?:uitverkoop|actie\w*|aanbieding\w*|sale|korting\w*|opruiming)|uitverkoop|opruiming|black friday|cyber ?week",
            "!niet|geen|uitverkocht",
        ),
        (
            r"(?:nieuwsbrief|mailinglijst|spaarprogramma|klantenkaart|spaarpunten|loyaliteits\w*|prijsvraag|winactie|vriendenactie|club)",
            r"(?:aanmeld\w*|meld\w*|inschrijv\w*|schrijf\w*|abonneer\w*|word\w*|doe mee|deelnem\w*|win\w*|spaar\w*|ontvang\w*|lid)",
            "!afmeld\\w*|afgemeld|uitgeschreven|niet|geen",
        ),
    ),
    "sv": (
        (
            r"(?:gratis|på köpet|i present)",
            r"(?:(?:den som|om du|alla som|vid) ~4 (?:köper|beställer|köp|handlar))",
            r"!återbetal\w*|retur\w*|byte|defekt\w*|ersätt\w*",
        ),
        (
            r"(?:säljer ut|rear ut|rensar lagret)|slutförsäljning|sista chansen|momsfri\w* (?:helg|vecka|dag\w*)|(?:tipsa|värva) en vän",
            r"!tyvärr",
        ),
        (
            r"(?:två|tre|2|3) ~5 (?:tredje|andra|fjärde) ~4 (?:gratis|på köpet|halva)|(?:tredje|andra) ~2 (?:gratis|på köpet|till halva)",
            r"!återbetal\w*",
        ),
        (
            r"(?:nästa|kommande|framtida|andra) ~1 (?:köp|beställning\w*|order|inköp|handel)",
            r"(?:\w*kod\w*|rabatt\w*|värdecheck\w*|spara\w*|%|procent|present\w*|gratis|kupong\w*|billigare|kronor|kr|erbjudande)",
            "!redan använd\\w*|tyvärr",
        ),
        (
            r"\d{1,2} ?(?:% ?\w+|procent)|halva priset|(?:kampanj|special|extra|låg) ?pris\w*|på rea|nedsatt\w*|fynda?|realisation|erbjudande\w*|utförsäljning",
            r"(?:sortiment\w*|allt|alla|hela|butik\w*|till och med|t\.o\.m|fram till|denna (?:vecka|månad)|den här veckan|bara idag|endast idag|just nu|nu|vår\w*|passa på)",
            "!återbetal\\w*|ersätt\\w*|skada\\w*|fel|repa\\w*|batteri\\w*|bomull|polyester|fukt\\w*|alkohol|moms|tull|ljusstyrka|hastighet|ladda[dt]|kompens\\w*|prisavdrag|effekt|volym",
        ),
        (
            r"(?:titt|titta|kika|kolla|upptäck|besök|spana|prova|bläddra|rekommender\w*)",
            r"(?:vår\w*) ~3 (?:sortiment|erbjudanden|reservdelar|tillbehör|produkter|nyheter|nya|andra|övriga|kollektion|varor|katalog|butik|kampanjer)",
            "!bruksanvisning\\w*|reparation|manual\\w*|retur\\w*",
        ),
        (
            r"(?:sommar|vinter|vår|höst|jul|helg|jubileums|lager|säsongs|mellandags)(?:rea\w*|kampanj\w*|erbjudande\w*|utförsäljning)|utförsäljning|black friday|black week|cyber ?week|mellandagsrea\w*",
            "!inte",
        ),
        (
            r"(?:nyhetsbrev\w*|e-?postlista\w*|kundklubb\w*|bonusprogram\w*|lojalitetsprogram\w*|bonuspoäng|tävling\w*|medlemskort|utlottning\w*)",
            r"(?:anmäl\w*|prenumerera\w*|gå med|bli|delta|vinn\w*|samla\w*|få|registrera\w*|skriv upp|välkommen\w*)",
            "!avregistrera\\w*|avanmäl\\w*|inte",
        ),
    ),
}
