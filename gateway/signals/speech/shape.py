"""What it takes to understand one language, and the sayings all languages share.

A language names its words by class (`via`, `bought`, `deed` ...); the shared sayings are
put together from those classes, so a new language is one file of word lists. What only
one language says stands in its own templates (`gateway/signals/templates.py`), where
`{at}` is "on the site of {name}" in that language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

CLASSES: Final = (
    "via", "inside", "det", "of", "site", "mine", "your", "you", "bought", "made", "deed", "number", "dated", "iam",
    "customer", "neg", "never", "fromyou", "cond", "people", "other", "second", "seller", "seen", "sees", "available", "only", "thought", "thistime", "shop", "direct", "told", "service",
    "contact", "unable", "after", "got", "rated", "gaverating", "rating", "window", "helps", "courier", "listing", "claimed",
    "per", "work", "another", "voucher", "parcel", "instead", "there", "friend", "me",
    "sold", "message", "paid",
    "with", "have", "buy", "want", "irreal", "because", "soldout",
)  # fmt: skip
"""The classes of words every language has.

`via` prepositions before a marketplace ("bei"), `inside` those before a shop, `det` what may follow them ("dem"), `of` joins a kind of site
and its name ("page of"), `site` kinds of site; `mine`, `your`, `you` pronouns; `bought` past forms of buying
by the writer, `made` placing an order, `deed` a purchase as a noun, `number` its number, `dated` what
introduces its date; `iam` and `customer` "I am a customer"; `neg` a negation right before (no comma
between), `never` never and nothing, `fromyou` from the reader; `cond` if; `people` buyers in general; `other` and `seller` somebody else's shop, `second` one more thing; `seen` found, but not
bought, `sees` sees now, `available` to be had; `only`, `thought`; `thistime` this time, otherwise than usual;
`shop` the own shop, `direct` without a marketplace; `told` said or sent, `service` who said it;
`contact` reaching the seller, `unable` and that it failed; `after` what happens after a purchase; `got`
received; `rated` a review given, `gaverating` and `rating` the same in two words; `window` the time to return, `helps` what a
marketplace does after a sale, `courier` who drives or packs for it; `listing` an offer and `claimed` what it said; `per` according to; `work` being
employed; `another` one more; `voucher`, `parcel`; `instead` a change of mind; `there` at that place; `friend`
somebody who is not family; `me`, `sold` what the seller did to the writer; `message` mail; `paid` and `with` a means of payment; `have` an auxiliary;
`buy` infinitives of buying, `want` wishes, `irreal` would.
"""

AT: Final = "<via> <det>|<mine>|<your>? <site>!? <of>? {name}"

BOUGHT: Final = (
    "{at} ...12 <bought>",
    "<bought> ...10 {at}",
    "<bought> ...6 <via> <det>? ...1 <site> ...1 {at}",
    "<mine> ...2 {name} ...1 <deed>",
    "<mine> ...2 <deed> ...6 {at}",
    "<mine> ...2 <deed> {name}",
    "<made> ...3 <deed> ...8 {at}",
    "<deed> ...3 <made> ...4 {at}",
    "{at} ...5 <deed> ...1 <made>",
    "{at} ...4 <made> ...3 <deed>",
    "{name} <deed> ...1 <dated> #",
    "<deed> <dated> ...5 {at}",
    "<deed> ...1 {at} ...1 <dated> #",
    "<deed> {name} <dated> #",
    "{name} <deed> ...3 <neg>|<unable>? ...2 <got>",
    "<deed> {name} ...4 <got>",
    "<iam> ...3 <customer> ...3 {at}",
    "<iam> ...2 {name} <customer>",
    "<bought> ...3 . <via> <det>? {name} .",
    "<me> ...4 {at} ...5 <sold>",
    "<me> ...1 <sold> ...6 {at}",
    "<sold> ...1 <me> ...6 {at}",
    "<thistime> ...5 {at}",
    "<your> {name} <shop> ...3 <paid>|<bought>",
)
"""The writer says that he bought there."""

NOT_BOUGHT: Final = (
    "<because> ...6 {at} ...2 <soldout>",
    "<bought> ...8 <soldout>! {at}",
    "<neg>! ...1 {at} ...1 <bought>",
    "<neg>! ...1 {at}",
    "<neg>! <bought> ...4 {at}",
    "{at} ...4 <neg>! <bought>",
    "<never>! <never>? {at} ...2 <bought>",
    "<never>! <never>? <bought> ...4 {at}",
    "{at} ...3 <never>! <never>? ...1 <bought>",
    "<cond> ...4 {at} ... <irreal>",
    "<cond> ...3 <irreal> ...8 {at}",
    "<people> ...4 {at}",
    "{at} ...3 <people> ...6 <gaverating>",
    "{at} ...6 <rating> ...2 <people>",
    "<friend> ...3 <bought> ...6 {at}",
    "<friend> ...3 {at} ...6 <bought>",
    "<want> ...3 <rated> ...5 {at}",
    "<want> ...6 {at} ...4 <buy>",
    "<want> ...6 <buy> ...6 {at}",
    "<bought>|<deed> ...10 <sees>|<seen> ...4 {at}",
    "<bought>|<deed> ...10 {at} <seen>",
    "<only>! {at}",
    "<thought> ...4 {at}",
    "{at} ...5 <available>",
    "<mine> ...1 {name} <shop>",
    "{at} ...2 <seen> ...10 <via> <your>|<det>? ...1 <shop>",
    "{at} ...2 <seen> ...8 <direct> <via>",
    "{at} ...2 <seen> ...8 <via> <you> <direct>",
    "<seen> ...6 {at} ...10 <via> <your>|<det>? ...1 <shop>",
    "<seen> ...6 {at} ...8 <direct> <via>",
    "<seen> ...6 {at} ...8 <via> <you> <direct>",
    "<paid> ...3 <with>! {name}",
    "<with>! {name} <paid>",
    "<message> ...2 {at}",
    "<courier> ...1 {at}",
    "<courier> {name}",
    "<work>! {at}",
    "<voucher> ...1 <of>|<via>? {name}",
    "{name} <voucher>",
    "<your> ...1 {name} <parcel>",
    "<your> <parcel> ...3 {name}",
    "<via> <det>|<mine>|<your>? <site>!? <of>? {name}! <instead>",
    "<instead> ...3 {at}",
    "<bought> ...6 <via> <det>? {name}! <instead>",
    "{name} <courier>",
)
"""What takes such a saying back where the two overlap."""

STRONG: Final = (
    "{name} <deed>",
    "{name} <number>",
    "<deed> ...4 {at}",
    "<deed> {name}",
    "<number> ...3 {at}",
    "<number> ...1 {name}",
    "<got> ...6 {at}",
    "{at} ...6 <got>",
    "<rated> ...4 {at}",
    "{at} ...6 <rated>",
    "{name} <rated>",
    "<gaverating> ...4 <rating> ...5 {at}",
    "{at} ...6 <gaverating> ...4 <rating>",
    "{at} ...6 <rating> ...4 <gaverating>",
    "<another> ...1 {at}",
)
"""Speaks of a purchase there."""

SENT: Final = (
    "{name} ...3 <told> ...8 <you>|<seller>",
    "{name} ...8 <told> ...12 <seller>",
    "{name} <service> ...2 <told>",
    "{name} <service> ...10 <told> ...12 <you>|<seller>",
    "<unable> ...3 <contact> ...5 {at}",
    "{at} ...5 <unable> ...3 <contact>",
    "<service> ...1 <of>|<via>? {name} ...3 <told>",
    "{name} ...2 <service> ...3 <told>",
    "<per> {name} ...8 <you>|<seller>",
    "<window> ...5 {at}",
    "{name} <window>",
    "{name} ...2 <unable> ...4 <helps>",
    "{name} ...2 <helps> ...3 <unable>",
)
"""The marketplace sent the writer to the seller."""

MEDIUM: Final = (
    "{name} <after>",
    "<after> {name}",
    "<after> ...4 {at}",
    "{at} ...5 <after>",
    "<contact> ...5 {at}",
    "{at} ...5 <contact>",
    "{name} ...3 <unable> ...5 <helps>|<contact>|<told>|<window>|<after>|<you>|<got>",
    "<your> ...1 {name} <shop>",
    "<your> ...1 {name} <listing>",
    "<listing> {at} ...3 <claimed>",
    "{name} <listing> ...3 <claimed>",
    "<your> ...1 <shop> ...2 {at}",
    "<bought>|<deed> ...2 {name}",
    "<message> ...2 {at}",
    "{at} <customer>",
    "{name} <customer>",
)
"""Hints at a purchase there."""

OTHER_SELLER: Final = (
    "<other> ...1 <seller> ...6 {at}",
    "{at} ...6 <other> ...1 <seller>",
    "{name} ...6 <other> ...1 <seller>",
    "<bought> ...5 <other> ...1 <seller>",
    "<other> ...1 <seller> ...3 <bought>",
    "<neg>! <via> <you> ...5 <bought>",
    "<bought> ...4 <neg>! <via> <you>",
)
"""Bought, but from somebody else."""

OURS: Final = (
    "<bought> ...6 <fromyou> ...3 {at}",
    "<bought> ...5 {at} ...2 <fromyou>",
    "<fromyou> ...3 {at} ...6 <bought>",
    "{at} ...6 <fromyou> ...5 <bought>",
)
"""Bought there from us: what is said of another seller besides is about something else."""

NOT_OURS: Final = ("<neg> ...1 <fromyou>",)
"""What takes that back where the two overlap."""

COMPARED: Final = (
    "{at} ...5 <seen>|<available>",
    "<seen>|<available> ...4 {at}",
    "<neg>|<never>! ...1 {at}",
    "<neg>! <bought> ...4 {at}",
    "{at} ...4 <neg>! <bought>",
    "{at} ...3 <never>! <never>? ...1 <bought>",
    "{at} ...5 <neg> <seen>",
)
"""What people say of a marketplace on which they looked, beside a purchase made elsewhere."""

OWN_SHOP: Final = (
    "<inside> <your> ...1 <shop> ... <bought>",
    "<bought> ...6 <inside> <your> ...1 <shop>",
    "<inside> <your> ...1 <shop> ...6 <made> ...3 <deed>",
    "<made> ...3 <deed> ...4 <inside> <your> ...1 <shop>",
    "<mine> ...1 <deed> ...5 <inside> <your> ...1 <shop>",
    "<bought> ...8 {at} ...3 <second> ...3 <inside> <your> ...1 <shop>",
    "{at} ...8 <bought> ...3 <second> ...3 <inside> <your> ...1 <shop>",
    "<direct> ...1 <via> <you> ...6 <bought>",
    "<bought> ...3 <direct> ...1 <via> <you>",
    "<bought> ...3 <via> <you> <direct>",
)
"""Bought in the company's own shop."""

