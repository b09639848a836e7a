"""French: its words by class, and what only French says. Data; the classes are in `speech/shape.py`."""

from typing import Final

from gateway.signals.speech.shape import Speech

FRENCH: Final = Speech(
    classes={
        "via": "sur|chez|via|par|depuis|de|d|à|dans|au|auprès|travers|l|intermédiaire",
        "inside": "sur|dans|via|par|depuis|en",
        "det": "le|la|les|l|votre|vos|mon|ma|un|une|du|vous|de|d",
        "of": "de|d|sur|via",
        "site": "site|boutique|marketplace|plateforme|compte|magasin|page|place de marché|vendeur|appli|"
        "application|"
        "intermédiaire|biais|market place",
        "mine": "mon|ma|mes|notre|nos",
        "your": "votre|vos|ta|ton",
        "you": "vous|vos|toi",
        "bought": "acheté|achetée|achetés|achetées|commandé|commandée|commandés|commandées|pris|prise|"
        "acquis|acquise|"
        "acquérir|trouvé et acheté|procuré|réservé|remporté|gagné",
        "made": "était|passé|passée|passées|effectué|effectuée|effectuées|fait|faite|réalisé|réalisée|"
        "réalisés|effectués",
        "deed": "acquisition|commande|commandes|achat|achats|enchère",
        "number": "numéro de commande|n° de commande|no de commande|num de commande|numero de cde|cde n|"
        "commande n|n commande|numéro commande|"
        "référence de commande|réf commande|numéro d article|numéro d achat|bon de commande",
        "dated": "du|le|passée|effectuée|datée|en date",
        "iam": "je suis|nous sommes|en tant que",
        "customer": "client|cliente|acheteur|acheteuse|clients",
        "neg": "pas|jamais|sans|ni|non|plutôt que",
        "cond": "si",
        "people": "clients|gens|acheteurs|consommateurs|personnes|utilisateurs",
        "other": "autre|autres|tiers|différent|particulier",
        "second": "autre|deuxième|second|seconde|un|une|fois",
        "seller": "vendeur*|vendeuse*|marchand*|boutique*|magasin*|revendeur*|commerçant*|société|enseigne|"
        "personne",
        "seen": "vu|vus|vue|trouvé|trouvée|repéré|remarqué|aperçu|comparé|lu|découvert",
        "sees": "vois|trouve|remarque|coûte|voit|constate",
        "shop": "site|boutique|site internet|site web|eshop|e-shop|boutique en ligne|page|magasin",
        "direct": "directement|direct",
        "told": "dit|demandé|conseillé|indiqué|répondu|renvoyé|redirigé|invité|orienté|dirigé|recommandé|"
        "dis|dirige|demande|conseille|informe|invite",
        "service": "service client|service clients|service après-vente|sav|support|assistance|service|"
        "conseiller*|conseillère*",
        "contact": "contact*|joindre|écrire|répon*|réponse|messag*",
        "unable": "refuse|refusent|pas|plus|impossible|rien|aucun|aucune|jamais|personne|n arrive",
        "after": "retour|retours|remboursement*|livraison|facture|avis|compte|colis|réclamation*|litige|"
        "garantie|article|article*|"
        "remboursé|remboursée|renvoyé|évaluation|commentaire|échange|annulation|annulée|client|produit|"
        "expédition|expédié",
        "got": "reçu|reçue|reçus|livré|livrée|réceptionné|livrés",
        "rated": "laissé un avis|laisser un avis|mon avis|mon évaluation|mis un avis|mettre un avis|ma "
        "note|mon commentaire",
        "helps": "rembours*|aide|aider|remplac*|indemnis*",
        "courier": "livreur|livreuse|coursier|chauffeur|entrepôt",
        "window": "délai de retour|délai retour|période de retour",
        "listing": "annonce|fiche produit|fiche|offre|description|page produit",
        "claimed": "annonce|annonçait|indique|indiquait|disait|dit|promettait|mentionne|mentionnait|décrit",
        "per": "selon|d après|d apres",
        "work": "travaille|travaillé|travaillait|employé|bosse",
        "another": "autre|deuxième|second|seconde",
        "voucher": "bon d achat|carte cadeau|chèque cadeau|bon cadeau|bons d achat",
        "parcel": "colis|livraison|envoi",
        "instead": "finalement|à la place|plutôt",
        "there": "là bas|dessus",
        "friend": "ami|amie|amis|voisin|voisine|collègue|copain|copine",
        "me": "m|me|nous",
        "sold": "vendu|vendue|envoyé|envoyée|livré|expédié",
        "message": "mail|e-mail|email|courriel|message|courrier|newsletter|publicité|pub|notification",
        "paid": "payé|payée|payer|paiement|réglé|réglée|paye",
        "with": "avec",
        "have": "avez",
        "buy": "acheter|commander|acquérir|prendre",
        "want": "voudrais|souhaite|souhaiterais|aimerais|veux|compte|envisage|pense|intéressé|intéressée|"
        "vais|pourrais|peux|peut",
        "irreal": "aurais|avais",
    },
    weak=(
        "payé|payée|reçu|reçue|garantie",
        "numéro|n°|n|référence|bon de? commande",
        "commande|commandé|commandée|acheté|achetée|achat|facture|remboursement|rembourser|remboursé|"
        "retour|retourner|garantie|échange|échanger",
        "cassé*|défectueu*|abîmé*|endommagé*|panne|manquant*|manque|marche_plus|marche_pas|fonctionne_plus|"
        "fonctionne_pas|fuit|tombé_en_panne|fissuré*",
        "marche|fonctionne|tient|charge|allume|démarre ...1 plus|pas",
        "colis|livraison|livré|reçu|reçue|suivi|expédié|renvoyer|remplacement|pièce",
    ),
    bought=(
        "ai|jai|avons ...2 acheter|commander ...8 {at}",
        "{at} j|nous ...6 <bought>",
        "<mine> commande|achat ...1 {name}",
        "{name} commande ...1 du|n|numéro",
        "commande|achat {name} ...1 du|n|numéro|passée",
        "j|jai|nous ai|avons? ... <bought> ... {name}",
        "<iam> client|cliente ...1 {name}",
        "commande|achat effectué|effectuée|fait|faite|réalisé|réalisée|passé|passée ...3 {at}",
    ),
    not_bought=(
        "pas une|un|la <deed> <of>? {name}",
        "{at} ...4 aurais|aurait|serait|serais",
        "plus|moins|mieux|cher ...2 que {at}",
        "{at} ...4 arrive|arrivé jamais",
        "si ...2 <bought>|acheter|commander ...6 {at}",
        "avant d|de|que ...3 <bought>|acheter|commander ...6 {at}",
        "si j|vous|je|on ...6 {at}",
        "au lieu de|d ...6 {at}",
        "si j avais ...8 {at}",
        "aurais ...6 <bought> ...6 {at}",
        "autre* vendeur*|boutique*|marchand* ...6 {name}",
        "{name} ...6 autre vendeur*|marchand*|boutique*",
        "vous avez ...3 <bought> ...6 {at}",
        "carte|chèque cadeau {name}",
        "carte|chèque cadeau <of> {name}",
        "magasin {name} de|à",
        "travaille|travaillé chez|pour {name}",
    ),
    sent=(
        "{name} m|nous a ...4 <told>",
        "{name} m|nous <told>",
        "{name} ...4 <told> ...5 vous|vendeur|contacter",
        "<service> <via>|<of>? <det>? {name} ...5 <told>",
        "vendu par ...6 expédié|livré|livrée par {name}",
        "selon|d après {name} ...4 vous|vendeur",
    ),
    medium=(
        "<after> {name}",
        "{name} ...4 ne|n ...4 pas|plus|rien|répond*|rembourse*",
        "délai ...4 {at}",
        "vendeur ...2 {at}",
    ),
    shop=(
        "<bought> ...6 sur|via votre|vos site|boutique|page",
        "sur|via votre site|boutique ... <bought>",
        "commande|achat ...4 sur|via votre site|boutique",
        "<bought> ...2 directement chez|auprès|sur vous|votre|de",
    ),
    talk={
        "agency": (
            "follower|followers|ugc|reels|haul|hauls|collab|collabs|storefront_haul|abonnés|créateur_de_contenu|créatrice_de_contenu|unboxing",
            "ppc|acos|seo|référencement|fba|repricing",
            "seller|vendor central",
            "fnsku|buy_box|buybox|a_content",
            "augmenter|booster|développer|optimiser|doubler|améliorer ...5 ventes|chiffre|visibilité|"
            "fiches|listings|annonces|conversion*",
            "ventes|visibilité|chiffre ...4 {name} ...4 augment*|boost*|doubl*|développ*",
            "agence|logiciel|consultant|outil ...6 {name}",
            "{name} ...3 agence|consultant*|publicité|experts|vendeurs|ads",
            "audit|démo|démonstration|essai|rendez-vous|consultation ...1 gratuit*|offert*",
            "partenariat|collaboration ...6 {name}",
            "influenceu*|blogueu*|test_produit|produit_gratuit",
            "nous accompagnons|aidons ...4 marques|vendeurs|marchands|entreprises",
        ),
        "supplier": (
            "nous ...2 vendons|proposons|distribuons|fabriquons|fournissons ...5 {at}",
            "grossiste*|prix_de_gros|catalogue|dropshipping|devenir_revendeur","tarif* professionnel*","nous sommes ...3 fabricant|fournisseur|grossiste|distributeur|revendeur*",
            "notre|nos catalogue|gamme|collection|tarifs",
            "transitaire|fret|logistique|entreposage",
        ),
        "job": (
            "candidature|curriculum_vitae|lettre_de_motivation|stage|alternance|poste_de",
            "mon cv",
            "journaliste|enquête|sondage|mémoire",
        ),
        "presale": (
            "vendez|proposez|livrez|expédiez|avez|faites vous ...5 {at}|aussi|également|stock|livraison",
            "en stock",
            "disponible|disponibilité|disponibles|moins_cher|réduction|prix_plus",
            "<want> ...4 <buy>",
            "avant de|d|l <buy>|achat|achat",
            "avant mon achat",
            "intéressé|intéressée|intéresse ...4 par",
            "{at} ...2 vu",
            "vu ...5 {at}",
            "êtes vous ...4 {at}",
        ),
        "other_seller": (
            "à|chez|auprès|par un autre|particulier",
            "autre vendeur|marchand|revendeur|boutique",
            "pas! ...2 chez vous",
            "pas ...1 à vous ...3 <bought>",
            "vendeur ...2 est|était|s appelle|nommé pas|n|autre",
            "n est|était pas vous",
        ),
        "staff": (
            "le|la|au|à_la|cette|ce|notre|un|une client|cliente|acheteur|acheteuse <of>|<via>? {name}",
            "rembourser|renvoyer|rembourses|renvoies ...4 client|cliente|acheteur",
            "planning_des_équipes|bulletin_de_paie|feuille_d_heures",
            "j arriverai ...3 demain|retard",
            "client|cliente a|est|veut|demande|souhaite|réclame|attend",
            "télétravail|arrêt_maladie|congé|collègue*",
            "bonjour|salut l équipe|à tous",
        ),
        "trade": (
            "<your> commande ...14 expédiée|prête|partira|part|enregistrée|confirmée|préparation",
            "merci pour|de votre commande",
            "joint|jointe ...4 bon de commande",
            "notre bon de commande|facture|devis|proforma",
            "nous vous ...2 confirmons|expédions|livrons",
        ),
        "books": (
            "pièces comptables|manquantes",
            "boucler|clôturer|rapprocher ...4 mois|exercice|comptes|trimestre|octobre|novembre|décembre|janvier|septembre",
            "votre relevé",
            "déclaration de tva",
            "relevés_bancaires|bilan|liasse_fiscale|rapprochement",
            "versements|reversements ...3 {name}",
            "{name} versement*|reversement*",
        ),
        "robot": (
            "disponible|prêt|attend ...3 retrait|retirer",
            "sera livré|livrée",
            "ne ...3 répondre|répondez ...2 à|ce|cet",
            "ce|cet ...5 automatique|automatiquement",
        ),
    },
)  # fmt: skip
