"""A small notation for the phrases people write, one pattern per table.

A table maps a meaning to a string of phrases divided by commas:

    dolly, 推近      the words themselves; a space is a space or a hyphen
    vertigo shot/effect   either word
    push+            a verb in all its forms: push, pushes, pushed, pushing
    candle*          any ending
    push+ ~ in       adverbs may stand between: "pushes very slowly in"
    pan+ .. left     up to four words may stand between
    fire !truck/fly  but not before these
    her/his<look     but not after these
    silent $         only at the end of a clause
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

Meaning = TypeVar("Meaning")

ADVERB = (
    r"(?:[a-z]+ly|very|so|too|ever|super|slow|fast|quick|then|also|now|just|straight|all the way"
    r"|starts? to|begins? to|continues? to|to the|towards? the|from the|a bit|a little|backwards?)"
)
_SPECIAL = {
    "~": rf"(?:{ADVERB}[ -]){{0,3}}",
    "..": r"(?:[a-z']+[ -]){0,4}?",
    "$": r"(?= ?(?:[^a-z0-9 㐀-鿿]|$))",
}
_HAN = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True)
class Hit(Generic[Meaning]):
    """A phrase found in a text, at `text[start:end]`."""

    meaning: Meaning
    start: int
    end: int


class Lexicon(Generic[Meaning]):
    """Finds the phrases of a table; where several fit, the longest phrase wins.

    A table is compiled when it is first asked: the processes that only render never are.
    """

    def __init__(self, table: Mapping[Meaning, str]) -> None:
        self._table = table

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], Sequence[Meaning]]:
        entries = [
            (phrase.strip(), meaning)
            for meaning, phrases in self._table.items()
            for phrase in phrases.split(",")
        ]
        entries.sort(key=lambda entry: _weight(entry[0]), reverse=True)
        # An empty group closes each alternative: its number tells which phrase has matched.
        # (Groups round the phrases would hide their first letters from the matcher: 5x slower.)
        han = [entry for entry in entries if _HAN.search(entry[0])]
        latin = [entry for entry in entries if not _HAN.search(entry[0])]
        # The look-aheads spare each letter the alternatives of the other script.
        pattern = re.compile(
            rf"(?<![a-z0-9])(?=[a-z0-9])(?:{_alternatives(latin)})(?![a-z0-9])"
            rf"|(?=[㐀-鿿])(?:{_alternatives(han)})"
        )
        return pattern, [meaning for _, meaning in latin + han]

    def find(self, text: str) -> Iterator[Hit[Meaning]]:
        """Hits in `text`, which is lower case, from left to right without overlap."""
        pattern, meanings = self._compiled
        for match in pattern.finditer(text):
            yield Hit(meanings[(match.lastindex or 1) - 1], match.start(), match.end())


def near(hits: Sequence[Hit[Meaning]], place: Hit[Any], reach: int) -> Sequence[Hit[Meaning]]:
    """Those of `hits` (in the order of the text) that begin about `reach` letters from `place`."""
    first = bisect_left(hits, place.start - 2 * reach, key=_start)
    return hits[first : bisect_left(hits, place.end + reach, key=_start)]


def _start(hit: Hit[Any]) -> int:
    return hit.start


def _weight(phrase: str) -> int:
    return len(re.sub(r".*<|!.*|[~.$*+ ]", "", phrase))


def _alternatives(entries: list[tuple[str, Meaning]]) -> str:
    return "|".join(f"{_phrase(phrase)}()" for phrase, _ in entries) or r"(?!)"


def _phrase(phrase: str) -> str:
    before, _, rest = phrase.rpartition("<")
    body, _, after = rest.partition("!")
    space = "" if _HAN.search(phrase) else "[ -]"
    pattern = "".join(f"(?<!{re.escape(word)}{space})" for word in before.split("/") if word)
    words = body.split()
    for word, following in zip(words, [*words[1:], "$"], strict=True):
        pattern += _SPECIAL.get(word) or _word(word) + ("" if following == "$" else "[ -]")
    if after:
        pattern += f"(?!{space}{_word(after.strip())})"
    return pattern


def _word(word: str) -> str:
    choices = [_inflected(choice) for choice in word.split("/")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _inflected(word: str) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + "[a-z]*"
    if not word.endswith("+"):
        return re.escape(word)
    stem, last = re.escape(word[:-2]), word[-2]
    if last == "e":
        return f"{stem}(?:es?|ed|ing)"
    if last == "y" and word[-3] not in "aeiou":
        return f"{stem}(?:y|ies|ied|ying)"
    return f"{stem}{last}(?:e?s|{last}?(?:ed|ing))?"
