"""The marks that divide a prompt: time stamps, shot numbers, lengths, connectives."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..plan import OPPOSITES
from .camera import read_camera
from .lexicon import Lexicon
from .mark import LEFT, RIGHT, Mark, opens_clause
from .negation import is_refused
from .vocabulary import cut_words

_TIME = r"(?:(?:00:)?([0-9]{1,2}):)?([0-9]{1,3}(?:\.[0-9]{1,3})?)"
_UNIT = r" ?(?:seconds?|secs?|s|秒钟?|″)(?![a-z])"

# [0-4s]  (0s-4s)  00:04-00:07  0-3s:  0-5 秒  from 2 to 5 seconds  第3到第5秒
_SPAN = re.compile(
    rf"(?<![0-9a-z])(?<![0-9][:.])(?P<left>{LEFT} ?)?(?P<word>seconds? |secs? )?"
    rf"第?{_TIME}(?P<unit>{_UNIT})? ?(?:--?|~|to|until|至|到) ?(?:seconds? )?"
    rf"第?{_TIME}(?P<unit2>{_UNIT})?(?P<right> ?{RIGHT})?"
    r"(?![0-9]|:[0-9]|-?[a-z]| ?(?:long|video|clip)s?\b)"
)
# in the first 3 seconds  the last 2s  前3秒  最后2秒
_PART = re.compile(
    rf"(?:(?:in |for |during |over )?the )?"
    rf"(?:(?P<first>first|opening|前)|(?P<middle>middle|中间)|(?:last|final|最后|后))"
    rf" ?{_TIME}{_UNIT}"
)
_HALF = re.compile(
    r"(?:(?:in |for |during )?the )?"
    r"(?:(?P<first>first half|前半)|(?:second|latter) half|后半)(?:段|部分)?"
)
# from 5 seconds to the end  from 4s on
_FROM = re.compile(rf"from(?: the)? {_TIME}{_UNIT} (?:to the end|on|onwards?)(?![a-z])")
# at 5 seconds  after 3s  第5秒时
_AT = re.compile(
    rf"(?<![a-z])(?:at|after|around)(?: about| around)?(?: the)? {_TIME}"
    rf"(?:{_UNIT}|[ -]seconds?)(?: mark)?|(?:在|到)?第{_TIME}{_UNIT}(?:时|处|开始)?"
)
# Wide (3s) of the table  close-up for 2 seconds  特写（2秒）: how long, not when
_HOW_LONG = re.compile(
    rf"[(（] ?(?P<length>[0-9]{{1,2}}(?:\.[0-9])?){_UNIT} ?[)）,]"
    rf"|(?<!hold )(?<!holds )(?:for|lasts|lasting|持续) ?(?P<held>[0-9]{{1,2}}(?:\.[0-9])?){_UNIT}"
)
# [5s]  (00:05)  and, at the opening of a clause,  5s:  00:05 -
_STAMP = re.compile(
    rf"(?P<bracketed>{LEFT} ?(?:{_TIME}{_UNIT}|[0-9]{{1,2}}:[0-9]{{2}}) ?{RIGHT})"
    rf"|{_TIME}{_UNIT}(?= ?[:\-])|[0-9]{{1,2}}:[0-9]{{2}}(?= ?[:\-\s])"
)
_FROM_ZERO = re.compile(rf"^0{_UNIT} ", re.MULTILINE)  # a line for each time, the first of them 0
_LINE = re.compile(rf"^{_TIME}{_UNIT}(?= )", re.MULTILINE)

_NUMBER = (  # not the 一 of 镜头一开始
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}(?![开直路边点下起])"
    r"|(?:one|two|three|four|five|six)(?![a-z]))"
)
_LABEL = (
    rf"{LEFT}?(?:(?:shot|scene|clip|beat|act|cut|part|分镜头?|镜头|场景|画面|镜) ?#?{_NUMBER}"
    rf"|(?:shot|scene) [a-f](?= ?[:.)\]\-])"
    rf"|(?:the )?(?:first|second|third|fourth|fifth|final|last) (?:shot|scene)"
    rf"|(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th)(?= ?:)"
    rf"|(?:最后一|第 ?{_NUMBER}) ?个?(?:分镜头?|镜头|场景|画面|幕|镜))(?![0-9a-z])"
)
_LENGTH = rf" ?{LEFT}? ?(?P<length>[0-9]{{1,2}}(?:\.[0-9])?){_UNIT} ?{RIGHT}?"
_CUT_BEFORE = re.compile(r"(?:切到|切至|切换到|叠化到|cut to) ?$")
_LABELLED = re.compile(rf"{_LABEL}(?:{_LENGTH})?")  # Shot 1:  Scene 2 -  镜头1  Shot 3 (4s)
_LENGTH_AT_THE_END = re.compile(rf"[,(\[] ?(?P<length>[0-9]{{1,2}}(?:\.[0-9])?){_UNIT}[)\]\s.;]*$")
_LABEL_BEFORE = re.compile(rf"{_LABEL}[\s:.,\-|(（\[]*$")
_LABEL_AND_SIZE = re.compile(rf"(?P<label>{_LABEL}) ?: ?[^.;:!?\n]{{1,16}}$")  # Shot 1: wide (0-3s)
_CLAUSE = re.compile(r"(?:[.,;:!?\n…、]|\.\.\.)+ ?")
_SENTENCE = re.compile(r"[.;!?\n…]+ ?")
_CLOSES = re.compile(r" ?(?:[.,;:!?\n…、]+ ?|$)")
_GAP = re.compile(r"[\s:.,\-|]*")

_CONNECTIVES = Lexicon({False: cut_words.CUTS, True: cut_words.CONTINUATIONS})
_SUBJECT = re.compile(
    r"(?:(?:and|then|finally|next|the|we|it|camera|scene|shot|picture|image"
    r"|镜头|画面|场景|然后|接着|随后|最后|再|又|随即|突然|直接)[ ,]*){1,3}$"
)
# "Finally fade to black" is how the shot before ends, not a shot.
_FADES = re.compile(
    r"[ ,]*(?:[a-z]+ ){0,3}fad"
    r"|[ ,]*(?:(?:smash |hard )?cuts? )?(?:to )?(?:black|white) ?(?:[.!\n]|$)"
    r"|[ ,]*(?:画面|镜头)?.{0,2}(?:淡出|黑场|渐隐|渐黑|变黑|黑屏|全黑)"
)
# "Pan left, then right" is one shot.
_WAY = re.compile(r"(?<![a-z])(?:left|right|up|down|in|out|back|forward)[ ,]*$")
_WAY_BACK = re.compile(r" (?:to the |back )*(?:left|right|up|down|in|out|back)(?![a-z])")
# These divide a Chinese sentence without a comma before them.
_HAN_JOINT = re.compile(r"然后|接着|紧接着|随后|切到|切至|切换到|叠化到|叠化至|硬切到?")


def time_spans(text: str, seconds: float) -> list[Mark]:
    """Stretches of a clip of `seconds`, in the order of the text."""
    found = [*_spans(text)] or [*_parts(text, seconds)]
    marks = sorted([*found, *_from_there(text, seconds)], key=lambda mark: mark.begin)
    ordinal = len(marks) > 1 and all(text[mark.begin] == "第" for mark in marks)
    if ordinal and marks[0].start == 1:  # 第1-2秒 ... 第3-4秒: the first second begins at 0
        marks = [replace(mark, start=(mark.start or 1.0) - 1) for mark in marks]
    return [_with_label(text, mark) for mark in marks]


def numbered_shots(text: str) -> list[Mark]:
    found = [
        match
        for match in _LABELLED.finditer(text)
        if match[0][0] in "[【"
        or opens_clause(text, match.start())
        or _CUT_BEFORE.search(text, max(0, match.start() - 9), match.start())
    ]
    edges = pairwise([*(match.start() for match in found), len(text)])
    marks = []
    for match, (begin, end) in zip(found, edges, strict=True):
        told = match if match["length"] else _LENGTH_AT_THE_END.search(text[begin:end][-12:])
        marks.append(Mark(*match.span(), length=float(told["length"]) if told else None))
    return marks


def moments(text: str, seconds: float) -> list[Mark]:
    """Single times; one alone that lies beyond the clip is its length, told once more."""
    lengths = {start for start, _, _ in _lengths(text)}
    stamps = (
        match
        for match in _STAMP.finditer(text)
        if match.start() not in lengths
        and (match["bracketed"] or opens_clause(text, match.start()))
    )
    told = (match for match in _AT.finditer(text) if opens_clause(text, match.start()))
    lines = [*_LINE.finditer(text)] if _FROM_ZERO.search(text) else []
    found = sorted([*told, *stamps, *lines], key=lambda match: match.start())
    times = [_seconds(*re.findall(_TIME, match[0])[-1]) for match in found]
    if len(times) == 1 and times[0] >= seconds:
        return []
    return [Mark(*match.span(), start=at) for match, at in zip(found, times, strict=True)]


def lengths_of_shots(text: str) -> list[Mark]:
    """ "Close-up (2s) of the cup, then wide (3s)": a beat for the clause around each length, or up
    to it where it stands at the clause's end."""
    found = list(_lengths(text))
    follows = {mark.begin for mark in connectives(text) if mark.follows_on}
    marks, edge = [], 0
    for start, end, length in found if len(found) > 1 else ():
        closes = _CLOSES.match(text, end)
        opener = _SENTENCE if closes else _CLAUSE
        begin = max((match.end() for match in opener.finditer(text, edge, start)), default=edge)
        marks.append(Mark(begin, begin, length=length, follows_on=begin in follows))
        edge = closes.end() if closes else end
    return marks


