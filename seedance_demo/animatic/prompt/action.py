"""The words of a passage that a still picture cannot follow."""

import re
from collections.abc import Iterable

from .camera import is_verb_of_the_camera
from .negation import is_refused
from .passage import Passage
from .phrases import Hit, Lexicon
from .vocabulary import action

_ACTS = Lexicon(
    {
        True: ", ".join(
            (action.PERFORMANCE, action.PHYSICS, action.TRANSFORMATION, action.NEW_THINGS)
        )
    }
)
_UNSEEN = Lexicon({True: ", ".join((action.ANGLES, action.FULL_ORBITS, action.VOICES))})
_RENDERED = Lexicon({True: action.RENDERED_MOTION})
_BESIDE = 12  # characters between "snow" and the "falls" that the renderer shows
# "a smile", "his first walk", "the jump": a thing, not an act.
_AS_A_NOUN = re.compile(
    r"(?<![a-z])(?:(?:an?|his|her|its|their|my|with|no)(?: [a-z]+)?|the|of|this|that|[a-z]+ing) $"
)


def not_animated(words: Passage, left: Passage, weather_ends: Iterable[int]) -> tuple[str, ...]:
    """Acts, new things, unseen angles and voices, as written, each once, in order.

    `left` is `words` without those that camera and light have made their own;
    after `weather_ends` rain falls and fog drifts by themselves.
    """
    acts = (hit for hit in _ACTS.find(left.plain) if _is_act(left.plain, hit, weather_ends))
    hits = sorted([*acts, *_UNSEEN.find(words.plain)], key=lambda hit: hit.start)
    asked = (hit for hit in hits if not is_refused(words.plain, hit.start, hit.end))
    found = {words.plain[hit.start : hit.end]: words.text[hit.start : hit.end] for hit in asked}
    return tuple(found.values())


def _is_act(text: str, hit: Hit[bool], weather_ends: Iterable[int]) -> bool:
    before = text[max(0, hit.start - 90) : hit.start]
    word = text[hit.start : hit.end]
    if any(0 <= hit.start - end <= _BESIDE for end in weather_ends) and _renders(word):
        return False
    bare = not re.search(r"(?:s|ed|ing)$", word.split()[0])
    return not (is_verb_of_the_camera(before) or (bare and _AS_A_NOUN.search(before)))


def _renders(word: str) -> bool:
    return any(True for _ in _RENDERED.find(word))
