"""Words that several templates share, by the name templates call them: `{market}`, `{review_de}`."""

from typing import Final

CLASSES: Final = {
    "market": r"(?:amazon|ebay|kaufland|otto|etsy|bol|cdiscount|allegro|walmart|fnac|manomano|galaxus|hood"
    r"|check24|temu|tiktok|zalando)",
    "apps": r"(?:whats ?app|wh?as[ap]p?|guasap|telegram|instagram|insta|signal|facebook|messenger|viber|threema|skype|sms)",
    "social": r"(?:facebook|instagram|insta|pinterest|youtube|linkedin|twitter|threads|snapchat|twitch)",
    "send_it": r"(?:scriva|scrivete|scriv(?:er|ete)ci|mandi|mandate|mand(?:ar|ate)ci|invii|inviate|invi(?:ar|ate)ci"
    r"|inviare|mandare|scrivere|(?:inviar|mandar)ce[lmn]?[aeio]|ci (?:scriva|mandi|invii))",
    "send_es": r"(?:escriba|escriban|escribanos|escribame|escribirnos|escribir|escribenos|mand(?:e|en|ar|arnos|enos|eme|arme)"
    r"|mand(?:e|a)nosl[aeo]s?|envi(?:e|en|ar|arnos|enos|eme|arme)|envi(?:e|a)nosl[aeo]s?|nos "
    r"(?:envie|mande|escriba))",
    "send_fr": r"(?:envoyez|envoyer|ecrivez|ecrire|adressez|adresser|transmettez|transmettre)(?:[- ](?:nous|moi|le|la|les))*",
    "third_de": r"(?:dhl|dpd|gls|ups|hermes|fedex|post|deutsche post|paketdienst\w*|zustell\w*|fahrer\w*|spediteur\w*|spedition\w*"
    r"|kurier\w*|bote|boten|postbote\w*|hersteller\w*|postfiliale|paketshop|packstation)",
    "third_en": r"(?:dhl|dpd|gls|ups|hermes|evri|fedex|royal mail|yodel|couriers?|drivers?|carriers?|postman|post office"
    r"|manufacturers?|delivery (?:company|service|team)|hauliers?|haulage|parcel shop)",
    "third_fr": r"(?:dhl|dpd|gls|ups|chronopost|colissimo|mondial relay|la poste|livreurs?|transporteurs?|facteur|coursier"
    r"|fabricants?|point relais)",
    "third_it": r"(?:dhl|dpd|gls|ups|brt|bartolini|sda|poste|corrier[ei]|spedizionier[ei]|postino|fattorino|produttor[ei]"
    r"|costruttore)",
    "third_es": r"(?:dhl|dpd|gls|ups|seur|mrw|correos|nacex|repartidor\w*|transportista\w*|mensajer\w+|cartero|fabricantes?"
    r"|punto de recogida)",
    "third_pl": r"(?:dhl|dpd|gls|ups|inpost\w*|poczt\w+|kurier\w*|przewoznik\w*|dostawc\w+|listonosz\w*|producen\w+|paczkomat\w*)",
    "third_nl": r"(?:dhl|dpd|gls|ups|postnl|bezorg\w*|koerier\w*|vervoerder\w*|chauffeur\w*|postbode|fabrikant\w*|pakketpunt)",
    "third_sv": r"(?:dhl|dpd|gls|ups|postnord|budbee|instabox|chaufför\w*|föraren?|bud|budet|transportör\w*|fraktbolag\w*"
    r"|brevbärar\w*|tillverkar\w*|ombud\w*)",
    "past_de": r"(?:versucht|(?:wie|bereits) ~2 (?:besprochen|vereinbart|telefonisch)|telefonisch ~2 (?:besprochen|vereinbart|mitgeteilt|erreicht)|ihr(?:en|em|es)? anrufs?)",
    "past_en": r"(?:tried|as (?:discussed|agreed)|you (?:called|phoned|rang)|your (?:phone )?call|we spoke|spoke to you)",
    "past_fr": r"(?:essaye|tente|comme convenu|votre appel|vous avez appele)",
    "past_it": r"(?:provato|tentato|come (?:concordato|detto)|la sua (?:chiamata|telefonata)|ha chiamato)",
    "past_es": r"(?:intento|intentado|como (?:acordamos|hablamos)|su llamada|ha llamado)",
    "past_pl": r"(?:probowal\w*|jak ustalono|jak ustalilismy|pana telefon\w*|pani telefon\w*)",
    "past_nl": r"(?:geprobeerd|zoals (?:afgesproken|besproken)|uw telefoontje|u heeft gebeld)",
    "past_sv": r"(?:försökte|försökt|som (?:avtalat|vi pratade)|ditt samtal|du ringde)",
    "review_de": r"(?:\w*bewertung(?:en)?|rezension(?:en)?|sterne)",
    "review_en": r"(?:reviews?|ratings?|feedback|testimonials?|stars)",
    "review_fr": r"(?:avis|evaluations?|commentaires?|etoiles|feedback)",
    "review_it": r"(?:recension[ei]|feedback|valutazion[ei]|stelle)",
    "review_es": r"(?:resenas?|valoracion(?:es)?|opinion(?:es)?|estrellas|feedback)",
    "review_pl": r"(?:opini\w*|recenzj\w+|ocen[ae]\w?|komentarz\w*|gwiazd\w+)",
    "review_nl": r"(?:beoordeling(?:en)?|reviews?|recensies?|sterren|feedback)",
    "review_sv": r"(?:recension(?:en|er)?|omdömen?|betyg(?:et)?|stjärnor|feedback)",
}
