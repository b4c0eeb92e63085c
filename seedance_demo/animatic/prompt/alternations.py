"""Finds where a prompt text cuts to and fro between two views: "alternating between wide and
close-up", 镜头从半身到特写切换3次."""

import re
from dataclasses import dataclass
from itertools import chain

from .negation import is_refused
from .rules import Rule, any_of
from .sizes import framings
from .spelled import SPELLED, number

_COUNT = rf"(?P<count>[2-9]|1[0-2]|twice|{'|'.join(SPELLED)})"
_WORDS = r"[^.,;:!?\n]{2,48}?"
_BETWEEN = any_of(
    Rule(
        r"(?<![a-z])(?P<verb>(?:alternat|switch|(?:inter|cross-?)?cut|jump)(?:t?ing|e?s|e)?)"
        r"(?: (?:(?P<to_and_fro>back and forth|to and fro)|rapidly|quickly|repeatedly|sharply))?"
        r" (?:between|from)"
        rf" (?P<one>{_WORDS}) (?:and|to|&) (?P<other>{_WORDS})"
        rf"(?:,? {_COUNT}(?: times| x)?)?(?=[.,;:!?\n]|$)",
        takes="the camera alternates between a wide shot and a close-up",
        leaves="the camera goes from a wide shot to a close-up",
    )
)
_BETWEEN_HAN = any_of(
    Rule(
        r"(?:(?P<film>镜头|景别|画面|视角|机位)[一-鿿]{0,3}?)?(?:从|在)?"
        rf"(?P<one>[一-鿿]{{1,8}}?)(?:到|和|与|跟)(?P<other>[一-鿿]{{1,8}}?)(?:之间|间)?"
        rf"(?P<verb>(?:来回|反复|交替|不断|快速)*(?:切换|互切|交替(?:出现)?)) ?(?:{_COUNT} ?次)?",
        takes="镜头从半身到特写切换3次",
        leaves="镜头从半身到特写推近",
    )
)
_VERBS = ("alternat", "switch", "cut", "jump")  # quick to look for, and in few texts
_HAN_VERBS = ("切", "交替")
# Who is cut or switched, where the two views name no size: lights and moods alternate, too.
_OF_THE_FILM = any_of(
    Rule(
        r"(?<![a-z])(?:camera|shots?|views?|angles?|edit(?:ing)?|film|video|scene|we|cuts?)"
        r"(?: [a-z]+){0,2} $",
        takes="the film |alternates between him and her",
        leaves="the light |alternates between red and blue",
    )
)
_CUTS = re.compile("(?:inter|cross-?)cut")


@dataclass(frozen=True)
class Alternation:
    """Where two views stand, and how often one cuts to the other, as far as that is told."""

    views: tuple[tuple[int, int], tuple[int, int]]
    times: int | None
    span: tuple[int, int]


def alternation(text: str) -> Alternation | None:
    """The first that is meant in `text`, in its plain form."""
    latin = _BETWEEN.finditer(text) if any(verb in text for verb in _VERBS) else ()
    han = _BETWEEN_HAN.finditer(text) if any(verb in text for verb in _HAN_VERBS) else ()
    for match in chain(latin, han):
        if _is_of_views(match) and not is_refused(text, *match.span()):
            told = match["count"]
            times = 2 if told == "twice" else number(told) if told else None
            return Alternation((match.span("one"), match.span("other")), times, match.span())
    return None


def _is_of_views(match: re.Match[str]) -> bool:
    if framings(match["one"]) or framings(match["other"]):
        return True
    if not match["verb"].isascii():
        return bool(match["film"])
    begin = match.start()
    of_film = _OF_THE_FILM.search(match.string, max(0, begin - 32), begin)
    cut = match["verb"].startswith("cut") and match["to_and_fro"]
    return bool(of_film or cut or _CUTS.match(match["verb"]))
