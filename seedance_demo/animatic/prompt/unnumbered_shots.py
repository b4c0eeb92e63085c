"""Finds shots without times or numbers in a prompt text: lists, named images, sentences, lines."""

import re
from itertools import pairwise

from ..plan import Move
from .camera import read_camera
from .connectives import connectives
from .image_references import references
from .mark import LEFT, RIGHT, Mark, opens_clause
from .rules import Rule, any_of
from .text import count_words

# Between the first and the last part those with names of their own.
_ANOTHER_PART = any_of(
    Rule(
        r"(?:(?<=[.;!?\n])|(?<=[.;!?] ))[a-z]{3,12}(?: [a-z]{3,12})? - ",
        takes="he ties his shoes. ride - behind him",
        leaves="he ties his shoes, blue - behind him",
    )
)
_PART_OF_A_STORY = any_of(
    Rule(
        rf"{LEFT}?(?:opening|beginning|start|intro|middle|closing|ending|end|outro|final"
        r"|开头|开场|中间|中段|结尾|结局)"
        rf"(?: [a-z-]+|镜头|画面)?{RIGHT}? ?(?::| - )",
        takes="opening shot: the pier",
        leaves="the opening of the pier",
    ),
    Rule(
        r"(?<![a-z-])(?!camera|kind|type)(?:[a-z-]{1,20} ){1,4}shot"
        r"(?: (?:near|by|in|on|at|of|from|inside|over|under|along|through|beside|behind|with)"
        r"(?: [a-z'-]{1,20}){1,5})? ?:",
        takes="chaotic shot near the road: cars",
        leaves="a chaotic shot near the road",
    ),
)
_SENTENCE = re.compile(r"(?:[^.;!?\n…]|(?<=[0-9])\.(?=[0-9]))+")
_SHORTEST = 3  # words, or Chinese signs: less is no picture
_MANNERS = {Move.HANDHELD, Move.DRIFT}  # of all shots, rather than of one
_LABEL_OF_A_LINE = any_of(
    Rule(
        r"[a-z ]{2,24}:",
        takes="|visual style: close-ups of hands",
        leaves="|close-up of hands: rain",
    )
)
_REFUSES = any_of(
    Rule(
        r" ?(?:(?:no|do not|don't|never|without|avoid)(?![a-z])|禁止|不要|不得|严禁|避免|无|别)",
        takes="the pier.| do not zoom in",
        leaves="the pier.| now zoom in",
    )
)
# What goes on with one shot, or tells how all is filmed.
_SAME_SHOT = any_of(
    Rule(
        r" ?(?:it(?! cuts)|end (?:the|this) shot|camera (?:motion|movements?|style|path|work) ?:"
        r"|the (?:camera )?(?:motion|movements?|path|flight)|create|generate|make|use|maintain"
        r"|keep|pure)(?![a-z])",
        takes="a drone lifts off.| it then circles the tower",
        leaves="a drone lifts off.| the camera circles the tower",
    )
)
_CUT_AS_A_LABEL = any_of(
    Rule(
        r"(?:(?:smash |hard |match )?cut to|切[到至]) ?:",
        takes="cut to: the pier",
        leaves="cut to the pier",
    )
)
_CUT_IN_BRACKETS = any_of(
    Rule(
        r"(?:^|(?<=\n)) ?[\[(【] ?(?:(?:hard|smash|quick|jump|match) )?"
        r"(?:cut|schnitt|corte|coupe|切) ?[\])】] ?(?=\n|$)"
        r"|[\[【] ?(?:(?:hard|smash|quick|jump|match) )?cut ?[\]】]",
        takes="a dog runs\n[cut]\na ball rolls",
        leaves="a dog runs\n[cut flowers]\na ball rolls",
    )
)
_CUT_AT_THE_END = any_of(
    Rule(
        r"(?<=[.!?\n])[^.!?\n]{2,160}?"
        r"(?:[へに](?:直接)?(?:カット|切り替わ(?:る|ります)|場面転換)|(?:으로|로) ?(?:컷|전환"
        r"|바뀝니다|바뀐다))"
        r"[^.!?\n]{0,12}(?=[.!?\n]|$)",
        takes="海の全景.女性の顔へカット.",
        leaves="海の全景.髪をカットする女性.",
    )
)
# What goes on with the sentence before, or speaks of the film.
_NO_NEW_PICTURE = any_of(
    Rule(
        r" ?(?:(?:the |our |a |an )?(?:camera|shot|scene|light(?:ing)?|music|sound|audio|style|film"
        r"|video|mood|colou?rs?|atmosphere|first|second|third|transitions?|dissolves?|cuts?|slow"
        r"|smooth|gentle|soft|wide|close|handheld|cinematic)(?![a-z])|(?:he|she|it|they|his|her|its"
        r"|their|this|these|then|finally|next|suddenly|no|do|keep|use|make|turn|let|each|all|every"
        r"|both|from|as|when|while)(?![a-z])|[a-z ]{2,24}:)",
        takes="a girl waits.| the camera pushes in",
        leaves="a girl waits.| a bus pulls in",
    ),
    Rule(
        r" ?(?:镜头|画面|运镜|机位|他|她|它|这|那|其|风格|色调|光线|音乐|背景|整体|全程|全片|然后"
        r"|接着|随后|最后|慢|缓|固定|推|拉|摇|环绕|手持|特写|不|无|禁|每|所有|从|以|用|让|使|转场|电影)",
        takes="清晨的渔港。|镜头推近",
        leaves="清晨的渔港。|海鸥飞过",
    ),
)
_CAPTION = any_of(Rule(r"[\])】> ]*[:\-]", takes="image 1|: push in", leaves="image 1| pushes in"))


