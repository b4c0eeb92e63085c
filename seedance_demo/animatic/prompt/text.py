"""A prompt's text in two forms: as it was written, and as the vocabulary reads it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from .normalise import normalised
from .quotes import Kind, kind_of
from .rules import Rule, any_of
from .traditional_chinese import SIMPLIFIED

# Full-width forms people type with a Chinese keyboard, dashes and curly quotes: one for one, so a
# place in the plain text is the same place in the written one. （ and 【 keep their meaning.
_PLAIN = {ord(capital): capital.lower() for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_PLAIN |= {code: chr(code).lower() for code in range(0xC0, 0x530) if len(chr(code).lower()) == 1}
_KEPT = {ord("（"), ord("）")}
_PLAIN |= {code: chr(code - 0xFEE0).lower() for code in {*range(0xFF01, 0xFF5F)} - _KEPT}
_PLAIN |= SIMPLIFIED
_PLAIN |= dict(
    zip(map(ord, "‐‑–—−‒―〜～“”„«»‘’。、×＠\u3000"), '-------~~"""""\'\'.、x@ ', strict=True)
)

# Seedance's marks: dialogue in {} or quotes, subtitles in 【】, sound effects in <>. Lengths are
# bounded so that a lone opening mark costs no long search.
_ASIDE = any_of(
    Rule(r"\{[^{}]{1,400}\}", takes="she says {come in}", leaves="she says {come in"),
    Rule(r"“[^”\n]{1,400}”", takes="she says “come in”", leaves="she says “come in"),
    Rule(r"”[^“”\n]{1,400}“", takes="she says ”come in“", leaves="she says ”come in"),
    Rule(r"„[^“”„\n]{1,400}[“”]", takes="sie sagt: „Komm“", leaves="sie sagt: „Komm"),
    Rule(r"«[^«»\n]{1,400}»", takes="elle dit : « Viens »", leaves="elle dit : « Viens"),
    Rule(r'"[^"\n]{1,400}"', takes='she says "come in"', leaves='a 5" screen'),
    Rule(r"「[^」]{1,400}」", takes="她说「进来」", leaves="她说「进来"),
    Rule(r"『[^』]{1,400}』", takes="她说『进来』", leaves="她说『进来"),
    Rule(r"‘[^’\n]{2,200}’(?![a-z])", takes="she says ‘come in’", leaves="‘tis the sailor’s"),
    Rule(
        r"(?<![a-z0-9])'(?:[^'\n]|(?<=[a-z])'(?=[a-z])){2,200}'(?![a-z])",
        takes="she says 'don't come in'",
        leaves="the girl's and the boy's coats",
    ),
    Rule(
        r"[(（](?:subtitles?|caption|字幕)[:：][^()（）\n]{1,80}[)）]",
        takes="(subtitle: the end)",
        leaves="(music: the end)",
    ),
    Rule(r"【[^【】\n]{1,80}】", takes="【深夜】", leaves="【深夜"),
    Rule(r"《[^《》\n]{1,80}》", takes="《雾都孤儿》", leaves="《雾都孤儿"),
    Rule(r"<[^<>\n]{1,80}>", takes="<a door creaks>", leaves="2 < 3"),
    Rule(r"＜[^＜＞\n]{1,80}＞", takes="＜雷声＞", leaves="＜雷声"),
    flags=re.IGNORECASE,
)
_NONE = {"无", "none", "None", "no", "n/a"}  # what a form says that has no caption
_WORD = re.compile(r"[一-鿿]|\w+?(?=[一-鿿])|\w+")


@dataclass(frozen=True)
class PromptText:
    """`text` as written; `plain`, of the same length, in lower case with half-width punctuation.

    What is spoken, subtitled, a name or a sound effect is blank in `plain`: it directs no camera.
    """

    text: str
    plain: str

    @classmethod
    def of(cls, prompt: str) -> "PromptText":
        text = normalised(prompt)
        plain = text.translate(_PLAIN)
        spans = ((start, end) for kind, start, end in _asides_in(text) if kind is not Kind.QUOTED)
        return cls(text, plain).without(spans)

    def asides(self, kind: Kind) -> tuple[str, ...]:
        """What is said, written or heard in this text, without its marks."""
        return tuple(
            re.sub(
                r"^(?:subtitles?|caption|字幕)[:：]", "", self.text[start + 1 : end - 1], flags=re.I
            ).strip(" ,，")
            for found, start, end in self._asides
            if found is kind and self.text[start + 1 : end - 1].strip() not in _NONE
        )

    @cached_property  # each kind is asked for
    def _asides(self) -> tuple[tuple[Kind, int, int], ...]:
        return tuple(_asides_in(self.text))

    def without(self, spans: Iterable[tuple[int, int]]) -> "PromptText":
        """The text with the words at `spans` blanked, for words that have had their meaning."""
        return PromptText(self.text, blanked(self.plain, spans))

    def __bool__(self) -> bool:
        return any(letter.isalnum() for letter in self.plain)

    def __getitem__(self, part: slice) -> "PromptText":
        return PromptText(self.text[part], self.plain[part])

    def __add__(self, other: "PromptText") -> "PromptText":
        return PromptText(f"{self.text}\n{other.text}", f"{self.plain}\n{other.plain}")

    def followed_by(self, other: "PromptText") -> "PromptText":
        """The same sentence, gone on with."""
        return PromptText(f"{self.text} {other.text}", f"{self.plain} {other.plain}")


def count_words(text: str) -> int:
    """How many words a text has; of Chinese each letter is one."""
    return len(_WORD.findall(text))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters: list[str] = []
    for start, end in spans:
        letters = letters or list(text)
        letters[start:end] = "·" * (end - start)
    return "".join(letters) if letters else text


def _asides_in(text: str) -> Iterator[tuple[Kind, int, int]]:
    for match in _ASIDE.finditer(text):
        before, after = (
            text[max(0, match.start() - 40) : match.start()],
            text[match.end() : match.end() + 40],
        )
        kind = kind_of(match[0], before, after)
        if kind is not None:
            yield kind, match.start(), match.end()
