"""Legal declarations in French: data. What each kind is: the design, section 3."""

from typing import Final

from gateway.signals.declarations.shape import Declaration
from gateway.words import Legal

_BODY: Final = (
    "me|m|moi|main|mains|doigt|doigts|bras|jambe|pied|peau|visage|œil|yeux|fils|fille|enfant|femme|mari|"
    "bébé|mère|père|"
    "fillette|pouce|chien|chat"
)

FRENCH: Final = {
    Legal.WITHDRAWAL: Declaration(
        stems=(r"r[ée]tract", r"renonc", "r[ée]siliation"),
        sure=(
            "plus ...2 lié|liée|engagé|engagée ...2 contrat|commande|achat",
            "me|nous rétracte|rétracter|rétractons",
            "par la présente ...8 rétract*|ma_rétractation|renonc*",
            "notifie ...8 rétractation",
            "exerce|exercer|exerçons|user|use|usage|usons|utilise|utiliser|bénéficier|faire|fais|valoir "
            "...6 rétractation|rétracter",
            "ma|notre rétractation ...8 contrat|commande|achat|vente",
            "rétractation ...4 contrat|commande|achat",
            "déclare|informe|confirme ...6 rétract*",
            "renonce ...3 contrat|achat|commande",
            "droit|délai de rétractation ...6 exerce|exercer|usage|use",
            "formulaire de rétractation ...4 joint|rempli|complété|pièce|attaché",
        ),
        unless=(
            "comment|puis|peut|pourrais|si|est_ce|quel|quelle|combien|savoir|possible ... rétract*",
            "pas ...3 rétract*",
            "rétract* ...3 encore possible",
        ),
        subject=(
            "rétractation ...3 commande|contrat|achat|n|du",
            "droit de rétractation",
            "rétractation {name}",
        ),
    ),
    Legal.PRIVACY: Declaration(
        sure=(
            "rgpd ... accès|effacement|suppression|supprimer|copie|données|demande",
            "article|art 15|17|20|21 ...8 rgpd|règlement|données",
            "droit d|à|de ...1 accès|effacement|oubli",
            "droit ...2 effacement|oubli ...6 données",
            "supprim*|effac*|suppression|effacement ...6 mes|personnelles|toutes|mon ...4 données|compte|"
            "informations|coordonnées",
            "mes|personnelles ...4 données|informations|coordonnées ...8 supprim*|effac*",
            "copie|accès|communiquer|transmettre ...6 données|informations ...4 personnelles|me_concernant|"
            "caractère",
            "données ...6 me concern*|sur_moi|détenez|conservez|stockez|disposez",
            "quelles|quelle données|informations ...8 sur_moi|concernant|détenez|possédez|conservez",
            "demande d accès ...4 données",
        ),
        unless=("données ...6 disque|téléphone|clé|carte|appareil|ordinateur|tablette", "perdu ...4 données"),
    ),
    Legal.LAWYER: Declaration(
        sure=(
            "mon|notre client|cliente ...6 marque|droits|préjudice|contrefaçon|charge|mandat*|m|nous_a|"
            "entend",
            "agissant|agissons|interviens|intervenons ...6 nom|compte|qualité|conseil",
            "conseil de la|l|notre société|client|cliente",
            "avocat* à la cour|au barreau",
            "dgccrf ...8 enquête|contrôle|demande|procéd*|inspecteur|contrôleur|service",
            "gendarmerie nationale|brigade",
            "commissariat|procureur|réquisition|officier de police|huissier de justice|commissaire de "
            "justice",
            "tribunal ...4 assignation|judiciaire|convocation",
            "contrefaçon ...8 cesser|marque|demeure",
        ),
        hint=(
            "avocat|avocate|avocats|cabinet|maître",
            "mise en demeure|mettre en demeure|mettons en demeure",
            "contrefaçon|propriété_intellectuelle|marque",
            "barreau",
            "nos_réf*|notre_dossier|références",
            "police|gendarmerie|enquête",
            "cliente|client",
        ),
        unless=(
            "mon|un|votre|notre avocat",
            "saisir|saisirai|contacter|contacterai|signaler|signalerai ...4 dgccrf|police|tribunal|avocat|"
            "justice|conciliateur",
            "service client*",
            "porter plainte|plainte ...3 police|gendarmerie",
        ),
    ),
    Legal.SAFETY: Declaration(
        sure=(
            "pris|prend|prit|mis|mit|prenne feu",
            "en feu",
            "flammes|incendie|début d incendie|court circuit ...4 flamme*",
            "explosé|explose|explosa|explosion",
            "choc|décharge|décharges|secousse_électrique|de_courant",
            "électrocuté|électrocutée|électrisé|électrocution",
            "pris|reçu une|la|de décharge|jus|châtaigne",
            f"brûlé|brûlée|brûlure|brûlures|blessé|blessée|blessure|coupé|coupée|coupure|ébouillanté ...6 {_BODY}",
            f"{_BODY} ...4 brûlé|brûlée|brûlés|blessé|blessée|coupé|coupée|entaillé",
            "brûlure|brûlures|blessures|points de suture",
            "odeur ...2 brûlé|roussi",
            "fumée ...4 sort*|sorti|dégag*|noire",
            "batterie|chargeur|appareil|pile ...4 fume|gonfle|gonflé|gonflée|fumé|fumait|fondu",
            "flamme ...3 sorti*|jailli*|branche*|branch*",
            "s est mis|mise ...2 fumer",
            "étincelles",
            "fondu ...5 prise|chargeur|plastique|câble",
            "réaction allergique",
            "risque d ...1 incendie|électrocution|étouffement",
            "pompiers",
        ),
        hint=(
            "hôpital|urgences|médecin",
            "danger|dangereux|dangereuse|risque",
            "surchauffe|surchauffé|brûlant",
            "fumée|fondu|fondue",
            "brûlé|brûlée",
            "tombé|effondré|cassé net",
        ),
        unless=("pas ...3 blessé|brûlé", "feu vert|rouge", "coup de coeur", "contre|anti incendie|brûlure*"),
    ),
    Legal.WARRANTY: Declaration(
        stems=(
            "garantie l[ée]gale",
            "conformit",
            "vice",
            "mise en demeure",
            "demeure",
            "d[ée]lai",
            "r[ée]solution",
            "l\\.? ?217",
            "code de la consommation",
            "sous \\d",
            "exige",
            "r[ée]duction du prix",
            "217",
            "1641",
            "huit jours",
            "jours",
        ),
        sure=(
            "garantie légale",
            "garantie ...2 conformité|vices",
            "vice|vices caché|cachés",
            "défaut de conformité",
            "mets|mettons|mettre en demeure",
            "mise en demeure",
            "article|articles|art l ...1 217*|1641|1604",
            "article|articles l217*|1641|1604",
            "code de la consommation",
            "résolution ...4 vente|contrat",
            "exige|demande|attends|souhaite ... sous|dans ...3 jours|délai|semaine",
            "dans un délai de ...4 jours",
            "sous ...1 8|10|15|7|14|huit|dix|quinze|sept jours",
            "réduction du prix",
            "au plus tard ...4",
        ),
        hint=("garantie", "tribunal|conciliateur|juridique*", "réparation ou|remplacement"),
        unless=(
            "délai de livraison|rétractation|retour",
            "quelle|quel|combien|est|a ...3 garantie",
            "livr* ...4 jours",
            "sous ...2 jours ouvrés|ouvrables",
            "reçu|recevoir|livraison|expédi*|remboursé* ...6 jours",
        ),
    ),
}  # fmt: skip
