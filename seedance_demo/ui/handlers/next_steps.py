"""Event handlers for the briefs that follow from a job: what they cost, and taking one.

A step fills the form and leaves the press to the Generate button, at the price that the step's own
button said: there is one way to spend.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

import gradio as gr

from ...accounts.guard import Guard
from ...accounts.visitor import Caller
from ...catalog import MODELS
from ...errors import BadBrief, BadKey, NotAllowed, SeedanceError
from ...jobs.pools import PAGE, QUOTE
from ...ledger import Job, Phase
from ...money import read_dollars
from ...orders.brief import Options, check_model
from ...orders.family import from_pictures, model_of
from ...orders.offer import draft_brief, priced
from ...orders.order import Order
from ...orders.quotes import Quotes
from ...orders.roles import begins_with_a_picture
from ...orders.wishes import Wishes
from ..components import next_steps
from ..components.complaints import complaint
from ..draft import Draft
from ..naming import Updates, unchanged
from ..page import Page
from ..result import Details
from .callers import Callers
from .clip_files import ClipFiles
from .job_files import JobFiles
from .presenter import Presenter
from .prices import PriceHandlers
from .visitor_jobs import VisitorJobs

CONTINUE = "continue"


@dataclass(frozen=True)
class Next:
    """A brief made of a job's own: with another model, another length, another take, or from its
    last frame on."""

    name: str
    words: str
    model: str
    duration: int
    options: Options
    pictures: int


class NextStepHandlers:
    """`visitor` is the browser's id, `details` what the page shows of its job."""

    def __init__(
        self,
        page: Page,
        guard: Guard,
        quotes: Quotes,
        callers: Callers,
        jobs: VisitorJobs,
        presenter: Presenter,
        prices: PriceHandlers,
        files: JobFiles,
        clip_files: ClipFiles,
    ) -> None:
        self._form, self._next = page.form, page.result.next
        self._files, self._clip_files = files, clip_files
        self._guard, self._quotes = guard, quotes
        self._callers, self._jobs = callers, jobs
        self._presenter, self._prices = presenter, prices

    def known(self, caller: Caller, details: Details | None, *, uncovered: bool = False) -> Updates:
        """What can be done with a job that has ended, at the prices that are known. Of one that
        runs nothing is asked or looked up."""
        ended = (details or {}).get("phase") in (Phase.COMPLETED, Phase.FAILED)
        job = self._jobs.shown(details, caller.visitor.id) if ended else None
        return {
            self._next.row: self._row(job, caller, uncovered=uncovered) if job else "",
            self._next.ended: job.id if job else "",
        }

    async def ask(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        *,
        details: Details | None,
        visitor: str,
        api_key: str,
    ) -> Updates:
        """The same at the provider's prices, asked for once when a job has ended."""
        caller = self._callers.identify(request, profile, visitor, api_key)
        job = await PAGE.run(self._jobs.shown, details, visitor)
        if job is None or not job.phase.ended:  # what an earlier question brings late is over
            return {self._next.row: ""}
        if job.nsfw or not self._prices.paying_key(caller, MODELS[0].id):
            return unchanged()
        return {self._next.row: await QUOTE.run(partial(self._row, job, caller, ask=True))}

    async def take(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        chosen: gr.EventData,
        *,
        details: Details | None,
        visitor: str,
        api_key: str,
    ) -> Updates:
        """Fill the form with a step, and say how it goes on: by a press, by entering a key, or with
        the words for what comes after a clip's last frame."""
        caller = self._callers.identify(request, profile, visitor, api_key)
        told = chosen._data if isinstance(chosen._data, dict) else {}
        job = await PAGE.run(self._jobs.shown, details, visitor)
        name = told.get("step")
        found = await PAGE.run(self._step, job, name, caller) if job else None
        if job is None or found is None:
            return unchanged()
        step, order = found
        if step.name == CONTINUE:
            return await self._go_on(job, step, order, caller)
        agreed = read_dollars(str(told.get("agreed")))
        return await PAGE.run(self._filled, job, step, order, caller, agreed)

    def _filled(
        self, job: Job, step: Next, order: Order, caller: Caller, agreed: Decimal
    ) -> Updates:
        draft = self._draft(job, step)
        lacking = self._lacking(step, caller)
        is_agreed = len(draft.images) == len(job.images) and order.price <= agreed
        return {
            **self._form.refilled(draft),
            **self._form.price.of_one(order),
            self._form.complaints.key: complaint(lacking),
            **({self._form.own_key.row: gr.Row(visible=True)} if lacking else {}),
            self._next.row: self._row(job, caller),  # a price that has changed is seen
            self._next.lead: {
                "key": bool(lacking),
                "price": priced("", order) if is_agreed else "",
            },
        }

    async def _go_on(self, job: Job, step: Next, order: Order, caller: Caller) -> Updates:
        """From the last frame on, with the same words, ready to be written anew; not pressed."""
        try:
            frame = await self._clip_files.last_frame(job, caller.visitor)
        except SeedanceError as error:
            return {self._next.lead: {"error": str(error)}}
        draft = replace(await PAGE.run(self._draft, job, step), images=(frame,), steps=())
        return {
            **self._form.refilled(draft),
            **self._form.price.of_one(order),
            self._next.lead: {"words": job.prompt},
        }

    def _draft(self, job: Job, step: Next) -> Draft:
        return replace(
            self._presenter.brief_of(job),
            model=step.model,
            duration=step.duration,
            options=step.options,
        )

    def _row(self, job: Job, caller: Caller, *, uncovered: bool = False, ask: bool = False) -> str:
        ended = self._presenter.ended(job, uncovered=uncovered)
        steps = self._steps(job, caller, is_seen=bool(ended.clip), ask=ask)
        return next_steps.row(ended, steps)

    def _steps(
        self, job: Job, caller: Caller, *, is_seen: bool, ask: bool
    ) -> Iterator[next_steps.Step]:
        """Those that can be ordered; one film is enough. From a clip that is not seen none goes
        on."""
        names = set() if is_seen else {CONTINUE}
        for step in self._all(job):
            order = None if step.name in names else self._order(step, caller, ask=ask)
            if order:
                names.add(step.name)
                yield next_steps.Step(step.name, priced(step.words, order), str(order.price))

    def _all(self, job: Job) -> Iterator[Next]:
        """Those of its brief only while that is known and whole."""
        if job.phase is not Phase.COMPLETED or not job.duration:
            return
        model, options = model_of(job.model), Options(**job.options)
        step = partial(Next, model=model.id, duration=job.duration, pictures=len(job.images))
        another = replace(options, seed=Options.seed)  # the same seed would make the same clip
        is_whole = self._files.is_whole(job)
        if model.free and is_whole:
            for film in (each for each in MODELS if not each.free):
                if job.images or not self._quotes.contract(film.id).needs_picture:
                    words = f"Film it with {film.title}"
                    yield step("film", words, model=film.id, options=options)
        if job.clip and not job.deleted_at:
            yield step(
                CONTINUE,
                "Continue from the last frame",
                model=from_pictures(model.id),
                options=replace(another, end_frame=False),
                pictures=1,
            )
        if is_whole and not model.free:
            yield step("again", "Again", options=another)
        longest = self._quotes.contract(model.id).longest
        if is_whole and job.duration < longest:
            yield step("longer", f"{longest} s", duration=longest, options=options)

    def _step(self, job: Job, name: object, caller: Caller) -> tuple[Next, Order] | None:
        """The first of this name that can be ordered, with its order."""
        for step in self._all(job):
            if step.name == name and (order := self._order(step, caller)):
                return step, order
        return None

    def _order(self, step: Next, caller: Caller, *, ask: bool = False) -> Order | None:
        key = self._prices.paying_key(caller, step.model)
        wished = Wishes(
            model=step.model,
            duration=step.duration,
            pictures=step.pictures,
            write_only=False,
            options=step.options,
        )
        brief = draft_brief(wished, self._quotes.contract)
        with suppress(BadBrief):  # it is not offered, then
            order = self._quotes.priced_order(brief, key, ask=ask)
            return order if step.name != CONTINUE or begins_with_a_picture(order) else None
        return None

    def _lacking(self, step: Next, caller: Caller) -> str:
        """Why nobody's key would pay for it; empty when one would."""
        try:
            self._guard.payment(check_model(step.model), caller)
        except (NotAllowed, BadKey) as error:
            return str(error)
        return ""
