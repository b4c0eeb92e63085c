"""Downloads a file from an untrusted address, and goes on where the connection broke.

Https and public addresses only, on every redirect and every connection, up to a size, without our
key.
"""

import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests

from ..errors import ClipUnavailable
from .transport import BROKEN, ONCE, NotPublic, Patience, public_session

MAX_BYTES = 1 << 30
MAX_REDIRECTS = 5
_TRY_AGAIN = (408, 425, 429, 500, 502, 503, 504)


def download(url: str, part: Path, own_api: str, patience: Patience) -> None:
    """Fetch `url` into `part`. Plain http is accepted for addresses of `own_api` only. Raises
    `ClipUnavailable`, and `OSError` when the disk does not take it."""
    part.unlink(missing_ok=True)
    deadline = time.monotonic() + patience.fetch
    for attempt in range(patience.fetch_tries):
        time.sleep(patience.fetch_pause * attempt)
        with suppress(*BROKEN):
            if _fetch(url, part, own_api, patience, deadline):
                return
    raise ClipUnavailable("The finished clip could not be fetched: the connection kept breaking.")


def _fetch(url: str, part: Path, own_api: str, patience: Patience, deadline: float) -> bool:
    """One try; whether the whole file is there."""
    have = part.stat().st_size if part.exists() else 0
    with (
        public_session(own_api, ONCE) as session,
        closing(_open(session, url, own_api, have, patience)) as answer,
    ):
        status, place = answer.status_code, answer.headers.get("Content-Range", "")
        if status == 416 and have and place == f"bytes */{have}":
            return True  # nothing was missing but the last word
        if status == 416 or (status == 206 and not place.startswith(f"bytes {have}-")):
            part.unlink(missing_ok=True)  # not the rest of what we have: from the start
            return False
        if status in _TRY_AGAIN:
            return False
        if status not in (200, 206):
            raise ClipUnavailable(f"The provider does not give the clip out (HTTP {status}).")
        return _receive(answer, part, have if status == 206 else 0, deadline) > 0


def _receive(answer: requests.Response, part: Path, have: int, deadline: float) -> int:
    """Add what comes to the `have` bytes of `part`; how many they are then."""
    with part.open("ab" if have else "wb") as file:
        while chunk := answer.raw.read1(1 << 16, decode_content=True):
            have += file.write(chunk)
            if have > MAX_BYTES:
                raise ClipUnavailable("What the provider gave is far too large for a clip.")
            if time.monotonic() > deadline:
                raise ClipUnavailable("The finished clip came too slowly.")
    return have


def _open(
    session: requests.Session, url: str, own_api: str, have: int, patience: Patience
) -> requests.Response:
    """Follow redirects by hand, so that each address is checked before it is asked."""
    headers = {"Range": f"bytes={have}-"} if have else {}
    headers["Accept-Encoding"] = "identity"  # a byte range counts the file's own bytes
    timeout = (patience.connect, patience.ask)
    url = _safe("", url, own_api)
    for _ in range(MAX_REDIRECTS + 1):
        try:
            answer = session.get(url, headers=headers, timeout=timeout, stream=True)
        except (NotPublic, requests.exceptions.InvalidURL):
            raise _unsafe() from None
        if not answer.is_redirect:
            return answer
        answer.close()
        url = _safe(url, answer.headers["Location"], own_api)
    raise ClipUnavailable("The clip's address leads from one place to the next without end.")


def _safe(base: str, place: str, own_api: str) -> str:
    """The address that `place` means when it is read at `base`."""
    try:
        url = urljoin(base, place)
        parts, own = urlsplit(url), urlsplit(own_api)
    except ValueError:
        raise _unsafe() from None
    encrypted = parts.scheme == "https" and parts.hostname and not parts.username
    # The settings accept plain http on loopback only.
    ours = own.scheme == "http" and (parts.scheme, parts.netloc) == (own.scheme, own.netloc)
    if not (encrypted or ours):
        raise _unsafe()
    return url


def _unsafe() -> ClipUnavailable:
    return ClipUnavailable("The provider gave an address for the clip that is not safe to open.")
