"""Divides a prompt text into segments: which words belong to which stretch of time.

Time spans rule; without them numbered shots, then "Opening: ... Ending: ...", then named pictures
("Image 1: ..."), then single times ("at 5 seconds"), then lengths ("close-up (2s), wide (3s)"),
then lists, sentences and lines that each name a shot, then words such as "cut to" and 然后. What
stands before the first mark is the head and applies to every segment, and so does a closing
"Style:".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .closing import closing_words
from .connectives import connectives
from .inner_cuts import cut_up
from .language import Language
from .listed_shots import listed_shots
from .mark import Mark
from .rules import Rule, any_of, part
from .segment import Segment, SegmentedPrompt
from .shot_numbers import counted_shots, numbered_shots
from .sized_sentences import closer_sentence, cut_by_sizes, framed_sentences, sizes_in
from .text import PromptText
from .timelines import on_one_timeline
from .timestamps import length_told, lengths_of_shots, moments, time_spans
from .unnumbered_shots import (
    bracketed_cuts,
    captioned_pictures,
    directed_sentences,
    filmed_lines,
    labelled_cuts,
    parts_of_a_story,
    pictures_told_last,
    sentences_cut_to,
    told_pictures,
)

# What a prompt opens on, told before its times.
_OPENING = any_of(
    Rule(
        r"(?:^|(?<=\n))[\[【(]?(?:opening|beginning|start|first frame|开场|开头|首帧|起始)"
        r"(?: [a-z]+|画面|镜头)?[\])】]? ?:[^\n]*(?=\n)",
        takes="opening: a dusty desk at dusk\n",
        leaves="style: a dusty desk at dusk\n",
    )
)
# Words about every transition, wherever they stand.
_TRANSITIONS = part(
    Rule(
        r"between (?:all |the )*(?:(?:shot|scene|image|picture|photo|clip|cut)s|them)(?! ?[1-9])",
        takes="dissolves between the shots",
        leaves="a dissolve between shots 2 and 3",
    ),
    Rule(
        r"between (?:each|every)|between(?= ?(?:$|[.,;!?\n]))",
        takes="dissolves in between.",
        leaves="a path between the trees.",
    ),
    Rule(
        r"transitions(?= ?(?:$|[.,;:!?\n]|only|throughout|between))",
        takes="soft transitions only",
        leaves="the street transitions to a pier",
    ),
    Rule(r"转场(?=[都全统均一]{0,2}[用采使选为是以])", takes="转场都用叠化", leaves="转场到街道"),
    Rule(r"(?:镜头|画面|图片|场景|每个镜头)之?间", takes="镜头之间叠化", leaves="树林之间的路"),
)
_ALL_THE_TIME = (
    r"全程|始终|整体|全片|整个画面|throughout|all the way(?= ?(?:[.;!?\n]|$))"
    rf"|the whole time|(?:entire|whole) (?:video|clip)|{_TRANSITIONS}"
)
_SPEAKS_OF_ALL = re.compile(_ALL_THE_TIME)
_THROUGHOUT = any_of(
    Rule(
        rf"(?<![a-z])[^,.;:!?\n\[\]]{{0,60}}(?:{_ALL_THE_TIME})[^,.;:!?\n\[\]]{{0,60}}",
        takes="it rains the whole time",
        leaves="it rains the whole street wet",
    )
)
# Fields of one form: each tells of the whole clip.
_FIELDS = any_of(
    Rule(
        r"(?:^|(?<=\n))[\[【](?:主体|动作|场景|运镜|镜头|风格|约束|光影|画质|音效|subject|action|scene"
        r"|camera|style|lighting|sound|constraints?)[^\]】\n]{0,8}[\]】] ?:",
        takes="[动作]: 她抛起鸡蛋",
        leaves="[镜头1]她抛起鸡蛋",
    )
)
_COUNTED_FROM_ONE = 1.0  # seconds; "1-3s ... 4-6s": no shot is meant to stand before the first


def divide(words: PromptText, seconds: float, pictures: int, language: Language) -> SegmentedPrompt:
    """The segments of a clip of `seconds` and so many images, in time order; at least one."""
    text = words.plain
    sizes = sizes_in(words, language)
    for marks in (
        time_spans(text, seconds),
        numbered_shots(text),
        counted_shots(text),
        parts_of_a_story(text),
        labelled_cuts(text),
        bracketed_cuts(text),
        captioned_pictures(text),
        pictures_told_last(text),
        moments(text, seconds),
        lengths_of_shots(text),
        listed_shots(text),
        filmed_lines(text, pictures),
        framed_sentences(text, sizes),
        directed_sentences(text, pictures),
        sentences_cut_to(text),
        told_pictures(text, pictures),
    ):
        if marks:
            usual = language.is_usual
            return _divided(words, marks if usual else cut_by_sizes(marks, sizes))
    told = () if len(_FIELDS.findall(text)) > 2 else connectives(text)
    marks = [mark for mark in told if words[: mark.begin] and words[mark.end :]]
    marks = marks or closer_sentence(text, sizes)
    if not language.is_usual:
        marks = cut_by_sizes(marks, sizes)
    beginning = Mark(0, 0)
    segments = _segments(words, [beginning, *marks])
    head = _throughout(words)
    if marks:
        head, segments[-1] = _with_tail(head, segments)
    timed = (replace(segment, length=length_told(segment.words.plain)) for segment in segments)
    return SegmentedPrompt(head, tuple(timed))


def _divided(words: PromptText, marks: Sequence[Mark]) -> SegmentedPrompt:
    segments = _segments(words, marks)
    head, segments[-1] = _with_tail(words[: marks[0].begin], segments)
    segments = on_one_timeline(head.plain, segments)
    head += _throughout(words)
    segments.sort(key=lambda segment: segment.start or 0.0)
    head, segments[0] = _with_opening(head, segments[0])
    first = segments[0].start or 0.0
    if first > 0 and not _counts_from_one(segments):
        opens_on = head if words[: marks[0].begin] else words[:0]
        segments.insert(0, Segment(opens_on, 0.0, first))
    return SegmentedPrompt(head, tuple(cut_up(segments)))


def _with_opening(head: PromptText, first: Segment) -> tuple[PromptText, Segment]:
    """ "Opening: ..." in the head is told of the first shot."""
    opening = _OPENING.search(head.plain)
    if opening is None:
        return head, first
    words = head[opening.start() : opening.end()] + first.words
    return head[: opening.start()] + head[opening.end() :], replace(first, words=words)


def _counts_from_one(segments: Sequence[Segment]) -> bool:
    """Whether spans count whole seconds: one begins where the second after the last begins."""
    apart = (
        two.start - one.stop
        for one, two in pairwise(segments)
        if one.stop is not None and two.start is not None
    )
    return segments[0].start == _COUNTED_FROM_ONE and any(gap == 1 for gap in apart)


def _throughout(words: PromptText) -> PromptText:
    """Clauses that say themselves that they speak of the whole clip."""
    found = words[:0]
    if not _SPEAKS_OF_ALL.search(words.plain):  # quick to tell, and true of most
        return found
    for match in _THROUGHOUT.finditer(words.plain):
        found += words[match.start() : match.end()]
    return found


def _segments(words: PromptText, marks: Sequence[Mark]) -> list[Segment]:
    """Words from each mark to the next; a time stamp is no part of them, "dissolve to" is."""
    edges = [*(mark.begin for mark in marks), len(words.plain)]
    return [
        Segment(
            words[begin if mark.start is None else max(begin, mark.end) : max(begin, end)],
            mark.start,
            mark.stop,
            mark.length,
            mark.follows_on,
        )
        for mark, (begin, end) in zip(marks, pairwise(edges), strict=True)
    ]


def _with_tail(head: PromptText, segments: Sequence[Segment]) -> tuple[PromptText, Segment]:
    """What closes the prompt and speaks of the whole clip goes to the head."""
    last = segments[-1]
    at = closing_words(last.words, [segment.words.plain for segment in segments[:-1]])
    return head + last.words[at:], replace(last, words=last.words[:at])
