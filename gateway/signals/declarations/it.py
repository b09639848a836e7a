"""Legal declarations in Italian: data. What each kind is: the design, section 3."""

from typing import Final

from gateway.signals.declarations.shape import Declaration
from gateway.words import Legal

_BODY: Final = "mi|mio|mia|mano|mani|dito|dita|braccio|gamba|piede|pelle|viso|occhio|occhi|figlio|figlia|bambino|bambina|moglie|marito|madre|padre|cane|gatto|pollice|neonato"

ITALIAN: Final = {
    Legal.WITHDRAWAL: Declaration(
        stems=("recess", "recedo", "recede", "ripensamento", "receduto"),
        sure=(
            "non ...3 vincolat* ...4 contratto|acquisto|ordine",
            "recedo|recediamo|recedere ...5 contratto|acquisto|ordine|vendita",
            "esercito|esercitare|esercitiamo|avvalermi|avvalgo|usufruire|esercizio|valermi|avvaliamo ...6 "
            "recesso|ripensamento",
            "comunico|comunichiamo|notifico|notifichiamo|dichiaro|comunicare|comunicarvi|informo ...8 "
            "recesso|recedere|ripensamento",
            "con la presente ...10 recesso|recedo|recedere",
            "recesso ...3 contratto|acquisto|ordine",
            "intendo|intendiamo|voglio|desidero|vorrei ...3 recedere",
            "diritto di recesso ...5 esercito|esercitare|esercitando",
            "modulo ...2 recesso ...4 allegato|compilato|allego",
            "allego|allegato ...4 modulo ...2 recesso",
        ),
        unless=(
            "come|posso|se|quando|quanto|potrei|entro|possibile|è|c ...5 recesso|recedere",
            "non ...3 recesso|recedere|recedo",
        ),
        subject=(
            "recesso ...3 ordine|contratto|acquisto|n",
            "diritto di recesso",
            "recesso {name}",
            "esercizio ...3 recesso",
        ),
    ),
    Legal.PRIVACY: Declaration(
        sure=(
            "gdpr|rgpd ... accesso|cancellazione|cancellare|copia|dati|richiesta|richiedo",
            "art|articolo|artt 15|17|20|21 ...8 gdpr|regolamento|privacy|2016",
            "diritto all|alla|di|d ...1 oblio|cancellazione|accesso",
            "cancell*|elimin*|rimoz*|rimuov* ...6 miei|mie|personali|tutti|mio ...4 dati|account|"
            "informazioni",
            "miei|personali ...3 dati|informazioni ...8 cancell*|elimin*|rimoss*|rimuov*",
            "accesso|copia ...6 dati_personali|miei_dati|dati_che",
            "quali ...3 dati ...8 conserv*|trattat*|possed*|avete|riguard*|detenete",
            "dati ...5 mi riguardano|su di me|sul mio conto",
        ),
        unless=(
            "dati ...6 disco|telefono|chiavetta|scheda|dispositivo|computer|tablet|hard",
            "perso ...4 dati",
        ),
    ),
    Legal.LAWYER: Declaration(
        sure=(
            "mio|mia|nostro|nostra|miei|nostri assistito|assistita|assistiti|cliente ...8",
            "in nome e per conto",
            "nome ...2 per conto ...6",
            "carabinieri|polizia|questura|finanza ...8 indagini|indagine|richiesta|comando|procedimento|"
            "stazione|nucleo",
            "guardia di finanza",
            "polizia postale ...6 richie*|indagin*|sezione",
            "procura della repubblica|decreto|procedimento_penale|atto_di_citazione",
            "diffid* ...8 marchio|contraffa*|cessare|uso|vendita|desistere",
            "diffido|diffidiamo|diffida formalmente",
        ),
        hint=(
            "avvocato|avvocati|avv|studio_legale|legale",
            "diffida|diffidare|diffidiamo",
            "contraffazione|marchio|proprietà industriale",
            "foro di",
            "ns rif|pratica|prot",
            "carabinieri|polizia",
            "assistito|assistita|cliente",
        ),
        unless=(
            "mio|un|nostro|al|dal ...1 avvocato|legale",
            "mi rivolgerò|rivolgermi|segnalerò|denuncia|denuncerò|denunciare ...5",
            "servizio clienti",
        ),
    ),
    Legal.SAFETY: Declaration(
        sure=(
            "preso|presa|prende|andato|andata|prendere|ha preso fuoco",
            "a|in fuoco|fiamme",
            "una|la|uscita|uscì fiamma|fiammata",
            "fiamme|incendio|principio d incendio",
            "esploso|esplosa|esplode|esplosione|scoppiato|scoppiata|scoppio",
            "scossa|scosse elettrica|elettriche|forte|di corrente",
            "preso|presa|prendere|ricevuto|dato|dà|beccato ...3 scossa|scosse",
            "folgorato|folgorata|ustione|ustioni|ustionato|ustionata",
            f"ferito|ferita|feriti|ferite|tagliato|tagliata|bruciato|bruciata|scottato ...6 {_BODY}",
            f"{_BODY} ...5 ferito|ferita|tagliato|tagliata|bruciato|bruciata|scottato|scottata|ustionato|ustionata",
            "odore|puzza ...2 bruciato",
            "fumo ...5 uscit*|usciva|esce|nero|uscire",
            "uscito|usciva|esce|uscire ...3 fumo",
            "fare|fatto|faceva|fa scintille|fumo",
            "scintille",
            "reazione allergica",
            "rischio|pericolo di|d ...1 incendio|folgorazione|soffocamento|vita",
            "vigili del fuoco",
            "punti di sutura",
        ),
        hint=(
            "ospedale|pronto_soccorso|medico",
            "pericolo|pericoloso|pericolosa|rischio",
            "surriscaldat*|surriscalda*|rovente|bollente",
            "fumo|fuso|fusa|sciolto|sciolta",
            "bruciato|bruciata",
            "caduto|crollato|crollata",
        ),
        unless=("non ...3 ferito|bruciato", "di ferro", "vigili ...1 urbani", "contro incendio"),
    ),
    Legal.WARRANTY: Declaration(
        stems=(
            "garanzia legale",
            "conformit",
            "codice del consumo",
            "diffid",
            "messa in mora",
            "risoluzione",
            "vizi",
            "entro",
            "riduzione del prezzo",
            "esigo",
            "pretendo",
            "termine",
            "ultimatum",
            "sostituzione",
            "art\\.? ?1[23]",
        ),
        sure=(
            "garanzia legale|di conformità",
            "difetto|difetti|vizio|mancanza di conformità",
            "codice del consumo",
            "messa|metto|mettiamo in mora",
            "diffido|diffida ...8 giorni|rimbors*|sostitu*|ripar*",
            "risoluzione ...4 contratto|vendita",
            "riduzione del prezzo",
            "vizio|vizi occult*",
            "esigo|pretendo|chiedo|richiedo|attendo|aspetto|intimo ... entro ...5",
            "entro ...2 giorni ...8 rimborso|sostituzione|riparazione|vie|legali|rimborsare",
            "entro e non oltre",
            "art|articolo|artt 128|129|130|135*|1490|1492",
            "termine ...3 giorni|perentorio|ultimo",
        ),
        hint=("garanzia", "vie legali|legale|azione", "riparazione o sostituzione"),
        unless=(
            "quanto|quale|c|è|ha ...3 garanzia",
            "consegn*|arriv*|spediz*|reso|ricever* ...4 entro|giorni",
            "vorrei ...4 sapere",
        ),
    ),
}  # fmt: skip
