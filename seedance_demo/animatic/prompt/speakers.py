"""Brings lines of speech that stand behind the shots into the shot that names their speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .quotes import Kind
from .rules import Rule, any_of
from .segment import Segment, SegmentedPrompt
from .text import PromptText

_QUOTED = r"(?:“[^”\n]{1,400}”|\"[^\"\n]{1,400}\"|「[^」\n]{1,400}」|\{[^{}\n]{1,400}\})"
_MANNER = r"(?: ?[(（\[][^()（）\[\]\n]{0,40}[)）\]])?"
_LINE = any_of(
    Rule(
        r"(?:^|(?<=\n)) ?(?:[-•*] )?(?P<latin>@?[A-Za-z][\w'-]*(?: [A-Za-z][\w'-]*){0,2})"
        rf"{_MANNER} ?: ?{_QUOTED}[.]?",
        takes='Anna (tired): "It is late."',
        leaves="Anna says it is late: a clock",
    ),
    Rule(
        rf"(?:^|(?<=[\n，。；,;】]))(?P<han>[一-鿿]{{1,4}}?){_MANNER}"
        r"(?:[低轻大高小][声喊]|笑着|哭着|喃喃)?(?:地)?[说喊问道答]?(?:道)?[：:] ?"
        rf"{_QUOTED}[。]?",
        takes="雨声，女孩低声说：“你来了。”",
        leaves="雨声，女孩低声说你来了",
    ),
)


def to_their_speakers(divided: SegmentedPrompt) -> SegmentedPrompt:
    """The same with each line of the head and of the last shot in the shot that names who says it;
    a line whose speaker is named nowhere, or that goes on with a sentence of the shot, stays."""
    segments = list(divided.segments)
    if len(segments) < 2:
        return divided
    head = _spread(_told_once(divided.head, segments), segments, None)
    last = len(segments) - 1
    if any(_LINE.search(segment.words.text) for segment in segments[:-1]):
        return SegmentedPrompt(head, tuple(segments))  # each shot has the lines of its own
    segments[last] = replace(segments[last], words=_spread(segments[last].words, segments, last))
    return SegmentedPrompt(head, tuple(segments))


def _told_once(words: PromptText, segments: Sequence[Segment]) -> PromptText:
    """`words` without the lines that stand in a shot already."""
    kept, passed = words[:0], 0
    for line in re.finditer(_QUOTED, words.text):
        told = line[0][1:-1].strip(" ,，")
        again = any(told in segment.words.text for segment in segments)
        said = (*words.asides(Kind.DIALOGUE), *words.asides(Kind.QUOTED)) if again else ()
        if told in said:
            kept += words[passed : line.start()]
            passed = line.end()
    return kept + words[passed:] if passed else words


def _spread(words: PromptText, segments: list[Segment], own: int | None) -> PromptText:
    """`words` without the lines that have gone to the shots of their speakers."""
    kept, passed = words[:0], 0
    for match in _LINE.finditer(words.text):
        named = list(_naming(match["latin"] or match["han"], segments))
        begun = words.text[: match.start()].strip()
        inside = own is not None and begun.endswith(("，", ",")) and "\n" not in begun
        place = own if inside or not named else named[0]
        if place != own and place is not None:
            line = words[match.start() : match.end()]
            segments[place] = replace(segments[place], words=segments[place].words + line)
            kept += words[passed : match.start()]
            passed = match.end()
    return kept + words[passed:] if passed else words


def _naming(speaker: str, segments: Sequence[Segment]) -> Iterator[int]:
    """The shots whose words name the speaker, beside the lines themselves."""
    name = re.compile(rf"(?<![a-z]){re.escape(speaker.lower())}(?![a-z])")
    for number, segment in enumerate(segments):
        if name.search(_LINE.sub("", segment.words.text).lower()):
            yield number
