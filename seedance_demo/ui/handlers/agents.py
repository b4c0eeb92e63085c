"""Handlers of the tools for agents: each answers within the time for which agents wait."""

import asyncio
import hashlib
import hmac
import json
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import gradio as gr
from gradio.route_utils import get_root_url
from starlette.requests import Request

from ...accounts.visitor import Caller, new_id
from ...animatic.plan_json import plan_text
from ...animatic.prompt.director import direct
from ...animatic.shot_list import not_shown
from ...catalog import ANIMATIC, USUAL_DURATIONS
from ...errors import BadBrief, NotAllowed
from ...jobs.pools import PAGE
from ...jobs.runner import JobRunner
from ...jobs.snapshot import Snapshot
from ...ledger import Job
from ...orders.brief import check_form
from .. import messages
from ..served import address
from .callers import Callers
from .form_values import FormValues
from .presenter import Presenter
from .program_values import read_values
from .submit import Submitter
from .watches import Watches

ANSWERS_WITHIN = 45.0  # seconds; many agents give up after 60
READY_WITHIN = 30.0  # of these, for the pictures and whatever else comes before the job
Told = dict[str, Any]  # a job's `messages.details`, how it stands in words, and where its clip is
Tell = Callable[[str], Awaitable[None]]  # says in words how it goes
NO_JOB = "There is no such job here. Give the job that make_clip answered."
LATE = (
    "This was not ready in time, for its pictures or because many wait. Nothing was started or "
    "charged: try again, with smaller pictures or addresses that answer faster."
)
LOOK = "It goes on. Call look_at_clip with this job until its phase is completed or failed."


class AgentHandlers:
    """Each raises `SeedanceError` with a sentence for what will not do."""

    def __init__(
        self,
        runner: JobRunner,
        submitter: Submitter,
        presenter: Presenter,
        callers: Callers,
        watches: Watches,
    ) -> None:
        self._runner, self._submitter, self._presenter = runner, submitter, presenter
        self._callers, self._watches = callers, watches
        self._salt = secrets.token_bytes(32)

    async def make_clip(
        self,
        request: Request,
        tell: Tell,
        *,
        prompt: object,
        pictures: object = None,
        seconds: object = USUAL_DURATIONS[0],
        model: object = ANIMATIC,
        most_usd: object = 0,
        plan: object = None,
        only_plan: object = False,
    ) -> Told:
        """A press, for at most `most_usd` dollars; what cannot be read as an amount is none. With
        `only_plan` the shots that the prompt comes to, and no press."""
        until = _now() + ANSWERS_WITHIN
        values = read_values(pictures, prompt, seconds, model, plan)
        if only_plan:
            return await PAGE.run(_plan, values)
        caller = self._identify(request)
        job = await self._press(caller, replace(values, agreed=str(most_usd or 0)))
        return await self._follow(request, caller, job.id, tell, until)

    async def look_at_clip(self, request: Request, tell: Tell, *, job: object) -> Told:
        """A job by its id, as soon as it ends or rests, or else as it stands after a while."""
        caller, until = self._identify(request), _now() + ANSWERS_WITHIN
        return await self._follow(request, caller, str(job), tell, until)

    def _identify(self, request: Request) -> Caller:
        """Who asks. Agents begin a new session with each call: the same brief from the same account
        or address is the same visitor's, and followed. By the mark nobody is found out later."""
        asking: Any = request
        caller = self._callers.identify(gr.Request(asking))
        mark = hmac.digest(self._salt, caller.visitor.account.encode(), hashlib.sha256).hex()
        return replace(caller, visitor=replace(caller.visitor, id=mark[:32]))

    async def _press(self, caller: Caller, values: FormValues) -> Job:
        try:
            ready = await asyncio.wait_for(self._submitter.prepare(caller, values), READY_WITHIN)
        except TimeoutError:
            raise BadBrief("images", LATE) from None
        try:
            return await self._submitter.open(ready)
        except NotAllowed as error:
            agree = " Agree by most_usd." if error.code == "price_changed" else ""
            raise NotAllowed(f"{error}{agree}", code=error.code) from None

    async def _follow(
        self, request: Request, caller: Caller, job: str, tell: Tell, until: float
    ) -> Told:
        last = await PAGE.run(self._runner.snapshot, job)
        if last is None:
            raise NotAllowed(NO_JOB, code="no_job")
        whose = caller.visitor.counted
        # Where too many watch, it is told as it stands.
        with suppress(TimeoutError, NotAllowed), self._watches.watch(new_id(), whose):
            async with asyncio.timeout_at(until):
                await tell(_progress(last))
                async for snapshot in self._runner.follow(job, known=last):
                    if snapshot is not last:
                        await tell(_progress(snapshot))
                    last = snapshot
        return await self._told(request, last)

    async def _told(self, request: Request, snapshot: Snapshot) -> Told:
        clip, said = await PAGE.run(self._presenter.plainly, snapshot)
        where = f"{_root(request)}/{address(clip)}" if clip else ""
        goes_on = {"next": LOOK} if snapshot.live and not snapshot.job.phase.ended else {}
        return messages.details(snapshot) | {"status": said, "clip_url": where} | goes_on


def _now() -> float:
    return asyncio.get_running_loop().time()


def _progress(snapshot: Snapshot) -> str:
    """With the job's id: whoever is cut off has it all the same."""
    return f"Job {snapshot.job.id}: {messages.sentence(snapshot)}"


def _plan(values: FormValues) -> Told:
    """The plan in the form of the animatic's `--plan`; the lengths are those of the animatic."""
    count = len(values.images)
    check_form(values.images, values.prompt, values.duration, ANIMATIC)
    plan = direct(values.prompt.strip(), values.duration, count)
    return {"plan": json.loads(plan_text(plan)), "not_animated": not_shown(plan)}


def _root(request: Request) -> str:
    """The page's address as whoever asks knows it: nobody else is told this answer."""
    asked: Any = request
    return get_root_url(asked, request.url.path, request.scope["app"].root_path)
