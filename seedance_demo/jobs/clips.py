"""Saves a finished clip: downloaded, checked, tagged, and only then given its name."""

import os
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from ..clips import frames
from ..errors import ClipUnavailable, StorageError
from ..ledger import Job, Payer
from ..wavespeed.download import MAX_BYTES, download
from ..wavespeed.transport import Patience
from .files import Files
from .mp4_tags import add_tags

WHOLE = "whole"  # what a clip is called that has come, and is not kept yet


def keep(
    job: Job,
    url: str,
    files: Files,
    *,
    own_api: str,
    patience: Patience,
    arriving: Path,
) -> str:
    """Save the clip of `job` from `url` in `files`; its file name. `arriving` is the folder where
    it is worked on.

    `own_api` is the base URL the operator set; when it lies on loopback, clips may come from there.
    What came of a download that broke waits in `arriving`, hidden, for the next try, and so does
    a whole clip until it is kept. Raises `ClipUnavailable`, and `StorageError` when the disk or
    the place where clips are kept does not take it.
    """
    name = clip_name(job)
    part, tagged, whole = (
        _hidden(arriving / name, *ends)
        for ends in ((_place(url), "part"), ("tagged", "mp4"), (WHOLE, "mp4"))
    )
    try:
        arriving.mkdir(parents=True, exist_ok=True)
        if not whole.exists() and not _is_kept(files, name):
            _fetch(url, part, own_api, patience)
            made = tagged if _tag(part, tagged, job) else part
            _sync(made)
            made.replace(whole)
            part.unlink(missing_ok=True)
        if whole.exists():
            files.put(whole, name)
        for rest in arriving.glob(_hidden(whole.with_name(name), "*").name):
            rest.unlink(missing_ok=True)
    except OSError as error:
        tagged.unlink(missing_ok=True)
        why = error.strerror or error
        raise StorageError(f"The clip could not be written to disk ({why}). Make room.") from None
    return name


def _is_kept(files: Files, name: str) -> bool:
    """Whether an earlier process came so far, and not to the ledger. Where that cannot be known it
    is fetched once more: before the provider deletes it."""
    with suppress(StorageError):
        return files.has(name)
    return False


def _hidden(target: Path, *ends: str) -> Path:
    return target.with_name(".".join(("", target.stem, *ends)))


def _place(url: str) -> str:
    """A short name for where a file lies. Its beginning waits there for the rest of it: another
    output of the task is another file, a signature that was renewed is not."""
    with suppress(ValueError):
        url = "//".join(urlsplit(url)[1:3])
    return sha256(url.encode(errors="replace")).hexdigest()[:8]


def clip_name(job: Job) -> str:
    """`seedance-2026-11-22-slow-push-in-3fa9c1d2e4b5a697.mp4`: the prompt's first words in any
    script, the day, and enough of the job's random id that nobody guesses it."""
    return _named("animatic" if job.payer is Payer.NOBODY else "seedance", job, job.id)


def joined_name(chain: Sequence[Job]) -> str:
    """The same for the film of several clips: one name for the same clips in the same order."""
    ids = sha256("".join(each.id for each in chain).encode()).hexdigest()
    return _named("joined", chain[0], ids)


def _named(kind: str, job: Job, secret: str) -> str:
    words = re.findall(r"\w+", job.prompt.lower())
    slug = "-".join(words)[:48].rstrip("-_").encode()[:96].decode(errors="ignore")
    day = time.strftime("%Y-%m-%d", time.localtime(job.opened_at))
    return "-".join(filter(None, (kind, day, slug, secret[:16]))) + ".mp4"


def _tags(job: Job) -> dict[str, str]:
    """What the file says of itself, so that it can be traced once it has left this folder."""
    return {
        "title": job.prompt[:80],
        "description": job.prompt,
        "artist": _made_by(job),
        "comment": f"{_made_by(job)}; request {job.request_id}",
        "date": datetime.fromtimestamp(job.opened_at, UTC).isoformat(timespec="seconds"),
    }


def joined_tags(chain: Sequence[Job]) -> dict[str, str]:
    """The same of a film of several clips, by its first one and all together."""
    whole = [_tags(each) for each in chain]
    together = {"description": "\n", "artist": ", ", "comment": "; then "}
    return whole[0] | {
        name: between.join(dict.fromkeys(each[name] for each in whole))
        for name, between in together.items()
    }


def _made_by(job: Job) -> str:
    return "a local animatic, not made by Seedance" if job.payer is Payer.NOBODY else job.model


def _fetch(url: str, part: Path, own_api: str, patience: Patience) -> None:
    """Download and check. The beginning of a film stays; what is no clip is not gone on with."""
    try:
        download(url, part, own_api, patience)
    except ClipUnavailable:
        if part.exists() and not _is_begun(part):
            part.unlink()
        raise
    try:
        frames.check(part)
    except ClipUnavailable:
        part.unlink()
        raise


def _is_begun(part: Path) -> bool:
    with part.open("rb") as file:
        return file.read(8)[4:] == b"ftyp" and part.stat().st_size <= MAX_BYTES


def _tag(source: Path, target: Path, job: Job) -> bool:
    """Whether the clip could be tagged: as it came is better than none."""
    if not add_tags(source, target, _tags(job)):
        return False
    with suppress(ClipUnavailable):
        frames.check(target)
        return True
    return False


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
