"""Event handlers for the form: what fills it, and what is said while it is written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.utils import get_upload_folder

from ...accounts.visitor import known_id, new_id
from ...errors import BadBrief, StorageError
from ...orders import brief
from ...orders.family import model_of
from ...orders.images import check_uploads
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
from .presenter import Presenter
from .prices import PriceHandlers
from .submit import Submitter
from .visitor_jobs import VisitorJobs, card_of


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

    def arrive(
        self, request: gr.Request, profile: gr.OAuthProfile | None, *, arrival: object
    ) -> Updates:
        """Who comes, by an unguessable id in their browser; the button, which waits for it, because
        a job without it could not be found again; and the form as it was left."""
        brought = arrival if isinstance(arrival, dict) else {}
        visitor = known_id(brought.get("visitor")) or new_id()
        draft = read_draft(brought.get("draft"), Path(get_upload_folder()))
        job = self._jobs.recent(visitor)
        left = _newer(draft, self._presenter.brief_of(job)) if job else draft
        caller = self._callers.identify(request, profile, visitor)
        return {
            self._page.visitor: visitor,
            self._form.price.generate: gr.Button(interactive=True),
            self._form.allowance: self._prices.allowance(caller),
            self._page.history.cards: self._presenter.history(self._jobs.all(visitor)),
            **(self._form.refilled(left) if left else {}),
        }

    def refill(self, chosen: gr.EventData, *, visitor: str) -> Updates:
        """What a job of the history was made from. Apart from watching it: what is an output of a
        running event loses letters that are typed meanwhile."""
        job = self._jobs.chosen(chosen, visitor)
        return self._form.refilled(self._presenter.brief_of(job)) if job else unchanged()

    def example(self, chosen: gr.EventData) -> Updates:
        """An example's brief."""
        draft = example_cards.example(card_of(chosen))
        try:
            return self._form.refilled(self._presenter.lent(draft)) if draft else unchanged()
        except StorageError as error:
            raise gr.Error(str(error), print_exception=False) from None

    def read_along(
        self, *, prompt: str, duration: int, images: list[str], steps: object
    ) -> Updates:
        """The shot list, and the line below the prompt."""
        read, count = prompt[: brief.PROMPT_LIMIT], len(images)
        return {
            self._page.result.shots: shot_list_html(read, duration, count, read_steps(steps)),
            self._form.counter: counter(prompt, " ".join(tips(read, duration, count))),
        }

    async def write(
        self, request: gr.Request, *, prompt: str, duration: int, images: list[str], steps: object
    ) -> Updates:
        """The shots as a prompt, for the box; or why there is none."""
        read, who = prompt[: brief.PROMPT_LIMIT], self._callers.identify(request).visitor
        search = partial(written, read, duration, len(images), read_steps(steps))
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

    def look_at_images(self, *, images: list[str], model: str) -> Updates:
        """What the chosen model would not take of the images, before the press."""
        return {self._form.complaints.images: complaint(self._out_of_limits(images, model))}

    def complain(self, *, images: list[str], prompt: str, model: str, duration: int) -> Updates:
        """What is wrong with the brief; what was wrong before is not said any more."""
        return self._form.complaints.told(**self._lacking(images, prompt, model, duration))

    def check(self, **values: Any) -> list[Any]:
        """The validator of a press: a verdict for each input, in Gradio's order of them. What is
        wrong is told by `complain`."""
        asked = {name: values[name] for name in ("images", "prompt", "model", "duration")}
        lacking = self._lacking(**asked)
        lacking["duration"] = lacking.pop("press")
        return [gr.validate(not lacking.get(name), "") for name in values]

    def _lacking(self, images: list[str], prompt: str, model: str, duration: int) -> dict[str, str]:
        """What is wrong, by the place where it is said."""
        contract = self._quotes.contract(model)
        miscounted = _wrong(lambda: brief.check_count(images, contract))
        return {
            "images": miscounted or self._out_of_limits(images, model),
            "prompt": _wrong(lambda: brief.check_prompt(prompt)),
            "press": _wrong(
                lambda: brief.check_duration(duration, brief.check_model(model), contract)
            ),
        }

    def _out_of_limits(self, images: list[str], model: str) -> str:
        takes_any = self._quotes.contract(model).most_pictures
        if not takes_any or model_of(model).free:
            return ""
        return _wrong(lambda: check_uploads(images, Path(get_upload_folder())))


def _newer(draft: Draft | None, made_from: Draft) -> Draft:
    """A draft that was begun since the job, or what the job was made from."""
    other = draft and draft.prompt.strip() != made_from.prompt.strip()
    begun = draft and (draft.images or draft.steps or other)
    return draft if draft and begun else made_from


def _wrong(check: Callable[[], object]) -> str:
    """The sentence of a check that fails, else nothing."""
    try:
        check()
    except BadBrief as error:
        return str(error)
    return ""
