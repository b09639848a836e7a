"""The desk's own style sheet, script and icon, and htmx: read once, never from elsewhere.

Each has an address with a part of its hash in it, so that a browser keeps it for good
and a new version is fetched at once.
"""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from gateway.review.web.errors import Problem

FOLDER: Final = Path(__file__).parent / "static"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    content: bytes
    packed: bytes
    media_type: str
    version: str


def _asset(path: Path) -> Asset:
    content = path.read_bytes()
    version = hashlib.sha256(content).hexdigest()[:12]
    return Asset(content, gzip.compress(content, 9, mtime=0), _TYPES[path.suffix], version)


ASSETS: Final = {path.name: _asset(path) for path in sorted(FOLDER.iterdir()) if path.suffix in _TYPES}

router = APIRouter(include_in_schema=False)


def address(name: str) -> str:
    """The path of a file. Raises KeyError if there is none of that name."""
    return f"/static/{name}?v={ASSETS[name].version}"


@router.get("/static/{name}")
async def static(request: Request, name: str) -> Response:
    """One of the files."""
    asset = ASSETS.get(name)
    if asset is None:
        raise Problem(404, "unknown", "There is nothing at this address.")
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(
            asset.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type=asset.media_type
        )
    return Response(asset.content, headers=headers, media_type=asset.media_type)
