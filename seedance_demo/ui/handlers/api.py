"""Handlers of `/generate` and `/job`: the page's API for programs."""

import asyncio
from collections.abc import AsyncIterator
from html import escape

import gradio as gr

from ...errors import SeedanceError
from ...jobs.runner import JobRunner
from .. import messages
from .presenter import Presenter, Told
from .submit import FormValues, Submitter


class ApiHandlers:
    """Generators: each yields (video, status, details) until the job ends or rests."""

    def __init__(self, runner: JobRunner, submitter: Submitter, presenter: Presenter) -> None:
        self._runner, self._submitter, self._presenter = runner, submitter, presenter

    async def generate(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        images: list[tuple[str, str | None]] | None,
        prompt: str,
        duration: int,
        model: str,
        api_key: str = "",
    ) -> AsyncIterator[Told]:
        """Make a clip from 1 to 4 pictures and a prompt; yields until it is there. Programs may
        send their WaveSpeedAI key as the header X-WaveSpeed-Key instead of the argument."""
        yield None, "Preparing", {}
        values = FormValues([path for path, _ in images or ()], prompt, duration, model, api_key)
        try:
            job = await asyncio.to_thread(self._submitter.submit, request, profile, values)
        except SeedanceError as error:
            yield None, escape(str(error)), messages.refusal_details(error, model, duration)
            return
        async for told in self.follow(job.id):
            yield told

    async def follow(self, job: str) -> AsyncIterator[Told]:
        """A job by its id, running or ended, until it ends or rests."""
        found = False
        async for snapshot in self._runner.follow(job):
            found = True
            yield await asyncio.to_thread(self._presenter.tell, snapshot)
        if not found:
            yield None, "There is no such job here.", {}
