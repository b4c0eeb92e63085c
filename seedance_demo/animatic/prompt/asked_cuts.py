"""Finds the cuts that a prompt text counts, lists or merely wants to be many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .alternations import alternation
from .endings import ending_in
from .listed_cuts import listed
from .negation import is_refused
from .rules import Rule, any_of
from .spelled import SPELLED, number

_THREE_AND_MORE = "|".join(word for word, count in SPELLED.items() if count > 2)
_COUNTED = any_of(
    Rule(
        rf"(?<![a-z0-9])(?P<count>[3-9]|1[0-9]|2[0-4]|{_THREE_AND_MORE})[ -]?"
        r"(?!(?:seconds?|segundos?|secondes?|sekunden?|minut[a-z]*|frames?)(?![a-z]))"
        r"(?:(?:[a-zà-ÿ]{4,}|가지|개의?|다양한|다른|짧은|つの|個の|[異异]なる|短い|个|种|不同的?"
        r"|短) ?){0,3}?"
        r"(?:shots|shot (?:structure|sequence|film|montage|video|story)"
        r"|cuts?(?! (?:on|across|over|along) )|angles"
        r"|takes|plans|coupes|tomas|planos|cortes|tomadas"
        r"|cenas"
        r"|escenas|einstellungen|aufnahmen|schnitten?|ショット|カット|컷|샷|장면|镜头"
        r"|分镜)(?![a-z])",
        takes="a day in his life, 8 different shots",
        leaves="a day in his life, an 8 second drone shot",
    )
)
MANY = any_of(
    Rule(
        r"(?<![a-z])(?:rapid|quick|fast|flash|frenetic|snappy)(?: [a-z]+)? (?:cuts|cutting|editing)"
        r"|(?<![a-z])multi[ -](?:scene|shot)|(?<![a-z])(?:sharp|hard|abrupt) scene transitions"
        r"|(?<![a-z])varias escenas|컷 전환|몽타주|高速モンタージュ|多场景|多镜头"
        r"|(?<![a-z])montage(?! of)|(?<![a-z])(?:fast|quick|rapid)[- ](?:[a-z]+ )?montage"
        r"|快速剪辑|快剪|蒙太奇|(?:rápidos|rapides|schnelle) (?:cortes"
        r"|coupes"
        r"|schnitte)|cortes rápidos|coupes rapides",
        takes="a fight, rapid anime cuts",
        leaves="a barber cuts hair",
    ),
    Rule(
        r"(?<![a-z])(?:rapid|quick|fast) shots"
        r"(?= (?:of|on|from)(?! (?:espresso|whisk|vodka|tequila|gin|rum))| ?(?:[.,;]|$))",
        takes="with lots of quick shots of gears",
        leaves="a gunfight, rapid shots ring out",
    ),
)
_MONTAGE_OF = re.compile(r"(?<![a-z])montage(?= of)")
USUAL = 1.5  # seconds of a shot where only many are asked for
_VIEWS = 4  # of an alternation whose cuts nobody counts
_FOLLOWED = any_of(
    Rule(
        r"(?:^|(?<=[.;!?\n]))(?P<shot>[^.;!?\n]{4,160}?)[, ]*(?<![a-z])(?:followed by|then|before"
        r"|seguid[oa]s? (?:por|de)|suivie?s? (?:de|par)|gefolgt von|dann|puis|luego|depois)"
        r"(?: an?| some| by)?(?: [a-z]+)? ?$",
        takes="a close-up of a cup, followed by |quick cuts of shoes",
        leaves="a close-up of a cup in |quick cuts",
    ),
    Rule(
        r"(?:^|(?<=[.;!?\n]))(?P<han>[^.;!?\n]{4,80}?),? ?(?:然后|接着|随后|再)(?:是|用|来|接)?$",
        takes="杯子特写,然后|快剪",
        leaves="杯子特写,用|快剪",
    ),
)
Place = tuple[int, int]


@dataclass(frozen=True)
class AskedCuts:
    """What a text asks of its cuts, by the places of its words."""

    place: Place
    count: int | None = None  # of shots in all; None: many
    views: Sequence[Place] = ()  # what they show, in turn
    alternate: bool = False
    opening: Place | None = None  # what is shown before them
    ending: Place | None = None  # and behind them

    @property
    def told(self) -> list[Place]:
        """The words that are no more about all of the shots."""
        cuts = [self.place] if self.alternate else self.views
        opening = self.opening and (self.opening[0], self.place[0])
        return sorted(filter(None, (*cuts, opening, self.ending)))


def asked_cuts(text: str, seconds: float) -> AskedCuts | None:
    """The cuts that `text`, the words of `seconds`, asks for first; None where it asks for none."""
    found = next(_asked(text, seconds), None)
    if found is None or (found.count or round(seconds / USUAL)) < 2:
        return None
    before = _FOLLOWED.search(text, 0, found.place[0])
    group = before and ("shot" if before["shot"] else "han")
    ending = ending_in(text)
    return replace(
        found,
        opening=before.span(group) if before and group else None,
        ending=ending if ending and ending[0] >= found.place[1] else None,
    )


def _asked(text: str, seconds: float) -> Iterator[AskedCuts]:
    many = [match for match in MANY.finditer(text) if not is_refused(text, *match.span())]
    if other := alternation(text):
        usual = None if many else _VIEWS
        count = min(other.times + 1, int(seconds)) if other.times else usual
        yield AskedCuts(other.span, count, other.views, alternate=True)
    for match in _COUNTED.finditer(text):
        if not is_refused(text, *match.span()):
            count = min(number(match["count"]), int(seconds))
            yield AskedCuts(match.span(), count, listed(text, match.end()))
    for match in many:
        yield AskedCuts(match.span(), None, listed(text, match.end()))
    for match in _MONTAGE_OF.finditer(text):
        if len(views := listed(text, match.end())) > 2:
            yield AskedCuts(match.span(), None, views)
    if len(views := listed(text, 0)) > 2:
        yield AskedCuts((views[0][0], views[0][0]), len(views), views)