OWN_NUMBER: Final = (
    "# <inside>|<via>|<of> <your> ...1 <shop>",
    "# <inside>|<via>|<of> <det> <your>? <shop> <your>?",
)
"""Said right behind a number: that the order was given in the company's own shop."""

THERE: Final = ("<there>! ...3 <bought>", "<bought> ...5 <there>")
"""Bought at the place just named."""

TRADE: Final = (
    "<your> ...1 <deed> #",
    "<your> ...1 <number> #",
    "<mine> {name} <shop>",
    "<mine> {name} <listing>",
)
"""Who calls it the reader's order, or the marketplace's shop his own, sells himself."""

PRESALE: Final = (
    "<want> ...8 <buy>",
    "{at} ...1 <you> ...1 <neg> <sees>",
    "{at} <sees> ...2 <you> ...1 <neg>",
)
"""Asks before buying."""


LEVELS: Final = ("bought", "not_bought", "strong", "sent", "medium", "weak", "shop")
"""What a language says of itself."""

SHARED: Final = ("there", "ours", "not_ours", "compared", "own_number")
"""What is put together from the words of a language alone."""

KINDS: Final = (
    "agency", "supplier", "job", "presale", "other_seller", "staff", "trade", "books", "robot",
)  # fmt: skip
"""Why people speak of marketplaces or orders who have no order with us there."""

