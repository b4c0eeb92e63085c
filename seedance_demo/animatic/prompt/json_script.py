"""Turns a prompt written as JSON or YAML into a script: labelled lines for the whole, and shots
with times.

Keys say what a value is: who speaks, what is written, what is refused, when it is, or merely which
things are in the picture. What a key leaves open is read as words behind its label.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from .json_keys import is_key, label_of
from .json_speech import spoken
from .json_times import Span, span_of
from .pasted_json import pasted
from .pasted_yaml import pasted_yaml
from .shot_numbers import numbered_shots
from .sizes import framings
from .text import PromptText
from .timestamps import time_spans

_NOTHING = re.compile(
    r"(?:none|no|null|n/?a|false|off|nothing|0(?! ?[-–—~] ?[0-9])"
    r"|disabled|not applicable|无|没有|否|不需要|不)"
    r" *(?:$|[—–\-,;(（.:，。] *)",
    re.IGNORECASE,
)
_CAPTIONS = re.compile(r"(?:sub ?titles?|captions?|字幕)(?: enabled| on)?")
_ANY = 60.0  # seconds of a clip
_LONGEST_TITLE = 12  # words; a longer "text" is the prompt itself


@dataclass(frozen=True)
class ScriptShot:
    """The words of a shot, and when it is, as far as that is told."""

    text: str
    span: Span = Span()


@dataclass(frozen=True)
class Script:
    """`head` speaks of all shots; without shots it is the whole prompt."""

    head: str
    shots: tuple[ScriptShot, ...] = ()
    things: tuple[str, ...] = ()  # that are to be in the picture: nothing adds them to it


@dataclass
class _Draft:
    lines: list[str] = field(default_factory=list)
    shots: list[ScriptShot] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    said: list[ScriptShot] = field(default_factory=list)  # lines with times of their own


def script_of(prompt: str) -> Script:
    """The prompt as a script; one without JSON or YAML is a head as it was written."""
    around, found = pasted(prompt)
    if found:
        return _script(around, found)
    around, found = pasted_yaml(prompt)
    script = _script(around, found)
    return Script(prompt) if found and not script.shots and _has_shots(prompt) else script


def _has_shots(prompt: str) -> bool:
    """Whether a text tells shots, that reading it as YAML has lost."""
    text = PromptText.of(prompt).plain
    return len(time_spans(text, _ANY)) > 1 or len(numbered_shots(text)) > 1


def _script(around: str, found: list[Any]) -> Script:
    draft = _Draft([around] if around.strip() else [])
    for root in found:
        _read(draft, "", root)
    shots = list(_in_time(draft.shots))
    for said in draft.said:
        _say(said, shots, draft.lines)
    return Script("\n".join(draft.lines), tuple(shots), tuple(draft.things))


def _say(said: ScriptShot, shots: list[ScriptShot], lines: list[str]) -> None:
    """Adds a line with a time to the last of the `shots` that has begun, or else to the head."""
    begun = [n for n, shot in enumerate(shots) if (shot.span.start or 0) <= (said.span.start or 0)]
    if not begun or shots[-1].span.start is None:
        lines.append(said.text)
    else:
        shots[begun[-1]] = replace(shots[begun[-1]], text=f"{shots[begun[-1]].text}\n{said.text}")


def _read(draft: _Draft, key: str, value: Any) -> None:
    """Adds what `key` says with `value`."""
    shots = list(_shots_in(key, value))
    if len(shots) > 1:
        for name, item in shots:
            _read_shot(draft, name, item)
        if isinstance(value, dict):
            shown = dict(shots)
            _read(draft, key, {name: item for name, item in value.items() if name not in shown})
    elif isinstance(value, dict) and not _is_one_line(key, value):
        for name, item in value.items():
            _read(draft, name, item)
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
        if is_key(key, "speech"):
            draft.said += (ScriptShot(line, span_of("", v)) for v in value for line in spoken(v))
        for each in [] if is_key(key, "speech", "things", "settings") else value:
            _read(draft, key, each)
    else:
        draft.lines += _lines(key, value)
        draft.things += _leaves(value) if is_key(key, "things") else ()


def _is_one_line(key: str, value: dict[str, Any]) -> bool:
    """A pace beside a move belongs to it, and lists of what is said or refused are one."""
    deep = any(isinstance(each, dict) for item in value.values() for each in _listed(item))
    deep = deep or any(_are_views(name, item) for name, item in value.items())
    return is_key(key, "speech", "things", "settings", "no") or (is_key(key, "camera") and not deep)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _read_shot(draft: _Draft, name: str, item: Any) -> None:
    own = _Draft()
    _read(own, "" if isinstance(item, dict) else "action", item)
    own.lines += (said.text for said in own.said)
    draft.things += own.things
    span = span_of(name, item)
    if own.shots:  # a scene with shots of its own
        draft.shots += (replace(s, text="\n".join((*own.lines, s.text))) for s in own.shots)
    else:
        draft.shots.append(ScriptShot("\n".join(own.lines), span))


def _shots_in(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The shots that a list or an object holds, each with its name."""
    if isinstance(value, dict):
        yield from (
            (name, item)
            for name, item in value.items()
            if span_of(name, None).is_told or is_key(name, "numbered shot")
        )
    elif is_key(key, "speech", "lettering"):
        return
    elif isinstance(value, list) and all(isinstance(each, dict) for each in value):
        listed = key == "" or is_key(key, "shots")
        yield from (("", each) for each in value if listed or span_of("", each).is_told)
    elif _are_views(key, value):
        yield from (("", each) for each in value)


