"""A prompt taken apart into beats: which words belong to which stretch of time.

Time spans rule; without them numbered shots, then "Opening: ... Ending: ...", then named pictures
("Image 1: ..."), then single times ("at 5 seconds"), then lengths ("close-up (2s), wide (3s)"),
then words such as "cut to" and 然后. What stands before the first mark is the head and applies to
every beat.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .marks import (
    Mark,
    captioned_pictures,
    connectives,
    length_told,
    lengths_of_shots,
    moments,
    numbered_shots,
    parts_of_a_story,
    time_spans,
)
from .passage import Passage

# Labels of a closing paragraph that speaks of the whole clip.
_WHOLE = re.compile(
    r"\n[\[【(（#]*(?P<label>overall|style|global|technical|negative|constraint|avoid|audio|sound"
    r"|music|mood|atmosphere|lighting|quality|transition|no |throughout"
    r"|整体|风格|全程|要求|音乐|音效|背景音乐|约束|禁止|氛围|画质|转场|技术)"
)
# "Dissolves between shots" and 转场用叠化 speak of every joint wherever they stand.
_JOINTS = (
    r"between (?:all |the )*(?:(?:shot|scene|image|picture|photo|clip|cut)s|them)(?! ?[1-9])"
    r"|between (?:each|every)|transitions(?= ?(?:$|[.,;:!?\n]|only|throughout|between))"
    r"|转场(?=[都全统均一]{0,2}[用采使选为是以])|(?:镜头|画面|图片|场景|每个镜头)之?间"
)
_THROUGHOUT = re.compile(
    rf"[^,.;:!?\n\[\]]{{0,60}}"
    rf"(?:全程|始终|throughout|entire (?:video|clip)|whole (?:video|clip)|{_JOINTS})"
    rf"[^,.;:!?\n\[\]]{{0,60}}"
)
_COUNTED_FROM_ONE = 1.0  # seconds; "1-3s ... 4-6s": no shot is meant to stand before the first


@dataclass(frozen=True)
class Beat:
    """A stretch of the script; times in seconds, where the prompt says so."""

    words: Passage
    start: float | None = None
    stop: float | None = None
    length: float | None = None
    follows_on: bool = False  # "then": the scene of the beat before goes on


@dataclass(frozen=True)
class Script:
    head: Passage
    beats: tuple[Beat, ...]


def read_script(words: Passage, seconds: float) -> Script:
    """The beats of a clip of `seconds`, in time order; always at least one."""
    text = words.plain
    for marks in (
        time_spans(text, seconds),
        numbered_shots(text),
        parts_of_a_story(text),
        captioned_pictures(text),
        moments(text, seconds),
        lengths_of_shots(text),
    ):
        if marks:
            return _divided(words, marks)
    marks = [mark for mark in connectives(text) if words[: mark.begin] and words[mark.end :]]
    beginning = Mark(0, 0)
    beats = _beats(words, [beginning, *marks])
    timed = (replace(beat, length=length_told(beat.words.plain)) for beat in beats)
    return Script(_throughout(words), tuple(timed))


def _divided(words: Passage, marks: Sequence[Mark]) -> Script:
    beats = _beats(words, marks)
    head, beats[-1] = _with_tail(words[: marks[0].begin], beats)
    head += _throughout(words)
    beats.sort(key=lambda beat: beat.start or 0.0)
    first = beats[0].start or 0.0
    if first > 0 and (head or not _counts_from_one(beats)):
        beats.insert(0, Beat(head, 0.0, first))
    return Script(head, tuple(beats))


def _counts_from_one(beats: Sequence[Beat]) -> bool:
    """Whether spans count whole seconds: one begins where the second after the last begins."""
    apart = (
        two.start - one.stop
        for one, two in pairwise(beats)
        if one.stop is not None and two.start is not None
    )
    return beats[0].start == _COUNTED_FROM_ONE and any(gap == 1 for gap in apart)


def _throughout(words: Passage) -> Passage:
    """Clauses that say themselves that they speak of the whole clip."""
    found = words[:0]
    for match in _THROUGHOUT.finditer(words.plain):
        found += words[match.start() : match.end()]
    return found


def _beats(words: Passage, marks: Sequence[Mark]) -> list[Beat]:
    """Words from each mark to the next; a time stamp is no part of them, "dissolve to" is."""
    edges = [*(mark.begin for mark in marks), len(words.plain)]
    return [
        Beat(
            words[begin if mark.start is None else max(begin, mark.end) : max(begin, end)],
            mark.start,
            mark.stop,
            mark.length,
            mark.follows_on,
        )
        for mark, (begin, end) in zip(marks, pairwise(edges), strict=True)
    ]


def _with_tail(head: Passage, beats: Sequence[Beat]) -> tuple[Passage, Beat]:
    """A closing paragraph ("Style: ...", "No music") goes to the head, unless each shot has one."""
    last = beats[-1]
    earlier = "\n".join(beat.words.plain for beat in beats[:-1])
    for match in _WHOLE.finditer(last.words.plain):
        if "\n" + match["label"] not in earlier:
            tail = last.words[match.start() :]
            return head + tail, replace(last, words=last.words[: match.start()])
    return head, last
