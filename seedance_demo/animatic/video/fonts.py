"""Finds among the typefaces of this machine those that have a text's letters.

A text is set in one typeface where one for running text has all of it, else word by word, else
letter by letter. What none has is left out, and its script is named.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from .clusters import clusters
from .typefaces import HAS_LAYOUT, Typeface, for_running_text, installed, ranks

_LAID_OUT = re.compile(
    "[\u0590-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc]"
)
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # emoji or sign, and other variants
_COLOURED = re.compile("[\u20e3\U0001f3fb-\U0001f3ff]")
_SCRIPT = re.compile(
    "(.+?)(?: (?:UNIFIED|COMPATIBILITY"
    "|CAPITAL|SMALL|LETTER|CONSONANT|SYLLABLE|SYLLABICS|VOWEL|SIGN|DIGIT"
    "|[A-Z]*[0-9]+|IDEOGRAPH|INDEPENDENT|DEPENDENT|SUBJOINED|CHARACTER|NUMBER|MODIFIER).*)?$"
)
_LANGUAGES = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


class Run(NamedTuple):
    """Letters that one typeface sets, in the order in which they are read."""

    text: str
    face: Typeface


def runs(text: str) -> list[Run]:
    """The text by typefaces, without what no typeface here has."""
    text = _plain(text)
    known = _ranks(text)
    drawn = "".join(_drawn(cluster, known) for cluster in clusters(text))
    is_running = max(map(known.__getitem__, _visible(drawn)), default=0) < for_running_text()
    parts = [drawn] if is_running else _words(drawn)
    found = (run for part in parts for run in _set(part, known, _words, _signs_apart, clusters))
    alike = groupby(found, lambda run: run.face)
    return [Run("".join(run.text for run in group), face) for face, group in alike]


def unset(text: str) -> tuple[str, ...]:
    """What of a text no typeface here sets, by scripts, each once: `Thai letters (...)`."""
    text = _plain(text)
    left_out = set(_visible(text)) - _ranks(text).keys()
    letters = {letter for letter in left_out if unicodedata.category(letter)[0] != "P"}
    return tuple(sorted({_named(letter) for letter in letters or left_out}))


def _plain(text: str) -> str:
    """With accents on their letters, and without what only a coloured emoji shows: the tone of
    skin, and the cap of a key around its sign."""
    return _COLOURED.sub("", unicodedata.normalize("NFC", text))


def _ranks(text: str) -> dict[str, int]:
    """Of the letters that can be set."""
    letters = sorted(set(_visible(text)))
    return ranks(letter for letter in letters if HAS_LAYOUT or not _LAID_OUT.match(letter))


def _drawn(cluster: str, known: dict[str, int]) -> str:
    """Without the marks that are not there; nothing where the letter below them is not."""
    missing = {letter for letter in _visible(cluster) if letter not in known}
    is_gone = _visible(cluster)[:1] in missing
    return "" if is_gone else "".join(letter for letter in cluster if letter not in missing)


def _set(
    text: str, known: dict[str, int], *divisions: Callable[[str], Iterable[str]]
) -> Iterator[Run]:
    """A text in the typeface of its rarest letter where that has the others, else its parts."""
    letters = _visible(text)
    rank = max((known[letter] for letter in letters), default=0)
    face = installed()[rank]
    if face.has(letters):
        yield Run(text, face)
    elif divisions:
        for part in divisions[0](text):
            yield from _set(part, known, *divisions[1:])
    else:
        for letter in text:
            yield Run(letter, installed()[known.get(letter, rank)])


def _words(text: str) -> list[str]:
    return re.findall(r"\s*\S+|\s+", text)


def _signs_apart(word: str) -> Iterator[str]:
    """Punctuation does not decide about the letters beside it."""
    groups = groupby(clusters(word), lambda cluster: unicodedata.category(cluster[0])[0] == "P")
    return ("".join(group) for _, group in groups)


def _visible(text: str) -> str:
    return "".join(
        letter
        for letter in text
        if not (unicodedata.category(letter) in _UNSEEN or _SELECTOR.match(letter))
    )


def _named(letter: str) -> str:
    """What a letter that is not set is told as."""
    script = _SCRIPT.match(unicodedata.name(letter, "unknown"))
    name = script[1] if script else ""
    if unicodedata.category(letter)[0] not in "LMN" or name.startswith("COMBINING"):
        return "emoji and signs (no font here has them)"
    language = next((told for first, told in _LANGUAGES.items() if name.startswith(first)), "")
    why = "no font here has them"
    if not HAS_LAYOUT and _LAID_OUT.match(letter):
        why = "set with FriBiDi, which is not installed here"
    return f"{language or name.title()} letters ({why})"
