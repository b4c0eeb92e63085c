"""Tips on a prompt as it stands: what is wrong with it, and what could be better.

The prompt is read as the animatic reads it, so a tip and the shot list cannot disagree.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..animatic.plan import Move, Plan
from ..animatic.prompt.camera import read_camera
from ..animatic.prompt.director import direct
from ..animatic.prompt.image_references import references
from ..animatic.prompt.text import PromptText
from ..animatic.prompt.timestamps import moments, time_spans

MOST_TIPS = 2  # more is not read
_BESIDE_A_MOVE = {Move.STATIC, Move.DRIFT, Move.HANDHELD, Move.RACK_FOCUS}
_HURRIED, _LONG = 1.5, 8.0  # seconds of a shot


@dataclass(frozen=True)
class WrittenPrompt:
    """A prompt being written, and the plan that it comes to so far."""

    words: str
    seconds: int
    images: int
    plan: Plan
    animatic: bool
    ends: bool  # on the last picture, as it begins on the first

    @property
    def pictures(self) -> set[int]:
        """The pictures it names, counted from 1."""
        named = (found.number for found in references(self.words))
        return {self.images if number == -1 else number for number in named}


def tips(
    prompt: str, seconds: int, images: int, *, animatic: bool = True, ends: bool = False
) -> list[str]:
    """At most two sentences on this `prompt`, what is wrong before what could be better; for an
    animatic also what it cannot show."""
    if not prompt.strip():
        return []
    plan = direct(prompt, seconds, max(1, images), ends=ends)
    written = WrittenPrompt(PromptText.of(prompt).plain, seconds, images, plan, animatic, ends)
    return [tip for remark in REMARKS if (tip := remark(written))][:MOST_TIPS]


def _missing_picture(written: WrittenPrompt) -> str:
    beyond = sorted(number for number in written.pictures if number > written.images)
    if not beyond or not written.images:  # without any, the form itself asks for pictures
        return ""
    there = "one picture" if written.images == 1 else f"{written.images} pictures"
    return f"@Image{beyond[0]} is not there: you have {there}."


def _late_stamp(written: WrittenPrompt) -> str:
    marks = [*time_spans(written.words, written.seconds), *moments(written.words, float("inf"))]
    last = max((mark.stop or mark.start or 0 for mark in marks), default=0)
    if last <= written.seconds:
        return ""
    return f"Your times run to {last:g} s, but the clip ends at {written.seconds} s."


def _two_moves(written: WrittenPrompt) -> str:
    for number, shot in enumerate(written.plan.shots, 1):
        moves = [str(move) for move in shot.moves if move not in _BESIDE_A_MOVE]
        # "push in, then pull out": the second in the prompt's own words
        moves += (f"“{words}”" for words in shot.not_animated if _is_move(words))
        if len(moves) > 1:
            return f"Shot {number} has {_listed(moves)} at once: one move per shot reads best."
    return ""


def _no_camera(written: WrittenPrompt) -> str:
    moves = {move for shot in written.plan.shots for move in shot.moves}
    return "" if moves - {Move.DRIFT} else "Add a camera move, e.g. slow push in."


def _unused_pictures(written: WrittenPrompt) -> str:
    left = [f"@Image{n}" for n in range(1, written.images + 1) if n not in written.pictures]
    # A quick cut has no words, and yet is one of its own.
    parts = {shot.text or shot.start for shot in written.plan.shots}
    in_order = not written.pictures and len(parts) >= written.images  # each has words of its own
    if not left or in_order or written.ends:
        return ""
    return f"Say where {_listed(left)} belong." if left[1:] else f"Say where {left[0]} belongs."


def _no_sound(written: WrittenPrompt) -> str:
    heard = any(shot.sounds or shot.music or shot.dialogue for shot in written.plan.shots)
    return "" if heard or written.plan.silent else "Add a sound, e.g. rain or soft piano."


def _performance(written: WrittenPrompt) -> str:
    lost = written.plan.not_animated
    acts = [f"“{act}”" for act in lost if not _is_move(act) and not references(act.lower())]
    if not acts or not written.animatic:
        return ""
    return f"The animatic cannot show {_listed(acts[:3])}; Seedance can."


def _length(written: WrittenPrompt) -> str:
    """Five seconds to try, ten or fifteen for the final cut."""
    shots = len(written.plan.shots)
    if written.seconds / shots < _HURRIED and written.seconds < 15:
        longer = "10 or 15 s" if written.seconds < 10 else "15 s"
        return f"{shots} shots in {written.seconds} s is a rush: try {longer}."
    if shots == 1 and written.seconds > _LONG:
        return f"One shot of {written.seconds} s: try it at 5 s first."
    return ""


def _is_move(words: str) -> bool:
    return bool(read_camera(words.lower()).moves)


def _listed(things: list[str]) -> str:
    """`a, b and c`"""
    return " and ".join(filter(None, (", ".join(things[:-1]), things[-1])))


REMARKS: tuple[Callable[[WrittenPrompt], str], ...] = (
    _missing_picture,
    _late_stamp,
    _two_moves,
    _no_camera,
    _unused_pictures,
    _no_sound,
    _performance,
    _length,
)
