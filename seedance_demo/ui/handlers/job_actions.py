"""Event handlers for what can be done with a job: its animatic, uncover, delete."""

from collections.abc import AsyncIterator

import gradio as gr
from markupsafe import Markup

from ...errors import SeedanceError
from ...jobs.pools import PAGE
from ...jobs.runner import JobRunner
from ..components import preview
from ..naming import Updates
from ..page import Page
from ..result import Details
from .callers import Callers
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
    ) -> None:
        self._page, self._view, self._runner = page, page.result.view, runner
        self._callers, self._jobs = callers, jobs
        self._submitter, self._presenter, self._prices = submitter, presenter, prices

    async def animatic(
        self, request: gr.Request, *, details: Details | None, visitor: str
    ) -> AsyncIterator[str]:
        """The free animatic of a paid job's brief: for the stage, where the watch finds it while
        the job runs, and beside the clip once that is there."""
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
            film = await PAGE.run(self._presenter.animatic_of, job)
            yield preview.beside(film, job.id) if film and job.phase.ended else ""

    def uncover(self, *, details: Details | None, visitor: str) -> Updates:
        """A clip that the provider flagged, by the choice of who it was made for."""
        job = self._jobs.shown(details, visitor)
        snapshot = self._runner.snapshot(job.id) if job else None
        if snapshot is None:
            return self._view.shown(self._presenter.nothing("There is no clip of yours to show."))
        return self._view.shown(self._presenter.show(snapshot, uncovered=True))

    def delete(self, *, details: Details | None, visitor: str) -> Updates:
        """Remove this machine's copy of a clip; what was paid stays in the ledger."""
        job = self._jobs.shown(details, visitor)
        if job is None or not job.clip:
            return self._view.shown(self._presenter.note("There is no clip of yours to delete."))
        (self._runner.settings.clips / job.clip).unlink(missing_ok=True)
        self._runner.ledger.forget_clip(job.id)
        return self._view.shown(self._presenter.nothing("The clip was deleted from this machine."))

    def around(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        *,
        details: Details | None,
        visitor: str,
    ) -> Updates:
        """What follows from how the job on the page stands: what can be done with it, the history
        and the allowance."""
        caller = self._callers.identify(request, profile, visitor)
        return {
            **self._page.result.actions.offered(self._submitter.quotes, details),
            self._page.history.cards: self._presenter.history(self._jobs.all(visitor)),
            self._page.form.allowance: self._prices.allowance(caller),
        }
