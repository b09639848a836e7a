"""Legal declarations in Swedish: data. What each kind is: the design, section 3."""

from typing import Final

from gateway.signals.declarations.shape import Declaration
from gateway.words import Legal

_BODY: Final = "jag|mig|min|mitt|hand|handen|händer|finger|fingret|fingrar|arm|armen|ben|benet|fot|foten|hud|huden|ansikte|ansiktet|öga|ögon|son|dotter|barn|barnet|fru|man|mamma|pappa|bebis|hund|katt|tumme|tummen"

SWEDISH: Final = {
    Legal.WITHDRAWAL: Declaration(
        stems=("ångerr[äa]tt", "ångra", "frånträd", "ångerblankett", "ångerfrist", "angerratt"),
        sure=(
            "inte ...3 bunden ...4 avtal*|köp*",
            "utnyttja*|använd*|åberopa*|utövar|nyttjar ...5 ångerrätt*",
            "ångerrätt* ...4 utnyttja*|använd*|åberopa*|utövar",
            "ångrar ...3 köp|köpet|beställning|beställningen|order|ordern|avtal",
            "frånträder|frånträda ...4 avtal*|köp*",
            "meddelar|meddela ...8 frånträd*|ångra*|ångerrätt*",
            "vill|önskar ...3 ångra|frånträda ...3 köp*|beställning*|avtal*",
            "enligt|med stöd distansavtalslagen ...8 ångra*|frånträd*",
            "ångerblankett* ...4 bifog*|ifylld",
            "ångra köpet|köp enligt ...4",
            "härmed ...8 ångra*|ångerrätt*|frånträd*",
        ),
        unless=("hur|kan|får|om|när|går|länge ... ångra*|ångerrätt*|frånträda", "inte ...3 ångra*"),
        subject=("ånger|ångrat|ångrar köp|köpet|beställning", "ångerrätt", "ånger {name}"),
    ),
    Legal.PRIVACY: Declaration(
        sure=(
            "gdpr|dataskyddsförordningen ... tillgång|radera*|radering|utdrag|kopia|uppgifter|begär*",
            "artikel|art 15|17|20|21 ...8 gdpr|dataskydd*",
            "registerutdrag",
            "rätten att bli glömd|bortglömd",
            "radera|raderar|radering|ta_bort|tar_bort|raderas ...6 mina|personliga|alla ...4 uppgifter|"
            "personuppgifter|konto|data",
            "mina|alla ...3 personuppgifter|uppgifter|data ...8 radera*|tas_bort|raderas|ta_bort",
            "vilka ...3 personuppgifter|uppgifter|data ...8 lagrar|sparar|har|lagrat|sparat|behandlar",
            "tillgång|kopia|utdrag ...5 personuppgifter|mina uppgifter",
        ),
        unless=("uppgifter|data ...6 hårddisk*|telefon*|minne*|kort*|enhet*|dator*", "mina uppgifter är"),
    ),
    Legal.LAWYER: Declaration(
        sure=(
            "min|vår klient|huvudman ...8",
            "för|å ...3 klients|huvudmans räkning|vägnar",
            "företräder|företräda ...6 klient|bolaget|huvudman|varumärk*",
            "i egenskap av ...4 ombud",
            "polismyndigheten|åklagarmyndigheten|förundersökning|stämningsansökan|tingsrätten ...2",
            "konsumentverket|elsäkerhetsverket|tillsynsmyndighet* ...8 tillsyn|ärende|begär*|granska*|"
            "handläggare",
            "varumärkesintrång|intrång ...6 varumärke*|rätt*",
            "upphöra|upphör ...5 intrång*|användning*|försäljning*",
        ),
        hint=(
            "advokat|advokatbyrå|advokatfirma|jurist|juristbyrå|advokaten",
            "intrång|varumärke|immaterialrätt",
            "ombud|fullmakt",
            "vår ref|ärendenummer|diarienummer|dnr",
            "polis|polisen",
            "krav|kravbrev",
        ),
        unless=(
            "min|en|vår ...1 advokat|jurist",
            "anmäl*|kontakta*|vänder|går ...5 arn|polis*|konsumentverket|advokat|allmänna",
        ),
    ),
    Legal.SAFETY: Declaration(
        sure=(
            "fattade|tog|fattat|tagit|börjat|började eld|brinna|ryka|smälta",
            "började|börjar|börjat ...2 brinna|ryka|smälta|gnistra",
            "i lågor|brand",
            "brand|branden uppstod|uppstått|startade|utbröt",
            "lågor|eldslågor|låga",
            "exploderade|exploderat|explosion",
            "stöt|stötar|elstöt|elchock|elstötar fått|fick|från|av|när",
            "fick|fått|få ...3 stöt|stötar|elstöt|elchock",
            f"bränt|brände|brännskad*|skadat|skadade|skurit|skar ...5 {_BODY}",
            f"{_BODY} ...4 bränt|brände|brännskad*|skadat sig|skadade sig|skadat|skurit|skar|sydd",
            "fick|fått|behövde|måste sys|sy",
            "skar|skurit sig ...2 i|på",
            "brännskada|brännskador|skärsår|personskada",
            "luktar|luktade|lukt ...2 bränt",
            "rök ...4 kom|kommer|ur|från",
            "gnistor|gnistrade|gnistrar",
            "smälte|smält ...4 kontakt*|laddare*|plast*|kabel*|sladd*",
            "allergisk reaktion",
            "brandfara|brandrisk|livsfarlig|livsfarligt|livsfara|kvävningsrisk|brandfarlig*",
            "räddningstjänst*|brandkår*",
        ),
        hint=(
            "sjukhus|sjukhuset|akuten|läkare|vårdcentral*",
            "farlig|farligt|farliga|fara|risk",
            "överhett*|glödhet",
            "rök|rökte|smält*",
            "bränt|bränd",
            "kollapsade|rasade|gick av",
        ),
        unless=(
            "inte|ingen ...3 skadad|skadade",
            "skadad|skadat|skadade paket*|vara|produkt|förpackning|frakt*",
            "varan|produkten|paketet|den|skärmen|glaset är|var ...1 skadad|skadat|trasig*",
            "bränt ...2 lampa",
        ),
    ),
    Legal.WARRANTY: Declaration(
        stems=(
            "konsumentköplag",
            "reklamationsr",
            "häv",
            "prisavdrag",
            "senast",
            "inom",
            "frist",
            "kräver",
            "konsumenttjänst",
            "fel i vara",
            "avhjälp",
        ),
        sure=(
            "konsumentköplagen|köplagen",
            "reklamationsrätt* ...4",
            "häva|häver|hävning|hävs|hävt ...4 köp*|avtal*",
            "häva|häver köpet",
            "prisavdrag",
            "kräver|begär|förväntar ... inom ...4 dagar|vecka|veckor",
            "inom ...3 dagar ...8 kräver|pengarna|återbetal*|rättslig*|annars",
            "kräver|begär|förväntar ...8 senast",
            "senast den ...6 kräver|återbetal*|pengarna|åtgärd*",
            "sista chans|frist|uppmaning",
            "fel i varan enligt",
            "sätter|ger ...4 frist",
        ),
        hint=("garanti|reklamation", "rättsliga åtgärder|steg", "avhjälp*|omleverans"),
        unless=(
            "hur|vilken|gäller|är ...4 garanti|reklamationsrätt",
            "leverera*|leverans*|skicka*|retur* ...4 inom|dagar",
            "svara ...2 inom",
        ),
    ),
}  # fmt: skip
