"""Makes shots where a prompt asks for several and tells none of them: "8 different shots"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..plan import Framing
from .camera import read_camera
from .mark import SENTENCE_END
from .negation import is_refused
from .rules import Rule, any_of
from .segment import Segment, SegmentedPrompt
from .text import PromptText

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "three trois tres três drei 三 세",
            "four quatre cuatro quatro vier 四 네",
            "five cinq cinco fünf 五 다섯",
            "six seis sechs 六 여섯",
            "seven sept siete sete sieben 七 일곱",
            "eight huit ocho oito acht 八 여덟",
            "nine neuf nueve nove neun 九 아홉",
            "ten dix diez dez zehn 十 열",
        ),
        start=3,
    )
    for word in words.split()
}
_COUNTED = any_of(
    Rule(
        rf"(?<![a-z0-9])(?P<count>[3-9]|1[0-9]|2[0-4]|{'|'.join(_NUMBERS)})[ -]?"
        r"(?!(?:seconds?|segundos?|secondes?|sekunden?|minut[a-z]*|frames?)(?![a-z]))"
        r"(?:(?:[a-zà-ÿ]{4,}|가지|개의?|다양한|다른|짧은|つの|個の|[異异]なる|短い|个|种|不同的?"
        r"|短) ?){0,3}?"
        r"(?:shots|shot (?:structure|sequence|film|montage|video|story)|cuts?|angles"
        r"|takes|plans|coupes|tomas|planos|cortes|tomadas"
        r"|cenas"
        r"|escenas|einstellungen|aufnahmen|schnitten?|ショット|カット|컷|샷|장면|镜头"
        r"|分镜)(?![a-z])",
        takes="a day in his life, 8 different shots",
        leaves="a day in his life, an 8 second drone shot",
    )
)
_MANY = any_of(
    Rule(
        r"(?<![a-z])(?:rapid|quick|fast|flash|frenetic|snappy)(?: [a-z]+)? (?:cuts|cutting|editing)"
        r"|(?<![a-z])multi[ -](?:scene|shot)|(?<![a-z])(?:sharp|hard|abrupt) scene transitions"
        r"|(?<![a-z])varias escenas|컷 전환|몽타주|高速モンタージュ|多场景|多镜头"
        r"|(?<![a-z])montage(?! of)|快速剪辑|快剪|蒙太奇|(?:rápidos|rapides|schnelle) (?:cortes"
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
_SECONDS = 1.5  # of a shot where only many are asked for
_SIZES = (Framing.WIDE, Framing.CLOSE_UP, Framing.MEDIUM)  # in turn, so that each cut is seen


def as_montage(divided: SegmentedPrompt, seconds: float) -> SegmentedPrompt:
    """The same, or as many shots as its words ask for; among others a segment asks for its own."""
    if len(divided.segments) > 1:
        return replace(divided, segments=tuple(_with_quick_cuts(divided.segments, seconds)))
    words = divided.head + divided.segments[0].words
    count = next(_counts(words.plain, seconds), 1)
    if count < 2:
        return divided
    return SegmentedPrompt(words, tuple(Segment(_sized(number)) for number in range(count)))


def _sized(number: int) -> PromptText:
    return PromptText.of(_SIZES[number % len(_SIZES)])


def _with_quick_cuts(segments: Sequence[Segment], seconds: float) -> Iterator[Segment]:
    was_cut, edges = False, (segments[0], segments[-1])
    for segment in segments:
        at_an_edge = any(segment is edge for edge in edges)
        own = _own_words(segment) if at_an_edge else segment.words.plain
        shots = list(_cut_quickly(segment, own, seconds / len(segments)))
        # "Then" goes on with what was before the quick cuts, which is not shown any more.
        yield from [replace(segment, follows_on=False)] if was_cut and len(shots) == 1 else shots
        was_cut = len(shots) > 1


def _own_words(segment: Segment) -> str:
    """What opens or closes a prompt may speak of all of it, "a film in 3 shots: a cup. Cut to": of
    such a segment, the first sentence behind its time."""
    words = "" if segment.start is None else segment.words.plain.lstrip()
    return SENTENCE_END.split(words, maxsplit=1)[0]


def _cut_quickly(segment: Segment, own: str, share: float) -> Iterator[Segment]:
    """A segment, `share` seconds long where it has no time of its own, as the shots that its `own`
    words ask for: the first has all of its words."""
    start, stop = segment.start, segment.stop
    length = segment.length or share if start is None else (stop or start) - start
    count = next(_counts(own, length), 1)
    if count < 2:
        yield segment
        return
    size = read_camera(segment.words.plain).framing or Framing.WIDE
    first = _SIZES.index(size) if size in _SIZES else -1
    for number in range(count):
        begins = None if start is None else start + length * number / count
        ends = None if begins is None else begins + length / count
        shot = segment if number == 0 else Segment(_sized(first + number), follows_on=True)
        yield replace(shot, start=begins, stop=ends, length=length / count)


def _counts(text: str, seconds: float) -> Iterator[int]:
    for match in _COUNTED.finditer(text):
        if not is_refused(text, *match.span()):
            told = match["count"]
            yield min(_NUMBERS.get(told) or int(told), int(seconds))
    for match in _MANY.finditer(text):
        if not is_refused(text, *match.span()):
            yield round(seconds / _SECONDS)
