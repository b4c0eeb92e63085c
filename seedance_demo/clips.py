"""Bringing a finished clip home: fetched, checked, tagged, named, and only then visible.

The URL comes from the provider and is untrusted: https and public addresses only, on every redirect
and every connection, up to a size, without our key.
"""

import os
import re
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import av
import requests
from av.container import InputContainer, OutputContainer

from .errors import ClipUnavailable, StorageError
from .public_http import public_session

MAX_BYTES = 1 << 30
MAX_SECONDS = 15 * 60
MAX_REDIRECTS = 5
TRIES, PAUSE = 5, 1.0  # seconds, times the attempt
TIMEOUT = (10, 30)  # seconds to connect, seconds between two reads


def keep(url: str, target: Path, tags: Mapping[str, str], *, own_api: str) -> None:
    """Fetch the video at `url` to `target`, with `tags` as container metadata.

    `own_api` is the base URL the operator set; when it lies on loopback, clips may come from there.
    Nothing is visible under `target` until it is whole and on the disk. Raises `ClipUnavailable`,
    and `StorageError` when the disk does not take it.
    """
    if target.exists():  # the process stopped between the rename and the ledger
        return
    part, tagged = (target.with_name(f".{target.stem}.{end}") for end in ("part", "mp4"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _download(url, part, own_api)
        _check(part)
        _tag(part, tagged, tags)
        _sync(tagged)
        tagged.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise StorageError(
            f"The clip could not be written to disk ({error.strerror or error}). It stays at the "
            "provider for 7 days: make room and press Check again."
        ) from None
    part.unlink(missing_ok=True)


def clip_name(title: str, opened_at: float, job_id: str, kind: str) -> str:
    """`seedance-2026-11-22-slow-push-in-3fa9c1d2e4b5.mp4`: the prompt's first words in any script,
    the day, and enough of the job's random id that nobody guesses it."""
    words = re.findall(r"\w+", title.lower())
    slug = "-".join(words)[:48].rstrip("-_").encode()[:96].decode(errors="ignore")
    day = time.strftime("%Y-%m-%d", time.localtime(opened_at))
    return "-".join(filter(None, (kind, day, slug, job_id[:16]))) + ".mp4"


def _download(url: str, part: Path, own_api: str) -> None:
    """Fetch `url` into `part`, going on where a broken download stopped."""
    part.unlink(missing_ok=True)
    deadline = time.monotonic() + MAX_SECONDS
    for attempt in range(TRIES):
        if attempt:
            time.sleep(PAUSE * attempt)
        with suppress(requests.RequestException):
            if _fetch(url, part, own_api, deadline):
                return
    raise ClipUnavailable("The finished clip could not be fetched: the connection kept breaking.")


def _fetch(url: str, part: Path, own_api: str, deadline: float) -> bool:
    """One attempt; whether the whole file is there."""
    have = part.stat().st_size if part.exists() else 0
    with public_session(own_api) as session, closing(_open(session, url, own_api, have)) as answer:
        if answer.status_code == 416:  # nothing after what we have
            return True
        if answer.status_code not in (200, 206):
            if answer.status_code >= 500 or answer.status_code == 429:
                return False
            raise ClipUnavailable(
                f"The provider no longer gives the clip out (HTTP {answer.status_code})."
            )
        if answer.status_code == 200:
            have = 0
        with part.open("ab" if have else "wb") as file:
            for chunk in answer.iter_content(1 << 16):
                have += file.write(chunk)
                if have > MAX_BYTES or time.monotonic() > deadline:
                    raise ClipUnavailable("The clip is too large or came too slowly.")
    return True


def _open(session: requests.Session, url: str, own_api: str, have: int) -> requests.Response:
    """Follow redirects by hand, so that each address is checked before it is asked."""
    headers = {"Range": f"bytes={have}-"} if have else {}
    headers["Accept-Encoding"] = "identity"  # a byte range counts the file's own bytes
    for _ in range(MAX_REDIRECTS + 1):
        _check_url(url, own_api)
        answer = session.get(
            url, headers=headers, timeout=TIMEOUT, stream=True, allow_redirects=False
        )
        if not answer.is_redirect:
            return answer
        url = urljoin(url, answer.headers["Location"])
        answer.close()
    raise ClipUnavailable("The clip's address leads from one place to the next without end.")


def _check_url(url: str, own_api: str) -> None:
    parts, own = urlsplit(url), urlsplit(own_api)
    if parts.scheme == "https" and parts.hostname and not parts.username:
        return
    if own.scheme == "http" and (parts.scheme, parts.netloc) == (own.scheme, own.netloc):
        return  # config accepts plain http on loopback only
    raise ClipUnavailable("The provider gave an address for the clip that is not safe to open.")


def _check(path: Path) -> None:
    """The file must decode as a video, whatever its name and headers say."""
    try:
        with av.open(str(path)) as container:
            next(container.decode(video=0))
    except (av.FFmpegError, StopIteration, IndexError, ValueError):
        raise ClipUnavailable("What the provider gave is not a video that plays.") from None


def _tag(source: Path, target: Path, tags: Mapping[str, str]) -> None:
    """Write `tags` into the container; the streams are copied packet by packet, not re-encoded."""
    with av.open(str(source)) as clip:
        options = {"movflags": "faststart"}
        with av.open(str(target), "w", format="mp4", options=options) as tagged:
            _copy(clip, tagged, tags)


def _copy(clip: InputContainer, tagged: OutputContainer, tags: Mapping[str, str]) -> None:
    tagged.metadata.update(tags)
    copies = {
        stream.index: tagged.add_stream_from_template(stream)
        for stream in (*clip.streams.video[:1], *clip.streams.audio[:1])
    }
    for packet in clip.demux([clip.streams[index] for index in copies]):
        if packet.dts is not None:
            packet.stream = copies[packet.stream.index]
            tagged.mux(packet)


def _sync(path: Path) -> None:
    with suppress(PermissionError):  # Windows does not open folders
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