def connectives(text: str) -> list[Mark]:
    """A cut where the text says so; "then cut to" is one mark, not two."""
    marks: list[Mark] = []
    for hit in _CONNECTIVES.find(text):
        subject = _SUBJECT.search(text, max(0, hit.start - 24), hit.start)
        begin = subject.start() if subject and not hit.meaning else hit.start
        if not (
            _FADES.match(text, hit.end)
            or (_WAY_BACK.match(text, hit.end) and _WAY.search(text, max(0, begin - 20), begin))
            or not (opens_clause(text, begin) or _joins(text, hit.start, hit.end))
            or is_refused(text, hit.start, hit.end)
        ):
            if marks and begin <= marks[-1].end:
                begin = marks.pop().begin
            marks.append(Mark(begin, hit.end, follows_on=hit.meaning))
    return marks


def _joins(text: str, start: int, end: int) -> bool:
    """Whether a connective divides without a comma before it: "pan left then tilt up", but not
    "pan left then pan right", which is there and back."""
    if text[start:end] != "then":
        return bool(_HAN_JOINT.fullmatch(text, start, end))
    before = read_camera(text[max(0, start - 60) : start]).moves
    after = read_camera(text[end : end + 40]).moves
    return bool(before and after) and OPPOSITES.get(after[0]) not in before


