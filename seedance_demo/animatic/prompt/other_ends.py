"""Finds camera moves that other languages tell by their ends: "pasa de su rostro a sus manos"."""

import re
from collections.abc import Iterator, Sequence

from ..plan import Move
from .lexicon import Hit
from .rules import Rule, any_of

# What is high, low, left and right where a camera looks.
_HIGH = (
    r"rostros?|caras?|ojos|cabeza|cielo|techo|cima|visages?|yeux|tete|ciel|plafond|toits?|sommet"
    r"|rosto|olhos|cabeca|ceu|teto|topo|viso|volto|occhi|testa|soffitto|gesicht|augen|kopf|himmel"
    r"|decke|dach|spitze"
)
_LOW = (
    r"manos?|pies|suelo|zapatos|calle|mains?|pieds|sol|chaussures|rue|maos?|pes|chao|sapatos|rua"
    r"|mani|mano|piedi|terra|pavimento|scarpe|strada|handen?|fussen?|boden|schuhen?|strasse"
)
_PLACE = (
    rf"(?:(?P<high{{n}}>{_HIGH})|(?P<low{{n}}>{_LOW})|(?P<left{{n}}>izquierda|gauche|esquerda"
    r"|sinistra|links)|(?P<right{n}>derecha|droite|direita|destra|rechts))(?![a-z])"
)
_OWN = (
    r"(?:(?:el|la|los|las|sus?|le|les|l'|son|sa|ses|o|as?|os|seus?|suas?|il|lo|gli|i|suoi?|sue"
    r"|dem|der|den|das|die|ihre[mnr]?|seine[mnr]?) ?){0,2}"
)
_FROM_TO = any_of(
    Rule(
        r"(?<![a-z])(?:camara|(?:tele)?camera|kamera)(?:,? (?!que |qui |die )[a-z]+){0,3}?"
        r" (?P<verb>[a-z]+)(?: [a-z]+(?:mente|ment))?(?: langsam)?"
        r" (?:desde|del?|depuis|des|du|dal(?:l[aeo])?|dagli|dai|do|da|dos|das|von|vom)"
        rf" {_OWN}{_PLACE.format(n=1)}"
        r"(?: [a-z]+){0,2}? (?:hasta|hacia|al?|jusqu'au?x?|vers|aux?|ate|para|aos?|as|all[aeo]|agli"
        rf"|ai|zur?|zum|auf|bis zu[mr]?) {_OWN}{_PLACE.format(n=2)}",
        takes="la camara pasa de su rostro a sus manos",
        leaves="la mano pasa de su rostro a sus pies",
    )
)
_TURNS = re.compile(r"gir|pan|pivot|vir|ruot|schwenk|dreht")
_RISES = re.compile(r"sube|baja|desc|mont|sobe|desce|sale|scend|steig|sink|fahrt")


def led_by_other_ends(text: str, read: Sequence[Hit[Move]]) -> list[Hit[Move]]:
    """The moves that were `read` of `text` (lower case, without accents), and those that its ends
    tell in place of them."""
    told = list(_by_ends(text))
    rest = (
        hit for hit in read if not any(hit.start < end.end and end.start < hit.end for end in told)
    )
    return [*rest, *told]


def _by_ends(text: str) -> Iterator[Hit[Move]]:
    for match in _FROM_TO.finditer(text):
        if move := _move({name for name, words in match.groupdict().items() if words}, match):
            yield Hit(move, *match.span())


def _move(told: set[str], match: re.Match[str]) -> Move | None:
    rises, turns = _RISES.match(match["verb"]), _TURNS.match(match["verb"])
    if {"high1", "low2"} <= told:
        return Move.CRANE_DOWN if rises else Move.TILT_DOWN
    if {"low1", "high2"} <= told:
        return Move.CRANE_UP if rises else Move.TILT_UP
    if {"left1", "right2"} <= told:
        return Move.PAN_RIGHT if turns else Move.TRUCK_RIGHT
    if {"right1", "left2"} <= told:
        return Move.PAN_LEFT if turns else Move.TRUCK_LEFT
    return None
