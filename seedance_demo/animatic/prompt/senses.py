"""Tells in which sense a loud word stands: rain that falls, or a rain barrel.

An effect that nobody asked for ruins a shot, while one that is missed is soon forgotten. So words
for what takes the picture or the sound over count only where the grammar around them says that the
film shall look or sound so; what is not understood is no effect. Other words are taken as they are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .lexicon import Hit
from .negation import is_refused
from .rules import any_of
from .vocabulary import sense_words as words

_WINDOW = 48  # characters on either side that say in which sense a word stands
_SENTENCE = re.compile(r"[.;!?\n]")


@dataclass(frozen=True)
class Sense:
    """`words` are meant where an anchor is beside them (None: always), and no denial is."""

    words: re.Pattern[str]
    anchors: re.Pattern[str] | None
    denials: re.Pattern[str] | None

    def holds(self, around: str) -> bool:
        anchored = self.anchors is None or self.anchors.search(around)
        return bool(anchored) and not (self.denials and self.denials.search(around))


_SENSES = tuple(
    Sense(
        re.compile(loud),
        any_of(*anchors) if anchors else None,
        any_of(*denials) if denials else None,
    )
    for loud, anchors, denials in words.SENSES
)


def other_senses(text: str, hits: Iterable[Hit[Any]]) -> Iterator[tuple[int, int]]:
    """The places of those of `hits` that only hold a loud word. What is refused stays refused."""
    for hit in hits:
        if not is_meant(text, hit) and not is_refused(text, hit.start, hit.end):
            yield hit.start, hit.end


def is_meant(text: str, hit: Hit[Any]) -> bool:
    """Whether the words of a hit stand for the effect, as far as they are loud."""
    word = text[hit.start : hit.end]
    senses = [sense for sense in _SENSES if sense.words.fullmatch(word)]
    around = _around(text, hit) if senses else ""
    return all(sense.holds(around) for sense in senses)


def _around(text: str, hit: Hit[Any]) -> str:
    """The words beside a hit in its sentence, with the hit itself as ◆."""
    before = _SENTENCE.split(text[max(0, hit.start - _WINDOW) : hit.start])
    after = _SENTENCE.split(text[hit.end : hit.end + _WINDOW])
    # What divides the shots was read already, and is dotted out.
    is_opening = len(before) > 1 or not before[-1].strip(" ·")
    opening = before[-1].lstrip(" ·") if is_opening else before[-1]
    return f"{opening}◆{after[0]}"
