"""Event handlers for the history: a clip that plays in its card, and all clips as one download."""

import gradio as gr

from ...errors import SeedanceError
from ...jobs.pools import PAGE
from ..served import address
from .all_clips import AllClips
from .callers import Callers
from .job_files import JobFiles
from .visitor_jobs import VisitorJobs


class HistoryHandlers:
    """`visitor` is the browser's id."""

    def __init__(
        self, callers: Callers, jobs: VisitorJobs, files: JobFiles, all_clips: AllClips
    ) -> None:
        self._callers, self._jobs = callers, jobs
        self._files, self._all_clips = files, all_clips

    async def film(self, chosen: gr.EventData, *, visitor: str) -> dict[str, str]:
        """Where the clip of a card lies; nothing of one that is covered."""
        job = await PAGE.run(self._jobs.chosen, chosen, visitor)
        if job is None or job.nsfw:
            return {}
        clip, _ = await PAGE.run(self._files.clip, job)
        return {"card": job.id, "address": address(clip)}

    async def download(
        self, request: gr.Request, profile: gr.OAuthProfile | None, *, visitor: str
    ) -> dict[str, str]:
        """Where all clips are found as one file, or why there is none."""
        who = self._callers.identify(request, profile, visitor).visitor
        try:
            return {"address": await self._all_clips.address(who)}
        except SeedanceError as error:
            return {"error": str(error)}
