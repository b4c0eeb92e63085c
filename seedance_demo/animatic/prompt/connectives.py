"""Finds words that divide a prompt text into shots: "cut to", "then", 然后."""

from collections.abc import Iterator

from ..plan import OPPOSITES
from .camera import read_camera
from .lexicon import Lexicon
from .mark import Mark, opens_clause
from .named_cuts import TO_A_MOVE
from .negation import is_refused
from .rules import Rule, any_of
from .things import fades_a_thing
from .vocabulary import cut_words

_CONNECTIVES = Lexicon({False: cut_words.CUTS, True: cut_words.CONTINUATIONS})
_SUBJECT = any_of(
    Rule(
        r"(?:(?:and|then|finally|next|dann|danach|puis|luego|depois|poi|the|we|it|camera|scene|shot|picture|image|[a-z]+ly"
        r"|镜头|画面|场景|然后|接着|随后|最后|再|又|随即|突然|直接)[ ,]*){1,3}$",
        takes="and then the camera |cuts to",
        leaves="the barber |cuts to",
    )
)
# Who then goes over to another size shows it in a shot of its own.
TO_A_SIZE = any_of(
    Rule(
        r" (?:[a-z]+ )?(?:an? )?(?:extreme |tight |medium |big )?(?:close[- ]?up|wide shot)",
        takes="camera then| close-up on his face",
        leaves="camera then| closes in on his face",
    ),
    Rule(r"(?:[切给到转]|是)?(?:大?特写|全景|远景)", takes="镜头然后|特写", leaves="镜头然后|推近"),
)
# A fade is how the shot before ends, not a shot.
_FADES = any_of(
    Rule(
        r"[ ,]*(?:[a-z]+ ){0,3}fad",
        takes="finally| the picture fades",
        leaves="finally| the boat leaves",
    ),
    Rule(
        r"[ ,]*(?:(?:smash |hard )?cuts? )?(?:to )?"
        r"(?:black|white|negro|preto|noir|nero|schwarz) ?(?:[.,!\n]|$)",
        takes="then| cut to black.",
        leaves="then| cut to black horses.",
    ),
    Rule(
        r"[ ,]*(?:画面|镜头)?.{0,2}(?:淡出|黑场|渐隐|渐黑|变黑|黑屏|全黑)",
        takes="最后|画面淡出",
        leaves="最后|画面定格",
    ),
)
# There and back is one shot: "pan left, then right".
_WAY = any_of(
    Rule(
        r"(?<![a-z])(?:left|right|up|down|in|out|back|forward)[ ,]*$",
        takes="pan left, |then right",
        leaves="pan across, |then right",
    )
)
_WAY_BACK = any_of(
    Rule(
        r" (?:to the |back )*(?:left|right|up|down|in|out|back)(?![a-z])",
        takes="then| back to the left",
        leaves="then| the left door",
    )
)
# Who is named before 切到 cuts with a knife.
_WITH_A_KNIFE = any_of(Rule(r"(?:[师人他她们刀])$", takes="厨师|切到手指", leaves="镜头|切到手指"))
# These divide a Chinese sentence without a comma before them.
_WITHOUT_A_COMMA = any_of(
    Rule(
        r"然后|接着|紧接着|随后|切到|切至|切换到|叠化到|叠化至|硬切到?",
        takes="推近|然后|左摇",
        leaves="推近|最后|左摇",
    )
)


# What the film leaves stands before the cut already.
_FROM_ONE_TO_OTHER = any_of(
    Rule(
        r"(?:(?:^|[.,;:!?\n]) ?|(?<![a-z])(?:film|video|scene|shot|camera|picture|we|then|it) )"
        r"(?:(?:an? )?(?:hard|smash|quick|sudden|direct|straight|jump|match|cross|slow)[ -])?"
        r"(?:cut|dissolv|fad|crossfad)(?:e?s|ting|ing|e)? from"
        r" [^.,;:!?\n]{2,60}? (?P<to>to|into)(?= )"
        r"(?! (?:black|white)(?![a-z]))",
        takes="the film cuts from her face to the clock",
        leaves="the dress is cut from silk for her",
    )
)


def connectives(text: str) -> list[Mark]:
    """A cut where the text says so; "then cut to" is one mark, not two."""
    marks: list[Mark] = []
    for hit in _CONNECTIVES.find(text):
        subject = _SUBJECT.search(text, max(0, hit.start - 24), hit.start)
        sized = subject and TO_A_SIZE.match(text, hit.end)
        begin = subject.start() if subject and (sized or not hit.meaning) else hit.start
        if not (
            _FADES.match(text, hit.end)
            or (_WAY_BACK.match(text, hit.end) and _WAY.search(text, max(0, begin - 20), begin))
            or not (opens_clause(text, begin) or _joins(text, hit.start, hit.end))
            or _WITH_A_KNIFE.search(text, max(0, hit.start - 2), hit.start)
            or is_refused(text, hit.start, hit.end)
            or fades_a_thing(text, hit.start)
            or (text.startswith("transition", hit.start) and TO_A_MOVE.match(text, hit.end))
        ):
            if marks and begin <= marks[-1].end:
                begin = marks.pop().begin
            marks.append(Mark(begin, hit.end, follows_on=hit.meaning))
    return sorted([*marks, *_cuts_from(text)], key=lambda mark: mark.begin)


def _cuts_from(text: str) -> Iterator[Mark]:
    for match in _FROM_ONE_TO_OTHER.finditer(text) if " from " in text else ():
        if not is_refused(text, *match.span()):
            yield Mark(*match.span("to"))


def _joins(text: str, start: int, end: int) -> bool:
    """Whether a connective divides without a comma before it: "pan left then tilt up", but not
    "pan left then pan right", which is there and back."""
    if text[start:end] != "then":
        return bool(_WITHOUT_A_COMMA.fullmatch(text, start, end))
    before = read_camera(text[max(0, start - 60) : start]).moves
    after = read_camera(text[end : end + 40]).moves
    return bool(before and after) and OPPOSITES.get(after[0]) not in before
