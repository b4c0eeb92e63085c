"""Tells whether a prompt refuses what it names: "no music", "without wind or rain", 不要字幕."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from .lexicon import Lexicon
from .rules import Rule, any_of

Member = TypeVar("Member")

# A label that refuses all behind it, up to the end of the line.
REFUSING = (
    r"(?:negatives?(?:[ _]prompts?)?|avoid(?:ing)?|exclude|do not|don't|严禁|避免|杜绝"
    r"|禁止(?:事项|内容|项)?|(?:负面|负向|反向)(?:提示)?词?|不要)"
)
_LABEL = any_of(
    Rule(
        rf"(?<![a-z]){REFUSING}\"? ?:",
        takes="negative prompt: text, rain",
        leaves="the prompt: text, rain",
    )
)
_NO = any_of(
    Rule(
        r"(?<![a-z])(?:no one|no|not(?! only| just)|non|without|never|avoid(?:ing)?"
        r"|leave out|omit|exclude|skip the|mute the"
        r"|free of|zero|nobody|neither|negative prompts?|do ?n[o']?t|does ?n[o']?t"
        r"|is ?n[o']?t|are ?n[o']?t|cannot|can't)(?![a-z])",
        takes="not a sound",
        leaves="not only rain, another sound too",
    ),
    Rule(
        r"不要有?|没有|不需要|不含|不带|不出现|不能|避免|禁止|严禁|杜绝|去掉|去除|无需|拒绝",
        takes="不需要字幕",
        leaves="需要字幕",
    ),
    Rule(
        r"不(?![断同仅久时停止少禁由光只但过远规住安知觉愧朽绝懈凡错易息])(?=[一-鿿]|$)",
        takes="不下雨",
        leaves="不断下雨",
    ),
    Rule(
        r"(?<![特告分级景类差性个区辨识送离鉴])别(?!墅|致|样)|勿",
        takes="别加字幕",
        leaves="告别的雨",
    ),
    Rule(
        r"(?<![虚毫])无(?![人论数限尽比边缝垠际奈名助情敌意穷疑力框所一])",
        takes="无字幕",
        leaves="无数雨滴",
    ),
)
# Some refuse everything up to the end of the clause.
_AVOID = any_of(
    Rule(r"avoid|free of|negative", takes="|avoid wind and rain", leaves="|no wind and rain")
)
_CLAUSE = re.compile(r"[.;!?\n\[\]()（）{}]")
_ITEM = r"[a-z']+(?:[ -][a-z']+){0,2}"
# The refusal does not reach past these words.
_ENDS = any_of(
    Rule(
        r"\b(?:but|just|only|then|while|with|except|instead|stop\w*|cease\w*|as)\b",
        takes="no music but rain",
        leaves="no music or rain",
    ),
    Rule(r"只|而|但", takes="没有音乐只有雨声", leaves="没有音乐和雨声"),
)
# What may stand between a refusal and the word that it refuses ...
_NEAR = any_of(
    Rule(
        r"[ -]?(?:[a-z']+[ -]){0,2}$",
        takes="no| loud |music",
        leaves="no| rain on the |roof",
    ),
    Rule(
        r"[ ]?[一-鿿]{0,6}$",
        takes="没有|任何|音乐",
        leaves="没有|下雨的时候街上的|音乐",
    ),
)
# ... where a list is held together up to it ...
_CHAINED = any_of(
    Rule(
        rf" ?{_ITEM}(?:(?:, ?| ?/ ?)(?:or |nor )?{_ITEM}| (?:or|nor) {_ITEM})*"
        r"(?:,? (?:or|nor) | ?/ ?)(?:[a-z']+[ -]){0,2}$",
        takes="no| wind, rain or |music",
        leaves="no| wind, |music",
    )
)
_HAN_CHAINED = any_of(
    Rule(
        r"[一-鿿a-z0-9 ]{1,10}(?:[、和或与及][一-鿿a-z0-9 ]{1,10})*[、和或与及][一-鿿]{0,6}$",
        takes="不要|字幕、水印和|音乐",
        leaves="不要|字幕,|音乐",
    )
)
# ... or only behind it: "no wind, rain or music".
_OPEN_LIST = any_of(
    Rule(
        rf" ?{_ITEM}(?:, ?{_ITEM})*, ?(?:[a-z']+[ -]){{0,2}}$",
        takes="no| wind, |rain or music",
        leaves="no| wind and |rain",
    )
)
_LIST_GOES_ON = any_of(
    Rule(
        rf"(?:[ -][a-z']+)?(?:, ?{_ITEM})*,? (?:or|nor) ",
        takes="no wind, rain| or music",
        leaves="no wind, rain| on the roof",
    )
)
_JOINED = any_of(
    Rule(
        rf" ?{_ITEM} and (?:[a-z']+[ -])?$",
        takes="no| wind and |rain",
        leaves="no| wind, then |rain",
    )
)
# What is told first, and behind it that it is not wanted; 不要 alone, and not 不要太吵.
_UNWANTED = any_of(
    Rule(
        r"(?=[一-鿿、])[一-鿿]{0,2}?(?:[、和与及或][一-鿿a-z0-9]{1,8}?){0,6}?"
        r"(?:统统|通通|一律|一概|[都也均全]){0,2}"
        r"(?:不要|不需要|不必要|不用|不加|不出现|没有|禁止|省略|去掉|免)[了掉的]?"
        r"(?= ?(?:[^一-鿿a-z0-9 ]|$))",
        takes="音乐|和字幕都不要.",
        leaves="音乐|不要太吵.",
    ),
    Rule(
        r"(?: music| sounds?| effects?)?(?:(?:, [a-z]+){0,4},? (?:and|or)(?: the| any)? [a-z]+)?"
        r" (?:(?:is|are|must|should|may|can)(?: not|n't|not)(?: to)?(?: be)?"
        r" (?:needed|wanted|required|necessary|desired|allowed|heard|seen|used|shown|added)"
        r"|(?:is|are|must|should|may|can)(?: to)? be (?:left out|omitted|avoided|removed|excluded)"
        r"|ha(?:s|ve) (?:stopped|ceased|ended))(?![a-z])",
        takes="music| and subtitles are not needed",
        leaves="music| is not loud",
    ),
)
_STOPS = any_of(
    Rule(
        r" (?:has |have |finally )?(?:stop|cease)(?:s|ped|d)?(?![a-z])",
        takes="the rain| finally stops",
        leaves="the rain| finally falls",
    ),
    Rule(r"停", takes="雨|停了", leaves="雨|下了"),
)
_LIST = 800  # characters of a list behind its label
_REACH = 80  # characters; a refusal further away is about something else


def is_refused(text: str, start: int, end: int) -> bool:
    """Whether the words at `text[start:end]` (lower case) are refused rather than asked for.

    A refusal covers what stands right behind it and the rest of a list that "or", a slash or 、
    holds together; a comma alone ends it ("no music, rain on the roof" keeps the rain).
    """
    if _is_listed_under_a_label(text, start) or _UNWANTED.match(text, end):
        return True
    before = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    refusals = list(_NO.finditer(before))
    if not refusals:
        return False
    gap = before[refusals[-1].end() :]
    if _ENDS.search(gap) or (refusals[-1][0] == "不" and "的" in gap):
        return False  # 不下雨的清晨 is a morning without rain
    if _AVOID.match(refusals[-1][0]):
        return True
    if _NEAR.match(gap) or _CHAINED.match(gap) or _HAN_CHAINED.match(gap):
        return True
    after = text[end : end + _REACH]
    if _OPEN_LIST.match(gap):
        return bool(_LIST_GOES_ON.match(after))
    return bool(_JOINED.match(gap)) and not after.lstrip(" ")[:1].isalpha()


def _is_listed_under_a_label(text: str, start: int) -> bool:
    first = max(0, start - _LIST)
    labelled = text.find(":", first, start) >= 0  # quick to tell, for every word that is looked at
    return labelled and bool(_LABEL.search(_CLAUSE.split(text[first:start])[-1]))


@dataclass(frozen=True)
class Asked(Generic[Member]):
    """What a prompt text asks for, in the order of its words, and what it refuses."""

    wanted: tuple[Member, ...] = ()
    refused: frozenset[Member] = frozenset()

    def within(self, scene: "Asked[Member]") -> "Asked[Member]":
        """What holds for a shot that asks this in a scene that asks `scene`."""
        refused = self.refused | scene.refused
        wanted = dict.fromkeys((*self.wanted, *scene.wanted))
        return Asked(tuple(member for member in wanted if member not in refused), refused)

    def without(self, members: frozenset[Member]) -> "Asked[Member]":
        """The same that refuses `members`, too."""
        wanted = tuple(member for member in self.wanted if member not in members)
        return Asked(wanted, self.refused | members)


# A likeness is no wave and no snow; what sounds like thunder is thunder.
_LIKE = any_of(
    Rule(
        r"(?<![a-z])unlike (?:an? |the )?(?:[a-z]+ ){0,2}$",
        takes="unlike the loud |thunder",
        leaves="unlike her, the loud |thunder",
    ),
    Rule(
        r"(?<![a-z])(?<!sound )(?<!sounds )(?<!look )(?<!looks )like (?:an? |the )?"
        r"(?:[a-z]+ ){0,2}$",
        takes="the crowd moves like a tidal |wave",
        leaves="the crowd sounds like |thunder",
    ),
    Rule(
        r"(?:如|像|似|仿佛|宛若|好比)[同是]?(?:[一-鿿]{0,2}的)?$",
        takes="花瓣如|雪花飘落",
        leaves="空中有|雪花飘落",
    ),
)
_ALIKE = any_of(
    Rule(r"[一-鿿]{0,2}(?:一样|一般|般|似的)", takes="雪花|一般飘落", leaves="雪花|慢慢飘落")
)


def _is_likened(text: str, start: int, end: int) -> bool:
    return bool(_LIKE.search(text[max(0, start - 32) : start]) or _ALIKE.match(text, end))


def ask(lexicon: Lexicon[Member], text: str) -> Asked[Member]:
    """What of a table is asked for; rain that stops is refused like rain that is not to be, and
    what only stands for something else is neither."""
    hits = [hit for hit in lexicon.find(text) if not _is_likened(text, hit.start, hit.end)]
    refused = {
        hit for hit in hits if is_refused(text, hit.start, hit.end) or _STOPS.match(text, hit.end)
    }
    wanted = dict.fromkeys(hit.meaning for hit in hits if hit not in refused)
    return Asked(tuple(wanted), frozenset(hit.meaning for hit in refused) - wanted.keys())
