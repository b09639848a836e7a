"""The marketplace pack: everything we know about one marketplace, as data.

One TOML file in `marketplaces/` is one pack; adding a marketplace needs no code.
Pure: reading the files is `config.load`.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from gateway.config.base import Model, Re2, compiled
from gateway.words import Severity

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


def _domain(value: str) -> str:
    if value != value.lower() or "@" in value or "." not in value:
        raise ValueError(f"{value!r} is not a domain in lower case; write it like example.com")
    return value


Domain = Annotated[str, AfterValidator(_domain)]


class OrderPattern(Model):
    """How an order number looks, and what must stand near it before it counts.

    `context`: `none` (the shape is enough), `either` (the marketplace's name or a word like "order number"
    within `within` characters), `name` (the marketplace's name there), `label` (name, and such a word right
    before it). The marketplace's own mail and links to it need no context. A group in `pattern` is the id,
    several groups are joined by `-`, without a group the whole match is. `form` makes the normal form.
    `label_within` is how far before the number a label may stand, `digits` how many digits it must have at
    least. `weight` is what it adds with its context; without it, `none` and `either` patterns add one less.
    """

    pattern: Re2
    context: Literal["none", "either", "name", "label"] = "name"
    within: int = Field(80, ge=1, le=2000)
    label_within: int = Field(60, ge=1, le=2000)
    digits: int = Field(1, ge=0, le=64)
    form: Literal["keep", "upper", "lower"] = "keep"
    weight: float = 3.0


class Phrases(Model):
    """What people say in one language of a purchase on this marketplace, and only of this one.

    Templates: `a|b` either word, `word*` a beginning, `word?` may be missing, `...` up to 8 words, `{name}`
    the marketplace's name. What is said of any marketplace ("bought on ...") is known already. The weights
    are 3, 2 and 1.
    """

    strong: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class Pack(Model):
    """One marketplace. Domains match on a label boundary; patterns are RE2.

    `names` are what people call it, misspellings that differ by more than one letter included. `not_names`
    are templates of the same name meaning another business (`{name} pay`), `not_slips` words that look like a
    slip of a name and are none. `common_names` are names that are also words of a language or names of people
    (bol, Otto): they count only where the words around them speak of a purchase place, in one of the
    `common_languages` (none named: in all). `relay` finds the whole address of
    a buyer's alias; an address at `relay_domains` that is none, or that `no_reply` finds, is the
    marketplace's own. `other_senders` finds addresses under `sender_domains` that are another business
    (cloud, video), `other_domains` are foreign domains with the name in them that are no fraud.
    """

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: str
    checked: date
    private_mail: Literal["forbidden", "discouraged", "allowed"]
    contact: Literal["seller", "support", "none"]
    contact_path: dict[Language, str] = Field(default_factory=dict)
    response_hours: int | None = Field(None, ge=1)
    order_url: str | None = None
    rule_sentence: bool = False
    names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    not_slips: tuple[str, ...] = ()
    common_names: tuple[str, ...] = ()
    common_languages: tuple[Language, ...] = ()
    relay: tuple[Re2, ...] = ()
    relay_domains: tuple[Domain, ...] = ()
    sender_domains: tuple[Domain, ...] = ()
    dkim_domains: tuple[Domain, ...] = ()
    other_senders: tuple[Re2, ...] = ()
    other_domains: tuple[Domain, ...] = ()
    no_reply: Re2 = r"(?:do-?not-?reply|no-?reply)"
    order: tuple[OrderPattern, ...] = ()
    never_order: tuple[Re2, ...] = ()
    phrases: dict[Language, Phrases] = Field(default_factory=dict)
    languages: dict[str, Language] = Field(default_factory=dict)
    quote_required: bool = False
    lints: dict[str, Severity | Literal["off"]] = Field(default_factory=dict)
    allowed_links: tuple[Domain, ...] = ()

    def relays(self, address: str) -> bool:
        """Whether the address (without brackets) is a buyer's alias on this marketplace; case is ignored."""
        local = address.rpartition("@")[0]
        if not local or compiled(self.no_reply, True).search(local):
            return False
        return any(compiled(pattern, True).fullmatch(address) for pattern in self.relay)
