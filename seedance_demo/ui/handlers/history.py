"""Event handlers for the history: a clip that plays in its card."""

import gradio as gr

from ...jobs.pools import PAGE
from ..served import address
from .job_files import JobFiles
from .visitor_jobs import VisitorJobs


class HistoryHandlers:
    """`visitor` is the browser's id."""

    def __init__(self, jobs: VisitorJobs, files: JobFiles) -> None:
        self._jobs, self._files = jobs, files

    async def film(self, chosen: gr.EventData, *, visitor: str) -> dict[str, str]:
        """Where the clip of a card lies; nothing of one that is covered."""
        job = await PAGE.run(self._jobs.chosen, chosen, visitor)
        if job is None or job.nsfw:
            return {}
        clip, _ = await PAGE.run(self._files.clip, job)
        return {"card": job.id, "address": address(clip)}
