"""Clips that go on from each other's last frame, and the films that are joined of them."""

from collections.abc import Iterable

from . import rows
from .job import Job
from .reader import SEEN, Reader

LONGEST = 100  # clips of a chain


class Chains(Reader):
    """Every method is one transaction and may raise `StorageError`."""

    def note_last_frame(self, job: Job, picture: str) -> None:
        """The picture that was made of a clip's last frame, by its name. Of two clips that end
        alike it is that of the one it was made of last."""
        with self._transaction() as db:
            db.execute(
                "UPDATE jobs SET last_frame = '' WHERE visitor = ? AND last_frame = ?",
                (job.visitor, picture),
            )
            rows.update(db, job.id, {"last_frame": picture})

    def link(self, job: Job) -> Job:
        """A job that begins with its first picture, with the visitor's own clip that it goes on
        from, where the picture is that one's last frame."""
        if job.continues or not job.images:
            return job
        this = f"visitor = ? AND last_frame = ? AND opened_at < ? AND {SEEN}"
        found = self._jobs(this, job.visitor, job.images[0], job.opened_at)
        if not found:
            return job
        with self._transaction() as db:
            return rows.update(db, job.id, {"continues": found[0].id})

    def chain(self, job: Job) -> tuple[Job, ...]:
        """The clips that a job goes on from, the first of them first, and the job; without what is
        before one that is gone."""
        chain = [job]
        with self._transaction(write=False) as db:
            while chain[0].continues and len(chain) < LONGEST:
                row = db.execute(
                    f"SELECT * FROM jobs WHERE id = ? AND visitor = ? AND {SEEN}",  # noqa: S608
                    (chain[0].continues, job.visitor),
                ).fetchone()
                if row is None:
                    break
                chain.insert(0, rows.job_of(row))
        return tuple(chain)

    def note_joined(self, film: str, clips: Iterable[Job]) -> None:
        """A film is joined of these clips, and goes with any of them."""
        with self._transaction() as db:
            for each in clips:
                db.execute(
                    "INSERT INTO joined VALUES (?, ?) ON CONFLICT DO NOTHING", (film, each.id)
                )

    def joined_with(self, job_id: str) -> list[str]:
        """The files of the films that a clip is a part of."""
        with self._transaction(write=False) as db:
            found = db.execute("SELECT film FROM joined WHERE job = ?", (job_id,)).fetchall()
            return [row["film"] for row in found]

    def forget_joined(self, job_id: str) -> list[str]:
        """The same, of which nothing is known any more then."""
        with self._transaction() as db:
            return rows.take_joined(db, job_id)
