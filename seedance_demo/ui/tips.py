"""What a director would remark on a prompt as it stands: never advice that fits every prompt.

The prompt is read as the animatic reads it, so a tip and the shot list cannot disagree.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..animatic.plan import Move, Plan
from ..animatic.prompt.camera import read_camera
from ..animatic.prompt.director import direct
from ..animatic.prompt.image_references import references
from ..animatic.prompt.marks import moments, time_spans
from ..animatic.prompt.text import PromptText

AT_ONCE = 2  # more is not read
_BESIDE_A_MOVE = {Move.STATIC, Move.DRIFT, Move.HANDHELD, Move.RACK_FOCUS}
_HURRIED, _LONG = 1.5, 8.0  # seconds of a shot


@dataclass(frozen=True)
class Draft:
    """A prompt being written, and the plan that it comes to so far."""

    words: str
    seconds: int
    images: int
    plan: Plan

    @property
    def pictures(self) -> set[int]:
        """The pictures it names, counted from 1."""
        named = (found.number for found in references(self.words))
        return {self.images if number == -1 else number for number in named}


def tips(prompt: str, seconds: int, images: int) -> list[str]:
    """At most two sentences on this `prompt`, what is wrong before what could be better."""
    if not prompt.strip():
        return []
    plan = direct(prompt, seconds, max(1, images))
    draft = Draft(PromptText.of(prompt).plain, seconds, images, plan)
    return [tip for remark in REMARKS if (tip := remark(draft))][:AT_ONCE]


def _missing_picture(draft: Draft) -> str:
    beyond = sorted(number for number in draft.pictures if number > draft.images)
    if not beyond or not draft.images:  # without any, the form itself asks for pictures
        return ""
    there = "one picture" if draft.images == 1 else f"{draft.images} pictures"
    return f"@Image{beyond[0]} is not there: you have {there}."


def _late_stamp(draft: Draft) -> str:
    marks = [*time_spans(draft.words, draft.seconds), *moments(draft.words, float("inf"))]
    last = max((mark.stop or mark.start or 0 for mark in marks), default=0)
    if last <= draft.seconds:
        return ""
    return f"Your times go to {last:g} s, the clip ends at {draft.seconds} s."


def _two_moves(draft: Draft) -> str:
    for number, shot in enumerate(draft.plan.shots, 1):
        moves = [str(move) for move in shot.moves if move not in _BESIDE_A_MOVE]
        moves += filter(_is_move, shot.not_animated)  # "push in, then pull out"
        if len(moves) > 1:
            return f"Shot {number} has {_listed(moves)} at once: one move for each shot reads best."
    return ""


def _no_camera(draft: Draft) -> str:
    moves = {move for shot in draft.plan.shots for move in shot.moves}
    return "" if moves - {Move.DRIFT} else "No camera word yet: how does the camera move?"


def _unused_pictures(draft: Draft) -> str:
    left = [f"@Image{n}" for n in range(1, draft.images + 1) if n not in draft.pictures]
    parts = {shot.text for shot in draft.plan.shots}
    in_order = not draft.pictures and len(parts) >= draft.images  # each has words of its own
    if not left or in_order:
        return ""
    return f"Nothing says where {_listed(left)} {'belong' if left[1:] else 'belongs'}."


def _no_sound(draft: Draft) -> str:
    heard = any(shot.sounds or shot.music or shot.dialogue for shot in draft.plan.shots)
    return "" if heard or draft.plan.silent else "No sound word yet: what is heard?"


def _performance(draft: Draft) -> str:
    lost = draft.plan.not_animated
    acts = [f"“{act}”" for act in lost if not _is_move(act) and not references(act.lower())]
    return f"Only the real model can show {_listed(acts[:3])}." if acts else ""


def _length(draft: Draft) -> str:
    """Five seconds to try, ten or fifteen for the final cut."""
    shots = len(draft.plan.shots)
    if draft.seconds / shots < _HURRIED and draft.seconds < 15:
        longer = "10 or 15 s" if draft.seconds < 10 else "15 s"
        return f"{shots} shots in {draft.seconds} s are hurried: give the final cut {longer}."
    if shots == 1 and draft.seconds > _LONG:
        return f"One shot for {draft.seconds} s: try it in 5 s first."
    return ""


def _is_move(words: str) -> bool:
    return bool(read_camera(words.lower()).moves)


def _listed(things: list[str]) -> str:
    """`a, b and c`"""
    return " and ".join(filter(None, (", ".join(things[:-1]), things[-1])))


REMARKS: tuple[Callable[[Draft], str], ...] = (
    _missing_picture,
    _late_stamp,
    _two_moves,
    _no_camera,
    _unused_pictures,
    _no_sound,
    _performance,
    _length,
)
