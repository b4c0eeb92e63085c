"""What a person changes in a plan, shot by shot, so that it outlives a change of its prompt.

A correction belongs to the words of its shot and to what was read of them. It holds while both are
as they were, wherever the shot then stands; else it is set aside, and comes back with them.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .plan import FPS, Move, Plan
from .plan_json import PlanError, plan_text, read_plan

# What can be corrected of a shot, and of the whole plan; `moves` are the stages in turn.
OF_SHOT = (
    *("moves", "pace", "framing", "looks", "looks_at_end", "weather", "sounds", "music"),
    *("framing_at_end", "slightly", "begins_on", "ends_on"),
    *("dialogue", "subtitles", "image", "end"),
)
OF_PLAN = ("silent",)
_STANDS = {Move.STATIC, Move.DRIFT}
WHOLE = ""  # what a correction of the whole plan has for its shot


@dataclass(frozen=True)
class Correction:
    """`field` of `shot` is `value` where the prompt comes to `read`, both as JSON has them."""

    shot: str  # by its words, see `keys`
    field: str
    read: Any
    value: Any


@dataclass(frozen=True)
class Corrected:
    """A plan with the corrections that hold, and those that do not."""

    plan: Plan
    held: tuple[Correction, ...] = ()
    set_aside: tuple[Correction, ...] = ()


def keys(plan: Plan) -> list[str]:
    """A short name for each shot by its words, and by its place among shots of the same words."""
    seen: Counter[int] = Counter()
    found = []
    for shot in plan.shots:
        words = zlib.crc32(" ".join(shot.text.split()).encode(errors="replace"))
        found.append(f"{words:08x}.{seen[words]}")
        seen[words] += 1
    return found


def facts_of(plan: Plan, place: int | None) -> dict[str, Any]:
    """What can be corrected of the shot at `place`, or of the whole plan, as JSON has it."""
    if place is None:
        return {"silent": plan.silent}
    shot = plan.shots[place]
    facts: dict[str, Any] = {name: getattr(shot, name) for name in OF_SHOT}
    facts["moves"] = [moves for moves, _, _ in shot.stages]
    if place == len(plan.shots) - 1:
        del facts["end"]  # it is the clip's
    told: dict[str, Any] = json.loads(json.dumps(facts))
    return told


def correct(read: Plan, corrections: Iterable[Correction]) -> Corrected:
    """The plan that was read with the corrections, one after the other: of two of the same field
    the later counts. One that does not make a whole plan is set aside like one of other words."""
    places: dict[str, int | None] = {key: place for place, key in enumerate(keys(read))}
    places[WHOLE] = None
    plan = read
    held: dict[tuple[str, str], Correction] = {}
    aside: dict[tuple[str, str], Correction] = {}
    for each in corrections:
        at = each.shot, each.field
        changed = None
        if each.shot in places and _reads(read, places[each.shot], each):
            changed = _with(plan, places[each.shot], each)
        if changed is None:
            aside[at] = each
        else:
            plan, held[at] = changed, each
            aside.pop(at, None)
    return Corrected(plan, tuple(held.values()), tuple(aside.values()))


def differences(read: Plan, wanted: Plan) -> list[Correction] | None:
    """The corrections that make the one plan of the other; None where they do not suffice."""
    if len(read.shots) != len(wanted.shots):
        return None
    found = []
    for place, key in [(None, WHOLE), *enumerate(keys(read))]:
        before, after = facts_of(read, place), facts_of(wanted, place)
        changed = (name for name in before if before[name] != after[name])
        found += [Correction(key, name, before[name], after[name]) for name in changed]
    return found if is_same_film(correct(read, found).plan, wanted) else None


def is_same_film(one: Plan, other: Plan) -> bool:
    """Whether two plans show and sound the same, but for words and for what chance decides: the
    seed, and the moments of lightning."""
    return one.seconds == other.seconds and _shown(one) == _shown(other)


def _shown(plan: Plan) -> list[Any]:
    beside = [(s.start, s.end, s.enters, s.leaves, bool(s.flashes)) for s in plan.shots]
    return [facts_of(plan, place) for place in (None, *range(len(plan.shots)))] + beside


def _reads(read: Plan, place: int | None, correction: Correction) -> bool:
    facts = facts_of(read, place)
    return correction.field in facts and facts[correction.field] == correction.read


def _with(plan: Plan, place: int | None, correction: Correction) -> Plan | None:
    """The plan with one correction; None where it does not make one."""
    facts = json.loads(plan_text(plan))
    shots, value = facts["shots"], correction.value
    try:
        if place is None:
            facts[correction.field] = value
        elif correction.field == "moves":
            _set_moves(shots[place], value)
        elif correction.field == "end":
            _move_cut(shots, place, round(value * FPS) / FPS)
        else:
            shots[place][correction.field] = value
        return read_plan(facts, plan.seconds, plan.pictures)
    except (PlanError, TypeError, ValueError, OverflowError):
        return None


def _set_moves(shot: dict[str, Any], stages: Sequence[Sequence[str]]) -> None:
    shot["moves"] = list(dict.fromkeys(move for stage in stages for move in stage))
    shot["in_turn"] = [*stages] if len(stages) > 1 else []
    if _STANDS.issuperset(shot["moves"]):
        shot["pace"] = 1.0


def _move_cut(shots: list[dict[str, Any]], place: int, moment: float) -> None:
    """The cut behind a shot at another moment; the next begins there, with its lightning."""
    one, other = shots[place], shots[place + 1]
    _stretch(one, one["start"], moment)
    _stretch(other, moment, other["end"])


def _stretch(shot: dict[str, Any], start: float, end: float) -> None:
    share = (end - start) / (shot["end"] - shot["start"])
    shot["flashes"] = [start + (at - shot["start"]) * share for at in shot["flashes"]]
    shot |= {"start": start, "end": end}
