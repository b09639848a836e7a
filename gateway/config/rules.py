"""The policy as data: rules of `when` and `do`, the first fitting one decides, per recipient.

Pure: reading `policy.toml` is `config.load`, applying it is `policy.rules`.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from gateway.config.base import Model
from gateway.words import ActionName, Auto, Confidence, Direction, Kind, Legal, VerdictName


def _many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


_one = BeforeValidator(_many)
Names = Annotated[tuple[str, ...], _one]
Kinds = Annotated[tuple[Kind, ...], _one]
Verdicts = Annotated[tuple[VerdictName, ...], _one]
Confidences = Annotated[tuple[Confidence, ...], _one]
Legals = Annotated[tuple[Legal, ...], _one]
Autos = Annotated[tuple[Auto, ...], _one]
Stances = Annotated[tuple[Literal["forbidden", "discouraged", "allowed"], ...], _one]
Deeds = Annotated[tuple[ActionName | Literal["pass"], ...], _one]


class When(Model):
    """Conditions of a rule: all that are given must hold; a list means any of them.

    `legal` and `auto` also take true (any kind) and false (none). `finding` takes severities and names of
    checks. `party` is whether the recipient belongs to the conversation, `private_mail` that of the pack.
    """

    recipient: Kinds | None = None
    verdict: Verdicts | None = None
    confidence: Confidences | None = None
    marketplace: Names | None = None
    legal: bool | Legals | None = None
    auto: bool | Autos | None = None
    finding: Names | None = None
    party: bool | None = None
    private_mail: Stances | None = None


class Rule(Model):
    """One sentence of the policy. `mode` overrides the file's for this rule."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    direction: Direction | None = None
    when: When = When()
    do: Deeds
    mode: Literal["enforce", "monitor"] | None = None


class Weights(Model):
    """When the evidence is enough, and how much each signal counts.

    `confirmed`: score from which an order id or the buyer's word makes `confirmed`; `likely`: score from
    which strong hints make `likely`. `signals` multiplies the weight of a signal, by its name as `explain`
    shows it (`phrase:weak`) or the part before the colon; 0 switches it off.
    """

    confirmed: Annotated[float, Field(gt=0)] = 2.0
    likely: Annotated[float, Field(gt=0)] = 3.0
    signals: dict[str, Annotated[float, Field(ge=0)]] = Field(default_factory=dict)


class Policy(Model):
    """`policy.toml`."""

    mode: Literal["enforce", "monitor"] = "enforce"
    repeat: Literal["short", "always", "once"] = "short"
    rule: tuple[Rule, ...] = ()
    verdict: Weights = Weights()
