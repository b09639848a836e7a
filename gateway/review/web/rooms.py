"""The other pages of the desk: overview, history, try a mail, configuration, activity. All only look."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Form, Query, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from gateway.config.models import Config
from gateway.evidence.transactions import Options, Unreadable
from gateway.mail.address import BadPath, path_of
from gateway.review import overview as figures
from gateway.review.desk import Desk
from gateway.review.overview import Counts
from gateway.review.trial import tried
from gateway.review.web import charts
from gateway.review.web.drawing import draw, title_of, wording
from gateway.review.web.marks import compared
from gateway.review.web.security import Visitor, desk_of, needs
from gateway.review.web.wording import Wording
from gateway.store import audit
from gateway.store.activity import Activity
from gateway.store.statistics import Day, Decisions, Statistics
from gateway.words import Direction, HeldState

router = APIRouter(include_in_schema=False)

Watcher = Annotated[Visitor, Depends(needs("statistics"))]
Searcher = Annotated[Visitor, Depends(needs("history"))]
Trier = Annotated[Visitor, Depends(needs("try"))]
ConfigReader = Annotated[Visitor, Depends(needs("config"))]
Auditor = Annotated[Visitor, Depends(needs("audit"))]

DAYS: Final = 30
KINDS: Final = ("inbound", "outbound", "held")
REASONS: Final = 8
HOURS: Final = (1, 2, 8, 24)
"""For how long the mode can be changed on the page, besides for good."""
PAGE: Final = 100
SECRET: Final = ("password", "key", "keys", "client_key", "client_secret")


@dataclass(frozen=True, slots=True)
class Figures:
    """What the overview shows."""

    counts: Counts
    days: tuple[Day, ...]
    decisions: Decisions
    reasons: tuple[tuple[str, int], ...]


@router.get("/overview")
async def overview(request: Request, who: Watcher) -> Response:
    """How much came, what became of it, how long it took."""
    desk, t = desk_of(request), wording(request, who.user)
    zone = desk.config().time_zone
    today = desk.now().astimezone(zone)
    found = await desk.store.call(_figures, desk, today.utcoffset() or timedelta(0))
    waiting = sum(found.counts.states.get(state, 0) for state in (HeldState.PROVISIONAL, HeldState.PENDING))
    oldest = found.counts.oldest
    by_kind, by_market = _charts(found.days, today.date())
    return await draw(
        request,
        who,
        "overview.html",
        room="overview",
        days=DAYS,
        waiting=waiting,
        oldest=None if oldest is None else desk.now() - oldest,
        decisions=found.decisions,
        by_kind=by_kind,
        by_market=by_market,
        markets=[title_of(desk.config(), name) or t("overview.unknown") for name in by_market.series]
        if by_market
        else [],
        reasons=charts.lying((t.reason(word), number) for word, number in found.reasons),
        size=(charts.WIDTH, charts.HEIGHT, charts.LEFT),
    )


def _figures(desk: Desk, offset: timedelta) -> Figures:
    since = desk.now() - timedelta(days=DAYS)
    store = Statistics(desk.store)
    return Figures(
        figures.counts(desk),
        store.days(since, offset),
        store.decisions(since, desk.now()),
        store.reasons(since, REASONS),
    )


def _charts(days: tuple[Day, ...], last: date) -> tuple[charts.Chart | None, charts.Chart | None]:
    kinds: defaultdict[tuple[date, str], int] = defaultdict(int)
    markets: defaultdict[tuple[date, str], int] = defaultdict(int)
    totals: defaultdict[str, int] = defaultdict(int)
    for one in days:
        kinds[one.day, one.kind] += one.mails
        markets[one.day, one.marketplace] += one.mails
        totals[one.marketplace] += one.mails
    names = sorted(totals, key=lambda name: (-totals[name], name))[:6]
    return charts.stacked(kinds, KINDS, last, DAYS), charts.stacked(markets, names, last, DAYS)


@router.get("/history")
async def history(request: Request, who: Searcher, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Held and concerned mail by order, buyer, author or Message-ID."""
    desk = desk_of(request)
    found = await desk.store.call(figures.history, desk, q, PAGE)
    return await draw(request, who, "history.html", room="history", q=q.strip(), found=found)


