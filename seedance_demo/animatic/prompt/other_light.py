"""Reads light and weather in languages that have but a small table."""

from collections.abc import Sequence

from ..plan import Look
from .lexicon import Hit, places
from .light import Light
from .negation import Asked
from .other_languages import asked_in, folded
from .other_lexicons import lexicons_of
from .refusals import is_refused_in
from .rules import Rule, any_of
from .text import PromptText
from .vocabulary.light_words import TIMES_OF_DAY
from .vocabulary.tables import Tables

# Words between two times of day of which one becomes the other ...
_TURNS = any_of(
    Rule(
        r"(?<![a-z])(?:hacia|hasta|cambia\w*|pasa|vers|jusqu|devient|au|bis|wird|wandelt"
        r"|zur?|ate|muda|vira|transiciona)(?![a-z])"
        r"|^ ?(?:al?|au|ao|aux?)(?: (?:une?|una|uma?|la|el|le|o))? $"
        r"|から|へ|まで|変わ|에서|으로|바뀌|변",
        takes="du jour dore au bleu du soir",
        leaves="lever du soleil, lumiere doree",
    )
)
# ... and a new sentence, which is later too.
_LATER = any_of(
    Rule(r"[.。!?;\n]", takes="lever du soleil. la nuit", leaves="lever du soleil, la nuit")
)
# One time of day alone that comes at last.
_AT_LAST = any_of(
    Rule(
        r"^ ?(?:infine|alla fine|finalmente|al final|por fin|enfin|a la fin|zum schluss"
        r"|schliesslich|am ende|por fim|no final|наконец|в конце|sonunda)(?![a-z])"
        r"|^ ?(?:最後に|ついに|마지막으로|끝으로)",
        takes="infine, di notte, scrive",
        leaves="di notte scrive infine",
    )
)
_ALIKE = ({Look.GOLDEN_HOUR, Look.SUNSET}, {Look.GOLDEN_HOUR, Look.SUNRISE})


def light_in(words: PromptText, tables: Tables) -> Light:
    """Light and weather that `words` ask for; two times of day in turn are a change of light."""
    text = folded(words)
    own = lexicons_of(tables)
    named, falling = list(own.looks.find(text)), list(own.weather.find(text))
    looks, weather = asked_in(text, tables, named), asked_in(text, tables, falling)
    times = [hit for hit in named if hit.meaning in TIMES_OF_DAY and hit.meaning in looks.wanted]
    change = _named_change(text, tables) or _from_time_to_time(text, times)
    at_end = None
    if len(times) == 1 and _AT_LAST.search(_sentence_of(text, times[0].start)):
        steady = tuple(look for look in looks.wanted if look not in TIMES_OF_DAY)
        looks, at_end = Asked(steady, looks.refused), (times[0].meaning, *steady)
    if change:
        steady = tuple(look for look in looks.wanted if look not in TIMES_OF_DAY)
        looks, at_end = Asked((change[0], *steady), looks.refused), (change[1], *steady)
    return Light(looks, at_end, weather, elements=places([*named, *falling]))


def _sentence_of(text: str, at: int) -> str:
    return _LATER.split(text[:at])[-1]


def _named_change(text: str, tables: Tables) -> tuple[Look, Look] | None:
    hits = lexicons_of(tables).changes.find(text)
    return next((hit.meaning for hit in hits if not is_refused_in(text, hit, tables)), None)


def _from_time_to_time(text: str, times: Sequence[Hit[Look]]) -> tuple[Look, Look] | None:
    if not times or times[0].meaning is times[-1].meaning:
        return None
    first, last = times[0], times[-1]
    between = text[first.end : last.start]
    alike = {first.meaning, last.meaning} in _ALIKE
    turns = _TURNS.search(between) or (not alike and _LATER.search(between))
    return (first.meaning, last.meaning) if turns else None
