"""Finds how far a move goes: a little, to or from the middle, and what it begins or ends on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..plan import PASSES, Framing, Move, Place
from .lexicon import Hit
from .rules import Rule, any_of

_LITTLE_BEFORE = any_of(
    Rule(
        r"(?<![a-z])(?:slight(?:ly)?|subtl[ey]|tiny|minimal|barely (?:perceptible|noticeable)"
        r"|小幅|略微|稍微|微微|轻微)"
        r"(?:,? (?:and )?[a-z]+){0,2}[ 地的]{0,2}$",
        takes="a slight, slow |pan right",
        leaves="a slight smile and then she turns, |pan right",
    )
)
_LITTLE_BEHIND = any_of(
    Rule(
        r"(?: [a-z]+){0,2} (?:slightly|a (?:little|bit|touch|fraction))(?![a-z])"
        r"(?! (?:faster|slower|later))",
        takes="pan right| just slightly",
        leaves="pan right| across a slight hill",
    ),
    Rule(r"(?:少许|一点|些许|一些)", takes="右摇|一点", leaves="右摇|街道"),
)
_LITTLE_WITHIN = any_of(
    Rule(
        r"(?<![a-z])(?:slightly|a (?:little|bit|touch))(?![a-z])|略微|稍微|微微|轻微",
        takes="pan slightly right",
        leaves="pan slowly right",
    )
)
_MIDDLE = r"(?:(?:the )?(?:middle|cent(?:er|re)|halfway(?: point)?)(?![a-z])|中间|中央|正中)"
_TO_THE_MIDDLE = any_of(
    Rule(
        r"(?<![a-z])(?:to|towards?|until|(?:stop|end|halt|rest|settl)[a-z]* (?:in|at|on))"
        rf" {_MIDDLE}(?! of the (?:night|day|story|song))|(?<![a-z])halfway (?:across|down|up)",
        takes="pan from the left to the middle",
        leaves="pan from the middle to the right",
    ),
    Rule(rf"[到至在]{_MIDDLE}", takes="从左边摇到中间", leaves="从中间摇到右边"),
)
_FROM_THE_MIDDLE = any_of(
    Rule(
        rf"(?<![a-z])(?:from|(?:start|begin)[a-z]* (?:in|at|from)) {_MIDDLE}",
        takes="pan from the middle to the right",
        leaves="pan from the left to the middle",
    ),
    Rule(rf"[从由]{_MIDDLE}", takes="从中间摇到右边", leaves="从左边摇到中间"),
)
# Whom a picture is of. Of other things only what a shot ends on is taken to be that.
_SOMEBODY = (
    r"(?:(?:the|an?|her|his|their|our)(?: [a-z]+)? )?(?:woman|man|girl|boy|lady|child|kid|baby"
    r"|person|figure|couple|dancer|model|bride|groom|hero|heroine|subject|face|eyes?|her|him|them)(?![a-z])"
)
_NOBODY = (
    r"(?:sky|skyline|horizon|ground|floor|ceiling|sea|ocean|water|street|road|window|door|sun|moon"
    r"|black|white|silence|note|beat|cut|fade|logo|title|text|left|right|top|bottom|middle"
    r"|cent(?:er|re)|view|frame|shot|end|edge|other|room|scene|landscape|city|wide|static|still"
    r"|high|low)"
)
_FROM_SOMEBODY = any_of(
    Rule(
        r"(?<![a-z])(?:from|(?:start|begin|open)[a-z]* (?:on|at|with|close on))"
        rf" {_SOMEBODY}(?! to toe)",
        takes="pan from the woman to the lamp",
        leaves="pan from the lamp to the woman",
    ),
)
_TO_SOMEBODY = any_of(
    Rule(
        rf"(?<![a-z])(?:to|onto|until) {_SOMEBODY}",
        takes="pan right to the woman",
        leaves="pan to the right",
    ),
)
_ON_SOMETHING_LAST = any_of(
    Rule(
        r"(?<![a-z])(?:end|finish|land|settl|stop|rest)(?:s|es|ing|e)? (?:up )?(?:on|at|with|in)"
        rf" (?:(?:an?|the) (?:[a-z-]+ ){{0,2}}(?:of|on) )?(?:the|an?|her|his|their|its)"
        rf" (?!(?:[a-z-]+ ){{0,2}}{_NOBODY}(?![a-z]))[a-z]+",
        takes="pan right, ending on the bottle",
        leaves="pan right, ending on the horizon",
    ),
    Rule(
        r"(?:定格|停|落|结束|停留|摇|移)[在到于][一-鿿]{0,6}"
        r"(?:女孩|男孩|女人|男人|人物|主角|主体|脸|瓶)",
        takes="最后停在女孩脸上",
        leaves="最后停在天空",
    ),
)

_SENTENCE_ENDS = re.compile(r"[.;!?\n]")
_CLAUSE_ENDS = re.compile(r",|(?<![a-z])(?:as|while|when|where|who)(?![a-z])")


@dataclass(frozen=True)
class Extent:
    """How far a shot's moves go, in the words of `Shot`."""

    slightly: bool = False
    begins_on: Place | None = None
    ends_on: Place | None = None
    framing_at_end: Framing | None = None


def extent_of(text: str, moves: Sequence[Hit[Move]], last: Framing | None) -> Extent:
    """How far `text`, which tells these moves and that it ends with the size `last`, lets them
    go."""
    passing = [hit for hit in moves if hit.meaning in PASSES]
    if not passing:
        return Extent(framing_at_end=last)
    sentence = _SENTENCE_ENDS.split(text[passing[0].start :])[0]
    clause = _CLAUSE_ENDS.split(sentence)[0]
    begins = _place(clause, _FROM_SOMEBODY, _FROM_THE_MIDDLE)
    ends = _place(clause, _TO_SOMEBODY, _TO_THE_MIDDLE) or _place(
        sentence, _ON_SOMETHING_LAST, _TO_THE_MIDDLE
    )
    within = begins is ends is Place.SUBJECT  # "from her hands to her eyes"
    return Extent(
        slightly=all(_is_slight(text, hit) for hit in passing),
        begins_on=None if within else begins,
        ends_on=ends,
        framing_at_end=last,
    )


def _place(text: str, subject: re.Pattern[str], middle: re.Pattern[str]) -> Place | None:
    if subject.search(text):
        return Place.SUBJECT
    return Place.MIDDLE if middle.search(text) else None


def _is_slight(text: str, move: Hit[Move]) -> bool:
    before = re.split(r"[.;:!?\n]", text[max(0, move.start - 30) : move.start])[-1]
    within = _LITTLE_WITHIN.search(text, move.start, move.end)
    return bool(within or _LITTLE_BEFORE.search(before) or _LITTLE_BEHIND.match(text, move.end))
