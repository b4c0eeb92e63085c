"""Finds camera moves that are told by their ends: "from head to toe", 从天空摇到地面."""

import re
from collections.abc import Iterator, Sequence

from ..plan import Move
from .heights import ENGLISH, HAN, height
from .lexicon import Hit
from .rules import Rule, any_of

_FROM_TO = any_of(
    Rule(
        r"from (?P<one>(?:[a-z'-]+ ){1,6}?)(?:all the way )?(?:(?P<down>down)|(?P<up>up))? ?"
        r"(?:to|into|towards?|onto) (?P<other>[a-z'-]+(?: [a-z'-]+){0,4})",
        takes="from the far left to the far right",
        leaves="from the left of the door",
    )
)
_HAN_FROM_TO = any_of(
    Rule(
        r"[从由](?P<one>[一-鿿]{1,8}?)(?:一路|开始)?[缓慢轻快速地上下]{0,4}(?P<verb>摇|扫|移动?|滑|转|升|降|推)"
        r"[动下上]?[到至向](?P<other>[一-鿿]{1,8})",
        takes="从天空摇到地面",
        leaves="从天空飘到地面",
    )
)
_SIDES = re.compile(
    r"(?<![a-z])(?:(?P<left>left)|(?P<right>right)|(?P<middle>middle|cent(?:er|re)))(?![a-z])"
    r"|(?P<han_left>最?左)|(?P<han_right>最?右)|(?P<han_middle>中间|中央|正中)"
)
_NOT_WORN = r"(?! (?:dressed|covered|clad|soaked|wearing|tattooed|wrapped))"
# What leads up to it: the camera with a verb of its own, or the name of a move.
_LEADS = any_of(
    Rule(
        r"(?<![a-z])(?<!to the )(?<!at the )(?:camera|cam|lens|shot|view|frame|drone|we)"
        r"(?:,? (?:[a-z]+ly|then|now|which|that))*,? (?P<verb>travel|move|pan|tilt|sweep|glide"
        r"|drift|go|scan|slide|look|rise|descend|crane|track|truck|climb|lift|lower|drop|boom|shift"
        r"|pass|float|fly|creep|run|swoop|dolly|rotate|sweep)(?:e?s|ing)?"
        rf"(?:{_NOT_WORN} [a-z]+){{0,4}} $",
        takes="the camera slowly travels |from head to toe",
        leaves="the camera sees him dressed in black |from head to toe",
    ),
    Rule(
        r"(?:^|[.,;:!?\n\-] ?)(?:(?:an?|one|slow|slowly|smooth|smoothly|gentle|gently|steady|single"
        r"|continuous|vertical|horizontal|camera) )*(?P<verb2>pan|tilt|sweep|move|movement|scan"
        rf"|slide|glide|truck|track|crane)(?:s|ing)?(?:{_NOT_WORN} [a-z]+){{0,4}} $",
        takes="one smooth move |from the sky to the street",
        leaves="she moves |from the left to the right",
    ),
)
_HAN_LEADS = any_of(
    Rule(
        r"(?:镜头|机位|画面|摄影机|摄像机)[缓慢轻快速地先再]{0,4}$",
        takes="镜头缓缓|从天空摇到地面",
        leaves="镜头前他|从左侧移到右侧",
    ),
)
# Along what one goes "down" or "up" without going lower or higher.
_ALONG = any_of(
    Rule(
        r" (?:(?:the|an?|this|that|his|her|its|their) )?"
        r"(?:(?!(?:to|from|into|onto|over|past)\b)[a-z-]+ ){0,3}?"
        r"(?:corridors?|hall|hallways?|passages?|passageways?|aisles?|streets?|roads?|alleys?"
        r"|alleyways?|lanes?|avenues?|boulevards?|highways?|paths?|pathways?|tracks?|runways?|tunnels?"
        r"|catwalks?|rivers?|canals?|canyons?|valleys?|gorges?|coast|coastline|shore|beach|piers?"
        r"|bridges?|rows?|trails?|docks?|nave|platforms?|trenches|trench|sidewalks?)(?![a-z])",
        takes="glides down| the long empty corridor",
        leaves="glides down| from the roof to the street",
    )
)
# Where somebody goes whom the camera goes with.
_TO_THE_LEFT = any_of(
    Rule(
        r"(?<![a-z])(?:from (?:the )?(?:far )?right to (?:the )?(?:far )?left"
        r"|(?:to|towards?) (?:the )?left"
        r"|leftwards?|right[- ]to[- ]left)(?![a-z])[^.!?\n]{0,50}$",
        takes="she walks from right to left and the camera |pans with her",
        leaves="she turns to the left door. the camera |pans with her",
    )
)
_WITH = any_of(
    Rule(
        r"(?: [a-z]+ly| sideways| along)* (?:with|beside|alongside|to follow|following)"
        r" (?:him|her|it|them|the)(?![a-z])",
        takes="pans| slowly with her",
        leaves="pans| to the door with her",
    )
)
_OPENS = re.compile(r"(?:^|[.,;:!?\n]) ?$")
_TURNS = {"pan", "tilt", "sweep", "scan", "look", "摇", "扫", "转"}
_RISES = {"rise", "descend", "crane", "climb", "lift", "lower", "drop", "boom", "升", "降"}
_RISING = {Move.CRANE_UP, Move.CRANE_DOWN}
_LEFTWARD = {Move.PAN_RIGHT: Move.PAN_LEFT, Move.TRUCK_RIGHT: Move.TRUCK_LEFT}


