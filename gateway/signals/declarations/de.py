"""Legal declarations in German: data. What each kind is: the design, section 3."""

from typing import Final

from gateway.signals.declarations.shape import Declaration
from gateway.words import Legal

_PERSON: Final = (
    "ich|mich|mir|uns|kind|kindes|kinder|sohn|sohnes|tochter|frau|mann|mutter|vater|oma|opa|enkel|enkelin|"
    "finger|"
    "fingern|hand|hände|auge|augen|gesicht|haut|arm|bein|fuß|knie|rücken|kopf|baby|mitarbeiter*|kollege|"
    "kollegin|"
    "daumen|katze|hund|freundin"
)
_GOODS: Final = (
    "bestellung|kauf|vertrag|kaufvertrag|auftrag|vertragserklärung|käufe|bestellungen|kaufs|vertrages|"
    "vertrags|"
    "kaufvertrages|kaufvertrags|fernabsatzvertrag"
)

GERMAN: Final = {
    Legal.WITHDRAWAL: Declaration(
        stems=("derr?uf", "der ruf", "wideruf"),
        sure=(
            "kaufvertrag|vertrag|kauf|bestellung ...12 nicht ...2 gebunden",
            "nicht ...2 gebunden ...6 kaufvertrag|vertrag|kauf|bestellung",
            "vierzehntägig*|14_tägig* ...2 recht|rückgaberecht|rücktrittsrecht ...2 gebrauch",
            "hiermit ... widerruf|widerrufe|widerrufen|widerruft",
            "ich|wir ...3 widerrufe|widerrufen",
            "widerrufe|widerrufen ich|wir|hiermit",
            f"widerrufe ...5 {_GOODS}",
            "erkläre*|erklären|erklärt ...8 widerruf",
            "widerruf ...3 erklären|erklärt|ausüben|einlegen",
            "widerruf der|meiner|unserer|zur|des|meines ...1 bestellung|kaufs|kaufvertrags|kaufvertrages|"
            "vertrages",
            "widerrufsrecht|widerrufsrechts|rücktrittsrecht|widerruf ...5 gebrauch|ausüben|nutzen|wahrnehmen",
            "gebrauch ...5 widerrufsrecht|widerrufsrechts|widerruf",
            "übe|üben|nutze|nehme|mache ...6 widerrufsrecht|widerruf ...5 aus|wahr|geltend|anspruch|gebrauch",
            "widerrufsrecht ...3 übe|mache|nehme",
            "möchte|möchten|will|wollen|würde ... widerrufen",
            "anbei|hier|hiermit|folgend|anhang|beigefügt|sende|schicke|reiche ...4 mein|meinen|unser|"
            "unseren|den widerruf",
            f"{_GOODS} ...6 widerrufe|widerrufen",
            "fristgerecht*|fristgemäß*|rechtzeitig ...6 widerrufe|widerrufen|widerruf",
            "widerrufsformular|widerrufserklärung ...4 anbei|anhang|ausgefüllt|angehängt|beigefügt|im",
            "anbei|anhang|ausgefüllte*|beigefügt* ...4 widerrufsformular|widerrufserklärung",
        ),
        unless=(
            "wenn|falls|bevor|was|ist|wäre ...4 widerrufe|widerruf|widerrufen",
            "wie|kann|könnte|könnten|können|ob|darf|wo|wann ... widerrufen|widerruf|widerrufe|ausüben|"
            "widerrufsrecht",
            "nicht|kein|keinen ...2 widerruf|widerrufen|widerrufe",
            "widerruf|widerrufe|widerrufen ...2 nicht|zurück",
            "widerruf ...3 schon|bereits ...2 geschickt|erklärt|gesendet|eingegangen|bestätigt",
            "einwilligung|newsletter|zustimmung|datenverarbeitung|lastschrift*|mandat ...8 widerrufe|"
            "widerrufen|widerruf",
            "widerrufe|widerruf|widerrufen ...5 einwilligung|zustimmung|lastschrift*|newsletter|vollmacht",
        ),
        subject=(
            f"widerruf ...3 {_GOODS}|meiner",
            "widerruf {name}",
            "widerruf zu|zur|der|vom|des|nr",
        ),
    ),
    Legal.PRIVACY: Declaration(
        sure=(
            "art|artikel|artikeln 15|17|20|21 ...6 dsgvo|gvo|datenschutz*",
            "auskunft ...8 daten",
            "auskunft|löschung|auskunftsersuchen|löschantrag ...6 dsgvo|gvo|datenschutz*|bdsg",
            "dsgvo|gvo ... auskunft|löschung|löschen|datenkopie|widerspruch",
            "lösch|löschen|lösche|löschung|löscht|entfernen|entfernung ...4 mein|meine|meiner|meinen|"
            "meines|personenbezogen*|kunden* ...4 "
            "daten|kundenkonto|kundenkontos|kundendaten|konto|account|personendaten",
            "löschen|löschung|lösche ...3 alle|sämtliche|sämtlicher|aller ...5 daten|angaben|informationen",
            "mein|meine|meiner|personenbezogen*|alle ...3 daten|kundendaten|adressdaten ...8 löschen|"
            "gelöscht|löschung|entfernen|gelöscht",
            "welche|was ...4 daten|informationen ...8 gespeichert|speichern|verarbeiten|haben|vorliegen",
            "datenauskunft|selbstauskunft|auskunftsersuchen|datenlöschung|löschbegehren|auskunftsbegehren",
            "recht auf vergessenwerden|löschung|auskunft",
            "kopie ...5 personenbezogen*|gespeicherten ...2 daten",
            "über mich gespeichert*|gespeicherten|verarbeiteten",
        ),
        unless=(
            "daten ...4 festplatte|handy|stick|gerät|karte|speicherkarte|tablet|laptop|ssd|kamera",
            "festplatte|handy|stick|gerät|karte|speicherkarte|tablet|laptop|ssd|kamera ...6 daten",
            "wurden|wurde|sind|waren ...4 gelöscht|weg|verloren",
            "versanddaten|lieferdaten|rechnungsdaten|technische* ...2 daten",
            "meine ...1 daten sind|lauten|waren|für|zur",
        ),
    ),
    Legal.LAWYER: Declaration(
        sure=(
            "mandant|mandanten|mandantin|mandantschaft|mandantschaft*",
            "namens ...3 vollmacht",
            "zeigen|zeige ...6 vertretung|interessen|vertreten|bevollmächtigt",
            "strafbewehrt*",
            "unterlassungserklärung|unterlassungsanspr*|unterlassungs",
            "ermittlungsverfahren|strafverfahren|ermittlungsersuchen|zeugenanhörung",
            "polizeipräsidium|polizeiinspektion|polizeidirektion|kriminalpolizei|kriminalkommissariat|"
            "polizeidienststelle|polizeirevier|"
            "landeskriminalamt|polizeistation|bundeskriminalamt",
            "staatsanwaltschaft",
            "marktüberwachung*|bundesnetzagentur|gewerbeaufsicht*|regierungspräsidium|bezirksregierung|"
            "marktaufsicht|eichamt",
            "verbraucherzentrale ...6 mahnt|mahnen|fordert|fordern|abmahn*|vertreten|namens",
            "wir|ich mahnen|mahne ...6 ab",
            "wir mahnen sie",
            "amtsgericht|landgericht|gericht* ...6 klage|mahnbescheid|ladung|beschluss|zugestellt",
            "gerichtliches mahnverfahren",
            "auskunftsersuchen ...6 polizei*|staatsanwaltschaft|stpo|163",
            "anwaltlich* vertret*|vertretung|schreiben",
            "in sachen ...6 gegen",
            "hauptzollamt|zollfahndung*|ordnungsamt|landratsamt|finanzamt ...6 fordern|auffordern|bitten|"
            "aktenzeichen|geschäftszeichen",
        ),
        hint=(
            "rechtsanwalt|rechtsanwälte|rechtsanwältin|rechtsanwälten|anwaltskanzlei|kanzlei|fachanwalt|"
            "fachanwältin",
            "abmahnung|abmahnen|unterlassung|abgemahnt",
            "aktenzeichen|geschäftszeichen|unser_zeichen|az",
            "vollmacht|bevollmächtigt*",
            "amtsgericht|landgericht",
            "polizei|kriminalhauptkommissar*|polizeioberkommissar*|polizeihauptkommissar*|"
            "poizeiobermeister*|kriminaloberkommissar*",
            "ermittlung*|strafanzeige|betrugsverdacht",
            "markenrecht*|wettbewerbsrecht*|uwg|urheberrecht*",
            "behörde|produktsicherheitsgesetz|prodsg",
        ),
        unless=(
            "mein|meine|meinen|meinem|unserem|unseren|meiner|einen|einem|ein|zum ...2 rechtsanwalt|anwalt|"
            "anwältin|kanzlei|rechtsanwältin",
            "eine|einen|zur|zum|die|der|bei ...1 verbraucherzentrale|anwalt|rechtsanwalt|polizei ...4 ein|"
            "einschalten|gehen|melden|anzeige|erstatten|erstattet|anzeigen",
            "sonst|ansonsten|andernfalls|notfalls ...8 anwalt|rechtsanwalt|polizei|verbraucherzentrale|"
            "strafanzeige|gericht|gerichtlich*",
            "bei|der polizei ...2 angezeigt|gemeldet|anzeige",
            "strafanzeige erstatten|stellen",
        ),
    ),
    Legal.SAFETY: Declaration(
        sure=(
            f"{_PERSON} ...8 verletzt|verletzte|verletzung|verletzungen|verbrannt|geschnitten|verätzt|verbrüht|verbrennungen|aufgeschnitten|verschluckt|eingeklemmt|gequetscht",
            f"verletzt|verletzte|verletzung|verletzungen|verbrannt|geschnitten|verbrühte ...5 {_PERSON}",
            "verbrennung|verbrennungen|brandwunde|brandwunden|brandblase*|schnittwunde*|schnittverletzung*|"
            "platzwunde|verletzungsgefahr",
            "riecht|roch|gerochen|stinkt|stank|geruch|gestank ...5 verbrannt*|verschmort*|schmor*|kokel*|"
            "brand*|verbranntem",
            "verbrannt|verschmort ...3 gerochen|riecht|roch|gestunken|stinkt",
            "durchgeschmort|verschmort|angeschmort|geschmort|schmorte|schmort|verkokelt|kokelt|kokelte|"
            "verschmorte|angekokelt|schmoren",
            "explodiert|explodierte|explosion|explodieren|explosionsgefahr",
            "stromschlag|stromschläge|stromschlags|stromstoß",
            "elektrischen schlag",
            "schlag|stromstoß|stromschlag|eine ...2 bekommen|gekriegt|abbekommen|abgekriegt|gewischt|"
            "versetzt",
            "feuer gefangen",
            "fing|fingen ...4 feuer|brennen|schmoren|qualmen|rauchen|kokeln",
            "in flammen|brand|brandt gestanden|geraten|aufgegangen|gesetzt|stand|steht",
            "in flammen",
            "brand ...3 gekommen|ausgebrochen|verursacht|ausgelöst|entstanden|gekommen|geführt",
            "brandgefahr|brandgefährlich|wohnungsbrand|zimmerbrand|küchenbrand|kabelbrand|feuerwehr|"
            "schwelbrand|hausbrand|brandschaden",
            "lebensgefahr|lebensgefährlich|lebensgefährliche|verletzungsrisiko|gesundheitsgefährdend|"
            "erstickungsgefahr|stromschlaggefahr",
            "vergiftung*|vergiftet",
            "allergische|allergischen reaktion|hautausschlag",
            "hautausschlag|ausschlag ...5 bekommen|gekriegt|entwickelt",
            "qualmte|gequalmt|qualmt|rauchentwicklung|geraucht|rauchte",
            "funken ...2 sprüh*|gesprüht|geschlagen|flogen|schlugen",
            "flammen|stichflamme|rauchwolke",
            "akku|batterie|powerbank ...5 aufgebläht|gebläht|ausgelaufen|geschmolzen|geplatzt",
            "geplatzt|zersprungen ...6 splitter|verletz*|gesicht|auge",
            "gestürzt|zusammengebrochen ...8 verletz*|prellung*|krankenhaus|gebrochen|arzt|schmerzen",
            "genäht werden",
        ),
        hint=(
            "krankenhaus|notaufnahme|notarzt|arzt|unfallklinik|prellung*",
            "gefährlich|gefahr|gefährdet|gefährliche|gefährliches",
            "rauch|qualm",
            "überhitzt|überhitzung|glühend|kochend|überhitzte",
            "brannte|gebrannt|geschmolzen",
            "gestürzt|sturz|zusammengebrochen",
        ),
        unless=(
            "rechte|recht|markenrechte|patent*|urheberrecht*|marke|pflichten|vertrag* ...3 verletzt|"
            "verletzung|verletzungen",
            "krankenhaus ...4 war|lag",
            "verletzt|verletzung ...4 rechte|marke|markenrechte|urheberrecht*|patent*|marken*",
            "keine|nicht|niemand ...3 verletzt|verbrannt|verletzung|explodiert",
            "gegen|bei|vor stromschlag|explosion|verbrennungen",
            "gold|messer|kuchen|brot ...2 geschnitten",
            "raucht ihr|wer raucht",
        ),
    ),
    Legal.WARRANTY: Declaration(
        stems=(
            "ewährl", "ewaehrl", "achmangel", "achmängel", "ängelr", "acherf", "minderung", "mindere", "frist", "ücktritt", "uecktritt", "trete", "treten",
            "bgb", "nachbesser", "fordere", "verlange", "erwarte", "nachliefer", "innerhalb", "binnen", "mangelhaft", "mängelhaftung", "haftung", "sachmäng",
        ),
        sure=(
            "nacherfüllung|nacherfüllungs*|mängelrüge|sachmängelhaftung|mängelhaftung|"
            "gewährleistungsanspr*|gewährleistungsrecht*|mängelansprüche|gewährleistungsfall",
            "gewährleistung ...6 geltend|anspruch|fordere|verlange|berufe|bestehe|reparatur|ersatz",
            "gesetzlich*|gesetzliche ...1 gewährleistung",
            "mache|machen|berufe|fordere|verlange|nehme|beanspruche|anspruch|rahmen ...6 gewährleistung",
            "434|437|439|440|441|323|475 ...2 bgb",
            "setze|setzen|gesetzt|setzten|räume|gebe ...6 frist|nachfrist",
            "frist ...4 nacherfüllung|erstattung|rückzahlung|lieferung|reparatur|nachbesserung|"
            "ersatzlieferung|behebung",
            "letzte|letztmalig*|angemessene|nachfrist|allerletzte ...1 frist",
            "trete|treten ...6 kaufvertrag|vertrag|kauf ...5 zurück",
            "trete|treten ...4 vom|von ...5 zurück",
            "rücktritt vom|von ...3 kaufvertrag|vertrag|kauf",
            "rücktritt ...3 erklären|erkläre|erklärt",
            "erkläre* ...5 rücktritt",
            "mindere|minderung ...4 kaufpreis*",
            "kaufpreis ...3 mindern|minderung",
            "fordere|fordern|verlange|verlangen|erwarte|erwarten ...10 bis zum|spätestens",
            "bis zum|spätestens ...8 fordere|verlange|erwarte|erwarten",
            "fordere|fordern|verlange|verlangen|erwarte|erwarten ...10 innerhalb|binnen ...3 tagen|tage|"
            "woche|wochen|frist",
            "innerhalb|binnen ...3 tagen|woche|wochen ...8 fordere|verlange|erwarte",
        ),
        hint=(
            "gewährleistung",
            "rechtliche|rechtlichen schritte|konsequenzen",
            "nachbesserung|nachlieferung|ersatzlieferung",
            "mangelhaft|mangelhafte|sachmangel|sachmängel",
        ),
        unless=(
            "wie|welche|gibt|haben|bieten|was|ob ... gewährleistung ...3",
            "rückgabe|retouren*|widerrufs* frist ...3",
            "angebot*|bewerbung*|zahlungs* frist",
            "ist|läuft|noch ...2 gewährleistung",
        ),
    ),
}  # fmt: skip