def largest(desk: Desk) -> int:
    """Bytes of a request that tries a mail: the largest mail we take, pasted and as a form."""
    return 2 * desk.config().gateway.limits.message_size


@router.get("/try")
async def try_form(request: Request, who: Trier) -> Response:
    """The form for a mail to be decided on."""
    return await _try(request, who)


@router.post("/try")
async def try_mail(
    request: Request,
    who: Trier,
    file: UploadFile | None = None,
    text: Annotated[str, Form()] = "",
    rcpt: Annotated[str, Form(max_length=2000)] = "",
    direction: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """The daemon's own decision on a pasted mail."""
    desk, t = desk_of(request), wording(request, who.user)
    raw = await file.read() if file is not None else b""
    raw = raw or text.encode("utf-8", "replace")
    asked: dict[str, Any] = {
        "text": text if len(text) < 200_000 else "",
        "rcpt": rcpt,
        "direction": direction,
    }
    if not raw.strip():
        return await _try(request, who, t("try.empty"), 422, **asked)
    addresses = rcpt.replace(",", " ").replace(";", " ").split()
    for address in addresses:
        try:
            path_of(address)
        except BadPath:
            return await _try(request, who, t("try.bad_recipient", address=address), 422, **asked)
    known = {each.value: each for each in Direction}
    options = Options(known.get(direction), tuple(addresses))
    try:
        trial = await desk.store.call(tried, desk, raw, options)
    except Unreadable:
        return await _try(request, who, t("try.empty"), 422, **asked)
    edits = {}
    for number, copy in enumerate(trial.decision.recipients):
        if copy.splices:
            edits[number] = compared(*trial.texts(copy))
    return await _try(request, who, trial=trial, edits=edits, **asked)


async def _try(
    request: Request, who: Visitor, refused: str = "", status: int = 200, **values: Any
) -> Response:
    context = {"trial": None, "edits": {}, "text": "", "rcpt": "", "direction": "", **values}
    return await draw(request, who, "try.html", room="try", status=status, refused=refused, **context)


@router.get("/configuration")
async def configuration(request: Request, who: ConfigReader) -> Response:
    """The configuration in force, with its warnings."""
    config = desk_of(request).config()
    t = wording(request, who.user)
    rules = [(rule, rule.when.model_dump(mode="json", exclude_none=True)) for rule in config.policy.rule]
    keys = list(_keys(config, t))
    return await draw(
        request, who, "config.html", room="config", config=config, rules=rules, keys=keys, hours=HOURS
    )


def _tables(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables of gateway.toml by name; `review.oidc` is one of its own, because it names a secret."""
    for section, values in data.items():
        inner = (values or {}).pop("oidc", None)
        yield section, values or {}
        if inner:
            yield f"{section}.oidc", inner


def _keys(config: Config, t: Wording) -> Iterator[tuple[str, str]]:
    """Every key of gateway.toml with its value; paths of secrets are not shown."""
    for section, values in _tables(config.gateway.model_dump(mode="json")):
        for name, value in values.items():
            if value in (None, "", [], {}):
                shown = t("config.unset")
            elif name in SECRET:
                shown = t("config.secret")
            else:
                shown = ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)
            yield f"{section}.{name}", shown


@router.get("/activity")
async def activity(
    request: Request,
    who: Auditor,
    before: Annotated[int | None, Query(ge=1)] = None,
    subject: Annotated[str, Query(max_length=64)] = "",
    check: bool = False,
) -> Response:
    """Who did what, from the audit chain."""
    desk = desk_of(request)

    def entries() -> tuple[Any, ...]:
        names = [user.name for user in desk.people.users.all()]
        return Activity(desk.store).entries(names, subject=subject or None, before=before, limit=PAGE)

    found = await desk.store.call(entries)
    broken = await desk.store.call(audit.verify, desk.store) if check else None
    older = found[-1].seq if len(found) == PAGE else None
    return await draw(
        request,
        who,
        "activity.html",
        room="activity",
        entries=found,
        broken=broken,
        older=older,
        subject=subject,
    )
