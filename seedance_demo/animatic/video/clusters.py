"""Divides a text where it may be broken: into what a reader takes for one letter, and into rows.

Of UAX 29 and UAX 14 what captions need. Scripts that have neither spaces nor ideographs, as Thai,
would need a dictionary: they are broken at spaces, and between letters where those do not come.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

Span = tuple[int, int]  # of letters of a text: from the first to before the second

_JOINER = "\u200d"
_VIRAMA = 9  # combining class: the next consonant is written together with this one
_MARKS = {"Mn", "Me", "Mc"}
_TONE = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")  # of skin; of a region's flag
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")  # two letters make one
_VOWEL = re.compile("[\u1160-\u11ff\u0e33\u0eb3]")  # of Hangul in its parts, Thai and Lao
_WIDE = "⺀-〇〒〓〠-ヿㄅ-ㄯㆠ-鿿豈-﫿＀-￯\U00020000-\U0003ffff"
_OPENING = "（「『【《〈〔［｛“‘"  # these end no row
_SMALL = "ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々"
_CLOSING = f"，。、！？；：）」』】》〉〕］｝”’…‥・％{_SMALL}"  # nor begin these one
_PARTS = re.compile(
    rf"[{_OPENING}]*[{_WIDE}][{_CLOSING}]*\s*"
    rf"|[^\s{_WIDE}]*?\w[-‐–—/](?=\w)"
    rf"|[^\s{_WIDE}]+[{_CLOSING}]*\s*"
    r"|\s+"
)


def clusters(text: str) -> list[str]:
    """Letters with their marks; an emoji of several parts is one."""
    found: list[str] = []
    for letter in text:
        if found and _belongs(letter, found[-1]):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _belongs(letter: str, before: str) -> bool:
    if letter == _JOINER or _TONE.match(letter) or _VOWEL.match(letter):
        return True
    if unicodedata.category(letter) in _MARKS:
        return not before.isspace()
    joined = before[-1] == _JOINER or unicodedata.combining(before[-1]) == _VIRAMA
    return joined or bool(_FLAG.match(letter) and _FLAG.fullmatch(before))


def rows(text: str, length: Callable[[Span], float], width: float) -> list[Span]:
    """Rows no wider than `width`, as few as possible and about equally long; `length` is that of a
    part of the text. A word that is wider is broken at the edge."""
    parts = [*_breakable(text, length, width)]
    lengths = [length(part) for part in parts]
    filled = closest = _filled(lengths, width)
    while len(closest) == len(filled) > 1 and width > max(lengths):
        filled, width = closest, 0.96 * width
        closest = _filled(lengths, width)
    return [(parts[first][0], parts[last - 1][1]) for first, last in filled]


def _breakable(text: str, length: Callable[[Span], float], width: float) -> Iterator[Span]:
    for part in _PARTS.finditer(text):
        if length(part.span()) <= width:
            yield part.span()
        else:
            yield from _spans(clusters(part[0]), part.start())


def _spans(texts: Sequence[str], start: int) -> Iterator[Span]:
    for text in texts:
        yield start, start + len(text)
        start += len(text)


def _filled(lengths: Sequence[float], width: float) -> list[Span]:
    """Which of the parts stand in each row."""
    first, room = 0, width
    filled = []
    for n, needed in enumerate(lengths):
        if n > first and needed > room:
            filled.append((first, n))
            first, room = n, width
        room -= needed
    return [*filled, (first, len(lengths))] if lengths else []
