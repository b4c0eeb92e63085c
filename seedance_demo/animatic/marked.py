"""The words of each shot, and which of them the animatic follows: the rest is the model's."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from .plan import Plan, Shot
from .prompt.unread import Unread, unread

_BEHIND_A_LABEL = " \n:：-–—|"  # of a shot, whose time or number is no part of its words
# The end of a Chinese or Japanese verb.
_VERB = re.compile(r"(?<=[一-鿿])(?:[近远进出入上下来去到过]+|[るりす])|(?<=[ァ-ヶー])する")


@dataclass(frozen=True)
class Piece:
    """Words as they were written."""

    text: str
    followed: bool


def marked(plan: Plan) -> list[tuple[Piece, ...]]:
    """The words of each shot of a plan as it was read; those of all shots stand with the first. A
    shot of quick cuts that nobody wrote has none."""
    texts = [shot.text for shot in plan.shots]
    if not texts[0].startswith(plan.head):
        texts[0] = f"{plan.head}\n{texts[0]}"
    found = (unread(text, plan.language) for text in texts)
    return [_pieces(each, shot) for each, shot in zip(found, plan.shots, strict=True)]


def _pieces(words: Unread, shot: Shot) -> tuple[Piece, ...]:
    followed = bytearray(len(words.text))
    for start, end in words.read:
        followed[start:end] = b"\1" * (end - start)
    for start, end in _places(words.text, (*shot.dialogue, *shot.subtitles)):
        followed[start:end] = b"\1" * (end - start)
    for start, end in _places(words.text, shot.not_animated):  # read, and of no use to a still
        followed[start:end] = bytes(end - start)
    for verb in _VERB.finditer(words.text):  # read by its beginning
        if followed[verb.start() - 1]:
            followed[verb.start() : verb.end()] = b"\1" * len(verb[0])
    first = len(words.text) - len(words.text.lstrip(_BEHIND_A_LABEL))
    letters = zip(words.text[first:], followed[first:], strict=True)
    return tuple(
        Piece("".join(letter for letter, _ in some), bool(mark))
        for mark, some in groupby(letters, key=lambda each: each[1])
    )


def _places(text: str, lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the lines stand in `text`, each once."""
    for line in lines:
        if found := re.search(rf"{re.escape(line)}(?![a-z])", text):
            yield found.span()
