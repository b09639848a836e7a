"""What people say about marketplaces who have no order there: data for `signals/negative.py`.

Templates: `gateway/signals/templates.py`. By kind: agencies, suppliers, applicants, those who
ask before they buy, and those who bought from somebody else.
"""

from typing import Final

TALK: Final = {
    "agency": (
        "ppc|acos|tacos|seo|dsp",
        "seller|vendor central",
        "brand registry",
        "account management",
        "fba prep",
        "listing|listings ...2 optim*|optimierung|verbessern|texte",
        "ranking|sichtbarkeit|umsatz|umsätze|verkäufe|sales|verkaufszahlen|umsatzes ...4 steiger*|"
        "erhöhen|boost|grow|increase|verdoppel*",
        "steiger*|erhöhen|boost|grow|increase|double|skalieren ...5 umsatz|umsätze|sales|verkäufe|"
        "revenue|ranking|listings",
        "unverbindlich*|kostenlos* ...3 gespräch|erstgespräch|beratung|analyse|audit|demo",
        "free ...2 audit|consultation|demo|analysis|trial",
        "agentur|agency|dienstleister ...6 {name}",
        "{name} ...3 agentur|agency|dienstleister|berater|beratung|experten|spezialist*|advertising|"
        "werbung|ads",
        "kooperation|zusammenarbeit|partnership|collaboration ...6 {name}",
        "fba|repricer|repricing|warenwirtschaft|buchhaltungssoftware",
        "vat|umsatzsteuer service",
    ),
    "supplier": (
        "wir|we ...2 verkaufen|vertreiben|listen|sell|offer|list ...4 {name}",
        "verkaufen|vertreiben wir ...5 {name}",
        "preisliste|händlerpreis*|großhandel|großhändler|einkaufspreis*|restposten|"
        "mindestbestellmenge|wiederverkäufer|"
        "händlerkonditionen|lieferantenanfrage",
        "price|trade list|prices",
        "wholesale|reseller|moq|distributor|manufacturer|factory",
        "bulk order",
        "unser|unsere|unserem|our sortiment|produktpalette|catalogue|catalog|product range",
    ),
    "job": (
        "bewerbung|bewerbe ...3 als|um|für|mich|stelle",
        "lebenslauf|praktikum|ausbildungsplatz",
        "job application",
        "curriculum vitae",
        "cover letter",
    ),
    "presale": (
        "verkaufen|bieten|vertreiben|versenden|liefern|führen|haben sie|ihr ...4 auch|noch|über|auf|"
        "bei|nach|an",
        "auf lager",
        "vorrätig|lieferbar|verfügbar|verfügbarkeit|erhältlich",
        "würde|möchte|wollte|will|kann|könnte|überlege ...8 {name}? ...4 bestellen|kaufen|erwerben",
        "günstiger|billiger|preisvergleich|preisanfrage|mengenrabatt",
        "vor dem kauf",
        "do|can|could|will you ...3 sell|ship|offer|have|deliver|stock|match",
        "in|of stock",
        "availability|cheaper",
        "price match",
        "like|want|thinking|considering|plan|planning|interested ...3 buy|buying|order|ordering|"
        "purchase|purchasing",
        "before i|we buy|order|purchase",
        "interessiere|interesse ...4 für|an",
    ),
    "other_seller": (
        "bei|von|über|via einem|einen|anderem|anderen ...1 anderen|anderem|fremden|händler|verkäufer|"
        "anbieter ...1 verkäufer|"
        "händler|anbieter|shop|gekauft|bestellt|erworben",
        "nicht bei|von|über ihnen|euch ...4 gekauft|bestellt|erworben|bezogen",
        "gekauft|bestellt|erworben ...3 nicht bei|von ihnen|euch",
        "from|by|with|at another|different|other seller|vendor|shop|store|retailer",
        "not ...3 from you|your shop",
    ),
}
