"""The jobs of one visitor, who is known by the unguessable id of a browser."""

import time

import gradio as gr

from ...accounts.visitor import known_id
from ...ledger import Job, Ledger

RECENT = 3600  # seconds


class VisitorJobs:
    """What a browser sends is looked at here, and nowhere else, for whether a job is its own."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self, visitor: object) -> list[Job]:
        """The visitor's jobs, newest first."""
        return self._ledger.of_visitor(known) if (known := known_id(visitor)) else []

    def recent(self, visitor: object) -> Job | None:
        """The visitor's last job, unless it ended long ago."""
        last = next(iter(self.all(visitor)), None)
        return last if last and time.time() - (last.ended_at or time.time()) < RECENT else None

    def shown(self, details: object, visitor: object) -> Job | None:
        """The job that a page says its details are of, if it is the visitor's."""
        job_id = details.get("job") if isinstance(details, dict) else ""
        return self._owned(str(job_id or ""), visitor)

    def on_page(self, details: object, visitor: object) -> Job | None:
        """The same; for a page that has only arrived, the visitor's last one."""
        return self.shown(details, visitor) if details else self.recent(visitor)

    def chosen(self, card: gr.EventData, visitor: object) -> Job | None:
        """The job whose card of the history was pressed, if it is the visitor's."""
        return self._owned(card_of(card), visitor)

    def shared(self, token: object) -> Job | None:
        """Another visitor's job whose link somebody has."""
        return self._ledger.shared(token) if isinstance(token, str) else None

    def _owned(self, job_id: str, visitor: object) -> Job | None:
        job, known = self._ledger.job(job_id), known_id(visitor)
        return job if job and known and job.visitor == known else None


def card_of(chosen: gr.EventData) -> str:
    """The name of the card that was pressed, as a browser tells it."""
    told = chosen._data
    return str(told.get("card") or "") if isinstance(told, dict) else ""
