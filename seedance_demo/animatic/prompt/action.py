"""The words of a passage that a still picture cannot follow."""

import re
from collections.abc import Iterable

from .camera import is_said_of_the_camera
from .negation import is_refused
from .passage import Passage
from .phrases import Lexicon
from .vocabulary import action as words

_ACTIONS = Lexicon(
    {
        True: ", ".join((words.PERFORMANCE, words.PHYSICS, words.TRANSFORMATION, words.NEW_THINGS)),
        False: ", ".join((words.ANGLES, words.FULL_ORBITS, words.VOICES)),
    }
)
_RENDERED = Lexicon({True: words.RENDERED_MOTION})
_BESIDE = 12  # characters between "snow" and the "falls" that the renderer shows
# "a smile", "his first walk", "the jump": a thing, not an act.
_AS_A_NOUN = re.compile(
    r"(?<![a-z])(?:(?:an?|his|her|its|their|my|with|no)(?: [a-z]+)?|the|of|this|that|[a-z]+ing) $"
)


def not_animated(words_left: Passage, weather_ends: Iterable[int]) -> tuple[str, ...]:
    """Acts, new things, unseen angles and voices, as written, each once, in order.

    `words_left` is blank where the camera and the light have taken their words;
    `weather_ends` are places after which rain falls and fog drifts by themselves.
    """
    text = words_left.plain
    rendered = {
        hit.start
        for hit in _RENDERED.find(text)
        if any(0 <= hit.start - end <= _BESIDE for end in weather_ends)
    }
    found: dict[str, str] = {}
    for hit in _ACTIONS.find(text):
        act = hit.meaning and (hit.start in rendered or _is_no_act(text, hit.start, hit.end))
        if not act and not is_refused(text, hit.start, hit.end):
            found.setdefault(text[hit.start : hit.end], words_left.text[hit.start : hit.end])
    return tuple(found.values())


def _is_no_act(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 90) : start]
    bare = not re.search(r"(?:s|ed|ing)$", text[start:end].split()[0])
    return is_said_of_the_camera(before) or (bare and bool(_AS_A_NOUN.search(before)))
