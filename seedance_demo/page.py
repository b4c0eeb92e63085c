"""What the page does when somebody presses, types or comes back.

Every check is made here, on the server: a hand-made request meets the same ones as the button. A
job is known by its unguessable id; what changes or lists jobs also asks whose they are.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import fields, replace
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.utils import get_upload_folder

from . import brief, showcase, stage, status
from .brief import Options
from .catalog import ANIMATIC, BY_ID, MAX_IMAGES, USUAL, dollars
from .config import on_space
from .disk import check_room
from .draft import Draft, read_draft
from .errors import NotAllowed, SeedanceError
from .form import Filled, Pictures, refilled
from .guard import Guard, Payment
from .ledger import Job, Payer
from .market import Market
from .order import Order, place
from .screen import Screen, Shown, Told
from .studio import Studio
from .visitor import Visitor, known_id, own_key, recognise
from .watches import Watches

Details = dict[str, Any] | None
Restored = tuple[Any, ...]  # as `Filled`, and then as `Shown`
RECENT = 3600  # seconds
LONGEST = max(USUAL)
_SAME: Filled = (gr.skip(),) * (4 + len(fields(Options)))
UNTOUCHED: Restored = (*_SAME, *(gr.skip(),) * 4)


class Page:
    """The functions behind the components. A `request` says who calls; `visitor`, the browser's id,
    whose jobs are meant."""

    def __init__(self, studio: Studio, guard: Guard, market: Market) -> None:
        self._market = market
        self._studio, self._ledger, self._settings = studio, studio.ledger, studio.settings
        self._guard, self._screen, self._watches = guard, Screen(studio), Watches()

    # For programs -----------------------------------------------------------------------------

    async def generate(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        images: Pictures,
        prompt: str,
        duration: int,
        model: str,
        api_key: str = "",
        *options: Any,
    ) -> AsyncIterator[Told]:
        """Make a clip from 1 to 4 pictures and a prompt; yields until it is there. Programs may
        send their WaveSpeedAI key as the header X-WaveSpeed-Key instead of the argument."""
        yield None, "Preparing", {}
        asked = images, prompt, duration, model, api_key, "", None, *options
        try:
            job = await asyncio.to_thread(self._press, request, profile, *asked)
        except SeedanceError as error:
            yield None, escape(str(error)), status.refusal_details(error, model, duration)
            return
        async for told in self.follow(job.id):
            yield told

    async def follow(self, job: str) -> AsyncIterator[Told]:
        """A job by its id, running or ended, until it ends or rests."""
        found = False
        async for snapshot in self._studio.follow(job):
            found = True
            yield await asyncio.to_thread(self._screen.tell, snapshot)
        if not found:
            yield None, "There is no such job here.", {}

    # For the page: a job is followed until it rests, or the page follows another -----------------

    async def press(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None,
        images: Pictures,
        prompt: str,
        duration: int,
        model: str,
        api_key: str,
        visitor: str,
        agreed: Decimal | None = None,
        *options: Any,
    ) -> AsyncIterator[Shown]:
        """The Generate button."""
        yield self._screen.note("Preparing")
        asked = images, prompt, duration, model, api_key, visitor, agreed, *options
        try:
            job = await asyncio.to_thread(self._press, request, profile, *asked)
        except SeedanceError as error:
            yield self._screen.refuse(error, model, duration)
            return
        async for shown in self._watch(request, job):
            yield shown

    async def come_back(
        self, request: gr.Request, visitor: str, kept: object, images: Pictures, prompt: str
    ) -> AsyncIterator[Restored]:
        """After a reload: the form as it was left, unless somebody was quick to begin a new one,
        and the visitor's last job, followed again if it still runs. One that ended long ago is left
        to the history."""
        yield UNTOUCHED  # a generator that yields nothing empties its outputs
        draft = await asyncio.to_thread(read_draft, kept, Path(get_upload_folder()))
        jobs = await asyncio.to_thread(self._jobs_of, visitor)
        if jobs and (not jobs[0].ended_at or time.time() - jobs[0].ended_at < RECENT):
            async for restored in self._reopened(request, jobs[0], draft):
                yield (*_SAME, *restored[len(_SAME) :]) if images or prompt else restored
        elif draft and not images and not prompt:
            yield *refilled(draft), *UNTOUCHED[len(_SAME) :]

    async def reopen(
        self, request: gr.Request, visitor: str, chosen: gr.EventData
    ) -> AsyncIterator[Restored]:
        """A job of the history, with everything it was made from."""
        yield UNTOUCHED
        if job := await asyncio.to_thread(self._owned, {"job": _card_of(chosen)}, visitor):
            async for restored in self._reopened(request, job):
                yield restored

    async def check_again(
        self, request: gr.Request, details: Details, api_key: str, visitor: str
    ) -> AsyncIterator[Shown]:
        """Take up a job that rests; looking costs nothing."""
        job = await asyncio.to_thread(self._owned, details, visitor)
        if job is None:
            yield self._screen.nothing("There is no job of yours to look for.")
            return
        key = self._settings.api_key if job.payer is Payer.OWNER else own_key(api_key, request)
        await asyncio.to_thread(self._studio.check_again, job.id, key)
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
        yield self._screen.note("Looking")
        try:
            who = await asyncio.to_thread(self.recognise, request, profile, visitor)
            asked = request_id, model, own_key(api_key, request), who
            job, key = await asyncio.to_thread(self._adopt, *asked)
        except SeedanceError as error:
            yield self._screen.refuse(error, model, 0)
            return
        await asyncio.to_thread(self._studio.check_again, job.id, key)
        async for shown in self._watch(request, job):
            yield shown

    async def stop(self, request: gr.Request, details: Details, visitor: str) -> None:
        """End an animatic; of a paid job, stop watching. The one who watches says what it means."""
        job = await asyncio.to_thread(self._owned, details, visitor)
        if not (job and await self._studio.cancel(job.id)):
            self._watches.stop(str(request.session_hash))

    async def animatic(self, details: Details, visitor: str) -> AsyncIterator[str]:
        """The free animatic of a paid job's brief: for the stage, where the watch finds it while
        the job runs, and beside the clip once that is there."""
        yield ""
        job = await asyncio.to_thread(self._owned, details, visitor)
        if job is None:
            return
        try:
            twin = await asyncio.to_thread(self._twin, job)
        except SeedanceError as error:
            yield f"<p>{escape(str(error))}</p>"
            return
        async for _ in self._studio.follow(twin.id):
            film = await asyncio.to_thread(self._screen.animatic_of, job)
            yield stage.beside(film) if film and job.phase.ended else ""

    async def uncover(self, details: Details, visitor: str) -> Shown:
        """A clip that the provider flagged, by the choice of who it was made for."""
        job = await asyncio.to_thread(self._owned, details, visitor)
        snapshot = self._studio.snapshot(job.id) if job else None
        if snapshot is None:
            return self._screen.nothing("There is no clip of yours to show.")
        return self._screen.show(snapshot, uncovered=True)

    def example(self, chosen: gr.EventData) -> Filled:
        """An example's brief, in the form. It costs nothing and starts nothing."""
        draft = showcase.example(_card_of(chosen))
        return refilled(self._screen.lent(draft)) if draft else _SAME

    def longer(self, details: Details, visitor: str) -> Filled:
        """The brief of the clip on the page, longer, in the form. It starts nothing: the priced
        button does."""
        job = self._owned(details, visitor)
        if job is None:
            return _SAME
        most = max(self._market.contract(job.model).durations)
        return refilled(replace(self._screen.brief_of(job), duration=min(LONGEST, most)))

    def delete(self, details: Details, visitor: str) -> Shown:
        """Remove this machine's copy of a clip; what was paid stays in the ledger."""
        job = self._owned(details, visitor)
        if job is None or not job.clip:
            return self._screen.note("There is no clip of yours to delete.")
        (self._settings.data_dir / "clips" / job.clip).unlink(missing_ok=True)
        self._ledger.forget_clip(job.id)
        return self._screen.nothing("The clip was deleted from this machine.")

    def history(self, visitor: str) -> str:
        """The visitor's jobs as cards, newest first."""
        return self._screen.history(self._jobs_of(visitor))

    def look_ahead(self, images: Pictures) -> None:
        """Pictures that arrive are learnt while the prompt is being written."""
        uploads, pictures = Path(get_upload_folder()), self._settings.data_dir / "pictures"
        with suppress(SeedanceError):  # the press will say what is wrong
            given = [path for path, _ in images or ()][:MAX_IMAGES]
            self._studio.look_ahead(brief.read_pictures(given, uploads, pictures))

    async def _reopened(
        self, request: gr.Request, job: Job, draft: Draft | None = None
    ) -> AsyncIterator[Restored]:
        """The job, and the form it was made from, or a draft begun since."""
        made_from = self._screen.brief_of(job)
        is_new = draft and (draft.images or draft.prompt.strip() != made_from.prompt.strip())
        asked = refilled(draft if draft and is_new else made_from)
        async for shown in self._watch(request, job):
            yield *asked, *shown
            asked = _SAME  # once: the form belongs to the person again

    async def _watch(self, request: gr.Request, job: Job) -> AsyncIterator[Shown]:
        session = str(request.session_hash)
        watch = self._watches.begin(session)
        try:
            async for snapshot in self._studio.follow(job.id, lambda: watch.on):
                yield await asyncio.to_thread(self._screen.show, snapshot)
            if watch.stopped:
                yield self._screen.stopped(job)
        finally:
            self._watches.end(session, watch)

    def _press(
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
    ) -> Job:
        """Everything is checked, then a job is opened. Raises `SeedanceError`."""
        who = self.recognise(request, profile, visitor)
        asked = self._brief(images, prompt, duration, model, Options(*options))
        payment = self._guard.payment(asked.model, own_key(api_key, request), who)
        return self._studio.press(self._order(asked, payment, agreed), who.id, payment)

    def _twin(self, job: Job) -> Job:
        """The animatic of a paid job's brief: the one that was made, or a new one."""
        if twin := self._ledger.animatic_of(job):
            return twin
        check_room(self._settings.data_dir)
        pictures = tuple(self._settings.data_dir / "pictures" / name for name in job.images)
        asked = brief.Brief(pictures, job.prompt, job.duration, BY_ID[ANIMATIC])
        return self._studio.press(place(asked), job.visitor, Payment(Payer.NOBODY))

    def recognise(
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


def _job_in(details: object) -> str:
    """The job id in what a browser says its details are."""
    return str(details.get("job") or "") if isinstance(details, dict) else ""


def _card_of(chosen: gr.EventData) -> str:
    """The card that was pressed, as a browser tells it."""
    told = chosen._data
    return str(told.get("card") or "") if isinstance(told, dict) else ""
