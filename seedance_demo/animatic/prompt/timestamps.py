"""Finds times in a prompt text: spans, single moments, and lengths of shots."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .connectives import connectives
from .lengths import without_lengths
from .mark import LEFT, RIGHT, SENTENCE_END, Mark, opens_clause
from .parts import ELSEWHERE, TIME, in_seconds, parts
from .rules import Rule, any_of
from .shot_numbers import LABEL, LABELLED
from .shot_numbers import LENGTH_UNIT as UNIT

_SPAN = any_of(
    Rule(
        rf"(?<![0-9a-z])(?<![0-9][:.])(?P<left>{LEFT} ?)?"
        r"(?P<word>(?:seconds?|secs?|secondi|secondes?|segundos?|sekunden?|секунд[аы]?) )?"
        rf"第?{TIME}(?P<unit>{UNIT})? ?"
        r"(?:--?|~|to|until|至|到|から|부터|bis|hasta|até|à|a) ?(?:seconds? )?"
        rf"第?{TIME}(?P<unit2>{UNIT})?(?P<right> ?{RIGHT})?"
        r"(?(unit2)|(?!:[0-9]))(?![0-9]|-?[a-z])"
        r"(?! ?(?:(?:long|video|clip|film|animation|teaser|reel|(?:em|in|en) loop|loop(?:ing)?|lang"
        r"|dura[cç])s?\b|lange[sn]?\b|(?:左右)?的|の(?:動画|映像|ループ)|짜리))",
        takes="from 2 to 5 seconds",
        leaves="a 16:9-4k frame",
    )
)
_FROM = any_of(
    Rule(
        rf"from(?: the)? {TIME}{UNIT} (?:to the end|on|onwards?)(?![a-z])",
        takes="from 5 seconds to the end",
        leaves="from 5 seconds to 8 seconds",
    )
)
_AT = any_of(
    Rule(
        rf"(?<![a-z])(?:at|after|around)(?: about| around)?(?: the)? {TIME}"
        rf"(?:{UNIT}|[ -]seconds?)(?: mark)?",
        takes="at 5 seconds",
        leaves="at 5 metres",
    ),
    Rule(rf"(?:在|到)?第{TIME}{UNIT}(?:时|处|开始)?", takes="第5秒时", leaves="第5张图"),
)
# ... and what happens by then in the shot that runs.
_BY_THE_CLOCK = any_of(
    Rule(
        r"(?<=mark)(?! ?[:\-|)\]])",
        takes="at the 2-second mark| the door opens",
        leaves="at the 2-second mark|: the door",
    )
)
# How long a shot is, not when it begins.
_HOW_LONG = any_of(
    Rule(
        rf"[(（] ?(?P<length>[0-9]{{1,2}}(?:\.[0-9])?){UNIT} ?[)）,]",
        takes="wide shot (3s) of the table",
        leaves="wide shot (3) of the table",
    ),
    Rule(
        r"(?<!hold )(?<!holds )(?:for|lasts|lasting|持续) ?"
        rf"(?P<held>[0-9]{{1,2}}(?:\.[0-9])?){UNIT}",
        takes="close-up for 2 seconds",
        leaves="hold for 2 seconds",
    ),
)
_STAMP = any_of(
    Rule(
        rf"(?P<bracketed>{LEFT} ?(?:{TIME}{UNIT}|[0-9]{{1,2}}:[0-9]{{2}}) ?{RIGHT})",
        takes="[5s] the door",
        leaves="[5] the door",
    ),
    Rule(rf"{TIME}{UNIT}(?= ?[:\-])", takes="5s: the door", leaves="5s of rain"),
    Rule(
        r"[0-9]{1,2}:[0-9]{2}(?= ?[:\-\s])",
        takes="00:05 - the door",
        leaves="16:9 - the door",
    ),
)
# A line for each time, the first of them 0.
_FROM_ZERO = any_of(
    Rule(
        rf"^0{UNIT} ",
        takes="a film\n0s the pier\n2s the boat",
        leaves="a film\n10s the pier\n12s the boat",
    ),
    flags=re.MULTILINE,
)
_LINE = any_of(
    Rule(
        rf"^{TIME}{UNIT}(?= )",
        takes="0s the pier\n2s the boat",
        leaves="the pier\nafter 2s the boat",
    ),
    flags=re.MULTILINE,
)
_LABEL_BEFORE = any_of(
    Rule(
        rf"{LABEL}[\s:.,\-|(（\[]*$",
        takes="shot 1 (|0-3s)",
        leaves="one shot of |0-3s",
    )
)
_NUMBER_OF_A_SHOT = any_of(Rule(rf"{LABEL}$", takes="shot 2| - 4s-7s", leaves="at 2| - 4s"))
_LABEL_AND_SIZE = any_of(
    Rule(
        rf"(?P<label>{LABEL}) ?: ?[^.;:!?\n]{{1,16}}$",
        takes="shot 1: wide (|0-3s)",
        leaves="shot 1: the boat leaves the harbour (|0-3s)",
    )
)
_CLAUSE = re.compile(r"(?:[.,;:!?\n…、]|\.\.\.)+ ?")
_CLOSES = re.compile(r" ?(?:[.,;:!?\n…、]+ ?|$)")
_FIGURE = re.compile(r"[0-9]")
_GAP = re.compile(r"[\s:.,\-|]*")


def time_spans(text: str, seconds: float) -> list[Mark]:
    """Stretches of a clip of `seconds`, in the order of the text."""
    found = [*without_lengths(text, [*_spans(text)])] or [*parts(text, seconds)]
    marks = sorted([*found, *_from_there(text, seconds)], key=lambda mark: mark.begin)
    ordinal = len(marks) > 1 and all(text[mark.begin] == "第" for mark in marks)
    if ordinal and marks[0].start == 1:  # 第1-2秒 ... 第3-4秒: the first second begins at 0
        marks = [replace(mark, start=(mark.start or 1.0) - 1) for mark in marks]
    return [_with_label(text, mark) for mark in marks]


def moments(text: str, seconds: float) -> list[Mark]:
    """Single times; one alone that lies beyond the clip is its length, told once more."""
    lengths = {start for start, _, _ in _lengths(text)}
    stamps = (
        match
        for match in _told(_STAMP, text)
        if match.start() not in lengths
        and (match["bracketed"] or opens_clause(text, match.start()))
    )
    told = (match for match in _told(_AT, text) if opens_clause(text, match.start()))
    lines = [*_LINE.finditer(text)] if _FROM_ZERO.search(text) else []
    found = sorted([*told, *stamps, *lines], key=lambda match: match.start())
    times = [in_seconds(*re.findall(TIME, match[0])[-1]) for match in found]
    if len(times) == 1 and times[0] >= seconds:
        return []
    return [_moment(match, at) for match, at in zip(found, times, strict=True)]


def _moment(match: re.Match[str], at: float) -> Mark:
    begin, end = match.span()
    clock = _BY_THE_CLOCK.match(match.string, end)
    happens = bool(clock) and not ELSEWHERE.match(match.string, end)
    return Mark(begin, begin if happens else end, start=at, follows_on=happens)


def lengths_of_shots(text: str) -> list[Mark]:
    """ "Close-up (2s) of the cup, then wide (3s)": a mark for the clause around each length, or
    before it where it stands at the clause's end."""
    found = list(_lengths(text))
    if len(found) < 2:
        return []
    follows = {mark.begin for mark in connectives(text) if mark.follows_on}
    marks, edge = [], 0
    for start, end, length in found:
        closes = _CLOSES.match(text, end)
        opener = SENTENCE_END if closes else _CLAUSE
        begin = max((match.end() for match in opener.finditer(text, edge, start)), default=edge)
        marks.append(Mark(begin, begin, length=length, follows_on=begin in follows))
        edge = closes.end() if closes else end
    return marks


