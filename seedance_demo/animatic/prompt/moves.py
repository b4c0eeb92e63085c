"""Which words of a passage are moves of the camera: a pan, and not the pan on the stove.

Some verbs are always the camera's. Others are anybody's ("rises", "follows"): they count where the
camera is their subject, where they are an order, or behind a manner ("a slow pan").
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..plan import OPPOSITES, Move
from .lexicon import ADVERB, Hit, Lexicon
from .vocabulary import camera_words as words

_MOVES = Lexicon(
    {(move, False): phrases for move, phrases in words.MOVES.items()}
    | {(move, True): phrases for move, phrases in words.MOVES_OF_THE_CAMERA.items()}
)
_CAMERA = (
    r"(?:camera|cam|drone|lens|frame|framing|shot|take|view|perspective|image|picture|scene|footage|we"
    r"|steadicam|gimbal|dolly|crane|jib|boom|movement|镜头|机位|画面)"
)
# "She looks at the camera, tilts her head": what is looked at does nothing.
_NOT_LOOKED_AT = (
    "".join(
        rf"(?<!{word} )(?<!{word} the )"
        for word in ("at", "to", "toward", "towards", "into", "facing", "from")
    )
    + r"(?<!off[ -])"
)
_FILMED = re.compile(
    rf"(?<![a-z])(?:{_NOT_LOOKED_AT}{_CAMERA}|aerial|flyover|fpv|pov|handheld|push|pan|tilt|zoom"
    r"|orbit|track|hyperlapse)(?![a-z])|^ ?(?:start|begin|open)s? "
)
_OF_THE_CAMERA = re.compile(
    rf"(?<![a-z]){_NOT_LOOKED_AT}{_CAMERA}(?:'s| that| which)?(?:,(?= [a-z]+ly| then| now| which))?"
    rf"(?: (?!(?:an?|the|her|his|him|them|its?|their|as|while|of|on|that|which)\b)[a-z]+){{0,4}}"
    r",? ?$"
    rf"|(?<![a-z]){_NOT_LOOKED_AT}{_CAMERA}(?![a-z:])[^.;!?\n]{{0,60}}"
    r"(?:,? and| then| before| while| as it)(?: then)?"
    r" (?:[a-z]+ly )?$"
    r"|(?:camera|camera movement|运镜|镜头|机位): ?$"
    r"|(?:镜头|机位|无人机|摄影机|摄像机|相机|画面(?![左右上下中内外边])|摇臂)(?![前后里旁])"
    r"(?:在[她他它])?(?:(?![她他它人孩])[一-鿿]){0,12}"
    r"(?:,[缓慢快轻再然后接着又]{0,4})?$"
)
# Nothing but its own moves (blanked) and adverbs between the camera and its verb.
_VERB_OF_THE_CAMERA = re.compile(
    rf"(?<![a-z]){_CAMERA}(?: (?:[a-z]+ly|then|and|also|now|starts to|begins to|·+))*,? ?$"
    r"|(?:镜头|机位|画面)[缓慢快轻微平稳速地开始又再·]{0,6}$"
)
_A_CLAUSE_OPENS = re.compile(rf"(?:^|[.,;:!?\n\-\])】）|·]) ?(?:(?:{ADVERB}|the) )*$")
_ORDERS = re.compile(r"(?:widen|follow|circl|orbit|glid|descend|ascend|sweep|hover|truck)[a-z]*")
# These are things too (a pan with oil, a zoom call, a doll on a dolly): they are orders where a
# sentence begins with them and ends, or goes on to where the camera is to look.
_ORDERS_OR_THINGS = re.compile(r"pan|tilt|zoom|dolly|track(?:ing)?|arc|roll|locked")
_A_SENTENCE_OPENS = re.compile(
    rf"(?:^|[.;:!?\n|\])】）]|(?:image|img|picture|photo|图)[ _#-]?[1-9]) ?(?:{ADVERB} )*$"
)
_NOTHING_FOLLOWS = re.compile(r" ?(?:$|[.,;!?\n|\[(（【]|- )")
_AIMED = re.compile(
    r" ?@| (?:to|onto|towards?|across|along|around|past|through|from|over|between|until|[a-z]+ly"
    r"|upwards?|and (?:tilt|pan|zoom|push|pull|orbit))(?![a-z])"
)
# "Slow pan left", "a smooth dolly": behind a manner, the bare word is the move.
_IN_A_MANNER = re.compile(
    r"(?<![a-z])(?:slow|gentle|smooth|subtle|steady|soft|slight|quick|fast|rapid|brisk|sudden|swift"
    r"|high[- ]speed|continuous|dramatic|dynamic|cinematic|graceful|fluid|elegant|lateral"
    r"|sideways)(?: camera)?[ -]$"
)
_NAME_OF_A_MOVE = re.compile(
    r"(?:zoom|pan|tilt|push|orbit|arc|dolly|slide|crane|circle|follow)(?: [a-z ]+)?"
    r"|(?:drift|move|glide|rise|float|roll|spiral|sweep) [a-z ]+"
)
_SUBJECT = re.compile(rf"([a-z']+) (?:{ADVERB} )*$")
_PEOPLE = {"he", "she", "they", "who", "i", "you", "men", "women", "people", "soldiers"}
_FINITE = re.compile(r"[a-z]+(?:ing|(?<!cu)(?<!bird)(?<!s)s)(?![a-z])")
_SHOT_NAME = re.compile(r"(?:shot|camera|crane|drone|cam|move\w*|shots)$")
_JOINTS = {
    *("and", "then", "it", "now", "also", "or", "but", "while", "as", "by", "with", "is"),
    *("before", "after", "until", "when"),
    *("start", "starts", "begin", "begins", "keeps", "camera's"),
}
_ONLY_HEARD = re.compile(r"[时瞬]间?的[一-鿿]{0,8}[声音]")  # 推进时的嗖声 is a sound
_AND_BACK = re.compile(
    r"(?:(?: [a-z']+){0,4}?,? (?:and )?then|,? and) (?:to the )?"
    r"(?:back (?:to the )?(?=left|right|up|down|in|out))?([a-z]+)(?![a-z])(?! of)"
)


def moves_in(text: str) -> list[Hit[Move]]:
    """The moves that `text` (lower case) names, asked for or refused."""
    found = (hit for hit in _MOVES.find(text) if _is_a_move(text, hit))
    return [Hit(hit.meaning[0], hit.start, hit.end) for hit in found]


def ways_back(text: str, moves: Sequence[Hit[Move]]) -> Iterator[Hit[Move]]:
    """ "Pan left then right", "zoom in and out": a single word names the second move."""
    ways = list(moves)
    for hit in ways:
        back, match = OPPOSITES.get(hit.meaning), _AND_BACK.match(text, hit.end)
        if back and match and match[1] in ("back", *words.DIRECTIONS[back]):
            ways.append(Hit(back, match.start(1), match.end()))
            yield ways[-1]


def is_verb_of_the_camera(before: str) -> bool:
    """Whether a verb right behind the words `before` has the camera for its subject."""
    return bool(_VERB_OF_THE_CAMERA.search(before))


def _is_a_move(text: str, hit: Hit[tuple[Move, bool]]) -> bool:
    before = text[max(0, hit.start - 90) : hit.start]
    phrase = text[hit.start : hit.end]
    if _ONLY_HEARD.match(text, hit.end):
        return False
    if hit.meaning[1]:
        return _is_ordered(text, hit, before, phrase) or bool(_OF_THE_CAMERA.search(before))
    return not _is_somebody_elses(before, phrase)


def _is_ordered(text: str, hit: Hit[Any], before: str, phrase: str) -> bool:
    if _NAME_OF_A_MOVE.fullmatch(phrase) and _IN_A_MANNER.search(before):
        return True
    if _ORDERS_OR_THINGS.fullmatch(phrase):
        alone = _A_SENTENCE_OPENS.search(before) and _NOTHING_FOLLOWS.match(text, hit.end)
        aimed = _A_CLAUSE_OPENS.search(before) and _AIMED.match(text, hit.end)
        return bool(alone or aimed)
    told = " " in phrase or _ORDERS.fullmatch(phrase)
    if not told or _A_SENTENCE_OPENS.search(before):
        return bool(told)
    # Behind a comma "moves away" and "descending" go on with what the sentence is about.
    about = re.split(r"[.;:!?\n]", before)[-1]
    filmed = _FILMED.search(about) or not _FINITE.match(phrase)
    return bool(_A_CLAUSE_OPENS.search(before) and filmed)


def _is_somebody_elses(before: str, phrase: str) -> bool:
    """ "The soldier pushes forward" moves no camera, nor does "she pulls back"."""
    subject, match = _SUBJECT.search(before), re.search(r"([a-z']+) $", before)
    if match is None:
        return False
    if subject and subject[1] in _PEOPLE:
        return True
    finite = _FINITE.match(phrase) and not _SHOT_NAME.search(phrase)
    its_own = match[1] in _JOINTS or match[1].endswith("ly") or re.fullmatch(_CAMERA, match[1])
    return bool(finite) and not (its_own or _IN_A_MANNER.search(before))
