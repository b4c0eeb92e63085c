"""Event handlers for jobs: submit, follow, reopen, stop.

A job is followed until it ends, through its rests, or until the page follows another.
"""

from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import gradio as gr

from ...errors import NotAllowed, SeedanceError
from ...jobs.pools import PAGE, PRESS, once_read
from ...jobs.runner import JobRunner
from ...jobs.snapshot import Snapshot
from ...ledger import Job
from ...orders.brief import Options
from ...orders.wishes import model_in_force
from ..naming import Updates, unchanged
from ..page import Page
from ..result import Details
from .callers import Callers
from .form_values import FormValues
from .presenter import Presenter
from .submit import Submitter
from .visitor_jobs import VisitorJobs
from .watches import Watch, Watches


class JobHandlers:
    """`visitor` is the browser's id, `details` what the page shows of its job."""

    def __init__(
        self,
        page: Page,
        runner: JobRunner,
        callers: Callers,
        jobs: VisitorJobs,
        submitter: Submitter,
        presenter: Presenter,
        watches: Watches,
    ) -> None:
        self._page, self._view, self._runner = page, page.result.view, runner
        self._callers, self._jobs, self._watches = callers, jobs, watches
        self._submitter, self._presenter = submitter, presenter

    async def submit(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        *,
        visitor: str,
        api_key: str,
        agreed: str,
        agreed_clips: int | None,
        details: Details | None,
        images: list[str],
        prompt: str,
        duration: int,
        model: str,
        write_only: bool,
        steps: object,
        **options: Any,
    ) -> AsyncIterator[Updates]:
        """The Generate button; `options` are those of `Options`, by name."""
        wished = FormValues(
            images=images,
            prompt=prompt,
            duration=duration,
            model=model,
            write_only=write_only,
            agreed=agreed,
            clips=1 if agreed_clips is None else agreed_clips,
            shown=details,
            options=Options(**options),
            steps=steps,
        )
        values = wished.in_force(self._submitter.quotes.contract)
        try:
            caller = self._callers.identify(request, profile, visitor, api_key)
            job = await self._submitter.submit(caller, values)
        except SeedanceError as error:
            yield self._page.form.complaints.refused(error)
            return
        yield {self._page.form.price.opened: job.id}
        async for changed in self._watch(request, job):
            yield changed

    async def come_back(
        self, request: gr.Request, *, details: Details | None, visitor: str
    ) -> AsyncIterator[Updates]:
        """The job on the page, after a reload the visitor's last one, followed again if it still
        runs. One that ended long ago is left to the history."""
        yield unchanged()  # a generator that yields nothing empties its outputs
        if job := await once_read(self._jobs.on_page, details, visitor):
            async for changed in self._watch(request, job):
                yield changed

    async def glance(
        self, request: gr.Request, *, details: Details | None, visitor: str
    ) -> Updates:
        """How the same job stands, at once: for a tab that nobody looks at. It follows nothing, and
        what its watch has just said is fresh enough."""
        if self._watches.let_go(str(request.session_hash)):
            return unchanged()
        job = await PAGE.run(self._jobs.on_page, details, visitor)
        snapshot = await PAGE.run(self._runner.snapshot, job.id) if job else None
        if snapshot is None:
            return unchanged()
        return self._view.shown(await PAGE.run(self._presenter.show, snapshot))

    async def reopen(
        self, request: gr.Request, chosen: gr.EventData, *, visitor: str
    ) -> AsyncIterator[Updates]:
        """A job of the history."""
        yield unchanged()
        if job := await PAGE.run(self._jobs.chosen, chosen, visitor):
            async for changed in self._watch(request, job):
                yield changed

    async def check_again(
        self, request: gr.Request, *, details: Details | None, api_key: str, visitor: str
    ) -> AsyncIterator[Updates]:
        """Take up a job that rests, with the others of its press; looking costs nothing."""
        job = await PAGE.run(self._jobs.shown, details, visitor)
        if job is None:
            yield self._view.shown(self._presenter.nothing("There is no job of yours to look for."))
            return
        key = self._callers.identify(request, None, visitor, api_key).key
        for each in await PAGE.run(self._runner.ledger.variations, job) or [job]:
            await PAGE.run(self._runner.check_again, each.id, key)
        async for changed in self._watch(request, job):
            yield changed

    async def resume(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        *,
        request_id: str,
        model: str,
        write_only: bool,
        api_key: str,
        visitor: str,
    ) -> AsyncIterator[Updates]:
        """Watch a request made elsewhere with the same key."""
        yield self._view.shown(self._presenter.note("Looking"))
        caller = self._callers.identify(request, profile, visitor, api_key)
        contract_of = self._submitter.quotes.contract
        asked = model_in_force(model, contract_of, write_only=write_only)
        try:
            job, key = await PRESS.run(self._submitter.adopt, caller, request_id, asked)
        except SeedanceError as error:
            yield self._view.shown(self._presenter.refuse(error, model, 0))
            return
        await PAGE.run(self._runner.check_again, job.id, key)
        async for changed in self._watch(request, job):
            yield changed

    async def stop(self, request: gr.Request, *, details: Details | None, visitor: str) -> None:
        """End an animatic; of a paid job, stop watching. The one who watches says what it means."""
        job = await PAGE.run(self._jobs.shown, details, visitor)
        if not (job and await self._runner.cancel(job.id)):
            self._watches.stop(str(request.session_hash))

    async def _watch(self, request: gr.Request, job: Job) -> AsyncIterator[Updates]:
        """How the job stands, at once and however many watch; then as it changes."""
        whose = self._callers.identify(request).visitor.counted
        if (first := await once_read(self._runner.snapshot, job.id)) is None:
            return
        yield await self._show(first)
        look = partial(self._runner.ledger.changes.tell, job.id)
        try:
            with self._watches.watch(str(request.session_hash), whose, look) as watch:
                async for changed in self._follow(first, watch):
                    yield changed
        except NotAllowed as error:
            yield self._view.shown(self._presenter.note(str(error)))

    async def _follow(self, first: Snapshot, watch: Watch) -> AsyncIterator[Updates]:
        """What comes after the first, to the end or as long as it is watched."""
        last = first
        async for snapshot in self._runner.follow(
            first.job.id, lambda: watch.on, to_the_last=True, known=first
        ):
            # Gradio frees the slot of a closed tab at a yield.
            yield unchanged() if snapshot is last else await self._show(snapshot)
            last = snapshot
        if watch.stopped:
            yield self._view.shown(self._presenter.stopped(first.job))
        elif watch.on and (ready := last.ready_instead(first)):
            other = await once_read(self._runner.snapshot, ready.id)
            yield await self._show(other) if other else unchanged()

    async def _show(self, snapshot: Snapshot) -> Updates:
        return self._view.shown(await once_read(self._presenter.show, snapshot))
