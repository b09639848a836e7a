"""Domains, addresses and patterns in configuration files."""

import pytest

from gateway.config.base import Address, Domain, Model, Partner, Re2, mail_address, mail_domain


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("example.com", "example.com"),
        ("Example.COM", "example.com"),
        ("münchen.example", "xn--mnchen-3ya.example"),
        ("firma.local", "firma.local"),
        ("corp.lan", "corp.lan"),
        ("mail.internal", "mail.internal"),
        ("office.test", "office.test"),
        ("localhost", "localhost"),
        ("7-eleven.example", "7-eleven.example"),
    ],
)
def test_domains_of_the_internet_and_of_the_house_are_taken(written: str, meant: str) -> None:
    """Special-use names are what many a company server is called."""
    assert mail_domain(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "firma",
        "x y",
        "a@b.de",
        "a..de",
        ".de",
        "de.",
        "-a.de",
        "a_b.de",
        "192.0.2.1",
        "[192.0.2.1]",
        "*.de",
    ],
)
def test_what_is_no_domain_is_refused(written: str) -> None:
    """The message repeats the value and shows the form."""
    with pytest.raises(ValueError, match=r"is not a domain; write it like example\.com"):
        mail_domain(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Anna.B@Example.COM", "Anna.B@example.com"),
        ("erp@firma.local", "erp@firma.local"),
        ("root@localhost", "root@localhost"),
        ("büro@münchen.example", "büro@münchen.example"),
    ],
)
def test_addresses_are_normalised(written: str, meant: str) -> None:
    """The local part stays as written."""
    assert mail_address(written) == meant


@pytest.mark.parametrize(
    "written", ["", "a", "a@", "@b.de", "a@b@c.de", "Anna <a@b.de>", "a b@c.de", "a@host"]
)
def test_what_is_no_address_is_refused(written: str) -> None:
    """Neither display names nor bare hosts are addresses."""
    with pytest.raises(ValueError, match=r"is not (an e-mail address|a domain)"):
        mail_address(written)


class Sample(Model):
    """One key of each form."""

    domain: Domain = "example.com"
    address: Address = "a@example.com"
    partner: Partner = "example.com"
    pattern: Re2 = "x"


def test_patterns_with_a_star_and_partners_of_both_kinds() -> None:
    """A partner is an address if it has an @, else a domain or its subdomains."""
    assert Sample(domain="*.Firma.local").domain == "*.firma.local"
    assert Sample(partner="*.example.org").partner == "*.example.org"
    assert Sample(partner="a@firma.local").partner == "a@firma.local"
    with pytest.raises(ValueError, match="is not an e-mail address"):
        Sample(partner="a@b c")


@pytest.mark.parametrize("pattern", ["(?=x)", r"(a)\1", "(", "[z-a]"])
def test_what_re2_cannot_do_is_refused(pattern: str) -> None:
    """Look-around and back-references would not be linear."""
    with pytest.raises(ValueError, match="is not an RE2 pattern"):
        Sample(pattern=pattern)
