"""What a prompt says of each thing in a shot, in words that mean this and nothing else."""

from collections.abc import Iterable

from .plan import PASSES, Look, Move, Shot, Transition

# Where the plan's own name of it is not what a prompt would say.
_MOVES = {
    **{Move.STATIC: "static camera", Move.DRIFT: "", Move.TRACK: "tracking shot"},
    **{Move.AERIAL: "aerial shot", Move.ROLL: "dutch angle"},
}
_LOOKS = {
    **{Look.DAY: "daylight", Look.COLD: "cold light", Look.WARM: "warm light"},
    **{Look.BRIGHT: "bright light", Look.FLICKER: "flickering light", Look.NOIR: "film noir"},
    **{Look.VINTAGE: "vintage film", Look.LOW_KEY: "low key light"},
}
_WAYS_IN = {
    **{Transition.DISSOLVE: "dissolve to ", Transition.MATCH_CUT: "match cut to "},
    **{Transition.WHIP: "whip pan to ", Transition.GLITCH: "glitch to "},
    Transition.FADE_IN: "fade in on ",
}
_PACES = ((0.6, "very slow "), (0.85, "slow "), (1.25, ""), (1.75, "fast "))  # up to this pace
_STAND = ("", _MOVES[Move.STATIC], Move.HANDHELD)


def phrases(shot: Shot) -> dict[str, str]:
    """The words for each thing, in the order in which a line has them; none for what goes without
    saying. `enters` stands before the picture, the others behind it."""
    return {
        "enters": _WAYS_IN.get(shot.enters, ""),
        "framing": shot.framing,
        "camera": _camera(shot),
        "light": _light(shot),
        "weather": ", ".join(shot.weather),
        "sounds": ", ".join(f"sound of {sound}" for sound in shot.sounds),
        "music": ", ".join(f"{mood} music" for mood in shot.music),
        "dialogue": ", ".join(f"a voice says: “{line}”" for line in shot.dialogue),
        "subtitles": ", ".join(f"subtitle: “{line}”" for line in shot.subtitles),
        "leaves": "" if shot.leaves is Transition.CUT else shot.leaves,
    }


def _camera(shot: Shot) -> str:
    """The stages in turn; the pace stands before the first that goes anywhere."""
    stages = [" and ".join(_MOVES.get(m, m) for m in moves) for moves, _, _ in shot.stages]
    goes = next((n for n, stage in enumerate(stages) if stage not in _STAND), None)
    if goes is not None:
        pace = next((word for limit, word in _PACES if shot.pace <= limit), "very fast ")
        stages[goes] = pace + stages[goes]
    ways = (way(shot, moves) for moves, _, _ in shot.stages)
    told = ", then ".join(stage + far for stage, far in zip(stages, ways, strict=True))
    return told + size_at_end(shot)


def way(shot: Shot, moves: Iterable[Move]) -> str:
    """How far these moves of a shot go, where that is not over the whole picture."""
    if PASSES.isdisjoint(moves):
        return ""
    begins = "" if shot.begins_on is None else f" from the {shot.begins_on}"
    ends = "" if shot.ends_on is None else f" to the {shot.ends_on}"
    return f"{' slightly' if shot.slightly else ''}{begins}{ends}"


def size_at_end(shot: Shot) -> str:
    size = shot.framing_at_end or ""
    ending = "ending on an" if size.startswith("e") else "ending on a"
    return size and f", {ending} {size}"


def _light(shot: Shot) -> str:
    looks = [_LOOKS.get(look, look) for look in shot.looks]
    if shot.looks_at_end is not None:
        later = [_LOOKS.get(look, look) for look in shot.looks_at_end if look not in shot.looks]
        looks[:1] = [
            f"{looks[0] if looks else 'light'} turns to {later[0] if later else 'daylight'}"
        ]
        looks += later[1:]
    return ", ".join((*looks, *(["lightning"] if shot.flashes else [])))
