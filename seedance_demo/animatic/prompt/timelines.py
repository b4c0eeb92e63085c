"""Brings a second timeline, of what is heard or written, into the shots of the first."""

from collections.abc import Sequence
from dataclasses import replace

from .quotes import Kind
from .rules import Rule, any_of
from .segment import Segment
from .text import PromptText

_LABEL = (
    r"(?:audio|sounds?(?: ?(?:design|effects?|scape|track))?|sfx|music|bgm|score|ambien[a-z]+"
    r"|dialogues?|voice[- ]?overs?|narration|(?:on[- ]?screen )?texts?"
    r"(?: overlays?| on[- ]?screen)?|captions?|subtitles?|titles?"
    r"|音效|声音|音频|音乐|配乐|对白|台词|旁白|字幕|文字|音声|音響"
    r"|サウンド|セリフ|ナレーション|テロップ|テキスト|사운드|오디오|음향|음악|대사|자막|텍스트"
    r"|sonidos?|m[uú]sica|di[aá]logos?|textos?|son|musique|textes?|ton|musik|som|[aá]udio)"
)
# What heads a list of times ...
_HEADS = any_of(
    Rule(
        rf"(?:^|\n)[^\w\n]{{0,3}}{_LABEL}(?: ?(?:timeline|track|cues))?[^\w\n]{{0,3}}\s*$",
        takes="a pier\naudio:\n|0-2s: wind",
        leaves="a pier\nvisual:\n|0-2s: wind",
    )
)
_ANY_HEADING = any_of(
    Rule(
        r"\n[^\w\n]{0,3}[^\W\d][^\n:]{1,24}:\s*$",
        takes="0-2s: a pier\nvisual:\n|2-4s: a boat",
        leaves="0-2s: a pier\n|2-4s: a boat",
    )
)
# ... or a single one of them.
_OPENS = any_of(
    Rule(
        rf"[^\w\n]{{0,6}}の?{_LABEL}[^\w\n:]{{0,3}}:",
        takes="| audio: wind",
        leaves="| a pier, audio: wind",
    ),
    Rule(
        r"[ ,]{0,2}(?:[轻小大低高柔]声)?(?:地)?(?:说|喊|问|答|低语|念)(?:道)?[ :,]{0,2}·",
        takes="|轻声说·····",
        leaves="|她推开门",
    ),
)


def on_one_timeline(before: str, segments: Sequence[Segment]) -> list[Segment]:
    """`segments`, in the order of the text behind the words `before`, without those that tell only
    what is heard or written: these go to the shot in whose time they begin. Where no others are
    left, nothing is cut."""
    shots: list[Segment] = []
    notes: list[Segment] = []
    listed = _label(before)
    for segment in segments:
        if listed:
            notes.append(replace(segment, words=_labelled(listed, segment.words)))
        else:
            (notes if _OPENS.match(segment.words.plain) else shots).append(segment)
        heading = _HEADS.search(segment.words.plain)
        listed = _label(segment.words.plain) or (
            "" if _ANY_HEADING.search(segment.words.plain) else listed
        )
        if heading and shots and shots[-1] is segment:
            shots[-1] = replace(segment, words=segment.words[: heading.start()])
    if not shots:
        joined = notes[0].words
        for note in notes[1:]:
            joined += note.words
        return [Segment(joined)]
    for note in notes:
        for place in _places(shots, note):
            shots[place] = replace(shots[place], words=shots[place].words + note.words)
    return shots


def _label(text: str) -> str:
    heading = _HEADS.search(text)
    return heading[0].strip(" \n:") if heading else ""


def _labelled(label: str, words: PromptText) -> PromptText:
    """What is heard stays so, away from its list: rain under "sound" falls nowhere."""
    return PromptText.of(f"{label}:").followed_by(
        words[len(words.plain) - len(words.plain.lstrip(" :\n")) :]
    )


def _places(shots: Sequence[Segment], note: Segment) -> list[int]:
    """The shot that begins last at or before the note, and those that begin while it lasts; what
    is said or written comes once."""
    start = note.start or 0.0
    begun = [n for n, shot in enumerate(shots) if (shot.start or 0.0) <= start]
    first = max(begun, key=lambda n: shots[n].start or 0.0, default=0)
    if note.words.asides(Kind.DIALOGUE) or note.words.asides(Kind.SUBTITLE):
        return [first]
    later = (n for n, shot in enumerate(shots) if start < (shot.start or 0.0) < (note.stop or 0.0))
    return [first, *(n for n in later if n != first)]
