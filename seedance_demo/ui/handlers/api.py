"""Handlers of `/generate` and `/job`: the page's API for programs."""

from collections.abc import AsyncIterator

import gradio as gr

from ...errors import NotAllowed, SeedanceError
from ...jobs.pools import PAGE
from ...jobs.runner import JobRunner
from ...jobs.snapshot import Snapshot
from ..naming import Updates, unchanged, updates
from ..page import Page
from .brought_images import is_brought
from .callers import Callers
from .presenter import Presenter
from .program_values import read_key, read_values
from .submit import Submitter
from .watches import Watches


class ApiHandlers:
    """Generators: each yields video, status and details until the job ends or rests."""

    def __init__(
        self,
        page: Page,
        runner: JobRunner,
        submitter: Submitter,
        presenter: Presenter,
        callers: Callers,
        watches: Watches,
    ) -> None:
        self._answers, self._runner, self._submitter = page.result.answers, runner, submitter
        self._presenter, self._callers, self._watches = presenter, callers, watches
        self._for_a_day = page.result.answers.video.temp_files  # Gradio removes them after that

    async def generate(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        images: object,
        prompt: object,
        duration: object,
        model: object,
        api_key: object = "",
        plan: object = None,
    ) -> AsyncIterator[Updates]:
        """Make a clip from 1 to 4 pictures and a prompt; the first answer has the job's id, and
        more follow until the clip is there. Programs may send their WaveSpeedAI key as the header
        X-WaveSpeed-Key instead of the argument. The animatic also takes a plan of its shots, as
        JSON."""
        try:
            caller = self._callers.identify(request, profile, api_key=read_key(api_key))
            values = read_values(images, prompt, duration, model, plan)
            self._for_a_day.update(each for each in values.images if not is_brought(each))
            job = await self._submitter.submit(caller, values)
        except SeedanceError as error:
            yield updates(self._answers, self._presenter.tell_refusal(error, model, duration))
            return
        async for told in self._follow(request, job.id):
            yield told

    async def follow(self, request: gr.Request, job: object) -> AsyncIterator[Updates]:
        """A job by its id, running or ended, until it ends or rests."""
        async for told in self._follow(request, str(job)):
            yield told

    async def _follow(self, request: gr.Request, job: str) -> AsyncIterator[Updates]:
        if (last := await PAGE.run(self._runner.snapshot, job)) is None:
            yield updates(self._answers, self._presenter.tell_words("There is no such job here."))
            return
        yield await self._told(last)
        whose = self._callers.identify(request).visitor.counted
        try:
            with self._watches.watch(str(request.session_hash), whose):
                async for snapshot in self._runner.follow(job, known=last):
                    yield unchanged() if snapshot is last else await self._told(snapshot)
                    last = snapshot
        except NotAllowed as error:
            yield updates(self._answers, self._presenter.tell_words(str(error)))

    async def _told(self, snapshot: Snapshot) -> Updates:
        view = await PAGE.run(self._presenter.tell, snapshot)
        return updates(self._answers, view)
