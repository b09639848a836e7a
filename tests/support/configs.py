"""Configuration values for tests, made in code: company example.com, packs amazon and ebay, footers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gateway.config.models import Config, Gateway, Lints
from gateway.config.packs import Pack
from gateway.config.rules import Policy

GATEWAY: dict[str, Any] = {
    "company": {"domains": ["example.com"], "languages": ["de", "en"], "name": "Beispiel GmbH"},
    "inbound": {"listen": ["127.0.0.1:2525"], "next_hop": "smtp://127.0.0.1:2526"},
    "outbound": {"listen": ["127.0.0.1:2587"], "next_hop": "smtp://127.0.0.1:2588"},
}
AMAZON: dict[str, Any] = {
    "name": "amazon",
    "title": "Amazon",
    "checked": "2026-01-01",
    "private_mail": "forbidden",
    "contact": "seller",
    "names": ["amazon"],
    "relay": [r"[a-z0-9]+(?:\+[A-Za-z0-9-]+)?@marketplace\.amazon\.(?:de|com)"],
    "relay_domains": ["marketplace.amazon.de", "marketplace.amazon.com"],
    "sender_domains": ["amazon.de", "amazon.com"],
    "dkim_domains": ["amazon.de", "amazon.com"],
    "order": [{"pattern": r"\b[0-9]{3}-[0-9]{7}-[0-9]{7}\b", "context": "none"}],
}
EBAY: dict[str, Any] = {
    "name": "ebay",
    "title": "eBay",
    "checked": "2026-01-01",
    "private_mail": "discouraged",
    "contact": "seller",
    "names": ["ebay"],
    "relay": [r"[^@]+@members\.ebay\.(?:de|com)"],
    "relay_domains": ["members.ebay.de", "members.ebay.com"],
    "sender_domains": ["ebay.de", "ebay.com"],
    "dkim_domains": ["ebay.de", "ebay.com"],
    "order": [{"pattern": r"\b[0-9]{2}-[0-9]{5}-[0-9]{5}\b", "context": "name"}],
}
FOOTERS: dict[str, str] = {
    "amazon.de.normal.txt": """
        Hinweis zu Ihrer Amazon-Bestellung {{ order }}: Bitte schreiben Sie uns zu dieser Bestellung
        künftig über Ihr Amazon-Konto. Wählen Sie dort unter "Meine Bestellungen" die Bestellung aus und
        kontaktieren Sie den Verkäufer. Ihre gesetzlichen Rechte (zum Beispiel Widerruf, Gewährleistung,
        Auskunft über Ihre Daten) bleiben davon unberührt; Erklärungen dazu erreichen uns weiterhin auf
        jedem Weg.
""",
    "amazon.de.short.txt": """
        Zu Ihrer Amazon-Bestellung {{ order }} schreiben Sie uns bitte künftig über Ihr Amazon-Konto
        ("Meine Bestellungen", Bestellung auswählen, Verkäufer kontaktieren). Ihre gesetzlichen Rechte
        bleiben unberührt, gleich auf welchem Weg Sie uns schreiben.
""",
    "amazon.de.conditional.txt": """
        Falls es um eine Bestellung bei Amazon geht: Bitte schreiben Sie uns dazu künftig über Ihr
        Amazon-Konto. Geht es um etwas anderes, ist dieser Hinweis für Sie ohne Bedeutung. Ihre
        gesetzlichen Rechte bleiben in jedem Fall unberührt, gleich auf welchem Weg Sie uns schreiben.
""",
    "amazon.en.normal.txt": """
        About your Amazon order {{ order }}: please send further messages about this order through your
        Amazon account. Open "Your Orders", choose the order and contact the seller. Your statutory rights
        (for example withdrawal, faulty goods, access to your data) are not affected; statements about
        them reach us by any channel, as before.
