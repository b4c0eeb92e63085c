"""Jobs that a process left: the one before this, or one beside it that lives no more."""

from ..errors import Refused, TaskFailed
from ..ledger import Job, Payer, Phase
from .provider import NEEDS_KEY
from .record import BEFORE_THE_POST
from .runner import JobRunner

LATE = 600.0  # seconds after which nobody expects any more that what was pressed is sent


def pick_up(runner: JobRunner) -> None:
    """After a start: go on with every job that nobody works on."""
    held = runner.ledger.leases.held()
    for job in runner.ledger.unfinished():
        if job.id not in held:
            _go_on(runner, job)


def take_over(runner: JobRunner, *, from_others: bool) -> None:
    """While others work at the same ledger: stand in line with the animatics that wait, whichever
    process was asked for them, and go on with those `from_others` that live no more."""
    held = runner.ledger.leases.held()
    orphans = runner.ledger.leases.orphans() if from_others else set()
    here = runner.known_here()
    for job in runner.ledger.unfinished():
        waits = job.payer is Payer.NOBODY and job.id not in held
        if (waits or job.id in orphans) and job.id not in here:
            _go_on(runner, job)


def _go_on(runner: JobRunner, job: Job) -> None:
    """A visitor's own key was never stored, so a job paid with it waits for that key."""
    if _is_still_to_be_sent(runner, job):
        runner.start(job)
    elif not runner.ledger.leases.take(job.id):
        return
    elif job.phase in BEFORE_THE_POST:
        runner.end(job, Refused("The app stopped before this was sent.", code="stopped"))
    elif job.payer is Payer.NOBODY:
        runner.end(job, TaskFailed("The app stopped while it was drawing this."))
    elif job.payer is Payer.OWNER or job.phase is Phase.SAVING:  # fetching needs no key
        runner.start(job)
    else:
        runner.ledger.note(job.id, "needs_key", NEEDS_KEY)
        runner.ledger.leases.give_back(job.id)


def _is_still_to_be_sent(runner: JobRunner, job: Job) -> bool:
    """Among several processes another sends in the stead of the one that was asked."""
    if job.phase not in BEFORE_THE_POST or not runner.ledger.leases.shared:
        return False
    in_time = job.changed_at > runner.timing.now() - LATE
    return job.payer is Payer.NOBODY or (job.payer is Payer.OWNER and in_time)
