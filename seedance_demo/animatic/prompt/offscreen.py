"""Weather that a passage lets one hear but not see: rain on the roof, a storm outside, 窗外下雨."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..plan import Look, Weather
from .lexicon import Hit
from .negation import is_refused

_FALLING = frozenset({Weather.RAIN, Weather.SNOW, Look.STORM})
_PANE = r"(?:window|glass|pane|windshield|windscreen|skylight)[a-z]*"
# "rain", "rain taps softly", "snow falling" ... "outside", "on the tin roof", "down the window"
_BEYOND = re.compile(
    r"(?: (?!in|on|at|over|under|upon|onto|into|him|her|them|the|a)[a-z]+){0,3}?"
    rf" (?:sounds?|ambien[a-z]+|noise|sfx|outside|outdoors|far away|far off|in the distance"
    rf"|(?:on|onto|against|at|down|behind|beyond|through)(?: [a-z]+){{0,2}}? (?:{_PANE}|roof)"
    rf"|[a-z]+s(?: [a-z]+)?? the(?: [a-z]+)?? (?:{_PANE}|roof))(?![a-z])"
    r"|[一-鿿]{0,4}?(?:[敲击拍扑]?打|落|敲|滴|砸)[在着]?[一-鿿]{0,3}(?:窗|玻璃|屋顶|屋檐|房顶)"
    r"|[一-鿿]{0,2}声"
)
_HEARD = re.compile(
    r"(?:(?:sounds?|noise|patter|hum|roar) of|listen(?:s|ing)? to|hears?|hearing|distant|muffled)"
    r"(?: [a-z]+){0,2} $"
    r"|(?:窗外|屋外|室外|门外|外面|远处|远方|屋顶|屋檐|窗上)(?:[一-鿿]{0,5}|[:,] ?)$"
    r"|(?<![a-z])outside(?: the [a-z]+)? ?: ?(?:[a-z]+ ){0,2}$"
)
_AMONG = re.compile(r"(?<![a-z])(?:in|through|under|into|amid)(?: [a-z]+)? $")


def only_heard(text: str, hits: Iterable[Hit[Any]]) -> Iterator[tuple[int, int]]:
    """The places of those of `hits` that tell of rain, snow or storm out of sight."""
    for hit in hits:
        if hit.meaning in _FALLING and not is_refused(text, hit.start, hit.end):
            before = text[max(0, hit.start - 32) : hit.start]
            if not _AMONG.search(before) and (
                _HEARD.search(before) or _BEYOND.match(text, hit.end)
            ):
                yield hit.start, hit.end
