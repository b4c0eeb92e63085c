"""How a job stands: its row, and what only the process knows that works on it."""

import json
from dataclasses import asdict, dataclass, replace

from ..errors import SeedanceError
from ..ledger import Job, Phase


@dataclass(frozen=True)
class Known:
    """What only the process knows that works on a job, or will look at it again."""

    live: bool = False  # somebody works on it at this moment
    frames: tuple[int, int] | None = None  # an animatic's frames, done and all
    trouble: str = ""  # why a live job does not get on at the moment
    trouble_code: str = ""
    request_id: str = ""  # one that could not be written down yet
    ahead: int | None = None  # jobs of its kind before this one; None when it waits for no turn
    next_look: float | None = None  # Unix time at which one that rests is looked at by itself
    still: str = ""  # an animatic's latest frame that is to be seen, as `Prediction` has it
    others: bool = False  # whether `ahead` leaves out those who wait in other processes

    def with_trouble(self, error: SeedanceError | None) -> "Known":
        if error is None:
            return self
        return replace(
            self,
            trouble=error.sentence,
            trouble_code=error.code,
            request_id=error.request_id,
        )

    def written(self) -> str:
        """For other processes."""
        return json.dumps(asdict(self))


def read_known(told: str | None) -> Known:
    """What another process told. One that holds a job and has told nothing, or lives no more, has
    just begun, or is followed by another in a moment."""
    if not told:
        return Known(live=told is not None)
    known = json.loads(told)
    return Known(**known | {"frames": known["frames"] and tuple(known["frames"])})


@dataclass(frozen=True)
class Snapshot:
    """What a follower sees: the ledger's row, and what only a process knows."""

    job: Job
    live: bool
    frames: tuple[int, int] | None = None
    trouble: str = ""
    ahead: int | None = None
    next_look: float | None = None
    animatic: Job | None = None  # of a paid job's brief, while there is no clip
    still: str = ""
    others: bool = False
    variations: tuple[Job, ...] = ()  # those that were pressed together, this one among them

    @property
    def may_change(self) -> bool:
        """Whether something will come of it by itself, or of another variation."""
        return bool(self.next_look) or not all(each.phase.ended for each in self.variations)

    def ready_instead(self, before: "Snapshot") -> Job | None:
        """Of those that were pressed together one with a clip, when this one has failed since
        `before`. One that had failed before was opened to be seen, and one of which nobody knows
        whether it was charged stays, with what it says."""
        if before.job.phase.ended or self.job.phase is not Phase.FAILED:
            return None
        return next((each for each in self.variations if each.clip), None)

    def looks_like(self, other: "Snapshot") -> bool:
        """Whether there is nothing new to see. That work on a job has ended is not, once the job
        itself has: its last word is said once."""
        done = self.job.phase.ended and replace(other, live=self.live) == self
        return self == other or done


def snapshot_of(
    job: Job, known: Known, animatic: Job | None, variations: tuple[Job, ...] = ()
) -> Snapshot:
    if known.trouble:
        job = replace(
            job,
            request_id=job.request_id or known.request_id,
            error_code=known.trouble_code,
            error=known.trouble,
        )
    return Snapshot(
        job=job,
        live=known.live and job.phase is not Phase.FAILED,  # after which nothing is done any more
        frames=known.frames,
        trouble=known.trouble,
        ahead=known.ahead,
        others=known.others,
        next_look=known.next_look,
        still=known.still,
        animatic=animatic,
        variations=variations,
    )
