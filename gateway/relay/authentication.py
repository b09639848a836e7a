"""Authentication: whether mail that claims to be a marketplace's is (RFC 6376, 8601, 8617).

Keys are looked up here, the arithmetic is done by dkimpy in the DKIM process. Whatever cannot
be checked (no answer, odd form, too large, any exception) is `error`, which says nothing: not
to have been able to look is no evidence. So is a key that is not there: old keys are taken away,
and a resolver that answers NXDOMAIN to everything must not make true mail suspect; a forger who
leaves the signature out would be believed no less. Of the chain of ARC seals only what the
newest sealers on our list state counts. `verify` runs in the child.
"""

import base64
import re
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from gateway.mail import authres, dkim, headers
from gateway.mail.address import under
from gateway.mail.dkim import SignatureField
from gateway.mail.message import Message
from gateway.relay.dkim_process import DkimProcess, NoAnswer
from gateway.words import Authentication, Signature, Stated

if TYPE_CHECKING:  # the child needs neither the configuration nor DNS
    from gateway.config.models import Gateway
    from gateway.relay.txt import TxtLookup

MAX_SIZE: Final = 10 * 1024 * 1024
"""Bytes of a message that is checked; a marketplace's own mail is far smaller."""

MAX_SIGNATURES: Final = 8
MAX_CHAIN: Final = 50

_ARC: Final = ("arc-seal", "arc-message-signature", "arc-authentication-results")
_INSTANCE: Final = re.compile(r"\s*i\s*=\s*([0-9]{1,3})\s*;")
_PIECE: Final = 256 * 1024


class Authenticator:
    """Checks mails, one after the other in the DKIM process; look-ups run beside each other.

    `lookup` makes what asks the given name servers; it is asked again when they change.
    """

    def __init__(self, process: DkimProcess, lookup: "Callable[[Collection[str]], TxtLookup]") -> None:
        self._process = process
        self._lookup = lru_cache(maxsize=2)(lookup)

    async def authenticate(
        self, message: Message, domains: Collection[str], gateway: "Gateway"
    ) -> Authentication:
        """What is known of who sent a message that claims to be from `domains`.

        Never raises, takes 3 seconds at most for DNS and 3 for the rest. Signatures of `domains` go first
        where there are too many.
        """
        sealers = gateway.authentication.arc_sealers
        stated = authres.stated(message.raw, gateway.authentication.trusted)
        found = _chosen(dkim.signatures(message.raw, message.block.fields), domains)
        chain = _chain_keys(message, sealers) if sealers else ()
        refused = "the mail is too large" if len(message) > MAX_SIZE else _refusal(message)
        results = {each.number: _error(each, each.problem or refused) for each in found}
        usable = [each for each in found if each.problem is None and refused is None]
        keys: dict[str, bytes | None] = {}
        if usable or (chain and refused is None):
            names = (*(each.key_name for each in usable), *chain)
            for name, answer in (await self._lookup(gateway.dns.nameservers).all(names)).items():
                if isinstance(answer, tuple):
                    keys[name] = dkim.usable_key(answer)
                else:
                    results |= {
                        each.number: _error(each, answer.why) for each in usable if each.key_name == name
                    }
            known = [each for each in usable if each.key_name in keys]
            checked, sealed = await self._check(message, known, keys, bool(chain))
            results |= checked
            stated = (*stated, *_sealed(sealed, sealers))
        return Authentication(tuple(results[each.number] for each in found), stated)

    async def _check(
        self,
        message: Message,
        fields: list[SignatureField],
        keys: dict[str, bytes | None],
        chain: bool,
    ) -> tuple[dict[int, Signature], list[list[str]]]:
        """Results by number of the field; [domain, results] of each ARC set, newest first, if they hold."""
        if not fields and not chain:
            return {}, []
        request = {
            "work": "verify",
            "signatures": [[each.number, each.domain, each.selector, list(each.signed)] for each in fields],
            "keys": {name: key.decode("latin-1") if key else None for name, key in keys.items()},
            "chain": chain,
        }
        try:
            answer = await self._process.ask(request, _slices(message))
            told = {number: (result, why) for number, result, why in answer["results"]}
            checked = {each.number: _judged(each, message, *told[each.number]) for each in fields}
            return checked, answer["chain"]
        except NoAnswer as error:
            return {each.number: _error(each, error.why) for each in fields}, []
        except (LookupError, TypeError, ValueError):
            return {each.number: _error(each, "the check failed") for each in fields}, []


