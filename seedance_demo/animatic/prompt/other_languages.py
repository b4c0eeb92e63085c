"""Reads the camera in languages that have but a small table.

Their grammar is not parsed: each phrase of a table is long enough to be sure of. What is not in a
table is left to the model, and the shot list says so.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from ..plan import Move, Transition
from .camera import Camera
from .camera_kinds import by_kind, held_by
from .language import Language
from .lexicon import Hit, Lexicon, places
from .moves import moves_in
from .named_cuts import FADES_OUT
from .named_in_brackets import as_named
from .negation import Asked
from .other_ends import led_by_other_ends
from .other_lexicons import lexicons_of
from .other_sizes import becomes, first_size, named_sizes
from .other_ways import led_by_ways
from .refusals import is_refused_in, refused_lists
from .rules import Rule, any_of
from .sequence import PART, in_turn
from .text import PromptText, blanked
from .vocabulary.tables import Tables

Meaning = TypeVar("Meaning")

_ON_A_TRIPOD = {Move.STATIC, Move.DRIFT, Move.HANDHELD, Move.RACK_FOCUS}
_HAN = re.compile(r"[一-鿿]")
_IN_PORTUGUESE = re.compile(r"(?<![a-z])no(?![a-z])")  # "in the", and no refusal
_BLANK = re.compile(f"[·{PART}]+")
_SENTENCE = re.compile(r"[.;!?\n]")
_SENTENCE_REACH = 120  # characters
_CAMERA = any_of(
    Rule(
        r"(?<!hacia la )(?<!a la )(?<!vers la )(?<!in die )(?<!para a )(?<![a-z])"
        r"(?:camara|camera|kamera|plano|toma|macro|plan|vue|vista|einstellung|tomada)(?![a-z])"
        r"|カメラ(?=[がはを])",
        takes="la camara baja y gira",
        leaves="mira a la camara y gira",
    )
)
# Between the verbs of one subject.
_GOES_ON = any_of(
    Rule(
        r"(?:, ?|(?<![a-z])(?:y|e|et|und|puis|dann|luego|despues|depois|ensuite|then|qui|que|die) )"
        r"(?:(?:y|e|et|und|puis|dann|luego|despues|depois|ensuite) )*"
        r"(?:[a-z]+(?:mente|ment) |langsam |sanft |doucement )?$",
        takes="la camara baja y luego |gira",
        leaves="la camara baja y la mujer |gira",
    ),
    Rule(
        r"(?:ながら|つつ|して)[、,]?[^、。がはも]{0,12}$",
        takes="カメラがパンしながら、瓶に|近づ",
        leaves="カメラがパンしながら、猫が|近づ",
    ),
)
_TO_THE_CAMERA = any_of(
    Rule(
        r"(?<![a-z])(?:(?:hacia|vers|face a|in|auf|zur|para|frente a) (?:la |a |die |der )?"
        r"|a la )$",
        takes="mira a la |camara y se acerca",
        leaves="entonces la |camara se acerca",
    )
)
_CAMERA_AS_OBJECT = any_of(
    Rule(r"カメラ(?:に|目線|を見)", takes="|カメラに向かって歩み寄る", leaves="|カメラが歩み寄る"),
    Rule(
        r"카메라(?:에|를 ?(?:향|보|바라|응시)|쪽)",
        takes="|카메라를 향해 다가갑니다",
        leaves="|카메라를 천천히 앞으로",
    ),
)
_BOTH_FADES = re.compile(
    r"(?:フェード ?イン|fade[- ]in|페이드 ?인)[・·/&、と, ]{0,3}(?:and |y |e |et |und )?"
    r"(?:フェード ?アウト|fade[- ]out|페이드 ?아웃)"
)
_CAMERAS = "(?:tele)?camera|camara|kamera|камера|カメラ|카메라"
_CAMERA_FIRST = re.compile(_CAMERAS)
_CAMERA_AS_LABEL = any_of(
    Rule(
        rf"(?<![a-z])({_CAMERAS})(?:ワーク|무빙|fuhrung)? ?[:：] ?",
        takes="camera : une lente avancee",
        leaves="la camera avance",
    )
)


def english_terms(plain: str, language: Language) -> str:
    """Of a text in another language, the words that our English tables may read: Japanese shares
    its letters with Chinese, but not its words."""
    if language.is_usual:
        return plain
    text, tables = _HAN.sub("·", plain), language.tables
    if language.name == "Portuguese":
        text = _IN_PORTUGUESE.sub("··", text)
    own = tables and not tables.refused_behind
    return blanked(text, refused_lists(text, tables.refused)) if tables and own else text


def is_one_take_in(words: PromptText, tables: Tables) -> bool:
    """Whether `words` ask for a film without cuts."""
    return any(lexicons_of(tables).one_take.find(folded(words)))


def with_camera(camera: Camera, words: PromptText, tables: Tables) -> Camera:
    """The camera of the English terms in `words`, with what its own language asks for."""
    text = _by_last_end(_CAMERA_AS_LABEL.sub(r"\1 ", folded(words)), tables)
    own = lexicons_of(tables)
    hits = [*_moves_in(text, own.moves), *_elided(text, own.verbs)]
    hits = as_named(text, led_by_ways(text, led_by_other_ends(text, hits)))
    asked = [
        hit
        for hit in sorted(hits, key=lambda hit: hit.start)
        if not (is_refused_in(text, hit, tables) or _is_looked_at(text, hit))
    ]
    moves = dict.fromkeys((*camera.moves, *(hit.meaning for hit in asked)))
    paces = [hit for hit in own.paces.find(text) if not is_refused_in(text, hit, tables)]
    loans = moves_in(text) if camera.moves and asked else []
    stages = in_turn(text, sorted([*asked, *loans], key=lambda hit: hit.start))
    kinds, changed = [] if camera.held else list(by_kind(text)), becomes(text, tables)
    fades = asked_of(_BOTH_FADES.sub("", text), tables, own.fades).wanted
    if moves.keys() - _ON_A_TRIPOD and not stages:
        moves.pop(Move.STATIC, None)
    return replace(
        camera,
        # Where the words about stand: a way told by both its ends has become shorter.
        spans=camera.spans + places([*hits, *kinds, *named_sizes(text, tables)]),
        framing=(changed[0] if changed else first_size(text, tables)) or camera.framing,
        moves=tuple(moves) or ((changed[1],) if changed else held_by(kinds)),
        held=camera.held or held_by(kinds),
        in_turn=stages if asked and len(moves) > 1 else camera.in_turn,
        pace=camera.pace or next((hit.meaning for hit in paces), None),
        pace_words=camera.pace_words or places(paces[:1]),
        enters=camera.enters or (Transition.FADE_IN if Transition.FADE_IN in fades else None),
        leaves=camera.leaves or next((fade for fade in fades if fade in FADES_OUT), None),
    )


def _by_last_end(text: str, tables: Tables) -> str:
    """ "From left to right" is to the right."""
    for way, end in tables.ways.items():
        text = re.sub(way, end, text)
    return text


def _moves_in(text: str, lexicon: Lexicon[Move]) -> Iterator[Hit[Move]]:
    """The moves of a table, and the one that the words between a camera and its last verb tell."""
    for hit in lexicon.find(text):
        yield hit
        spans = text[hit.start : hit.end - 1] if _CAMERA_FIRST.match(text, hit.start) else ""
        for inner in lexicon.find(spans):
            yield Hit(inner.meaning, hit.start + inner.start, hit.start + inner.end)


def _elided(text: str, verbs: Lexicon[Move]) -> Iterator[Hit[Move]]:
    """What the camera of the same sentence does besides: "la cámara baja y gira"."""
    for hit in verbs.find(text):
        sentence = _SENTENCE.split(text[max(0, hit.start - _SENTENCE_REACH) : hit.start])[-1]
        if _CAMERA.search(sentence) and _GOES_ON.search(sentence):
            yield hit


def _is_looked_at(text: str, hit: Hit[Move]) -> bool:
    """Who looks at the camera or comes to it moves no camera."""
    before = text[max(0, hit.start - 12) : hit.start]
    named = _CAMERA_FIRST.match(text, hit.start)
    return bool(
        (named and _TO_THE_CAMERA.search(before)) or _CAMERA_AS_OBJECT.match(text, hit.start)
    )


def asked_of(text: str, tables: Tables, lexicon: Lexicon[Meaning]) -> Asked[Meaning]:
    return asked_in(text, tables, list(lexicon.find(text)))


def asked_in(text: str, tables: Tables, hits: Sequence[Hit[Meaning]]) -> Asked[Meaning]:
    refused = {hit for hit in hits if is_refused_in(text, hit, tables)}
    wanted = dict.fromkeys(hit.meaning for hit in hits if hit not in refused)
    return Asked(tuple(wanted), frozenset(hit.meaning for hit in refused) - wanted.keys())


@lru_cache(maxsize=64)  # three readers ask in turn about the same words
def folded(words: PromptText) -> str:
    """The text in lower case and without accents; what has had its meaning stays blank."""
    letters = list(words.text)
    for blank in _BLANK.finditer(words.plain):
        letters[blank.start() : blank.end()] = blank[0]
    return "".join(letters).translate(_LETTERS).lower()


def _letter(written: str) -> str:
    plain = written.lower()
    plain = unicodedata.normalize("NFD", plain)[0] if plain < "\u0250" else plain
    return {"ß": "ss", "ı": "i", "’": "'", "‘": "'"}.get(plain, plain)


_LETTERS = {ord(letter): _letter(letter) for letter in (*map(chr, range(0x250)), *"ẞ’‘")}
