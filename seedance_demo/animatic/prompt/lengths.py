"""Tells which ranges of seconds in a prompt text are how long something is, and not when."""

import re
from collections.abc import Iterator, Sequence

from .mark import Mark
from .rules import Rule, any_of

# What a length is told of: a clip, or a shot, as long as its times do not follow each other.
_LENGTH_OF = any_of(
    Rule(
        r"(?:(?<![a-z])(?:duration|length|run ?time|running time|total(?: time)?|lasts?|lasting"
        r"|dauer|gesamtdauer|l[aä]nge|duraci[oó]n|duração|durata|durée|длительность"
        r"|(?:each|every) (?:shot|scene|clip|cut)|(?:video|clip|film)(?= ?[(]))|продолжительность"
        r"|(?:视频|影片)(?=[(（])|[时总]长|长[さ度]|尺|时间为|길이|재생 ?시간|持续|总共"
        r"|每个?(?:镜头|分镜|画面))(?: of [a-z]+(?: [a-z]+)?)?[^a-z0-9\n.;一-鿿]{0,6}"
        r"(?:(?:of|is|about|around|approx[a-z.]*|约|大约|为) ?){0,2}$",
        takes="duration: |4-5 seconds",
        leaves="the door opens at |4-5 seconds",
    )
)
# A film of so many seconds.
_A_FILM_OF = any_of(
    Rule(
        r"(?<![a-z])(?:v[ií]deos?|clips?|films?|reels?|spots?|teasers?|commercials?|anuncios?|ролик"
        r"|видео)(?![a-z])[^.;:\n]{0,60}(?<![a-z])(?:of|de|von|di|du|между|от|на|with|lasting)"
        r"(?: about| around| approximately| entre)? $",
        takes="a realistic video of |12 to 18 seconds",
        leaves="the video opens on a door at |12 to 18 seconds",
    ),
)
_ALONE_BEFORE = re.compile(r"(?:^|[\n|,;.:]) ?$")
_ALONE = re.compile(r"[ )\]]*(?:[|,;\n]|\.(?!\.)|$)")


def without_lengths(text: str, spans: Sequence[Mark]) -> Iterator[Mark]:
    """The `spans` but for lengths: those told as such, unless each goes on where one ends, and one
    alone in its clause that does not begin at 0."""
    told = [mark for mark in spans if _is_told(text, mark)]
    ends = [mark.stop for mark in told]
    in_turn = len(told) > 1 and all(mark.start in ends for mark in told[1:])
    for mark in spans:
        alone = len(spans) == 1 and mark.start and _ALONE.match(text, mark.end)
        item = alone and _ALONE_BEFORE.search(text, max(0, mark.begin - 3), mark.begin)
        film = len(spans) == 1 and mark.start
        item = item or (film and _A_FILM_OF.search(text, max(0, mark.begin - 90), mark.begin))
        if in_turn or not (item or mark in told):
            yield mark


def _is_told(text: str, mark: Mark) -> bool:
    end = mark.begin + (text[mark.begin] in "(（")
    return bool(_LENGTH_OF.search(text, max(0, end - 32), end))