def _chosen(found: tuple[SignatureField, ...], domains: Collection[str]) -> list[SignatureField]:
    """At most MAX_SIGNATURES, well-formed ones and those of `domains` first; in order of appearance."""
    first = sorted(found, key=lambda each: (each.problem is not None, not under(each.domain, domains)))
    first = first[:MAX_SIGNATURES]
    return sorted(first, key=lambda each: each.number)


def _error(field: SignatureField, why: str | None) -> Signature:
    return Signature(field.domain, field.selector, "error", why=why or "")


def _refusal(message: Message) -> str | None:
    """Why no signature of this message is worth looking at, or None: others would read it differently."""
    block = message.block
    if block.fields and block.fields[0].start:
        return "the header begins with a line that is no field"
    if block.body == block.end < len(message):
        return "the header has a line that is no field"
    return None


def _judged(field: SignatureField, message: Message, result: str, why: str) -> Signature:
    if result == "pass":
        flaw = field.flaw(message)
        return Signature(field.domain, field.selector, "pass", flaw is None, flaw or "")
    return Signature(field.domain, field.selector, "fail" if result == "fail" else "error", why=why)


def _slices(message: Message) -> Iterable[bytes]:
    return (message.raw[at : at + _PIECE] for at in range(0, len(message), _PIECE))


def _chain_keys(message: Message, sealers: Collection[str]) -> tuple[str, ...]:
    """The key names of a chain of ARC sets whose newest seal is of a sealer on our list, else ()."""
    fields = [each for each in message.block.fields if each.name in _ARC]
    if not fields or len(fields) > 3 * MAX_CHAIN:
        return ()
    newest, domain, names = 0, "", list[str]()
    for field in fields:
        if field.name == "arc-authentication-results":
            continue
        tags = dkim.tag_list(
            headers.raw_value(message.raw, field)[: dkim.MAX_FIELD].decode("utf-8", "replace")
        )
        if tags is None or not re.fullmatch("[0-9]{1,3}", tags.get("i", "")):
            return ()
        if field.name == "arc-seal" and int(tags["i"]) > newest:
            newest, domain = int(tags["i"]), tags.get("d", "").lower()
        name = f"{tags.get('s', '')}._domainkey.{tags.get('d', '')}.".lower()
        names.append(name)
    fits = newest <= MAX_CHAIN and under(domain, sealers) and all(map(dkim.is_name, names))
    return tuple(names) if fits else ()


def _sealed(chain: list[list[str]], sealers: Collection[str]) -> tuple[Stated, ...]:
    """What the sealers on our list state, from the newest set down to the first of somebody else."""
    found = list[Stated]()
    for domain, value in chain:
        if not under(domain, sealers):
            break
        statement = authres.parse(_INSTANCE.sub("", value, count=1))
        found += statement.results if statement else ()
    return tuple(found)


# From here on: the child.


def verify(request: dict[str, Any], raw: bytes) -> dict[str, Any]:
    """Check the signatures and, if wanted, the ARC chain of one message. Raises nothing that matters: what
    fails is `error` for that signature, no chain."""
    fields, body = parsed(raw)
    keys: dict[str, str | None] = request["keys"]
    results = []
    for number, domain, selector, signed in request["signatures"]:
        key = keys[f"{selector}._domainkey.{domain}."]
        try:
            told = _verified(fields, body, (number, domain, selector, signed), key)
        except Exception as error:
            told = ("error", type(error).__name__)
        results.append([number, *told])
    chain = list[list[str]]()
    if request["chain"]:
        try:
            chain = _chain(fields, body, keys)
        except Exception:
            chain = []
    dkimpy().forget()
    return {"results": results, "chain": chain}


def parsed(raw: bytes) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """Header fields as dkimpy wants them (name and value as written, CRLF at its end), and the body.

    Raises ValueError for a header that others may read differently.
    """
    if raw.count(b"\n") != raw.count(b"\r\n"):
        raw = re.sub(rb"(?<!\r)\n", b"\r\n", raw)
    message = Message(raw)
    if odd := _refusal(message):
        raise ValueError(odd)
    block = message.block
    fields = [(raw[each.start : each.value - 1], raw[each.value : each.end]) for each in block.fields]
    return [(n, v if v.endswith(b"\r\n") else v + b"\r\n") for n, v in fields], raw[block.body :]


