"""A plan as JSON, and a plan from outside: what is not understood in it is refused.

`{"seconds": 5, "shots": [{"start": 0, "end": 5, "image": 0, "moves": ["pan left"]}]}` is one; what
`--plan` prints, with its `{"plan": ...}` around it, is another.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict
from enum import StrEnum
from itertools import pairwise
from math import isfinite
from typing import Any, NoReturn

from .plan import FPS, Framing, Look, Move, Music, Place, Plan, Shot, Sound, Transition, Weather

LONGEST = 200_000  # characters of JSON
MOST_SECONDS = 60
MOST_SHOTS = 120
MOST_VALUES = 50  # of a list in a shot
LONGEST_TEXT = 4000  # characters, as of a prompt
SLOWEST, FASTEST = 0.1, 4.0  # the reader of prompts gives 0.5 to 2
_ENDS = (Transition.CUT, Transition.FADE_TO_BLACK, Transition.FADE_TO_WHITE)
_BEGINNINGS = tuple(way for way in Transition if way not in _ENDS[1:])
_STANDS = {Move.STATIC, Move.DRIFT, Move.HANDHELD}
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class PlanError(ValueError):
    """What is wrong with a plan, as a sentence for people."""


def plan_text(plan: Plan) -> str:
    """The plan as JSON in ASCII, the same text for the same plan."""
    return json.dumps(asdict(plan), separators=(",", ":"))


def read_plan(sent: object, seconds: float | None, pictures: int) -> Plan:
    """The plan that was sent, as JSON or as what JSON holds, for a clip of `seconds` (None: as long
    as the plan says) and so many pictures. Times are rounded to whole frames; a key that is left
    out is as `Plan` and `Shot` have it. Raises `PlanError`."""
    plan = _plan(_unwrapped(_json(sent)), pictures)
    if not 0 < plan.seconds <= MOST_SECONDS:
        _refuse(f"“seconds” of the plan has to be more than 0 and at most {MOST_SECONDS}.")
    if seconds is not None and plan.seconds != seconds:
        _refuse(f"The plan is for {plan.seconds:g} s, and {seconds:g} s were asked for.")
    if plan.pictures != pictures:
        _refuse(f"The plan is for {plan.pictures} pictures, and {pictures} came with it.")
    _check_times(plan)
    for number, shot in enumerate(plan.shots, 1):
        _check_shot(shot, number, plan)
    return plan


def _json(sent: object) -> Any:
    try:
        text = sent if isinstance(sent, str) else json.dumps(sent)
        if len(text) > LONGEST:
            _refuse(f"The plan has {len(text):,} characters; {LONGEST:,} is the limit.")
        return json.loads(text, parse_constant=_no_number, object_pairs_hook=_object)
    except PlanError:
        raise
    except (ValueError, TypeError, RecursionError):
        _refuse("The plan is not JSON that can be read; send it as --plan prints it.")


def _no_number(name: str) -> NoReturn:
    _refuse(f"The plan holds {name}, which is no number.")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        _refuse("The plan says something twice: each key may stand once.")
    return found


def _unwrapped(given: Any) -> Any:
    is_line = isinstance(given, dict) and {"plan"} <= set(given) <= {"plan", "seen", "not_shown"}
    return given["plan"] if is_line else given


def _plan(given: Any, pictures: int) -> Plan:
    facts = _record(given, _OF_PLAN, ("seconds", "shots"), "the plan")
    return Plan(**{"pictures": pictures} | facts)


def _shots(given: Any, where: str) -> tuple[Shot, ...]:
    if not isinstance(given, list) or not 1 <= len(given) <= MOST_SHOTS:
        _refuse(f"{where} has to be a list of 1 to {MOST_SHOTS} shots.")
    return tuple(_shot(each, f"shot {number}") for number, each in enumerate(given, 1))


def _shot(given: Any, where: str) -> Shot:
    facts = _record(given, _OF_SHOT, ("start", "end", "image"), where)
    return Shot(**{"text": ""} | facts)


def _record(
    given: Any,
    readers: Mapping[str, Callable[[Any, str], Any]],
    needed: tuple[str, ...],
    where: str,
) -> dict[str, Any]:
    """The values of an object by their keys, each read."""
    if not isinstance(given, dict):
        _refuse(f"{where} has to be an object.")
    for key in given:
        if key not in readers:
            _refuse(f"{where} has “{_shown(key)}”, which is not known here.")
    for key in needed:
        if key not in given:
            _refuse(f"{where} lacks “{key}”.")
    return {key: readers[key](value, f"“{key}” of {where}") for key, value in given.items()}


def _number(given: Any, where: str) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not abs(given) < 1e6:
        _refuse(f"{where} has to be a number.")
    return float(given)


def _whole(given: Any, where: str) -> int:
    if type(given) is not int or not 0 <= given < 1 << 32:
        _refuse(f"{where} has to be a whole number from 0.")
    return given


def _time(given: Any, where: str) -> float:
    return round(_number(given, where) * FPS) / FPS


def _pace(given: Any, where: str) -> float:
    pace = _number(given, where)
    if not isfinite(pace) or not SLOWEST <= pace <= FASTEST:
        _refuse(f"{where} has to be from {SLOWEST:g} to {FASTEST:g}; 1 is the usual pace.")
    return pace


def _flag(given: Any, where: str) -> bool:
    if not isinstance(given, bool):
        _refuse(f"{where} has to be true or false.")
    return given


def _words(given: Any, where: str) -> str:
    """A text without what a prompt may not hold either."""
    if not isinstance(given, str):
        _refuse(f"{where} has to be a text.")
    if len(given) > LONGEST_TEXT:
        _refuse(f"{where} has {len(given):,} characters; {LONGEST_TEXT:,} is the limit.")
    return "".join(c for c in given if c in "\n\t" or _printable(c))


def _printable(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind not in {"Cc", "Cs", "Co", "Cn"} and character not in _TURNING


def _one(kind: type[StrEnum], among: tuple[StrEnum, ...] = ()) -> Callable[[Any, str], Any]:
    offered = {str(each): each for each in among or kind}

    def read(given: Any, where: str) -> Any:
        if not isinstance(given, str) or given not in offered:
            _refuse(f"{where} cannot be “{_shown(given)}”; it may be {', '.join(offered)}.")
        return offered[given]

    return read


def _several(read: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """A list of what `read` reads, each once."""

    def read_all(given: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(given, list) or len(given) > MOST_VALUES:
            _refuse(f"{where} has to be a list of at most {MOST_VALUES}.")
        return tuple(dict.fromkeys(read(each, where) for each in given))

    return read_all


def _or_null(read: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    return lambda given, where: None if given is None else read(given, where)


def _stages(given: Any, where: str) -> tuple[tuple[Move, ...], ...]:
    """Not each once: one may come back."""
    if not isinstance(given, list) or len(given) > MOST_VALUES:
        _refuse(f"{where} has to be a list of lists of moves.")
    stages = tuple(_several(_one(Move))(each, where) for each in given)
    if not all(stages) or len(stages) == 1:
        _refuse(f"{where} has to hold two or more lists of moves, or none.")
    return stages


_TEXTS = _several(_words)
_OF_SHOT: dict[str, Callable[[Any, str], Any]] = {
    **dict.fromkeys(("start", "end"), _time),
    **{"image": _whole, "text": _words, "framing": _one(Framing), "pace": _pace, "slightly": _flag},
    **{"moves": _several(_one(Move)), "in_turn": _stages, "weather": _several(_one(Weather))},
    **{"looks": _several(_one(Look)), "looks_at_end": _or_null(_several(_one(Look)))},
    **{"enters": _one(Transition, _BEGINNINGS), "leaves": _one(Transition, _ENDS)},
    **{"flashes": _several(_time), "sounds": _several(_one(Sound))},
    **{"music": _several(_one(Music)), "framing_at_end": _or_null(_one(Framing))},
    **dict.fromkeys(("dialogue", "subtitles", "not_animated"), _TEXTS),
    **dict.fromkeys(("begins_on", "ends_on"), _or_null(_one(Place))),
}
_OF_PLAN: dict[str, Callable[[Any, str], Any]] = {
    **{"seconds": _time, "shots": _shots, "pictures": _whole, "seed": _whole},
    **dict.fromkeys(("silent", "partly_read"), _flag),
    **dict.fromkeys(("head", "language"), _words),
}


def _check_times(plan: Plan) -> None:
    starts, ends = [s.start for s in plan.shots], [s.end for s in plan.shots]
    if starts[0] != 0 or ends[-1] != plan.seconds:
        _refuse(f"The shots have to fill the clip from 0 to {plan.seconds:g} s.")
    for number, (before, after) in enumerate(pairwise(plan.shots), 2):
        if before.end != after.start:
            _refuse(
                f"Shot {number} has to start at {before.end:g} s, where the one before it ends."
            )
    for number, shot in enumerate(plan.shots, 1):
        if shot.end <= shot.start:
            _refuse(f"Shot {number} has to end after it starts.")


def _check_shot(shot: Shot, number: int, plan: Plan) -> None:
    if shot.image >= max(1, plan.pictures):
        _refuse(
            f"Shot {number} shows picture {shot.image} (counted from 0), "
            f"and there are {plan.pictures}."
        )
    if not shot.moves:
        _refuse(f"Shot {number} has no move; it may be “{Move.STATIC}”.")
    in_turn = {move for stage in shot.in_turn for move in stage}
    if in_turn and (in_turn ^ set(shot.moves)) - _STANDS:
        _refuse(f"“moves” and “in_turn” of shot {number} tell of different moves.")
    if any(not shot.start <= at <= shot.end for at in shot.flashes):
        _refuse(f"The lightning of shot {number} has to fall into its time.")


def _shown(given: Any) -> str:
    return "".join(c for c in str(given) if c.isprintable())[:40]


def _refuse(sentence: str) -> NoReturn:
    raise PlanError(sentence[:1].upper() + sentence[1:])
