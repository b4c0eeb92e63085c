"""A prompt's text in two forms: as it was written, and as the vocabulary reads it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .normalise import normalised
from .rules import Rule, any_of
from .traditional_chinese import SIMPLIFIED

# Full-width forms people type with a Chinese keyboard, dashes and curly quotes: one for one, so a
# place in the plain text is the same place in the written one. （ and 【 keep their meaning.
_PLAIN = {ord(capital): capital.lower() for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_KEPT = {ord("（"), ord("）")}
_PLAIN |= {code: chr(code - 0xFEE0).lower() for code in {*range(0xFF01, 0xFF5F)} - _KEPT}
_PLAIN |= SIMPLIFIED
_PLAIN |= dict(zip(map(ord, "–—−‒―〜～“”‘’。、×＠\u3000"), "-----~~\"\"''.、x@ ", strict=True))

# Seedance's marks: dialogue in {} or quotes, subtitles in 【】, sound effects in <>. Lengths are
# bounded so that a lone opening mark costs no long search.
_ASIDE = any_of(
    Rule(r"\{[^{}]{1,400}\}", takes="she says {come in}", leaves="she says {come in"),
    Rule(r"“[^”\n]{1,400}”", takes="she says “come in”", leaves="she says “come in"),
    Rule(r"”[^“”\n]{1,400}“", takes="she says ”come in“", leaves="she says ”come in"),
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
    Rule(r"<[^<>\n]{1,80}>", takes="<a door creaks>", leaves="2 < 3"),
    Rule(r"＜[^＜＞\n]{1,80}＞", takes="＜雷声＞", leaves="＜雷声"),
    flags=re.IGNORECASE,
)
# What heads a section, or names an image, is no aside.
_SECTION = any_of(
    Rule(
        r"style|duration|scene|character|shot|camera|light|audio|sound|music|time|image|action|@",
        takes="Style",
        leaves="The end",
    ),
    Rule(
        r"首帧|尾帧|转场|描述|动态|内容|参考|口型|看点|景深|禁止|负面|约束|技术|色|氛围|质|bgm|节奏"
        r"|主题|声|整体|核心|要点|备注|注意|提示"
        r"|风格|时长|场景|人物|角色|镜|机位|光|音|画面|动作|对白|台词|要求|时间|主体|环境|图|视频|秒",
        takes="画面风格",
        leaves="深夜",
    ),
    Rule(r"[0-9] ?[:s-]", takes="0-3s", leaves="Chapter 2"),
    flags=re.IGNORECASE,
)
_PICTURE = any_of(
    Rule(
        r"image|img|picture|photo|图|video|视频|^[ 0-9:s.–-]+$",
        takes="Image 1",
        leaves="a door creaks",
    ),
    flags=re.IGNORECASE,
)
# What stands before a text that is written, and before one that is spoken.
_TITLED = any_of(
    Rule(
        r"(?:sub ?title|caption|title|text|words?|slogan|reads?|writes?|overlay|sign|logo"
        r"|字幕|标题|文字|标语|字样"
        r"|写着|印着|显示|第[一二三四五1-5]行)"
        r"[^.。\n]{0,16}$",
        takes="the sign above the door reads |“open”",
        leaves="the man above the door says |“open”",
    ),
    flags=re.IGNORECASE,
)
_SPOKEN = any_of(
    Rule(
        r"(?:sa(?:y|id)|whisper|shout|scream|yell|ask|repl[yi]|spea?k|mouths|murmur|mutter|tell"
        r"|told|line|dialogue|voice|narrat|exclaim|calls|cries|sings|[说道喊问答叫念白词])"
        r"[^.。\n]{0,24}$",
        takes="she whispers softly |“come in”",
        leaves="she wears a |“kimono”",
    ),
    Rule(
        r"(?<!style)(?<!look)(?<!film)(?<!mood)(?<!camera)[:：] ?$",
        takes="Maria: |“come in”",
        leaves="look: |“film noir”",
    ),
    flags=re.IGNORECASE,
)
_SENTENCE = any_of(
    Rule(r"[一-鿿]{2}[^一-鿿]*[，。！？!?…,]|[一-鿿]{12}", takes="下雨了。", leaves="深夜")
)
_NONE = {"无", "none", "None", "no", "n/a"}  # what a form says that has no caption


class Kind(Enum):
    """What a text in quotes or brackets is."""

    DIALOGUE = auto()
    SUBTITLE = auto()
    EFFECT = auto()


@dataclass(frozen=True)
class PromptText:
    """`text` as written; `plain`, of the same length, in lower case with half-width punctuation.

    What is spoken, subtitled or a sound effect is blank in `plain`: it directs no camera.
    """

    text: str
    plain: str

    @classmethod
    def of(cls, prompt: str) -> "PromptText":
        text = normalised(prompt)
        plain = text.translate(_PLAIN)
        return cls(text, plain).without((start, end) for _, start, end in _asides(text))

    def asides(self, kind: Kind) -> tuple[str, ...]:
        """What is said, written or heard in this text, without its marks."""
        return tuple(
            re.sub(
                r"^(?:subtitles?|caption|字幕)[:：]", "", self.text[start + 1 : end - 1], flags=re.I
            ).strip()
            for found, start, end in _asides(self.text)
            if found is kind and self.text[start + 1 : end - 1].strip() not in _NONE
        )

    def without(self, spans: Iterable[tuple[int, int]]) -> "PromptText":
        """The text with the words at `spans` blanked, for words that have had their meaning."""
        return PromptText(self.text, blanked(self.plain, spans))

    def __bool__(self) -> bool:
        return any(letter.isalnum() for letter in self.plain)

    def __getitem__(self, part: slice) -> "PromptText":
        return PromptText(self.text[part], self.plain[part])

    def __add__(self, other: "PromptText") -> "PromptText":
        return PromptText(f"{self.text}\n{other.text}", f"{self.plain}\n{other.plain}")


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "·" * (end - start)
    return "".join(letters)


def _asides(text: str) -> Iterator[tuple[Kind, int, int]]:
    for match in _ASIDE.finditer(text):
        kind = _kind(match[0], text[max(0, match.start() - 40) : match.start()])
        if kind is not None:
            yield kind, match.start(), match.end()


def _kind(aside: str, before: str) -> Kind | None:
    words = aside[1:-1]
    if aside[0] in "(（":
        return Kind.SUBTITLE
    if aside[0] == "【":
        return None if _SECTION.search(words) else Kind.SUBTITLE
    if aside[0] in "<＜":
        return None if _PICTURE.search(words) else Kind.EFFECT
    if before.rstrip().endswith('":') or (aside[0] == "{" and '":' in aside):
        return None  # a prompt written as JSON
    if aside[0] != "{" and _TITLED.search(before):
        return Kind.SUBTITLE
    spoken = aside[0] == "{" or _SPOKEN.search(before)
    alone = aside[0] not in "'‘" and _is_sentence(words)  # an apostrophe is no quote
    return Kind.DIALOGUE if spoken or alone else None


def _is_sentence(words: str) -> bool:
    return len(words.split()) >= 4 or bool(_SENTENCE.search(words))
