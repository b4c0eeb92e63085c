"""Turns a request of the page or the API into a job, or into a sentence why not.

Every check is made here, on the server: a hand-made request meets the same ones as the button.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from gradio.utils import get_upload_folder

from ...accounts.guard import Guard, Payment
from ...accounts.visitor import Caller, Visitor
from ...catalog import ANIMATIC, BY_ID, MAX_IMAGES, Model
from ...errors import BadBrief, NotAllowed, SeedanceError, StorageError
from ...jobs.background import Pool
from ...jobs.files import pictures_of
from ...jobs.pools import HERE, PAGE, PRESS
from ...jobs.runner import JobRunner
from ...jobs.storage import check_ready
from ...ledger import Job, Payer
from ...money import dollars, read_dollars
from ...orders import brief
from ...orders.brief import Options
from ...orders.images import read_picture
from ...orders.order import Order, check_clips, place
from ...orders.quotes import Quotes
from ...orders.roles import begins_with_a_picture
from ...wavespeed import Client
from ...wavespeed.transport import BRISK
from .. import messages
from .brought_images import bring, room_for
from .fair_work import FairWork
from .form_values import FormValues

NOT_CHARGED = "Nothing was charged: press again in a moment."


@dataclass(frozen=True)
class Prepared:
    """A press whose pictures are read, and of which it is known who pays."""

    caller: Caller
    values: FormValues
    payment: Payment
    asked: brief.Brief


class Submitter:
    """Each method raises `SeedanceError`; those that are not coroutines block."""

    def __init__(self, runner: JobRunner, guard: Guard, quotes: Quotes) -> None:
        self._runner, self._ledger, self._settings = runner, runner.ledger, runner.settings
        self._pictures = pictures_of(self._settings)
        self._guard, self.quotes = guard, quotes
        self._decoding, self._fetching = FairWork("decode"), FairWork("fetch")

    async def submit(self, caller: Caller, values: FormValues) -> Job:
        """Open the job of a press."""
        return await self.open(await self.prepare(caller, values))

    async def prepare(self, caller: Caller, values: FormValues) -> Prepared:
        """Everything before the job is opened; to be given up at any moment. All that can be known
        without the pictures is known before the work on them begins: whether it makes sense, could
        be kept, and who pays."""
        payment = await _pool(values).run(self._admit, caller, values)
        takes_any = self.quotes.contract(values.model).most_pictures
        with room_for(values.images if takes_any else ()) as folder:
            here = await self._bring(caller.visitor, values, folder)
            if takes_any:
                await self._clean(caller.visitor, here.images)
            asked = await self._decoding.run(caller.visitor, partial(self._brief, here))
        return Prepared(caller, values, payment, asked)

    async def open(self, press: Prepared) -> Job:
        """The job of a press that is ready, of several the first. It may be opened, too, when
        nobody waits any more."""
        return await _pool(press.values).run(self._open, press)

    def animatic_of(self, job: Job, caller: Caller) -> Job:
        """The animatic of a paid job's brief: the one that was made, or a new one."""
        if twin := self._ledger.animatic_of(job):
            return twin
        check_ready(self._settings, Path(get_upload_folder()))
        payment = self._guard.payment(BY_ID[ANIMATIC], caller)
        pictures = tuple(map(self._pictures.get, job.images))
        ratio = str(job.options.get("aspect_ratio", ""))
        shape = Options(aspect_ratio=ratio, end_frame="last_image" in job.body)
        asked = brief.Brief(
            images=pictures,
            prompt=job.prompt,
            duration=job.duration,
            model=BY_ID[ANIMATIC],
            options=shape,
        )
        made = self._runner.submit(place(asked), job.visitor, payment)
        return self._ledger.lay_beside(made.id, job.id)

    def adopt(self, caller: Caller, request_id: str, model: str) -> tuple[Job, str]:
        """The job of a request made elsewhere with the same key, and the key."""
        who, asked = caller.visitor, brief.check_request_id(request_id)
        payment, at_home = self._guard.payment(_paid(model), caller), self._guard.is_owners(who)
        if payment.payer is Payer.OWNER and not at_home:  # asking is free, but not without an end
            raise NotAllowed("Enter the key that this request was started with.")
        # The key has to see the task before it is written down: nobody holds another's request with
        # a made-up key, and what was pasted by mistake is not kept.
        Client(self._settings.base_url, payment.key, BRISK).result(asked)
        terms = self._guard.free_terms(who)
        job = self._ledger.adopt(asked, model, who.id, payment.payer, terms)
        if job.visitor != who.id and not at_home:
            raise NotAllowed("Another visitor watches this request.")
        return job, payment.key

    async def analyse_early(self, caller: Caller, images: list[str]) -> None:
        """Pictures that arrive are learnt while the prompt is being written."""
        with suppress(SeedanceError):  # the press will say what is wrong
            cleaned = await self._clean(caller.visitor, images)
            await HERE.send.run(self._runner.analyse_early, cleaned)

    async def _bring(self, visitor: Visitor, values: FormValues, folder: Path | None) -> FormValues:
        """The press with all its images among the uploads; without a folder they are there."""
        if folder is None:
            return values
        bring_all = partial(bring, values.images, folder)
        return replace(values, images=await self._fetching.run(visitor, bring_all))

    async def _clean(self, visitor: Visitor, images: list[str]) -> list[Path]:
        """Uploads, cleaned, each in a turn of its own: who brings four large ones does not make
        others wait for all of them."""
        uploads, pictures = Path(get_upload_folder()), self._settings.pictures
        return [
            await self._decoding.run(visitor, partial(read_picture, path, uploads, pictures, n))
            for n, path in enumerate(images[:MAX_IMAGES], 1)
        ]

    def _admit(self, caller: Caller, values: FormValues) -> Payment:
        self._ask_what_is_in_force(caller, values.model)
        check_ready(self._settings, Path(get_upload_folder()))
        in_force = self.quotes.contract
        asked = values.images, values.prompt, values.duration, values.model
        brief.check_form(*asked, in_force, values.plan)
        values.checked_plan()
        return self._guard.payment(brief.check_model(values.model), caller)

    def _open(self, press: Prepared) -> Job:
        order = self._order(press)
        watched = messages.running(press.values.shown)
        for picture in press.asked.images:  # where every process finds it, before any may ask
            self._pictures.put(picture, picture.name)
        clips, visitor = press.values.clips, press.caller.visitor.id
        try:
            jobs = self._runner.submit_all(order, clips, visitor, press.payment, watched)
        except StorageError as error:
            raise StorageError(f"{error} {NOT_CHARGED}") from None
        if begins_with_a_picture(order):
            with suppress(StorageError):  # they are on their way; where they go on from is less
                jobs = [self._ledger.link(each) for each in jobs]
        job = jobs[0]
        return self._ledger.lay_beside(job.id, "") if job.beside else job

    def _ask_what_is_in_force(self, caller: Caller, model: str) -> None:
        """Before the brief is checked: the catalogue says what it may ask for."""
        with suppress(SeedanceError):  # what is wrong is told by the checks, in their order
            self.quotes.refresh(self._guard.payment(brief.check_model(model), caller).key)

    def _brief(self, values: FormValues) -> brief.Brief:
        return brief.read_brief(
            images=values.images,
            prompt=values.prompt,
            duration=values.duration,
            model=values.model,
            options=values.options,
            plan=values.checked_plan(),
            uploads=Path(get_upload_folder()),
            pictures=self._settings.pictures,
            in_force=self.quotes.contract,
        )

    def _order(self, press: Prepared) -> Order:
        """The order of each clip as the provider takes it today, together at no more than the price
        that was shown."""
        agreed, clips = press.values.agreed, press.values.clips
        order = self.quotes.priced_order(press.asked, press.payment.key)
        check_clips(clips, order)
        if agreed and order.price * clips > read_dollars(agreed):
            raise NotAllowed(
                f"This costs {dollars(order.price * clips)} now, which is more than was agreed. "
                "Nothing was sent: press again if you agree.",
                code="price_changed",
            )
        return order


def _pool(values: FormValues) -> Pool:
    return PAGE if values.model == ANIMATIC else PRESS


def _paid(model: str) -> Model:
    """A model whose requests may be made elsewhere: an animatic is known to this process alone."""
    chosen = brief.check_model(model)
    if chosen.free:
        raise BadBrief("model", "Choose the model that this request was made with.")
    return chosen
