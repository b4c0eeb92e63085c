"""Plans of the page: of a job, and of a prompt with the steps by which a person corrected it.

The browser keeps the steps: a correction each, or `wrote`, the prompt before the plan was written
into it, with what words could not say of the plan as `left`. The last step is what is undone.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from ..animatic.corrections import Corrected, Correction, correct, differences
from ..animatic.plan import Plan
from ..animatic.plan_json import PlanError, plan_text, read_plan
from ..animatic.prompt.director import direct
from ..animatic.video.seen import UNKNOWN, Shapes
from ..animatic.written import write
from ..ledger import Job
from ..orders.brief import PROMPT_LIMIT

Step = dict[str, Any]
MOST_STEPS = 200
LONGEST_VALUE = 4000  # characters
# Of a job whose plan was no correction of what its prompt comes to.
OWN_PLAN: Step = {"own": True}
NOT_WRITTEN = (
    "No prompt can say these shots: the animatic shows every picture, and no shot is shorter than "
    "half a second. Give each picture a shot, or remove it."
)
TOO_LONG = (
    f"Written as shots, the prompt would have more than {PROMPT_LIMIT:,} characters. Shorten it."
)


def read_steps(sent: object) -> list[Step]:
    """The steps as a browser sends them; what is none is left out."""
    given = sent[:MOST_STEPS] if isinstance(sent, list) else []
    return [step for step in given if isinstance(step, dict) and _is_step(step)]


@dataclass(frozen=True)
class Pictures:
    """How many pictures a film is made of; with `ends` it goes from the first to the last. `shapes`
    are theirs and the film's."""

    count: int
    ends: bool = False
    shapes: Shapes = UNKNOWN

    @classmethod
    def of(cls, given: int, *, ends: bool) -> "Pictures":
        """Between two frames no other picture is seen."""
        return cls(2, ends=True) if ends and given > 1 else cls(given)


def read(prompt: str, seconds: float, pictures: Pictures) -> Plan:
    """What the prompt comes to."""
    return direct(prompt.strip(), seconds, pictures.count, ends=pictures.ends)


def corrected(prompt: str, seconds: float, pictures: Pictures, steps: Sequence[Step]) -> Corrected:
    """The same, with the corrections that hold."""
    return correct(read(prompt, seconds, pictures), _corrections(steps, prompt))


def plan_by_hand(prompt: str, seconds: float, pictures: Pictures, steps: Sequence[Step]) -> str:
    """The plan of a press as JSON where a person corrected it; else empty."""
    found = corrected(prompt, seconds, pictures, steps)
    return plan_text(found.plan) if found.held else ""


def written(prompt: str, seconds: float, pictures: Pictures, steps: Sequence[Step]) -> Step | None:
    """The plan as a prompt, and the corrections that its words still need; None where there is no
    such prompt."""
    plan = corrected(prompt, seconds, pictures, steps).plan
    text = write(plan)
    left = differences(read(text, seconds, pictures), plan)
    return None if left is None else {"text": text, "left": [asdict(each) for each in left]}


def steps_of(job: Job) -> list[Step]:
    """The corrections that a job was made with."""
    if not job.body.get("plan"):
        return []
    told, plan = read(job.prompt, job.duration, _pictures_of(job)), plan_of(job)
    same_words = [shot.text for shot in told.shots] == [shot.text for shot in plan.shots]
    found = differences(told, plan) if same_words else None
    return [OWN_PLAN] if found is None else [asdict(each) for each in found]


def plan_of(job: Job) -> Plan:
    """The plan that a job's animatic is drawn by."""
    with suppress(PlanError):  # written by a version with other words
        if given := job.body.get("plan"):
            return read_plan(given, job.duration, _pictures_of(job).count)
    return read(job.prompt, job.duration, _pictures_of(job))


def _pictures_of(job: Job) -> Pictures:
    return Pictures.of(len(job.images), ends="last_image" in job.body)


def is_written(steps: Sequence[Step], prompt: str) -> bool:
    """Whether the last thing that was done is that the plan was written into the prompt."""
    last = steps[-1] if steps else {}
    return "wrote" in last and last["wrote"].strip() != prompt.strip()


def _corrections(steps: Sequence[Step], prompt: str) -> list[Correction]:
    """Those since the plan was last written into the prompt; or, where the prompt is as it was
    before that, those of then."""
    for at in reversed(range(len(steps))):
        if "wrote" in steps[at]:
            if steps[at]["wrote"].strip() == prompt.strip():
                return _corrections((*steps[:at], *steps[at + 1 :]), prompt)
            steps = (*steps[at]["left"], *steps[at + 1 :])
            break
    return [Correction(**step) for step in steps if "field" in step]


def _is_step(step: Step) -> bool:
    if "wrote" in step:
        left = step.get("left")
        kept = isinstance(left, list) and all(isinstance(s, dict) and _is_one(s) for s in left)
        return isinstance(step["wrote"], str) and kept
    return step == OWN_PLAN or _is_one(step)


def _is_one(step: Step) -> bool:
    fits = len(str(step)) <= LONGEST_VALUE and set(step) == {"shot", "field", "read", "value"}
    return fits and isinstance(step["shot"], str) and isinstance(step["field"], str)