def filmed_lines(text: str, pictures: int) -> list[Mark]:
    """A line for each shot, without numbers; two lines may well speak of one picture."""
    lines = list(re.finditer(r"[^\n]+", text))
    if len(lines) < 2 or len(lines) == 2 != pictures:
        return []
    shots = all(is_filmed(line[0]) and not _LABEL_OF_A_LINE.match(line[0]) for line in lines)
    return [Mark(line.start(), line.start()) for line in lines] if shots else []


def parts_of_a_story(text: str) -> list[Mark]:
    """Parts with a name of their own: "Opening: ... Ending: ..."."""
    found = _PART_OF_A_STORY.finditer(text if ":" in text or " - " in text else "")
    marks = [Mark(*match.span()) for match in found if opens_clause(text, match.start())]
    if len(marks) < 2:
        return []
    between = _ANOTHER_PART.finditer(text, marks[0].end, marks[-1].begin)
    others = [Mark(*match.span()) for match in between]
    known = {mark.begin for mark in marks}
    marks = sorted(
        [*marks, *(mark for mark in others if mark.begin not in known)],
        key=lambda mark: mark.begin,
    )
    cuts = sum(not mark.follows_on for mark in connectives(text))
    return marks if len(marks) > cuts else []


def labelled_cuts(text: str) -> list[Mark]:
    """ "CUT TO: ... CUT TO: ...": what stands before the first is a shot too, if it is filmed."""
    marks = [Mark(*match.span()) for match in _CUT_AS_A_LABEL.finditer(text if ":" in text else "")]
    if len(marks) < 2:
        return []
    edges = pairwise([*(mark.end for mark in marks), len(text)])
    filmed = [is_filmed(text[begin:end]) for begin, end in edges]
    return [] if is_filmed(text[: marks[0].begin]) or sum(filmed) * 2 < len(filmed) else marks


def bracketed_cuts(text: str) -> list[Mark]:
    """ "[cut]" between shots: the first of them is the line before it."""
    found = [*_CUT_IN_BRACKETS.finditer(text)]
    if not found:
        return []
    first = text.rfind("\n", 0, len(text[: found[0].start()].rstrip())) + 1
    return [Mark(first, first), *(Mark(*match.span()) for match in found)]


def sentences_cut_to(text: str) -> list[Mark]:
    """ "女性の顔へカット": in Japanese and Korean a sentence ends with its cut."""
    marks = [Mark(found.start(), found.start()) for found in _CUT_AT_THE_END.finditer(text)]
    return [Mark(0, 0), *marks] if marks and marks[0].begin else []


def pictures_told_last(text: str) -> list[Mark]:
    """Clauses that each direct an image: "zoom in on image 1, pan right on image 2"."""
    if len(references(text)) < 2:
        return []
    clauses = re.finditer(r"[^.,;!?\n]+?(?= and |[.,;!?\n]|$)", text)
    told = [clause for clause in clauses if references(clause[0])]
    one_each = all(len(references(clause[0])) == 1 for clause in told)
    directed = one_each and all(read_camera(clause[0]).moves for clause in told)
    return (
        [Mark(clause.start(), clause.start()) for clause in told] if directed and told[1:] else []
    )


def told_pictures(text: str, pictures: int) -> list[Mark]:
    """A sentence for each of several pictures: "A pier at dawn. A girl with a kite." """
    said = _SENTENCE.finditer(text if pictures > 1 else "")
    sentences = [each for each in said if re.search(r"\w", each[0])]
    new = all(not _NO_NEW_PICTURE.match(sentence[0]) for sentence in sentences)
    short = any(count_words(sentence[0]) < _SHORTEST for sentence in sentences)
    if len(sentences) != pictures or short or not new or references(text) or connectives(text):
        return []
    return [Mark(sentence.start(), sentence.start()) for sentence in sentences]


def captioned_pictures(text: str) -> list[Mark]:
    """Images as headings of a segment: "Image 1: ... Image 2: ..." and 图1推近，图2左摇."""
    opening = [found for found in references(text) if opens_clause(text, found.start)]
    marks = [Mark(found.start, found.end) for found in opening]
    captioned = [mark for mark in marks if _CAPTION.match(text, mark.end)]
    if len(captioned) > 1:
        return captioned
    edges = [*(mark.begin for mark in marks), len(text)]
    moved = (read_camera(text[begin:end]).moves for begin, end in pairwise(edges))
    return marks if len(marks) > 1 and all(moved) else []


def directed_sentences(text: str, pictures: int) -> list[Mark]:
    """Sentences that direct the camera, at least one for each of several pictures."""
    said = _SENTENCE.finditer(text if pictures > 1 else "")
    new = [each for each in said if not (_REFUSES.match(each[0]) or _SAME_SHOT.match(each[0]))]
    if not len(new) >= pictures > 1 or connectives(text):
        return []
    filmed = [each.start() for each in new if is_filmed(each[0])]
    marks = [Mark(begin, begin, follows_on=True) for begin in filmed]
    return marks if len(marks) >= pictures else []


def is_filmed(text: str) -> bool:
    camera = read_camera(text)
    return bool(camera.framing or set(camera.moves) - _MANNERS)
