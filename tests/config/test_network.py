"""Listen addresses, next hops, networks and URLs: what is taken and what the refusal says."""

import pytest
from pydantic import TypeAdapter, ValidationError

from gateway.config.network import Hops, ListenAt, NameServer, Network, NextHop, WebUrl, host_port


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("smtp://mail.example", NextHop("smtp", "mail.example", 25)),
        ("smtp://127.0.0.1:2526", NextHop("smtp", "127.0.0.1", 2526)),
        ("smtps://mail.example", NextHop("smtps", "mail.example", 465)),
        ("smtp://[::1]:25?starttls=require", NextHop("smtp", "::1", 25, "require")),
        ("smtp://mail.example:587/?starttls=never", NextHop("smtp", "mail.example", 587, "never")),
        ("smtp+unix:///run/mail/smtp.sock", NextHop("smtp+unix", "/run/mail/smtp.sock", 0, "never")),
    ],
)
def test_next_hops(written: str, meant: NextHop) -> None:
    """A single one is a list of one."""
    assert TypeAdapter(Hops).validate_python(written) == (meant,)
    assert TypeAdapter(Hops).validate_python([written, written]) == (meant, meant)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("smpt://x:1", "'smpt://x:1' is not a next hop; write \"smtp://host:port\""),
        ("mail.example:25", "'mail.example:25' is not a next hop"),
        ("smtp://", "is not a next hop"),
        ("smtp://x:0", "is not a next hop"),
        ("smtp://x:99999", "is not a next hop"),
        ("smtp://a b:25", "is not a next hop"),
        ("smtp://x:25/path", "is not a next hop"),
        ("smtp://x:25?starttls=maybe", "unknown starttls=maybe; write one of may, require, never"),
        ("smtp://x:25?tls=1", "unknown option 'tls'; the only one is"),
        ("lmtp://x:24", "LMTP next hops are not supported in this version"),
        ("smtp://user:secret@x:25", "user and password do not belong into a next hop"),
    ],
)
def test_what_is_no_next_hop(written: str, said: str) -> None:
    """Every refusal has a cure; a password is never repeated by it."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Hops).validate_python(written)
    message = str(caught.value.errors()[0]["ctx"]["error"])
    assert said in message
    assert "; " in message
    assert "secret" not in message


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("127.0.0.1:2525", ("127.0.0.1", 2525)),
        ("[::1]:25", ("::1", 25)),
        ("localhost:0", ("localhost", 0)),
        ("::1:25", None),
        (":25", None),
        ("*:25", None),
        ("host", None),
        ("host:65536", None),
        ("host:²", None),
        ("[host]:25", None),
    ],
)
def test_host_and_port(written: str, meant: tuple[str, int] | None) -> None:
    """IPv6 needs brackets, because nobody can tell its last group from a port."""
    assert host_port(written) == meant
    if meant:
        assert TypeAdapter(ListenAt).validate_python(written) == written
    else:
        with pytest.raises(ValidationError):
            TypeAdapter(ListenAt).validate_python(written)


def test_a_passed_socket_has_a_name() -> None:
    """`systemd:NAME`, as FileDescriptorName= gives it."""
    assert TypeAdapter(ListenAt).validate_python("systemd:inbound") == "systemd:inbound"
    with pytest.raises(ValidationError, match="names no socket"):
        TypeAdapter(ListenAt).validate_python("systemd:")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("10.0.0.1/8", "did you mean 10.0.0.0/8?"),
        ("office", "write it like 192.0.2.0/24"),
        ("10/8", "write it like"),
    ],
)
def test_what_is_no_network(written: str, said: str) -> None:
    """Host bits set is the common slip, and the network meant is named."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Network).validate_python(written)
    assert said in str(caught.value)


def test_name_servers_and_web_addresses() -> None:
    """Name servers are addresses, never names; a URL has no query."""
    assert TypeAdapter(NameServer).validate_python("[2001:db8::1]:53") == "[2001:db8::1]:53"
    assert TypeAdapter(WebUrl).validate_python("https://desk.example/mail/") == "https://desk.example/mail"
    for adapter, wrong in (
        (NameServer, "dns.example:53"),
        (WebUrl, "desk.example"),
        (WebUrl, "https://x/?a=b"),
    ):
        with pytest.raises(ValidationError):
            TypeAdapter(adapter).validate_python(wrong)


@pytest.mark.parametrize(
    ("written", "local", "verified"),
    [
        ("smtp://127.0.0.1:25", True, False),
        ("smtp://localhost:25", True, False),
        ("smtp://[::1]:25", True, False),
        ("smtp+unix:///run/smtp.sock", True, False),
        ("smtp://192.0.2.1:25", False, False),
        ("smtp://127.example:25?starttls=may", False, False),
        ("smtp://mail.example:25?starttls=require", False, True),
        ("smtps://mail.example", False, True),
    ],
)
def test_where_a_password_may_go(written: str, local: bool, verified: bool) -> None:
    """To this machine, or to a server whose certificate bears its name."""
    (hop,) = TypeAdapter(Hops).validate_python(written)
    assert (hop.local, hop.verified) == (local, verified)
