"""Logging in through a provider of OpenID Connect (Core 1.0, code flow with PKCE, RFC 7636).

`start` gives the address the browser goes to, `finish` takes the code it brings back and
gives name and role. State, nonce and verifier are derived from one secret that only this
browser has in a cookie, so that nobody can be made to finish what another one began. The
ID token is checked: signature, issuer, audience, age, nonce. NotLoggedIn says why in a
sentence; nothing of the provider's words reaches the browser. Needs the extra `oidc`.
"""

import asyncio
import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import structlog

from gateway.config.models import Oidc
from gateway.store.people import Role

log = structlog.get_logger()

PATH: Final = "/login/oidc"
BACK: Final = "/login/oidc/back"
DISCOVERY: Final = "/.well-known/openid-configuration"
TIMEOUT: Final = 10.0
LEEWAY: Final = 60
"""Seconds by which clocks may differ."""

_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")


class NotLoggedIn(Exception):
    """The provider let nobody in, or somebody without a role here; the text is a sentence for him."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who the provider says it is, and the role his groups give him here."""

    name: str
    role: Role


class Provider:
    """The provider of one configuration. `public_url` is that of the desk, `now` the time (aware, UTC)."""

    def __init__(self, settings: Oidc, public_url: str, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._back = public_url.rstrip("/") + BACK
        self._now = now

    async def start(self, secret: str) -> str:
        """The address at the provider where the log-in begins. Raises NotLoggedIn."""
        async with self._client() as client:
            about = await self._about(client)
            address, _ = client.create_authorization_url(
                about["authorization_endpoint"],
                state=_derived(secret, "state"),
                nonce=_derived(secret, "nonce"),
                code_verifier=_derived(secret, "verifier"),
            )
            return str(address)

    async def finish(self, secret: str, state: str, code: str) -> Person:
        """Who came back with this code. Raises NotLoggedIn."""
        if not secret or state != _derived(secret, "state"):
            raise NotLoggedIn("This log-in was not begun in this browser, or too long ago. Begin again.")
        if not code:
            raise NotLoggedIn("The provider did not let you in.")
        async with self._client() as client:
            about = await self._about(client)
            try:
                token = await client.fetch_token(
                    about["token_endpoint"], code=code, code_verifier=_derived(secret, "verifier")
                )
                keys = (
                    (await client.request("GET", about["jwks_uri"], withhold_token=True))
                    .raise_for_status()
                    .json()
                )
                claims = self._checked(str(token["id_token"]), keys, _derived(secret, "nonce"))
            except Exception as error:  # whatever the provider sends: nobody gets in by a surprise
                log.warning("desk.login_failed", reason="oidc", why=f"{type(error).__name__}: {error}"[:300])
                raise NotLoggedIn("The provider's answer could not be verified. Begin again.") from None
        return self._person(claims)

    def _client(self) -> Any:
        from authlib.integrations.httpx_client import AsyncOAuth2Client

        return AsyncOAuth2Client(
            self._settings.client_id,
            Path(self._settings.client_secret).read_text("utf-8").strip(),
            scope=" ".join(dict.fromkeys(("openid", *self._settings.scopes))),
            redirect_uri=self._back,
            code_challenge_method="S256",
            timeout=TIMEOUT,
            trust_env=False,
        )

    async def _about(self, client: Any) -> Mapping[str, Any]:
        """The provider's own description (OpenID Connect Discovery 1.0)."""
        issuer = self._settings.issuer.rstrip("/")
        try:
            async with asyncio.timeout(TIMEOUT):
                answer = await client.request("GET", issuer + DISCOVERY, withhold_token=True)
            about: dict[str, Any] = answer.raise_for_status().json()
            wanted = ("authorization_endpoint", "token_endpoint", "jwks_uri")
            if about["issuer"].rstrip("/") != issuer or not all(
                isinstance(about[one], str) for one in wanted
            ):
                raise ValueError("it describes another issuer")
        except Exception as error:  # no network, no JSON, no keys: all the same to who wants in
            log.warning("desk.login_failed", reason="oidc", why=f"{type(error).__name__}: {error}"[:300])
            raise NotLoggedIn(
                "The provider cannot be reached. Try again, or log in with a password."
            ) from None
        return about

    def _checked(self, token: str, keys: Any, nonce: str) -> dict[str, Any]:
        """The claims of an ID token that is the provider's, for us, fresh, and the answer to our question."""
        from joserfc import jwt
        from joserfc.jwk import KeySet

        found = jwt.decode(token, KeySet.import_key_set(keys), algorithms=list(_ALGORITHMS))
        jwt.JWTClaimsRegistry(
            now=int(self._now().timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "values": [self._settings.issuer, self._settings.issuer.rstrip("/")]},
            aud={"essential": True, "value": self._settings.client_id},
            exp={"essential": True},
            nonce={"essential": True, "value": nonce},
        ).validate(found.claims)
        if found.claims.get("azp", self._settings.client_id) != self._settings.client_id:
            raise ValueError("the token is for another client")
        return dict(found.claims)

    def _person(self, claims: Mapping[str, Any]) -> Person:
        name = claims.get(self._settings.name_claim)
        if not isinstance(name, str) or not name.strip():
            raise NotLoggedIn(
                "The provider does not say your name. An administrator sets review.oidc.name_claim."
            )
        said = claims.get(self._settings.role_claim)
        words = said if isinstance(said, list) else [said]
        groups = {one for one in words if isinstance(one, str)}
        given = [role for role in Role if groups & set(self._settings.roles.get(role.value, ()))]
        if not given:
            raise NotLoggedIn("None of your groups has a role at this desk. Ask an administrator.")
        return Person(name, next(role for role in given if all(role.includes(other) for other in given)))


def _derived(secret: str, what: str) -> str:
    hashed = hashlib.sha256(f"{what} {secret}".encode()).digest()
    return base64.urlsafe_b64encode(hashed).decode().rstrip("=")
