"""Which beats get which frames and which pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ..plan import FPS
from .camera import read_camera
from .image_references import references
from .segments import Beat
from .text import Passage

# A shorter beat cannot be read as a shot and is joined to its neighbour; without a stamp that asks
# for it, no shot is shorter than a second.
MIN_FRAMES = FPS // 2


@dataclass(frozen=True)
class Take:
    """Words that stand for `frames` frames, and the pictures (counted from 0) they show in turn."""

    words: Passage
    frames: int
    images: tuple[int, ...] = ()
    follows_on: bool = False

    @property
    def shares(self) -> tuple[int, ...]:
        """The frames of each picture."""
        edges = [round(self.frames * n / len(self.images)) for n in range(len(self.images) + 1)]
        return tuple(end - start for start, end in pairwise(edges))

    def joined(self, other: "Take") -> "Take":
        images = tuple(dict.fromkeys(self.images + other.images))
        return replace(
            self, words=self.words + other.words, frames=self.frames + other.frames, images=images
        )


def schedule(beats: Sequence[Beat], frames: int, images: int, one_take: bool) -> list[Take]:
    """Takes that fill `frames` and between them show every picture."""
    takes = _cast(_timed(beats, frames), images)
    return _without_cuts(takes) if one_take else _without_idle(takes)


def _timed(beats: Sequence[Beat], frames: int) -> list[Take]:
    edges = [round(edge) for edge in _edges(beats, frames)]
    least = FPS if beats[0].start is None else MIN_FRAMES
    takes: list[Take] = []
    for beat, (start, end) in zip(beats, pairwise(edges), strict=True):
        take = Take(beat.words, end - start, follows_on=beat.follows_on)
        if takes and min(takes[-1].frames, frames - start) < least:
            takes[-1] = takes[-1].joined(take)
        else:
            takes.append(take)
    return takes


def _edges(beats: Sequence[Beat], frames: int) -> list[float]:
    """Where beats begin, in frames, and the end; stamps beyond the end are scaled back into it."""
    if any(beat.start is not None for beat in beats):
        starts = [beat.start or 0.0 for beat in beats]
        stops = [beat.stop or start for beat, start in zip(beats, starts, strict=True)]
        told = max(stops)
        if told * FPS >= frames and beats[-1].stop is None:
            told *= 1 + 1 / len(beats)  # a single time beyond the end: its shot needs room too
        scale = min(float(FPS), frames / told) if told else float(FPS)
        return [0.0, *(start * scale for start in starts[1:]), frames]
    known = [beat.length for beat in beats if beat.length]
    left = frames / FPS - sum(known)
    silent = len(beats) - len(known)
    usual = left / silent if left > 0 and silent else sum(known) / len(known) if known else 1.0
    lengths = [beat.length or usual for beat in beats]
    passed = [0.0, *accumulate(lengths)]
    return [frames * time / passed[-1] for time in passed]


def _cast(takes: list[Take], images: int) -> list[Take]:
    """Pictures for each take: those it names, else the unnamed ones in order, so all are used.

    A film that does not say what it opens on opens on the first picture if it can.
    """
    named = [_named(take.words.plain, images) for take in takes]
    spare = [image for image in range(images) if not any(image in some for some in named)]
    free = [number for number, some in enumerate(named) if not some]
    if 0 in free and 0 not in spare and len(free) > len(spare):
        named[free.pop(0)] = (0,)
    for place, some in _shared(spare, len(free)).items():
        named[free[place]] = some
    if spare and not free:
        named[-1] = (*named[-1], *spare)
    cast: list[Take] = []
    for take, some in zip(takes, named, strict=True):
        cast.append(replace(take, images=some or cast[-1].images[-1:]))
    return cast


def _named(text: str, images: int) -> tuple[int, ...]:
    numbers = (image if image > 0 else images for image in (r.number for r in references(text)))
    return tuple(dict.fromkeys(number - 1 for number in numbers if number <= images))


def _shared(spare: Sequence[int], places: int) -> dict[int, tuple[int, ...]]:
    """The spare pictures dealt in order to `places` takes; a take without goes on with the last."""
    dealt: dict[int, tuple[int, ...]] = {}
    for number, image in enumerate(spare if places else ()):
        place = number * places // len(spare)
        dealt[place] = (*dealt.get(place, ()), image)
    return dealt


def _without_idle(takes: Sequence[Take]) -> list[Take]:
    """ "She turns, then smiles": where the same picture goes on and nobody moves the camera, there
    is nothing to cut to."""
    joined = [takes[0]]
    for take in takes[1:]:
        same = take.follows_on and take.images == joined[-1].images[-1:]
        if same and not read_camera(take.words.plain).is_told:
            joined[-1] = joined[-1].joined(take)
        else:
            joined.append(take)
    return joined


def _without_cuts(takes: Sequence[Take]) -> list[Take]:
    joined = [takes[0]]
    for take in takes[1:]:
        if set(take.images) <= set(joined[-1].images[-1:]):
            joined[-1] = joined[-1].joined(take)
        else:
            joined.append(take)
    return joined