""",
    "amazon.en.short.txt": """
        For further messages about your Amazon order {{ order }}, please use your Amazon account ("Your
        Orders", choose the order, contact the seller). Your statutory rights are not affected, whichever
        way you write to us.
""",
    "amazon.en.conditional.txt": """
        If this is about an order placed on Amazon: please send further messages about it through your
        Amazon account. If it is about something else, please disregard this note. Your statutory rights
        are not affected in any case, whichever way you write to us.
""",
}
FOOTERS |= {
    "amazon.fr.normal.txt": """
        Concernant votre commande Amazon {{ order }}, merci de nous écrire désormais depuis votre compte
        Amazon. Ouvrez « Vos commandes », choisissez la commande et contactez le vendeur. Vos droits
        légaux (rétractation, garantie, accès à vos données) ne sont pas affectés, et vos déclarations à
        ce sujet nous parviennent par tout moyen, comme auparavant.
""",
    "amazon.it.normal.txt": """
        Per il suo ordine Amazon {{ order }} la preghiamo di scriverci d'ora in poi dal suo account
        Amazon. Apra "I miei ordini", scelga l'ordine e contatti il venditore. I suoi diritti di legge
        (per esempio recesso, garanzia, accesso ai dati) restano invariati; le relative dichiarazioni ci
        raggiungono con qualsiasi mezzo, come prima.
""",
    "amazon.es.normal.txt": """
        Sobre su pedido de Amazon {{ order }}: le rogamos que nos escriba en adelante desde su cuenta de
        Amazon. Abra "Mis pedidos", elija el pedido y contacte con el vendedor. Sus derechos legales (por
        ejemplo desistimiento, garantía, acceso a sus datos) no se ven afectados; las declaraciones al
        respecto nos llegan por cualquier vía, como hasta ahora.
""",
    "amazon.pl.normal.txt": """
        W sprawie zamówienia Amazon {{ order }} prosimy pisać do nas odtąd przez konto Amazon. Proszę
        otworzyć „Twoje zamówienia”, wybrać zamówienie i skontaktować się ze sprzedawcą. Prawa ustawowe
        (na przykład odstąpienie, rękojmia, dostęp do danych) pozostają bez zmian; oświadczenia w tych
        sprawach docierają do nas każdą drogą, jak dotąd.
""",
    "amazon.nl.normal.txt": """
        Over uw Amazon-bestelling {{ order }}: schrijf ons voortaan over deze bestelling via uw
        Amazon-account. Open "Mijn bestellingen", kies de bestelling en neem contact op met de verkoper.
        Uw wettelijke rechten (bijvoorbeeld herroeping, garantie, inzage in uw gegevens) blijven onverlet;
        verklaringen daarover bereiken ons langs elke weg, zoals voorheen.
""",
    "amazon.sv.normal.txt": """
        Om din Amazon-beställning {{ order }}: skriv i fortsättningen till oss om den via ditt
        Amazon-konto. Öppna "Mina beställningar", välj beställningen och kontakta säljaren. Dina
        lagstadgade rättigheter (till exempel ångerrätt, reklamation, tillgång till dina uppgifter)
        påverkas inte; meddelanden om dem når oss på vilket sätt som helst, som tidigare.
""",
}
FOOTERS |= {
    name.replace("amazon", "ebay"): text.replace("Amazon", "eBay") for name, text in tuple(FOOTERS.items())
}


def make_pack(base: Mapping[str, Any] = AMAZON, **changes: Any) -> Pack:
    """A pack made of `base` with some keys changed."""
    return Pack.model_validate({**base, **changes})


def make_config(
    *,
    gateway: Mapping[str, Any] | None = None,
    policy: Mapping[str, Any] | None = None,
    lints: Mapping[str, Any] | None = None,
    packs: tuple[Pack, ...] | None = None,
    footers: Mapping[str, str] | None = None,
) -> Config:
    """A small valid configuration; each table given replaces that of the same name in `GATEWAY`."""
    return Config(
        directory=Path("/nonexistent"),
        gateway=Gateway.model_validate({**GATEWAY, **(gateway or {})}),
        policy=Policy.model_validate(policy or {}),
        lints=Lints.model_validate(lints or {}),
        packs=packs if packs is not None else (make_pack(AMAZON), make_pack(EBAY)),
        footers=dict(FOOTERS if footers is None else footers),
        store_url="sqlite:////nonexistent/marketgate.db",
        hash="0123456789abcdef",
    )
