"""Finds the phrases of a table in a text. A small notation stands for the forms people write.

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
    向左 … 摇         up to six characters may stand between; a few more of kana or Hangul
    줌 인             in Hangul a space may be left out
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

Meaning = TypeVar("Meaning")

ADVERB = (
    r"(?:[a-z]+ly|very|so|too|ever|super|slow|fast|quick|then|also|now|just|straight|all the way"
    r"|starts? to|begins? to|continues? to|to the|towards? the|from the|far|a bit|a little)"
)
_AND = r"(?:y|e|et|und|puis|dann|luego|depois|ensuite)"  # another verb follows
_SPECIAL = {
    "~": rf"(?:{ADVERB}[ -]){{0,3}}",
    "..": rf"(?:(?!{_AND} )[a-z0-9'°à-öø-ỹ]+[ -]){{0,4}}?",
    "…": r"(?:[一-鿿]{0,6}?|[ぁ-ヿ一-鿿가-힣0-9 ]{0,16}?)",
    "$": r"(?= ?(?:[^a-z0-9à-öø-ỹ \-ぁ-ヿ㐀-鿿가-힣]|-(?![a-z])|$))",
}
_HAN = re.compile(r"[ぁ-ヿ㐀-鿿가-힣]")  # letters of scripts that are read without gaps
_HANGUL = re.compile(r"[가-힣]")
_START = re.compile(r"(?<![a-z0-9à-öø-ỹ])[a-z0-9à-öø-ỹ][^ぁ-ヿ㐀-鿿가-힣]?|[ぁ-ヿ㐀-鿿가-힣]")


@dataclass(frozen=True)
class Hit(Generic[Meaning]):
    """A phrase found in a text, at `text[start:end]`."""

    meaning: Meaning
    start: int
    end: int


class Lexicon(Generic[Meaning]):
    """Finds the phrases of a table; where several fit, the longest phrase wins.

    Phrases are indexed by their first letters, and compiled when a text first has a word with these
    letters: a process that plans one clip needs few of them.
    """

    def __init__(self, table: Mapping[Meaning, str]) -> None:
        self._table = table
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def _by_first_letters(self) -> dict[str, list[tuple[str, Meaning]]]:
        phrases_by_letters: defaultdict[str, list[tuple[str, Meaning]]] = defaultdict(list)
        for meaning, phrases in self._table.items():
            for phrase in phrases.split(","):
                for letters in _first_letters(phrase.strip()):
                    phrases_by_letters[letters].append((phrase.strip(), meaning))
        for same_letters in phrases_by_letters.values():
            same_letters.sort(key=lambda entry: _weight(entry[0]), reverse=True)
        return dict(phrases_by_letters)

    def find(self, text: str) -> Sequence[Hit[Meaning]]:
        """Hits in `text`, which is lower case, from left to right without overlap."""
        known = _known(text)
        if self not in known.found:
            known.found[self] = tuple(_without_overlap(self._matches(text, known.starts)))
        return known.found[self]

    def _matches(self, text: str, starts: Mapping[str, Sequence[int]]) -> Iterator[Hit[Meaning]]:
        index = self._by_first_letters
        for letters in index.keys() & starts.keys():
            match_at = self._pattern(letters).match
            for start in starts[letters]:
                if match := match_at(text, start):
                    meaning = index[letters][(match.lastindex or 1) - 1][1]
                    yield Hit(meaning, start, match.end())

    def _pattern(self, letters: str) -> re.Pattern[str]:
        if letters not in self._patterns:
            # An empty group closes each alternative: its number tells which phrase has matched.
            phrases = (f"{_phrase(phrase)}()" for phrase, _ in self._by_first_letters[letters])
            self._patterns[letters] = re.compile("|".join(phrases))
        return self._patterns[letters]


@dataclass(frozen=True)
class _Known:
    """Of a text: where a phrase can begin, by its first letters (two of a word, or one of Chinese),
    and what was found of each table."""

    starts: Mapping[str, Sequence[int]]
    found: dict[Lexicon[Any], Sequence[Hit[Any]]] = field(default_factory=dict)


@lru_cache(maxsize=16)  # the tables are asked in turn, and some again, about the same text
def _known(text: str) -> _Known:
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for match in _START.finditer(text):
        starts[match[0]].append(match.start())
    return _Known(starts)


def _without_overlap(hits: Iterable[Hit[Meaning]]) -> Iterator[Hit[Meaning]]:
    """From left to right; of two in one place the first."""
    passed = 0
    for hit in sorted(hits, key=_start):
        if hit.start >= passed:
            passed = hit.end
            yield hit


def _first_letters(phrase: str) -> set[str]:
    body = phrase.rpartition("<")[2].split()[0].partition("!")[0]
    return {found[0] for word in body.split("/") if (found := _START.match(word))}


def places(hits: Iterable[Hit[Any]]) -> tuple[tuple[int, int], ...]:
    """Where hits stand in their text."""
    return tuple((hit.start, hit.end) for hit in hits)


def near(hits: Sequence[Hit[Meaning]], place: Hit[Any], reach: int) -> Sequence[Hit[Meaning]]:
    """Those of `hits` (in the order of the text) that begin about `reach` letters from `place`."""
    first = bisect_left(hits, place.start - 2 * reach, key=_start)
    return hits[first : bisect_left(hits, place.end + reach, key=_start)]


def _start(hit: Hit[Any]) -> int:
    return hit.start


def _weight(phrase: str) -> int:
    words = re.sub(r".*<|!.*|[~.$*+]", "", phrase).split()
    return sum(max(map(len, word.split("/"))) for word in words)


def _phrase(phrase: str) -> str:
    before, _, rest = phrase.rpartition("<")
    body, _, after = rest.partition("!")
    edge, space = ("", "") if _HAN.search(phrase) else (r"\b", "[ -]")
    pattern = "".join(f"(?<!{edge}{re.escape(word)}{space})" for word in before.split("/") if word)
    words = body.split()
    for word, following in zip(words, [*words[1:], "$"], strict=True):
        apart = "[ -]" if following != "$" and not _HAN.search(word) else ""
        apart = " ?" if _HANGUL.search(word) and following != "$" else apart
        pattern += _SPECIAL.get(word) or _word(word) + apart
    if after:
        pattern += f"(?!{space}{_word(after.strip())})"
    return pattern if _HAN.search(phrase) else pattern + r"(?![a-z0-9à-öø-ỹ])"


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
        return f"{stem}(?:ys?|ies|y?ied|yed|ying)"
    return f"{stem}{last}(?:e?s|{last}?(?:ed|ing))?"
