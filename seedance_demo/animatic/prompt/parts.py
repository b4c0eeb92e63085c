"""Finds stretches that a prompt text tells as parts of the clip: its first seconds, its half."""

import re
from collections.abc import Iterator

from .mark import SENTENCE_END, Mark, opens_clause
from .rules import Rule, any_of
from .shot_numbers import LENGTH_UNIT as UNIT
from .spelled import SPELLED

_COMMA = r",[0-9]{1,2}(?= ?(?:- ?[0-9]{1,2}(?:[.,][0-9]{1,2})? ?)?(?:s|sek|seg|sec)(?![a-z]))"
TIME = rf"(?:(?:00:)?([0-9]{{1,2}}):)?([0-9]{{1,3}}(?:\.[0-9]{{1,3}}|{_COMMA})?)"

_PART = any_of(
    Rule(
        r"(?:(?:in |for |during |over )?the )?"
        r"(?:(?P<first>first|opening|前|最初の|처음|ersten|primer[oa]s|primeiros|primi|первы[ех])|(?P<middle>middle|中间)|(?:last|final|最后|后))"
        rf" ?(?:{TIME}|(?P<spelled>{'|'.join(SPELLED)})){UNIT}",
        takes="in the first 3 seconds",
        leaves="in the first 3 shots",
    )
)
# Where the rest of a clip begins, whose first seconds are told.
_GOES_ON = any_of(
    Rule(r"[,.;!?\n]", takes="the hall for the first 3 seconds|, then", leaves="the hall|s")
)
_GOES_OVER = any_of(
    Rule(
        r"(?<![a-z])(?:and )?(?:then|before|after (?:that|which)|transition(?:s|ing)? (?:in)?to"
        r"|followed by|dann|danach|puis|ensuite|luego|despu[eé]s|depois|poi|затем"
        r"|потом)(?![a-zа-я])|然后|接着|随后|之后|その[後后]|次に|그 ?다음|이어서",
        takes="the first 3 seconds show a hall, then the door opens",
        leaves="the first 3 seconds show a hall, the door open",
    )
)
ELSEWHERE = any_of(
    Rule(
        r"[, ]*(?:and )?(?:then )?(?:transition|cut)",
        takes="for the first 3 seconds|, transitioning to a street",
        leaves="for the first 3 seconds|, then the door opens",
    )
)
_HALF = any_of(
    Rule(
        r"(?:(?:in |for |during )?the )?"
        r"(?:(?P<first>first half|前半)|(?:second|latter) half|后半)(?:段|部分)?",
        takes="in the second half",
        leaves="in half of the second cup",
    )
)
# Quick to look for, and in few texts.
_SECONDS = re.compile(rf"[0-9]|(?:{'|'.join(SPELLED)}){UNIT}")
_A_HALF = re.compile(r"half|半")


def parts(text: str, seconds: float) -> Iterator[Mark]:
    """The stretches of a clip of `seconds`, in the order of the text for each kind."""
    passed = 0.0
    told = list(_PART.finditer(text)) if _SECONDS.search(text) else []
    for match in told:
        length = SPELLED.get(match["spelled"]) or in_seconds(*match.groups()[2:4])
        if 0 < length < seconds:
            start = passed if match["first"] or match["middle"] else seconds - length
            passed = start + length
            if match["first"] and len(told) == 1:
                yield from _first_and_rest(text, match, passed, seconds)
            else:
                yield Mark(*match.span(), start=start, stop=passed)
    for match in _HALF.finditer(text) if _A_HALF.search(text) else ():
        if opens_clause(text, match.start()):
            start = 0.0 if match["first"] else seconds / 2
            yield Mark(*match.span(), start=start, stop=start + seconds / 2)


def _first_and_rest(
    text: str, part: re.Match[str], length: float, seconds: float
) -> Iterator[Mark]:
    """A beginning of a told length, before or behind its words, and what goes on from it."""
    begin, end = part.span()
    opens = opens_clause(text, begin)
    goes_over = _GOES_OVER if opens else _GOES_ON
    rest = goes_over.search(text, end) or SENTENCE_END.search(text, end)
    if not opens:
        begin = end = max((each.end() for each in SENTENCE_END.finditer(text, 0, begin)), default=0)
    yield Mark(begin, end, start=0.0, stop=length)
    if rest and any(letter.isalnum() for letter in text[rest.start() :]):
        begin = rest.start()
        goes_on = not ELSEWHERE.match(text, begin)
        yield Mark(begin, begin, length, seconds, follows_on=goes_on)


def in_seconds(minutes: str | None, seconds: str) -> float:
    return 60 * int(minutes or 0) + float(seconds.replace(",", "."))
