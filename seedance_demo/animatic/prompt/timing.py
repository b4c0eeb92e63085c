"""Gives each segment of a prompt its frames and its images."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ..plan import FPS, Move
from .camera import read_camera
from .image_references import references
from .mark import SENTENCE_END
from .segment import Segment
from .sequence import PART
from .text import PromptText

# A shorter segment cannot be read as a shot and is joined to its neighbour; where no time asks for
# it, no shot is shorter than a second.
MIN_FRAMES = FPS // 2
_PART = PromptText("\n", PART)


@dataclass(frozen=True)
class TimedSegment:
    """Words that stand for `frames` frames, and the pictures (counted from 0) they show in turn."""

    words: PromptText
    frames: int
    images: tuple[int, ...] = ()
    follows_on: bool = False

    @property
    def shares(self) -> tuple[int, ...]:
        """The frames of each picture."""
        edges = [round(self.frames * n / len(self.images)) for n in range(len(self.images) + 1)]
        return tuple(end - start for start, end in pairwise(edges))

    def joined(self, other: "TimedSegment") -> "TimedSegment":
        images = tuple(dict.fromkeys(self.images + other.images))
        goes_on = other.follows_on
        words = self.words.followed_by(other.words) if goes_on else self.words + other.words
        return replace(self, words=words, frames=self.frames + other.frames, images=images)


def timed_segments(
    segments: Sequence[Segment], frames: int, images: int, one_take: bool
) -> list[TimedSegment]:
    """Segments that fill `frames` and between them show every image."""
    timed = _with_images(_with_frames(segments, frames), images)
    return _without_cuts(timed) if one_take else _without_idle(timed)


def _with_frames(segments: Sequence[Segment], frames: int) -> list[TimedSegment]:
    edges = [round(edge) for edge in _edges(segments, frames)]
    least = FPS if segments[0].start is None else MIN_FRAMES
    timed: list[TimedSegment] = []
    for segment, (start, end) in zip(segments, pairwise(edges), strict=True):
        each = TimedSegment(segment.words, end - start, follows_on=segment.follows_on)
        if timed and min(timed[-1].frames, frames - start) < least:
            timed[-1] = timed[-1].joined(each)
        else:
            timed.append(each)
    return timed


def _edges(segments: Sequence[Segment], frames: int) -> list[float]:
    """Where segments begin, in frames, and the end."""
    if any(segment.start is not None for segment in segments):
        return _edges_by_times(segments, frames)
    lengths = _lengths(segments, frames / FPS)
    passed = [0.0, *accumulate(lengths)]
    return [frames * time / passed[-1] for time in passed]


def _edges_by_times(segments: Sequence[Segment], frames: int) -> list[float]:
    """As the prompt says; times beyond the end are scaled back into the clip."""
    starts = [segment.start or 0.0 for segment in segments]
    stops = [segment.stop or start for segment, start in zip(segments, starts, strict=True)]
    told = max(stops)
    if told * FPS >= frames and segments[-1].stop is None:
        told *= 1 + 1 / len(segments)  # a single time beyond the end: its shot needs room too
    scale = min(float(FPS), frames / told) if told else float(FPS)
    return [0.0, *(start * scale for start in starts[1:]), frames]


def _lengths(segments: Sequence[Segment], seconds: float) -> list[float]:
    """A length for each segment, before they are scaled to the clip. Segments without one share
    what is left; where nothing is left, they are as long as the others on average."""
    known = [segment.length for segment in segments if segment.length]
    left, silent = seconds - sum(known), len(segments) - len(known)
    usual = 1.0
    if left > 0 and silent:
        usual = left / silent
    elif known:
        usual = sum(known) / len(known)
    return [segment.length or usual for segment in segments]


def _with_images(timed: list[TimedSegment], images: int) -> list[TimedSegment]:
    """Images for each segment: those it names, else the unnamed ones in order, so all are used.

    A film that does not say what it opens on opens on the first picture if it can.
    """
    named = [_named(each.words.plain, images) for each in timed]
    spare = [image for image in range(images) if not any(image in some for some in named)]
    free = [number for number, some in enumerate(named) if not some]
    if 0 in free and 0 not in spare and len(free) > len(spare):
        named[free.pop(0)] = (0,)
    for place, some in _shared(spare, len(free)).items():
        named[free[place]] = some
    if spare and not free:
        named[-1] = (*named[-1], *spare)
    cast: list[TimedSegment] = []
    for each, some in zip(timed, named, strict=True):
        cast.append(replace(each, images=some or cast[-1].images[-1:]))
    return cast


def _named(text: str, images: int) -> tuple[int, ...]:
    numbers = (image if image > 0 else images for image in (r.number for r in references(text)))
    return tuple(dict.fromkeys(number - 1 for number in numbers if number <= images))


def _shared(spare: Sequence[int], places: int) -> dict[int, tuple[int, ...]]:
    """The spare images dealt in order to `places` segments; one without goes on with the last."""
    dealt: dict[int, tuple[int, ...]] = {}
    for number, image in enumerate(spare if places else ()):
        place = number * places // len(spare)
        dealt[place] = (*dealt.get(place, ()), image)
    return dealt


def _without_idle(timed: Sequence[TimedSegment]) -> list[TimedSegment]:
    """ "Push in, then pan left": "then" alone cuts to nothing new. Where a picture goes on in
    the same size it is one shot, whose moves come in turn."""
    joined = [timed[0]]
    for each in timed[1:]:
        same = each.follows_on and each.images == joined[-1].images[-1:]
        if same and _goes_on(joined[-1], each):
            joined[-1] = joined[-1].joined(each)
        else:
            joined.append(each)
    return joined


def _goes_on(before: TimedSegment, each: TimedSegment) -> bool:
    camera, last = read_camera(each.words.plain), read_camera(before.words.plain)
    if not camera.is_told:
        return True
    cut = camera.enters or camera.passes or last.passes or last.leaves
    same = camera.framing in (None, last.framing) or _has_a_note(each.words.plain)
    return not cut and same


def _has_a_note(text: str) -> bool:
    """Whether its size is told behind what happens, of a camera that stands: of the whole take."""
    happens, *notes = SENTENCE_END.split(text)
    told = [read_camera(note) for note in notes]
    noted = any(each.framing and Move.STATIC in each.moves for each in told)
    return noted and not read_camera(happens).framing


def _without_cuts(timed: Sequence[TimedSegment]) -> list[TimedSegment]:
    """One shot for each picture: the camera does in turn what was told of its parts."""
    joined = [timed[0]]
    for each in timed[1:]:
        if set(each.images) <= set(joined[-1].images[-1:]):
            before = replace(joined[-1], words=joined[-1].words + _PART)
            joined[-1] = before.joined(each)
        else:
            joined.append(each)
    return joined