UNLESS: Final = {"staff": "not_staff"}
"""By kind, the talk that takes it back where the two overlap."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One language: its words by class, and what only it says.

    `weak` are words of any purchase, which count only beside a name. `talk` is what people say of marketplaces
    who have no order there, by kind (`KINDS`).
    """

    classes: Mapping[str, str]
    weak: tuple[str, ...]
    bought: tuple[str, ...] = ()
    not_bought: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    shop: tuple[str, ...] = ()
    talk: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def lines(self, level: str) -> tuple[str, ...]:
        """All templates of one level, shared and own, with `{at}` written out."""
        shared, own = {
            "bought": (BOUGHT, self.bought),
            "not_bought": (NOT_BOUGHT, self.not_bought),
            "strong": (STRONG, self.strong),
            "sent": (SENT, self.sent),
            "medium": (MEDIUM, self.medium),
            "weak": ((), self.weak),
            "there": (THERE, ()),
            "shop": (OWN_SHOP, self.shop),
            "ours": (OURS, ()),
            "not_ours": (NOT_OURS, ()),
            "compared": (COMPARED, ()),
            "own_number": (OWN_NUMBER, ()),
        }[level]
        return tuple(line.replace("{at}", AT) for line in (*shared, *own))

    def said(self, kind: str) -> tuple[str, ...]:
        """The templates of one kind of talk."""
        shared = {"presale": PRESALE, "trade": TRADE, "other_seller": OTHER_SELLER}.get(kind, ())
        return tuple(line.replace("{at}", AT) for line in (*shared, *self.talk.get(kind, ())))

    def every(self) -> Iterator[str]:
        """All templates of all levels and kinds."""
        for level in LEVELS:
            yield from self.lines(level)
        for kind in KINDS:
            yield from self.said(kind)
