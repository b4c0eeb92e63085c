"""Finds camera moves that are told by their ends: "from head to toe", 从天空摇到地面."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..plan import Move
from .lexicon import Hit
from .rules import Rule, any_of

# What is high, low, left and right where a camera looks.
_HIGH = (
    r"sky|skies|ceiling|heads?|face|eyes|hair|hat|roofs?|rooftops?|treetops?|clouds?|stars|moon|top"
    r"|spire|summit|peaks?|天空|天花板|头部?|脸|面部|眼睛|屋顶|树梢|树顶|云|星空|月亮|顶部|上方|上"
)
_LOW = (
    r"ground|floor|feet|foot|toes?|shoes?|boots|heels|street|road|pavement|sidewalk|bottom|base"
    r"|grass|earth|water|sea|地面|地板|脚尖|脚下?|鞋子?|街道|路面|底部|下方|水面|海面|草地|下"
)
_PLACE = (
    rf"(?:(?P<high{{n}}>{_HIGH})|(?P<low{{n}}>{_LOW})"
    r"|(?P<left{n}>(?:far )?left(?: side| end| edge)?|最?左[边侧端]?)"
    r"|(?P<right{n}>(?:far )?right(?: side| end| edge)?|最?右[边侧端]?)"
    r"|(?P<middle{n}>middle|cent(?:er|re)|中间|中央|正中)"
    r"|(?P<other{n}>[a-z]+|[一-鿿]{{1,4}}?))(?![a-z])"
)
_ARTICLE = r"(?:the |her |his |their |its |an? )?"
_FROM_TO = any_of(
    Rule(
        rf"from {_ARTICLE}(?:[a-z]+ )??{_PLACE.format(n=1)}(?: of(?: [a-z]+){{1,3}})??"
        rf" (?:all the way )?(?:(?P<down>down)|(?P<up>up))? ?(?:to|into|towards?|onto) "
        rf"{_ARTICLE}(?:[a-z]+ )??{_PLACE.format(n=2)}",
        takes="from the far left to the far right",
        leaves="from the left of the door",
    )
)
_HAN_FROM_TO = any_of(
    Rule(
        rf"[从由]{_PLACE.format(n=1)}[缓慢轻快速地]{{0,4}}(?P<verb>摇|扫|移动?|滑|转|升|降)"
        rf"[动下上]?[到至向]{_PLACE.format(n=2)}",
        takes="从天空摇到地面",
        leaves="从天空飘到地面",
    )
)
_NOT_WORN = r"(?! (?:dressed|covered|clad|soaked|wearing|tattooed|wrapped))"
# What leads up to it: the camera with a verb of its own, or the name of a move.
_LEADS = any_of(
    Rule(
        r"(?<![a-z])(?<!to the )(?<!at the )(?:camera|cam|lens|shot|view|frame|drone|we)"
        r"(?:,? (?:[a-z]+ly|then|now|which|that))*,? (?P<verb>travel|move|pan|tilt|sweep|glide"
        r"|drift|go|scan|slide|look|rise|descend|crane|track|truck)(?:e?s|ing)?"
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
_RISES = {"rise", "descend", "crane", "升", "降"}
_RISING = {Move.CRANE_UP, Move.CRANE_DOWN}
_LEFTWARD = {Move.PAN_RIGHT: Move.PAN_LEFT, Move.TRUCK_RIGHT: Move.TRUCK_LEFT}

# The middle lies on the other side of an end.
_ACROSS = {
    **{"high1": "low2", "low1": "high2", "left1": "right2", "right1": "left2"},
    **{"high2": "low1", "low2": "high1", "left2": "right1", "right2": "left1"},
}


def led_by_ends(text: str, moves: Sequence[Hit[Move]]) -> list[Hit[Move]]:
    """`moves` of `text`, and those that its ends tell in place of what their words alone say."""
    moves = [replace(hit, meaning=_as_it_leads(text, hit)) for hit in moves]
    told = list(_by_ends(text))
    rest = (
        hit for hit in moves if not any(hit.start < end.end and end.start < hit.end for end in told)
    )
    return sorted([*rest, *told], key=lambda hit: hit.start)


def _as_it_leads(text: str, hit: Hit[Move]) -> Move:
    """A move by where its words lead to: "down the corridor" goes no lower, and who goes with
    somebody to the left goes left."""
    told = text[hit.start : hit.end]
    if hit.meaning in _RISING and told.endswith((" down", " up")) and _ALONG.match(text, hit.end):
        return Move.PUSH_IN
    to_the_left = _LEFTWARD.get(hit.meaning)
    if to_the_left and "right" not in told and _WITH.match(text, hit.end):
        is_left = _TO_THE_LEFT.search(text, max(0, hit.start - 90), hit.start)
        return to_the_left if is_left else hit.meaning
    return hit.meaning


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
    told = {name for name, words in match.groupdict().items() if words}
    if told & {"middle1", "middle2"}:
        told |= {_ACROSS[name] for name in told & _ACROSS.keys()}
    if told & {"down"} or {"high1", "low2"} <= told:
        return Move.CRANE_DOWN if verb in _RISES else Move.TILT_DOWN
    if told & {"up"} or {"low1", "high2"} <= told:
        return Move.CRANE_UP if verb in _RISES else Move.TILT_UP
    if {"left1", "right2"} <= told:
        return Move.PAN_RIGHT if verb in _TURNS else Move.TRUCK_RIGHT
    if {"right1", "left2"} <= told:
        return Move.PAN_LEFT if verb in _TURNS else Move.TRUCK_LEFT
    return None
