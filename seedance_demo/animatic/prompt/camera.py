"""What a passage asks of the camera: shot size, moves, pace, and how shots join."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..plan import OPPOSITES, Framing, Move, Transition
from .negation import is_refused
from .phrases import ADVERB, Hit, Lexicon, near
from .vocabulary import camera as words

_FRAMINGS = Lexicon(words.FRAMINGS)
_MOVES = Lexicon(
    {(move, False): phrases for move, phrases in words.MOVES.items()}
    | {(move, True): phrases for move, phrases in words.MOVES_OF_THE_CAMERA.items()}
)
_LOCKED = Lexicon({Move.STATIC: words.LOCKED})
_REFUSED = Lexicon({Move.STATIC: words.REFUSED_MOVES})
_PACES = Lexicon(words.PACES)
_PACES_OF_THE_SHOT = Lexicon(words.PACES_OF_THE_SHOT)
_TRANSITIONS = Lexicon(words.TRANSITIONS)
_ONE_TAKE = Lexicon({True: words.ONE_TAKE})

_ON_A_TRIPOD = {Move.STATIC, Move.RACK_FOCUS, Move.HANDHELD}
_INWARD = {Move.PUSH_IN, Move.ZOOM_IN, Move.CRASH_ZOOM}
_FADES_OUT = (Transition.FADE_TO_BLACK, Transition.FADE_TO_WHITE)

_CAMERA = (
    r"(?:camera|cam|drone|lens|frame|framing|shot|view|perspective|image|picture|scene|footage|we"
    r"|steadicam|gimbal|dolly|crane|jib|boom|which|that|movement|镜头|机位|画面)"
)
_OF_THE_CAMERA = re.compile(
    rf"(?<![a-z]){_CAMERA}(?:'s)?(?:,(?= [a-z]+ly| then| now| which))?"
    rf"(?: (?!(?:an?|the|her|his|him|them|its?|their|as|while|of|on)\b)[a-z]+){{0,4}},? ?$"
    rf"|(?<![a-z]){_CAMERA}(?![a-z:])[^.;!?\n]{{0,60}}(?:,? and| then| before)(?: then)?"
    r" (?:[a-z]+ly )?$"
    r"|(?:camera|camera movement|运镜|镜头|机位): ?$"
    r"|(?:镜头|机位|无人机|摄影机|摄像机|相机|画面|摇臂)[一-鿿]{0,6}$"
)
_OF_THE_SOUND = re.compile(
    r"(?:music|sound|audio|song|voice|noise|melody|score)s?(?: [a-z]+){0,2} $"
    r"|(?:音乐|声|配乐|旋律)[一-鿿]{0,3}$"
)
# Nothing but its own moves (blanked) and adverbs between the camera and its verb.
_VERB_OF_THE_CAMERA = re.compile(
    rf"(?<![a-z]){_CAMERA}(?: (?:[a-z]+ly|then|and|also|now|starts to|begins to|·+))*,? ?$"
)
_A_CLAUSE_OPENS = re.compile(rf"(?:^|[.,;:!?\n\-\])】）|·]) ?(?:(?:{ADVERB}|the) )*$")
_ORDERS = re.compile(r"(?:follow|circl|orbit|glid|descend|ascend|sweep|hover|truck)[a-z]*")
# These are things too (a pan with oil, a zoom call, a doll on a dolly): they are orders where a
# sentence begins with them and ends, or goes on to where the camera is to look.
_ORDERS_OR_THINGS = re.compile(r"pan|tilt|zoom|dolly|track(?:ing)?")
_A_SENTENCE_OPENS = re.compile(
    rf"(?:^|[.;:!?\n|\])】）]|(?:image|img|picture|photo|图)[ _#-]?[1-9]) ?(?:{ADVERB} )*$"
)
_NOTHING_FOLLOWS = re.compile(r" ?(?:$|[.,;!?\n|\[(（【]|- )")
_AIMED = re.compile(
    r" ?@| (?:to|onto|towards?|across|along|around|past|through|from|over|between|until|[a-z]+ly"
    r"|upwards?|and (?:tilt|pan|zoom|push|pull|orbit))(?![a-z])"
)
_PEOPLE = {"he", "she", "they", "who", "i", "you", "men", "women", "people", "soldiers"}
_FINITE = re.compile(r"[a-z]+(?:ing|(?<!cu)(?<!bird)(?<!s)s)(?![a-z])")
_SHOT_NAME = re.compile(r"(?:shot|camera|crane|drone|cam|move\w*|shots)$")
_JOINTS = {
    *("and", "then", "it", "now", "also", "or", "but", "while", "as", "by", "with", "is"),
    *("start", "starts", "begin", "begins", "keeps", "camera's"),
    *("slow", "fast", "smooth", "gentle", "steady", "cinematic", "continuous", "subtle"),
}
_AND_BACK = re.compile(
    r"(?:(?: [a-z']+){0,4}?,? (?:and )?then|,? and) (?:to the )?"
    r"(?:back (?:to the )?(?=left|right|up|down|in|out))?([a-z]+)(?![a-z])(?! of)"
)
_FIRST_WORDS = re.compile(r"[\W\d]{0,9}[^.,;!?\n]{0,20}")
_ENDS_ON = re.compile(
    r"(?<![a-z])(?:end|finish|land|settl)[a-z]* (?:on|in|with|at)(?: an?| the)? $"
)
_NEAR = 30  # characters between a move and the word for its pace


@dataclass(frozen=True)
class Camera:
    framing: Framing | None
    moves: tuple[Move, ...]
    pace: float | None
    enters: Transition | None  # named in the first words of the passage
    passes: Transition | None  # named later, it leads to what comes next
    leaves: Transition | None
    beyond: tuple[str, ...]  # moves there is no room for
    spans: tuple[tuple[int, int], ...]  # words that have had their meaning


def is_one_take(text: str) -> bool:
    return any(not is_refused(text, hit.start, hit.end) for hit in _ONE_TAKE.find(text))


def read_camera(text: str) -> Camera:
    locked = list(_LOCKED.find(text))
    found = [hit for hit in _MOVES.find(text) if _is_a_move(text, hit)]
    asked = [hit for hit in found if not is_refused(text, hit.start, hit.end)]
    back = list(_ways_back(text, asked))
    framings = [hit for hit in _FRAMINGS.find(text) if not is_refused(text, hit.start, hit.end)]
    transitions = [
        hit
        for hit in _TRANSITIONS.find(text)
        if not is_refused(text, hit.start, hit.end)
        and not _OF_THE_SOUND.search(text, max(0, hit.start - 32), hit.start)
    ]
    refused = len(found) > len(asked) or any(_REFUSED.find(text))
    # What dissolves may be the light too: "night dissolves into day".
    fades = [hit for hit in transitions if hit.meaning is not Transition.DISSOLVE]
    every = sorted([*asked, *back], key=lambda hit: hit.start)
    moves, beyond = _moves(text, every, locked=bool(locked) or (refused and not asked))
    enters, passes, leaves = _cutting(text, transitions)
    return Camera(
        framing=_framing(text, framings, asked),
        moves=_with_framings(moves, framings),
        pace=_pace(text, asked),
        enters=enters,
        passes=passes,
        leaves=leaves,
        beyond=beyond,
        spans=_spans(locked) + _spans(found) + _spans(back) + _spans(framings) + _spans(fades),
    )


def is_verb_of_the_camera(before: str) -> bool:
    """Whether a verb right behind the words `before` has the camera for its subject."""
    return bool(_VERB_OF_THE_CAMERA.search(before))


def _spans(hits: Iterable[Hit[Any]]) -> tuple[tuple[int, int], ...]:
    return tuple((hit.start, hit.end) for hit in hits)


def _is_a_move(text: str, hit: Hit[tuple[Move, bool]]) -> bool:
    before = text[max(0, hit.start - 90) : hit.start]
    phrase = text[hit.start : hit.end]
    if hit.meaning[1]:
        return _is_ordered(text, hit, before, phrase) or bool(_OF_THE_CAMERA.search(before))
    return not _is_somebody_elses(before, phrase)


def _is_ordered(text: str, hit: Hit[Any], before: str, phrase: str) -> bool:
    if _ORDERS_OR_THINGS.fullmatch(phrase):
        alone = _A_SENTENCE_OPENS.search(before) and _NOTHING_FOLLOWS.match(text, hit.end)
        aimed = _A_CLAUSE_OPENS.search(before) and _AIMED.match(text, hit.end)
        return bool(alone or aimed)
    told = " " in phrase or _ORDERS.fullmatch(phrase)
    return bool(told and _A_CLAUSE_OPENS.search(before))


def _is_somebody_elses(before: str, phrase: str) -> bool:
    """ "The soldier pushes forward" moves no camera, nor does "she pulls back"."""
    match = re.search(r"([a-z']+) $", before)
    if match is None:
        return False
    if match[1] in _PEOPLE:
        return True
    finite = _FINITE.match(phrase) and not _SHOT_NAME.search(phrase)
    its_own = match[1] in _JOINTS or match[1].endswith("ly") or re.fullmatch(_CAMERA, match[1])
    return bool(finite) and not its_own


def _ways_back(
    text: str, moves: Sequence[Hit[tuple[Move, bool]]]
) -> Iterator[Hit[tuple[Move, bool]]]:
    """ "Pan left then right", "zoom in and out": a single word names the second move."""
    ways = list(moves)
    for hit in ways:
        back, match = OPPOSITES.get(hit.meaning[0]), _AND_BACK.match(text, hit.end)
        if back and match and match[1] in ("back", *words.DIRECTIONS[back]):
            ways.append(Hit((back, hit.meaning[1]), match.start(1), match.end()))
            yield ways[-1]


def _moves(
    text: str, hits: Sequence[Hit[tuple[Move, bool]]], locked: bool
) -> tuple[tuple[Move, ...], tuple[str, ...]]:
    moves: dict[Move, None] = {Move.STATIC: None} if locked else {}
    beyond = []
    for hit in hits:
        move = hit.meaning[0]
        to_and_fro = move in moves and OPPOSITES.get(move) in moves
        if to_and_fro or (locked and move not in _ON_A_TRIPOD):
            beyond.append(text[hit.start : hit.end])
        else:
            moves[move] = None
    if not locked and moves.keys() - _ON_A_TRIPOD:
        moves.pop(Move.STATIC, None)
    return tuple(moves), tuple(beyond)


def _framing(
    text: str, framings: Sequence[Hit[Framing]], moves: Sequence[Hit[tuple[Move, bool]]]
) -> Framing | None:
    """The size the shot begins with: "push in to a close-up" does not begin close."""
    arrivals = {hit.end for hit in moves if hit.meaning[0] in _INWARD}
    for hit in framings:
        before = text[max(0, hit.start - 20) : hit.start]
        if _ENDS_ON.search(before):
            continue
        arrives = re.search(
            r"(?:(?<![a-z])(?:to|into|onto|on|for)(?: an?| the)? |[到至成为])$", before
        )
        if not arrives or arrivals.isdisjoint(range(hit.start - 24, hit.start + 1)):
            return hit.meaning
    return None


def _with_framings(moves: tuple[Move, ...], framings: Sequence[Hit[Framing]]) -> tuple[Move, ...]:
    """ "From a wide shot to a close-up" is a push in though nobody calls it one."""
    sizes = list(Framing)
    if moves or len(framings) < 2 or framings[0].meaning == framings[-1].meaning:
        return moves
    tighter = sizes.index(framings[-1].meaning) < sizes.index(framings[0].meaning)
    return (Move.PUSH_IN if tighter else Move.PULL_OUT,)


def _pace(text: str, moves: Sequence[Hit[tuple[Move, bool]]]) -> float | None:
    """The pace of the moves, by the nearest word in the same sentence; else of the whole shot."""
    paces = list(_PACES.find(text))
    candidates = [
        (gap, pace.meaning)
        for move in moves
        for pace in near(paces, move, _NEAR)
        if (gap := _distance(text, pace, move)) is not None
    ]
    if candidates:
        return min(candidates)[1]
    return next((hit.meaning for hit in _PACES_OF_THE_SHOT.find(text)), None)


def _distance(text: str, one: Hit[float], other: Hit[tuple[Move, bool]]) -> int | None:
    if one.start < other.end and other.start < one.end:
        return 0
    start, end = sorted((one.start, one.end, other.start, other.end))[1:3]
    apart = end - start > _NEAR or re.search(r"[.;!?\n]", text[start:end])
    return None if apart else end - start


def _cutting(
    text: str, hits: Sequence[Hit[Transition]]
) -> tuple[Transition | None, Transition | None, Transition | None]:
    enters = passes = leaves = None
    for hit in hits:
        if hit.meaning in _FADES_OUT:
            leaves = hit.meaning
        elif hit.meaning is Transition.FADE_IN or _FIRST_WORDS.fullmatch(text, 0, hit.start):
            enters = enters or hit.meaning
        else:
            passes = hit.meaning
    return enters, passes, leaves
