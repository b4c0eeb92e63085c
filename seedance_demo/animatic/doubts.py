"""Where a plan is a guess, in plain words for each shot: what its prompt left open, and what of it
was not read."""

import re
from collections.abc import Iterator, Mapping

from .plan import Move, Plan, Shot
from .prompt.image_references import references
from .prompt.unread import Unread, unread

_NUMBER = re.compile(r"[0-9]|[一二三四五六七八九十]秒|seconds?|half|halfway|半")


def doubts(plan: Plan, prompt: str) -> list[dict[str, str]]:
    """For each shot, sentences by the field that they are about. Nothing is said of a plan whose
    prompt leaves no choice."""
    counted = bool(_NUMBER.search(prompt.lower()))
    texts = [shot.text for shot in plan.shots]
    return [
        {
            **_not_read(missed),
            **_in_turn(shot, shared=texts.count(shot.text) > 1),
            **dict(_of(shot, plan, counted=counted, lost=bool(missed.camera))),
        }
        for shot, missed in zip(plan.shots, unread_of(plan), strict=True)
    ]


def _in_turn(shot: Shot, *, shared: bool) -> Mapping[str, str]:
    """Of one of the pictures that the same words name."""
    if not (shared and references(shot.text.lower())):
        return {}
    return {"image": f"Nothing says when picture {shot.image + 1} is shown: its time is a guess."}


def unread_of(plan: Plan) -> list[Unread]:
    """What was not read of each shot's words; what is said of all shots is told with the first."""
    texts = [shot.text for shot in plan.shots]
    texts[0] = f"{plan.head}\n{texts[0]}"
    seen: set[str] = set()
    found = []
    for text in texts:  # one that is shown in several pictures is told of once
        found.append(unread("" if text in seen else text, plan.language))
        seen.add(text)
    return found


def _not_read(missed: Unread) -> Mapping[str, str]:
    told = {
        "moves": ("Of the camera this was not read: {}.", missed.camera),
        "looks": ("Of the light this was not read: {}.", missed.light),
        "sounds": ("This will not be heard: {}.", missed.sound),
        "edit": ("This is left to Seedance: {}.", missed.edit),
    }
    return {
        field: says.format(", ".join(f"“{clause}”" for clause in clauses))
        for field, (says, clauses) in told.items()
        if clauses
    }


def _of(shot: Shot, plan: Plan, *, counted: bool, lost: bool) -> Iterator[tuple[str, str]]:
    if shot.moves == (Move.DRIFT,) and not lost:
        yield "moves", "No camera move found: it drifts a little."
    named = {found.number for found in references(shot.text.lower())}
    in_order = plan.pictures in (0, 1, len(plan.shots))
    if not in_order and shot.image + 1 not in named and -1 not in named:
        yield "image", f"No picture is named: picture {shot.image + 1} is a guess."
    if len(plan.shots) > 1 and not counted:
        yield "end", "No times are given: the shots share the clip."
