"""Finds the cuts, dissolves and fades that a prompt text names."""

from collections.abc import Sequence

from ..plan import Transition
from .lexicon import Hit, Lexicon
from .negation import is_refused
from .rules import Rule, any_of
from .things import fades_a_thing
from .vocabulary import cut_words

_TRANSITIONS = Lexicon(cut_words.TRANSITIONS)
FADES_OUT = (Transition.FADE_TO_BLACK, Transition.FADE_TO_WHITE)

# A fade that is told of what is heard.
_OF_THE_SOUND = any_of(
    Rule(
        r"(?:music|sound|audio|song|voice|noise|melody|score)s?(?: [a-z]+){0,2} $",
        takes="the music slowly |fades out",
        leaves="the picture slowly |fades out",
    ),
    Rule(r"(?:音乐|声|配乐|旋律)[一-鿿]{0,3}$", takes="配乐渐渐|淡出", leaves="画面渐渐|淡出"),
)
# A transition of light or colour, which is no cut.
_OF_THE_LIGHT = any_of(
    Rule(
        r"(?<![a-z])(?:light(?:ing|s)?|tones?|colou?rs?|palette|grad(?:e|ing)|sk(?:y|ies)|sun|mood"
        r"|expression|hues?|shadows?|weather|season|day|night|dusk|dawn|neon|silver|gold|warmth|heat"
        r"|cold|glow|temperature|silence|chaos|calm|atmosphere)(?: [a-z]+){0,2} $",
        takes="warm light above |transitions to cool tones",
        leaves="the lighthouse |transitions to a harbour",
    ),
    Rule(
        r"(?:光线?|色调|色彩|天色|颜色|光影)[一-鿿]{0,4}$",
        takes="暖光逐渐|过渡到冷色",
        leaves="画面逐渐|过渡到街道",
    ),
)
# A fade of the picture, and not of what is in it.
_OF_THE_PICTURE = any_of(
    Rule(
        r"(?:^|[.,;:!?\n(\[\-→] ?|(?<![a-z])(?:and|then|slow|slowly|gentle|gently|soft|softly|an?"
        r"|with"
        r"|picture|image|scene|shot|screen|film|video|frame|footage|view|we|it|quick)) ?$",
        takes="the scene slowly |fades in from white",
        leaves="hints of green and brown |fade in",
    )
)
# Words before a transition that still belong to how the shot begins.
_FIRST_WORDS = any_of(
    Rule(
        r"[\W\d]{0,9}[^.,;!?\n]{0,20}",
        takes="|[2-4s] then |dissolve to the sea",
        leaves="|a quiet pier, then |dissolve to the sea",
    )
)
# What a camera goes over into without a cut.
TO_A_MOVE = any_of(
    Rule(
        r" (?:an? )?(?:[a-z]+ ){0,3}"
        r"(?:orbit|arc|push|pull|pan|tilt|dolly|crane|track|truck|zoom|close[- ]?up"
        r"|(?:wide|medium|full) shot)",
        takes="transitions into| a gentle orbit",
        leaves="transitions into| a quiet street",
    )
)


def named_cuts(text: str) -> list[Hit[Transition]]:
    """The transitions of the picture that `text` (lower case) asks for, in their order."""
    return [
        hit
        for hit in _TRANSITIONS.find(text)
        if not is_refused(text, hit.start, hit.end) and _is_of_the_picture(text, hit)
    ]


def _is_of_the_picture(text: str, hit: Hit[Transition]) -> bool:
    if _OF_THE_SOUND.search(text, max(0, hit.start - 32), hit.start):
        return False
    if hit.meaning is Transition.DISSOLVE:
        if text.startswith("transition", hit.start) and TO_A_MOVE.match(text, hit.end):
            return False
        of_the_light = _OF_THE_LIGHT.search(text, max(0, hit.start - 40), hit.start)
        return not (of_the_light or fades_a_thing(text, hit.start))
    fades_in = hit.meaning is Transition.FADE_IN and text.startswith("fad", hit.start)
    return not fades_in or bool(_OF_THE_PICTURE.search(text, max(0, hit.start - 12), hit.start))


def ways_in_and_out(
    text: str, hits: Sequence[Hit[Transition]]
) -> tuple[Transition | None, Transition | None, Transition | None]:
    """How a shot begins, leads to the next, and ends."""
    enters = passes = leaves = None
    for hit in hits:
        if hit.meaning in FADES_OUT:
            leaves = hit.meaning
        elif hit.meaning is Transition.FADE_IN or _FIRST_WORDS.fullmatch(text, 0, hit.start):
            enters = enters or hit.meaning
        else:
            passes = hit.meaning
    return enters, passes, leaves
