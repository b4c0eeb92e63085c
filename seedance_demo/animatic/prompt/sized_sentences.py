"""Finds sentences that are shots by the size that they open with, in any language that is read."""

import re
from collections.abc import Sequence

from ..plan import Framing
from .connectives import connectives
from .language import Language
from .lexicon import Hit
from .mark import Mark
from .other_languages import english_terms, folded, named_sizes
from .refusals import is_refused_in
from .rules import Rule, any_of
from .sizes import framings
from .text import PromptText

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
        r" (?:shot )?(?:of|on|at) (?:the|her|his|their|its|an?|my)(?![a-z])|[: ]?(?:她|他|它)的?"
        r"| (?:d[aeio]s?|del|du|des|sur|sulle|nos?|nas?|auf|von|(?:ihr|sein)e[rs]?|[а-я]{2,})\b",
        takes="close-up| of her hands",
        leaves="close-up| in soft light",
    )
)
_SENTENCE = re.compile(r"(?:[^.;!?\n…]|(?<=[0-9])\.(?=[0-9]))*\w")


def sizes_in(words: PromptText, language: Language) -> list[Hit[Framing]]:
    """Where `words` name the sizes of shots, in the language that they are written in."""
    found, tables = framings(english_terms(words.plain, language)), language.tables
    if tables is None:
        return found
    text = folded(words)
    own = (hit for hit in named_sizes(text, tables) if not is_refused_in(text, hit, tables))
    sharp = [match.start() for match in re.finditer("ß", words.plain)]  # a letter more in `text`
    places = {hit.start: hit for hit in (*found, *(_unfolded(hit, sharp) for hit in own))}
    return [places[start] for start in sorted(places)]


def _unfolded(hit: Hit[Framing], sharp: Sequence[int]) -> Hit[Framing]:
    start, end = (
        place - sum(at + number < place for number, at in enumerate(sharp))
        for place in (hit.start, hit.end)
    )
    return Hit(hit.meaning, start, end)


def framed_sentences(
    words: PromptText, language: Language, sizes: Sequence[Hit[Framing]]
) -> list[Mark]:
    """Sentences that open with `sizes`: "Wide shot of the bay. Close-up of the shell"."""
    text, usual = words.plain, language.is_usual
    opening = _opening(text, sizes)
    marks = {b: Mark(b, b, follows_on=usual and b != opening[0]) for b in opening}
    marks |= {
        mark.begin: mark for mark in connectives(text) if mark.begin > min(opening, default=0)
    }
    return [marks[begin] for begin in sorted(marks)] if len(opening) > 1 else []


def closer_sentence(
    words: PromptText, language: Language, sizes: Sequence[Hit[Framing]]
) -> list[Mark]:
    """The one sentence that shows something in another size than what was told before it."""
    text = words.plain
    opening = _opening(text, sizes)
    if len(sizes) != 1 or not opening or not _SHOWS.match(text, sizes[0].end):
        return []
    told = len(_SENTENCE.findall(text, 0, opening[0]))
    follows_on = language.is_usual  # of others nothing is read where it is decided what goes on
    return [Mark(opening[0], opening[0], follows_on=follows_on)] if told > 1 else []


def _opening(text: str, sizes: Sequence[Hit[Framing]]) -> list[int]:
    """Where the sentences begin that open with one of the `sizes`."""
    before = (_SENTENCE_OPENED.search(text, max(0, hit.start - 40), hit.start) for hit in sizes)
    return [match.start("own") for match in before if match]
