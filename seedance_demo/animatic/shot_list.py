"""The plan in plain words, a row for each shot, with what the film will not show."""

from dataclasses import dataclass

from .phrases import size_at_end, way
from .plan import OPPOSITES, Framing, Move, Plan, Shot, Transition
from .video.fonts import unset
from .video.seen import UNKNOWN, Seen, Shapes, shares

_PACES = ((0.5, "very slow"), (0.8, "slow"), (1.2, ""), (1.7, "fast"))  # up to this pace
_WELL_UNDER = 0.8  # of a picture's width or height; to see less of it is told
_STANDS = {Move.STATIC, Move.DRIFT, Move.HANDHELD}


@dataclass(frozen=True)
class Row:
    time: str
    image: str
    camera: str
    light: str
    sound: str
    not_animated: str  # in the prompt's own words
    not_set: str = ""  # scripts that no typeface here has
    seen: str = ""  # how much of its picture, where that is well under the whole


def shot_list(plan: Plan, shapes: Shapes = UNKNOWN) -> list[Row]:
    seen = shares(plan, shapes)
    return [
        Row(
            time=f"{shot.start:.1f}–{shot.end:.1f} s",
            image=f"image {shot.image + 1}" if plan.pictures else "slate",
            camera=_camera(shot),
            light=_light(shot),
            sound=_sound(shot, plan.silent),
            not_animated=", ".join(shot.not_animated),
            not_set=", ".join(scripts),
            seen=_told(share) if share else "",
        )
        for shot, scripts, share in zip(plan.shots, _not_set(plan), seen, strict=True)
    ]


def _told(share: Seen) -> str:
    """Only one side of a picture is left out in part."""
    told = zip(share, Seen._fields, strict=True)
    return "".join(
        f"sees {part:.0%} of the picture's {side}".replace("%", " %")
        for part, side in told
        if part < _WELL_UNDER
    )


def of_language(plan: Plan) -> str:
    """What is to be known of a prompt in another language than English or Chinese; "" for those."""
    if plan.language in ("English", "Chinese"):
        return ""
    reads = (
        "only the usual words for camera, light and sound in it"
        if plan.partly_read
        else "English and Chinese, and of this prompt only times and English words"
    )
    return (
        f"This prompt is in {plan.language}: Seedance understands it, "
        f"while the animatic reads {reads}."
    )


def not_shown(plan: Plan) -> list[str]:
    """What the film will lack, each once: words that a still cannot follow, and scripts that no
    typeface of this machine can set."""
    shots = zip(plan.shots, _not_set(plan), strict=True)
    missing = (word for shot, scripts in shots for word in (*shot.not_animated, *scripts))
    return list(dict.fromkeys(missing))


def _not_set(plan: Plan) -> list[list[str]]:
    """Scripts for each shot; each is told of once, at the first shot that lacks it."""
    told: set[str] = set()
    missing = []
    for shot in plan.shots:
        slate = () if plan.pictures else (plan.head, shot.text)
        lines = "\n".join((*shot.subtitles, *shot.dialogue, *slate))
        scripts = [script for script in unset(lines) if script not in told]
        told.update(scripts)
        missing.append(scripts)
    return missing


def _camera(shot: Shot) -> str:
    words = [
        "" if shot.enters is Transition.CUT else f"{shot.enters}:",
        "" if shot.framing is Framing.WIDE else f"{shot.framing},",
        _moves(shot) + size_at_end(shot),
        "" if shot.leaves is Transition.CUT else f"→ {shot.leaves}",
    ]
    return " ".join(word for word in words if word)


def _moves(shot: Shot) -> str:
    """The stages in turn; the pace stands before the first that goes anywhere."""
    told = [_together(moves) + way(shot, moves) for moves, _, _ in shot.stages]
    goes = next((n for n, stage in enumerate(shot.stages) if not _STANDS.issuperset(stage[0])), 0)
    told[goes] = f"{_pace(shot)} {told[goes]}".lstrip()
    return ", then ".join(told)


def _together(moves: tuple[Move, ...]) -> str:
    words = ""
    for i, move in enumerate(moves):
        back = OPPOSITES.get(move) in moves[:i]
        words += (", then " if back else " + " if words else "") + move
    return words


def _pace(shot: Shot) -> str:
    if shot.moves in ((Move.STATIC,), (Move.DRIFT,)):
        return ""
    return next((pace for limit, pace in _PACES if shot.pace <= limit), "very fast")


def _light(shot: Shot) -> str:
    looks = " + ".join(shot.looks)
    if shot.looks_at_end is not None:
        looks = f"{looks or 'as it is'} → {' + '.join(shot.looks_at_end) or 'as it is'}"
    flashes = "lightning at " + ", ".join(f"{at:.1f} s" for at in shot.flashes)
    return ", ".join(filter(None, (looks, *shot.weather, flashes if shot.flashes else "")))


def _sound(shot: Shot, silent: bool) -> str:
    music = (f"{mood} music" for mood in shot.music)
    heard = ("silence",) if silent else (*shot.sounds, *music)
    captions = (f"caption “{line}”" for line in (*shot.dialogue, *shot.subtitles))
    return ", ".join((*heard, *captions))
