"""What all configuration models share: strictness, RE2 patterns, mail domains and addresses.

Pure. A validator's message is one sentence of the form "problem; cure": the part
behind the last semicolon tells what to write instead, and `config.load` prints both.
"""

from functools import lru_cache
from typing import Annotated, Any

import re2
from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen model that refuses keys it does not know, and numbers that are none."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, allow_inf_nan=False, validate_default=False
    )


@lru_cache(maxsize=4096)
def compiled(pattern: str, ignore_case: bool = False) -> Any:
    """The RE2 pattern, compiled once. Raises re2.error for what RE2 cannot do."""
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    return re2.compile(pattern, options=options)


def _re2(value: str) -> str:
    try:
        compiled(value)
    except re2.error as error:
        reason = error.args[0]
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        perl = "perl" in text or "escape" in text
        cure = "RE2 has no look-around and no back-references" if perl else "correct the pattern"
        raise ValueError(f"'{value}' is not an RE2 pattern ({text}); {cure}") from None
    return value


Re2 = Annotated[str, AfterValidator(_re2)]
"""A pattern an administrator writes: RE2 syntax, linear in the text whatever it says."""


_BELOW = ".com"


def _validated(address: str) -> tuple[str, str]:
    """The normalised form of an address, and its domain as A-labels. Raises EmailNotValidError.

    email-validator refuses names that RFC 6761 keeps from the public Internet (firma.local), and has no
    switch for it. A company's own server often has such a name. So what it refuses is shown to it again as
    if it stood below .com: all rules of syntax apply, those about top-level names do not.
    """
    try:
        valid = validate_email(address, check_deliverability=False)
    except EmailNotValidError as refused:
        try:
            valid = validate_email(address + _BELOW, check_deliverability=False)
        except EmailNotValidError:
            raise refused from None
        return valid.normalized.removesuffix(_BELOW), valid.ascii_domain.lower().removesuffix(_BELOW)
    return valid.normalized, valid.ascii_domain.lower()


def mail_domain(value: str) -> str:
    """A mail domain as A-labels in lower case, without a dot at the end; firma.local and corp.lan are fine.

    A name without a dot is refused, `localhost` excepted: it is a slip more often than a domain. So is a
    bare IP address. Raises ValueError.
    """
    try:
        _, domain = _validated(f"a@{value}")
    except EmailNotValidError:
        domain = ""
    if ("." not in domain and domain != "localhost") or domain.rpartition(".")[2].isdigit():
        raise ValueError(f"{value!r} is not a domain; write it like example.com")
    return domain


def mail_address(value: str) -> str:
    """An e-mail address in its normalised form, at a domain `mail_domain` takes. Raises ValueError."""
    try:
        normalised, domain = _validated(value)
    except EmailNotValidError as error:
        problem = f"{value!r} is not an e-mail address ({str(error).rstrip('.')})"
        raise ValueError(f"{problem}; write it like name@example.com") from None
    mail_domain(domain)
    return normalised


def _domain_pattern(value: str) -> str:
    star, bare = ("*.", value[2:]) if value.startswith("*.") else ("", value)
    try:
        return star + mail_domain(bare)
    except ValueError:
        raise ValueError(f"{value!r} is not a domain; write it like example.com or *.example.com") from None


def _partner(value: str) -> str:
    return mail_address(value) if "@" in value else _domain_pattern(value)


Hostname = Annotated[str, AfterValidator(mail_domain)]
Domain = Annotated[str, AfterValidator(_domain_pattern)]
"""A domain, or `*.` and a domain for its subdomains."""
Address = Annotated[str, AfterValidator(mail_address)]
Partner = Annotated[str, AfterValidator(_partner)]
"""An address, or a domain as in `Domain`."""
