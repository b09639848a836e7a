"""Italian: its words by class, and what only Italian says. Data; the classes are in `speech/shape.py`."""

from typing import Final

from gateway.signals.speech.shape import Speech

ITALIAN: Final = Speech(
    classes={
        "via": "su|tramite|via|da|di|dal|sul|sullo|sulla|per|attraverso|presso|con|in|a|mediante|d|nel|all",
        "inside": "su|sul|sulla|tramite|nel|via|dal|sullo",
        "det": "il|lo|la|l|vostro|vostra|suo|mio|un|una|di|del|dello|vs",
        "of": "di|su|d|della|del",
        "site": "sito|negozio|marketplace|piattaforma|account|store|pagina|portale|venditore|app|shop|canale",
        "mine": "mio|mia|miei|mie|nostro|nostra|nostri",
        "your": "vostro|vostra|vostri|vs|suo|tuo",
        "you": "voi|vi|lei|vostro|voialtri",
        "bought": "vinto|vinta|acquistato|acquistata|acquistati|acquistate|comprato|comprata|comprati|"
        "comprate|ordinato|ordinata|ordinati|ordinate|"
        "preso|presa|presi|prese|acquistai|comprai|aggiudicato|aggiudicata",
        "made": "stato|era|fatto|fatta|effettuato|effettuata|effettuati|eseguito|inserito|inviato|piazzato|"
        "concluso|avvenuto|avvenuta",
        "deed": "acquisizione|ordine|ordini|acquisto|acquisti|asta",
        "number": "numero d ordine|numero ordine|numero dell ordine|num ordine|n ordine|nr ordine|ordine n|"
        "ordine nr|ordine numero|codice ordine|numero oggetto|"
        "id ordine|rif ordine|riferimento ordine",
        "dated": "del|dell|effettuato|fatto|datato|in data",
        "iam": "sono|siamo|come|in qualità di",
        "customer": "cliente|acquirente|clienti",
        "neg": "non|senza|invece|anziché|né",
        "cond": "se",
        "people": "clienti|persone|gente|acquirenti|consumatori|utenti",
        "other": "altro|altri|altra|terzo|diverso|privato|differente",
        "second": "altro|altra|uno|una|secondo|seconda|volta",
        "seller": "venditor*|negozi*|rivenditor*|persona|ditta|commerciant*|fornitor*",
        "seen": "visto|vista|visti|trovato|trovata|notato|letto|confrontato|scoperto",
        "shop": "sito|negozio|shop|store|sito web|sito internet|negozio online|ecommerce|e-commerce|pagina",
        "direct": "direttamente|diretto",
        "told": "detto|chiesto|consigliato|indicato|risposto|rimandato|indirizzato|invitato|suggerito|dice|"
        "dicono|invita|comunicato|reindirizzato|rimanda|rinvia|rinviato",
        "service": "servizio clienti|assistenza clienti|assistenza|supporto|servizio|operatore|operatrice",
        "contact": "contatt*|scriver*|rispost*|rispond*|messaggi*|raggiungere|comunicare",
        "unable": "non|nessuno|nessuna|impossibile|niente|nulla|mai",
        "after": "reso|resi|rimborso|rimborsi|consegna|fattura|recensione|recensioni|account|pacco|reclamo|"
        "garanzia|articolo|rimborsato|restituzione|"
        "controversia|cliente|spedizione|sostituzione|annullamento|prodotto|cambio|feedback|restituito",
        "got": "ricevuto|ricevuta|ricevuti|consegnato|consegnata|arrivato|arrivata|ricevute",
        "rated": "lasciato una recensione|lasciare una recensione|mia recensione|mio feedback|feedback "
        "negativo|lasciato un feedback|mia valutazione",
        "helps": "rimbors*|aiut*|sostitu*|risarc*",
        "courier": "corriere|fattorino|driver|magazzino",
        "window": "termine per il reso|finestra di reso|periodo di reso|termine di reso|tempo per il reso",
        "listing": "inserzione|annuncio|scheda|descrizione|offerta|pagina",
        "claimed": "diceva|parlava|dice|indicava|indica|riportava|prometteva|descriveva|scritto",
        "per": "secondo|stando a",
        "work": "lavora|lavoro|lavorato|lavorava|impiegato",
        "another": "altro|altra|secondo|seconda",
        "voucher": "buono|buoni|gift card|carta regalo|buono regalo",
        "parcel": "pacco|spedizione|consegna",
        "instead": "invece|alla fine|nel frattempo",
        "there": "laggiù|da loro",
        "friend": "amico|amica|amici|vicino|vicina|collega",
        "me": "mi|ci",
        "sold": "venduto|venduta|inviato|inviata|spedito|spedita|mandato",
        "message": "mail|e-mail|email|messaggio|lettera|newsletter|pubblicità|comunicazione|notifica",
        "paid": "pagato|pagata|pagare|pagamento",
        "with": "con",
        "have": "avete|ha",
        "buy": "acquistare|comprare|ordinare|prendere",
        "want": "vorrei|vorremmo|voglio|desidero|penso|intenzione|interessato|interessata|potrei|posso|"
        "volevo|pensavo|desidererei",
        "irreal": "avrei|avessi",
    },
    weak=(
        "pagato|pagata|ricevuto|ricevuta",
        "numero|nr|n|codice|conferma d|di|dell? ordine",
        "ordine|ordinato|acquistato|comprato|acquisto|fattura|rimborso|rimborsare|reso|restituire|garanzia|"
        "sostituzione|cambiare|ricambio",
        "rotto|rotta|difettos*|danneggiat*|guast*|mancante|manca|mancano|funziona_più|non_funziona|perde|"
        "graffi*|sbagliat*",
        "pacco|consegna|consegnato|arrivato|arrivata|ricevuto|spedizione|spedito|tracking|corriere",
        "non_funziona|arriva|parte|va",
    ),
    bought=(
        "<mine> ordine|acquisto ...1 {name}",
        "{at} ho|abbiamo ...6 <bought>",
        "ordine|acquisto {name} ...1 del|n|nr|numero|effettuato",
        "ordine|acquisto effettuato|fatto|eseguito ...3 {at}",
        "ho|abbiamo ... <bought> ... {name}",
        "<iam> cliente ...1 {name}",
    ),
    not_bought=(
        "{at} ...4 avrei|avrebbe|sarebbe",
        "più|meno|meglio|prima ...2 che {at}",
        "{at} ...5 successo|succede|capita mai",
        "se ...3 <bought>|acquistare|comprare|acquisto|compro|ordino ...6 {at}",
        "prima di|dell ...6 {at}",
        "se avessi ...8 {at}",
        "avrei ...4 <bought> ...6 {at}",
        "altr* venditor*|negozi* ...6 {name}",
        "{name} ...6 altro|altri|altra venditor*|negozi*",
        "avete ...2 <bought> ...6 {at}",
        "buono|carta_regalo|buoni {name}",
        "lavoro|lavorato per|in|da {name}",
        "invece che|di ...3 {at}",
    ),
    sent=(
        "{name} mi|ci ha|hanno ...4 <told>",
        "{name} mi|ci <told>|dice|dicono|invita",
        "{name} ...4 <told> ...5 voi|venditore|contattar*|vostr*|contatt*",
        "<service> <via>|<of>? <det>? {name} ...5 <told>",
        "venduto da ...6 spedito da|tramite {name}",
    ),
    medium=(
        "<after> {name}",
        "{name} non ...5 rispond*|rimbors*|permett*|posso|riesco|consente|fa",
        "venditore ...2 {at}",
        "finestra|periodo|termine ...4 {at}",
    ),
    shop=(
        "<bought> ...6 su|sul|dal|tramite|nel vostro|vs|vostra|suo sito|negozio|shop|store|pagina",
        "su|sul|dal|tramite|nel vostro|vs|vostra sito|negozio|shop|store ... <bought>",
        "ordine|acquisto ...4 sul|dal|nel vostro|vs sito|negozio|shop|store",
        "<bought> ...3 direttamente da|dal|presso voi|vostro",
    ),
    talk={
        "agency": (
            "follower|followers|ugc|reels|haul|hauls|collab|collabs|storefront_haul|content_creator|creator|unboxing",
            "ppc|acos|seo|fba|repricing|posizionamento",
            "seller|vendor central",
            "aumentare|incrementare|migliorare|ottimizzare|raddoppiare|far crescere ...5 vendite|fatturato|"
            "visibilità|inserzioni|schede|listing",
            "agenzia|software|consulen*|strumento ...6 {name}",
            "{name} ...3 agenzia|consulen*|pubblicità|espert*|advertising|ads",
            "consulenza|analisi|demo|prova|audit|chiamata ...1 gratuit*",
            "collaborazione|partnership ...6 {name}",
            "influencer|blogger|recensor*|prodotto_gratuito|omaggio",
            "aiutiamo|affianchiamo|supportiamo ...4 venditori|marchi|brand|aziende|imprese|negozi",
        ),
        "supplier": (
            "noi? vendiamo|offriamo|distribuiamo|produciamo|forniamo ...5 {at}",
            "siamo ...4 produttori|fornitori|fornitore|grossisti|distributori|azienda|fabbrica","ingrosso|grossist*|listino|rivenditor*_autorizzat*|distributore|dropshipping",
            "nostro|nostra|nostri catalogo|gamma|collezione|listino",
            "spedizioniere|logistica|magazzino",
        ),
        "job": (
            "candidatura|curriculum|lettera_di_presentazione|tirocinio|posizione_di|posto_di_lavoro",
            "giornalista|sondaggio|tesi|intervista",
        ),
        "presale": (
            "vendete|spedite|offrite|avete|consegnate|siete ...5 {at}|anche|pure|disponibil*",
            "disponibile|disponibilità|disponibili|magazzino|meno_caro|più_economico|sconto",
            "<want> ...4 <buy>",
            "prima di|dell <buy>|acquisto|acquistarlo|comprarlo|ordinare",
            "interessato|interessata|interessa ...4 a|al|all|ad",
            "visto ...5 {at}",
        ),
        "other_seller": (
            "da|presso|con un altro|altra|privato venditor*|negozio|rivenditor*|utente",
            "altro venditore|negozio|rivenditore",
            "da un privato",
            "non ...1 da voi ...4 <bought>",
            "<bought> ...3 non da voi",
            "venditore ...2 è|era|si chiama un|non|altro",
            "non eravate|siete|siete voi",
        ),
        "staff": (
            "busta_paga|turno_di|cambio_turno",
            "arrivo ...2 tardi|ritardo domani",
            "cliente ha|è|vuole|chiede|desidera|aspetta|reclama",
            "smart_working|malattia|collega|colleghi|ferie",
            "ciao a tutti|ragazzi",
        ),
        "trade": (
            "<your> ordine ...14 spedito|pronto|partirà|confermato|evaso|preparazione|spedizione",
            "grazie per il <your> ordine",
            "allegato|allegata ...3 nostro|nostra ordine|fattura|offerta|conferma",
            "nostro|nostra ordine|fattura|offerta|preventivo|conferma",
            "confermiamo|spediamo ...4 <your> ordine",
        ),
        "books": (
            "dichiarazione iva",
            "estratto_conto|bilancio|prima_nota",
            "accrediti|liquidazioni ...3 {name}",
        ),
        "robot": (
            "pronto|pronta|disponibile ...3 ritiro",
            "sarà consegnat*",
            "non rispondere|risponda|rispondete ...2 questo|questa|presente",
            "questo|questa ...5 automatico|automaticamente|automatica",
        ),
    },
)  # fmt: skip
