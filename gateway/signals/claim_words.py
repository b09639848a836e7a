"""The words of those who claim to be a marketplace, and of those who only have its name: data.

For `signals/claims.py` and `signals/lookalike.py`; folded as `tokens.key` folds them, but for the
last three, which are classes of templates.
"""

from typing import Final

from gateway.signals.patterns import words

SERVICE: Final = words(
    """
    kundenservice kundendienst kundensupport kundenbetreuung service services support customer
    customers care team marketplace seller sellers central verkaufer verkauferservice verkauferkonto
    handler konto account accounts security sicherheit zahlungen zahlung payment payments pay
    bestellung bestellungen order orders prime noreply no reply help hilfe center de com uk eu at ch
    fr it es nl pl se info benachrichtigung notification notifications mitteilung mitteilungen login
    verify verification verifizierung kaufer shop store online inc gmbh europe sarl deutschland
    germany via message messages nachricht update the by policy performance invoice rechnung
    rechnungen refund refunds ruckerstattung mitglied member partnerplatform partnerplattform
    partnerplatforma zespol equipe equipo squadra teamet afdeling dzial biuro department abteilung
    wsparcie pomoc aide ayuda aiuto hjalp hulp partner partners verkoper verkopers sprzedaz official
    officiel ufficiale oficial dispute disputes claims guarantee garantie protection ochrona
    bezpieczenstwa bezpieczenstwo weryfikacja dostawa odbior wyplata utbetalning uitbetaling
    auszahlung auszahlungen versement virement sav bank ticket tickets portal secure safe kunde
    kunden marktplatz market alert alerts warnung klantenservice klant klanten betaling betalingen
    resolution trust safety risk review reviews notice operations compliance legal billing finance
    appeal appeals cancellation cancellations management services verkaufer verkaufen selling buyer
    buyers compliance kontrolle controle control kontroll controllo kontrola
    bestelling verificatie terugbetaling beveiliging client clients assistance serviceclient
    livraison remboursement commande commandes compte securite paiement vendeur vendeurs assistenza
    clienti servizio rimborso rimborsi ordine ordini pagamenti sicurezza venditori venditore
    atencion cliente clientes cuenta reembolso reembolsos pedidos pedido seguridad pagos vendedores
    soporte servicio al zamowienie zamowienia platnosc platnosci obsluga klienta klientow sprzedawcy
    sprzedawca zwrot zwroty kundtjanst bestallning betalning sakerhet saljare kund konton app net
    org top xyz zentrum logistics delivery lieferung
    """
)
"""Words that make nobody a person: a name of a marketplace with only these is a claim to be it."""

BENIGN: Final = words(
    """
    agentur agency beratung consulting ppc seo kleinanzeigen gutschein reisen fan blog musikschule
    musik schule verein chor orchester hotel restaurant pizzeria stammtisch forum kurse kurs
    akademie academy magazin magazine
    """
)
"""Who has one of these in his domain says what he is."""

GLUED: Final = (
    "support", "service", "secure", "login", "verify", "account", "konto", "kunde", "seller", "payment",
    "security", "mail", "order", "message", "marketplace", "help",
)  # fmt: skip
"""Beginnings of words that are glued to a name in a domain: ebaysupport."""

PREFIXES: Final = ("not", "my", "mein", "secure", "login", "pay", "mijn", "mon", "mio", "mi", "min", "moje")
"""What stands glued before a name: notebay."""

ACCOUNT: Final = (
    "konto|kontos|account|accounts|kundenkonto|verkäuferkonto|händlerkonto|mitglied|mitgliedskonto|"
    "auszahlung|kunde|kundin|nutzer|verkäufer|seller|user|customer|member|compte|client|cliente|"
    "vendeur|conto|cuenta|vendedor|venditore|konta|kontem|klient|kliencie|sprzedawco|sprzedawcy|"
    "wypłata|rekening|klant|verkoper|uitbetaling|kontot|kund|säljare|payout|versement|pagamento"
)
"""Accounts, and whom a marketplace addresses."""

URGENT: Final = (
    "gesperrt|eingeschränkt|bestätigen|verifizieren|aktualisieren|ausgesetzt|deaktiviert|sperrung|"
    "anmelden|einloggen|suspended|limited|locked|verify|confirm|restricted|blocked|deactivated|login|"
    "log_in|sign_in|hold|suspendu|bloqué|limité|vérifier|vérifiez|confirmez|confirmer|restreint|"
    "désactivé|connectez|sospeso|bloccato|limitato|verifica|verificare|confermare|conferma|confermi|"
    "disattivato|accedi|suspendida|suspendido|bloqueada|bloqueado|limitada|verifique|verificar|"
    "confirmar|confirme|restringida|acceda|zablokowane|zawieszone|ograniczone|zweryfikuj|potwierdź|"
    "zaloguj|wstrzymana|geblokkeerd|opgeschort|beperkt|verifieer|bevestig|inloggen|spärrat|begränsat|"
    "verifiera|bekräfta|logga"
)
"""What has happened to the account, or is to be done at once."""

MINE: Final = (
    "mein|meine|meinem|meinen|unser|unserem|my|our|mon|mes|mio|mia|mi|mój|moje|moim|mojego|mijn|ons|min|mitt"
)
"""The writer speaks of his own account."""