def length_told(text: str) -> float | None:
    """The first length of a shot that is told, in seconds."""
    return next((length for _, _, length in _lengths(text)), None)


def _lengths(text: str) -> Iterator[tuple[int, int, float]]:
    """Where lengths of shots are told, and how many seconds they are."""
    for match in _told(_HOW_LONG, text):
        if match["held"] or not opens_clause(text, match.start()):
            yield *match.span(), float(match["length"] or match["held"])


def _told(times: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where they stand: each has a figure, which is quick to look for and in few texts."""
    return times.finditer(text) if _FIGURE.search(text) else iter(())


def _spans(text: str) -> Iterator[Mark]:
    for match in _span_matches(text):
        start, stop = in_seconds(match[3], match[4]), in_seconds(match[6], match[7])
        bracketed = match["left"] and match["right"]
        clocked = match[3] and match[6]
        listed = text[match.end() :].lstrip(" ")[:1] == ":" and opens_clause(text, match.start())
        unit = match["unit"] or match["unit2"] or match["word"]
        if stop > start and (bracketed or clocked or unit or listed):
            yield Mark(*match.span(), start=start, stop=stop)


def _span_matches(text: str) -> Iterator[re.Match[str]]:
    """Where spans stand; "shot 2 - 4s-7s" begins at four seconds."""
    at = 0
    while _FIGURE.search(text, at) and (match := _SPAN.search(text, at)):
        number = match.end(4)
        counts = _NUMBER_OF_A_SHOT.search(text, max(0, number - 24), number)
        inner = _SPAN.match(text, match.start(6 if match[6] else 7)) if counts else None
        at = (inner or match).end()
        yield inner or match


def _from_there(text: str, seconds: float) -> Iterator[Mark]:
    for match in _told(_FROM, text):
        yield Mark(*match.span(), start=in_seconds(match[1], match[2]), stop=seconds)


def _with_label(text: str, mark: Mark) -> Mark:
    """The mark of a time together with the shot number beside it: "Shot 1 (0-3s):"."""
    sized = _LABEL_AND_SIZE.search(text, max(0, mark.begin - 32), mark.begin)
    if sized:
        return replace(mark, begin=sized.start(), end=sized.end("label"))
    before = _LABEL_BEFORE.search(text, max(0, mark.begin - 24), mark.begin)
    gap = _GAP.match(text, mark.end)
    after = LABELLED.match(text, gap.end() if gap else mark.end)
    begin = before.start() if before else mark.begin
    return replace(mark, begin=begin, end=after.end() if after else mark.end)
