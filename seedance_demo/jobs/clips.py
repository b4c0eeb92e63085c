"""Saves a finished clip: downloaded, checked, tagged, and only then given its name."""

import os
import re
import shutil
import time
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import av

from ..errors import ClipUnavailable, StorageError
from ..ledger import Job, Payer
from ..wavespeed.download import MAX_BYTES, download
from ..wavespeed.transport import Patience
from .mp4_tags import add_tags


def keep(
    job: Job,
    url: str,
    folder: Path,
    *,
    own_api: str,
    patience: Patience,
    arriving: Path | None = None,
) -> str:
    """Save the clip of `job` from `url` in `folder`; its file name. `arriving` is where it is
    worked on, when that cannot be in `folder`.

    `own_api` is the base URL the operator set; when it lies on loopback, clips may come from there.
    Nothing is visible under the name until it is whole and on the disk. What came of a download
    that broke waits there, hidden, for the next try. Raises `ClipUnavailable`, and
    `StorageError` when the disk does not take it.
    """
    target = folder / clip_name(job)
    aside = (arriving or folder) / target.name
    part, tagged = _hidden(aside, _place(url), "part"), _hidden(aside, "tagged", "mp4")
    try:
        if not target.exists():  # else the process stopped between the rename and the ledger
            for each in (folder, aside.parent):
                each.mkdir(parents=True, exist_ok=True)
            _fetch(url, part, own_api, patience)
            whole = tagged if _tag(part, tagged, job) else part
            _sync(whole)
            _bring(whole, target)
        _sync_folder(folder)
        for rest in chain(
            *(each.glob(_hidden(target, "*").name) for each in (folder, aside.parent))
        ):
            rest.unlink(missing_ok=True)
    except OSError as error:
        tagged.unlink(missing_ok=True)
        why = error.strerror or error
        raise StorageError(f"The clip could not be written to disk ({why}). Make room.") from None
    return target.name


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
    kind = "animatic" if job.payer is Payer.NOBODY else "seedance"
    words = re.findall(r"\w+", job.prompt.lower())
    slug = "-".join(words)[:48].rstrip("-_").encode()[:96].decode(errors="ignore")
    day = time.strftime("%Y-%m-%d", time.localtime(job.opened_at))
    return "-".join(filter(None, (kind, day, slug, job.id[:16]))) + ".mp4"


def _tags(job: Job) -> dict[str, str]:
    """What the file says of itself, so that it can be traced once it has left this folder."""
    made_by = "a local animatic, not made by Seedance" if job.payer is Payer.NOBODY else job.model
    return {
        "title": job.prompt[:80],
        "description": job.prompt,
        "artist": made_by,
        "comment": f"{made_by}; request {job.request_id}",
        "date": datetime.fromtimestamp(job.opened_at, UTC).isoformat(timespec="seconds"),
    }


def check(path: Path) -> None:
    """The file must play and hold every frame it promises, whatever its name and headers say."""
    try:
        # As MP4 only: FFmpeg would take a playlist for a video and open the files it names. The
        # edit list is left out because it may hide some of the frames that the index counts.
        with av.open(str(path), format="mp4", options={"ignore_editlist": "1"}) as clip:
            stream = clip.streams.video[0]
            next(clip.decode(stream))
            clip.seek(0)
            whole = sum(p.size > 0 and not p.is_corrupt for p in clip.demux(stream))
            promised = stream.frames  # 0 when the index does not say
    except (av.FFmpegError, StopIteration, IndexError, ValueError):
        raise ClipUnavailable("What the provider gave is not a video that plays.") from None
    if whole < promised:
        raise ClipUnavailable(f"Only {whole} of the clip's {promised} frames arrived.")


def _fetch(url: str, part: Path, own_api: str, patience: Patience) -> None:
    """Download and check. The beginning of a film stays; what is no clip is not gone on with."""
    try:
        download(url, part, own_api, patience)
    except ClipUnavailable:
        if part.exists() and not _is_begun(part):
            part.unlink()
        raise
    try:
        check(part)
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
        check(target)
        return True
    return False


def _bring(whole: Path, target: Path) -> None:
    """From another disk it is copied from end to end: a bucket takes nothing else."""
    if whole.parent != target.parent:
        whole = Path(shutil.copyfile(whole, _hidden(target, "copy")))
    whole.replace(target)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    with suppress(OSError):  # Windows opens no folders, and some mounts do not sync them
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
