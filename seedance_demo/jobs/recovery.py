"""Finds the task of a paid request whose answer was lost.

A wrong guess gives somebody another person's clip, so a task is taken only when it can be nobody
else's: it carries the pictures this job uploaded, or it is the only one that fits this job and fits
no other job that waits for an answer.
"""

import asyncio
from collections.abc import Iterable

from ..errors import BadKey, Refused, StorageError, Unconfirmed, Unreachable
from ..ledger import Job, Ledger
from ..orders.order import pictures_in
from ..wavespeed import Client
from ..wavespeed.answers import Listed, Prediction
from . import pools

BEFORE, AFTER = 30, 180  # seconds around the sending: rounded clocks, and a slow provider


async def find(job: Job, client: Client, ledger: Ledger, waits: Iterable[float]) -> Prediction:
    """The task of `job`, looked for after each of `waits`. Raises `Unconfirmed` when it cannot be
    told, `BadKey` when the provider does not let us look."""
    looked = False
    for wait in waits:
        await asyncio.sleep(wait)
        try:
            task = await pools.of(job).ask.run(_look, job, client, ledger)
        except BadKey:
            raise
        except (Refused, Unreachable, StorageError):
            continue
        if task:
            return task
        looked = True
    why = (
        "we could not find it among your recent WaveSpeed tasks"
        if looked
        else "your recent WaveSpeed tasks cannot be listed"
    )
    raise Unconfirmed(f"The request was sent, but its answer was lost, and {why}.")


def task_of_job(job: Job, recent: Iterable[Listed], unanswered: Iterable[Job]) -> Prediction | None:
    """The task of `job` among the `recent` ones that no job has yet; None when it is not certain.
    `unanswered` are all jobs that wait for an answer, this one among them."""
    waiting = [other for other in unanswered if other.id != job.id]
    listed = [each for each in recent if each.task.id and each.task.model in (job.endpoint, "")]
    certain = [each for each in listed if _carries_its_pictures(each, job)]
    if any(other.uploads == job.uploads for other in waiting):
        certain = []  # a provider may give the same picture the same address again
    possible = certain or [
        each
        for each in listed
        if _fits(job, each) and not any(_fits(other, each) for other in waiting)
    ]
    return possible[0].task if len(possible) == 1 else None


def _carries_its_pictures(listed: Listed, job: Job) -> bool:
    """The sure sign, whatever the provider's list makes of prompts and dates."""
    return job.uploads == pictures_in(listed.inputs) != ()


def _look(job: Job, client: Client, ledger: Ledger) -> Prediction | None:
    recent = client.recent(job.endpoint, *_span(job))
    unclaimed = [listed for listed in recent if not ledger.owns(listed.task.id)]
    return task_of_job(job, unclaimed, ledger.unanswered())


def _fits(job: Job, listed: Listed) -> bool:
    """Same model, same prompt where it is listed, created when this job was sent."""
    after, before = _span(job)
    return (
        listed.task.model in (job.endpoint, "")
        and listed.inputs.get("prompt", job.prompt) == job.prompt
        and listed.created is not None
        and after <= listed.created <= before
    )


def _span(job: Job) -> tuple[float, float]:
    """Unix times between which the task of this job was created, if it was."""
    sent = job.submitted_at or job.opened_at
    return sent - BEFORE, sent + AFTER
