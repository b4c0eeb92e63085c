"""Downloads a file from an untrusted address, and goes on where the connection broke.

Https and public addresses only, on every redirect and every connection, up to a size, without our
key.
"""

import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests

from ..errors import ClipUnavailable
from .part import Part
from .transport import BROKEN, ONCE, NotPublic, Patience, public_session

MAX_BYTES = 1 << 30
MAX_REDIRECTS = 5
_BUSY = (408, 425, 429)  # and every status from 500: asked again at once
_BREAKS = "the connection kept breaking"


@dataclass(frozen=True)
class _Bounds:
    deadline: float  # of the monotonic clock
    bytes: int


def download(url: str, path: Path, own_api: str, patience: Patience, most: int = 0) -> None:
    """Fetch `url`, of at most `most` bytes (0: as many as of a clip), into `path`, going on with
    what an earlier call left there. A url may be relative to `own_api`, for whose addresses alone
    plain http is accepted. Raises `ClipUnavailable`, and `OSError` when the disk does not take it;
    what has come by then stays, for the next call."""
    part, failed, why = Part(path), 0, ""
    deadline = time.monotonic() + patience.fetch
    while failed < patience.fetch_tries:
        time.sleep(patience.fetch_pause * failed)
        had = part.have
        try:
            if _fetch(url, part, own_api, patience, _Bounds(deadline, most or MAX_BYTES)):
                return part.keep()
        except BROKEN as error:
            why = _why(error)
        failed = 1 if part.have > had else failed + 1  # slow, but it comes
    raise ClipUnavailable(f"The finished clip could not be fetched: {why or _BREAKS}.")


def _fetch(url: str, part: Part, own_api: str, patience: Patience, bounds: _Bounds) -> bool:
    """One try; whether the whole file is there."""
    with (
        public_session(own_api, ONCE) as session,
        closing(_open(session, url, own_api, part.asks(), patience)) as answer,
    ):
        status = answer.status_code
        if status == 416 and part.was_whole(answer):
            return True
        if status == 416:  # there is no such rest: from the start
            part.discard()
        elif status in (200, 206) and part.takes(answer):
            _receive(answer, part, bounds)
            return part.is_whole()
        elif status not in (200, 206, *_BUSY) and status < 500:
            raise ClipUnavailable(f"The provider does not give the clip out (HTTP {status}).")
    return False


def _receive(answer: requests.Response, part: Part, bounds: _Bounds) -> None:
    read = answer.raw.read1
    with part.path.open("ab") as file:
        while part.have <= bounds.bytes and (chunk := read(1 << 16, decode_content=True)):
            part.have += file.write(chunk)
            if time.monotonic() > bounds.deadline:
                raise ClipUnavailable("The finished clip came too slowly.")
    if part.have > bounds.bytes:
        part.discard()
        raise ClipUnavailable("What the provider gave is far too large for a clip.")


def _why(error: Exception) -> str:
    if isinstance(error, requests.exceptions.ProxyError):
        return "the proxy of this machine does not lead to it"
    if isinstance(error, requests.exceptions.SSLError):
        return "no connection to its host could be trusted"
    return _BREAKS


def _open(
    session: requests.Session, url: str, own_api: str, headers: dict[str, str], patience: Patience
) -> requests.Response:
    """Follow redirects by hand, so that each address is checked before it is asked."""
    timeout = (patience.connect, patience.ask)
    url = _safe(f"{own_api}/", url, own_api)
    for _ in range(MAX_REDIRECTS + 1):
        try:
            answer = session.get(url, headers=headers, timeout=timeout, stream=True)
        except requests.exceptions.InvalidURL:
            raise _unsafe() from None
        except NotPublic:
            raise ClipUnavailable(
                "The clip's address leads into a private network, which is not safe to open."
            ) from None
        if not answer.is_redirect:
            return answer
        answer.close()
        url = _safe(url, answer.headers["Location"], own_api)
    raise ClipUnavailable("The clip's address leads from one place to the next without end.")


def _safe(base: str, place: str, own_api: str) -> str:
    """The address that `place` means when it is read at `base`; with https if it is not ours."""
    try:
        parts, own = urlsplit(urljoin(base, place.strip())), urlsplit(own_api)
    except ValueError:
        raise _unsafe() from None
    # The settings accept plain http on loopback only.
    if parts.scheme == own.scheme == "http" and parts.netloc == own.netloc:
        return parts.geturl()
    if parts.scheme == "http":
        parts = parts._replace(scheme="https", netloc=parts.netloc.removesuffix(":80"))
    if parts.scheme != "https" or not parts.hostname or parts.username:
        raise _unsafe()
    return parts.geturl()


def _unsafe() -> ClipUnavailable:
    return ClipUnavailable("The provider gave an address for the clip that is not safe to open.")
