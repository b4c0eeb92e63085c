"""Event handlers for the form: what fills it, and what is said while it is written."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.utils import get_upload_folder

from ...accounts.visitor import known_id, new_id
from ...errors import BadBrief
from ...jobs.pools import once_read
from ...orders import brief
from ...orders.family import model_of
from ...orders.images import check_uploads
from ...orders.wishes import can_write_only
from ..components import example_cards
from ..components.complaints import complaint, counter
from ..components.shot_list import shot_list_html
from ..draft import Draft, read_draft
from ..naming import Updates, unchanged
from ..page import Page
from ..plans import NOT_WRITTEN, TOO_LONG, read_steps, written
from ..tips import tips
from .callers import Callers
from .fair_work import FairWork
from .form_values import FormValues
from .presenter import Presenter
from .prices import PriceHandlers
from .submit import Submitter
from .visitor_jobs import VisitorJobs, card_of

USUAL: dict[str, Any] = {"images": [], "prompt": "", "duration": 0, "model": ""}
CHECKED = "images", "prompt", "duration", "model", "write_only"
ARRIVING = 60.0  # seconds that a page which opens waits for the ledger before it says why
OR_WRITE_ONLY = " Without one, press “No picture: write only”."


class FormHandlers:
    """None of them starts anything: the priced button does."""

    def __init__(
        self,
        page: Page,
        callers: Callers,
        jobs: VisitorJobs,
        submitter: Submitter,
        presenter: Presenter,
        prices: PriceHandlers,
    ) -> None:
        self._page, self._form, self._jobs = page, page.form, jobs
        self._callers, self._presenter, self._prices = callers, presenter, prices
        self._submitter, self._quotes = submitter, submitter.quotes
        self._writing = FairWork("write")

    async def arrive(
        self, request: gr.Request, profile: gr.OAuthProfile | None, *, arrival: object
    ) -> Updates:
        """Who comes, by an unguessable id in their browser; the button, which waits for it, because
        a job without it could not be found again; and the form as it was left, or with the brief of
        the clip that they come from."""
        return await once_read(self._arrived, request, profile, arrival, within=ARRIVING)

    def _arrived(
        self, request: gr.Request, profile: gr.OAuthProfile | None, arrival: object
    ) -> Updates:
        brought = arrival if isinstance(arrival, dict) else {}
        visitor = known_id(brought.get("visitor")) or new_id()
        left = self._like(brought.get("like")) or self._left(visitor, brought.get("draft"))
        caller = self._callers.identify(request, profile, visitor)
        return {
            self._page.visitor: visitor,
            self._form.price.generate: gr.Button(interactive=True),
            self._form.allowance: self._prices.allowance(caller),
            self._page.history.cards: self._presenter.history(self._jobs.all(visitor)),
            **(self._form.refilled(left) if left else {}),
        }

    def _like(self, token: object) -> Draft | None:
        """The brief of a clip that somebody was shown, for one of their own. Not its pictures,
        which show more than the clip does: they stay with whom they belong to."""
        job = self._jobs.shared(token)
        if job is None or not job.duration:
            return None
        return Draft(images=(), prompt=job.prompt, duration=job.duration, model=job.model)

    def _left(self, visitor: str, kept: object) -> Draft | None:
        """The form as this visitor left it."""
        draft = read_draft(kept, Path(get_upload_folder()))
        job = self._jobs.recent(visitor)
        return _newer(draft, self._presenter.brief_of(job)) if job else draft

    def refill(self, chosen: gr.EventData, *, visitor: str) -> Updates:
        """What a job of the history was made from. Apart from watching it: what is an output of a
        running event loses letters that are typed meanwhile."""
        job = self._jobs.chosen(chosen, visitor)
        return self._form.refilled(self._presenter.brief_of(job)) if job else unchanged()

    def example(self, chosen: gr.EventData) -> Updates:
        """An example's brief, or an empty one."""
        draft = example_cards.example(card_of(chosen))
        return self._form.refilled(self._presenter.lent(draft)) if draft else unchanged()

    def bring_back(self, pressed: gr.EventData) -> Updates:
        """What the form held before a click replaced it, as the browser kept it."""
        told = pressed._data
        kept = told.get("draft") if isinstance(told, dict) else None
        draft = read_draft(kept, Path(get_upload_folder()))
        return self._form.refilled(draft) if draft else unchanged()

    def read_along(self, **values: Any) -> Updates:
        """The shot list, and the line below the prompt."""
        asked = self._in_force(**values)
        read, seconds = asked.prompt[: brief.PROMPT_LIMIT], asked.duration
        found, steps = asked.pictures_in(Path(get_upload_folder())), read_steps(asked.steps)
        free = model_of(asked.model).free
        remarks = " ".join(tips(read, seconds, found.count, animatic=free, ends=found.ends))
        return {
            self._page.result.shots: shot_list_html(read, seconds, found, steps),
            self._form.counter: counter(asked.prompt, remarks),
        }

    async def write(self, request: gr.Request, **values: Any) -> Updates:
        """The shots as a prompt, for the box; or why there is none."""
        asked, who = self._in_force(**values), self._callers.identify(request).visitor
        read, steps = asked.prompt[: brief.PROMPT_LIMIT], read_steps(asked.steps)
        search = partial(written, read, asked.duration, asked.pictures, steps)
        text = await self._writing.run(who, search) if read.strip() else None
        wrong = "" if text or not read.strip() else NOT_WRITTEN
        if text and len(text["text"]) > brief.PROMPT_LIMIT:
            text, wrong = None, TOO_LONG
        return {
            self._page.result.written: text,
            self._form.complaints.prompt: complaint(wrong),
        }

    async def analyse_early(self, request: gr.Request, *, images: list[str]) -> None:
        """Images that arrive are learnt while the prompt is being written."""
        await self._submitter.analyse_early(self._callers.identify(request, None), images)

    def look_at_images(self, **values: Any) -> Updates:
        """What the chosen model would not take of the images, before the press."""
        wrong = self._out_of_limits(self._in_force(**values))
        return {self._form.complaints.images: complaint(wrong)}

    def complain(self, **values: Any) -> Updates:
        """What is wrong with the brief; what was wrong before is not said any more."""
        return self._form.complaints.told(**self._lacking(self._in_force(**values)))

    def check(self, **values: Any) -> list[Any]:
        """The validator of a press: a verdict for each input, in order of them, as Gradio has it.
        What is wrong is told by `complain`."""
        lacking = self._lacking(self._in_force(**{name: values[name] for name in CHECKED}))
        lacking["duration"] = lacking.pop("press")
        return [gr.validate(not lacking.get(name), "") for name in values]

    def _in_force(
        self, *, end_frame: bool = False, aspect_ratio: str = "", **values: Any
    ) -> FormValues:
        """What is ordered of these fields of the form; what is not given is the usual."""
        options = replace(
            brief.DEFAULT_OPTIONS, end_frame=end_frame, aspect_ratio=aspect_ratio or ""
        )
        return FormValues(**USUAL | values, options=options).in_force(self._quotes.contract)

    def _lacking(self, asked: FormValues) -> dict[str, str]:
        """What is wrong, by the place where it is said."""
        contract = self._quotes.contract(asked.model)
        miscounted = _wrong(lambda: brief.check_count(asked.images, contract))
        if miscounted and can_write_only(asked.model, self._quotes.contract):
            miscounted += OR_WRITE_ONLY
        return {
            "images": miscounted or self._out_of_limits(asked),
            "prompt": _wrong(lambda: brief.check_prompt(asked.prompt)),
            "press": _wrong(
                lambda: brief.check_duration(
                    asked.duration, brief.check_model(asked.model), contract
                )
            ),
        }

    def _out_of_limits(self, asked: FormValues) -> str:
        if model_of(asked.model).free:
            return ""
        return _wrong(lambda: check_uploads(asked.images, Path(get_upload_folder())))


def _newer(draft: Draft | None, made_from: Draft) -> Draft:
    """A draft that was begun since the job, or what the job was made from: with the choices as they
    were wished, of which the job has what its model made of them."""
    if draft is None:
        return made_from
    other = draft.prompt.strip() != made_from.prompt.strip()
    if draft.images or draft.steps or draft.write_only or other:
        return draft
    return replace(draft, prompt=made_from.prompt, images=made_from.images, steps=made_from.steps)


def _wrong(check: Callable[[], object]) -> str:
    """The sentence of a check that fails, else nothing."""
    try:
        check()
    except BadBrief as error:
        return str(error)
    return ""
