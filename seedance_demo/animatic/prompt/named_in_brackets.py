"""Corrects a move by the film term that stands behind it in brackets: "goes down (tilt)"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..plan import Move
from .lexicon import Hit
from .rules import Rule, any_of

_NAMED = any_of(
    Rule(
        r"[^.!?\n()（]{0,40}[(（](?:camera )?(?P<name>tilt|pan|zoom|dolly|crane|truck|тилт|пан"
        r"|зум|ティルト|チルト|パン|ズーム|틸트|팬|줌|俯仰|横摇|变焦)"
        r"(?:ning|ing)?(?: [^)）]{1,14})?[)）]",
        takes="the camera comes down| with a soft movement (tilt)",
        leaves="the camera comes down| with a soft movement (tiltless)",
    )
)
_NAMES = {
    **dict.fromkeys(("тилт", "ティルト", "チルト", "틸트", "俯仰"), "tilt"),
    **dict.fromkeys(("пан", "パン", "팬", "横摇"), "pan"),
    **dict.fromkeys(("зум", "ズーム", "줌", "变焦"), "zoom"),
}
_SAME_WAY = (  # in one row the ways of one direction, by their names
    {"crane": Move.CRANE_UP, "tilt": Move.TILT_UP},
    {"crane": Move.CRANE_DOWN, "tilt": Move.TILT_DOWN},
    {"truck": Move.TRUCK_LEFT, "dolly": Move.TRUCK_LEFT, "pan": Move.PAN_LEFT},
    {"truck": Move.TRUCK_RIGHT, "dolly": Move.TRUCK_RIGHT, "pan": Move.PAN_RIGHT},
    {"dolly": Move.PUSH_IN, "zoom": Move.ZOOM_IN},
    {"dolly": Move.PULL_OUT, "zoom": Move.ZOOM_OUT},
)


def as_named(text: str, moves: Sequence[Hit[Move]]) -> list[Hit[Move]]:
    """`moves` of `text`, each as the term in brackets behind it names it."""
    return [_as_named(text, hit) for hit in moves] if re.search("[(（]", text) else list(moves)


def _as_named(text: str, hit: Hit[Move]) -> Hit[Move]:
    named = _NAMED.match(text, hit.end)
    if named is None:
        return hit
    name = _NAMES.get(named["name"], named["name"])
    same = (ways[name] for ways in _SAME_WAY if hit.meaning in ways.values() and name in ways)
    return replace(hit, meaning=next(same, hit.meaning), end=named.end())
