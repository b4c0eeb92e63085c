"""The files of jobs where a page may fetch them: clips, posters, pictures."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from gradio.utils import get_upload_folder

from ...errors import StorageError
from ...jobs.files import Files, clips_of, pictures_of
from ...jobs.runner import JobRunner
from ...ledger import Job
from ..components.thumbnails import thumbnail
from ..served import ServedCopies, address

POSTERS, EXPORTS = "posters", "exports"


def made_of_clips(kind: str) -> Path:
    """The folder of such files. Their names begin with the clip's, which nobody guesses."""
    return Path(get_upload_folder()) / kind


class JobFiles:
    """`for_a_day` takes the copies of clips: Gradio removes what is in it when it is that old."""

    def __init__(self, runner: JobRunner, for_a_day: set[str]) -> None:
        self._ledger = runner.ledger
        self.clips, self._pictures = clips_of(runner.settings), pictures_of(runner.settings)
        self._served, self._for_a_day = ServedCopies(), for_a_day

    def clip(self, job: Job) -> tuple[str | None, str]:
        """Where the job's clip is served from, and why it is not. A paid clip that cannot be shown
        is paid and kept all the same."""
        try:
            is_here = job.clip and not job.deleted_at
            copy = self._served.copy(self.clips.get(job.clip)) if is_here else None
        except StorageError as error:
            return None, str(error)
        if copy:
            self.keep_for_a_day(copy)
        return copy, ""

    def joined(self, film: str) -> str | None:
        """Where a film that was joined of clips is served from. Raises `StorageError`."""
        if copy := self._served.copy(self.clips.get(film)):
            self.keep_for_a_day(copy)
        return copy

    def film(self, job: Job) -> str:
        """The address of a clip that is shown beside another."""
        return self._address(self.clips, job.clip)

    def poster(self, job: Job) -> str | None:
        target = made_of_clips(POSTERS) / f"{Path(job.clip).stem}.jpg"
        if job.clip and not job.deleted_at:
            with suppress(StorageError):
                here = target.exists() or thumbnail(self.clips.get(job.clip), target)
                return str(target) if here else None
        return None

    def picture(self, job: Job) -> str:
        """The address of the first picture of its brief."""
        return self._address(self._pictures, job.images[0]) if job.images else ""

    def uploaded(self, picture: str) -> str | None:
        with suppress(StorageError):  # the strip is filled with what there is
            return self._served.copy(self._pictures.get(picture))
        return None

    def lent(self, pictures: Iterable[str]) -> tuple[str, ...]:
        """Copies where visitors' own uploads are. Raises `StorageError`."""
        return tuple(filter(None, map(self._served.copy, map(Path, pictures))))

    def is_whole(self, job: Job) -> bool:
        """Whether all the pictures of a job's brief are still here."""
        with suppress(StorageError):
            return all(self._pictures.get(name).is_file() for name in job.images)
        return False

    def keep_for_a_day(self, copy: str) -> None:
        self._for_a_day.add(copy)

    def forget(self, job: Job) -> None:
        """Of a job that was deleted: where its clip was served from, it is no more, nor is what was
        made of it."""
        if not job.clip:
            return
        for name in (job.clip, *self._ledger.joined_with(job.id)):
            with suppress(StorageError):  # where it cannot be reached, there is no copy to forget
                self._served.forget(self.clips.get(name))
        for folder in (POSTERS, EXPORTS):
            for made in made_of_clips(folder).glob(f"{Path(job.clip).stem}*"):
                made.unlink(missing_ok=True)

    def _address(self, files: Files, name: str) -> str:
        """The address of a picture or film beside the clip; empty when there is none to be had."""
        with suppress(StorageError):
            return address(self._served.copy(files.get(name))) if name else ""
        return ""
