"""What the page does when somebody presses, types or comes back.

Every check is made here, on the server: a hand-made request meets the same ones as the button. A
job is known by its unguessable id; what changes or lists jobs also asks whose they are.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.processing_utils import save_file_to_cache
from gradio.utils import get_upload_folder
from PIL import Image

from . import balance, brief, status
from .brief import Options
from .catalog import BY_ID, MAX_IMAGES, at_launch, dollars
from .config import on_space
from .disk import check_room
from .draft import Draft, read_draft
from .errors import NotAllowed, SeedanceError
from .guard import Guard, Payment
from .ledger import Job, Payer
from .market import Market
from .order import Order
from .studio import Studio
from .visitor import Visitor, known_id, recognise

Pictures = list[tuple[str, str | None]] | None  # path and caption; None when the gallery is empty
Details = dict[str, Any] | None
Shown = tuple[str | None, str, dict[str, Any]]  # video, status, details
Restored = tuple[Any, ...]  # pictures, prompt, duration, model, and then as `Shown`
RECENT = 3600  # seconds
UNTOUCHED: Restored = (gr.skip(),) * 7
STOPPED = (
    "Stopped watching. What was sent goes on and is charged, and its clip will be kept: press "
    "Check again, or find it in the history."
)


class Page:
    """The functions behind the components. A `request` says who calls; `visitor`, the browser's id,
    whose jobs are meant."""

    def __init__(self, studio: Studio, guard: Guard, market: Market) -> None:
        self._market = market
        self._studio, self._ledger, self._settings = studio, studio.ledger, studio.settings
        self._guard = guard
        self._owners = balance.Account(self._settings.base_url, self._settings.api_key)

    async def generate(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        images: Pictures,
        prompt: str,
        duration: int,
        model: str,
        api_key: str = "",
        visitor: str = "",
        agreed: Decimal | None = None,
        *options: Any,
    ) -> AsyncIterator[Shown]:
        """Make a clip from 1 to 4 pictures and a prompt; yields until it is there. Programs may
        send their WaveSpeedAI key as the header X-WaveSpeed-Key instead of the argument."""
        yield None, "Preparing", {}
        wish = images, prompt, duration, model, Options(*options)
        try:
            who = await asyncio.to_thread(self._recognise, request, profile, visitor)
            asked = await asyncio.to_thread(self._brief, *wish)
            payment = self._guard.payment(asked.model, _key(api_key, request), who)
            order = await asyncio.to_thread(self._order, asked, payment, agreed)
            job = await asyncio.to_thread(self._studio.press, order, who.id, payment)
        except SeedanceError as error:
            yield None, escape(str(error)), status.refusal_details(error, model, duration)
            return
        async for shown in self.follow(job.id):
            yield shown

    async def follow(self, job: str) -> AsyncIterator[Shown]:
        """A job by its id, running or ended, until it ends or rests."""
        found = False
        async for snapshot in self._studio.follow(job):
            found = True
            clip = snapshot.job.clip and self._served("clips", snapshot.job.clip)
            yield clip or None, escape(status.sentence(snapshot)), status.details(snapshot)
        if not found:
            yield None, "There is no such job here.", {}

    async def come_back(self, visitor: str, kept: object) -> AsyncIterator[Restored]:
        """After a reload: the form as it was left, and the visitor's last job, followed again if it
        still runs. One that ended long ago is left to the history."""
        yield UNTOUCHED  # a generator that yields nothing empties its outputs
        draft = await asyncio.to_thread(read_draft, kept, Path(get_upload_folder()))
        jobs = await asyncio.to_thread(self._jobs_of, visitor)
        if jobs and (not jobs[0].ended_at or time.time() - jobs[0].ended_at < RECENT):
            async for restored in self._reopened(jobs[0], draft):
                yield restored
        elif draft:
            yield *_form(draft), *(gr.skip(),) * 3

    async def reopen(self, visitor: str, chosen: gr.SelectData) -> AsyncIterator[Restored]:
        """A job of the history, with everything it was made from."""
        yield UNTOUCHED
        jobs = dict(enumerate(await asyncio.to_thread(self._jobs_of, visitor)))
        if job := jobs.get(chosen.index):
            async for restored in self._reopened(job):
                yield restored

    async def check_again(
        self, request: gr.Request, details: Details, api_key: str, visitor: str
    ) -> AsyncIterator[Shown]:
        """Take up a job that rests; looking costs nothing."""
        job = await asyncio.to_thread(self._owned, details, visitor)
        if job is None:
            yield None, "There is no job of yours to look for.", {}
            return
        key = self._settings.api_key if job.payer is Payer.OWNER else _key(api_key, request)
        await asyncio.to_thread(self._studio.check_again, job.id, key)
        async for shown in self.follow(job.id):
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
        try:
            who = await asyncio.to_thread(self._recognise, request, profile, visitor)
            own_key = _key(api_key, request)
            job, key = await asyncio.to_thread(self._adopt, request_id, model, own_key, who)
        except SeedanceError as error:
            yield None, escape(str(error)), status.refusal_details(error, model, 0)
            return
        await asyncio.to_thread(self._studio.check_again, job.id, key)
        async for shown in self.follow(job.id):
            yield shown

    async def stop(self, details: Details) -> str:
        """End an animatic; of a paid job, stop watching and say what that means."""
        job = _job_in(details)
        if not job:
            return "Nothing is running."
        return "The animatic was cancelled." if await self._studio.cancel(job) else STOPPED

    def delete(self, details: Details, visitor: str) -> Shown:
        """Remove this machine's copy of a clip; what was paid stays in the ledger."""
        job = self._owned(details, visitor)
        if job is None or not job.clip:
            return None, "There is no clip of yours to delete.", details or {}
        (self._settings.data_dir / "clips" / job.clip).unlink(missing_ok=True)
        self._ledger.forget_clip(job.id)
        return None, "The clip was deleted from this machine.", {}

    def history(self, visitor: str) -> list[tuple[Any, str]]:
        """The visitor's jobs, newest first: first picture and a caption."""
        jobs = self._jobs_of(visitor)
        return [(self._picture(job), status.caption(job)) for job in jobs]

    def allowance(self, request: gr.Request, profile: gr.OAuthProfile | None, visitor: str) -> str:
        """Who pays for this visitor, and what is left of it."""
        return _line(self._guard.allowance(self._recognise(request, profile, visitor)))

    def owners_balance(self, request: gr.Request, model: str, duration: int) -> str:
        """The balance of the key that pays on the owner's own page; nobody else's business."""
        if not self._guard.is_owners(self._recognise(request, None, "")):
            return ""
        return _line(balance.line(self._owners.balance(), _price(model, duration)))

    def own_balance(self, request: gr.Request, model: str, duration: int, api_key: str) -> str:
        """The balance of the visitor's own key, asked for by a press of its own."""
        try:
            found = balance.ask(self._settings.base_url, _key(api_key, request))
        except SeedanceError as error:
            return _line(escape(str(error)))
        return _line(balance.line(found, _price(model, duration)))

    def look_ahead(self, images: Pictures) -> None:
        """Pictures that arrive are learnt while the prompt is being written."""
        uploads, pictures = Path(get_upload_folder()), self._settings.data_dir / "pictures"
        with suppress(SeedanceError):  # the press will say what is wrong
            given = [path for path, _ in images or ()][:MAX_IMAGES]
            self._studio.look_ahead(brief.read_pictures(given, uploads, pictures))

    async def _reopened(self, job: Job, draft: Draft | None = None) -> AsyncIterator[Restored]:
        """The job, and the form it was made from, or a draft begun since. Gradio's copies of the
        pictures live for a day, those of a job as long as it."""
        pictures = filter(None, (self._served("pictures", name) for name in job.images))
        made_from = Draft(tuple(pictures), job.prompt, job.duration or None, job.model)
        is_new = draft and (draft.images or draft.prompt.strip() != made_from.prompt.strip())
        asked = _form(draft if draft and is_new else made_from)
        async for shown in self.follow(job.id):
            yield *asked, *shown
            asked = (gr.skip(),) * 4  # once: the form belongs to the person again

    def _recognise(
        self, request: gr.Request, profile: gr.OAuthProfile | None, visitor: str
    ) -> Visitor:
        name = request.username or (profile.username if profile else None)
        return recognise(request, visitor, name, self._ledger.mark, on_space=on_space())

    def _adopt(self, request_id: str, model: str, own_key: str, who: Visitor) -> tuple[Job, str]:
        payment = self._guard.payment(brief.check_model(model), own_key, who)
        request, at_home = brief.check_request_id(request_id), self._guard.is_owners(who)
        if payment.payer is Payer.OWNER and not at_home:  # asking is free, but not without an end
            raise NotAllowed("Enter the key that this request was started with.")
        job = self._ledger.adopt(request, model, who.id, payment.payer)
        if job.visitor != who.id and not at_home:
            raise NotAllowed("Another visitor watches this request.")
        return job, payment.key

    def _jobs_of(self, visitor: str) -> list[Job]:
        return self._ledger.of_visitor(visitor) if known_id(visitor) else []

    def _owned(self, details: Details, visitor: str) -> Job | None:
        job = self._ledger.job(_job_in(details))
        return job if job and known_id(visitor) and job.visitor == visitor else None

    def _brief(
        self, images: Pictures, prompt: str, duration: int, model: str, options: Options
    ) -> brief.Brief:
        check_room(self._settings.data_dir)
        return brief.read_brief(
            [path for path, _ in images or ()],
            prompt,
            duration,
            model,
            options,
            uploads=Path(get_upload_folder()),
            pictures=self._settings.data_dir / "pictures",
            in_force=self._market.contract,
        )

    def _order(self, asked: brief.Brief, payment: Payment, agreed: Decimal | None) -> Order:
        """The order as the provider takes it today, at no more than the price that was shown."""
        self._market.look(payment.key)
        order = self._market.priced(asked, payment.key)
        if agreed is not None and order.price > agreed:
            raise NotAllowed(
                f"{asked.model.title} costs {dollars(order.price)} for this now, not "
                f"{dollars(agreed)}. Nothing was sent: press again if you agree.",
                code="price_changed",
            )
        return order

    def _picture(self, job: Job) -> Any:
        first = self._served("pictures", job.images[0]) if job.images else None
        return first or Image.new("RGB", (160, 90), "gray")

    def _served(self, folder: str, name: str) -> str | None:
        """A copy in Gradio's cache, under an unguessable address: the file route serves nothing
        else, so that nobody reads the data folder through it."""
        path = self._settings.data_dir / folder / name
        return save_file_to_cache(path, get_upload_folder()) if path.is_file() else None


def _form(draft: Draft) -> Restored:
    """Its values for the form's fields; a choice that it does not make stays as it is."""
    choices = (gr.skip() if each is None else each for each in (draft.duration, draft.model))
    return list(draft.images), draft.prompt, *choices


def _key(typed: object, request: gr.Request) -> str:
    """The visitor's own key: of this press, from the box or the header, and kept nowhere."""
    return str(typed or request.headers.get("x-wavespeed-key") or "").strip()


def _job_in(details: object) -> str:
    """The job id in what a browser says its details are."""
    return str(details.get("job") or "") if isinstance(details, dict) else ""


def _price(model: object, duration: object) -> Decimal:
    known = model in BY_ID and isinstance(duration, int)
    return at_launch(str(model)).price({"duration": duration}) if known else Decimal(0)


def _line(text: str) -> str:
    """A line of its own, or nothing at all: the style hides what holds no paragraph."""
    return f"<p>{text}</p>" if text else ""
