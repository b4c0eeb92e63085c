"""A job snapshot in words: a sentence for people, details for programs."""

import time
from datetime import UTC, datetime
from typing import Any

from ..animatic.shot_list import not_shown
from ..errors import SeedanceError
from ..jobs.snapshot import Snapshot
from ..jobs.timing import KEPT_BY_PROVIDER
from ..ledger import Job, Phase
from ..money import dollars
from ..orders.family import model_of
from .plans import plan_of

PHASES = {
    Phase.PREPARING: "Preparing",
    Phase.UPLOADING: "Uploading the pictures",
    Phase.SUBMITTING: "Sending the request",
    Phase.UNCONFIRMED: "Not confirmed",
    Phase.CREATED: "Queued",
    Phase.PROCESSING: "Making the clip",
    Phase.SAVING: "Saving the clip",
    Phase.COMPLETED: "Done",
    Phase.FAILED: "Failed",
}
_MONEY = {
    **dict.fromkeys((Phase.PREPARING, Phase.UPLOADING, Phase.FAILED), "Nothing was charged."),
    **dict.fromkeys(
        (Phase.SUBMITTING, Phase.UNCONFIRMED),
        "It may have been charged: look at wavespeed.ai before you press Generate again.",
    ),
    **dict.fromkeys(
        (Phase.CREATED, Phase.PROCESSING),
        "The clip goes on at the provider and is not lost.",
    ),
}
_NOT_SENT = (
    "because the provider takes only so many of an account in a minute. Nothing is charged before "
    "it is sent; Stop watching gives it up"
)
_ASK_THERE = "Your account at wavespeed.ai shows whether it was charged."


def sentence(snapshot: Snapshot) -> str:
    """`Making the clip · 30 of 120 frames · 0:04 · request 3aa3…`"""
    job = snapshot.job
    if job.phase is Phase.COMPLETED:
        return _done(job)
    if not snapshot.live:
        return _ended(snapshot)
    parts = [title(snapshot), clock(time.time() - job.opened_at)]
    if snapshot.ahead is not None:
        parts.insert(1, before(snapshot))
    if snapshot.frames and job.phase is Phase.PROCESSING:
        parts.insert(1, "{} of {} frames".format(*snapshot.frames))
    if snapshot.trouble:
        parts.append(snapshot.trouble.rstrip("."))
    if job.request_id:
        parts.append(f"request {job.request_id}")
    return " · ".join(parts)


def title(snapshot: Snapshot) -> str:
    """What a live job does: `Queued` for its turn at this machine, else its phase."""
    waits = snapshot.ahead is not None
    return PHASES[Phase.CREATED if waits else snapshot.job.phase]


def before(snapshot: Snapshot) -> str:
    """`2 animatics before it`; of what is paid also that it is not paid yet."""
    ahead, free = snapshot.ahead, model_of(snapshot.job.model).free
    several = "{} animatics before it" if free else "{} clips before it"
    one = "1 animatic before it" if free else "1 clip before it"
    place = (several if ahead > 1 else one).format(ahead) if ahead else "it is next"
    if snapshot.others:
        place = f"at least {place}" if ahead else "it is among the next"
    return place if free else f"{place}, {_NOT_SENT}"


def details(snapshot: Snapshot) -> dict[str, Any]:
    """The public form; `clip` is a file name without its folder."""
    job = snapshot.job
    error = {"code": job.error_code, "message": job.error} if job.error_code else None
    more: dict[str, Any] = {"nsfw": True} if job.nsfw else {}
    if model_of(job.model).free:
        more["not_animated"] = _not_animated(job)
    return more | {
        "job": job.id,
        "request_id": job.request_id,
        "phase": str(job.phase),
        "model": job.model,
        "duration": job.duration,
        "price_usd": float(job.price_usd),
        "inference_ms": job.inference_ms,
        "clip": job.clip,
        "error": error,
    }


def running(details: object) -> str:
    """The job that still runs as far as a page with these details knows. One whose POST was not
    confirmed does not: the page says what a press may cost then."""
    told = details if isinstance(details, dict) else {}
    rests = told.get("phase") in (None, Phase.UNCONFIRMED, Phase.COMPLETED, Phase.FAILED)
    return "" if rests else str(told.get("job") or "")


def refusal_details(error: SeedanceError, model: str, duration: int) -> dict[str, Any]:
    """The same form for a press that never became a job."""
    return {
        "job": "",
        "request_id": error.request_id,
        "phase": str(Phase.FAILED),
        "model": model,
        "duration": duration,
        "price_usd": 0.0,
        "inference_ms": 0,
        "clip": "",
        "error": {"code": error.code, "message": error.sentence},
    }


def clock(seconds: float) -> str:
    """`1:05`, `6:01:05`"""
    minutes, rest = divmod(int(seconds), 60)
    hours = f"{minutes // 60}:{minutes % 60:02d}" if minutes >= 60 else f"{minutes}"
    return f"{hours}:{rest:02d}"


def _not_animated(job: Job) -> list[str]:
    """The words of the prompt that only the real model can follow."""
    return not_shown(plan_of(job))


def took(job: Job) -> str:
    """From the press to the clip: `1:05`"""
    return clock((job.ended_at or job.changed_at) - job.opened_at)


def _done(job: Job) -> str:
    if model_of(job.model).free:
        return f"Animatic, ready in {took(job)}. Free preview, not made by Seedance."
    return f"Ready in {took(job)} · {dollars(job.price_usd)} charged · request {job.request_id}"


def _ended(snapshot: Snapshot) -> str:
    job = snapshot.job
    asked = f"Request {job.request_id}." if job.request_id else ""
    said = (job.error or PHASES[job.phase], outlook(snapshot), asked)
    return " ".join(filter(None, said))


def outlook(snapshot: Snapshot) -> str:
    """Of a job that nobody works on: what became of the money, and what comes next."""
    paid = "" if model_of(snapshot.job.model).free else _money(snapshot.job)
    return " ".join(filter(None, (paid, _next_look(snapshot))))


def _next_look(snapshot: Snapshot) -> str:
    if snapshot.next_look:
        again = datetime.fromtimestamp(snapshot.next_look, UTC)
        return f"This app looks again by itself at {again:%H:%M:%S} UTC; Check again looks at once."
    paid_for = snapshot.job.phase not in (Phase.PREPARING, Phase.UPLOADING, Phase.FAILED)
    return "Check again looks once more and costs nothing." if paid_for else ""


def _money(job: Job) -> str:
    if job.phase is Phase.FAILED and not job.given_back:
        return _ASK_THERE
    if job.phase is Phase.FAILED and job.request_id:
        return "The provider pays failed clips back by itself, within 3 hours."
    if job.phase is Phase.FAILED and job.error_code == "unreachable":
        return "Nothing was charged. Try again in a few minutes."
    if job.error_code == "no_file":
        return f"{_ASK_THERE} Check again looks once more and costs nothing."
    if job.phase is Phase.SAVING:
        until = job.changed_at + KEPT_BY_PROVIDER
        day = f"{datetime.fromtimestamp(until, UTC):%Y-%m-%d %H:%M} UTC"
        if until > time.time():
            return f"The provider keeps the clip until {day}."
        return f"The provider kept the clip until {day}."
    return _MONEY[job.phase]