def _are_views(key: str, value: Any) -> bool:
    """Whether a list of words holds the views of a film, one after the other."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return False
    if not is_key(key, "camera", "angle", "shots") or any(re.match(r"\W*[0-9]", v) for v in value):
        return False
    sizes = {hit.meaning for each in value for hit in framings(each.lower())[:1]}
    return len(sizes) > 1 or bool(re.search(r"shots|scenes|story ?board", label_of(key)))


def _in_time(shots: list[ScriptShot]) -> Iterator[ScriptShot]:
    """Shots in their order of time; what two tell of the same time is one."""
    if not all(shot.span.start is not None for shot in shots):
        yield from (replace(shot, span=Span(length=shot.span.seconds)) for shot in shots)
        return
    joined: dict[Span, str] = {}
    for shot in sorted(shots, key=lambda shot: shot.span.start or 0.0):
        before = joined.get(shot.span)
        joined[shot.span] = shot.text if before is None else f"{before}\n{shot.text}"
    yield from (ScriptShot(text, span) for span, text in joined.items())


def _lines(key: str, value: Any) -> Iterator[str]:
    """A value that holds no shots, as lines of a script."""
    leaves = list(_leaves(value))
    words = ", ".join(leaves)
    if _refuses_captions(key, value):
        yield "no subtitles"
    if is_key(key, "things", "settings", "time") or span_of("", {key: value}).is_told:
        return  # they are in the picture, or have had their meaning
    if is_key(key, "speech"):
        yield from spoken(value)
    elif is_key(key, "no"):
        yield from (f"negative prompt: {words}" for _ in leaves[:1])
    elif is_key(key, "lettering") and all(len(leaf.split()) <= _LONGEST_TITLE for leaf in leaves):
        yield from (f"subtitle: “{leaf.strip('“”')}”" for leaf in leaves if leaf != "yes")
    elif leaves == ["yes"]:
        yield label_of(key)
    elif leaves:
        yield f"{label_of(key)}: {words}" if key and not is_key(key, "lettering") else words
    elif is_key(key, "camera"):
        yield "static camera"
    elif is_key(key, "sound") and value not in (None, "", [], {}):
        yield f"no {label_of(key)}"
    yield from _beside_nothing(value)


def _refuses_captions(key: str, value: Any) -> bool:
    """ "subtitles": false, also beside a line that is spoken."""
    if isinstance(value, dict):
        return any(_refuses_captions(name, item) for name, item in value.items())
    told = _CAPTIONS.fullmatch(label_of(key))
    no = value is False or (isinstance(value, str) and _NOTHING.match(value.strip()))
    return bool(told and no)


def _leaves(value: Any, key: str = "") -> Iterator[str]:
    """The words of a value, without those that say no."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _leaves(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item, key)
    elif value is True:
        yield label_of(key) if key else "yes"
    elif isinstance(value, str) and value.strip() and not _NOTHING.match(value.strip()):
        words = " ".join(value.split())
        yield f"{words} {label_of(key)}" if is_key(key, "angle") else words


def _beside_nothing(value: Any) -> Iterator[str]:
    """ "none - fixed camera": what stands behind a no still speaks."""
    if isinstance(value, str) and (no := _NOTHING.match(value.strip())):
        rest = value.strip()[no.end() :].strip(" )）")
        if rest:
            yield rest
