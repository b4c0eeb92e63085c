"""The plan of a job's shots: the one that came with it, or what its prompt comes to."""

from contextlib import suppress

from ..animatic.plan import Plan
from ..animatic.plan_json import PlanError, read_plan
from ..animatic.prompt.director import direct
from ..ledger import Job


def plan_of(job: Job) -> Plan:
    """The plan that a job's animatic is drawn by."""
    with suppress(PlanError):  # written by a version with other words
        if given := job.body.get("plan"):
            return read_plan(given, job.duration, len(job.images))
    return direct(job.prompt, job.duration, len(job.images))
