"""Event handlers for jobs: submit, follow, reopen, stop, delete, and the history.

A job is known by its unguessable id; what changes or lists jobs also asks whose they are. A job is
followed until it rests, or until the page follows another.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import fields, replace
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.utils import get_upload_folder

from ...accounts.visitor import known_id, new_id, own_key
from ...errors import SeedanceError
from ...jobs.runner import JobRunner
from ...ledger import Job, Payer
from ...orders.brief import Options
from ..components import example_cards, preview
from ..draft import Draft, read_draft
from ..form import Filled, refilled
from .presenter import Presenter, Shown
from .submit import FormValues, Submitter
from .watches import Watches

Details = dict[str, Any] | None
RECENT = 3600  # seconds
AT_OPTIONS = len(fields(FormValues)) - 1
SAME: Filled = (gr.skip(),) * (4 + len(fields(Options)))
UNTOUCHED: Shown = (gr.skip(),) * 4


class JobHandlers:
    """`request` says who calls; `visitor`, the browser's id, whose jobs are meant."""

    def __init__(self, runner: JobRunner, submitter: Submitter, presenter: Presenter) -> None:
        self._runner, self._ledger, self._settings = runner, runner.ledger, runner.settings
        self._submitter, self._presenter, self._watches = submitter, presenter, Watches()

    async def submit(
        self, request: gr.Request, profile: gr.OAuthProfile | None, *asked: Any
    ) -> AsyncIterator[Shown]:
        """The Generate button; `asked` are the form's values, the options one by one."""
        yield self._presenter.note("Preparing")
        values = FormValues(*[*asked[:AT_OPTIONS], Options(*asked[AT_OPTIONS:])])
        try:
            job = await asyncio.to_thread(self._submitter.submit, request, profile, values)
        except SeedanceError as error:
            yield self._presenter.refuse(error, values.model, values.duration)
            return
        async for shown in self._watch(request, job):
            yield shown

    def arrive(self, visitor: str, kept: object) -> tuple[Any, ...]:
        """Who comes, by an unguessable id in their browser; the button, which waits for it, because
        a job without it could not be found again; and the form as it was left."""
        draft = read_draft(kept, Path(get_upload_folder()))
        job = self._recent(visitor)
        left = _newer(draft, self._presenter.brief_of(job)) if job else draft
        form = refilled(left) if left else SAME
        return known_id(visitor) or new_id(), gr.Button(interactive=True), *form

    async def come_back(self, request: gr.Request, visitor: str) -> AsyncIterator[Shown]:
        """After a reload: the visitor's last job, followed again if it still runs. One that ended
        long ago is left to the history."""
        yield UNTOUCHED  # a generator that yields nothing empties its outputs
        if job := await asyncio.to_thread(self._recent, visitor):
            async for shown in self._watch(request, job):
                yield shown

    def refill(self, visitor: str, chosen: gr.EventData) -> Filled:
        """What a job of the history was made from. Apart from watching it: what is an output of a
        running event loses letters that are typed meanwhile."""
        job = self._owned({"job": _card_of(chosen)}, visitor)
        return refilled(self._presenter.brief_of(job)) if job else SAME

    async def reopen(
        self, request: gr.Request, visitor: str, chosen: gr.EventData
    ) -> AsyncIterator[Shown]:
        """A job of the history."""
        yield UNTOUCHED
        if job := await asyncio.to_thread(self._owned, {"job": _card_of(chosen)}, visitor):
            async for shown in self._watch(request, job):
                yield shown

    async def check_again(
        self, request: gr.Request, details: Details, api_key: str, visitor: str
    ) -> AsyncIterator[Shown]:
        """Take up a job that rests; looking costs nothing."""
        job = await asyncio.to_thread(self._owned, details, visitor)
        if job is None:
            yield self._presenter.nothing("There is no job of yours to look for.")
            return
        key = self._settings.api_key if job.payer is Payer.OWNER else own_key(api_key, request)
        await asyncio.to_thread(self._runner.check_again, job.id, key)
        async for shown in self._watch(request, job):
            yield shown

    async def resume(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        request_id: str,
        model: str,
        api_key: str,
        visitor: str,
    ) -> AsyncIterator[Shown]:
        """Watch a request made elsewhere with the same key."""
        yield self._presenter.note("Looking")
        try:
            asked = request_id, model, api_key, visitor
            job, key = await asyncio.to_thread(self._submitter.adopt, request, profile, *asked)
        except SeedanceError as error:
            yield self._presenter.refuse(error, model, 0)
            return
        await asyncio.to_thread(self._runner.check_again, job.id, key)
        async for shown in self._watch(request, job):
            yield shown

    async def stop(self, request: gr.Request, details: Details, visitor: str) -> None:
        """End an animatic; of a paid job, stop watching. The one who watches says what it means."""
        job = await asyncio.to_thread(self._owned, details, visitor)
        if not (job and await self._runner.cancel(job.id)):
            self._watches.stop(str(request.session_hash))

    async def animatic(self, details: Details, visitor: str) -> AsyncIterator[str]:
        """The free animatic of a paid job's brief: for the stage, where the watch finds it while
        the job runs, and beside the clip once that is there."""
        yield ""
        job = await asyncio.to_thread(self._owned, details, visitor)
        if job is None:
            return
        try:
            twin = await asyncio.to_thread(self._submitter.animatic_of, job)
        except SeedanceError as error:
            yield f"<p>{escape(str(error))}</p>"
            return
        async for _ in self._runner.follow(twin.id):
            film = await asyncio.to_thread(self._presenter.animatic_of, job)
            yield preview.beside(film, job.id) if film and job.phase.ended else ""

    def uncover(self, details: Details, visitor: str) -> Shown:
        """A clip that the provider flagged, by the choice of who it was made for."""
        job = self._owned(details, visitor)
        snapshot = self._runner.snapshot(job.id) if job else None
        if snapshot is None:
            return self._presenter.nothing("There is no clip of yours to show.")
        return self._presenter.show(snapshot, uncovered=True)

    def example(self, chosen: gr.EventData) -> Filled:
        """An example's brief, in the form. It costs nothing and starts nothing."""
        draft = example_cards.example(_card_of(chosen))
        return refilled(self._presenter.lent(draft)) if draft else SAME

    def longer(self, details: Details, visitor: str) -> Filled:
        """The brief of the clip on the page, longer, in the form. It starts nothing: the priced
        button does."""
        job = self._owned(details, visitor)
        if job is None:
            return SAME
        longest = self._submitter.quotes.contract(job.model).longest
        return refilled(replace(self._presenter.brief_of(job), duration=longest))

    def delete(self, details: Details, visitor: str) -> Shown:
        """Remove this machine's copy of a clip; what was paid stays in the ledger."""
        job = self._owned(details, visitor)
        if job is None or not job.clip:
            return self._presenter.note("There is no clip of yours to delete.")
        (self._settings.clips / job.clip).unlink(missing_ok=True)
        self._ledger.forget_clip(job.id)
        return self._presenter.nothing("The clip was deleted from this machine.")

    def history(self, visitor: str) -> str:
        """The visitor's jobs as cards, newest first."""
        return self._presenter.history(self._jobs_of(visitor))

    def _recent(self, visitor: str) -> Job | None:
        """The visitor's last job, unless it ended long ago."""
        last = next(iter(self._jobs_of(visitor)), None)
        return last if last and time.time() - (last.ended_at or time.time()) < RECENT else None

    async def _watch(self, request: gr.Request, job: Job) -> AsyncIterator[Shown]:
        session = str(request.session_hash)
        watch = self._watches.begin(session)
        try:
            async for snapshot in self._runner.follow(job.id, lambda: watch.on):
                yield await asyncio.to_thread(self._presenter.show, snapshot)
            if watch.stopped:
                yield self._presenter.stopped(job)
        finally:
            self._watches.end(session, watch)

    def _jobs_of(self, visitor: str) -> list[Job]:
        return self._ledger.of_visitor(visitor) if known_id(visitor) else []

    def _owned(self, details: Details, visitor: str) -> Job | None:
        job = self._ledger.job(_job_in(details))
        return job if job and known_id(visitor) and job.visitor == visitor else None


def _newer(draft: Draft | None, made_from: Draft) -> Draft:
    """A draft that was begun since the job, or what the job was made from."""
    begun = draft and (draft.images or draft.prompt.strip() != made_from.prompt.strip())
    return draft if draft and begun else made_from


def _job_in(details: object) -> str:
    """The job id in what a browser says its details are."""
    return str(details.get("job") or "") if isinstance(details, dict) else ""


def _card_of(chosen: gr.EventData) -> str:
    """The card that was pressed, as a browser tells it."""
    told = chosen._data
    return str(told.get("card") or "") if isinstance(told, dict) else ""
