"""Log-in through OpenID Connect, against a small provider of our own on loopback."""

import base64
import hashlib
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gateway.review.web.server import Server
from gateway.store.people import Role
from tests.review.samples import config
from tests.review.web.conftest import PASSWORD, URL, Site

pytest.importorskip("authlib", reason="the extra oidc (Authlib) is not installed")
from joserfc import jwt
from joserfc.jwk import RSAKey

KEY = RSAKey.generate_key(2048, {"kid": "one"})
OTHER = RSAKey.generate_key(2048, {"kid": "one"})


@dataclass
class Issuer:
    """The stand-in: `claims` are what it says of who logs in, `key` signs, `asked` is the last question."""

    url: str = ""
    key: RSAKey = field(default_factory=lambda: KEY)
    claims: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)

    def authorize(self, address: str) -> None:
        """What its log-in page would take from the address that a browser was sent to."""
        assert address.startswith(f"{self.url}/authorize?")
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}

    async def about(self, _: Request) -> Response:
        ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return JSONResponse({"issuer": self.url} | {name: f"{self.url}/{end}" for name, end in ends.items()})

    async def keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [KEY.as_dict(private=False)]})

    async def token(self, request: Request) -> Response:
        form = await request.form()
        user = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        proof = hashlib.sha256(str(form["code_verifier"]).encode()).digest()
        challenge = base64.urlsafe_b64encode(proof).decode().rstrip("=")
        wanted = ("desk:s3cret", "the-code", self.asked["redirect_uri"], self.asked["code_challenge"])
        if (user, form["code"], form["redirect_uri"], challenge) != wanted:
            return JSONResponse({"error": "invalid_grant"}, 400)
        claims = {"nonce": self.asked["nonce"], **self.claims}
        made = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key, algorithms=["RS256"])
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": made})


@pytest.fixture
async def issuer(site: Site, tmp_path: Path) -> AsyncIterator[Issuer]:
    async with _serving() as found:
        now = int(site.clock().timestamp())
        found.claims = {
            "iss": found.url, "aud": "desk", "sub": "1", "iat": now, "exp": now + 300,
            "preferred_username": "Kim", "groups": ["support", "everybody"],
        }  # fmt: skip
        (tmp_path / "secret").write_text("s3cret\n")
        oidc = {
            "issuer": found.url, "client_id": "desk", "client_secret": str(tmp_path / "secret"),
            "roles": {"admin": ["lead"], "reviewer": ["support"], "viewer": ["everybody"]},
        }  # fmt: skip
        site.configure(config(review={"public_url": URL, "oidc": oidc}))
        yield found


@asynccontextmanager
async def _serving() -> AsyncIterator[Issuer]:
    found, listening = Issuer(), socket.create_server(("127.0.0.1", 0))
    found.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    routes = [
        Route("/.well-known/openid-configuration", found.about),
        Route("/keys", found.keys),
        Route("/token", found.token, methods=["POST"]),
    ]
    server = Server(Starlette(routes=routes))
    await server.start([listening])
    try:
        yield found
    finally:
        await server.stop()
        listening.close()


async def back(browser: httpx.AsyncClient, issuer: Issuer, **changes: str) -> httpx.Response:
    """Leave, log in there, come back."""
    left = await browser.get("/login/oidc")
    assert left.status_code == 303, left.text
    issuer.authorize(left.headers["location"])
    query = {"state": issuer.asked["state"], "code": "the-code", **changes}
    return await browser.get("/login/oidc/back", params=query, headers={"Sec-Fetch-Site": "cross-site"})


async def test_who_the_provider_names_is_in_with_the_highest_role_of_his_groups(
    site: Site, issuer: Issuer
) -> None:
    browser = await site.browser()
    assert 'href="/login/oidc"' in (await browser.get("/login")).text
    answer = await back(browser, issuer)
    assert (answer.status_code, answer.headers["refresh"]) == (200, "0; url=/")
    assert issuer.asked["redirect_uri"] == f"{URL}/login/oidc/back"
    assert (issuer.asked["code_challenge_method"], issuer.asked["scope"]) == ("S256", "openid profile email")
    who = (await browser.get("/api/v1/session")).json()
    assert (who["user"]["name"], who["user"]["role"]) == ("Kim", "reviewer")
    issuer.claims["groups"] = "everybody"
    assert (await back(await site.browser(), issuer)).status_code == 200
    assert [(one.name, one.role) for one in site.desk.people.users.all()] == [("Kim", Role.VIEWER)]


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://other.example"},
        {"aud": "another"},
        {"exp": 1},
        {"nonce": "another"},
        {"azp": "another"},
        {"groups": ["strangers"]},
        {"groups": None},
        {"groups": 7},
        {"preferred_username": " "},
        {"preferred_username": "gateway"},
    ],
)
async def test_a_token_that_is_not_for_us_lets_nobody_in(
    site: Site, issuer: Issuer, claims: dict[str, Any]
) -> None:
    issuer.claims.update(claims)
    browser = await site.browser()
    assert (await back(browser, issuer)).status_code == 403
    assert (await browser.get("/api/v1/session")).json()["user"] is None
    assert site.desk.people.users.all() == []


async def test_a_key_a_code_and_a_state_of_somebody_else_let_nobody_in(site: Site, issuer: Issuer) -> None:
    browser = await site.browser()
    for changes in ({"state": "x"}, {"code": "y"}, {"code": ""}):
        assert (await back(browser, issuer, **changes)).status_code == 403
    other = await site.browser()  # somebody who is sent the address another browser came back with
    query = {"state": issuer.asked["state"], "code": "the-code"}
    assert (await other.get("/login/oidc/back", params=query)).status_code == 403
    issuer.key = OTHER
    assert (await back(browser, issuer)).status_code == 403
    assert site.desk.people.users.all() == []


async def test_a_name_with_a_password_or_a_disabled_one_is_not_taken_over(site: Site, issuer: Issuer) -> None:
    site.desk.people.add("kim", Role.ADMIN, PASSWORD, "test")
    assert (await back(await site.browser(), issuer)).status_code == 403
    issuer.claims["preferred_username"] = "Bo"
    assert (await back(await site.browser(), issuer)).status_code == 200
    bo = site.desk.people.users.by_name("Bo")
    assert bo is not None
    site.desk.people.users.set_disabled(bo.id, True, "test", site.clock())
    assert (await back(await site.browser(), issuer)).status_code == 403


async def test_a_provider_that_is_away_says_so_and_without_one_there_is_no_such_address(site: Site) -> None:
    assert (await (await site.browser()).get("/login/oidc")).status_code == 404
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    oidc = {
        "issuer": f"http://127.0.0.1:{port}", "client_id": "desk", "client_secret": __file__,
        "roles": {"admin": ["lead"]},
    }  # fmt: skip
    site.configure(config(review={"public_url": URL, "oidc": oidc}))
    answer = await (await site.browser()).get("/login/oidc")
    assert answer.status_code == 502 and "cannot be reached" in answer.text


async def test_the_path_of_the_secret_is_not_on_the_page_of_the_configuration(
    site: Site, issuer: Issuer
) -> None:
    page = await (await site.logged_in(Role.ADMIN)).get("/configuration")
    assert page.status_code == 200 and "review.oidc.client_id" in page.text
    assert "/secret" not in page.text
