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
from .part import Part
from .transport import BROKEN, ONCE, NotPublic, Patience, public_session

MAX_BYTES = 1 << 30
MAX_REDIRECTS = 5
_BUSY = (408, 425, 429)  # and every status from 500: asked again at once


def download(url: str, path: Path, own_api: str, patience: Patience) -> None:
    """Fetch `url` into `path`, going on with what an earlier call left there. Plain http is for
    addresses of `own_api` only. Raises `ClipUnavailable`, and `OSError` when the disk does not
    take it; what has come by then stays, for the next call."""
    part, failed = Part(path), 0
    deadline = time.monotonic() + patience.fetch
    while failed < patience.fetch_tries:
        time.sleep(patience.fetch_pause * failed)
        had = part.have
        with suppress(*BROKEN):
            if _fetch(url, part, own_api, patience, deadline):
                return part.keep()
        failed = 1 if part.have > had else failed + 1  # slow, but it comes
    raise ClipUnavailable("The finished clip could not be fetched: the connection kept breaking.")


def _fetch(url: str, part: Part, own_api: str, patience: Patience, deadline: float) -> bool:
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
            _receive(answer, part, deadline)
            return part.is_whole()
        elif status not in (200, 206, *_BUSY) and status < 500:
            raise ClipUnavailable(f"The provider does not give the clip out (HTTP {status}).")
    return False


def _receive(answer: requests.Response, part: Part, deadline: float) -> None:
    read = answer.raw.read1
    with part.path.open("ab") as file:
        while part.have <= MAX_BYTES and (chunk := read(1 << 16, decode_content=True)):
            part.have += file.write(chunk)
            if time.monotonic() > deadline:
                raise ClipUnavailable("The finished clip came too slowly.")
    if part.have > MAX_BYTES:
        part.discard()
        raise ClipUnavailable("What the provider gave is far too large for a clip.")


def _open(
    session: requests.Session, url: str, own_api: str, headers: dict[str, str], patience: Patience
) -> requests.Response:
    """Follow redirects by hand, so that each address is checked before it is asked."""
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
