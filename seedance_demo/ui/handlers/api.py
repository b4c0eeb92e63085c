"""Handlers of `/generate` and `/job`: the page's API for programs."""

import asyncio
from collections.abc import AsyncIterator

import gradio as gr

from ...accounts.visitor import Caller
from ...errors import NotAllowed, SeedanceError
from ...jobs.runner import JobRunner
from ..naming import Updates, updates
from ..page import Page
from ..result import JobView
from .callers import Callers
from .presenter import Presenter
from .submit import FormValues, Submitter
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
        self._view, self._runner, self._submitter = page.result.view, runner, submitter
        self._presenter, self._callers, self._watches = presenter, callers, watches

    async def generate(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        images: list[tuple[str, str | None]] | None,
        prompt: str,
        duration: int,
        model: str,
        api_key: str = "",
    ) -> AsyncIterator[Updates]:
        """Make a clip from 1 to 4 pictures and a prompt; yields until it is there. Programs may
        send their WaveSpeedAI key as the header X-WaveSpeed-Key instead of the argument."""
        caller = self._callers.identify(request, profile, api_key=api_key)
        paths = [path for path, _ in images or ()]
        values = FormValues(images=paths, prompt=prompt, duration=duration, model=model)
        async for view in self._generate(request, caller, values):
            yield updates(self._view, view)

    async def follow(self, request: gr.Request, job: str) -> AsyncIterator[Updates]:
        """A job by its id, running or ended, until it ends or rests."""
        async for view in self._follow(request, job):
            yield updates(self._view, view)

    async def _generate(
        self, request: gr.Request, caller: Caller, values: FormValues
    ) -> AsyncIterator[JobView]:
        yield self._presenter.tell_words("Preparing")
        try:
            job = await self._submitter.submit(caller, values)
        except SeedanceError as error:
            yield self._presenter.tell_refusal(error, values.model, values.duration)
            return
        async for view in self._follow(request, job.id):
            yield view

    async def _follow(self, request: gr.Request, job: str) -> AsyncIterator[JobView]:
        whose = self._callers.identify(request).visitor.counted
        try:
            with self._watches.watch(str(request.session_hash), whose):
                found = False
                async for snapshot in self._runner.follow(job):
                    found = True
                    yield await asyncio.to_thread(self._presenter.tell, snapshot)
                if not found:
                    yield self._presenter.tell_words("There is no such job here.")
        except NotAllowed as error:
            yield self._presenter.tell_words(str(error))
