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
from .rules import Rule, any_of
from .vocabulary import sense_words as words

_WINDOW = 48  # characters on either side that say in which sense a word stands
_SENTENCE = re.compile(r"[.;!?\n]")
# What is no word of a stuff, but goes on to what there is besides.
_NO_STUFF = (
    r"(?:an?|the|his|her|its|their|in|at|on|under|by|as|while|that|which|down|up|into|over|through"
    r"|across|along|near|with|beside|behind|before|[a-z]+(?<!u)(?<!s)s)"
)
# What a thing is made of, or has the shape of, is not there besides.
_MADE_OF = any_of(
    Rule(
        r"(?<![a-z])(?:made|built|woven|carved|crafted|formed|composed|consisting|sculpted|fashioned"
        r"|constructed|spun|knitted|sewn|forged|moulded|molded|shaped|conjured)"
        r"(?:,? (?:[a-z]+ly|up|out))* (?:of|from)"
        rf" (?:(?!{_NO_STUFF} )[a-z'-]+ ){{0,4}}$",
        takes="a dragon made of clear |water",
        leaves="a boat made of paper floats down a |river",
    ),
)
_SHAPED_SO = any_of(
    Rule(
        r"[- ](?:shaped|themed|inspired|patterned|printed|proof|powered|god|goddess|dress|costume)"
        r"(?![a-z])|[一-鿿]{0,4}(?:组成|构成|制成|做成|编织|凝聚而成|幻化|凝结成)的",
        takes="a guitar|-shaped building",
        leaves="a guitar| on a chair",
    )
)


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
    if _is_of_a_thing(text, hit):
        return False
    senses = [sense for sense in _SENSES if sense.words.fullmatch(word)]
    around = _around(text, hit) if senses else ""
    return all(sense.holds(around) for sense in senses)


def _is_of_a_thing(text: str, hit: Hit[Any]) -> bool:
    before = _SENTENCE.split(text[max(0, hit.start - _WINDOW) : hit.start])[-1]
    return bool(_MADE_OF.search(before) or _SHAPED_SO.match(text, hit.end))


def _around(text: str, hit: Hit[Any]) -> str:
    """The words beside a hit in its sentence, with the hit itself as ◆."""
    before = _SENTENCE.split(text[max(0, hit.start - _WINDOW) : hit.start])
    after = _SENTENCE.split(text[hit.end : hit.end + _WINDOW])
    # What divides the shots was read already, and is dotted out.
    is_opening = len(before) > 1 or not before[-1].strip(" ·")
    opening = before[-1].lstrip(" ·") if is_opening else before[-1]
    return f"{opening}◆{after[0]}"
