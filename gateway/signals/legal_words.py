"""Words of legal declarations, German and English: data for `signals/legal.py`.

`sure` says it alone; of `hint` it takes two different ones. `unless` takes back what
it overlaps: questions and wishes are no declarations. What each kind is: the design,
section 3. Templates: `gateway/signals/templates.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from gateway.signals import templates
from gateway.words import Legal


@dataclass(frozen=True, slots=True)
class Declaration:
    """The sayings of one kind; `subject` only counts in the subject, `stems` are a quick first look."""

    stems: tuple[str, ...]
    sure: tuple[str, ...]
    hint: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()


_PERSON: Final = (
    "ich|mich|mir|uns|kind|kindes|sohn|tochter|frau|mann|mutter|vater|enkel|enkelin|finger|fingern|hand|"
    "hände|"
    "auge|augen|gesicht|haut|arm|bein|fuß|baby|mitarbeiter*"
)
_BODY: Final = (
    "my|myself|me|himself|herself|child|son|daughter|wife|husband|finger|fingers|hand|hands|skin|face|eye|"
    "arm|leg"
)
_CLASSES: Final = {"person": _PERSON, "body": _BODY}

DECLARATIONS: Final = {
    Legal.WITHDRAWAL: Declaration(
        stems=("derruf", "der ruf", "ithdraw", "right to cancel", "cancellation", "hereby", "give notice"),
        sure=(
            "hiermit ... widerruf|widerrufe|widerrufen|widerruft",
            "ich|wir ...2 widerrufe|widerrufen",
            "widerrufe|widerrufen ich|wir",
            "widerrufe ...4 bestellung|kauf|vertrag|kaufvertrag|auftrag|vertragserklärung",
            "erkläre*|erklären|erklärt ... widerruf",
            "widerruf ...3 erklären|erklärt|ausüben",
            "widerruf der|meiner|unserer|zur ...1 bestellung",
            "widerrufsrecht|widerrufsrechts|rücktrittsrecht ...5 gebrauch|ausüben|nutzen|wahrnehmen",
            "gebrauch ...5 widerrufsrecht|widerrufsrechts",
            "übe|üben|nutze|nehme|mache ...5 widerrufsrecht ...5 aus|wahr|geltend|anspruch",
            "möchte|möchten|will|wollen|würde ... widerrufen",
            "anbei|hier|hiermit|folgend ...2 mein|meinen|unser|unseren widerruf",
            "bestellung|kauf|vertrag|kaufvertrag ...6 widerrufe|widerrufen",
            "i|we ...2 withdraw|withdrawing|withdrew from",
            "hereby ...4 withdraw|cancel|revoke",
            "exercise|exercising|use|using|invoke|invoking ...4 right|rights ...3 withdrawal|withdraw|"
            "cancel|cancellation|"
            "revocation",
            "withdraw|withdrawing|withdrawal from ...2 contract|purchase|sale|order",
            "give|giving ...2 notice ... withdraw|cancel",
            "notice of withdrawal|cancellation|revocation",
        ),
        unless=(
            "wenn|falls|bevor|was|ist|wäre ...4 widerrufe|widerruf|widerrufen",
            "wie|kann|könnte|könnten|können|ob|darf|wo|wann ... widerrufen|widerruf|widerrufe|ausüben",
            "nicht|kein|keinen ...2 widerruf|widerrufen|widerrufe",
            "widerruf|widerrufe|widerrufen ...2 nicht|zurück",
            "how|can|could|may|whether|where ... withdraw|cancel",
            "not|don ...3 withdraw|cancel",
        ),
        subject=(
            "widerruf ...3 bestellung|kauf|vertrag|auftrag|kaufvertrag|meiner",
            "widerruf {name}",
            "widerruf zu|zur|der|vom",
        ),
    ),
    Legal.PRIVACY: Declaration(
        stems=("dsgvo", "ds-gvo", "gdpr", "daten", "data", "datenauskunft", "forgotten", "access request"),
        sure=(
            "art|artikel|artikeln 15|17|20|21 ...5 dsgvo|gvo|datenschutz*",
            "auskunft ... daten",
            "auskunft|löschung ...6 dsgvo|gvo",
            "dsgvo|gvo ... auskunft|löschung|löschen",
            "lösch|löschen|lösche|löschung|löscht ...4 mein|meine|meiner|meinen|personenbezogen* ...4 daten",
            "löschen|löschung|lösche ...3 alle|sämtliche|sämtlicher|aller ...5 daten",
            "mein|meine|meiner|personenbezogen* ...3 daten ...6 löschen|gelöscht|löschung|entfernen",
            "welche ...4 daten ...8 gespeichert|speichern|verarbeiten",
            "datenauskunft|selbstauskunft",
            "recht auf vergessenwerden|datenlöschung",
            "subject access request",
            "article|art 15|17|20 ...5 gdpr",
            "gdpr ... access|erasure|erase|delete|deletion|copy|request",
            "delete|erase|remove|deletion|erasure ...4 my|personal ...4 data|details|information",
            "access|copy ...4 my|personal ...2 data|information",
            "what|which ...3 data ...8 hold|holding|stored|store|have about|on me",
            "right to be forgotten|erasure|access",
        ),
        unless=(
            "daten ...4 festplatte|handy|stick|gerät|karte|speicherkarte|tablet",
            "wurden|wurde|sind|waren ...4 gelöscht|weg",
            "data ...4 drive|disk|phone|device|stick|card",
        ),
    ),
    Legal.LAWYER: Declaration(
        stems=(
            "andant",
            "nwalt",
            "nwält",
            "anzlei",
            "bmahn",
            "nterlass",
            "staatsanw",
            "rmittlung",
            "olizei",
            "berwachung",
            "etzagentur",
            "gewerbe",
            "solicitor",
            "attorney",
            "law firm",
            "lawyer",
            "cease",
            "our client",
            "trading standards",
            "vollmacht",
            "erbraucherzentrale",
            "gericht",
            "aktenzeichen",
            "barrister",
            "mahnbescheid",
        ),
        sure=(
            "mandant*|mandantin|mandantschaft|mandantschaft*",
            "namens ...3 vollmacht",
            "zeigen|zeige ...6 vertretung|interessen|vertreten",
            "strafbewehrt*",
            "unterlassungserklärung|unterlassungsanspr*|unterlassungs",
            "ermittlungsverfahren|strafverfahren|ermittlungsersuchen",
            "polizeipräsidium|polizeiinspektion|polizeidirektion|kriminalpolizei|kriminalkommissariat|"
            "landeskriminalamt|"
            "staatsanwaltschaft",
            "marktüberwachung*|bundesnetzagentur|gewerbeaufsicht*|regierungspräsidium|bezirksregierung",
            "verbraucherzentrale ...6 mahnt|mahnen|fordert|fordern|abmahn*",
            "wir|ich mahnen|mahne ...6 ab",
            "gericht* ...4 klage|mahnbescheid|ladung|beschluss",
            "cease and desist",
            "act|acting|instructed|write|writing ...5 behalf of ...3 client",
            "act|acting|acts for|on ...6 client",
            "our client",
            "trading standards ...4 officer|investigation|service|department",
            "letter before action|claim",
        ),
        hint=(
            "rechtsanwalt|rechtsanwälte|rechtsanwältin|anwaltskanzlei|kanzlei|fachanwalt",
            "abmahnung|abmahnen|unterlassung",
            "aktenzeichen|geschäftszeichen|unser zeichen",
            "vollmacht",
            "amtsgericht|landgericht",
            "polizei|kriminalhauptkommissar*|polizeioberkommissar*",
            "solicitors|attorney|attorneys|law firm|llp",
            "without prejudice",
        ),
        unless=(
            "mein|meine|meinen|meinem|unserem|unseren ...2 rechtsanwalt|anwalt|anwältin|kanzlei|"
            "rechtsanwältin",
            "eine|einen|zur|zum|die|der ...1 verbraucherzentrale|anwalt|rechtsanwalt|polizei ...4 ein|"
            "einschalten|gehen|melden",
            "your|other|another our? client",
        ),
    ),
    Legal.SAFETY: Declaration(
        stems=(
            "erletz",
            "erbrann",
            "erbrenn",
            "schmor",
            "chmolz",
            "xplo",
            "tromschl",
            "lektrisch",
            "euer",
            "lammen",
            "brand",
            "brann",
            "ebensgef",
            "otaufnahme",
            "otarzt",
            "ergift",
            "llergi",
            "usschlag",
            "qualm",
            "rauch",
            "unken",
            "gefähr",
            "gefaehr",
            "hitz",
            "rankenhaus",
            "verätz",
            "fire",
            "flame",
            "shock",
            "injur",
            "burn",
            "smok",
            "spark",
            "hazard",
            "dangerous",
            "hospital",
            "melted",
            "overheat",
            "emergency",
            "cut ",
            "schlag",
            "geschnitten",
        ),
        sure=(
            "<person> ...6 verletzt|verletzte|verletzung|verletzungen|verbrannt|geschnitten|verätzt|verbrüht",
            "verletzt|verletzung|verletzungen|verbrannt|geschnitten ...5 <person>",
            "verbrennung|verbrennungen|brandwunde|brandwunden|brandblase*|schnittwunde*|"
            "schnittverletzung*|platzwunde",
            "riecht|roch|gerochen|stinkt|stank|geruch|gestank ...3 verbrannt*|verschmort*|schmor*|kokel*",
            "verbrannt|verschmort ...3 gerochen|riecht|roch|gestunken|stinkt",
            "durchgeschmort|verschmort|angeschmort|geschmort|schmorte|schmort|verkokelt|kokelt|kokelte",
            "explodiert|explodierte|explosion|explodieren",
            "stromschlag|stromschläge|stromschlags",
            "elektrischen schlag",
            "schlag|stromstoß ...2 bekommen|gekriegt|abbekommen|abgekriegt",
            "feuer gefangen",
            "fing ...4 feuer|brennen",
            "in flammen|brand|brandt gestanden|geraten|aufgegangen|gesetzt|stand|steht",
            "in flammen",
            "brand ...3 gekommen|ausgebrochen|verursacht|ausgelöst|entstanden|gekommen",
            "brandgefahr|brandgefährlich|wohnungsbrand|zimmerbrand|küchenbrand|kabelbrand|feuerwehr",
            "lebensgefahr|lebensgefährlich|lebensgefährliche",
            "vergiftung*|vergiftet",
            "allergische|allergischen reaktion",
            "qualmte|gequalmt|qualmt|rauchentwicklung|geraucht|rauchte",
            "funken ...2 sprüh*|gesprüht|geschlagen|flogen|schlugen",
            "caught|catch|catches|catching|on fire",
            "burst ...2 flames",
            "explode|exploded|explodes|exploding|explosion",
            "electric|electrical shock*",
            "electrocuted",
            "injured|injury|injuries",
            "burn|burnt|burned|burns|cut ...4 <body>",
            "<body> ...3 burnt|burned|burns",
            "started|began|starts smoking",
            "started|began to smoke",
            "sparks|sparked|sparking",
            "fire|safety hazard",
            "melted",
            "allergic reaction",
        ),
        hint=(
            "krankenhaus|notaufnahme|notarzt|arzt",
            "gefährlich|gefahr|gefährdet|gefährliche",
            "rauch|qualm",
            "überhitzt|überhitzung|glühend|kochend",
            "brannte|gebrannt",
            "hospital|emergency|doctor",
            "dangerous|danger",
            "smoke|overheat*|overheating",
        ),
        unless=(
            "rechte|recht|markenrechte|patent*|urheberrecht*|marke|pflichten ...3 verletzt|verletzung|"
            "verletzungen",
            "krankenhaus ...4 war|lag",
            "verletzt|verletzung ...4 rechte|marke|markenrechte|urheberrecht*|patent*",
            "keine|nicht ...2 verletzt|verbrannt|verletzung|explodiert",
            "gegen|bei|vor stromschlag|explosion|verbrennungen",
        ),
    ),
    Legal.WARRANTY: Declaration(
        stems=(
            "ewährl",
            "ewaehrl",
            "achmangel",
            "achmängel",
            "ängelr",
            "acherf",
            "inderung",
            "rist",
            "ücktritt",
            "uecktritt",
            "trete",
            "treten",
            "bgb",
            "statutory",
            "consumer",
            "deadline",
            "reject",
            "rescind",
            "rescission",
            "within",
            "satisfactory",
            "purpose",
            "nachbesser",
            "fordere",
            "verlange",
            "erwarte",
            "legal rights",
            "nachliefer",
        ),
        sure=(
            "nacherfüllung|nacherfüllungs*|mängelrüge|sachmängelhaftung|sachmangel|gewährleistungsanspr*|"
            "gewährleistungsrecht*",
            "gewährleistung ...6 geltend|anspruch|fordere|verlange|berufe",
            "mache|machen|berufe|fordere|verlange|nehme|beanspruche|anspruch ...6 gewährleistung",
            "434|437|439|440|441|323|475 ...2 bgb",
            "setze|setzen|gesetzt|setzten ...6 frist|nachfrist",
            "frist bis|von|zum ...3",
            "letzte|letztmalig*|angemessene|nachfrist ...1 frist",
            "trete|treten ...6 kaufvertrag|vertrag|kauf ...3 zurück",
            "trete|treten ...4 vom|von ...5 zurück",
            "rücktritt vom|von ...2 kaufvertrag|vertrag|kauf",
            "rücktritt ...3 erklären|erkläre|erklärt",
            "erkläre* ...5 rücktritt",
            "mindere|minderung ...4 kaufpreis*",
            "fordere|fordern|verlange|verlangen|erwarte|erwarten ...10 bis zum|spätestens",
            "fordere|fordern|verlange|verlangen|erwarte|erwarten ...8 innerhalb|binnen ...3 tagen|tage|"
            "woche|wochen|frist",
            "innerhalb|binnen ...3 tagen|woche|wochen ...8 fordere|verlange|erwarte",
            "statutory ...2 right|rights|warranty|claim|claims|guarantee",
            "consumer rights act",
            "sale of goods act",
            "reject|rejecting ...2 goods",
            "rescind|rescission|rescinding",
            "satisfactory quality",
            "fit for purpose",
            "deadline ...3 of|for|until|by|is",
            "set|setting|give|giving ...4 deadline|final",
            "final deadline|notice|demand",
            "expect|demand|require ... within ...2 days|week",
        ),
        hint=(
            "gewährleistung",
            "rechtliche|rechtlichen schritte|konsequenzen",
            "nachbesserung|nachlieferung|ersatzlieferung",
            "legal rights|action",
            "within 7|10|14|fourteen|seven days",
        ),
        unless=(
            "wie|welche|gibt|haben|bieten ... gewährleistung ...3",
            "rückgabe|retouren* frist ...3",
        ),
    ),
}


def patterns(templates_of: tuple[str, ...]) -> Any:
    """The compiled pattern of some of these templates."""
    return templates.pattern(templates_of, _CLASSES)


def all_words() -> Iterator[str]:
    """All words of all declarations: none of them is a slip of another word."""
    for each in DECLARATIONS.values():
        yield from templates.words((*each.sure, *each.hint, *each.unless, *each.subject), _CLASSES)


def meant_words() -> Iterator[str]:
    """The words in which slips are mended: of kinds where much depends on it and no other word is near."""
    for kind in (Legal.WITHDRAWAL, Legal.WARRANTY):
        each = DECLARATIONS[kind]
        yield from templates.words((*each.sure, *each.hint, *each.subject), _CLASSES)
