"""Selects for what can be chosen of a shot.

Each shows what is chosen now; `shot_list.js` offers the rest, from a list for all shots or from one
of its own.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from ...animatic.corrections import WHOLE
from ...animatic.plan import FPS, Framing, Look, Move, Music, Shot, Sound, Weather

_PACES = [(0.5, "very slow"), (0.7, "slow"), (1.0, "usual pace"), (1.5, "fast"), (2.0, "very fast")]
# Of all shots, by field: values, or pairs of a value and what is shown for it.
CHOICES = json.dumps(
    {
        **{"moves": [*Move], "framing": [*Framing], "pace": _PACES, "looks": [*Look]},
        **{"looks_at_end": [*Look], "weather": [*Weather], "sounds": [*Sound]},
        "music": [(mood, f"{mood} music") for mood in Music],
    }
)
NAMES = {
    **{"moves": "move", "framing": "size", "looks": "light", "looks_at_end": "light at the end"},
    **{"sounds": "sound", "dialogue": "caption", "subtitles": "caption", "image": "picture"},
    **{"end": "length", "silent": "silence"},
}
_SHORTEST = 0.5  # seconds; also between two lengths that are offered
_SELECT = Markup(
    "<select aria-label='{label}' data-field='{field}' data-at='{at}'{more}{mark}>"
    "<option>{shown}</option></select>"
)
_PLUS = Markup(" + ")


@dataclass(frozen=True)
class ShotChoices:
    """One shot: its number from 1, what can be chosen of it now, and what of that is corrected."""

    number: int
    now: dict[str, Any]
    corrected: frozenset[str]

    def select(
        self,
        field: str,
        shown: object,
        at: str = "",
        *,
        label: str = "",
        more: Mapping[str, object] | None = None,
    ) -> Markup:
        """What is chosen of a field; `more` are data for the script."""
        said = label or f"{NAMES.get(field, field).capitalize()} of shot {self.number}"
        data = Markup().join(
            Markup(" data-{}='{}'").format(key, json.dumps(value))
            for key, value in (more or {}).items()
        )
        mark = Markup(" class='corrected'") if field in self.corrected else ""
        return _SELECT.format(label=said, field=field, at=at, more=data, mark=mark, shown=shown)

    def add(self, fields: str, what: str) -> Markup:
        """One more of what stands in these fields."""
        return self.select(fields, "+", "add", label=f"Add {what} to shot {self.number}")

    def each(self, field: str) -> list[Markup]:
        """A select for each value of a field that holds several."""
        told = {"music": "{} music", "dialogue": "caption “{}”", "subtitles": "caption “{}”"}
        form = told.get(field, "{}")
        values = enumerate(self.now[field] or ())
        return [self.select(field, form.format(value), str(at)) for at, value in values]

    def moves(self) -> Markup:
        """The stages one after the other, and one move more."""
        stages = (
            _PLUS.join(self.select("moves", move, f"{n}.{at}") for at, move in enumerate(stage))
            for n, stage in enumerate(self.now["moves"])
        )
        return Markup(", then ").join(stages) + " " + self.add("moves", "a move")

    def silence(self) -> Markup:
        """That the whole film is silent."""
        now = {"silent": True}
        more = {"shot": WHOLE, "read": now, "now": now, "offers": [[False, "sound"]]}
        return self.select("silent", "silence", more=more)

    def picture(self, shown: str, pictures: int) -> Markup:
        """Which of several pictures the shot shows."""
        offers = [(at, f"image {at + 1}") for at in range(pictures)]
        several = pictures > 1
        return self.select("image", shown, more={"offers": offers}) if several else escape(shown)

    def length(self, shown: str, cut: "Cut | None") -> Markup:
        """How long the shot is, by where one of its ends is cut."""
        if cut is None:
            return escape(shown)
        more = {"shot": cut.key, "read": {"end": cut.read}, "now": {"end": cut.now}}
        return self.select("end", shown, more=more | {"offers": [*cut.offers]})


@dataclass(frozen=True)
class Cut:
    """Where one shot gives way to the next, as a correction of the first; and which of the two is
    as long as one chooses."""

    key: str
    read: float
    before: Shot
    after: Shot
    is_of_last: bool

    @property
    def now(self) -> float:
        return self.before.end

    @property
    def offers(self) -> Iterator[tuple[float, str]]:
        """The moments of the cut, with the lengths that come of them."""
        whole = self.after.end - self.before.start
        for step in range(1, int(whole / _SHORTEST)):
            length = step * _SHORTEST
            moment = self.after.end - length if self.is_of_last else self.before.start + length
            if whole - length >= _SHORTEST:
                yield round(moment * FPS) / FPS, f"{length:g} s"


def joined(parts: Iterable[Markup | str]) -> Markup:
    return Markup(", ").join(filter(None, parts))


def arrow(first: Sequence[Markup], last: Sequence[Markup] | None) -> Markup:
    """Light, and what it turns to."""
    if last is None:
        return _PLUS.join(first)
    as_it_is = Markup("as it is")
    return Markup("{} → {}").format(_PLUS.join(first) or as_it_is, _PLUS.join(last) or as_it_is)
