"""Finds what a text says of camera, light, sound and editing that was not read.

Nothing is dropped in silence: where a word that only film uses stands in a clause of which nothing
had its meaning, the clause is quoted.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from .image_references import references
from .instructions import Instructions, read_instructions
from .language import READ, Language
from .lexicon import Hit
from .negation import is_refused
from .other_languages import folded
from .refusals import is_refused_in
from .rules import Rule, any_of
from .text import PromptText
from .vocabulary import film_words

_SENTENCE_ENDS = re.compile(r"[;!?]|\.(?![0-9])|\n(?![a-z])")
_CLAUSE = re.compile(r"(?:[^.,;:!?\n、()（）\[\]/+|·]|\.(?=[0-9]))+")
_HALF = re.compile(r" ?(?:the|an?) [a-z-]+")
# Where a long clause goes on with something else.
_JOINT = re.compile(r" (?:and|with|using|featuring|while|as|including|con|avec|com|mit|und|y|et) ")
_AND = re.compile(r"^(?:and|with|plus) (?=[a-z]+ [a-z]+)", re.IGNORECASE)
_LONG = 36  # characters
# The camera as a thing that has a manner, rather than one who acts.
_MANNER = any_of(
    Rule(
        r"(?:[a-z]+ )?(?:camera|cam|drone) (?:movements?|motion|moves?|work|angles?|style)(?= ?,)",
        takes="|smooth camera movement, soft lights",
        leaves="|smooth camera movement through the hall, soft lights",
    )
)
_LONGEST = 60  # characters that are quoted
_MOST = 3  # clauses of each kind: a shot list is read at a glance

_Span = tuple[int, int]


@dataclass(frozen=True)
class Unread:
    """Clauses as they were written, at most three of a kind; and where in `text` words stand that
    were read."""

    text: str
    read: tuple[_Span, ...]
    camera: tuple[str, ...]
    light: tuple[str, ...]
    sound: tuple[str, ...]
    edit: tuple[str, ...]


@lru_cache(maxsize=256)  # a page asks again for each shot that stays as it is
def unread(text: str, language: str) -> Unread:
    """What `text` says of a film and was not understood; `language` by its English name."""
    words, tongue = PromptText.of(text), Language(language, READ.get(language))
    read = read_instructions(words, 0, tongue)
    told = list(_told(words.plain, read))
    camera = _clauses(film_words.CAMERA_TERMS, words, tongue)
    light = chain(
        _clauses(film_words.LIGHT_TERMS, words, tongue),
        _parts(film_words.COLOUR_TERMS, words, tongue),
    )
    sound = (*_labelled(words, tongue), *_clauses(film_words.SOUND_TERMS, words, tongue))
    edit = _parts(film_words.EDIT_TERMS, words, tongue)
    return Unread(
        text=words.text,
        read=_read(words.plain, read),
        # What the camera does is not told by what else in its words is not animated.
        camera=_quoted(words, (_acts(words.plain), read.camera.spans), (camera, told)),
        light=_quoted(words, (light, (*read.light.spans, *read.light.elements, *told))),
        sound=_quoted(words, (sound, (*read.heard.spans, *read.camera.spans, *told))),
        edit=_quoted(words, (edit, ())),
    )


def _read(text: str, read: Instructions) -> tuple[_Span, ...]:
    camera, pictures = read.camera, references(text)
    return (
        *camera.spans,
        *(camera.pace_words if camera.moves else ()),
        *read.light.spans,
        *read.light.elements,
        *read.heard.spans,
        *((picture.start, picture.end) for picture in pictures),
    )


def _told(text: str, read: Instructions) -> Iterator[_Span]:
    """Where the words stand that the shot list tells as not animated."""
    for lost in read.not_animated:
        start = text.find(lost.lower())
        if start >= 0:
            yield start, start + len(lost)


def _acts(text: str) -> Iterator[_Span]:
    """What each camera does, up to the next one or the end of its sentence, and what it goes on
    to do in it."""
    begins = [match.start(match.lastgroup or 0) for match in film_words.CAMERA_ACTS.finditer(text)]
    for begin, following in pairwise([*begins, len(text)]):
        manner = _MANNER.match(text, begin, following)
        sentence = _SENTENCE_ENDS.search(text, begin, following)
        end = manner.end() if manner else sentence.start() if sentence else following
        if not text[begin:end].rstrip().endswith(":"):
            yield begin, end
        for more in film_words.CAMERA_GOES_ON.finditer(text, begin, end):
            clause = _CLAUSE.match(text, more.start("verb"), end)
            yield more.start("verb"), clause.end() if clause else more.end()


def _clauses(terms: re.Pattern[str], words: PromptText, tongue: Language) -> Iterator[_Span]:
    """The clauses in which a term stands that is not refused."""
    for clause in _CLAUSE.finditer(words.plain):
        found = terms.search(words.plain, *clause.span())
        heads = words.plain.startswith(":", clause.end())
        if found and not heads and not _is_refused(words, found.span(), tongue):
            yield clause.span()


def _parts(terms: re.Pattern[str], words: PromptText, tongue: Language) -> Iterator[_Span]:
    """The same, of a long clause only the part around the term."""
    for start, end in _clauses(terms, words, tongue):
        term = terms.search(words.plain, start, end)
        if term and end - start > _LONG:
            before = [match.end() for match in _JOINT.finditer(words.plain, start, term.start())]
            behind = _JOINT.search(words.plain, term.end(), end)
            start = before[-1] if before else start
            end = behind.start() if behind else end
        yield start, end


def _labelled(words: PromptText, tongue: Language) -> Iterator[_Span]:
    """What is listed behind a label of sound."""
    for label in film_words.SOUND_LABEL.finditer(words.plain):
        begin = None  # of "the gentle, steady hum", which is one thing
        for item in _CLAUSE.finditer(words.plain, *label.span("told")):
            if words.plain.startswith(":", item.end()):
                break
            start = item.start() if begin is None else begin
            half = _HALF.fullmatch(item[0]) and words.plain.startswith(",", item.end())
            begin = start if half else None
            said = begin is None and any(map(str.isalpha, item[0]))
            if said and not _is_refused(words, item.span(), tongue):
                yield start, item.end()


def _is_refused(words: PromptText, span: _Span, tongue: Language) -> bool:
    if tongue.tables and is_refused_in(folded(words), Hit(True, *span), tongue.tables):
        return True
    return is_refused(words.plain, *span)


def _quoted(
    words: PromptText, *found_and_read: tuple[Iterable[_Span], Iterable[_Span]]
) -> tuple[str, ...]:
    """Those of the clauses found that none of the words read, here or before, stands in, once."""
    known = bytearray(len(words.plain))
    quotes = []
    for found, read in found_and_read:
        for start, end in read:
            known[start:end] = b"\1" * (end - start)
        for start, end in found:
            if not any(known[start:end]):
                known[start:end] = b"\1" * (end - start)
                quotes.append(_short(words.text[start:end]))
    once = {quote.lower(): quote for quote in reversed(quotes)}
    return tuple(reversed(once.values()))[:_MOST]


def _short(clause: str) -> str:
    words = _AND.sub("", " ".join(clause.split()).strip(" -–—|:"))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
