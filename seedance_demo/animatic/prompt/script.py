"""A prompt taken apart into beats: which words belong to which stretch of time.

Time spans rule; without them numbered shots, then "Opening: ... Ending: ...", then named pictures
("Image 1: ..."), then single times ("at 5 seconds"), then lengths ("close-up (2s), wide (3s)"),
then lists, sentences and lines that each name a shot, then words such as "cut to" and 然后. What
stands before the first mark is the head and applies to every beat, and so does a closing "Style:".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .marks import (
    Mark,
    connectives,
    length_told,
    lengths_of_shots,
    moments,
    numbered_shots,
    time_spans,
)
from .passage import Kind, Passage
from .unnumbered import (
    captioned_pictures,
    filmed_lines,
    framed_sentences,
    listed_shots,
    parts_of_a_story,
)

# Labels of a closing paragraph that speaks of the whole clip.
_WHOLE = re.compile(
    r"\n[\[【(（#]*(?P<label>overall|style|global|technical|negative|constraint|avoid|audio|sound"
    r"|music|mood|atmosphere|lighting|quality|transition|no |throughout"
    r"|整体|风格|全程|要求|音乐|音效|背景音乐|约束|禁止|氛围|画质|转场|技术)"
)
# The same in the middle of a line: "... wide shot. Visual style: film grain".
_WHOLE_IN_A_LINE = re.compile(
    r"(?<=[.;!?]) ?(?P<label>(?:(?:visual|overall|art|film|cinematic|camera|colou?r|sound|general"
    r"|video|background) ){0,2}(?:style|design|soundtrack|music|bgm|score|grad(?:e|ing)|palette"
    r"|aesthetics?|constraints?|negative prompts?|instructions?|technical|quality|mood)"
    r"|(?:整体|画面|视觉|背景|视频|全片)?(?:风格|音乐|配乐|要求|约束|禁止|画质|色调))"
    r"[a-z &]{0,24} ?:"
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
        listed_shots(text),
        framed_sentences(text),
        filmed_lines(text),
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
    """What closes the prompt and speaks of the whole clip goes to the head."""
    last = beats[-1]
    at = _tail(last.words, [beat.words.plain for beat in beats[:-1]])
    return head + last.words[at:], replace(last, words=last.words[:at])


def _tail(last: Passage, earlier: Sequence[str]) -> int:
    """Where it begins: at "Style: ..." or "No music", unless each shot has such a label, or at the
    second line where each shot has one."""
    before = "\n".join(earlier)
    labelled = [
        match.start()
        for each in (_WHOLE, _WHOLE_IN_A_LINE)
        for match in each.finditer(last.plain)
        if match["label"] not in before
    ]
    line = last.plain.find("\n", len(last.plain) - len(last.plain.lstrip()))
    in_lines = line > 0 and earlier and not any("\n" in words.strip() for words in earlier)
    if in_lines and not last[line:].asides(Kind.DIALOGUE):
        labelled.append(line)
    return min(labelled, default=len(last.plain))
