"""Finds numbered shots in a prompt text: "Shot 1:", "Scene 2 -", 镜头3."""

from itertools import pairwise

from .mark import LEFT, RIGHT, Mark, opens_clause
from .rules import Rule, any_of, part
from .spelled import SPELLED, number

LENGTH_UNIT = (
    r" ?(?:seconds?|secs?|s|秒钟?|秒間|″|초|sek(?:unden?)?\.?|seg(?:undos?)?\.?|secondes?|secondi"
    r"|сек(?:унд[аы]?)?\.?|с(?= ?[:.,)\]|-]))(?![a-zа-я])"
)
_NUMBER = r"(?:[0-9]{1,2}|{HAN}|(?:one|two|three|four|five|six)(?![a-z]))".replace(
    "{HAN}",
    part(
        Rule(
            r"[一二三四五六七八九十]{1,2}(?![开直路边点下起])",
            takes="镜头|二，街道",
            leaves="镜头|一开始在街道",
        )
    ),
)
LABEL = (
    rf"{LEFT}?(?:(?:shot|scene|clip|beat|act|cut|part|分镜头?|镜头|场景|画面|镜) ?#?{_NUMBER}"
    rf"|(?:escena|plano|toma|sc[eè]ne|plan|cena|tomada|szene|einstellung|シーン|ショット|カット"
    rf"|장면|샷|컷|сцена|кадр|план) ?#?[0-9]{{1,2}}(?=[^0-9a-z]{{0,3}}(?:[:.(-]|$|\n))"
    rf"|(?:シーン|ショット|カット) ?[0-9]{{1,2}}(?=では|は)"
    rf"|(?:shot|scene|act|part) (?:i{{1,3}}|iv|v|vi{{1,3}})(?= ?[:.)\]\-])"
    rf"|(?:shot|scene) [a-f](?= ?[:.)\]\-])"
    rf"|(?:the )?(?:first|second|third|fourth|fifth|final|last) (?:shot|scene)"
    rf"|(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th)(?= ?:)"
    rf"|(?:最后一|第 ?{_NUMBER}) ?个?(?:分镜头?|镜头|场景|画面|幕|镜))(?![0-9a-z])"
)
_LENGTH = rf" ?{LEFT}? ?(?P<length>[0-9]{{1,2}}(?:\.[0-9])?){LENGTH_UNIT} ?{RIGHT}?"
LABELLED = any_of(
    Rule(rf"{LABEL}(?:{_LENGTH})?", takes="shot 3 (4s) the door", leaves="a shot of 3 doors")
)
# What stands before the last shot is a shot too.
_THE_LAST = any_of(
    Rule(
        r"[\[(（【<]?(?:(?:the )?(?:final|last)|最后一)",
        takes="|final shot: the hall",
        leaves="|shot 2: the hall",
    )
)
_CUT_BEFORE = any_of(
    Rule(r"(?:切到|切至|切换到|叠化到|cut to) ?$", takes="切到|镜头二", leaves="回到|镜头二")
)
# A colon makes a label of it even where the words before it lost their full stop.
_GLUED = any_of(
    Rule(r" ?:", takes="gone wrongshot 1|: a desk", leaves="gone wrong in shot 1| again"),
    Rule(r"では|は(?!な)", takes="カット2|は少女", leaves="カット2|の少女"),
)
_LENGTH_AT_THE_END = any_of(
    Rule(
        rf"(?:[,(\[]|(?<= )-) ?(?P<length>[0-9]{{1,2}}(?:\.[0-9])?){LENGTH_UNIT}[)\]\s.;]*$",
        takes="the door (3s).|",
        leaves="the door (3s) opens.|",
    )
)
# How many shots there are, and then the first, the second or the next.
_COUNTED = any_of(
    Rule(
        rf"(?<![a-z0-9])(?P<count>[2-9]|{'|'.join(SPELLED)})(?: [a-z]+)? ?(?:shots|scenes"
        r"|clips|个?分镜头?|个镜头|个场景|段)(?= ?[.:,;!\n-])",
        takes="two shots. first the car",
        leaves="two shots of the car",
    )
)
_ORDINAL = any_of(
    Rule(
        r"(?:^|(?<=[.:;,!?\n] )|(?<=[.:;,!?\n]))"
        r"(?:(?:and )?(?:first|second|third|fourth|then|next|finally)(?=[ ,])"
        r"|第[一二三四][个段]?|然后|最后)",
        takes="two shots. |first the car",
        leaves="two shots of the |first car",
    )
)


def counted_shots(text: str) -> list[Mark]:
    """ "Two shots. First the car, then the driver." """
    several = any(word in text for word in ("shots", "scenes", "clips", "镜", "场景", "段"))
    count = _COUNTED.search(text) if several else None
    if count is None:
        return []
    found = [Mark(*match.span()) for match in _ORDINAL.finditer(text, count.end())]
    return found if len(found) == number(count["count"]) else []


def numbered_shots(text: str) -> list[Mark]:
    """The places of "Shot 1 (4s):" and the like, with the length where it is told."""
    found = [
        match
        for match in LABELLED.finditer(text)
        if match[0][0] in "[【"
        or opens_clause(text, match.start())
        or _GLUED.match(text, match.end())
        or _CUT_BEFORE.search(text, max(0, match.start() - 9), match.start())
    ]
    if len(found) == 1 and _THE_LAST.match(found[0][0]) and found[0].start():
        return [Mark(0, 0), Mark(*found[0].span())]
    edges = pairwise([*(match.start() for match in found), len(text)])
    marks = []
    for match, (begin, end) in zip(found, edges, strict=True):
        told = match if match["length"] else _LENGTH_AT_THE_END.search(text[begin:end][-12:])
        marks.append(Mark(*match.span(), length=float(told["length"]) if told else None))
    return marks
