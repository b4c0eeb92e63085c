"""Event handlers for what can be done with a job: its animatic, compare, uncover, share, delete."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import gradio as gr
from markupsafe import Markup

from ...errors import SeedanceError
from ...jobs.deletions import Deletions
from ...jobs.pools import PAGE, once_read
from ...jobs.runner import JobRunner
from ...ledger import Job
from ..naming import Updates, unchanged
from ..page import Page
from ..result import Details
from ..served import address
from .callers import Callers
from .clip_files import ClipFiles
from .next_steps import NextStepHandlers
from .presenter import Presenter
from .prices import PriceHandlers
from .submit import Submitter
from .visitor_jobs import VisitorJobs


class JobActionHandlers:
    """`visitor` is the browser's id, `details` what the page shows of its job."""

    def __init__(
        self,
        page: Page,
        runner: JobRunner,
        callers: Callers,
        jobs: VisitorJobs,
        submitter: Submitter,
        presenter: Presenter,
        prices: PriceHandlers,
        next_steps: NextStepHandlers,
        clip_files: ClipFiles,
    ) -> None:
        self._page, self._view, self._runner = page, page.result.view, runner
        self._callers, self._jobs = callers, jobs
        self._submitter, self._presenter, self._prices = submitter, presenter, prices
        self._next_steps, self._clip_files = next_steps, clip_files
        self._deletions = Deletions(runner.ledger, runner.settings)

    async def animatic(
        self, request: gr.Request, *, details: Details | None, visitor: str
    ) -> AsyncIterator[str]:
        """The free animatic of a paid job's brief: for the stage, where the watch finds it while
        the job runs, and in step with the clip once that is there."""
        yield ""
        job = await PAGE.run(self._jobs.shown, details, visitor)
        if job is None:
            return
        try:
            caller = self._callers.identify(request, None, visitor)
            twin = await PAGE.run(self._submitter.animatic_of, job, caller)
        except SeedanceError as error:
            yield Markup("<p>{}</p>").format(error)
            return
        async for _ in self._runner.follow(twin.id):
            yield await PAGE.run(self._presenter.compared, job) if job.phase.ended else ""

    def uncover(
        self, request: gr.Request, *, details: Details | None, visitor: str, api_key: str
    ) -> Updates:
        """A clip that the provider flagged, by the choice of who it was made for."""
        job = self._jobs.shown(details, visitor)
        snapshot = self._runner.snapshot(job.id) if job else None
        if snapshot is None:
            return self._view.shown(self._presenter.nothing("There is no clip of yours to show."))
        caller = self._callers.identify(request, None, visitor, api_key)
        return {
            **self._view.shown(self._presenter.show(snapshot, uncovered=True)),
            **self._next_steps.known(caller, details, uncovered=True),
        }

    async def save(
        self, request: gr.Request, chosen: gr.EventData, *, details: Details | None, visitor: str
    ) -> dict[str, str]:
        """A file that is made of the clip: its address and its name, or why there is none."""
        told = chosen._data if isinstance(chosen._data, dict) else {}
        job = await PAGE.run(self._jobs.shown, details, visitor)
        who = self._callers.identify(request, None, visitor).visitor
        try:
            made = await self._clip_files.make(str(told.get("makes")), job, who)
        except SeedanceError as error:
            return {"error": str(error)}
        return {"address": address(made), "name": Path(made).name}

    def share(
        self, request: gr.Request, *, details: Details | None, visitor: str, api_key: str
    ) -> Updates:
        """Give the clip a link, for others whom its maker hands it to."""
        return self._linked(self._runner.ledger.share, request, details, visitor, api_key)

    def stop_sharing(
        self, request: gr.Request, *, details: Details | None, visitor: str, api_key: str
    ) -> Updates:
        """That link leads nowhere from now on, and will not again."""
        return self._linked(self._runner.ledger.stop_sharing, request, details, visitor, api_key)

    def _linked(
        self,
        change: Callable[[str], Job],
        request: gr.Request,
        details: Details | None,
        visitor: str,
        api_key: str,
    ) -> Updates:
        if job := self._jobs.shown(details, visitor):
            change(job.id)
        caller = self._callers.identify(request, None, visitor, api_key)
        return self._next_steps.known(caller, details)

    def delete(self, *, details: Details | None, visitor: str) -> Updates:
        """Remove a job that has ended and this machine's copy of its clip; for a moment that can be
        undone. What was paid stays in the ledger."""
        job = self._jobs.shown(details, visitor)
        if job is None or not job.phase.ended or job.deleted_at:
            return self._view.shown(self._presenter.note("There is no clip of yours to delete."))
        self._deletions.delete(job)
        return self._view.shown(self._presenter.deleted(job))

    def restore(self, chosen: gr.EventData, *, visitor: str) -> Updates:
        """Undo that."""
        job = self._jobs.chosen(chosen, visitor)
        if job is None or not self._deletions.restore(job):
            return self._view.shown(self._presenter.note("It is gone: too late to undo."))
        snapshot = self._runner.snapshot(job.id)
        return self._view.shown(self._presenter.show(snapshot)) if snapshot else unchanged()

    async def around(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        *,
        details: Details | None,
        visitor: str,
        api_key: str,
    ) -> Updates:
        """What follows from how the job on the page stands: what can be done with it, the history
        and the allowance."""

        def read() -> Updates:
            caller = self._callers.identify(request, profile, visitor, api_key)
            return {
                **self._page.result.actions.offered(details),
                **self._next_steps.known(caller, details),
                self._page.history.cards: self._presenter.history(self._jobs.all(visitor)),
                self._page.form.allowance: self._prices.allowance(caller),
            }

        return await once_read(read)