def _verified(
    fields: list[tuple[bytes, bytes]], body: bytes, wanted: tuple[int, str, str, list[str]], key: str | None
) -> tuple[str, str]:
    """`pass`, `fail`, `error` or `none` (there is no key), and why."""
    library = dkimpy()
    number, domain, selector, expected = wanted
    # A blank before the colon belongs to no name; only "simple" would have it hashed.
    check = library.DKIM()
    check.headers, check.body = [(name.rstrip(), value) for name, value in fields], body
    try:
        tags, signed, found = check.verify_headerprep(number)
    except library.DKIMException:
        return "error", "malformed or expired"
    read = [part.decode("latin-1").lower() for part in (tags[b"d"], tags[b"s"], *signed)]
    if read != [domain, selector, *expected]:
        return "error", "not clear what is signed"
    if not tags.get(b"c", b"simple").startswith(b"relaxed") and any(n != n.rstrip() for n, _ in fields):
        return "error", "a blank before a colon"
    if key is None:
        return "none", "no key"
    record = key.encode("latin-1")
    try:
        check.pk, check.keysize, check.ktag, check.seqtlsrpt = library.evaluate_pk(selector, record)
    except Exception as error:
        return "error", f"bad key ({type(error).__name__})"
    if check.seqtlsrpt or check.pk is None or not tags[b"a"].startswith(check.ktag + b"-"):
        return "error", "the key is for something else"
    try:
        why = "" if check.verify_sig_process(tags, signed, found[number], None) else "the signature is wrong"
    except library.ValidationError:
        why = "the body was changed"
    if why and "y" in (dkim.tag_list(key) or {}).get("t", "").split(":"):
        return "error", "the key is for tests"
    return ("fail", why) if why else ("pass", "")


def _chain(fields: list[tuple[bytes, bytes]], body: bytes, keys: dict[str, str | None]) -> list[list[str]]:
    chain = dkimpy().ARC()
    chain.headers, chain.body = [(name.rstrip(), value) for name, value in fields], body

    def known(name: bytes, timeout: float = 0) -> bytes:
        return (keys.get(name.decode("latin-1").lower()) or "").encode("latin-1")

    result, sets, _ = chain.verify(dnsfunc=known)
    if result != b"pass" or len(sets) > MAX_CHAIN:
        return []
    return [
        [each["as-domain"].decode("ascii"), each["aar-value"].decode("utf-8", "replace")] for each in sets
    ]


@cache
def dkimpy() -> Any:
    """The library, with what is slow or missing in it replaced for this process (tests pin its names).

    Its body canonicalisation is quadratic, its RSA signing is plain arithmetic on Python's integers, and its
    Ed25519 wants another library where ours has it too.
    """
    import dkim as library
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import padding, utils
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from dkim import canonicalization

    def forget() -> None:
        relaxed.cache_clear()
        simple.cache_clear()

    def sign(digest: Any, key: Any) -> bytes:
        return bytes(key.sign(digest.digest(), padding.PKCS1v15(), utils.Prehashed(SHA256())))

    class VerifyKey:
        def __init__(self, key: bytes, encoder: Any) -> None:
            self._key = Ed25519PublicKey.from_public_bytes(encoder(key))

        def verify(self, digest: bytes, signature: bytes) -> None:
            self._key.verify(signature, digest)

    class SigningKey:
        def __init__(self, key: Any, encoder: Any) -> None:
            self._key = key

        def sign(self, digest: bytes) -> SimpleNamespace:
            return SimpleNamespace(signature=self._key.sign(digest))

    # One body may be hashed for many signatures; it is forgotten when its message is done.
    relaxed, simple = lru_cache(maxsize=1)(dkim.relaxed_body), lru_cache(maxsize=1)(dkim.simple_body)
    canonicalization.Relaxed.canonicalize_body = staticmethod(relaxed)
    canonicalization.Simple.canonicalize_body = staticmethod(simple)
    library.forget = forget
    library.parse_pem_private_key = lambda key: key
    library.RSASSA_PKCS1_v1_5_sign = sign
    library.nacl = SimpleNamespace(
        signing=SimpleNamespace(SigningKey=SigningKey, VerifyKey=VerifyKey),
        encoding=SimpleNamespace(Base64Encoder=base64.b64decode),
        exceptions=SimpleNamespace(ValueError=ValueError, BadSignatureError=InvalidSignature),
    )
    return library