def led_by_ends(text: str, moves: Sequence[Hit[Move]]) -> list[Hit[Move]]:
    """`moves` of `text`, and those that its ends tell in place of what their words alone say."""
    moves = [_as_it_leads(text, hit) for hit in moves]
    told = list(_by_ends(text))
    rest = (
        hit for hit in moves if not any(hit.start < end.end and end.start < hit.end for end in told)
    )
    return sorted([*rest, *told], key=lambda hit: hit.start)


def _as_it_leads(text: str, hit: Hit[Move]) -> Hit[Move]:
    """A move by where its words lead to: "down the corridor" goes no lower, and who goes with
    somebody to the left goes left."""
    told, left = text[hit.start : hit.end], _LEFTWARD.get(hit.meaning)
    if hit.meaning in _RISING and told.endswith((" down", " up")) and _ALONG.match(text, hit.end):
        return Hit(Move.PUSH_IN, hit.start, hit.end)
    if left and "right" not in told and _WITH.match(text, hit.end):
        is_left = _TO_THE_LEFT.search(text, max(0, hit.start - 90), hit.start)
        return Hit(left, hit.start, hit.end) if is_left else hit
    return hit


def _by_ends(text: str) -> Iterator[Hit[Move]]:
    for match in _FROM_TO.finditer(text):
        leads = _LEADS.search(text, max(0, match.start() - 70), match.start())
        if leads:
            verb = leads["verb"] or leads["verb2"]
            if move := _move(match, verb):
                yield Hit(move, leads.start("verb" if leads["verb"] else "verb2"), match.end())
    for match in _HAN_FROM_TO.finditer(text):
        led = _HAN_LEADS.search(text, max(0, match.start() - 8), match.start())
        opens = _OPENS.search(text, max(0, match.start() - 2), match.start())
        alone = opens and match["verb"] in _TURNS
        if (led or alone) and (move := _move(match, match["verb"][0])):
            yield Hit(move, match.start(), match.end())


def _move(match: re.Match[str], verb: str) -> Move | None:
    table = HAN if match.re is _HAN_FROM_TO else ENGLISH
    one, other = (height(match[end], table) for end in ("one", "other"))
    said = match.groupdict()
    if said.get("up") or said.get("down"):
        return by_height(bool(said["up"]), rises=verb in _RISES)
    if one is not None and other is not None and one != other:
        return by_height(other > one, rises=verb in _RISES)
    return by_side(_side(match["one"]), _side(match["other"]), turns=verb in _TURNS)


def by_height(goes_up: bool, *, rises: bool) -> Move:
    """The move between two heights, of a camera that turns, or that rises."""
    if goes_up:
        return Move.CRANE_UP if rises else Move.TILT_UP
    return Move.CRANE_DOWN if rises else Move.TILT_DOWN


def by_side(one: str | None, other: str | None, *, turns: bool) -> Move | None:
    """The move between two of "left", "middle" and "right"; None where either is missing."""
    if None in (one, other) or one == other:
        return None
    if other == "right" or one == "left":
        return Move.PAN_RIGHT if turns else Move.TRUCK_RIGHT
    return Move.PAN_LEFT if turns else Move.TRUCK_LEFT


def _side(thing: str) -> str | None:
    side = _SIDES.search(thing.split(" of ")[0])
    return (side.lastgroup or "").removeprefix("han_") if side else None
