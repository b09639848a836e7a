"""Words that several templates share, by the name templates call them: `{market}`, `{review_de}`."""

from typing import Final

CLASSES: Final = {
    "market": r"(?:amazon|ebay|kaufland|otto|etsy|bol|cdiscount|allegro|walmart|fnac|manomano|galaxus|hood"
    r"|check24|temu|tiktok|zalando)",
    "apps": r"(?:whats ?app|telegram|instagram|insta|signal|facebook|messenger|viber|threema|skype|sms)",
    "send_it": r"(?:scriva|scrivete|scriv(?:er|ete)ci|mandi|mandate|mand(?:ar|ate)ci|invii|inviate|invi(?:ar|ate)ci"
    r"|inviare|mandare|scrivere|(?:inviar|mandar)ce[lmn]?[aeio]|ci (?:scriva|mandi|invii))",
    "send_es": r"(?:escriba|escriban|escribanos|escribame|escribirnos|escribir|escribenos|mand(?:e|en|ar|arnos|enos|eme|arme)"
    r"|mand(?:e|a)nosl[aeo]s?|envi(?:e|en|ar|arnos|enos|eme|arme)|envi(?:e|a)nosl[aeo]s?|nos "
    r"(?:envie|mande|escriba))",
    "send_fr": r"(?:envoyez|envoyer|ecrivez|ecrire|adressez|adresser|transmettez|transmettre)(?:[- ](?:nous|moi|le|la|les))*",
    "review_de": r"(?:\w*bewertung(?:en)?|rezension(?:en)?|sterne)",
    "review_en": r"(?:reviews?|ratings?|feedback|testimonials?|stars)",
    "review_fr": r"(?:avis|evaluations?|commentaires?|etoiles|feedback)",
    "review_it": r"(?:recension[ei]|feedback|valutazion[ei]|stelle)",
    "review_es": r"(?:resenas?|valoracion(?:es)?|opinion(?:es)?|estrellas|feedback)",
    "review_pl": r"(?:opini\w*|recenzj\w+|ocen[ae]\w?|komentarz\w*|gwiazd\w+)",
    "review_nl": r"(?:beoordeling(?:en)?|reviews?|recensies?|sterren|feedback)",
    "review_sv": r"(?:recension(?:en|er)?|omdömen?|betyg(?:et)?|stjärnor|feedback)",
}
