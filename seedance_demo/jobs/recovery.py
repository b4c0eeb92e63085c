"""Finds the task of a paid request whose answer was lost.

A wrong guess gives somebody another person's clip, so a task is taken only when it can be nobody
else's: it carries the pictures this job uploaded, each job its own; or it fits this job and none of
another brief. Jobs of one person's same brief are counted: as many tasks as jobs go one to each, as
they were sent and created. Fewer are dealt out only once the answers of all these jobs are lost for
good: which of two has the clip is the same to everybody then, and that it comes is not.
"""

import asyncio
from collections.abc import Iterable

from ..errors import BadKey, Refused, StorageError, Unconfirmed, Unreachable
from ..ledger import Job, Ledger, Phase
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
    if certain:
        return certain[0].task if len(certain) == 1 else None
    possible = [
        each
        for each in listed
        if _fits(job, each) and not any(_may_be_anothers(job, other, each) for other in waiting)
    ]
    return _dealt(job, possible, waiting)


def _may_be_anothers(job: Job, other: Job, listed: Listed) -> bool:
    """Whether a task that fits `job` may be that of `other`, and it matters whose it is."""
    has_its_own = other.uploads != job.uploads and _carries_its_pictures(listed, other)
    return has_its_own or (not _is_same_brief(job, other) and _fits(other, listed))


def _is_same_brief(job: Job, other: Job) -> bool:
    """Whether both are one person's, and would be the same clip."""
    return all(
        getattr(job, name) == getattr(other, name)
        for name in ("visitor", "payer", "endpoint", "body")
    )


def _dealt(job: Job, tasks: list[Listed], waiting: list[Job]) -> Prediction | None:
    """The one of `tasks` that falls to `job`, among the others that these may be."""
    others = [
        other
        for other in waiting
        if _is_same_brief(job, other) and any(_fits(other, each) for each in tasks)
    ]
    jobs = sorted([job, *others], key=lambda each: (each.submitted_at or 0, each.id))
    may_be_answered = any(each.phase is Phase.SUBMITTING for each in jobs)
    if len(tasks) > len(jobs) or (len(tasks) < len(jobs) and may_be_answered):
        return None
    tasks = sorted(tasks, key=lambda each: (each.created or 0, each.task.id))
    at = jobs.index(job)
    return tasks[at].task if at < len(tasks) else None


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
