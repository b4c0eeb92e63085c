"""Divides a shot that has a time or a number of its own where its words cut inside of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .connectives import TO_A_SIZE, connectives
from .mark import Mark
from .rules import Rule, any_of
from .segment import Segment
from .text import count_words

# A cut in so many words: a dissolve or a whip pan may be how the shot itself begins or ends.
_CUT = any_of(
    Rule(
        r"(?:(?:and|then|the (?:camera|scene|shot)|quickly|suddenly|hard|smash|quick|jump|match)"
        r"[ -])*cut|(?:then|然后|随后|接着|再|镜头|画面)*(?:硬|跳|快)?切"
        r"|(?:corta|corte|coupe|schnitt|taglio)",
        takes="|cut to his shoes",
        leaves="|whip pan to his shoes",
    )
)
_IN_BRACKETS = re.compile(r"[(（][^()（）\n]*[)）]")
_LEAST = 5  # words before a cut; fewer, but for those in brackets, are the title of its shot


def cut_up(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, each divided at its own cuts into parts of one length."""
    ends = [*(segment.start for segment in segments[1:]), None]
    return [
        part
        for segment, end in zip(segments, ends, strict=True)
        for part in _parts(segment, segment.stop or end)
    ]


def _parts(segment: Segment, end: float | None) -> Iterator[Segment]:
    edges = [0, *(mark.begin for mark in _cuts(segment)), len(segment.words.plain)]
    count = len(edges) - 1
    start, length = segment.start, segment.length and segment.length / count
    each = None if start is None or end is None else (end - start) / count
    if count == 1 or (start is not None and each is None):
        yield segment
        return
    for number, (begin, stop) in enumerate(pairwise(edges)):
        told = replace(segment, words=segment.words[begin:stop], length=length)
        if start is not None and each is not None:
            first = start + number * each
            told = replace(told, start=first, stop=first + each)
        yield told if number == 0 else replace(told, follows_on=False)


def _cuts(segment: Segment) -> Iterator[Mark]:
    begin, text = 0, segment.words.plain
    for mark in connectives(text):
        told = count_words(_IN_BRACKETS.sub("", text[begin : mark.begin])) >= _LEAST
        cut = _CUT.match(text, mark.begin) or TO_A_SIZE.match(text, mark.end)
        if told and cut and segment.words[mark.end :]:
            yield mark
            begin = mark.end
