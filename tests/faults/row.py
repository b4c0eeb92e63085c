"""A row of the fault table, and the words that its sentences share."""

from dataclasses import dataclass

from .provider import FOREVER, Fault

DONE, FAILED, LOST = "completed", "failed", "unconfirmed"
RESTS, SAVING = "processing", "saving"
NOTHING, MAYBE = "Nothing was charged.", "It may have been charged"
KEPT, GOES_ON = "The provider keeps the clip until", "goes on at the provider and is not lost"
ASK_THERE = "Your account at wavespeed.ai shows whether it was charged"
NO_VIDEO, UNSAFE = "not a video that plays", "not safe to open"
_STEPS = {
    "upload": ("ticket", "put", "form"),
    "every": ("ticket", "put", "submit", "poll", "file", "bills"),
}


@dataclass(frozen=True)
class Row:
    """A fault, how often it happens, and how the press ends: paid POSTs, phase, a sentence."""

    step: str
    name: str
    fault: Fault
    times: int
    posts: int
    phase: str
    says: str = ""
    tasks: int = -1  # as many as POSTs, unless said
    never: str = "\0"  # what the sentence may not say
    covered: bool = False  # whether the clip is flagged

    @property
    def title(self) -> str:
        often = {1: "", FOREVER: ", always"}.get(self.times, f" ×{self.times}")
        return f"{self.step}: {self.name}{often}"

    @property
    def steps(self) -> tuple[str, ...]:
        return _STEPS.get(self.step, (self.step,))

    @property
    def created(self) -> int:
        return self.posts if self.tasks < 0 else self.tasks
