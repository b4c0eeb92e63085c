"""Reads everything that a part of the prompt asks for."""

from dataclasses import dataclass, replace

from ..plan import OPPOSITES, SUDDEN_MOVES, Move
from .camera import Camera, read_camera
from .closing import tells_the_course
from .image_references import references
from .language import Language
from .lexicon import Lexicon
from .light import Light, read_light
from .named_cuts import named_cuts
from .negation import is_refused
from .not_animated import not_animated
from .other_languages import english_terms, with_camera
from .other_light import light_in
from .other_sound import sound_in
from .quotes import Kind
from .rules import Rule, any_of
from .sizes import framings
from .sound import Heard, read_sound
from .text import PromptText

# Views that one camera goes through, of which each shot has but one.
_CHAIN = any_of(
    Rule(
        r"(?:shot|view|angle|close-?up|shoulder|wide|medium|pov|特写|全景|中景|镜头)s? ?(?:->|→)",
        takes="interior close-up → over-the-shoulder",
        leaves="orange → teal",
    )
)
# The same in a line of the camera, in any language.
_VIEWS = any_of(
    Rule(
        r"(?:^|(?<=[\n.;])) ?(?:the )?(?:camera|运镜|镜头|机位|カメラ|카메라|c[aáâ]m[ae]ra|kamera"
        r"|cam[eé]ra)[^:\n→>]{0,20}:[^\n]*(?:->|→)[^\n]*(?:->|→)",
        takes="kamera: totale → gesicht → hand",
        leaves="farben: orange → teal → gold",
    )
)
# A size that a kind of photography has, and not each shot.
_OF_A_STYLE = any_of(
    Rule(
        r"(?: [a-z]+){0,2} (?:photography|cinematography|details?)(?![a-z])|摄影",
        takes="macro| product photography",
        leaves="macro| shot of a petal",
    )
)
# Where one transition leads, and not how all shots are cut.
_LEADS_TO = any_of(
    Rule(
        r"(?:transition|fad|blend|过渡|淡化)[a-z]*(?: [a-z]+)?(?: (?:to|into)|[到至])"
        r"(?! ?(?:the next|the following|another|each|one another|images?|pictures?|下一))",
        takes="heat transitioning to cold",
        leaves="each shot transitioning to the next",
    )
)
_CAPTIONS = Lexicon({True: "subtitle*, caption*, 字幕"})
MANNERS = frozenset({Move.HANDHELD, Move.DRIFT, Move.STATIC})  # how a camera is held


@dataclass(frozen=True)
class Instructions:
    """What a part of the prompt asks for."""

    camera: Camera = Camera()
    light: Light = Light()
    heard: Heard = Heard()
    dialogue: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    not_animated: tuple[str, ...] = ()


def read_instructions(words: PromptText, images: int, language: Language) -> Instructions:
    """What `words` ask of a clip of `images` pictures; a picture beyond them is a lost word."""
    if not words.text:  # as before the first shot of most prompts
        return Instructions()
    tables = language.tables
    camera = read_camera(english_terms(words.plain, language))
    if tables:
        camera = with_camera(camera, words, tables)
    pictures = references(words.plain)
    missing = (words.text[r.start : r.end] for r in pictures if r.number > images)
    lost: tuple[str, ...] = ()
    if tables:  # what is lost, the shot list says in one sentence
        light, heard = light_in(words, tables), sound_in(words, tables)
    else:
        left = words.without([*camera.spans, *((found.start, found.end) for found in pictures)])
        light, heard = read_light(left.plain), read_sound(left.plain, words.asides(Kind.EFFECT))
        lost = not_animated(words, left.without(light.spans), light.elements, heard.elements)
    quoted = (line for line in words.asides(Kind.QUOTED) if not read_camera(line.lower()).is_told)
    return Instructions(
        camera=camera,
        light=light,
        heard=heard,
        dialogue=words.asides(Kind.DIALOGUE),
        subtitles=words.asides(Kind.SUBTITLE),
        not_animated=tuple(
            dict.fromkeys((*camera.beyond, *missing, *lost, *heard.unknown, *quoted))
        ),
    )


def for_each_shot(said: Instructions, words: PromptText) -> Instructions:
    """What `words`, which speak of several shots, ask of each of them: one size and one move, or
    one to and fro, or how the camera is held. Of several sizes there is one for each shot at most:
    nobody knows which, so they are told as lost. Several moves are for the shots that have none,
    in turn, unless they are one way of the camera ("pan left -> push in"); a single one of a moment
    is made once, nobody knows where."""
    if tells_the_course(words.plain) and len(said.camera.moves) < 3 and not said.camera.in_turn:
        return _of_the_course(said, words)
    camera = said.camera
    every = framings(words.plain)
    sizes = [hit for hit in every if not _OF_A_STYLE.match(words.plain, hit.end)]
    ways = [move for move in camera.moves if move not in MANNERS]
    views = len({hit.meaning for hit in every}) + len(ways) > 2 or bool(_VIEWS.search(words.plain))
    several = len({hit.meaning for hit in sizes}) > 1 or views or bool(_CHAIN.search(words.plain))
    lost = [words.text[hit.start : hit.end] for hit in sizes] if several else []
    to_and_fro = len(ways) == 2 and OPPOSITES.get(ways[0]) is ways[1]
    if (len(ways) > 1 and not to_and_fro) or several or not SUDDEN_MOVES.keys().isdisjoint(ways):
        held = tuple(move for move in camera.moves if move in MANNERS)
        in_order = "→" in words.plain or "->" in words.plain
        if in_order or SUDDEN_MOVES.keys() >= set(ways):
            lost += ways
            ways = []
        camera = replace(camera, moves=held, in_turn=(), dealt=tuple(ways))
    elif camera.moves == camera.held:
        camera = replace(camera, moves=(), dealt=camera.held)
    if all(_LEADS_TO.match(words.plain, hit.start) for hit in named_cuts(words.plain)):
        camera = replace(camera, enters=None, passes=None)
    size = sizes[0].meaning if sizes else None if every else camera.framing
    camera = replace(camera, framing=None if several else size)
    return replace(
        said, camera=camera, not_animated=tuple(dict.fromkeys((*said.not_animated, *lost)))
    )


def _of_the_course(said: Instructions, words: PromptText) -> Instructions:
    """Of what is told from the beginning to the end the moves last, while sizes pass by."""
    sizes = (words.text[hit.start : hit.end] for hit in framings(words.plain))
    return replace(
        said,
        camera=replace(said.camera, framing=None),
        not_animated=tuple(dict.fromkeys((*said.not_animated, *sizes))),
    )


def with_things(said: Instructions, things: tuple[str, ...]) -> Instructions:
    """The same with what is to be in the picture, and is not drawn, told as such."""
    return replace(said, not_animated=tuple(dict.fromkeys((*said.not_animated, *things))))


def refuses_captions(plain: str) -> bool:
    """Whether a prompt wants no lines of speech written under its picture."""
    return any(is_refused(plain, hit.start, hit.end) for hit in _CAPTIONS.find(plain))


def without_captions(said: Instructions) -> Instructions:
    """The same where no lines may be written: they are told as not shown."""
    lost = tuple(dict.fromkeys((*said.not_animated, *(f"“{line}”" for line in said.dialogue))))
    return replace(said, dialogue=(), not_animated=lost)
