"""What a prompt is divided into: the words of each stretch of time, and those for all."""

from dataclasses import dataclass

from .text import PromptText


@dataclass(frozen=True)
class Segment:
    """Words for a stretch of time; times in seconds, where the prompt says so."""

    words: PromptText
    start: float | None = None
    stop: float | None = None
    length: float | None = None
    follows_on: bool = False  # "then": the scene of the segment before goes on


@dataclass(frozen=True)
class SegmentedPrompt:
    """The segments in time order, and the words that speak of all of them."""

    head: PromptText
    segments: tuple[Segment, ...]

    @property
    def speaks_of_all(self) -> str:
        """The plain words that may speak of the whole clip: in a shot with a time of its own, "no
        cuts" is about that shot, but for the last."""
        timed = [segment for segment in self.segments[:-1] if segment.start is not None]
        shots = (segment.words.plain for segment in self.segments if segment not in timed)
        return "\n".join(filter(None, (self.head.plain, *shots)))
