"""Makes shots where a prompt asks for several and tells none of them: "8 different shots"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..plan import Framing
from .asked_cuts import USUAL, AskedCuts, Place, asked_cuts
from .camera import read_camera
from .endings import ENDING
from .mark import SENTENCE_END
from .segment import Segment, SegmentedPrompt
from .shot_numbers import LABELLED
from .sizes import framings
from .text import PromptText

_EDGE = 2 * USUAL  # seconds of what a film of quick cuts opens or ends on, if it has them
_THEN = 16  # letters at most stand between a shot and "then, in quick cuts"
_SIZES = (Framing.WIDE, Framing.CLOSE_UP, Framing.MEDIUM)  # in turn, so that each cut is seen
_TO_AND_FRO = (Framing.MEDIUM, Framing.CLOSE_UP)


def as_montage(divided: SegmentedPrompt, seconds: float) -> SegmentedPrompt:
    """The same, or as many shots as its words ask for; among others a segment asks for its own."""
    one = _as_one(divided.segments, seconds)
    if one is None:
        return replace(divided, segments=tuple(_with_quick_cuts(divided.segments, seconds)))
    words = divided.head + one
    asked = asked_cuts(words.plain, seconds)
    shots = list(_shots(words, asked, seconds)) if asked else []
    return SegmentedPrompt(_for_all(words, asked), tuple(shots)) if asked and shots[1:] else divided


def _as_one(segments: Sequence[Segment], seconds: float) -> PromptText | None:
    """The words of the only segment, or of two of which one cuts quickly: "then" leads to it, or it
    leads to what is told of the end."""
    first, *others = segments
    if not others:
        return first.words
    last = others[-1]
    if len(others) > 1 or first.start is not None or first.length is not None:
        return None
    if ENDING.match(last.words.plain.lstrip()) and asked_cuts(first.words.plain, seconds):
        return first.words + last.words
    then = asked_cuts(last.words.plain, seconds) if last.follows_on else None
    return first.words.followed_by(last.words) if then and then.place[0] <= _THEN else None


def _for_all(words: PromptText, asked: AskedCuts) -> PromptText:
    """`words` without those that tell of one shot."""
    kept, passed = words[:0], 0
    for begin, end in asked.told:
        kept += words[passed:begin]
        passed = end
    return kept + words[passed:] if passed else words


def _shots(
    words: PromptText, asked: AskedCuts, seconds: float, first: int = 0
) -> Iterator[Segment]:
    """Shots of `seconds` in all, the sizes of the cuts in turn from the `first` on."""
    edges = [place for place in (asked.opening, asked.ending) if place]
    edge = seconds / asked.count if asked.count else min(_EDGE, seconds / 4)
    room = seconds - edge * len(edges)
    cuts = max(1, asked.count - len(edges)) if asked.count else _many(room, len(asked.views))
    if asked.opening:
        yield Segment(_at(words, asked.opening), length=edge)
    for number in range(cuts):
        yield Segment(_shown(words, asked, number, first), length=room / cuts)
    if asked.ending:
        yield Segment(_at(words, asked.ending), length=edge)


def _many(seconds: float, views: int) -> int:
    """How many cuts there are: each view comes as often as the others, and once at least."""
    return max(2, views, round(seconds / USUAL) // (views or 1) * (views or 1))


def _at(words: PromptText, place: Place) -> PromptText:
    return words[place[0] : place[1]]


def _shown(words: PromptText, asked: AskedCuts, number: int, first: int) -> PromptText:
    sizes = _TO_AND_FRO if asked.alternate else _SIZES
    size = sizes[(first + number) % len(sizes)]
    if not asked.views:
        return PromptText(" " * len(size), size)
    view = _at(words, asked.views[number % len(asked.views)])
    told = view.plain.strip()
    if framings(told):
        return view
    unwritten = "shot" if framings(f"{told} shot") else str(size)  # between wide and close-up
    return view.followed_by(PromptText(" " * len(unwritten), unwritten))


def _with_quick_cuts(segments: Sequence[Segment], seconds: float) -> Iterator[Segment]:
    was_cut, edges = False, (segments[0], segments[-1])
    for segment in segments:
        at_an_edge = any(segment is edge for edge in edges)
        own = _own_words(segment) if at_an_edge else len(segment.words.plain)
        shots = list(_cut_quickly(segment, own, seconds / len(segments)))
        # "Then" goes on with what was before the quick cuts, which is not shown any more.
        yield from [replace(segment, follows_on=False)] if was_cut and len(shots) == 1 else shots
        was_cut = len(shots) > 1


def _own_words(segment: Segment) -> int:
    """Where they end. What opens or closes a prompt may speak of all of it, "a film in 3 shots: a
    cup. Cut to": of such a segment, the first sentence behind its time or number."""
    text = segment.words.plain
    begin = len(text) - len(text.lstrip())
    if segment.start is None and not LABELLED.match(text, begin):
        return 0
    end = SENTENCE_END.search(text, begin)
    return end.start() if end else len(text)


def _cut_quickly(segment: Segment, own: int, share: float) -> Iterator[Segment]:
    """A segment, `share` seconds long where it has no time of its own, as the shots that its words
    up to `own` ask for: the first has all that are told of none."""
    start, words = segment.start, segment.words
    length = segment.length or share if start is None else (segment.stop or start) - start
    asked = asked_cuts(words.plain, length) if own else None
    if asked is None or asked.place[0] >= own:
        yield segment
        return
    size = read_camera(words.plain).framing or Framing.WIDE
    shots = list(_shots(words, asked, length, _SIZES.index(size) if size in _SIZES else -1))
    told = asked.views or asked.opening
    opening = _for_all(words, asked) + shots[0].words if told else _for_all(words, asked)
    shots[0] = replace(segment, words=opening, length=shots[0].length)
    yield from _in_time(shots, start, ends=asked.ending is not None)


def _in_time(shots: Sequence[Segment], start: float | None, *, ends: bool) -> Iterator[Segment]:
    """`shots` one after the other, each in the scene of the one before, but for an end."""
    for number, shot in enumerate(shots):
        stop = None if start is None else start + (shot.length or 0.0)
        goes_on = shot.follows_on if number == 0 else number < len(shots) - ends
        yield replace(shot, start=start, stop=stop, follows_on=goes_on)
        start = stop
