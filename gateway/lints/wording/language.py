"""The commonest short words of eight languages, folded: what tells one from another."""

from typing import Final

WORDS: Final = {
    "de": (
        "der die das und ist nicht sie ihr ihre ihren ihnen ihrer wir uns unser unsere ich sich "
        "auch auf fur mit von zu zum zur "
        "bei ein eine einen einem einer aber oder wenn dass haben hat wird werden wurde sind "
        "kann konnen noch nur schon sehr "
        "bitte gerne leider vielen dank hallo guten tag sehr geehrte herr frau grussen gruse "
        "gruse bestellung paket lieferung "
        "ware artikel ruckgabe erhalten wurden gestern heute morgen uber durch nach aus als wie "
        "am im vom den dem des es fuer "
        "ueber koennen gruessen liebe einfach nochmals bereits wenige tagen gut freundlichen "
        "damit diese dieser dieses was wo"
    ),
    "en": (
        "the and is are was were not you your we our us it this that these with for from have "
        "has had been will would can could "
        "please thank thanks hello dear sorry order parcel package delivery of to in on at as by "
        "but or if when which they i my "
        "be an so any all do does did regards item return refund received sent shipped yesterday "
        "today tomorrow there their "
        "just also very should may let know back out about more no yes its what"
    ),
    "fr": (
        "le la les un une des du de et est sont pas ne vous votre vos nous notre nos je il elle "
        "que qui dans pour par sur avec "
        "au aux ce cette ces mais ou si plus avez avons ete etre sera bonjour merci cordialement "
        "commande colis livraison "
        "retour remboursement article bien tres tout aussi veuillez madame monsieur etait fait "
        "peut pouvez jour jours chez "
        "d'un l'article n'est c'est j'ai qu'il s'il demain hier votre"
    ),
    "it": (
        "il lo la i gli le un uno una di del della dei delle dello e sono non che per con su nel "
        "nella al alla dal dalla si "
        "suo sua suoi vostro nostro nostra noi lei ci ha hanno abbiamo stato stata essere sara "
        "buongiorno grazie saluti "
        "cordiali ordine pacco spedizione reso rimborso articolo prodotto gentile molto anche ma "
        "come se piu questo questa "
        "puo giorni ieri oggi domani della dell'ordine l'articolo e' gia cliente"
    ),
    "es": (
        "el la los las un una de del y es son no que en por para con su sus nos nuestro nuestra "
        "usted le se lo al ha han hemos "
        "sido esta este estos como pero si mas muy tambien gracias hola saludos buenos dias "
        "pedido paquete envio devolucion "
        "reembolso articulo producto estimado estimada cliente puede ayer hoy manana ya todo "
        "cuando desde hasta sobre favor "
        "podemos tiene fue ser"
    ),
    "pl": (
        "i w na z do nie sie to jest ze za od po przez dla o jak ale lub czy tak bardzo juz "
        "jeszcze zostala zostal zostanie "
        "byl byla beda bedzie mozna prosze dziekuje dziekujemy dzien dobry pozdrawiam witam "
        "zamowienie zamowienia paczka "
        "paczke przesylka przesylke wysylka zwrot zwrotu produkt towar panstwa pan pani pana "
        "nasz naszej nam mamy moze moga "
        "oraz ktory ktora ktore tylko wczoraj dzisiaj jutro dni tego tym tej szanowny szanowna panie w ciagu"
    ),
    "nl": (
        "de het een en is zijn niet u uw we wij ons onze ik dat die dit deze van voor met op te "
        "in aan er om naar bij door over "
        "maar of als heeft hebben hebt wordt worden werd kan kunt kunnen zal nog ook al graag "
        "helaas bedankt dank beste geachte "
        "mijnheer mevrouw groet groeten vriendelijke met bestelling pakket levering retour "
        "terugbetaling artikel ontvangen "
        "gisteren vandaag morgen dagen goed alvast wat waar welke geen"
    ),
    "sv": (
        "och ar inte att det den de som en ett vi oss var vart vara ni er ert era du din ditt "
        "jag har hade kan kommer ska "
        "skulle med pa av till for fran om men eller nar har blir blev mycket ocksa tack hej "
        "vanliga halsningar order "
        "bestallning paket leverans retur aterbetalning vara varan produkten igar idag imorgon "
        "dagar bra garna tyvarr "
        "skickat mottagit denna detta vad"
    ),
}

LETTERS: Final = {
    "de": "äöüß",
    "fr": "éèêàçùîô",
    "it": "èàòùì",
    "es": "ñáéíóú¿¡",
    "pl": "ąćęłńóśźż",
    "sv": "åäö",
}
"""Letters that speak for a language when the text has them."""
