"""Finds sentences that are shots by the size that they open with, in any language that is read."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..plan import Framing
from .connectives import connectives
from .language import Language
from .lexicon import Hit
from .mark import Mark
from .other_languages import english_terms, folded
from .other_sizes import named_sizes
from .refusals import is_refused_in
from .rules import Rule, any_of
from .sizes import framings
from .text import PromptText, count_words

_SENTENCE_OPENED = any_of(
    Rule(
        r"(?:^|[.;!?\n…] ?)(?P<own>(?:(?:an?|the) )?(?:[a-z-]+ ){0,2})$",
        takes="the pier. a slow |wide shot",
        leaves="the pier, then a |wide shot",
    )
)
# What it shows, rather than how all is filmed.
_SHOWS = any_of(
    Rule(
        r" (?:shot )?(?:of|on|at) (?:the|her|his|their|its)(?![a-z])|[: ]?(?:她|他|它)的?"
        r"| (?:d[aeio]s?|del|du|des|sur|sulle|nos?|nas?|auf|von|(?:ihr|sein)e[rs]?|[а-я]{2,})\b",
        takes="close-up| of her hands",
        leaves="close-up| in soft light",
    )
)
_LASTS = re.compile(r"[^.;!?\n]*(?:throughout|the (?:whole|entire)|全程|始终)")
_LEAST = 5  # words of a sentence that shows something: fewer are a note on the film's look
_SENTENCE_ENDS = re.compile(r"[.;!?\n…]")


def sizes_in(words: PromptText, language: Language) -> list[Hit[Framing]]:
    """Where `words` name the sizes of shots, in the language that they are written in."""
    found, tables = framings(english_terms(words.plain, language)), language.tables
    if tables is None:
        return found
    text = folded(words)
    own = (hit for hit in named_sizes(text, tables) if not is_refused_in(text, hit, tables))
    sharp = [match.start() for match in re.finditer("ß", words.plain)]
    longer = [at + number for number, at in enumerate(sharp)]  # each is two letters in `text`
    places = {hit.start: hit for hit in (*found, *(_unfolded(hit, longer) for hit in own))}
    return [places[start] for start in sorted(places)]


def _unfolded(hit: Hit[Framing], longer: Sequence[int]) -> Hit[Framing]:
    start, end = (place - bisect_left(longer, place) for place in (hit.start, hit.end))
    return Hit(hit.meaning, start, end)


def framed_sentences(text: str, sizes: Sequence[Hit[Framing]]) -> list[Mark]:
    """Sentences that open with `sizes`: "Wide shot of the bay. Close-up of the shell"."""
    opening = _opening(text, sizes)
    if len(opening) < 2:
        return []
    marks = {begin: Mark(begin, begin, follows_on=begin != opening[0]) for begin in opening}
    marks |= {mark.begin: mark for mark in connectives(text) if mark.begin > opening[0]}
    return [marks[begin] for begin in sorted(marks)]


def closer_sentence(text: str, sizes: Sequence[Hit[Framing]]) -> list[Mark]:
    """The one sentence that shows something in another size than what was told before it."""
    opening = _opening(text, sizes)
    if len(sizes) != 1 or not opening or not _shows(text, sizes[0]):
        return []
    told = [count_words(each) for each in _SENTENCE_ENDS.split(text[: opening[0]])]
    lasts = _LASTS.match(text, sizes[0].end)
    new = len([*filter(None, told)]) > 1 and max(told) >= _LEAST and not lasts
    return [Mark(opening[0], opening[0], follows_on=True)] if new else []


def _shows(text: str, size: Hit[Framing]) -> bool:
    """Whether its words, or the last of them, lead to what is seen."""
    last = max(size.start, text.rfind(" ", size.start, size.end))
    return bool(_SHOWS.match(text, size.end) or _SHOWS.match(text, last))


def _opening(text: str, sizes: Sequence[Hit[Framing]]) -> list[int]:
    """Where the sentences begin that open with one of the `sizes`."""
    before = (_SENTENCE_OPENED.search(text, max(0, hit.start - 40), hit.start) for hit in sizes)
    return [match.start("own") for match in before if match]


def cut_by_sizes(marks: Sequence[Mark], sizes: Sequence[Hit[Framing]]) -> list[Mark]:
    """The same, where no word of the camera is read when it is decided which shots go on: one that
    is shown in a size of its own does not."""
    starts = [hit.start for hit in sizes]
    edges = [bisect_left(starts, mark.begin) for mark in marks] + [len(starts)]
    return [
        replace(mark, follows_on=mark.follows_on and begin == end)
        for mark, (begin, end) in zip(marks, pairwise(edges), strict=True)
    ]
