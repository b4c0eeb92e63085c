"""Which way a text is read: left to right, right to left, and both in one row.

What the Unicode Bidirectional Algorithm (UAX 9) says of texts without marks of direction, which
prompts and plans never hold.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")
# A class of letters each: left to right, right to left, Arabic, digits of Europe and of Arabic,
# what separates and surrounds numbers, marks on letters; all else is neutral.
_CLASSES = {
    **{"L": "l", "R": "r", "AL": "a", "EN": "1", "AN": "2"},
    **{"ES": "+", "CS": ",", "ET": "%", "NSM": "m"},
}


def is_leftward(text: str) -> bool:
    """Whether a text reads right to left: its first letter with a direction says so (P2, P3)."""
    told = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in told if way in ("L", "R", "AL")), "L") != "L"


def levels(text: str, *, leftward: bool) -> list[int]:
    """For each letter how deep it is embedded: even reads to the right, odd to the left."""
    base = "r" if leftward else "l"
    kinds = "".join(_CLASSES.get(unicodedata.bidirectional(letter), "n") for letter in text)
    deep = {"l": 2 * leftward, "r": 1, "1": 2, "2": 2}
    return [deep[kind] for kind in _settled(_weighed(kinds, base), base)]


def _weighed(kinds: str, base: str) -> str:
    """Numbers, and what belongs to them (W1 to W7)."""
    kinds = re.sub(r"(^|.)(m+)", lambda m: m[1] + (m[1] or base) * len(m[2]), kinds)
    kinds = re.sub(r"a[^lr]+", lambda m: m[0].replace("1", "2"), kinds).replace("a", "r")
    kinds = re.sub(r"(?<=1)[+,](?=1)", "1", kinds)
    kinds = re.sub(r"(?<=2),(?=2)", "2", kinds)
    kinds = re.sub(r"%+(?=1)|(?<=1)%+", lambda m: "1" * len(m[0]), kinds)
    kinds = re.sub(r"[+,%]", "n", kinds)
    latin = r"(?:^|l)[^lr]*" if base == "l" else r"l[^lr]*"
    return re.sub(latin, lambda m: m[0].replace("1", "l"), kinds)


def _settled(kinds: str, base: str) -> str:
    """Neutral letters go with their neighbours, where these agree, else with the row (N1, N2)."""

    def neighbour(kind: str) -> str:
        return {"": base, "l": "l"}.get(kind, "r")

    def settle(found: re.Match[str]) -> str:
        before = neighbour(kinds[: found.start()][-1:])
        after = neighbour(kinds[found.end() :][:1])
        return (before if before == after else base) * len(found[0])

    return re.sub("n+", settle, kinds)


def from_the_left(runs: Sequence[T], level: Callable[[T], int]) -> list[T]:
    """Runs in the order in which they stand (L2): from the deepest on, each stretch is turned."""
    placed = list(runs)
    for depth in range(max(map(level, placed), default=0), 0, -1):
        stretches = groupby(placed, key=partial(_is_deep, level, depth))
        placed = [run for deep, part in stretches for run in (reversed([*part]) if deep else part)]
    return placed


def _is_deep(level: Callable[[T], int], depth: int, run: T) -> bool:
    return level(run) >= depth
