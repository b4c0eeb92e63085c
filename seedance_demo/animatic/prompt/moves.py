"""Finds the camera moves that a prompt text names: a pan, and not the pan on the stove.

Some verbs are always the camera's. Others are anybody's ("rises", "follows"): they count where the
camera is their subject, where they are an order, or behind a manner ("a slow pan").
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..plan import OPPOSITES, Move
from .lexicon import ADVERB, Hit, Lexicon
from .rules import Rule, any_of
from .things import is_no_move, moves_a_thing, without_aside, without_objects
from .vocabulary import camera_words as words

_MOVES = Lexicon(
    {(move, False): phrases for move, phrases in words.MOVES.items()}
    | {(move, True): phrases for move, phrases in words.MOVES_OF_THE_CAMERA.items()}
)
_CAMERA = (
    r"(?:camera|cam|drone|lens|frame|framing|shot|take|view|perspective|image|picture|scene"
    r"|footage|we|steadicam|gimbal|dolly|crane|jib|boom|movement|镜头|机位|画面|камера)"
)
# Who looks at the camera is not filmed by saying so: what is looked at does nothing.
_NOT_LOOKED_AT = (
    "".join(
        rf"(?<!{word} )(?<!{word} the )"
        for word in ("at", "to", "toward", "towards", "into", "facing", "from", "beside", "behind")
    )
    + r"(?<!off[ -])"
)
_FILMED = any_of(
    Rule(
        rf"(?<![a-z])(?:{_NOT_LOOKED_AT}{_CAMERA}|aerial|flyover|fpv|pov|handheld|push|pan|tilt|zoom"
        r"|orbit|track|hyperlapse)(?![a-z])",
        takes="the camera follows him",
        leaves="she looks at the camera",
    ),
    Rule(
        r"^ ?(?:start|begin|open)s? ",
        takes="start high above the bay",
        leaves="the doors open above the bay",
    ),
)
# Words before a verb that make the camera its subject.
_OF_THE_CAMERA = any_of(
    Rule(
        rf"(?<![a-z]){_NOT_LOOKED_AT}{_CAMERA}"
        r"(?:'s|,? (?:that|which)(?! (?:he|she|they|we|i)(?![a-z])))?"
        r"(?:,(?= [a-z]+ly| then| now))?"
        r"(?: (?!(?:an?|the|her|his|him|them|its?|their|as|while|of|on|that|which)\b)[a-z]+){0,4}"
        r",? ?$",
        takes="the camera then slowly |rises",
        leaves="the camera follows her as she |rises",
    ),
    Rule(
        rf"(?<![a-z]){_NOT_LOOKED_AT}{_CAMERA}(?![a-z:])"
        r"(?![^.;!?\n]* (?:follow|track)[^.;!?\n]* as it )"
        r"(?:(?! (?:as|while|when|where|who) )[^.;!?\n]){0,60}"
        r"(?:,? and| then| before| while| as it)(?: then)?"
        r" (?:[a-z]+ly )?$",
        takes="the camera follows the boat and then |rises",
        leaves="she looks into the camera and then |rises",
    ),
    Rule(
        r"(?:camera|camera (?:movement|motion|work)|运镜|镜头|机位): ?(?:an? )?(?:mix of )?"
        r"(?:(?!(?:he|she|they|it|who|the|his|her|an?|as|while|of|in|on|with|and|to|from) )"
        r"[a-z·-]+,? ){0,5}$",
        takes="camera: |rises",
        leaves="action: |rises",
    ),
    Rule(
        r"(?:镜头先?从[^。;!?\n]{1,30}?开始,|(?:镜头|机位|无人机|摄影机|摄像机|相机|画面(?![左右上下中内外边])"
        r"|摇臂)(?![前里旁]|后(?![拉退移撤])))(?:在[她他它])?(?:(?![她他它人孩])[一-鿿]){0,12}"
        r"(?:,[缓慢快轻再然后接着又]{0,4})?$",
        takes="镜头缓缓|上升",
        leaves="镜头前的她|上升",
    ),
)
# The same, with nothing but its own moves (blanked) and adverbs between the camera and its verb.
_VERB_OF_THE_CAMERA = any_of(
    Rule(
        rf"(?<![a-z]){_CAMERA}(?: (?:[a-z]+ly|then|and|also|now|starts to|begins to|·+))*,? ?$",
        takes="the camera slowly |turns",
        leaves="the camera follows her |turns",
    ),
    Rule(
        r"(?:镜头|机位|画面)[缓慢快轻微平稳速地开始又再·]{0,6}$",
        takes="镜头缓慢|转动",
        leaves="镜头前他|转动",
    ),
)
_A_CLAUSE_OPENS = any_of(
    Rule(
        rf"(?:^|[.,;:!?\n\-\])】）|·]) ?(?:(?:{ADVERB}|the) )*$",
        takes="a street, slowly |pan to the left",
        leaves="she lifts the hot |pan to the left",
    )
)
_ORDERS = any_of(
    Rule(
        r"(?:widen|follow|circl|orbit|glid|descend|ascend|sweep|hover)[a-z]*|truck(?:ing)?",
        takes="|circle| the fountain",
        leaves="|rise| over the fountain",
    )
)
# Some words are things too (a hot pan, the arc of a story): they are orders where a sentence begins
# with them and ends, or goes on to where the camera is to look.
_ORDERS_OR_THINGS = any_of(
    Rule(
        r"pan|tilt|zoom|dolly|track(?:ing)?|arc|roll|locked|hold",
        takes="|pan| across the kitchen",
        leaves="|orbit| the kitchen",
    )
)
_A_SENTENCE_OPENS = any_of(
    Rule(
        r"(?:^|[.;:!?\n|\])】）]|(?:image|img|picture|photo|图)[ _#-]?[1-9])"
        rf" ?(?:{ADVERB} )*$",
        takes="a quiet street. slowly |zoom",
        leaves="a quiet street, a |zoom",
    )
)
_NOTHING_FOLLOWS = any_of(
    Rule(r" ?(?:$|[.,;!?\n|\[(（【]|- )", takes="slow pan|, rain", leaves="pan| with hot oil")
)
_AIMED = any_of(
    Rule(r" ?@", takes="zoom| @image2", leaves="zoom| call"),
    Rule(
        r" (?:to|onto|towards?|across|along|around|past|through|from|over|between|until|[a-z]+ly"
        r"|upwards?|and (?:tilt|pan|zoom|push|pull|orbit))(?![a-z])",
        takes="pan| across the square",
        leaves="pan| of hot oil",
    ),
)
# Behind a manner the bare word is the move.
_IN_A_MANNER = any_of(
    Rule(
        r"(?<![a-z])(?<! in )(?:slow|gentle|smooth|subtle|steady|soft|slight|quick|fast|rapid|brisk"
        r"|sudden|swift|(?:low|high)[- ]angle|high[- ]speed|continuous|dramatic|dynamic|cinematic"
        r"|graceful|fluid|elegant|hand[ -]?held|lateral|sideways|close|tight|rear|side|pov"
        r"|(?<!in )low|first[- ]person)(?: camera)?[ -]$",
        takes="a smooth |dolly",
        leaves="a toy |dolly",
    )
)
_NAME_OF_A_MOVE = any_of(
    Rule(
        r"(?:zoom|pan|tilt|push|orbit|arc|dolly|slide|crane|circle|follow|tracking)(?: [a-z ]+)?",
        takes="a slow |pan left| over the bay",
        leaves="a slow man |pans left| over the bay",
    ),
    Rule(
        r"(?:drift|move|glide|rise|float|roll|spiral|sweep) [a-z ]+",
        takes="a slow |drift left| over the bay",
        leaves="a slow |drift| of snow",
    ),
)
_SUBJECT = re.compile(rf"([a-z']+) (?:{ADVERB} )*$")
_PEOPLE = {"he", "she", "they", "who", "i", "you", "men", "women", "people", "soldiers"}
# Forms of a verb that have a subject before them; "focus" is none.
_FINITE = any_of(
    Rule(
        r"[a-z]+(?:ing|(?<!cu)(?<!bird)(?<!sideway)(?<!s)s)(?![a-z])",
        takes="the soldier |pushes forward",
        leaves="then |focus on the door",
    )
)
_SHOT_NAME = any_of(
    Rule(
        r"(?:shot|camera|crane|drone|cam|move\w*|shots)$",
        takes="a rising crane shot|",
        leaves="a crane rises|",
    )
)
_LINKS = {
    *("and", "then", "it", "now", "also", "or", "but", "while", "as", "by", "with", "is"),
    *("before", "after", "until", "when"),
    *("start", "starts", "begin", "begins", "keeps", "camera's"),
}
_AND_BACK = any_of(
    Rule(
        r"(?:(?: [a-z']+){0,4}?,? (?:and )?then|,? and) (?:to the )?"
        r"(?:back (?:to the )?(?=left|right|up|down|in|out))?([a-z]+)(?![a-z])(?! of)",
        takes="pan left| then right",
        leaves="pan left| then right of the door",
    )
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
    before = without_aside(text[max(0, hit.start - 90) : hit.start])
    phrase, subject = text[hit.start : hit.end], before.replace(", ", ";")  # of one clause
    of_a_thing = moves_a_thing(text, hit.start) and not is_verb_of_the_camera(subject)
    if of_a_thing or is_no_move(text, hit.start, before):
        return False
    if hit.meaning[1]:
        ordered = _is_ordered(text, hit, before, phrase)
        return ordered or bool(_OF_THE_CAMERA.search(without_objects(before)))
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
    its_own = match[1] in _LINKS or match[1].endswith("ly") or re.fullmatch(_CAMERA, match[1])
    return bool(finite) and not (its_own or _IN_A_MANNER.search(before))
