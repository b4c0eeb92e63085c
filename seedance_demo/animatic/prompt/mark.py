"""Marks: the places in a prompt text where a segment begins."""

import re
from dataclasses import dataclass

LEFT, RIGHT = r"[\[(（【<]", r"[\])）】>]"  # the brackets people put around a mark
SENTENCE_END = re.compile(r"[.;!?\n…]+ ?")
_CLAUSE_OPENERS = "→\n….;:!?,|]】)）>*-@[<【"


@dataclass(frozen=True)
class Mark:
    """Words at `begin` to `end` of the text that open a segment; times in seconds."""

    begin: int
    end: int
    start: float | None = None
    stop: float | None = None
    length: float | None = None
    follows_on: bool = False


def opens_clause(text: str, position: int) -> bool:
    """Whether what stands at `position` begins a clause."""
    before = text[max(0, position - 2) : position].rstrip(" ")
    return not before or before[-1] in _CLAUSE_OPENERS
