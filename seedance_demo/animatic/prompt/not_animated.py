"""Finds the words of a prompt text that a still image cannot follow."""

import re
from collections.abc import Iterable
from itertools import chain

from .lexicon import Hit, Lexicon
from .moves import is_verb_of_the_camera
from .negation import is_refused
from .rules import Rule, any_of
from .text import PromptText
from .things import fades_a_thing
from .vocabulary import action_words as words

_ACTS = Lexicon(
    {
        True: ", ".join(
            (words.PERFORMANCE, words.PAST, words.PHYSICS, words.TRANSFORMATION, words.NEW_THINGS)
        )
    }
)
_UNSEEN = Lexicon({True: ", ".join((words.ANGLES, words.FULL_ORBITS, words.VOICES))})
_SEEN = Lexicon({True: words.SEEN_MOTION})
_HEARD = Lexicon({True: words.HEARD_MOTION})
_BESIDE = 12  # characters between "snow" and the "falls" that the renderer shows
_OF_PICTURES = ("dissolv", "fad", "blend", "溶解")  # verbs of a transition, unless a thing does it
# What makes a thing of the word behind it, which is no act then.
_DETERMINER = any_of(
    Rule(
        r"(?<![a-z])(?:an?|the|his|her|its|their|my|these|those|of) $",
        takes="the |dance",
        leaves="they |dance",
    )
)
_AS_A_NOUN = any_of(
    Rule(
        r"(?<![a-z])(?:(?:an?|his|her|its|their|my|with|no) [a-z]+|that|[a-z]+ing) $",
        takes="a gentle |smile",
        leaves="they gently |smile",
    )
)
# What light does to a thing is light, and where it comes from no view of the camera.
_LIGHT = r"(?:[a-z]*light|lights|glow|shadows?|rays?|beams?|reflections?|highlights?|sun)"
_OF_LIGHT = any_of(
    Rule(
        r"(?:catch(?:es|ing)?|throw(?:s|ing)?) (?:(?:the|its|a|some|every) )?(?:[a-z]+ ){0,2}?"
        r"(?:[a-z]*light|sun|glints?|highlights?|reflections?|rays?|glow|shadows?)(?![a-z])",
        takes="its rim |catching the last light",
        leaves="the boy |catching the ball",
    ),
)
_POURS = re.compile(
    rf"(?<![a-z]){_LIGHT} (?:[a-z]+ly )?"
    r"(?:pour|spill|fall|stream|hit|wrap|filter|break|rise)(?:e?s|ing)?$"
)
_LIT = any_of(
    Rule(
        r"(?<![a-z])(?:[a-z]*lit|light(?:s|ing|ed)?|[a-z]+light|glow[a-z]*|lamps?|sun|rays?|beams?"
        r"|illuminated|shin[a-z]+)(?: (?!shot|view|camera|seen|filmed)[a-z-]+){0,3} $",
        takes="lit softly |from above",
        leaves="shot |from above",
    )
)
_GOES_ROUND = any_of(
    Rule(r"[绕转环][^,.;!?\n]{0,8}$", takes="镜头绕着雕像|一圈", leaves="水面泛起|一圈")
)
# What a grade or a rhythm does is no act.
_OF_THE_LOOK = any_of(
    Rule(
        r"(?<![a-z])(?:grad(?:e|ing)|palettes?|tones?|look|styles?|aesthetics?|pacing|rhythm|vibe"
        r"|composition|exposure|contrast)(?: [a-z]+ly)? $",
        takes="the grade |leans toward teal",
        leaves="the man |leans toward teal",
    )
)
# Whatever verb follows a person.
_DEED = any_of(
    Rule(
        r"(?<![a-z])(?:he|she|they|man|woman|girl|boy|child|kid|person|guy|lady|actor|actress"
        r"|dancer|knight|soldier|hero|heroine|chef|driver|character|protagonist|cat|dog|horse)"
        r"(?: (?:[a-z]+ly|then|also|just|now))? ([a-z]{2,}[a-rt-z]s(?![a-z'])"
        # In the past, where it is no participle: "a girl dressed in red" does nothing.
        r"|(?:[a-z]{2,}ed|bit|cut|found|hit|left|let|lit|lost|made|met|paid|put|rose|saw|sent|set"
        r"|shut|sold|split|spread|won)(?= (?:the|an?|his|her|its|their|him|them|it|up|down|away"
        r"|out|off|back|over)(?![a-z])))",
        takes="the girl quietly closed the door",
        leaves="the girl dressed in red",
    )
)
# What somebody does to their own goes on behind a comma.
_GOES_ON = any_of(
    Rule(
        r"(?:,|,? and|,? then) (?:then )?(?:[a-z]+ly )?([a-z]{2,}[a-rt-z]s)"
        r"(?= (?:her|his|their|its|him|them|it)(?![a-z]))",
        takes="she smiles, adjusts her hair",
        leaves="she smiles, leaves on the ground",
    ),
    Rule(
        r"(?:up|down|away|out|off|her|him|it|them|[a-z]ed),? and (left|ran|rose|fell)"
        r"(?= ?(?:[.,;!?\n]|$))",
        takes="he got up and left.",
        leaves="pan right and left.",
    ),
)
_STATES = any_of(
    Rule(
        r"is|was|has|does|stands|sits|wears|holds|seems|looks|appears|remains|stays|lies|rests"
        r"|leans|keeps|feels|knows|likes|loves|belongs|waits|always|perhaps|towards|hands|eyes"
        r"|ears|paws|shoes|clothes|models|faces|types",
        takes="she |wears| a coat",
        leaves="she |throws| a coat",
    )
)


