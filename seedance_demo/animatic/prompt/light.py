"""Finds what a prompt text asks of light, colour and weather."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..plan import Look, Weather
from .endings import ending_in
from .lexicon import Hit, Lexicon
from .negation import Asked, ask, is_refused
from .offscreen import only_heard
from .rules import Rule, any_of
from .senses import other_senses
from .text import blanked
from .vocabulary import light_words as words

_LOOKS = Lexicon(words.LOOKS)
_WEATHER = Lexicon(words.WEATHER)
_LIGHTNING = Lexicon({True: words.LIGHTNING})
_CHANGES = Lexicon(words.CHANGES)
_LIGHTS: Lexicon[Look | None] = Lexicon(
    {
        look: f"{words.LOOKS[look]}, {words.PLAIN_LIGHTS.get(look, '')}".rstrip(", ")
        for look in words.LOOKS
    }
    | {None: words.PLAIN_LIGHTS[None]}
)
_DARK = {Look.NIGHT, Look.SILHOUETTE, Look.LOW_KEY}  # loud: never for all of what ends so
_OF_A_DAY = words.TIMES_OF_DAY | {Look.BRIGHT}
# What stands between two lights of which one becomes the other.
_TURNS = any_of(
    Rule(
        r"(?!.*from )(?: ?[a-z]+){0,2}? ?"
        r"(?:(?:turn|chang|fad|shift|transition|transform|melt|dissolv|becom|grow)"
        r"(?:s|es|e|ing|ed)?(?: [a-z]+ly)?(?: back)?(?: in)?(?:to)?"
        r"|(?:pass|giv|mov|go)(?:s|es|e|ing|ed)?(?: way)?(?: [a-z]+ly)?(?: back)? ?(?:in)?to)"
        r"(?: an?| the| full| deep)?(?: [a-z]+)? ?",
        takes="day| slowly turns into |night",
        leaves="day| as well as |night",
    ),
    Rule(
        r"[一-鿿,]{0,4}(?:变为|变成|换成|换为|切换为|切换成|变|转为|转到|转|过渡到|过渡为|化为|到|至"
        r"|渐变为|入|进入)[一-鿿]{0,4}",
        takes="白天|变为|黑夜",
        leaves="白天|和|黑夜",
    ),
)
_TO = any_of(
    Rule(
        r"[ -](?:to|into|till|until)[ -]| ?(?:->|→|到|至|转|入) ?",
        takes="day| to |night",
        leaves="day| and |night",
    )
)
# Where "from" stands before the first of them, a word may stand beside the "to".
_FROM_TO = any_of(
    Rule(
        r"(?: [a-z]+){0,2} (?:to|into|through to|till|until)(?: an?| the| full)?(?: [a-z]+)? ?",
        takes="from warm| light to a |cold one",
        leaves="from warm| light and a |cold one",
    )
)
_FROM = any_of(
    Rule(
        r"(?:from|out of)(?: an?| the)?(?: [a-z]+)? ?$",
        takes="from the |night into day",
        leaves="in the |night",
    )
)
# Between two temperatures of colour that stand side by side, and of which neither is the grade.
_BESIDE = any_of(
    Rule(
        r"[ -]?(?:[a-z-]+ ){0,3}?(?:and|with|against|versus|vs\.?|from|but) (?:[a-z-]+ ){0,2}"
        r"|[一-鿿]{0,3}[与和、][一-鿿]{0,3}",
        takes="warm| yellow and |cool white",
        leaves="warm| yellow, later a |cool white",
    )
)
_TEMPERATURES = {Look.WARM, Look.COLD}


@dataclass(frozen=True)
class Light:
    """What a text asks of light, colour and weather."""

    looks: Asked[Look] = Asked()
    looks_at_end: tuple[Look, ...] | None = None  # None: the light stays
    weather: Asked[Weather] = Asked()
    lightning: bool = False
    spans: tuple[tuple[int, int], ...] = ()  # changes of light, whose verbs have had their meaning
    elements: tuple[tuple[int, int], ...] = ()  # words for light and weather that are seen


def read_light(text: str) -> Light:
    """What `text`, in its plain form, asks of light, colour and weather."""
    named: list[Hit[Any]] = [*_WEATHER.find(text), *_LOOKS.find(text), *_LIGHTNING.find(text)]
    heard_only = set(only_heard(text, named))
    outside = list(_outside_changes(text, named))
    unmeant = {*other_senses(text, outside), *_side_by_side(text, outside)}
    seen = blanked(text, heard_only | unmeant)
    looks, at_end, spans = _looks(seen)
    return Light(
        looks=looks,
        looks_at_end=at_end,
        weather=ask(_WEATHER, seen),
        lightning=bool(ask(_LIGHTNING, blanked(text, unmeant)).wanted),
        spans=spans,
        elements=tuple({(hit.start, hit.end) for hit in named} - heard_only - unmeant),
    )


def _outside_changes(text: str, named: list[Hit[Any]]) -> Iterator[Hit[Any]]:
    """A change of light tells the sense of its words itself."""
    changes = ((start, end) for start, end, _, _ in (*_changes(text), *_turnings(text)))
    outside = blanked(text, changes)
    return (hit for hit in named if outside[hit.start] == text[hit.start])


def _side_by_side(text: str, hits: list[Hit[Any]]) -> Iterator[tuple[int, int]]:
    """ "Warm yellow and cool white": the grade is neither."""
    tinted = sorted(
        (hit for hit in hits if hit.meaning in _TEMPERATURES), key=lambda hit: hit.start
    )
    for one, other in pairwise(tinted):
        differ = one.meaning is not other.meaning
        if differ and _BESIDE.fullmatch(text, one.end, other.start):
            yield from ((one.start, one.end), (other.start, other.end))


def _looks(text: str) -> tuple[Asked[Look], tuple[Look, ...] | None, tuple[tuple[int, int], ...]]:
    first: tuple[Look, ...] = ()
    last: tuple[Look, ...] | None = None
    spans = []
    changes = list(_changes(text))
    for start, end, before, after in list(_turnings(text)) or changes:
        first = before if last is None else first
        last = after
        spans.append((start, end))
    spans += [(start, end) for start, end, _, _ in changes]
    rest = ask(_LOOKS, blanked(text, spans))
    if last is None:
        return *_to_the_end(text, rest), ()
    steady = tuple(look for look in rest.wanted if look not in words.TIMES_OF_DAY)
    times = tuple(look for look in rest.wanted if look in words.TIMES_OF_DAY)
    begins = first or times
    if words.TIMES_OF_DAY.isdisjoint(last):
        last += times
    return (
        Asked(_once(begins + steady), rest.refused),
        _once(last + steady),
        tuple(spans),
    )


def _to_the_end(text: str, asked: Asked[Look]) -> tuple[Asked[Look], tuple[Look, ...] | None]:
    """The looks at first and, where what `text` ends on alone is dark, those that it comes to."""
    place = None if _DARK.isdisjoint(asked.wanted) else ending_in(text)
    if place is None:
        return asked, None
    first = ask(_LOOKS, blanked(text, [place])).wanted
    last = tuple(look for look in asked.wanted if look not in first)
    if _DARK.isdisjoint(last):
        return asked, None
    lasting = tuple(look for look in first if look not in _OF_A_DAY)
    return Asked(first, asked.refused), _once(lasting + last)


_Change = tuple[int, int, tuple[Look, ...], tuple[Look, ...]]


def _changes(text: str) -> Iterator[_Change]:
    for hit in _CHANGES.find(text):
        if not is_refused(text, hit.start, hit.end):
            yield hit.start, hit.end, *hit.meaning


def _turnings(text: str) -> Iterator[_Change]:
    """Two lights with a change between them: "day turns to night", 由白天变为黑夜."""
    hits = list(_LIGHTS.find(text))
    for one, other in pairwise(hits):
        if _is_turning(text, one, other) and not is_refused(text, one.start, one.end):
            yield one.start, other.end, _as_looks(one.meaning), _as_looks(other.meaning)


def _is_turning(text: str, one: Hit[Look | None], other: Hit[Look | None]) -> bool:
    gap = text[one.end : other.start]
    if len(gap) > 40:
        return False
    begun = _FROM.search(text[max(0, one.start - 24) : one.start])
    other_light = one.meaning != other.meaning  # "day-to-day life" stays as it is
    named = other_light and _TO.fullmatch(gap)
    return bool(named or _TURNS.fullmatch(gap) or (begun and _FROM_TO.fullmatch(gap)))


def _as_looks(look: Look | None) -> tuple[Look, ...]:
    return () if look is None else (look,)


def _once(looks: tuple[Look, ...]) -> tuple[Look, ...]:
    return tuple(dict.fromkeys(looks))
