"""Finds the images that a prompt text names: @Image1, <image 3>, "the second image", 第二张图."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .rules import Rule, any_of

_HAN = {number: value for value, number in enumerate("一二三四五六七八九", 1)}
_WORDS = {
    word: value
    for value, words in enumerate(
        ("first 1st one", "second 2nd two", "third 3rd three", "fourth 4th four", "fifth 5th five"),
        1,
    )
    for word in words.split()
}
_NOUN = r"(?:(?:images?|imgs?|pictures?|photos?|pics?|figures?(?= ?[1-4]))|图片|图像|照片|图)"
_A_PICTURE = re.compile("image|img|pic|photo|figure|still|图|照|画")
_AND = r"(?:, ?| ?and | ?& ?|[、和与及])"
_POINTED = any_of(
    Rule(
        rf"(?<![a-z])(?<!each )(?<!every )(?<!per ){_NOUN}[ _#-]?"
        rf"(?P<number>[1-9](?![0-9])(?:{_AND}[1-9](?![0-9a-z:.]))*"
        r"|[一二三四五六七八九]|(?:one|two|three|four)(?![a-z]))",
        takes="push in on @image2",
        leaves="each image 2 seconds",
    )
)
_COUNTED = any_of(
    Rule(
        r"(?<![a-z])(?P<word>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th) "
        rf"(?:reference |input |uploaded )?(?:{_NOUN}|still)(?![a-z])",
        takes="open on the second image",
        leaves="open on the second door",
    ),
    Rule(
        r"(?P<han>第[一二三四五六七八九1-9]|最后一)"
        r"(?:[张幅]|[张幅个]?(?:参考)?(?:图片|图像|照片|图|画))",
        takes="第二张图",
        leaves="第二个镜头",
    ),
)


@dataclass(frozen=True)
class Reference:
    """`number` counts from 1; -1 is the last picture."""

    number: int
    start: int
    end: int


@lru_cache(maxsize=16)  # several rules ask in turn about the same text
def references(text: str) -> tuple[Reference, ...]:
    """The pictures `text` (lower case) names, in the order of the words."""
    if not _A_PICTURE.search(text):  # most of what is asked names none
        return ()
    return tuple(sorted([*_pointed(text), *_counted(text)], key=lambda found: found.start))


def _pointed(text: str) -> Iterator[Reference]:
    for match in _POINTED.finditer(text):
        for number in re.findall(r"[1-9]|[一二三四五六七八九]|(?!and)[a-z]+", match["number"]):
            value = int(number) if number.isdigit() else _HAN.get(number) or _WORDS.get(number)
            if value:
                yield Reference(value, match.start(), match.end())


def _counted(text: str) -> Iterator[Reference]:
    for match in _COUNTED.finditer(text):
        word = match["word"] or match["han"].removeprefix("第")
        last = word in ("last", "最后一")
        value = -1 if last else _WORDS.get(word) or _HAN.get(word) or int(word)
        yield Reference(value, match.start(), match.end())