def not_animated(
    words: PromptText,
    left: PromptText,
    seen: Iterable[tuple[int, int]],
    heard: Iterable[tuple[int, int]],
) -> tuple[str, ...]:
    """Acts, new things, unseen angles and voices, as written, each once, in order.

    `left` is `words` without those that camera and light have made their own; `seen` are the places
    of rain, fog and light, `heard` those of thunder, wind and music: their own motion is rendered.
    """
    rendered = _beside(left.plain, _SEEN, seen) | _beside(left.plain, _HEARD, heard)
    acts = [hit for hit in _ACTS.find(left.plain) if hit.start not in rendered]
    spans = [(hit.start, hit.end) for hit in acts if _is_act(left.plain, hit)]
    spans += [(hit.start, hit.end) for hit in _UNSEEN.find(words.plain) if _is_view(words, hit)]
    spans += _deeds(left.plain, {hit.start for hit in acts})
    asked = (span for span in sorted(spans) if not is_refused(words.plain, *span))
    found = {words.plain[start:end]: words.text[start:end] for start, end in asked}
    return tuple(found.values())


def _deeds(text: str, known: set[int]) -> list[tuple[int, int]]:
    """Whatever verb follows a person: no list of acts is complete."""
    matches = chain(_DEED.finditer(text), _GOES_ON.finditer(text))
    verbs = (match.span(match.lastindex or 0) for match in matches)
    return [
        (start, end)
        for start, end in verbs
        if start not in known and not _STATES.fullmatch(text, start, end)
    ]


def _beside(text: str, verbs: Lexicon[bool], elements: Iterable[tuple[int, int]]) -> set[int]:
    """Where `verbs` begin that tell of `elements`: "snow slowly falls", "falling snow"."""
    beside: set[int] = set()
    for start, end in elements:
        beside.update(range(end, end + _BESIDE), range(-start, 2 - start))
    return {hit.start for hit in verbs.find(text) if hit.start in beside or -hit.end in beside}


def _is_view(words: PromptText, hit: Hit[bool]) -> bool:
    told, text = words.plain[hit.start : hit.end], words.plain
    if told in ("一圈", "一周"):
        return bool(_GOES_ROUND.search(text, max(0, hit.start - 12), hit.start))
    return not (told.startswith("from ") and _LIT.search(text, max(0, hit.start - 60), hit.start))


def _is_act(text: str, hit: Hit[bool]) -> bool:
    before = text[max(0, hit.start - 90) : hit.start]
    verb = text[hit.start : hit.end].split()[0]
    if verb.startswith(_OF_PICTURES) and not fades_a_thing(text, hit.start):
        return False  # it is rendered
    bare = not re.search(r"(?:s|ed|ing)$", verb)
    of_light = _OF_LIGHT.match(text, hit.start) or _POURS.search(before + verb)
    return not (
        of_light
        or is_verb_of_the_camera(before)
        or _OF_THE_LOOK.search(before)
        or (bare and _AS_A_NOUN.search(before))
        or (not verb.endswith("ing") and _DETERMINER.search(before))
    )
