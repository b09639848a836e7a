"""Frames of invitations off the marketplace: telephone, visit, form, private addresses.

A carrier who calls, a parcel shop to go to and a refusal are none. Payment and purchases: `trade`.
"""

from typing import Final

INVITATIONS: Final = {
    "de": (
        (
            r"(?:telefonzentrale|festnetz\w*|\w*hotline|durchwahl|telefonisch|(?:per|am|übers|via) (?:telefon|handy)|telefonnummer|telefonat|anruf\w*|anrufen|anzurufen|zurückrufen|zurückzurufen|rückruf|durchklingeln|telefonieren)",
            r"(?:unser\w*|bei uns|mit uns|mit mir|mich|uns|wir|ich)",
            r"(?:bitte|können|könnten|gern\w*|erreich\w*|da|besetzt|geöffnet|offen|fragen sie|einfach|am besten|schneller|klären|bereden|besprechen|lösen|wenn sie|falls sie|wann|lieber|dürfen|vereinbaren|melden|rufen|bitten|steht|hilft|zurückrufen)",
            r"!{third_de}|{past_de}|(?:nicht|kein\w*|keinen) ~3 (?:telefon\w*|hotline|anruf\w*|anrufen|festnetz\w*)|telefonisch ~2 nicht|leider nicht|nicht (?:besetzt|erreichbar)|rückruf ~2 (?:produkt\w*|aktion|charge|hersteller)|{market}",
        ),
        (
            "(?:nummer|telefonnummer|rufnummer|mobilnummer|handynummer)",
            r"(?:rechnung|lieferschein|briefkopf|website|homepage|impressum|paket|karton|typenschild|visitenkarte|beipack\w*|unten|signatur)",
            "(?:wählen|anrufen|rufen|fragen sie nach|verlangen sie|erreichen sie|erreichbar|durchrufen|melden)",
            "!{third_de}",
        ),
        (
            r"(?:vorbeikommen|vorbeizukommen|vorbeischauen|vorbeibringen|komm\w* ~6 vorbei|schau\w* ~6 vorbei|bring\w* ~6 vorbei|besuchen|persönlich|vor ort|selbst abholen)",
            r"(?:bei uns|zu uns|(?:in|an) (?:unser\w*) ~2 (?:\w*laden|geschäft|filiale|\w*lager|werkstatt|büro|showroom|ausstellung|betrieb|\w*halle|standort|hof))",
            r"!{third_de}|leider|kein\w*|shop ~2 (?:von|bei) {market}",
        ),
        (
            "(?:kontaktformular|kontaktseite|live-?chat|ticketsystem|supportformular|rückrufformular|serviceportal)",
            r"(?:unser\w*|uns|wir|hersteller ~3 uns)",
            "!{market}|anleitung|der app|plattform",
        ),
        (
            r"(?:(?:ihre\w*|eine) ~2 (?:handy|telefon|mobil|rückruf|mail|e-?mail|whatsapp|festnetz|private\w*)\S*(?: ?(?:nummer|adresse))?|unter welcher (?:nummer|\w*nummer|mailadresse)|auf welcher nummer)",
            r"(?:geben|nennen|schicken|senden|teilen|mitteilen|hinterlassen|bräuchte\w*|benötige\w*|brauche\w*|hätte\w*|lassen|lautet|verraten|erreich\w*|bekomme\w*|schreiben)",
            r"!{third_de}|nicht|hinterlegen|kundenkonto|kein\w*|{market}|versandadresse|profil",
        ),
        (
            r"(?:schreiben|senden|schicken|mailen|antworten|leiten|melden) sie ~10 (?:per|via|über|an unsere?|auf unsere?) ~2 (?:e-?mail\w*|mail\w*|outlook|{apps}|postfach|privatadresse|fax)|(?:erreichen|finden|kontaktieren|adden|ergänzen) sie (?:uns|mich) ~6 (?:{apps}|e-?mail\w*|mail|telefon\w*)|{apps} ~4 (?:schreiben|schicken|senden|melden|erreichen|anschreiben|foto\w*|nachricht\w*)",
            r"!nicht ~3 (?:per|über|via|erreich\w*)|leider|{market} ~2 (?:nachricht\w*|postfach)|gerät|app ~3 (?:install\w*|öffn\w*)|koppel\w*|bluetooth",
        ),
    ),
    "en": (
        (
            r"(?:(?:phone|telephone|help) ?lines?|switchboard|hotline|helpline|landline|by (?:phone|telephone)|over the phone|on the phone|give (?:us|me) a (?:\w+ )?(?:call|ring|bell|buzz)|phone (?:us|me)|call (?:us|me|back)|ring (?:us|me|back)|(?:quick|short|brief) (?:call|chat|phone call)|callback|a call|phone number|extension \d+)",
            "(?:us|our|we|me|my|i|i'll|we'll)",
            "(?:please|can|could|happy|free|open|easier|easiest|quicker|faster|fastest|best|sort|if you|just|simply|let's|let us|arrange|when|prefer|would|talk|discuss|answer|staffed|ask for|want|feel free)",
            "!{third_en}|{past_en}|(?:no|not|n't|cannot) ~4 (?:phone|call|telephone|calls|callback|hotline|by phone)|{market}",
        ),
        (
            "(?:the|our|my|phone|telephone) number",
            "(?:is on|on the|printed on|at the bottom|on your|in the|on our)",
            "(?:ask for|ring|call|phone|dial|speak to|get hold|reach)",
            "!{third_en}|serial|order number|model number|part number",
        ),
        (
            "(?:pop (?:in|by|over|round|into)|drop (?:in|by|into)|come (?:in|by|over|round|into|to|down|along)|stop by|visit (?:us|our)|call in|swing by|bring it (?:in|to|over|round|down)|collect it from|walk in)",
            "(?:us|our|we're)",
            "(?:shop|store|warehouse|office|showroom|workshop|premises|branch|unit|depot|us|in person)",
            r"!{third_en}|no longer|cannot|not able|website ~3 {market}|come (?:to|into) our attention|come ~3 (?:with|from|in) (?:our|a) (?:box|pack\w*)|comes|post office",
        ),
        (
            "(?:contact form|online form|live chat|web ?chat|support (?:portal|ticket|page)|ticket system|help ?desk (?:site|portal))",
            "(?:our|us|we)",
            "!{market}|platform",
        ),
        (
            "(?:(?:your|a|an) ~2 (?:phone|mobile|cell|telephone|contact|daytime|whats ?app|e-?mail)(?: ?(?:number|no|address|details))?|(?:best|right|good) number|number (?:to|we can|i can|can we|can i) ~2 (?:reach|call|contact|ring))",
            "(?:let (?:me|us) have|give|send|share|tell|leave|provide|need|what's|what is|which|may|could|drop|pop|text|reply with|pass on)",
            "!{third_en}|not|n't|already|account settings|{market}|in your account|on your account|profile|delivery address",
        ),
        (
            r"(?:(?:write|send|forward|reply|respond|drop|pop|email|mail|text|message|ping|dm|add|contact|reach|find|get|fire) ~10 (?:by e-?mail|via e-?mail|to (?:my|our) (?:inbox|e-?mail|mail\w*|personal|private)|an e-?mail|on {apps}|via {apps}|through {apps}|over {apps}|by text|by fax|a text|a dm)|{apps} (?:us|me)|(?:e-?mail|text|dm|message) (?:us|me) (?:direct(?:ly)?|at|on|instead|the))",
            r"!{third_en}|unfortunately|not able|cannot|can't|(?:do not|don't) ~4 (?:e-?mail|text|{apps})|{market} (?:messages|messaging)|you will (?:get|receive)|received|we (?:have )?sent|was sent|pair\w*|bluetooth|install\w*",
        ),
    ),
    "fr": (
        (
            "(?:standard|ligne telephonique|hotline|par telephone|au telephone|de vive voix|coup de fil|coup de telephone|appel telephonique|appelez|appeler|rappeler|telephoner|numero de telephone|ligne directe|ligne fixe)",
            "(?:nous|notre|nos|je|me|m'|moi|m'appeler|nous appeler|on)",
            r"(?:pouvez|pourriez|pouvons|peut-on|ouvert\w*|joignable|plus (?:simple|rapide|facile)|mieux|si vous|n'hesitez|voulez|souhaitez|quand|regl\w+|demandez|disponible|repond\w*|convenir|passez|veuillez|merci de|il suffit|prefer\w+)",
            r"!{third_fr}|{past_fr}|(?:pas|aucun\w*) ~4 (?:telephon\w*|appel\w*|ligne|hotline)|{market}|appareil standard|modele|taille standard|standard (?:europeen|de)",
        ),
        (
            "(?:le|notre|mon) numero",
            "(?:figure|est|se trouve|sur)",
            "(?:demandez|appelez|composez|telephonez|joindre|contactez)",
            "!{third_fr}|serie|commande|suivi",
        ),
        (
            "(?:passer|passez|venir|venez|deposer|rendre visite|vous deplacer|rendez-vous|retirer sur place|en personne|sur place|vous rendre)",
            "(?:notre|nos|chez nous|nous voir|(?:a|dans|de) (?:l'|l)(?:entrepot|atelier|agence)|au (?:magasin|bureau|depot|showroom))",
            "(?:magasin|boutique|entrepot|atelier|agence|bureaux?|depot|showroom|chez nous|locaux|nous voir)",
            r"!{third_fr}|retour\w*|site|expedi\w+|point relais|bureau de poste",
        ),
        (
            "(?:formulaire (?:de contact|en ligne)?|chat en ligne|messagerie instantanee|espace client|portail (?:client|sav))",
            "(?:notre|nos|nous)",
            r"(?:site|passez|utilisez|remplissez|contact\w*|ecriv\w+|via|repond\w+)",
            "!{market}|plateforme|retour joint",
        ),
        (
            r"(?:(?:votre|vos|un|une) ~2 (?:telephone|portable|mobile|e-?mail|mail|courriel|adresse (?:e-?mail|mail|electronique)|numero de (?:telephone|portable|mobile)|whats ?app|adresse perso\w*)|(?:quel|un|votre) numero ~3 (?:joindre|rappeler|contacter|appeler))",
            r"(?:donn\w+|envoy\w+|indiqu\w+|communiqu\w+|laiss\w+|transmet\w+|besoin|quel|quelle|joindre|precis\w+|faut|partag\w+)",
            "!{third_fr}|ne ~3 pas|{market}|compte client|(?:sur|dans) votre compte|profil",
        ),
        (
            r"(?:(?:ecri|envoy|transmett|adress|repond|contact|joign|join|trouv|ajout|faites parvenir|retrouv)\w* ~8 (?:par (?:e-?mail|mail|courriel|sms|fax)|(?:via|sur|par) {apps}|sur (?:ma|notre) (?:boite|adresse)|a (?:mon|notre) adresse)|par mail plutot|mailez[- ](?:nous|moi))",
            "!{third_fr}|malheureusement|ne (?:pouvons|sommes|repondons)|avons (?:envoye|recu)|a ete envoye|vous recevrez|vous avez recu|n'envoyez pas|bluetooth|{market} vous",
        ),
    ),
    "it": (
        (
            "(?:centralino|linea telefonica|hotline|numero verde|per telefono|al telefono|telefonicamente|a voce|telefonata|chiamata|chiam(?:i|are|arci|armi|ate)|richiam(?:arla|are|iamo)|squillo|telefon(?:are|arci|i)|numero fisso)",
            "(?:ci|noi|nostro|nostra|nostri|mi|me|possiamo|la richiamiamo|siamo|richiamarla|risolve|con noi|chiamarci|telefonarci)",
            r"(?:puo|potrebbe|possiamo|apert[oa]|disponibil\w+|piu (?:semplice|veloce|facile|rapid\w+)|meglio|se (?:vuole|preferisce)|quando|risolv\w+|chieda|risponde|basta|prefer\w+|raggiungibil\w+|volentieri|parlarne|invitiamo|contatt\w+)",
            r"!{third_it}|{past_it}|non ~4 (?:telefon\w*|chiam\w*|linea)|{market}|provato",
        ),
        (
            "(?:il|nostro|mio) numero",
            "(?:sulla|sul|in fondo|nella|trova|e)",
            r"(?:chieda (?:di|del)|chiami|telefoni|componga|raggiung\w+)",
            "!{third_it}|serie|ordine|spedizione|tracking",
        ),
        (
            "(?:passare|passi|venire|venga|portarlo|ritirarlo|trovarci|visitare|visitarci|di persona|sul posto|recarsi)",
            "(?:in (?:magazzino|negozio|sede|ufficio|officina|showroom)|da noi|(?:nel|al|presso il|la|alla|dal) ~1 (?:nostro|nostra)|nostr[oa] (?:magazzino|negozio|sede|ufficio|officina|showroom|punto vendita)|trovarci)",
            r"!{third_it}|rientrat\w+|arrivat\w+|pagina|sito|spedi\w+|ufficio postale|punto di ritiro",
        ),
        (
            "(?:modulo (?:di contatto|online)?|chat (?:dal vivo|online)|form di contatto|area clienti|portale (?:assistenza|clienti))",
            "(?:nostro|nostra|noi)",
            r"(?:sito|usi|compil\w+|utilizz\w+|contatt\w+|scriv\w+|tramite|rispond\w+)",
            "!{market}|piattaforma|reso allegato",
        ),
        (
            r"(?:(?:suo|sua|tuo|un|una|il|la sua) ~2 (?:telefono|cellulare|e-?mail|mail|indirizzo (?:e-?mail|mail|di posta)|numero di (?:telefono|cellulare)|recapito(?: telefonico)?|whats ?app)|(?:che|quale|un) numero ~4 (?:richiamar\w*|contattar\w*|chiamar\w*|trovar\w*|raggiunger\w*)|a che numero)",
            r"(?:mi dia|ci dia|dare|darci|darmi|invi\w+|indic\w+|comunic\w+|lasci\w*|mand\w+|serve|servirebbe|bisogno|quale|che numero|scriv\w+|fornir\w+|forni\w+)",
            "!{third_it}|non|{market}|(?:nel|sul) suo account|profilo|tenere",
        ),
        (
            r"(?:(?:scriv|invi|mand|rispond|contatt|trov|aggiung|inoltr)\w* ~8 (?:(?:via|per|tramite) (?:e-?mail|mail|posta elettronica|sms|fax)|(?:su|via|tramite) {apps}|(?:al|alla) (?:mio|mia|nostro|nostra) (?:indirizzo|casella|mail|e-?mail)))",
            r"!{third_it}|purtroppo|non (?:possiamo|siamo)|abbiamo (?:inviato|ricevuto)|e stat[oa] inviat[oa]|ricever\w+|bluetooth|ha ricevuto",
        ),
    ),
    "es": (
        (
            "(?:centralita|linea telefonica|hotline|telefono fijo|por telefono|al telefono|telefonicamente|de viva voz|llamada|llam(?:e|ar|enos|arnos|eme|arme)|telefonazo|toque|devolverle la llamada|numero de atencion)",
            "(?:nos|nosotros|nuestr[oa]s?|me|mi|llamarnos|llamenos|llamarme|estamos|podemos|le llamamos|tenemos)",
            r"(?:puede|podria|podemos|abierta|disponibl\w+|mas (?:facil|rapido|sencillo)|mejor|si (?:quiere|prefiere|lo desea)|cuando|arregl\w+|solucion\w+|resolv\w+|pregunte|atend\w+|prefier\w+|basta|no dude|hablar\w*|comentar\w*|por favor|toque)",
            r"!{third_es}|{past_es}|no ~4 (?:telefon\w*|llam\w*|linea)|{market}|intent\w+|se llama|toque (?:el|la|dos|una)",
        ),
        (
            "(?:el|nuestro|mi) (?:numero|telefono)",
            "(?:viene|esta|figura|aparece|en la|al pie)",
            "(?:pregunte por|llame|marque|contacte)",
            "!{third_es}|serie|pedido|seguimiento",
        ),
        (
            r"(?:pasarse|pasar|pase|pasese|venir|venga|visitar\w*|visitenos|acercarse|acerquese|en persona|traerlo|recogerlo en nuestr\w+|personarse)",
            "(?:por el (?:almacen|taller|local)|por la (?:tienda|oficina)|(?:a|por|en) nuestr[oa]s? ~1 (?:tienda|almacen|taller|oficina|local|establecimiento|showroom|instalaciones|nave)|a vernos)",
            r"!{third_es}|devolu\w+|enviar\w*|web|ha llegado|oficina de correos|pagina",
        ),
        (
            "(?:formulario (?:de contacto|online)?|chat (?:en vivo|online|en linea)|area de clientes|portal de (?:soporte|clientes))",
            "(?:nuestr[oa]s?|nosotros)",
            r"(?:web|pagina|use|utilice|rellen\w+|contact\w+|escrib\w+|mediante|traves|respond\w+)",
            "!{market}|plataforma|devolucion adjunto",
        ),
        (
            r"(?:(?:su|un|el|tu) ~2 (?:telefono|movil|e-?mail|mail|correo(?: electronico)?|direccion de correo|numero de (?:telefono|movil)|whats ?app)|(?:que|un|cual) numero ~4 (?:localizar\w*|llamar\w*|contactar\w*))",
            r"(?:deme|denos|dar\w*|envi\w+|indi\w+|facilit\w+|dej\w+|mand\w+|necesit\w+|que numero|cual|diga\w*|comparta|proporcion\w+)",
            "!{third_es}|no|{market}|en su cuenta|perfil|ya",
        ),
        (
            r"(?:(?:escrib|envi|mand|respond|contact|contest|localic|encuentr|agreg|anad|reenvi)\w* ~8 (?:por (?:e-?mail|mail|correo(?: electronico)?|sms|fax)|(?:por|en|via|a traves de) {apps}|a (?:mi|nuestro) (?:correo|e-?mail|direccion|buzon)|un (?:correo|e-?mail|mail)))",
            "!{third_es}|lamentablemente|no (?:podemos|se puede)|hemos (?:enviado|recibido)|se (?:le )?ha enviado|recibira|bluetooth|ha recibido|oficina|le (?:hemos|he) (?:enviado|mandado)|correos",
        ),
    ),
    "pl": (
        (
            r"(?:infolini\w+|hotline|central\w+ telefoniczn\w+|telefoniczni\w+|przez telefon|rozmow\w+ telefoniczn\w+|zadzwoni\w*|dzwoni\w*|oddzwoni\w*|telefon stacjonarn\w+|numer\w* telefonu)",
            r"(?:nas|nasz\w*|nam|nami|mnie|mna|oddzwonimy|zalatwimy|jestesmy|czekamy|do nas|dziala|pomozemy|oddzwonie)",
            r"(?:moze|mozna|mozemy|prosze|prosimy|dziala|czynn\w+|dostepn\w+|szybciej|latwiej|najlepiej|najszybciej|jesli|kiedy|zalatwi\w+|wyjasni\w+|wystarczy|zapraszamy|chetnie|odbieramy|omowi\w+|woli|pytac|gdyby)",
            r"!{third_pl}|{past_pl}|nie ~3 (?:telefon\w*|dzwoni\w*|infolini\w*|zadzwoni\w*)|{market}\w*|probowal\w*",
        ),
        (
            "(?:numer|telefon)",
            "(?:na fakturze|na paczce|na dole|na stronie|w stopce|na paragonie|na opakowaniu)",
            "(?:pytac o|dzwonic|zadzwonic|prosic o|wybrac|zapytac|laczyc)",
            r"!{third_pl}|seryjn\w+|zamowieni\w+|sledzeni\w+",
        ),
        (
            "(?:podjechac|przyjechac|przyjsc|wpasc|zajrzec|odwiedzic|osobiscie|podejsc|przywiezc|na miejscu|zapraszamy)",
            r"(?:do (?:nas|nasz\w+)|w nasz\w+|nasz\w+) ?~1 (?:magazyn\w*|sklep\w*|biur\w*|warsztat\w*|salon\w*|siedzib\w*|oddzial\w*|nas|wymien\w*)?",
            r"(?:magazyn\w*|sklepu|sklepie|biur\w*|warsztat\w*|salon\w*|siedzib\w*|oddzial\w*|do nas|u nas)",
            r"!{third_pl}|odesl\w+|zwrot\w*|wyslac|na stron\w+|internetow\w+|punkt\w* odbioru|placow\w+",
        ),
        (
            r"(?:formularz\w*|czat\w*|live ?chat\w*|panel\w* klienta)",
            r"(?:nasz\w*|nas|nam)",
            r"(?:kontakt\w*|stron\w*|skorzysta\w*|wypeln\w*|napisa\w*|przez)",
            r"!{market}\w*|platform\w*|zwrotu w paczce",
        ),
        (
            r"(?:(?:adres\w* ~1 (?:e-?mail|mail)\w*|e-?mail\w*|numer\w* (?:telefonu|komorki|kontaktow\w+)|telefon kontaktow\w+|nr tel\w*|whats ?app\w*)|(?:jakim|ktorym|jaki) numer\w* ~5 (?:skontakt\w*|zadzwon\w*|oddzwon\w*|zlap\w*))",
            r"(?:podac|poda|podanie|przeslac|wyslac|zostawic|prosze o|potrzebuj\w+|jakim|jaki|napisac|udostepnic|podanie|moge prosic)",
            r"!{third_pl}|nie|{market}\w*|w profilu|na koncie|ustawieni\w+",
        ),
        (
            r"(?:(?:pisac|napisac|wyslac|przeslac|odpisac|skontaktowac|odezwac|slac|dodac|znajdzie|przesylac|kontaktowac) ~8 (?:mail\w*|e-?mail\w*|{apps}\w*|poczt\w+|fax\w*|faks\w*|sms\w*))",
            r"!{third_pl}|niestety|nie (?:mozemy|mozna)|wyslalismy|otrzyma\w*|bluetooth|przyjdzie|dostanie",
        ),
    ),
    "nl": (
        (
            "(?:telefoonlijn|telefonisch|hotline|centrale|klantenlijn|per telefoon|aan de telefoon|telefoontje|belletje|bel(?:t|len|len met)?|terugbellen|opbellen|telefoonnummer|vast nummer|doorkiesnummer)",
            "(?:ons|onze|wij|we|mij|me|ik|mijn)",
            "(?:kunt|kan|kunnen|open|bereikbaar|sneller|snelst|makkelijker|beter|best|als u|even|gerust|wanneer|geregeld|oplossen|vraag naar|bespreken|zou|bemand|gewoon|graag|liever|alstublieft|mag)",
            r"!{third_nl}|{past_nl}|(?:niet|geen) ~4 (?:telefon\w*|bel\w*|telefoon\w*)|{market}|(?:deur)?bel (?:op|aan|van|hangt|gaat)",
        ),
        (
            "(?:het|ons|mijn) (?:telefoon)?nummer",
            "(?:staat|vindt|op de|onderaan)",
            "(?:vraag naar|vraag ~1 naar|bel|draai|toets|bereik)",
            r"!{third_nl}|serie\w*|bestel\w*|track\w*",
        ),
        (
            r"(?:langskomen|langs ?te komen|langs komen|komt? ~5 langs|langs|binnenlopen|bezoek\w*|brengen|persoonlijk|ter plaatse|ophalen)",
            "(?:bij ons|(?:in|naar|van|aan) ons(?:ze)? ~1 (?:winkel|magazijn|kantoor|showroom|werkplaats|filiaal|pand|zaak|vestiging|hal)|onze (?:winkel|showroom|werkplaats|zaak|vestiging))",
            r"!{third_nl}|retour\w*|terug ?stur\w*|webwinkel|website|aangekomen|afhaalpunt|postkantoor|niet",
        ),
        (
            "(?:contactformulier|live ?chat|chat op|klantenportaal|supportpagina|ticketsysteem)",
            "(?:ons|onze|wij|we)",
            "!{market}|platform",
        ),
        (
            r"(?:(?:uw|je|een) ~2 (?:telefoon|mobiel|gsm|mail|e-?mail|whats ?app|06)\S*(?: ?-?(?:nummer|adres))?|(?:welk|een|uw) nummer ~4 (?:bereik\w*|bel\w*))",
            r"(?:geef|geeft|geven|stuur|sturen|laat|doorgeven|nodig|welk|noem|mag ik|mogen wij|kunt u|delen|bezorg|ontvang\w*)",
            "!{third_nl}|niet|geen|{market}|in uw account|profiel|ontvangt u",
        ),
        (
            r"(?:(?:schrijf|stuur|mail|sturen|schrijven|mailen|antwoord|antwoorden|contact|bereik\w*|vind|vindt|voeg|app|neem|zend) ~8 (?:per (?:e-?)?mail|via (?:de )?(?:e-?)?mail|naar (?:mijn|ons|onze) (?:e-?)?(?:mail\w*|inbox|postvak|adres)|(?:via|op|per) {apps}|per sms|per fax|een (?:e-?)?mail(?:tje)?))",
            r"!{third_nl}|helaas|niet (?:per|via)|hebben ~5 (?:gestuurd|verzonden|ontvangen)|u ontvangt|ontvangt u|is verzonden|bluetooth|koppel\w*|heeft ontvangen",
        ),
    ),
    "sv": (
        (
            r"(?:växel\w*|telefonlinje\w*|hotline|kundlinje\w*|per telefon|på telefon|över telefon|via telefon|telefonsamtal|samtal|ringa|ringer|ring|telefonnummer|ringa upp|slå en signal|fast telefon|direktnummer)",
            r"(?:oss|vår\w*|vi|mig|jag|min)",
            r"(?:kan|kunde|öppen|öppet|nås|snabbast|snabbare|enklare|enklast|bättre|bäst|om (?:du|ni)|gärna|när|löser|lösa|fråga efter|prata|skulle|bara|helst|behöver|passar|välkommen\w*|tillgänglig\w*)",
            r"!{third_sv}|{past_sv}|(?:inte|ingen) ~4 (?:telefon\w*|ring\w*|växel\w*)|{market}|ring\w* ~2 (?:klockan|på dörren|storlek)|växellåda\w*",
        ),
        (
            "(?:numret|telefonnumret|vårt nummer|mitt nummer)",
            "(?:står|finns|hittar|på fakturan|längst ner)",
            "(?:fråga efter|ring|slå|be om|prata med|nå)",
            r"!{third_sv}|serie\w*|order\w*|spårning\w*",
        ),
        (
            "(?:komma förbi|kom förbi|kommer förbi|titta in|titta förbi|besöka|besök|hämta själv|personligen|på plats|svänga förbi|komma in)",
            r"(?:hos oss|till oss|oss|vår\w* ~1 (?:butik\w*|lager\w*|kontor\w*|verkstad\w*|showroom|lokal\w*))",
            r"!{third_sv}|retur\w*|skicka tillbaka|webbutik|hemsida\w*|har kommit|ombud\w*|postkontor",
        ),
        (
            r"(?:kontaktformulär\w*|livechatt?\w*|chatten|supportportal\w*|kundportal\w*)",
            r"(?:vår\w*|oss|vi)",
            r"!{market}|plattform\w*",
        ),
        (
            r"(?:(?:din|ditt|er|ert|ett|en) ~2 (?:telefon|mobil|mejl|mail|e-?post|e-?mail|whats ?app)\S*(?: ?(?:nummer|adress))?|(?:vilket|ett|ditt) nummer ~4 (?:når|nå|ringa|ringer))",
            "(?:ge|skicka|skriv|lämna|uppge|ange|meddela|behöver|vilket|vad är|dela|kan (?:jag|vi) få|får (?:jag|vi))",
            "!{third_sv}|inte|ingen|{market}|på ditt konto|profil|du får ett",
        ),
        (
            r"(?:(?:skriv|skicka|mejla|maila|svara|kontakta|nå|hitta|lägg till|hör av|sänd) ~8 (?:(?:via|per|på) (?:mejl|mail|e-?post|{apps}|sms|fax)|till (?:min|vår) (?:mejl|mail|e-?post|inkorg)\w*|ett (?:mejl|mail|e-?mail|sms)))",
            "!{third_sv}|tyvärr|inte (?:via|per|på)|har (?:skickat|fått|mottagit)|du får|skickades|bluetooth|kommer att få",
        ),
    ),
}
