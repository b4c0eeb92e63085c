"""Where a plan is a guess, in plain words for each shot: what its prompt left open."""

import re
from collections.abc import Iterator

from .plan import Move, Plan, Shot
from .prompt.image_references import references
from .prompt.unread import unread_of_camera

_NUMBER = re.compile(r"[0-9]|[一二三四五六七八九十]秒|seconds?|half|halfway|半")


def doubts(plan: Plan, prompt: str) -> list[dict[str, str]]:
    """For each shot, sentences by the field that they are about. Nothing is said of a plan whose
    prompt leaves no choice."""
    counted = bool(_NUMBER.search(prompt.lower()))
    return [dict(_of(shot, plan, counted=counted)) for shot in plan.shots]


def _of(shot: Shot, plan: Plan, *, counted: bool) -> Iterator[tuple[str, str]]:
    unread = unread_of_camera(shot.text, plan.language)
    if unread:
        yield "moves", f"Of the camera this was not read: “{unread}”."
    elif shot.moves == (Move.DRIFT,):
        yield "moves", "No camera move found: it drifts a little."
    named = {found.number for found in references(shot.text.lower())}
    in_order = plan.pictures in (0, 1, len(plan.shots))
    if not in_order and shot.image + 1 not in named and -1 not in named:
        yield "image", f"No picture is named: picture {shot.image + 1} is a guess."
    if len(plan.shots) > 1 and not counted:
        yield "end", "No times are given: the shots share the clip."