def length_told(text: str) -> float | None:
    return next((length for _, _, length in _lengths(text)), None)


def _lengths(text: str) -> Iterator[tuple[int, int, float]]:
    """Where lengths of shots are told, and how many seconds they are."""
    for match in _HOW_LONG.finditer(text):
        if match["held"] or not opens_clause(text, match.start()):
            yield *match.span(), float(match["length"] or match["held"])


def _spans(text: str) -> Iterator[Mark]:
    for match in _SPAN.finditer(text):
        start, stop = _seconds(match[3], match[4]), _seconds(match[6], match[7])
        bracketed = match["left"] and match["right"]
        clocked = match[3] and match[6]
        listed = text[match.end() :].lstrip(" ")[:1] == ":" and opens_clause(text, match.start())
        unit = match["unit"] or match["unit2"] or match["word"]
        if stop > start and (bracketed or clocked or unit or listed):
            yield Mark(*match.span(), start=start, stop=stop)


def _parts(text: str, seconds: float) -> Iterator[Mark]:
    passed = 0.0
    for match in _PART.finditer(text):
        length = _seconds(*match.groups()[2:4])
        if 0 < length < seconds:
            start = passed if match["first"] or match["middle"] else seconds - length
            passed = start + length
            yield Mark(*match.span(), start=start, stop=passed)
    for match in _HALF.finditer(text):
        if opens_clause(text, match.start()):
            start = 0.0 if match["first"] else seconds / 2
            yield Mark(*match.span(), start=start, stop=start + seconds / 2)


def _from_there(text: str, seconds: float) -> Iterator[Mark]:
    for match in _FROM.finditer(text):
        yield Mark(*match.span(), start=_seconds(match[1], match[2]), stop=seconds)


def _with_label(text: str, mark: Mark) -> Mark:
    """The mark of a time together with the shot number beside it: "Shot 1 (0-3s):"."""
    sized = _LABEL_AND_SIZE.search(text, max(0, mark.begin - 32), mark.begin)
    if sized:
        return replace(mark, begin=sized.start(), end=sized.end("label"))
    before = _LABEL_BEFORE.search(text, max(0, mark.begin - 24), mark.begin)
    gap = _GAP.match(text, mark.end)
    after = _LABELLED.match(text, gap.end() if gap else mark.end)
    begin = before.start() if before else mark.begin
    return Mark(begin, after.end() if after else mark.end, mark.start, mark.stop)


def _seconds(minutes: str | None, seconds: str) -> float:
    return 60 * int(minutes or 0) + float(seconds)
