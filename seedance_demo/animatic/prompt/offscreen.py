"""Weather that a passage lets one hear but not see: rain on the roof, a storm outside, 窗外下雨."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..plan import Look, Weather
from .lexicon import Hit
from .negation import is_refused
from .rules import Rule, any_of

_FALLING = frozenset({Weather.RAIN, Weather.SNOW, Look.STORM})
_DOES = r"(?: (?!in|on|at|over|under|upon|onto|into|him|her|them|the|a)[a-z]+){0,3}?"
_PANE = r"(?:window|glass|pane|windshield|windscreen|skylight)[a-z]*"
# What follows the rain, or what snow or a storm does, when it is out of sight.
_BEYOND = any_of(
    Rule(
        rf"{_DOES} (?:sounds?|ambien[a-z]+|noise|sfx|outside|outdoors|far away|far off"
        r"|in the distance)(?![a-z])",
        takes="rain| falls outside",
        leaves="rain| falls on her outside the bar",
    ),
    Rule(
        rf"{_DOES} (?:on|onto|against|at|down|behind|beyond|through)(?: [a-z]+){{0,2}}?"
        rf" (?:{_PANE}|roof)(?![a-z])",
        takes="rain| taps softly on the tin roof",
        leaves="rain| on the street",
    ),
    Rule(
        rf"{_DOES} [a-z]+s(?: [a-z]+)?? the(?: [a-z]+)?? (?:{_PANE}|roof)(?![a-z])",
        takes="rain| lashes the window",
        leaves="rain| lashes the street",
    ),
    Rule(
        r"[一-鿿]{0,4}?(?:[敲击拍扑]?打|落|敲|滴|砸)[在着]?[一-鿿]{0,3}(?:窗|玻璃|屋顶|屋檐|房顶)",
        takes="雨|滴打在玻璃上",
        leaves="雨|滴打在她脸上",
    ),
    Rule(r"[一-鿿]{0,2}声", takes="雨|声", leaves="雨|中的街道"),
)
# What stands before the rain when it is only heard.
_HEARD = any_of(
    Rule(
        r"(?:(?:sounds?|noise|patter|hum|roar) of|listen(?:s|ing)? to|hears?|hearing|distant"
        r"|muffled)(?: [a-z]+){0,2} $",
        takes="the sound of heavy |rain",
        leaves="a street of heavy |rain",
    ),
    Rule(
        r"(?:窗外|屋外|室外|门外|外面|远处|远方|屋顶|屋檐|窗上)(?:[一-鿿]{0,5}|[:,] ?)$",
        takes="窗外下着|雨",
        leaves="街上下着|雨",
    ),
    Rule(
        r"(?<![a-z])outside(?: the [a-z]+)? ?: ?(?:[a-z]+ ){0,2}$",
        takes="outside the window: heavy |rain",
        leaves="outside the station in |rain",
    ),
)
_LABEL_REACH = 160  # characters
# All of a line that a label tells to be heard.
_LABELLED = any_of(
    Rule(
        r"(?:(?<![a-z])(?:audio|sounds?|sfx|sound effects?|sound design|ambien(?:ce|t sounds?))"
        r"|音效|声音|环境音|音频|声效) ?:[^\n:\x1f]*$",
        takes="audio: a match strikes. |rain",
        leaves="audio: a match. camera: through |rain",
    )
)
# Whoever is in it sees it.
_AMONG = any_of(
    Rule(
        r"(?<![a-z])(?:in|through|under|into|amid)(?: [a-z]+)? $",
        takes="she walks through heavy |rain",
        leaves="she hears the |rain",
    )
)


# A shot that says so has a roof over it.
_INDOORS = any_of(
    Rule(
        r"(?:^|[.!?:\])】\n]) ?(?:(?:then|now|cut to|back) )?(?:inside|indoors|int(?:\.|erior))"
        r"(?![a-z])"
        r"|(?:^|[^一-鿿])(?:室内|屋内|车内|舱内|店内|房间内)",
        takes="shot 2: inside the barrel",
        leaves="shot 2: she looks inside the barrel",
    )
)


def is_indoors(text: str) -> bool:
    """Whether a sentence of a passage opens inside: no weather of the film falls there."""
    return bool(_INDOORS.search(text))


def only_heard(text: str, hits: Iterable[Hit[Any]]) -> Iterator[tuple[int, int]]:
    """The places of those of `hits` that tell of rain, snow or storm out of sight."""
    for hit in hits:
        if hit.meaning in _FALLING and not is_refused(text, hit.start, hit.end):
            before = text[max(0, hit.start - 32) : hit.start]
            among, labelled = _AMONG.search(before), _is_labelled(text, hit.start)
            unseen = _HEARD.search(before) or _BEYOND.match(text, hit.end)
            if labelled or (unseen and not among):
                yield hit.start, hit.end


def _is_labelled(text: str, at: int) -> bool:
    return bool(_LABELLED.search(text, max(0, at - _LABEL_REACH), at))
